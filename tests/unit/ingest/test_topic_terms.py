from builder.ingest.topics.terms import TopicTerms
from builder.model import Topic, TopicId

TERMS = TopicTerms(
    [
        Topic(TopicId("sea"), "海・漁業", terms=("漁協", "藻場", "fishery"), has_record=True),
        Topic(TopicId("care"), "介護", terms=("訪問看護",), has_record=True),
    ]
)


def names(title: str, body: str) -> list[str]:
    return [proposal.topic for proposal in TERMS.propose(title, body)]


def test_a_term_in_the_title_proposes() -> None:
    assert names("漁協の朝", "本文。") == ["海・漁業"]


def test_one_mention_does_not() -> None:
    assert names("町の話", "漁協の前を通った。") == []


def test_two_terms_or_three_mentions_do() -> None:
    assert names("町の話", "漁協の前に藻場がある。") == ["海・漁業"]
    assert names("町の話", "漁協。漁協。漁協。") == ["海・漁業"]


def test_a_latin_term_is_a_whole_word_in_any_case() -> None:
    assert names("The Fisheries and the fishery", "") == ["海・漁業"]
    assert names("Superfisherymen", "fisheryx fisheryx fisheryx") == []


def test_the_reason_names_the_words() -> None:
    (proposal,) = TERMS.propose("漁協", "漁協と藻場")
    assert proposal.terms == (("漁協", 3), ("藻場", 1))
    assert proposal.reason().values == {"topic": "海・漁業", "terms": "漁協 ×3, 藻場 ×1"}


def test_a_faint_second_topic_is_left_out() -> None:
    assert names("漁協と藻場", "漁協 藻場 " * 20 + "介護 訪問看護") == ["海・漁業"]
