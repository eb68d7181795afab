"""Wherever archive.yaml says that the content lies, the site made of it is the same."""

from pathlib import Path

import pytest

from builder import config
from builder.publish.explain import explain
from builder.publish.report import BuildOptions

from .small_archive import SmallArchive, tree

ARTICLE = "---\ntitle: 題\nauthors: [森]\n---\n\n本文。![図](about.png)\n"
FILES = {
    "about.md": "この文庫。",
    "articles/2020/a.md": ARTICLE,
    "articles/2020/about.png": "図",
    "articles/about.md": ARTICLE.replace("(about.png)", "(2020/about.png)"),
    "authors/mori.yaml": "name: 森\nreading: もり\n",
}
PLACES = ["texts", "a/b", "./a/b/", "articles", "../texts", "../a/about.md"]


def made(folder: Path, content: str) -> SmallArchive:
    archive = SmallArchive(folder)
    archive.write("archive.yaml", f"title: 試\npaths: {{content: {content}}}\nsearch: {{engine: builtin}}\n")
    for name, text in FILES.items():
        archive.write(f"{content}/{name}", text)
    return archive


@pytest.fixture
def usual(tmp_path: Path) -> SmallArchive:
    return made(tmp_path / "usual", "content")


def site(archive: SmallArchive) -> dict[str, str]:
    return tree(archive.folder / "site")


@pytest.mark.parametrize("content", PLACES)
def test_the_site_is_the_same(usual: SmallArchive, tmp_path: Path, content: str) -> None:
    archive = made(tmp_path / "other/archive", content)
    assert archive.outcome() == usual.outcome() == (True, frozenset())
    assert site(archive) == site(usual)
    builders = [(each, each.builder()) for each in (usual, archive)]
    for _, builder in builders:
        builder.build()
    for edited, text in (("about.md", "新しい案内。"), ("articles/2020/a.md", ARTICLE.replace("本文", "別の本文"))):
        for each, builder in builders:
            path = f"{config.load(each.folder).paths.content}/{edited}"
            each.replace(path, text)
            assert builder.build([path]).published
        assert site(archive) == site(usual)


@pytest.mark.parametrize("content", PLACES)
def test_what_a_file_touches_is_the_same(usual: SmallArchive, tmp_path: Path, content: str) -> None:
    archive = made(tmp_path / "other/archive", content)
    for name in FILES:
        told = [
            explain(
                each.folder, config.load(each.folder), BuildOptions(out=each.folder / "site"), f"{below}/{name}"
            ).touches
            for each, below in ((archive, content), (usual, "content"))
        ]
        assert told[0] == told[1]
        assert told[0]
