"""The operating system's reasons."""

import errno
import os

import pytest

from builder.diagnostics import Diagnostic
from builder.messages.sentences import sentences


@pytest.mark.parametrize(
    ("number", "told"),
    [
        (errno.ENOSPC, "ディスクに空きがありません"),
        (errno.EACCES, "権限がありません"),
        (errno.EISDIR, "フォルダーです"),
    ],
)
def test_a_japanese_sentence_has_a_japanese_reason(number: int, told: str) -> None:
    refused = Diagnostic("ingest/unwritable", values={"reason": os.strerror(number)})
    assert sentences(refused, "ja")[0] == f"このファイルに書き込めません: {told}"
    assert os.strerror(number) in sentences(refused, "en")[0]


def test_a_reason_nobody_knows_stays_as_it_is() -> None:
    assert (
        "the hamster is asleep"
        in sentences(Diagnostic("cli/system", values={"reason": "the hamster is asleep"}), "ja")[0]
    )
