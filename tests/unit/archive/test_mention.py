"""Where a text names an address is told as editors count lines."""

from pathlib import Path

from builder.archive.mention import mention
from builder.diagnostics import Location


def test_only_line_feeds_end_a_line(tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    file.write_text("---\r\ntitle: 題\u2028名\x0c\x85\r\n---\r\n\r\n前 ![図](fig.png)\r\n", encoding="utf-8")
    assert mention(file, "a.md", "fig.png") == (Location("a.md", 5, 8, 7), "前 ![図](fig.png)")
