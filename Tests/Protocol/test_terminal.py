"""Standard streams that are a terminal: somebody types, or an editor gives its child one."""

from __future__ import annotations

import os
import pty
import subprocess
from pathlib import Path

from sessions import environment


def test_a_terminal_is_spoken_to_as_a_pipe_is(executable: str, tmp_path: Path) -> None:
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [executable, "serve", "--stdio"],
        stdin=theirs,
        stdout=theirs,
        stderr=subprocess.DEVNULL,
        env=environment(str(tmp_path)),
    )
    os.close(theirs)
    try:
        os.write(ours, b'{"jsonrpc":"2.0","id":1,"method":"daemon/ping"}\n')
        seen = b""
        # The terminal gives back what was typed, too.
        while b'{"jsonrpc":"2.0","id":1,"result":{}}' not in seen:
            seen += os.read(ours, 4096)
        os.write(ours, b"\x04")
        assert process.wait(60) == 0
    finally:
        process.kill()
        os.close(ours)
