from __future__ import annotations

import os
from pathlib import Path

import pytest
from program import Sluice
from series import SERIES, Series, write

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def executable() -> str:
    program = os.path.abspath(os.environ.get("SLUICE_EXECUTABLE", ROOT / ".build" / "release" / "sluice"))
    if not os.path.exists(program):
        pytest.skip("no sluice program: set SLUICE_EXECUTABLE or run `swift build -c release --product sluice`")
    return program


@pytest.fixture
def sluice(executable: str, tmp_path: Path) -> Sluice:
    return Sluice(executable, tmp_path)


@pytest.fixture(scope="session")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The series as CSV, by their names."""
    folder = tmp_path_factory.mktemp("series")
    return {series.name: write(series, folder) for series in SERIES}


@pytest.fixture(params=SERIES, ids=lambda series: series.name)
def series(request: pytest.FixtureRequest) -> Series:
    return request.param
