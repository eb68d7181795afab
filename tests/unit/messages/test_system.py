"""The operating system's reasons."""

import errno
import os
from pathlib import Path

import pytest

from builder.diagnostics import Diagnostic, system_reason
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


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege there")
def test_a_link_without_a_target_is_not_told_as_a_missing_file(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to("nowhere")
    told = []
    for name in ("link", "none"):
        with pytest.raises(FileNotFoundError) as error:
            (tmp_path / name).read_bytes()
        told.append(sentences(Diagnostic("cli/system", values={"reason": system_reason(error.value)}), "ja")[0])
    assert "リンク先がありません" in told[0]
    assert "ファイルやフォルダーがありません" in told[1]
