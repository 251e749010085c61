"""Where the daemon's socket is, and how a daemon is started where none listens."""

from __future__ import annotations

import errno
import os
import shutil
import socket
import stat
import subprocess
import sys
import tempfile
import time
from typing import IO, Optional

from ._errors import DaemonUnavailable

# The room for a path in sockaddr_un, less its closing zero.
_PATH_LIMIT = 103 if sys.platform == "darwin" else 107


def socket_path() -> str:
    """The socket of this user's daemon: `SLUICE_SOCKET`, else `$XDG_RUNTIME_DIR/sluice/sluice.sock`, else
    `sluice-<uid>/sluice.sock` in the temporary folder (`TMPDIR`, else `/tmp`). A relative folder is ignored."""
    named = os.environ.get("SLUICE_SOCKET")
    if named:
        return os.path.abspath(named)
    runtime = os.environ.get("XDG_RUNTIME_DIR", "")
    if runtime.startswith("/"):
        return runtime.rstrip("/") + "/sluice/sluice.sock"
    temporary = os.environ.get("TMPDIR", "")
    if not temporary.startswith("/"):
        temporary = "/tmp"
    return f"{temporary.rstrip('/')}/sluice-{os.getuid()}/sluice.sock"


def connect(path: str, *, auto_start: bool, executable: Optional[str], start_timeout: float) -> socket.socket:
    """A socket connected to the daemon at `path`, which is started where none listens and `auto_start` is true."""
    if len(os.fsencode(path)) > _PATH_LIMIT:
        raise DaemonUnavailable(
            f"the socket's path is longer than the {_PATH_LIMIT} bytes that the system allows: {path}",
            hint="name a shorter one in SLUICE_SOCKET",
        )
    try:
        return _connect_once(path)
    except DaemonUnavailable:
        # It is an OSError too, and it says what to do.
        raise
    except OSError as error:
        if error.errno not in (errno.ENOENT, errno.ECONNREFUSED):
            raise DaemonUnavailable(f"cannot connect to {path}: {error.strerror or error}") from error
        if not auto_start:
            raise DaemonUnavailable(
                f"no daemon listens on {path}", hint="`sluice start` starts one"
            ) from error
    deadline = time.monotonic() + start_timeout
    _start(path, executable, start_timeout)
    pause = 0.01
    while True:
        try:
            return _connect_once(path)
        except DaemonUnavailable:
            raise
        except OSError as error:
            if time.monotonic() + pause > deadline or error.errno not in (errno.ENOENT, errno.ECONNREFUSED):
                raise DaemonUnavailable(
                    f"`sluice start` succeeded, but {path} cannot be reached: {error.strerror or error}",
                    hint="`sluice status` says what runs",
                ) from error
        time.sleep(pause)
        pause *= 2


def _connect_once(path: str) -> socket.socket:
    _refuse_foreign_directory(os.path.dirname(path))
    connection = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    try:
        connection.connect(path)
    except BaseException:
        connection.close()
        raise
    return connection


def _refuse_foreign_directory(path: str) -> None:
    """Texts go to whoever listens, and in a folder that others can write to that could be anybody."""
    status = os.lstat(path)
    if not stat.S_ISDIR(status.st_mode):
        trouble = "is not a folder (a symbolic link is not followed)"
    elif status.st_uid != os.getuid():
        trouble = f"belongs to user {status.st_uid}, not to us (user {os.getuid()})"
    elif status.st_mode & 0o077:
        trouble = f"is open to others (mode 0{stat.S_IMODE(status.st_mode):o}, expected 0700)"
    else:
        return
    raise DaemonUnavailable(
        f"the socket's folder {path} {trouble}",
        hint="name a socket in a folder of your own with mode 0700 in SLUICE_SOCKET",
    )


def _start(path: str, executable: Optional[str], timeout: float) -> None:
    """Runs `sluice start` for the socket `path` and returns when it has succeeded."""
    program = _executable(path, executable)
    # A file, not a pipe: a daemon that keeps it open must not keep us waiting for its end.
    with tempfile.TemporaryFile() as complaints:
        try:
            process = subprocess.Popen(
                [program, "start"],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=complaints,
                env={**os.environ, "SLUICE_SOCKET": path},
            )
        except OSError as error:
            raise DaemonUnavailable(
                f"cannot run {program}: {error.strerror or error}", hint="name the sluice program in SLUICE_EXECUTABLE"
            ) from error
        try:
            status = process.wait(timeout)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
            raise DaemonUnavailable(
                f"`{program} start` did not end within {timeout:g} s{_said(complaints)}"
            ) from None
        except BaseException:
            process.kill()
            process.wait()
            raise
        if status != 0:
            raise DaemonUnavailable(f"`{program} start` failed with status {status}{_said(complaints)}")


def _executable(path: str, executable: Optional[str]) -> str:
    program = executable or os.environ.get("SLUICE_EXECUTABLE")
    if program:
        return os.path.abspath(program)
    found = shutil.which("sluice")
    if found is None:
        raise DaemonUnavailable(
            f"no daemon listens on {path}, and there is no `sluice` on PATH to start one",
            hint="install sluice, or name its program in SLUICE_EXECUTABLE",
        )
    return found


def _said(complaints: IO[bytes]) -> str:
    """The end of what the program wrote to its standard error."""
    size = complaints.seek(0, os.SEEK_END)
    complaints.seek(max(0, size - 2000))
    text = complaints.read().decode("utf-8", "replace").strip()
    return f": {text}" if text else ""
