"""The operating system's reasons in Japanese: "Permission denied" inside a Japanese sentence helps few.

A reason it gives in other words (Windows has its own, in the machine's language) stays as it is.
"""

from __future__ import annotations

import errno
import os
from functools import cache

from ..diagnostics import LEADS_NOWHERE

_JAPANESE = {
    "ENOENT": "ファイルやフォルダーがありません",
    "EACCES": "権限がありません",
    "EPERM": "許されていない操作です",
    "EEXIST": "すでにあります",
    "ENOTDIR": "フォルダーではありません",
    "EISDIR": "フォルダーです",
    "ENOTEMPTY": "フォルダーが空ではありません",
    "ENOSPC": "ディスクに空きがありません",
    "EDQUOT": "割り当てられた容量を使い切りました",
    "EROFS": "読み取り専用です",
    "EFBIG": "ファイルが大きすぎます",
    "ENAMETOOLONG": "名前が長すぎます",
    "EINVAL": "使えない値です",
    "EILSEQ": "使えない文字があります",
    "EMFILE": "開いているファイルが多すぎます",
    "ENFILE": "システム全体で、開いているファイルが多すぎます",
    "ENOMEM": "メモリーが足りません",
    "EIO": "ディスクの読み書きに失敗しました",
    "EBUSY": "使用中です",
    "ETXTBSY": "使用中です",
    "EXDEV": "別のディスクにまたがっています",
    "ELOOP": "リンクがたどりきれません",
    "ENODEV": "装置がありません",
    "EADDRINUSE": "アドレスは使用中です",
    "EADDRNOTAVAIL": "このコンピューターのアドレスではありません",
    "ECONNREFUSED": "接続を断られました",
    "ETIMEDOUT": "時間切れになりました",
    "ESTALE": "ファイルがもうありません（ネットワーク上のフォルダー）",
}
"""By the names of error numbers, not all of which every system has."""


@cache
def _by_reason() -> dict[str, str]:
    numbers = ((getattr(errno, name, None), told) for name, told in _JAPANESE.items())
    known = {os.strerror(number): told for number, told in numbers if number is not None}
    return {**known, LEADS_NOWHERE: "リンク先がありません"}


def in_japanese(reason: str) -> str:
    """The system's reason for refusing something, in Japanese where it is a known one."""
    return _by_reason().get(reason, reason)
