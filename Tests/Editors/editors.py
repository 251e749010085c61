"""Where things are, and what is said where an editor is not."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]


def need(program: str, named: str, hint: str) -> str:
    """The path of an editor: what the variable `named` says, else what is on PATH."""
    found = os.environ.get(named) or shutil.which(program)
    if found is None:
        what = f"no {program}: its client is not tested; {hint}, or set {named}"
        # Where changes are judged a client that nobody has started is none that passes.
        if os.environ.get("CI"):
            pytest.fail(what)
        pytest.skip(what)
    return found
