from __future__ import annotations

import os
from pathlib import Path
from typing import Iterator

import pytest
from browser import Browser, find_browser

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def executable() -> str:
    program = os.path.abspath(os.environ.get("SLUICE_EXECUTABLE", ROOT / ".build" / "release" / "sluice"))
    if not os.path.exists(program):
        pytest.skip("no sluice program: set SLUICE_EXECUTABLE or run `swift build -c release --product sluice`")
    return program


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    program = find_browser()
    if program is None:
        what = "no Chromium: the report's page is not looked at; apt-get install chromium, or set SLUICE_BROWSER"
        # Where changes are judged a page that nobody has looked at is none that passes.
        pytest.fail(what) if os.environ.get("CI") else pytest.skip(what)
    running = Browser(program, tmp_path_factory.mktemp("profile"))
    yield running
    running.close()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Says which tests did not run and why, which a quiet run would keep to itself."""
    here = os.path.dirname(os.path.abspath(__file__))
    skipped = [each.longrepr for each in terminalreporter.stats.get("skipped", [])]
    reasons = [reason for path, _, reason in skipped if os.path.abspath(path).startswith(here)]
    for reason in sorted(set(reasons)):
        terminalreporter.write_line(f"NOT RUN, {reasons.count(reason)} tests: {reason.removeprefix('Skipped: ')}")
