"""A built site of invented articles, searched by the browser tests."""

from __future__ import annotations

from pathlib import Path

from builder.cli.app import main

from ..invented_corpus import AUTHORS, articles

HOSTILE = '<img src=x onerror="globalThis.broken=1">題名「終わらない"引用\'"'


def build_search_site(folder: Path, language: str = "ja") -> Path:
    """Makes an archive of fifty articles in ``folder``, builds it, and gives the site's folder."""
    content = folder / "content"
    for part in ("articles", "authors"):
        (content / part).mkdir(parents=True)
    (folder / "archive.yaml").write_text(f"title: 試しの論壇\nlanguage: {language}\n", encoding="utf-8")
    for key, (name, reading, romaji) in zip(("mizuno", "oeda"), AUTHORS, strict=False):
        record = f"name: {name}\nreading: {reading}\nromaji: {romaji}\n"
        (content / "authors" / f"{key}.yaml").write_text(record, encoding="utf-8")
    for one in articles(50):
        head = [f"title: {one.title!r}", f"authors: [{AUTHORS[one.author][0]}]", f"topics: [{one.topic}]"]
        head += [f"language: {one.language}", *([f"date: {one.date}"] if one.date else [])]
        text = "---\n" + "\n".join(head) + "\n---\n\n" + one.text.replace("\n", "\n\n") + "\n"
        (content / "articles" / f"{one.id}.md").write_text(text, encoding="utf-8")
    hostile = HOSTILE.replace("'", "''")
    (content / "articles" / "hostile.md").write_text(
        f"---\ntitle: '{hostile}'\ndate: 2012-02-02\n---\n\n題名は <script>globalThis.broken=1</script> のよう。\n",
        encoding="utf-8",
    )
    site = folder / "site"
    status = main(["-C", str(folder), "build", "--out", str(site), "--jobs", "1"])
    assert not status
    return site
