"""What ``rondan extract`` writes is read back as it was by any reader of YAML, not only by Rondan's own."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from builder.ingest.extract_document import document, front_matter
from builder.ingest.extraction import Extraction, RawDocument
from builder.model import Contributor

SIGNS = "a:# -\n'\"[]{}&*!|>%@`,?0123456789.~yesno日本　\t\x85\u2028\ufeff😀"
WORDS = ["No", "1:30", "012", "2017-03-24", "~", "0.5", "1e3", "=", "<<", "null", "y" * 12_000, "語 " * 6_000]
TEXT = (
    st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
    | st.text(SIGNS, max_size=30)
    | st.sampled_from(WORDS)
)
EXTRACTIONS = st.builds(
    Extraction,
    raw=st.just(RawDocument("a", "", "text/plain", "utf-8", "", "")),
    verdict=TEXT,
    title=TEXT,
    note=TEXT,
    authors=st.lists(st.builds(Contributor, TEXT, TEXT, TEXT), max_size=3).map(tuple),
    page=st.none() | st.integers(1, 10**6),
    starts_mid_article=st.booleans(),
    confidence=st.floats(0, 1),
)


@pytest.mark.parametrize("loader", [yaml.SafeLoader, getattr(yaml, "CSafeLoader", yaml.SafeLoader)])
@given(found=EXTRACTIONS)
def test_what_was_found_is_read_back(loader: type[yaml.SafeLoader], found: Extraction) -> None:
    front = document(found).removeprefix("---\n").removesuffix("---\n\n")
    assert (yaml.load(front, loader) or {}) == front_matter(found)
