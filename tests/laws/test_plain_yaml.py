"""Where the quick reader of front matter gives an answer, it is that of the whole reader."""

import hypothesis.strategies as st
from hypothesis import example, given, settings

from builder import yaml_source
from builder.archive import plain_yaml

PLAIN = "true|null|Null|~|0|012|-1|1234567890123456789|a: b|a:b|a #b|a#b|#|-|- a|a, b|[a]|{a: b}|a |2017-03-24|a:|? a"
QUOTED = """"q"|'q'|'it''s'|"a\\n"|"a" b"""
SIGNS = "&a|*a|!a|%a|@a|`a|=|>|?|題：名|\ufeffx|x\u2028y|TRUE|yes|1.5|https://x.example/?a=b#c|"
scalars = st.one_of(st.text(max_size=12), st.sampled_from(f"{PLAIN}|{QUOTED}|{SIGNS}".split("|")))
keys = st.sampled_from(["title", "date", "authors", "a", "_b", "true", "題", "1", "a-b", "?", ""])
lines = st.one_of(
    st.builds("{}{}: {}\n".format, st.sampled_from(["", "", "", "  ", "    "]), keys, scalars),
    st.builds("{}- {}\n".format, st.sampled_from(["", "  ", "  ", " "]), scalars),
    st.builds("{}:\n".format, keys),
    st.builds("{}\n".format, scalars),
    st.sampled_from(["\n", "# c\n", "  \n", "---\n", "...\n", "-\n", "  -\n", "\t- x\n"]),
)


@settings(max_examples=2000, deadline=None)
@given(st.lists(lines, max_size=6).map("".join))
@example("a:\n- b\n- c\nd: e\n")
@example("a:\n  b: c\n  d:\n")
@example("a: b\n  c: d\n")
@example("a:\n  - b\n  c: d\n")
@example("a: b\n- c\n")
@example('a: ""\n- c\n')
@example("a: 0 \n")
@example("a: b c \n")
@example(f"{'a' * 1100}: b\n")  # longer than YAML has keys
def test_equal_where_there_is_an_answer(text: str) -> None:
    quick = plain_yaml.load(text)
    if quick is not None:
        assert quick == (yaml_source.load(text) or {})


def test_front_matter_as_ingest_writes_it_is_read_quickly() -> None:
    text = (
        'id: 20170324-x\ntitle: "半分: の道"\ndate: 2017-03-24T21:30+09:00\nauthors:\n- 水野遥\n- Ann Lee\nsource:\n'
        "  publication: 潮見新聞\n  url: https://shiomi.example/a?b=c\n  sha256: 00aa\npart: 2\nincomplete: true\n"
    )
    assert plain_yaml.load(text) == yaml_source.load(text)
