from __future__ import annotations

import os
import subprocess
from pathlib import Path
from typing import Iterator

import pytest
from editors import HERE, ROOT

@pytest.fixture(scope="session")
def executable() -> str:
    program = os.path.abspath(os.environ.get("SLUICE_EXECUTABLE", ROOT / ".build" / "release" / "sluice"))
    if not os.path.exists(program):
        pytest.skip("no sluice program: set SLUICE_EXECUTABLE or run `swift build -c release --product sluice`")
    return program


@pytest.fixture
def place(tmp_path: Path) -> dict[str, str]:
    """An environment of its own, in which the program `sluice` is the stand-in."""
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "sluice").symlink_to(HERE / "stand_in.py")
    (tmp_path / "work").mkdir()
    (tmp_path / "run").mkdir(mode=0o700)
    kept = {name: value for name, value in os.environ.items() if not name.startswith("SLUICE_") and name != "NVIM"}
    return {
        **kept,
        "PATH": f"{tmp_path / 'bin'}:{os.environ['PATH']}",
        "HOME": str(tmp_path),
        "LC_ALL": "C.UTF-8",
        "XDG_CONFIG_HOME": str(tmp_path / "config"),
        "XDG_DATA_HOME": str(tmp_path / "data"),
        "XDG_STATE_HOME": str(tmp_path / "state"),
        "XDG_CACHE_HOME": str(tmp_path / "cache"),
        "XDG_RUNTIME_DIR": str(tmp_path / "run"),
        "SLUICE_STAND_IN_LOG": str(tmp_path / "asked.jsonl"),
        "SLUICE_TEST_FOLDER": str(tmp_path / "work"),
    }


@pytest.fixture
def live(place: dict[str, str], executable: str) -> Iterator[dict[str, str]]:
    """Puts Sluice itself in the stand-in's place; its daemon, if an editor starts one, is stopped afterwards."""
    program = Path(place["PATH"].split(":")[0]) / "sluice"
    program.unlink()
    program.symlink_to(executable)
    yield place
    subprocess.run([str(program), "stop"], env=place, capture_output=True, timeout=60)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Says which tests did not run and why, which a quiet run would keep to itself."""
    skipped = [each.longrepr for each in terminalreporter.stats.get("skipped", [])]
    reasons = [reason for path, _, reason in skipped if os.path.abspath(path).startswith(str(HERE))]
    for reason in sorted(set(reasons)):
        terminalreporter.write_line(f"NOT RUN, {reasons.count(reason)} tests: {reason.removeprefix('Skipped: ')}")
