"""The line that tells how far the work is."""

import io

from builder.cli.progress import Bar
from builder.progress import Stage


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def drawn(*steps: tuple[float, Stage, int, int]) -> str:
    clock, stream = Clock(), io.StringIO()
    bar = Bar(stream, "en", clock)
    for when, stage, done, total in steps:
        clock.now = when
        bar(stage, done, total)
    bar.close()
    return stream.getvalue()


def test_short_work_shows_nothing() -> None:
    assert drawn((0.2, "load", 1, 10), (0.9, "load", 10, 10)) == ""


def test_longer_work_says_what_how_far_and_how_fast() -> None:
    assert "making pages 5,000 of 10,000 · 2,500/s" in drawn((0.5, "render", 0, 10000), (2.5, "render", 5000, 10000))


def test_an_unknown_total_is_left_out() -> None:
    assert "reading files 300 · 300/s" in drawn((1.0, "read", 0, 0), (2.0, "read", 300, 0))


def test_work_that_cannot_say_how_far_it_is_only_says_what_it_is() -> None:
    assert drawn((2.0, "wait", 0, 0)).startswith("\r\x1b[Kwaiting for another build of this site to end …\r")


def test_it_is_not_drawn_more_often_than_can_be_read() -> None:
    text = drawn(*((1 + number / 1000, "load", number, 1000) for number in range(1000)))
    assert text.count("\r") <= 12


def test_it_takes_itself_away() -> None:
    assert drawn((2.0, "load", 1, 2)).endswith("\r\x1b[K")
