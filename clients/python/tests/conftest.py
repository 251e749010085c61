from __future__ import annotations

import os
import shutil
import tempfile
from typing import Iterator

import pytest


@pytest.fixture
def socket_path(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A socket's path in a folder of its own, short enough for any system, with no daemon behind it."""
    folder = tempfile.mkdtemp(prefix="sluice-")
    path = os.path.join(folder, "d.sock")
    monkeypatch.setenv("SLUICE_SOCKET", path)
    yield path
    shutil.rmtree(folder, ignore_errors=True)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Says which tests did not run and why, which a quiet run would keep to itself."""
    here = os.path.dirname(os.path.abspath(__file__))
    skipped = [each.longrepr for each in terminalreporter.stats.get("skipped", [])]
    reasons = [reason for path, _, reason in skipped if os.path.abspath(path).startswith(here)]
    for reason in sorted(set(reasons)):
        terminalreporter.write_line(f"NOT RUN, {reasons.count(reason)} tests: {reason.removeprefix('Skipped: ')}")
