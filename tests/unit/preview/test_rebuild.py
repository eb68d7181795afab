"""The loop: survives everything, tells what happened, ends in the right state."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from builder.config import Config
from builder.diagnostics import ArchiveError, Diagnostic, Severity
from builder.preview.live import Live
from builder.preview.rebuild import Rebuilder, Seams
from builder.publish.report import BuildReport, Written

BAD = Diagnostic("yaml/syntax")


def report(*routes: str, problems: tuple[Diagnostic, ...] = ()) -> BuildReport:
    return BuildReport(
        Path("out"), not problems, 1, changed=tuple(Written(r, "content") for r in routes), diagnostics=problems
    )


@dataclass
class Scene:
    """A Rebuilder with scripted seams; ``outcomes`` are what the builder gives, one after another."""

    outcomes: list[Any]
    config: Any = field(default_factory=Config)
    follow: bool = False
    asked: list[Any] = field(default_factory=list)
    made: list[Config] = field(default_factory=list)
    told: list[tuple[BuildReport | None, tuple[Diagnostic, ...]]] = field(default_factory=list)
    live: Live = field(default_factory=Live)

    def __post_init__(self) -> None:
        seams = Seams(
            self.read_config,
            self.make_builder,
            lambda error: Diagnostic("cli/bug", values={"summary": str(error)}),
            lambda errors: errors,
            lambda report, problems: self.told.append((report, problems)),
        )
        self.rebuilder = Rebuilder(seams, self.live, self.follow)

    def read_config(self) -> Config:
        if isinstance(self.config, Exception):
            raise self.config
        return self.config

    def make_builder(self, config: Config) -> "Scene":
        self.made.append(config)
        return self

    def build(self, changed_paths: Any = None) -> BuildReport:
        self.asked.append(changed_paths)
        outcome = self.outcomes.pop(0)
        if isinstance(outcome, Exception):
            raise outcome
        return outcome

    @property
    def problems(self) -> tuple[Any, ...]:
        return self.live._problems


CHANGE = frozenset({"content/articles/a.md"})


def test_the_first_build_looks_at_everything_then_only_at_what_changed() -> None:
    scene = Scene([report("index.html"), report("a.html")])
    scene.rebuilder.build(None)
    scene.rebuilder.build(CHANGE)
    assert scene.asked == [None, CHANGE]
    assert len(scene.made) == 1
    assert scene.live.number == 2


def test_after_a_failure_everything_is_looked_at_again() -> None:
    scene = Scene([report("a"), report(problems=(BAD,)), report("a"), report()])
    for _ in range(4):
        scene.rebuilder.build(CHANGE)
    assert scene.asked == [None, CHANGE, None, CHANGE]


def test_problems_are_shown_until_they_are_gone() -> None:
    scene = Scene([report("a"), report(problems=(BAD,)), report(problems=(BAD,)), report()])
    scene.rebuilder.build(None)
    scene.rebuilder.build(CHANGE)
    assert scene.problems == (BAD,)
    scene.rebuilder.build(CHANGE)
    assert len(scene.told) == 2, "the same problems are not told twice"
    scene.rebuilder.build(CHANGE)
    assert scene.problems == ()
    assert len(scene.told) == 3


def test_warnings_do_not_stop_anything() -> None:
    warning = Diagnostic("yaml/syntax", severity=Severity.WARNING)
    scene = Scene([report("a", problems=(warning,))])
    scene.rebuilder.build(None)
    assert scene.problems == ()
    assert scene.told[0][1] == (warning,)


def test_a_bug_is_reported_and_survived() -> None:
    scene = Scene([report("a"), RuntimeError("boom"), report("a")])
    scene.rebuilder.build(None)
    scene.rebuilder.build(CHANGE)
    assert scene.problems[0].values["summary"] == "boom"
    scene.rebuilder.build(CHANGE)
    assert scene.problems == ()
    assert len(scene.made) == 2, "the engine that failed is not trusted again"


def test_bad_settings_are_survived_and_good_ones_make_a_new_engine() -> None:
    scene = Scene([report("a"), report("a"), report("a")])
    scene.rebuilder.build(None)
    scene.config = ArchiveError([BAD])
    scene.rebuilder.build(frozenset({"archive.yaml"}))
    assert scene.problems == (BAD,)
    scene.config = Config(title="新しい題")
    scene.rebuilder.build(frozenset({"archive.yaml"}))
    assert scene.problems == ()
    assert [config.title for config in scene.made] == ["", "新しい題"]
    assert scene.asked[-1] is None


def test_settings_that_read_the_same_keep_the_engine() -> None:
    scene = Scene([report("a"), report()])
    scene.rebuilder.build(None)
    scene.rebuilder.build(frozenset({"archive.yaml"}))
    assert len(scene.made) == 1


def test_a_second_look_is_silent_unless_it_finds_something() -> None:
    scene = Scene([report("a"), report(), report("a")])
    scene.rebuilder.build(None)
    scene.rebuilder.build(None)
    assert len(scene.told) == 1
    scene.rebuilder.build(None)
    assert len(scene.told) == 2


def test_the_article_being_written_is_followed() -> None:
    scene = Scene([report("a"), report("articles/x/index.html", "index.html")], follow=True)
    scene.rebuilder.build(None)
    scene.rebuilder.build(CHANGE)
    assert scene.live._recent[-1].follow == "/articles/x/"
