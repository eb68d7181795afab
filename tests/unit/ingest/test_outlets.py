from pathlib import Path

from builder.config import Config
from builder.ingest.ingest import ingest

BODY = "港の朝は早い。まだ暗いうちから人が集まり、魚を分ける声が岸に響いている。" * 4


def page(archive: Path, name: str, title: str) -> None:
    path = archive / "raw" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    lines = (title, "2011年5月3日", f"{title}のことを書く。{BODY}", f"{title}は続く。{BODY}")
    path.write_text("\n\n".join(lines), encoding="utf-8")


def told(archive: Path) -> list[dict[str, str]]:
    report = ingest(archive, Config(), [archive / "raw"])
    return [dict(note.values) for note in report.notes if note.code == "ingest/no-publication"]


def test_folders_whose_outlet_nobody_tells_are_named_until_a_record_names_it(tmp_path: Path) -> None:
    names = ("sanga/a.txt", "sanga/b.txt", "alone/c.txt", "d.txt", "e.txt")
    for name, title in zip(names, ("水番の夜", "分校の灯", "渡し船", "籠", "石段"), strict=True):
        page(tmp_path, name, title)
    assert told(tmp_path) == [{"folders": "sanga (2)", "example": "sanga", "content": "content"}]
    record = tmp_path / "content/sources/sanga.yaml"
    record.parent.mkdir()
    record.write_text("name: 山河評論\nfolders: [sanga]\n", encoding="utf-8")
    assert told(tmp_path) == []


def test_an_outlet_that_a_person_wrote_into_the_articles_is_known(tmp_path: Path) -> None:
    for name, title in (("sanga/a.txt", "水番の夜"), ("sanga/b.txt", "分校の灯")):
        page(tmp_path, name, title)
    assert told(tmp_path)
    for article in (tmp_path / "content/articles").rglob("*.md"):
        text = article.read_text(encoding="utf-8")
        article.write_text(text.replace("source:\n", "source:\n  publication: 山河評論\n"), encoding="utf-8")
    assert told(tmp_path) == []
