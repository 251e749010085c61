from __future__ import annotations

import os
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


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Says which tests did not run and why, which a quiet run would keep to itself."""
    here = os.path.dirname(os.path.abspath(__file__))
    skipped = [each.longrepr for each in terminalreporter.stats.get("skipped", [])]
    reasons = [reason for path, _, reason in skipped if os.path.abspath(path).startswith(here)]
    for reason in sorted(set(reasons)):
        terminalreporter.write_line(f"NOT RUN, {reasons.count(reason)} tests: {reason.removeprefix('Skipped: ')}")
