import os
from pathlib import Path

import pytest

from builder.ingest.cleaning.furniture import fingerprint, picture_line
from builder.ingest.pile import sample
from builder.ingest.pile.collect import RawFile, collect
from builder.ingest.pile.learn import learn
from builder.ingest.pile.origin import host_in, source_of

LEGAL = (
    "本紙に掲載の記事・写真・図版の無断転載を固く禁じます。"
    + "ご利用の際は必ず編集部までお問い合わせください。二次利用も同様です。"
)


def dump(archive: Path, name: str, *lines: str) -> None:
    path = archive / "raw" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(lines), encoding="utf-8")


def test_what_three_works_of_a_folder_repeat_is_known(tmp_path: Path) -> None:
    for n in range(4):
        dump(
            tmp_path,
            f"minato/{n}.txt",
            f"題{n}の話",
            "印刷する",
            f"残り {n} 本",
            "二つだけの行" if n < 2 else f"行{n}だけ",
        )
    dump(tmp_path, "teisen/a.txt", "印刷する")
    learned = learn(tmp_path, "raw", collect(tmp_path, "raw", [tmp_path / "raw"]).files)
    known = learned.furniture("raw/minato/new.txt", b"")
    assert known is not None
    assert known.repeats("印刷する", at_end=True)
    assert known.repeats("残り 9 本", at_end=True)
    assert not known.repeats("二つだけの行", at_end=True)
    other = learned.furniture("raw/teisen/new.txt", b"")
    assert other is not None
    assert not other.repeats("印刷する", at_end=True)


def test_photographs_that_share_a_description_are_not_furniture_but_a_banner_is(tmp_path: Path) -> None:
    for n in range(4):
        pictures = f"<img src='kou{n}.jpg' alt='写真'><img src='banner.png' alt='友の会のご案内'>"
        dump(tmp_path, f"minato/{n}.html", f"<html><title>題{n}</title><body><p>港の朝は早い。</p>{pictures}</body>")
    known = learn(tmp_path, "raw", collect(tmp_path, "raw", [tmp_path / "raw"]).files).furniture("raw/minato/x", b"")
    assert known is not None
    assert not any(known.repeats(picture_line("写真", f"kou{n}.jpg"), at_end=True) for n in range(4))
    assert known.repeats(picture_line("友の会のご案内", "banner.png"), at_end=True)


def test_notices_set_like_the_text_stand_below_it(tmp_path: Path) -> None:
    for n in range(5):
        text = [
            f"{'春夏秋冬閏'[n]}の灯台守が{who}であった年の日記が、岬の宿舎で見つかった。表紙は塩で白い。"
            for who in ("兄", "弟", "姉", "妹")
        ]
        notices = ("港の灯り友の会", f"集いの{n}", "関連記事")
        dump(tmp_path, f"minato/{n}.txt", "\n\n".join((f"日記の{n}", *text, *notices)))
    known = learn(tmp_path, "raw", collect(tmp_path, "raw", [tmp_path / "raw"]).files).furniture("raw/minato/x", b"")
    assert known is not None
    assert fingerprint("港の灯り友の会") in known.below


def test_a_page_alone_is_read_as_it_is_in_company(tmp_path: Path) -> None:
    for n in range(4):
        dump(tmp_path, f"minato/{n}.txt", f"題{n}の話", "印刷する")
    alone = learn(tmp_path, "raw", collect(tmp_path, "raw", [tmp_path / "raw" / "minato" / "2.txt"]).files)
    together = learn(tmp_path, "raw", collect(tmp_path, "raw", [tmp_path / "raw"]).files)
    assert alone == together


def test_a_long_line_must_stand_on_more_works(tmp_path: Path) -> None:
    for n in range(6):
        dump(tmp_path, f"minato/{n}.txt", f"題{n}", LEGAL if n < 4 else "", LEGAL[::-1])
    known = learn(tmp_path, "raw", collect(tmp_path, "raw", [tmp_path / "raw"]).files).furniture("raw/minato/x", b"")
    assert known is not None
    assert not known.repeats(LEGAL, at_end=True)
    assert known.repeats(LEGAL[::-1], at_end=True)


def test_pages_of_one_work_count_once(tmp_path: Path) -> None:
    for n in (1, 2, 3):
        head = f"<html><head><title>題（{n}/3ページ）</title></head>"
        dump(tmp_path, f"minato/{n}.html", head, f"<body><p>同じ前書きの行</p><p>本文{n}</p></body></html>")
    known = learn(tmp_path, "raw", collect(tmp_path, "raw", [tmp_path / "raw"]).files).furniture("raw/minato/x", b"")
    assert known is not None
    assert (known.pages, known.counts) == (1, {})


def test_the_sample_is_bounded_and_does_not_depend_on_the_order(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sample, "SAMPLE", 5)
    for n in range(12):
        dump(tmp_path, f"minato/{n}.txt", f"題{n}", "印刷する")
    files = collect(tmp_path, "raw", [tmp_path / "raw"]).files
    first, second = learn(tmp_path, "raw", files), learn(tmp_path, "raw", reversed(files))
    assert first == second
    assert first.by_source["folder:minato"].pages == 5


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes")
def test_a_pipe_among_the_originals_is_not_waited_for(tmp_path: Path) -> None:
    dump(tmp_path, "minato/0.txt", "題")
    os.mkfifo(tmp_path / "raw" / "minato" / "1.txt")
    pipe = RawFile(tmp_path / "raw" / "minato" / "1.txt", "raw/minato/1.txt", True)
    files = [*collect(tmp_path, "raw", [tmp_path / "raw"]).files, pipe]
    assert learn(tmp_path, "raw", files).by_source["folder:minato"].pages == 1


@pytest.mark.parametrize(
    "page",
    [
        b'<link rel="canonical" href="https://www.minato.example/a/1">',
        b'<meta property="og:url" content="https://minato.example/a/1">',
        b"<!-- saved from url=(0031)https://minato.example/a/1 -->",
        b"<!--\n Page saved with SingleFile\n url: https://minato.example/a/1\n-->",
    ],
)
def test_a_page_tells_its_host(page: bytes) -> None:
    assert host_in(page) == "minato.example"
    assert source_of("raw/x/a.html", page) == "host:minato.example"


def test_a_page_that_does_not_is_of_its_folder() -> None:
    assert source_of("raw/x/y/a.html", b"<html>") == "folder:x"
    assert source_of("raw/a.html", b"<html>") == "folder:"
