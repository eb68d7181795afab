"""A mapping in slices is a mapping, whatever was kept, copied and changed on the way."""

import marshal

from hypothesis import given
from hypothesis import strategies as st

from builder.publish import slices
from builder.publish.slices import Sliced

KEYS = st.integers(0, 30).map(lambda number: f"記事/{number}")
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("put"), KEYS, st.integers(0, 3)),
        st.tuples(st.just("drop"), KEYS),
        st.tuples(st.sampled_from(["copy", "keep", "whole"])),
    ),
    max_size=40,
)


def kept(sliced: Sliced[int]) -> Sliced[int]:
    """As another process finds it."""
    return Sliced(marshal.loads(marshal.dumps(sliced.packed())))


@given(STEPS, st.sampled_from([1, 2, 256]))
def test_it_behaves_as_a_dict(steps: list[tuple[str, ...]], full: int) -> None:
    slices._FULL, before = full, slices._FULL
    try:
        sliced, plain = Sliced[int](), dict[str, int]()
        left: list[tuple[Sliced[int], dict[str, int]]] = []
        for step in steps:
            match step:
                case ("put", key, value):
                    sliced[key] = plain[key] = value
                case ("drop", key):
                    assert sliced.pop(key, None) == plain.pop(key, None)
                case ("copy",):
                    left.append((sliced, dict(plain)))
                    sliced = sliced.copy()
                case ("keep",):
                    sliced = kept(sliced)
                case _:
                    assert sliced.whole() == plain
        for mapping, entries in (*left, (sliced, plain)):
            assert len(mapping) == len(entries)
            assert {key: mapping[key] for key in entries} == entries
            assert mapping.whole() == dict(kept(mapping)) == entries
            assert (mapping == sliced) is (entries == plain)
            assert mapping.has_keys_of(sliced) is (entries.keys() == plain.keys())
    finally:
        slices._FULL = before


def test_a_slice_that_was_not_touched_is_neither_read_nor_written() -> None:
    read: list[int] = []

    class Watched(Sliced[int]):
        __slots__ = ()

        def decode(self, data: bytes) -> dict[str, int]:
            read.append(len(data))
            return super().decode(data)

    large = Sliced[int]()
    large.update({str(number): number for number in range(10_000)})
    count, before = large.packed()
    found = Watched((count, before))
    found["5000"] = -1
    count, after = found.packed()
    assert len(read) == 1
    assert count == 10_000
    assert len(after) == len(before)
    assert sum(one is not two for one, two in zip(before, after, strict=True)) == 1
