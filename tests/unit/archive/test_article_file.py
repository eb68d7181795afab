"""What an article's file says; and for each way of saying it wrong, where and how to mend it."""

import unicodedata

import pytest

from builder import yaml_source
from builder.archive.article_file import Defaults, parse
from builder.diagnostics import Diagnostic
from builder.model import Appearance, Article, Contributor, Rights, SeriesPlace, Status
from builder.render import markdown

PATH = "content/articles/2017/a.md"


def read(front: str, body: str = "本文。") -> Article:
    found = parse(PATH, f"---\n{front}---\n\n{body}\n".encode(), Defaults())
    assert not found.problems
    assert found.article
    return found.article


def wrong(data: str | bytes, path: str = PATH) -> tuple[str, int, int]:
    problems = parse(path, data.encode() if isinstance(data, str) else data, Defaults()).problems
    assert problems
    return place(problems[0])


def only_problem(text: str) -> Diagnostic:
    found = parse(PATH, text.encode(), Defaults())
    assert found.article is None
    (problem,) = found.problems
    return problem


def place(problem: Diagnostic) -> tuple[str, int, int]:
    assert problem.at
    return problem.code, problem.at.line, problem.at.column


def test_everything_an_article_can_say() -> None:
    article = read(
        "id: 20170324-x\ntitle: 春の道\nsubtitle: 副題\ndate: 2017-03-24T21:30+09:00\nupdated: 2017-03-25\n"
        "authors:\n- 水野遥\n- {name: Ann Lee, role: translator, profile: A translator.}\ntopics: [外交, 海]\n"
        "series: {name: 終着駅から, number: 3}\nsection: オピニオン\n"
        "source:\n  publication: 潮見新聞\n  url: https://shiomi.example/1\n  retrieved: 2020-01-02\n"
        "  file: [raw/a.html, raw/b.html]\n  sha256: [aa, bb]\n"
        "also_in:\n- publication: 青都日報\n  date: 2017-04-01\nrepublished_from: 『海』\nnote: 原文のまま。\n"
        "part: 1\nof: 2\nincomplete: true\nlanguage: ja\nsummary: 要約。\nrights: excerpt\nstatus: review\n"
        "aliases: [/old/1.html]\nseal: abc\n"
    )
    assert (article.id, article.title, article.date) == ("20170324-x", "春の道", "2017-03-24T21:30+09:00")
    assert article.authors == (Contributor("水野遥"), Contributor("Ann Lee", "translator", "A translator."))
    assert article.series == SeriesPlace("終着駅から", 3)
    assert article.source.files == ("raw/a.html", "raw/b.html")
    assert article.also_in == (Appearance("青都日報", date="2017-04-01"),)
    assert (article.part, article.of, article.incomplete) == (1, 2, True)
    assert (article.rights, article.status) == (Rights.EXCERPT, Status.REVIEW)
    assert article.excerpt == "要約。"


def test_what_is_not_said() -> None:
    article = read("title: 春の道\n", "一文目。\n\n二文目。")
    assert (article.id, article.language, article.rights, article.status) == ("a", "ja", "full", "published")
    assert article.excerpt == "一文目。"
    assert article.length == len("一文目。二文目。")


def test_keys_of_other_generators() -> None:
    data = "---\ntitle: x\nauthor: 森\ntags: [海]\ncategories: [山]\nslug: y\nlang: en\n---\n"
    found = parse(PATH, data.encode(), Defaults())
    assert found.article
    assert (found.article.id, found.article.language) == ("y", "en")
    assert found.article.topics == ("海", "山")
    assert [person.name for person in found.article.authors] == ["森"]
    assert set(found.accepted) == {"author", "tags", "categories", "slug", "lang"}


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        ("2017", "2017"),
        ("2017-03", "2017-03"),
        ("2017-03-24", "2017-03-24"),
        ("2017-03-24 21:30", "2017-03-24T21:30+09:00"),
        ("2017-03-24T21:30:45Z", "2017-03-24T21:30+00:00"),
        ("2017-03-24T21:30-0500", "2017-03-24T21:30-05:00"),
        ('"2017-03-24"', "2017-03-24"),
    ],
)
def test_dates(written: str, read_as: str) -> None:
    assert read(f"title: x\ndate: {written}\n").date == read_as


