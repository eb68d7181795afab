from hypothesis import given
from hypothesis import strategies as st

from builder.ingest.filing.merging import merged

LINES = st.lists(st.sampled_from("abcde"), max_size=8)


@given(LINES, LINES)
def test_where_only_one_side_changed_its_version_stands(base: list[str], changed: list[str]) -> None:
    assert merged(base, base, changed) == changed
    assert merged(base, changed, base) == changed


@given(LINES, LINES)
def test_what_both_changed_alike_is_changed_once(base: list[str], changed: list[str]) -> None:
    assert merged(base, changed, changed) == changed


@given(LINES, LINES, LINES)
def test_what_was_taken_is_settled(base: list[str], mine: list[str], theirs: list[str]) -> None:
    taken = merged(base, mine, theirs)
    assert merged(theirs, taken, theirs) == taken


@given(st.lists(st.tuples(st.booleans(), st.booleans()), max_size=12))
def test_no_edit_is_lost_but_where_both_changed_a_line(changed: list[tuple[bool, bool]]) -> None:
    base = [f"line {number}" for number in range(len(changed))]
    mine = [f"{line} mine" if by_me else line for line, (by_me, _) in zip(base, changed, strict=True)]
    theirs = [f"{line} theirs" if by_them else line for line, (_, by_them) in zip(base, changed, strict=True)]
    assert merged(base, mine, theirs) == [
        its if by_them else my for my, its, (_, by_them) in zip(mine, theirs, changed, strict=True)
    ]


def test_changes_in_neighbouring_lines_do_not_disturb_each_other() -> None:
    base = ["title: 春", "authors: [水野]", "status: review", "seal: 1"]
    mine = ["title: 夏", "authors: [水野遥]", "status: review", "seal: 1"]
    theirs = ["title: 春", "subtitle: 港", "authors: [水野]", "status: review", "seal: 2"]
    both = ["title: 夏", "subtitle: 港", "authors: [水野遥]", "status: review", "seal: 2"]
    assert merged(base, mine, theirs) == both
    assert merged(base, [*base[:2], base[3]], theirs) == [*theirs[:3], theirs[4]]


def test_of_lines_that_both_changed_theirs_stand() -> None:
    assert merged(list("abcde"), list("aBCde"), list("abXde")) == list("aBXde")
    assert merged(list("abcde"), list("aBcDe"), list("aXYZe")) == list("aXYZe")


def test_lines_that_both_added_at_one_place_stand_both() -> None:
    assert merged(list("ab"), list("a1b"), list("a2b")) == list("a12b")
