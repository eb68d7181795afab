"""Names that Windows keeps for devices: no file and no folder there can have one, whatever ending it adds.

Source: Microsoft, “Naming Files, Paths, and Namespaces”.
"""

from __future__ import annotations

import re

_DEVICE = re.compile(r"(con(?:in\$|out\$)?|prn|aux|nul|(?:com|lpt)[0-9¹²³])(?:\.|\Z)", re.IGNORECASE)


def device(name: str) -> str:
    """The device that a file of this name would be, such as ``con`` for ``con.html``; empty where it is none."""
    found = _DEVICE.match(name)
    return found.group(1) if found else ""
