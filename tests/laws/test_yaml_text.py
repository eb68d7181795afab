"""Whatever ingest writes into front matter, the strict reader reads back as the same value."""

from hypothesis import given
from hypothesis import strategies as st

from builder import yaml_source
from builder.archive.yaml_text import dump

TEXT = st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=30) | st.text(
    alphabet="a:# -\n'\"[]{}&*!|>%@`,?0123456789.~tab日本　 \t", max_size=20
)
SCALAR = TEXT | st.integers(-(10**16), 10**16) | st.booleans()
KEY = st.text(alphabet="abc :#日本'\"-", min_size=1, max_size=12)
VALUES = st.recursive(
    st.dictionaries(KEY, SCALAR | st.lists(SCALAR, max_size=3), max_size=4),
    lambda inner: st.dictionaries(KEY, inner | st.lists(inner, max_size=3), max_size=3),
    max_leaves=6,
)


@given(VALUES)
def test_written_yaml_reads_back_as_the_same_values(values: dict[str, object]) -> None:
    assert (yaml_source.load(dump(values)) or {}) == values


def test_text_that_looks_like_something_else_stays_text() -> None:
    values = {"a": "true", "b": "012", "c": "1:30", "d": "2017-03-24", "e": "~", "f": "null", "g": "題: 名", "h": "- x"}
    assert yaml_source.load(dump(values)) == values


def test_ordinary_text_stands_unquoted() -> None:
    assert dump({"title": "第2回日露防衛・外交トップ会談(2プラス2)──すれ違う思惑"}) == (
        "title: 第2回日露防衛・外交トップ会談(2プラス2)──すれ違う思惑\n"
    )


def test_several_lines_become_a_block() -> None:
    assert dump({"profile": "一行目\n二行目"}) == "profile: |-\n  一行目\n  二行目\n"
