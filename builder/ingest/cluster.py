"""Ingest on many machines: a Dask cluster's executor, where the optional package ``distributed`` is installed.

Ingest needs nothing but a standard executor; this module only finds one. The bytes of the pages travel with the
tasks, so the machines need Rondan, but not the archive.
"""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import contextmanager

from ..diagnostics import ArchiveError, Diagnostic


@contextmanager
def executor_at(address: str) -> Iterator[Executor]:
    """An executor of the Dask scheduler at ``address``, such as ``tcp://10.0.0.5:8786``.

    Raises ArchiveError where the package is missing or the scheduler does not answer.
    """
    try:
        distributed = importlib.import_module("distributed")
    except ImportError:
        raise ArchiveError([Diagnostic("ingest/no-dask")]) from None
    try:
        client = distributed.Client(address, timeout="10s")
    except (OSError, ValueError) as error:
        values = {"address": address, "reason": str(error)}
        raise ArchiveError([Diagnostic("ingest/no-cluster", values=values)]) from None
    try:
        with client.get_executor(pure=False) as executor:
            yield executor
    finally:
        client.close()
