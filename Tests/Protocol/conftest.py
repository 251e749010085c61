from __future__ import annotations

from typing import Iterator

import pytest
from sessions import Daemon, find_executable


@pytest.fixture(scope="session")
def executable() -> str:
    found = find_executable()
    if found is None:
        pytest.skip("no sluice program: set SLUICE_EXECUTABLE or run `swift build -c release --product sluice`")
    return found


@pytest.fixture(scope="session")
def daemon(executable: str) -> Iterator[Daemon]:
    running = Daemon(executable)
    yield running
    assert running.process.poll() is None, f"the daemon ended: {running.said()}"
    assert running.stop() == 0, "SIGTERM is an orderly end"
