"""Long lists: every card once, and numbered pages that a growing archive leaves alone."""

from hypothesis import given
from hypothesis import strategies as st

from builder.model import Card
from builder.pages.slices import newest_first, oldest_first

from .archives import archive, article

SOME = archive(*(article(f"a{n:02}", f"2020-01-{n + 1:02}") for n in range(30)))
NEWEST = tuple(SOME.cards.values())
COUNTS = st.integers(0, 30)


def cards(count: int) -> tuple[Card, ...]:
    """The ``count`` oldest, newest first: what the list was at that time."""
    return NEWEST[len(NEWEST) - count :]


@given(COUNTS, st.integers(1, 7))
def test_every_card_stands_on_one_page_in_order(count: int, per_page: int) -> None:
    parts = list(newest_first(cards(count), per_page, "x/"))
    assert [card for part in parts for card in part.cards] == list(cards(count))
    parts = list(oldest_first(cards(count), per_page, "x/"))
    assert [card for part in parts for card in part.cards] == list(cards(count))


@given(COUNTS, COUNTS, st.integers(1, 7))
def test_numbered_pages_keep_their_cards_while_the_list_grows(then: int, now: int, per_page: int) -> None:
    then, now = sorted((then, now))
    before = {part.number: part.cards for part in newest_first(cards(then), per_page, "x/") if part.number}
    after = {part.number: part.cards for part in newest_first(cards(now), per_page, "x/") if part.number}
    assert before.items() <= after.items()
    assert all(len(found) == per_page for found in after.values())


@given(COUNTS, st.integers(1, 7))
def test_neighbouring_pages_point_to_each_other(count: int, per_page: int) -> None:
    for cut in (newest_first, oldest_first):
        parts = list(cut(cards(count), per_page, "x/"))
        addresses = ["x/", *(f"x/page/{part.number}/" for part in parts[1:])]
        assert [part.after for part in parts] == [*addresses[1:], ""]
        assert [part.before for part in parts] == ["", *addresses[:-1]]
        assert [part.total for part in parts] == [count, *(0 for _ in parts[1:])]