@pytest.mark.parametrize(
    "body",
    [
        "# 見出し\n\n本文である。",
        "![図](a.png)\n\n本文である。",
        "---\n\n本文である。",
        "> 本文である。",
        "**本文**である。[^1]\n\n[^1]: 注",
    ],
)
def test_the_excerpt_is_the_first_paragraph_as_plain_text(body: str) -> None:
    assert read("title: x\n", body).excerpt == "本文である。"


def test_a_series_may_have_a_number_0() -> None:
    assert read("title: x\nseries: {name: 通信, number: 0}\n", "本文。").series == SeriesPlace("通信", 0)


def test_an_excerpt_ends_with_a_sentence() -> None:
    assert read("title: x\n", "一文である。" * 60).excerpt == "一文である。" * 20
    assert read("title: x\n", "word " * 100).excerpt.endswith("word…")


def test_pictures_of_the_archive_are_known() -> None:
    body = "![a](fig/a.png) ![b](<b c.png>) ![c](https://example.org/c.png) ![a](fig/a.png)"
    assert read("title: x\n", body).images == ("fig/a.png", "b c.png")


@pytest.mark.parametrize("described", ["図[1]", r"図\[1\]", r"1\]", ""])
def test_what_describes_a_picture_may_have_brackets(described: str) -> None:
    body = f"![{described}](a.png)"
    assert read("title: x\n", body).images == markdown.render(body).images == ("a.png",)


@pytest.mark.parametrize("newline", ["\r\n", "\r"])
def test_line_ends_do_not_matter(newline: str) -> None:
    plain = parse(PATH, "---\ntitle: x\n---\n\n一。\n\n二。\n".encode(), Defaults()).article
    data = "---\ntitle: x\n---\n\n一。\n\n二。\n".replace("\n", newline).encode()
    other = parse(PATH, data, Defaults()).article
    assert plain
    assert other
    assert (plain.title, plain.excerpt, plain.body.digest) == (other.title, other.excerpt, other.body.digest)
    assert data[other.body.offset :].decode().replace("\r\n", "\n").replace("\r", "\n") == "\n一。\n\n二。\n"


