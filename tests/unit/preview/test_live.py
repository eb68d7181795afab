"""What the windows are told."""

import asyncio
from collections.abc import Callable

from builder.preview.live import Event, Live

RELOAD, FINE = Event("reload"), Event("fine")


def heard(
    act: Callable[[Live], None], route: str = "a.html", seen: int = 0, before: Callable[[Live], None] | None = None
) -> list[Event]:
    """The events of a window that shows ``route`` while ``act`` goes on."""

    async def scene() -> list[Event]:
        live = Live()
        if before:
            before(live)
        live.attach(asyncio.get_running_loop())
        found: list[Event] = []

        async def listen() -> None:
            found.extend([event async for event in live.events(route, seen)])

        listening = asyncio.ensure_future(listen())
        await asyncio.sleep(0)
        act(live)
        live.close()
        await asyncio.wait_for(listening, 5)
        return found

    return asyncio.run(scene())


def nothing(_: Live) -> None:
    pass


def test_a_changed_page_is_reloaded_and_others_are_not() -> None:
    assert heard(lambda live: live.built(frozenset({"a.html"}))) == [FINE, RELOAD]
    assert heard(lambda live: live.built(frozenset({"b.html"}))) == [FINE]
    assert heard(lambda live: live.built(None)) == [FINE, RELOAD]


def test_a_build_that_changed_nothing_says_nothing() -> None:
    assert heard(lambda live: live.built(frozenset())) == [FINE]


def test_style_sheets_are_swapped() -> None:
    assert heard(lambda live: live.built(frozenset({"a.html", "site.css"}), style_only=True)) == [FINE, Event("style")]


def test_windows_follow_the_page_being_written() -> None:
    routes = frozenset({"articles/x/index.html"})
    assert heard(lambda live: live.built(routes, follow="/articles/x/")) == [FINE, Event("go", "/articles/x/")]
    assert heard(lambda live: live.built(routes, follow="/articles/x/"), "articles/x/index.html") == [FINE, RELOAD]


def test_problems_come_and_go() -> None:
    def act(live: Live) -> None:
        live.failed(("p",))
        live.built(frozenset())

    assert heard(act) == [FINE, Event("problems", ("p",)), FINE]


def test_the_same_problems_are_told_once() -> None:
    def act(live: Live) -> None:
        live.failed(("p",))
        live.failed(("p",))

    assert heard(act) == [FINE, Event("problems", ("p",))]


def test_a_window_opened_in_bad_times_is_told() -> None:
    assert heard(nothing, before=lambda live: live.failed(("p",))) == [Event("problems", ("p",))]


def test_what_a_window_missed_is_made_up_for() -> None:
    def before(live: Live) -> None:
        live.built(frozenset({"a.html"}))
        live.built(frozenset({"b.html"}))

    assert heard(nothing, "a.html", 0, before) == [RELOAD, FINE]
    assert heard(nothing, "b.html", 1, before) == [RELOAD, FINE]
    assert heard(nothing, "a.html", 1, before) == [FINE]
    assert heard(nothing, "a.html", 2, before) == [FINE]


def test_a_window_of_an_earlier_server_or_long_ago_is_reloaded() -> None:
    assert heard(nothing, seen=7) == [RELOAD]

    def many(live: Live) -> None:
        for _ in range(100):
            live.built(frozenset({"b.html"}))

    assert heard(nothing, seen=1, before=many) == [RELOAD]


def test_a_followed_page_is_not_jumped_to_afterwards() -> None:
    routes = frozenset({"articles/x/index.html", "a.html"})
    assert heard(nothing, before=lambda live: live.built(routes, follow="/articles/x/")) == [RELOAD, FINE]
