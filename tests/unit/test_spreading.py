"""Work spread over processes gives what it gives in one."""

from __future__ import annotations

import os
from collections.abc import Sequence
from multiprocessing import active_children

import pytest

from builder import spreading
from builder.spreading import chunked, spread


def twice(number: int) -> int:
    return 2 * number


def where(_: int) -> int:
    return os.getpid()


def divided(number: int) -> float:
    return 1 / number


@pytest.fixture(params=["as the system has it", "started afresh"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    if request.param == "started afresh":
        monkeypatch.setattr(spreading, "may_fork", lambda: False)
    return str(request.param)


@pytest.mark.parametrize("jobs", [1, 3])
@pytest.mark.parametrize("ahead", [None, 0])
def test_results_come_in_the_order_of_the_items(way: str, jobs: int, ahead: int | None) -> None:
    begun: list[str] = []
    found = spread(twice, range(20), jobs, prepare=lambda n: n + 1, ahead=ahead, meanwhile=lambda: begun.append(way))
    assert list(found) == [2 * (n + 1) for n in range(20)]
    assert begun == [way]


@pytest.mark.parametrize("items", [range(2), range(3), range(20)])
def test_in_runs_each_item_is_done_once(way: str, items: Sequence[int]) -> None:
    assert sorted(spread(twice, items, 3, in_runs=True)) == [2 * n for n in items]


def test_little_is_done_here_and_more_by_others(way: str) -> None:
    assert set(spread(where, range(1), 3)) == set(spread(where, range(4), 1)) == {os.getpid()}
    assert os.getpid() not in set(spread(where, range(4), 2))


@pytest.mark.parametrize("jobs", [1, 2])
def test_what_goes_wrong_is_raised_here(way: str, jobs: int) -> None:
    found = spread(divided, [1, 2, 0, 4], jobs)
    assert [next(found), next(found)] == [1, 0.5]
    with pytest.raises(ZeroDivisionError):
        next(found)


def test_no_process_is_left_where_no_more_is_wanted(way: str) -> None:
    found = spread(twice, range(1000), 2, ahead=1)
    assert next(found) == 0
    assert active_children()
    found.close()  # type: ignore[attr-defined]
    assert not active_children()


def test_slices_hold_all_in_order() -> None:
    assert [list(some) for some in chunked(range(5), 2)] == [[0, 1], [2, 3], [4]]