@pytest.mark.parametrize(
    ("data", "code", "line", "column"),
    [
        (b"", "file/empty", 0, 0),
        (b"\x00\x01PNG", "file/not-text", 0, 0),
        ("---\ntitle: 春\n".encode() + "道".encode("cp932") + b"\n---\n", "file/not-utf8", 3, 1),
        ("# 題\n", "article/no-front-matter", 1, 1),
        ("---\ntitle: x\n", "article/open-front-matter", 1, 1),
        ("---\ntitle: 第二部: 帰還\n---\n", "yaml/colon", 2, 8),
        ("---\n\ttitle: x\n---\n", "yaml/tab", 2, 1),
        ("---\ntitle: [x\n---\n", "yaml/open-bracket", 2, 8),
        ("---\ntitle: x\ntitle: y\n---\n", "yaml/duplicate-key", 3, 1),
        ("---\ntitle: &a x\n---\n", "yaml/alias", 2, 8),
        ("---\n- x\n---\n", "file/not-a-mapping", 2, 1),
        ("---\ndate: 2017\n---\n", "article/no-title", 2, 1),
        ("---\ntitle: true\n---\n", "field/not-text", 2, 8),
        ("---\ntitle: x\ntopcs: [a]\n---\n", "field/unknown-key", 3, 1),
        ("---\ntitle: x\nauthors:\n  -a\n  -b\n---\n", "yaml/hyphen", 4, 3),
        ("---\ntitle: x\nid: 春\n---\n", "article/bad-id", 3, 5),
        ("---\ntitle: x\ndate: 2017-02-30\n---\n", "field/bad-date", 3, 7),
        ("---\ntitle: x\ndate: 20170324\n---\n", "field/bad-date", 3, 7),
        ("---\ntitle: x\nauthors: [{role: 訳}]\n---\n", "article/author-without-name", 3, 11),
        ("---\ntitle: x\nauthors: [{name: a, nmae: b}]\n---\n", "field/unknown-key", 3, 21),
        ("---\ntitle: x\nseries: {number: 1}\n---\n", "article/series-without-name", 3, 9),
        ("---\ntitle: x\nsource: [a]\n---\n", "field/not-a-mapping", 3, 9),
        ("---\ntitle: x\nsource: {urll: a}\n---\n", "field/unknown-key", 3, 10),
        ("---\ntitle: x\npart: two\n---\n", "field/not-a-number", 3, 7),
        ("---\ntitle: x\npart: 0\n---\n", "field/not-a-number", 3, 7),
        ("---\ntitle: x\nseries: {name: 通信, number: -1}\n---\n", "field/not-a-number", 3, 28),
        ("---\ntitle: x\nincomplete: yes\n---\n", "field/not-true-or-false", 3, 13),
        ("---\ntitle: x\nrights: ful\n---\n", "field/not-a-choice", 3, 9),
        ("---\ntitle: x\nlanguage: Japanese\n---\n", "field/bad-form", 3, 11),
        ("---\ntitle: x\nauthor: a\nauthors: b\n---\n", "article/key-twice", 3, 1),
        ("---\ntitle: x\ntags: [[a]]\n---\n", "field/not-text", 3, 8),
        ("---\ntitle: x\ntopics: 交通、海\n---\n", "field/one-or-several", 3, 9),
        ("---\ntitle: x\ntags: sea, trade\n---\n", "field/one-or-several", 3, 7),
        ("---\ntitle: x\ntags: 交通、海\ncategories: 町\n---\n", "field/one-or-several", 3, 7),
        ("---\ntitle: x\ntags: [町]\ncategories: 交通、海\n---\n", "field/one-or-several", 4, 13),
        ("---\ntitle: x\nauthor: 水野遥，沢村実\n---\n", "field/one-or-several", 3, 9),
    ],
)
def test_what_is_wrong_is_told_with_its_place(data: str | bytes, code: str, line: int, column: int) -> None:
    assert wrong(data) == (code, line, column)


@pytest.mark.parametrize(
    ("written", "several", "single"),
    [
        ("topics: 交通、海", "[交通, 海]", '["交通、海"]'),
        ("tags: R&D, 2:1", '[R&D, "2:1"]', '["R&D, 2:1"]'),
        ("tags: true, Null", '["true", "Null"]', '["true, Null"]'),
    ],
)
def test_what_the_text_may_mean_is_told_as_it_would_be_written(written: str, several: str, single: str) -> None:
    for form, count in ((several, 2), (single, 1)):
        (problem,) = parse(PATH, f"---\ntitle: x\n{written}\n---\n".encode(), Defaults()).problems
        assert form in (problem.values["several"], problem.values["single"])
        mended = f"---\ntitle: x\n{problem.values['name']}: {form}\n---\n"
        article = parse(PATH, mended.encode(), Defaults()).article
        assert article is not None
        assert len(article.topics) == count


@pytest.mark.parametrize("topics", ["海・漁業", "[海・漁業]", '["交通、海"]', "[交通, 海]"])
def test_a_text_without_commas_and_a_list_are_taken_as_they_are(topics: str) -> None:
    assert parse(PATH, f"---\ntitle: x\ntopics: {topics}\n---\n".encode(), Defaults()).problems == ()


def test_all_that_is_wrong_is_told_at_once() -> None:
    data = "---\ntitel: x\ndate: tomorrow\nrights: some\nauthors: [{}]\n---\n"
    codes = {problem.code for problem in parse(PATH, data.encode(), Defaults()).problems}
    assert codes == {
        "field/unknown-key", "article/no-title", "field/bad-date", "field/not-a-choice", "article/author-without-name",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("line", "near"), [("draft: true", "status: draft"), ("excerpt: x", "rights: excerpt"), ("datum: x", "date")]
)
def test_a_key_that_is_none_is_said_to_be_what_it_may_mean(line: str, near: str) -> None:
    (problem,) = parse(PATH, f"---\ntitle: x\n{line}\n---\n".encode(), Defaults()).problems
    assert (problem.code, problem.values["near"]) == ("field/unknown-key", near)


