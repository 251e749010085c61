from __future__ import annotations

import subprocess
from pathlib import Path


class Sluice:
    def __init__(self, executable: str, folder: Path) -> None:
        self.executable = executable
        self.folder = folder

    def run(self, *arguments: str, data: str | None = None, status: int = 0) -> subprocess.CompletedProcess[str]:
        answer = subprocess.run(
            [self.executable, *arguments], cwd=self.folder, input=data, capture_output=True, text=True, timeout=120
        )
        assert answer.returncode == status, answer.stderr
        return answer
