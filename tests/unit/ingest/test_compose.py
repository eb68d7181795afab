from typing import Any

from builder.diagnostics import Diagnostic, Severity
from builder.ingest.comparing.glance import glance
from builder.ingest.filing.authors import Register
from builder.ingest.filing.compose import Desk, Proposal, compose
from builder.ingest.topics.terms import TopicTerms
from builder.ingest.works.parts import Group
from builder.model import Contributor, SeriesPlace, Status, Topic, TopicId

from .pages import PROSE, extraction

DESK = Desk(Register(()), TopicTerms([Topic(TopicId("sea"), "海", terms=("灯台",), has_record=True)]))


def composed(*pages: dict[str, Any], **shared: Any) -> Proposal:
    shared = {"title": "春の道", "date": "2017-03-24", **shared}
    made = [extraction(f"raw/m/{n}.txt", **{"body": f"{n}。{PROSE}", **shared, **page}) for n, page in enumerate(pages)]
    home = Group([glance(page, n, page.raw.name) for n, page in enumerate(made)])
    return compose("20170324-aaaa", made, home, (), DESK)


def test_one_sure_page_is_published() -> None:
    proposal = composed({})
    assert proposal.article.status is Status.PUBLISHED
    assert proposal.doubts == ()
    assert (proposal.article.part, proposal.article.of, proposal.article.incomplete) == (None, None, False)


def test_each_field_comes_from_the_first_page_that_has_it() -> None:
    article = composed(
        {"page": 1, "pages": 2, "section": "論壇", "date": "2017-03-24", "authors": ("水野遥",)},
        {"page": 2, "pages": 2, "section": "別", "date": "2017-03-24T21:30+09:00", "url": "https://m.example/a?p=2"},
        series=SeriesPlace("終着駅から", 3),
    ).article
    assert article.section == "論壇"
    assert article.date == "2017-03-24T21:30+09:00"
    assert article.source.url == "https://m.example/a?p=2"
    assert article.source.files == ("raw/m/0.txt", "raw/m/1.txt")
    assert article.series == SeriesPlace("終着駅から", 3)
    assert [person.name for person in article.authors] == ["水野遥"]


def test_what_is_missing_is_declared() -> None:
    article = composed({"page": 2, "pages": 3}).article
    assert (article.part, article.of, article.incomplete) == (2, 3, True)
    article = composed({"page": 1, "pages": 3}, {"page": 3, "pages": 3}).article
    assert (article.part, article.of, article.incomplete) == (None, 3, True)


def codes(proposal: Proposal) -> list[str]:
    assert proposal.article.status is Status.REVIEW
    return [doubt.code for doubt in proposal.doubts]


def test_doubts_send_it_to_review() -> None:
    assert codes(composed({}, title="")) == ["ingest/no-title"]
    assert codes(composed({}, date="")) == ["ingest/no-date"]
    assert codes(composed({}, confidence=0.2)) == ["ingest/not-sure"]
    warning = Diagnostic("ingest/rule-took-much", severity=Severity.WARNING)
    note = Diagnostic("ingest/mislabelled-encoding", severity=Severity.NOTE)
    assert codes(composed({"problems": (note, warning)}, {"problems": (warning,)})) == ["ingest/rule-took-much"]


def test_a_page_of_dated_entries_is_doubted() -> None:
    entries = [f"## 2001年3月{day}日　朝の港\n\n{PROSE}" for day in (24, 23, 22)]
    assert [d.code for d in composed({"body": "\n\n".join(entries)}).doubts] == ["ingest/several-articles"]
    assert composed({"body": "\n\n".join(entries[:2])}).doubts == ()
    assert composed({"body": "\n\n".join((*entries[:2], PROSE, entries[0]))}).doubts == ()


def test_without_a_title_the_first_words_stand_in() -> None:
    assert composed({"body": "港の朝は早い。" * 9}, title="").article.title == "港の朝は早い。" * 4 + "港の…"
    assert composed({"body": "## 短い"}, title="").article.title == "短い"
    assert composed({"body": "The 47 carried 1.8 passengers, on average."}, title="").article.title == (
        "The 47 carried 1.8 passengers…"
    )
    assert composed({"body": "The museum of small machines is shut."}, title="").article.title == (
        "The museum of small machines…"
    )


def test_a_person_named_on_two_pages_is_one_with_the_fullest_profile() -> None:
    one = extraction("raw/m/a.txt", title="題", date="2017", page=1, pages=2)
    two = extraction("raw/m/b.txt", title="題", date="2017", page=2, pages=2)
    object.__setattr__(one, "authors", (Contributor("水野遥"),))
    object.__setattr__(
        two, "authors", (Contributor("水野遥", profile="交通研究者\n終着駅を訪ねた。"), Contributor("真鍋圭", "聞き手"))
    )
    home = Group([glance(page, n, page.raw.name) for n, page in enumerate((one, two))])
    assert compose("x", [one, two], home, (), DESK).article.authors == (
        Contributor("水野遥", "交通研究者", "終着駅を訪ねた。"),
        Contributor("真鍋圭", "聞き手"),
    )


def test_topics_are_proposed_with_their_reasons() -> None:
    proposal = composed({}, title="灯台の話")
    assert proposal.article.topics == ("海",)
    assert proposal.topics[0].terms[0][0] == "灯台"