def test_a_key_longer_than_yaml_has_is_told_in_words() -> None:
    assert wrong(f"---\ntitle: x\n{'a' * 1100}: 1\n---\n")[0] == "yaml/no-colon"


def test_many_faults_cost_one_search_for_their_places() -> None:
    yaml_source.positions.cache_clear()
    front = "".join(f"k{number}: 1\n" for number in range(20))
    problems = parse(PATH, f"---\n{front}---\n".encode(), Defaults()).problems
    assert [problem.at.line for problem in problems if problem.at and problem.code == "field/unknown-key"] == [
        *range(2, 22)
    ]
    assert yaml_source.positions.cache_info().misses == 1


def test_hints() -> None:
    def values(data: str) -> dict[str, str]:
        return parse(PATH, data.encode(), Defaults()).problems[0].values

    assert values("---\ntitle: x\ntopcs: a\n---\n")["near"] == "topics"
    assert values("---\ntitle: x\ndate: 2017年3月24日\n---\n")["near"] == "2017-03-24"
    assert values("---\ntitle: x\nrights: ful\n---\n")["near"] == "full"
    assert values('---\ntitle: a: "b"\n---\n')["detail"] == "title: 'a: \"b\"'"


def test_a_name_in_japanese_needs_an_id() -> None:
    assert wrong("---\ntitle: x\n---\n", "content/articles/春.md")[0] == "article/bad-id"


@pytest.mark.parametrize(
    ("front", "line", "column", "name", "character"),
    [
        ('title: "港\\0の話"\n', 2, 8, "title", "U+0000"),
        ('title: a\nauthors:\n- {name: "\\e[31m水野", role: x}\n', 4, 10, "authors.name", "U+001B"),
        ('title: a\ntags: ["港\\x9b"]\n', 3, 8, "tags", "U+009B"),
    ],
)
def test_a_control_character_is_told_at_its_field(
    front: str, line: int, column: int, name: str, character: str
) -> None:
    problem = only_problem(f"---\n{front}---\n")
    assert place(problem) == ("field/control-character", line, column)
    assert (problem.values["name"], problem.values["character"]) == (name, character)
    assert not any(unicodedata.category(character) == "Cc" for character in problem.values["near"])


@pytest.mark.parametrize(
    ("file", "line", "column", "character", "more"),
    [
        ("---\ntitle: a\n---\n\n港の\x1b[31m朝\n", 5, 3, "U+001B", ""),
        ("---\r\ntitle: a\r\n---\r\n\r\n港\tの\r\n朝\x0c市\x85は\x7f\r\n", 6, 2, "U+000C", "2"),
        ("---\ntitle: a\nnote: '港\x07'\n---\n\n本文。\n", 3, 9, "U+0007", ""),
    ],
)
def test_a_control_character_in_the_file_is_told_at_its_place(
    file: str, line: int, column: int, character: str, more: str
) -> None:
    problem = only_problem(file)
    assert place(problem) == ("file/control-character", line, column)
    assert (problem.values["character"], problem.values["more"]) == (character, more)


def test_other_characters_of_two_bytes_are_text() -> None:
    assert parse(PATH, "---\ntitle: 20 °C × 3\n---\n\n«à»\u00a0\n".encode(), Defaults()).problems == ()


def test_line_breaks_and_tabs_may_be_escaped() -> None:
    assert read('title: "a\\tb\\nc"\nnote: "a\\nb"\n').note == "a\nb"


def test_an_original_is_named_as_its_system_names_it() -> None:
    assert read('title: a\nsource: {file: "raw/\\e.html"}\n').source.files == ("raw/\x1b.html",)


def test_a_title_that_is_no_text_is_not_said_to_be_missing() -> None:
    found = parse(PATH, b"---\ntitle: [a]\n---\n", Defaults())
    assert [problem.code for problem in found.problems] == ["field/not-text"]
