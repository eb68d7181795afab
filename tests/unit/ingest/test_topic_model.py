from builder.ingest.topics.model import TopicModel, features

SEA = [
    "漁港に船が戻り、漁師が網を洗う。",
    "磯の藻場が痩せて、漁師は潜るのをやめた。",
    "定置網の漁師が魚を選り分ける。",
    "漁協の漁師が浜で網を干す。",
]
RAIL = [
    "終着駅の線路に草が伸びる。",
    "鉄道の駅員が切符を切る。",
    "線路ぎわの駅で列車を待つ。",
    "列車が駅を出て線路が鳴る。",
]


def model() -> TopicModel:
    texts = [features("", text) for text in SEA + RAIL]
    return TopicModel(texts, [frozenset({"海"})] * 4 + [frozenset({"鉄道"})] * 4)


def test_a_new_text_gets_its_topic_with_the_words_behind_it() -> None:
    best, other = model().judge(features("", "若い漁師が網を繕う。"))
    assert best.topic == "海"
    assert best.score > 0 > other.score
    assert "漁師" in best.words


def test_the_words_behind_a_topic_are_whole_words() -> None:
    sea = [f"定置網と海の家、ソフトクリームの{word}。" for word in ("春", "夏", "秋", "冬")]
    texts = [features("", text) for text in sea + RAIL]
    best, _ = TopicModel(texts, [frozenset({"海"})] * 4 + [frozenset({"鉄道"})] * 4).judge(texts[0])
    assert best.topic == "海"
    assert {"定置網", "ソフトクリーム"} <= set(best.words)
    assert not {"置網", "ソフ", "クリ", "網と", "海の"} & set(best.words)


def test_a_topic_of_too_few_texts_is_not_learned() -> None:
    texts = [features("", text) for text in SEA + RAIL]
    labels = [frozenset({"海"})] * 4 + [frozenset({"鉄道"})] * 2 + [frozenset[str]()] * 2
    assert TopicModel(texts, labels, fewest=3).topics == ("海",)


def test_a_text_may_have_several_topics() -> None:
    texts = [features("", text) for text in SEA + RAIL]
    labels = [frozenset({"海", "町"})] * 4 + [frozenset({"鉄道", "町"})] * 3 + [frozenset({"鉄道"})]
    scores = {verdict.topic: verdict.score for verdict in TopicModel(texts, labels).judge(texts[0])}
    assert scores["海"] > 0
    assert scores["町"] > 0
    assert scores["鉄道"] < 0


def test_nothing_is_learned_from_nothing() -> None:
    assert TopicModel([], []).judge(features("", "春")) == ()
