import pytest

from builder.ingest.filing.authors import Register, look_alikes, missing_records, name_key, with_role
from builder.model import Author, AuthorId, Contributor

REGISTER = Register(
    [
        Author(AuthorId("sakita"), "﨑田宗一", variants=("Sakita Soichi", "SAKITA SOICHI"), has_record=True),
        Author(AuthorId("koizumi"), "小泉みなと", has_record=True),
    ]
)


@pytest.mark.parametrize("printed", ["小泉みなと", "小泉　みなと", "小泉 みなと氏", "小泉みなとさん", "文：小泉みなと"])
def test_spellings_of_one_name_are_one(printed: str) -> None:
    assert name_key(printed) == name_key("小泉みなと")
    assert REGISTER.has(printed)


def test_a_spelling_that_the_build_cannot_find_becomes_the_records_name() -> None:
    assert REGISTER.resolve(Contributor("崎田宗一氏", "国際政治学者")) == Contributor("﨑田宗一", "国際政治学者")


def test_a_name_in_capitals_becomes_the_records_name() -> None:
    register = Register([Author(AuthorId("r"), "Tomas Ridgewell", variants=("TOMAS RIDGEWELL",), has_record=True)])
    assert register.resolve(Contributor("TOMAS RIDGEWELL")).name == "Tomas Ridgewell"


@pytest.mark.parametrize("printed", ["﨑田宗一", "﨑田 宗一", "Sakita Soichi"])
def test_a_spelling_that_the_record_has_stays_as_printed(printed: str) -> None:
    assert REGISTER.resolve(Contributor(printed)).name == printed


def test_a_name_without_a_record_only_loses_stray_spaces() -> None:
    assert REGISTER.resolve(Contributor(" 藤枝　直子 ")).name == "藤枝 直子"


def test_a_surname_of_one_character_is_not_an_honorific() -> None:
    assert name_key("氏") == "氏"
    assert name_key("王様") == "王様"


def codes(*names: str) -> list[tuple[str, str, str]]:
    return [(d.code, d.values["one"], d.values["other"]) for d in look_alikes(names, REGISTER)]


def test_character_forms_of_an_unknown_name_are_reported() -> None:
    assert codes("高瀬みどり", "髙瀬みどり") == [("ingest/names-forms", "高瀬みどり", "髙瀬みどり")]


def test_two_forms_are_reported_once_however_their_blanks_are_set() -> None:
    assert codes("高瀬 みどり", "髙瀬みどり", "髙瀬 みどり", "高瀬みどり") == [
        ("ingest/names-forms", "高瀬 みどり", "髙瀬 みどり")
    ]


def test_nearly_the_same_name_is_reported_and_not_merged() -> None:
    assert codes("小泉みなも") == [("ingest/names-near", "小泉みなと", "小泉みなも")]
    assert codes("Helen Marchbank", "Helen Marchbanks") == [
        ("ingest/names-near", "Helen Marchbank", "Helen Marchbanks")
    ]


def test_a_name_whose_parts_are_turned_round_is_reported() -> None:
    assert codes("Haruka Mizuno", "Mizuno, Haruka", "Haruka Mizunoya") == [
        ("ingest/names-near", "Haruka Mizuno", "Mizuno, Haruka")
    ]


def test_different_people_are_not_reported() -> None:
    assert codes("水野遥", "水野渉", "塩谷瑞穂", "藤枝直子") == []


def test_one_person_in_two_spacings_is_not_reported() -> None:
    assert codes("水野遥", "水野 遥") == []


def test_the_occupation_that_heads_a_profile_is_the_role() -> None:
    person = Contributor("水野遥", profile="地域交通研究者\n大学院で都市計画を学ぶ。")
    assert with_role(person) == Contributor("水野遥", "地域交通研究者", "大学院で都市計画を学ぶ。")
    assert with_role(Contributor("三宅原健吾", profile="農業。実家の田を継ぐ。")) == Contributor(
        "三宅原健吾", "農業", "実家の田を継ぐ。"
    )
    assert with_role(Contributor("水野遥", profile="教育研究者")) == Contributor("水野遥", "教育研究者")
    assert with_role(Contributor("Ada Brandt", profile="is a columnist")) == Contributor("Ada Brandt", "columnist")


@pytest.mark.parametrize(
    "person",
    [
        Contributor("真鍋圭", "聞き手", "論説委員\n地方議会を担当。"),
        Contributor("水野遥", profile="大学院で都市計画を学ぶ。"),
        Contributor("水野遥", profile="東京都出身。終着駅を訪ねる。"),
        Contributor("水野遥", profile="終着駅を訪ねている"),
        Contributor("水野遥", profile="1971年生まれ"),
        Contributor("Ada Brandt", profile="teaches history"),
        Contributor("Ada Brandt", profile="is a historian of tides, and of the people who keep their tables"),
        Contributor("水野遥"),
    ],
)
def test_a_sentence_is_no_role_and_a_role_stays(person: Contributor) -> None:
    assert with_role(person) == person


def test_all_authors_without_a_record_are_one_note_that_names_their_files() -> None:
    (note,) = missing_records(["水野 遥", "HELEN MARCH", "Helen March", "水野遥"], "content")
    assert note.at is None
    assert note.values["count"] == "2"
    assert note.values["files"] == "content/authors/helen-march.yaml, content/authors/水野遥.yaml"
    assert note.values["example"] == "Helen March"
    assert list(missing_records([], "content")) == []


def test_the_file_of_a_record_stays_in_its_folder_and_a_long_list_ends() -> None:
    (note,) = missing_records(["../x", *(f"人{number:02}" for number in range(20))], "content")
    assert note.values["files"].startswith("content/authors/_")
    assert note.values["files"].count(".yaml") + int(note.values["more"]) == 21


def test_of_two_spellings_the_one_in_capitals_gives_way_in_notes() -> None:
    assert ("ingest/names-near", "Ada Brandt", "Ada Brant") in codes("ADA BRANDT", "Ada Brandt", "Ada Brant")
    (note,) = missing_records(["ADA BRANDT", "Ada Brandt"], "content")
    assert note.values["example"] == "Ada Brandt"
