"""Where things are, and what is said where an editor is not."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NoReturn

import pytest

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]


def absent(what: str) -> NoReturn:
    # Where changes are judged a client that nobody has started is none that passes.
    if os.environ.get("CI"):
        pytest.fail(what)
    pytest.skip(what)


def need(program: str, named: str, hint: str) -> str:
    """The path of an editor: what the variable `named` says, else what is beside this Python or on PATH."""
    places = os.pathsep.join([os.path.dirname(sys.executable), os.environ.get("PATH", "")])
    found = os.environ.get(named) or shutil.which(program, path=places)
    if found is None:
        absent(f"no {program}: its client is not tested; {hint}, or set {named}")
    return found


def holds(command: list[str]) -> bool:
    """Whether an editor that is asked about itself ends with 0."""
    return subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, timeout=60).returncode == 0
