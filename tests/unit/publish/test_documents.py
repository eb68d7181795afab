"""The search index reads articles in several processes, and leaves what the build keeps alone."""

from pathlib import Path

from builder.archive.front_matter import body_digest
from builder.model import BodyRef
from builder.pages.page import SiteView
from builder.publish.documents import PublishedText
from builder.publish.draw import Workshop


def test_a_body_that_is_not_kept_is_read_and_nothing_is_written(tmp_path: Path) -> None:
    store = tmp_path / "store"
    store.mkdir()
    (tmp_path / "a.md").write_text("本文*である*。", encoding="utf-8")
    workshop = Workshop(tmp_path, (), SiteView("", "", "ja", "", "/", "", "", "", "none", ""), {}, tmp_path, {})
    texts = PublishedText(workshop, lambda _: BodyRef("a.md", 1, 0, body_digest("本文*である*。".encode())))
    assert [texts("a"), texts("a")] == ["本文である。", "本文である。"]
    texts.close()
    assert list(store.iterdir()) == []
