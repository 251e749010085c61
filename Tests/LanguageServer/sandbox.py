"""Where a server under test lives: its folders, its environment, and the three ways to start one."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Dict, List, Optional

ROOT = Path(__file__).resolve().parents[2]

# One server for one editor; the shared daemon behind a forwarder; the server within the forwarder.
MODES: Dict[str, List[str]] = {
    "stdio": ["serve", "--stdio"],
    "forwarded": ["lsp"],
    "in-process": ["lsp", "--no-daemon"],
}


def find_executable() -> Optional[str]:
    """The program under test: `SLUICE_EXECUTABLE`, else the release build of this checkout."""
    named = os.environ.get("SLUICE_EXECUTABLE")
    if named:
        return os.path.abspath(named)
    built = ROOT / ".build" / "release" / "sluice"
    return str(built) if built.exists() else None


def modes() -> List[str]:
    """All, or those that `SLUICE_MODES` names with commas between."""
    chosen = os.environ.get("SLUICE_MODES")
    return [each for each in MODES if chosen is None or each in chosen.split(",")]


class Sandbox:
    """A home of its own, with a daemon of its own where one is started. Its path is short enough for a socket."""

    def __init__(self, executable: str) -> None:
        self.executable = executable
        self.folder = Path(tempfile.mkdtemp(prefix="sl-", dir="/tmp"))
        for name in ("run", "config", "data", "state", "work"):
            (self.folder / name).mkdir(mode=0o700)

    @property
    def workspace(self) -> Path:
        return self.folder / "work"

    @property
    def user_settings(self) -> Path:
        """The user's `config.json`; its folder is there."""
        folder = self.folder / "config" / "sluice"
        folder.mkdir(exist_ok=True)
        return folder / "config.json"

    @property
    def environment(self) -> Dict[str, str]:
        """Ours, without what its owner has set up for a daemon of their own."""
        kept = {name: value for name, value in os.environ.items() if not name.startswith("SLUICE_")}
        return {
            **kept,
            "HOME": str(self.folder),
            "XDG_RUNTIME_DIR": str(self.folder / "run"),
            "XDG_CONFIG_HOME": str(self.folder / "config"),
            "XDG_DATA_HOME": str(self.folder / "data"),
            "XDG_STATE_HOME": str(self.folder / "state"),
        }

    def command(self, mode: str) -> List[str]:
        return [self.executable, *MODES[mode]]

    def run(self, *arguments: str) -> "subprocess.CompletedProcess[str]":
        """A command of the program in this home."""
        return subprocess.run(
            [self.executable, *arguments], env=self.environment, cwd=self.workspace, capture_output=True, text=True,
            timeout=60,
        )

    def close(self) -> None:
        try:
            self.run("stop")
        finally:
            shutil.rmtree(self.folder, ignore_errors=True)
