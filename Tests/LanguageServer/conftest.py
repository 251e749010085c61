from __future__ import annotations

import os
from typing import Any, AsyncIterator, Callable, Dict, Iterator, List

import pytest
import pytest_asyncio

from capabilities import ENCODINGS
from editor import Editor
from sandbox import Sandbox, find_executable, modes
from wire import Wire

HERE = os.path.dirname(os.path.abspath(__file__))


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--long", action="store_true", help="random edits for 60 s an encoding, rather than 5")


@pytest.fixture(scope="session")
def executable() -> str:
    found = find_executable()
    if found is None:
        pytest.skip("no sluice program: set SLUICE_EXECUTABLE or run `swift build -c release --product sluice`")
    return found


@pytest.fixture(scope="session")
def shared_home(executable: str) -> Iterator[Sandbox]:
    """One home, and so one daemon, for all forwarded sessions that leave nothing behind."""
    made = Sandbox(executable)
    yield made
    made.close()


@pytest.fixture(params=modes())
def mode(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(params=ENCODINGS)
def encoding(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def home(request: pytest.FixtureRequest, mode: str, executable: str) -> Iterator[Sandbox]:
    if mode == "forwarded" and request.node.get_closest_marker("own_home") is None:
        yield request.getfixturevalue("shared_home")
        return
    made = Sandbox(executable)
    yield made
    made.close()


@pytest_asyncio.fixture
async def fresh(home: Sandbox, mode: str, encoding: str) -> AsyncIterator[Editor]:
    """An editor that has not sent `initialize` yet."""
    made = Editor(encoding)
    await made.start(home, mode)
    yield made
    await made.finish()


@pytest_asyncio.fixture
async def editor(fresh: Editor) -> Editor:
    """An editor as most are, with the settings of `editor.SETTINGS`."""
    await fresh.begin()
    return fresh


@pytest.fixture
def connect(home: Sandbox, mode: str) -> Iterator[Callable[..., Wire]]:
    """Makes sessions of plain messages, and ends them; their referees' faults are failures."""
    made: List[Wire] = []

    def connect(*, command: Any = None) -> Wire:
        made.append(Wire(home, command or home.command(mode)))
        return made[-1]

    yield connect
    for wire in made:
        wire.close()
    faults = [fault for wire in made for fault in wire.referee.verdict(all_answered=False)]
    assert not faults, "\n".join(faults)


@pytest.fixture
def wire(connect: Callable[..., Wire]) -> Wire:
    return connect()


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """Says which tests did not run and why, which a quiet run would keep to itself."""
    skipped = [each.longrepr for each in terminalreporter.stats.get("skipped", [])]
    reasons = [reason for path, _, reason in skipped if os.path.abspath(path).startswith(HERE)]
    counted: Dict[str, int] = {reason: reasons.count(reason) for reason in reasons}
    for reason, count in sorted(counted.items()):
        terminalreporter.write_line(f"NOT RUN, {count} tests: {reason.removeprefix('Skipped: ')}")
