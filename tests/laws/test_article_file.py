"""read(write(article)) == article, for every article; and the seal tells an edit from none."""

import re
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from builder.archive.article_file import Defaults, parse
from builder.archive.seal import is_untouched, seal_of, written_seal
from builder.archive.write import file_text
from builder.model import (
    Appearance,
    Article,
    ArticleId,
    BodyRef,
    Contributor,
    IsoDate,
    Rights,
    SeriesPlace,
    Source,
    Status,
)

WORDS = st.text(alphabet="春の　道:#-'\"[]{}&*!|>%@`, 1aZ『』—\\", min_size=1, max_size=20).map(
    lambda text: re.sub(" +", " ", text).strip()
)
FILLED = WORDS.filter(bool)
LINES = st.lists(FILLED, min_size=1, max_size=3).map("\n".join)
DATES = st.sampled_from(["", "2017", "2017-03", "2017-03-24", "2017-03-24T21:30+09:00"]).map(IsoDate)
PEOPLE = st.builds(Contributor, name=FILLED, role=WORDS, profile=st.just("") | LINES)
SERIES = st.none() | st.builds(SeriesPlace, name=FILLED, number=st.none() | st.integers(1, 999))
FILES = st.lists(FILLED, max_size=3, unique=True).map(tuple)
PLACES = st.builds(Appearance, publication=FILLED, url=WORDS, date=DATES, file=WORDS, sha256=WORDS)
UNIQUE = st.lists(FILLED, max_size=3, unique=True).map(tuple)
ARTICLES = st.builds(
    Article,
    id=st.from_regex(r"[0-9]{8}-[0-9a-z]{4}", fullmatch=True).map(ArticleId),
    title=FILLED,
    body=st.just(BodyRef("", 0, 0, "")),
    subtitle=WORDS,
    date=DATES,
    updated=DATES,
    embargo=DATES,
    authors=st.lists(PEOPLE, max_size=3).map(tuple),
    topics=UNIQUE,
    series=SERIES,
    section=WORDS,
    source=st.builds(Source, publication=WORDS, url=WORDS, retrieved=DATES, files=FILES, sha256=FILES),
    also_in=st.lists(PLACES, max_size=2).map(tuple),
    republished_from=WORDS,
    note=WORDS,
    part=st.none() | st.integers(1, 9),
    of=st.none() | st.integers(1, 9),
    incomplete=st.booleans(),
    language=st.sampled_from(["ja", "en", "zh-Hant"]),
    rights=st.sampled_from(list(Rights)),
    status=st.sampled_from(list(Status)),
    aliases=st.just(()),
)
BODIES = st.lists(FILLED, max_size=4).map("\n\n".join)


@given(ARTICLES, BODIES, st.booleans())
def test_what_is_written_is_read_back(article: Article, body: str, sealed: bool) -> None:
    text = file_text(article, body, sealed=sealed)
    found = parse("content/articles/2017/a.md", text.encode(), Defaults())
    assert found.problems == ()
    assert found.article is not None
    read = replace(
        found.article, body=article.body, excerpt="", length=0, digest="", images=(), summary="", seal=article.seal
    )
    assert read == article
    assert text.encode()[found.article.body.offset :].decode().strip("\n") == body.strip("\n")


@given(ARTICLES, BODIES)
def test_a_sealed_file_is_untouched_whatever_its_line_ends(article: Article, body: str) -> None:
    text = file_text(article, body, sealed=True)
    assert is_untouched(text)
    assert is_untouched(text.replace("\n", "\r\n"))
    assert is_untouched("\ufeff" + text)


@given(ARTICLES, BODIES, st.data())
def test_any_edit_breaks_the_seal(article: Article, body: str, data: st.DataObject) -> None:
    text = file_text(article, body, sealed=True)
    at = data.draw(st.integers(0, len(text)))
    edited = text[:at] + "春" + text[at:]
    assert not is_untouched(edited)


@given(ARTICLES, BODIES)
def test_an_edited_file_still_names_the_version_it_came_from(article: Article, body: str) -> None:
    text = file_text(article, body, sealed=True)
    assert written_seal(text + "\nOne more paragraph.\n") == seal_of(text)
