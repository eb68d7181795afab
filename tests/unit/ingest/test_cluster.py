import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager
from types import SimpleNamespace

import pytest

from builder.diagnostics import ArchiveError
from builder.ingest.cluster import executor_at


class Client:
    def __init__(self, address: str, timeout: str) -> None:
        if address != "tcp://here:8786":
            raise OSError("no answer")

    def get_executor(self, pure: bool) -> AbstractContextManager[ThreadPoolExecutor]:
        return ThreadPoolExecutor(1)

    def close(self) -> None:
        pass


def test_without_the_package_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(ArchiveError, match="ingest/no-dask"), executor_at("tcp://here:8786"):
        pass


def test_a_scheduler_that_does_not_answer_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", SimpleNamespace(Client=Client))
    with pytest.raises(ArchiveError, match="ingest/no-cluster"), executor_at("tcp://there:8786"):
        pass


def test_the_clusters_executor_works_like_any(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", SimpleNamespace(Client=Client))
    with executor_at("tcp://here:8786") as executor:
        assert executor.submit(abs, -3).result() == 3
