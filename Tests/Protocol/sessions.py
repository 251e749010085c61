"""Sessions with a real daemon: over its socket or its standard streams, in either framing."""

from __future__ import annotations

import json
import os
import select
import shutil
import socket
import subprocess
import tempfile
import time
from pathlib import Path
from typing import Any, Dict, List, Optional

from examples import ROOT

PATIENCE = 60.0


def find_executable() -> Optional[str]:
    """The program under test: `SLUICE_EXECUTABLE`, else the release build of this checkout."""
    named = os.environ.get("SLUICE_EXECUTABLE")
    if named:
        return os.path.abspath(named)
    built = ROOT / ".build" / "release" / "sluice"
    return str(built) if built.exists() else None


def environment(folder: str, **changes: str) -> Dict[str, str]:
    """Ours, without what its owner has set up for a daemon of their own; logs go to `folder`."""
    kept = {name: value for name, value in os.environ.items() if name not in ("SLUICE_MODELS", "SLUICE_BUILD_ID")}
    return {
        **kept,
        "XDG_CONFIG_HOME": os.path.join(folder, "config"),
        "XDG_DATA_HOME": os.path.join(folder, "data"),
        "XDG_STATE_HOME": os.path.join(folder, "state"),
        **changes,
    }


class Closed(Exception):
    """The other side closed the connection."""


class Session:
    """Bytes out, messages in. `framing` is what is spoken; "lines" or "headers"."""

    def __init__(self, framing: str) -> None:
        self.framing = framing
        self._buffer = b""

    def write(self, data: bytes) -> None:
        raise NotImplementedError

    def read_some(self, patience: float) -> bytes:
        """Some bytes, or none at the end of the stream."""
        raise NotImplementedError

    def end(self) -> None:
        """Says that nothing more will be written."""
        raise NotImplementedError

    def close(self) -> None:
        raise NotImplementedError

    def send(self, body: bytes) -> None:
        if self.framing == "headers":
            self.write(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))
        else:
            self.write(body + b"\n")

    def receive(self, patience: float = PATIENCE) -> Any:
        """The next message; raises Closed at the end and TimeoutError after `patience` seconds."""
        deadline = time.monotonic() + patience
        while True:
            body = self._next_body()
            if body is not None:
                return json.loads(body.decode("utf-8"))
            data = self.read_some(max(0.0, deadline - time.monotonic()))
            if not data:
                if self._buffer:
                    raise AssertionError(f"the stream ended inside an answer: {self._buffer[:200]!r}")
                raise Closed
            self._buffer += data

    def _next_body(self) -> Optional[bytes]:
        if self.framing == "lines":
            line, end, rest = self._buffer.partition(b"\n")
            if not end:
                return None
            self._buffer = rest
            return line
        header, end, rest = self._buffer.partition(b"\r\n\r\n")
        if not end:
            return None
        fields = dict(each.split(b": ", 1) for each in header.split(b"\r\n"))
        length = int(fields[b"Content-Length"])
        if len(rest) < length:
            return None
        self._buffer = rest[length:]
        return rest[:length]


class SocketSession(Session):
    def __init__(self, path: str, framing: str) -> None:
        super().__init__(framing)
        self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self._socket.settimeout(PATIENCE)
        self._socket.connect(path)

    def write(self, data: bytes) -> None:
        self._socket.settimeout(PATIENCE)
        self._socket.sendall(data)

    def read_some(self, patience: float) -> bytes:
        self._socket.settimeout(max(patience, 0.001))
        try:
            return self._socket.recv(1 << 20)
        except ConnectionResetError:
            return b""
        except socket.timeout:
            raise TimeoutError("no answer") from None

    def end(self) -> None:
        self._socket.shutdown(socket.SHUT_WR)

    def close(self) -> None:
        self._socket.close()


class StreamSession(Session):
    """A daemon of its own on standard streams."""

    def __init__(self, executable: str, framing: str) -> None:
        super().__init__(framing)
        self.folder = tempfile.mkdtemp(prefix="sluice-")
        self.errors = tempfile.TemporaryFile()
        self.process = subprocess.Popen(
            [executable, "serve", "--stdio"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self.errors,
            bufsize=0,
            env=environment(self.folder),
        )

    def write(self, data: bytes) -> None:
        assert self.process.stdin is not None
        view = memoryview(data)
        while view:
            view = view[self.process.stdin.write(view) :]

    def read_some(self, patience: float) -> bytes:
        assert self.process.stdout is not None
        readable, _, _ = select.select([self.process.stdout], [], [], patience)
        if not readable:
            raise TimeoutError("no answer")
        return os.read(self.process.stdout.fileno(), 1 << 20)

    def end(self) -> None:
        assert self.process.stdin is not None
        self.process.stdin.close()

    def wait(self) -> int:
        return self.process.wait(PATIENCE)

    def close(self) -> None:
        for stream in (self.process.stdin, self.process.stdout):
            assert stream is not None
            try:
                stream.close()
            except BrokenPipeError:
                pass
        try:
            self.process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
            raise AssertionError(f"the daemon outlived its standard streams by {PATIENCE} s") from None
        finally:
            self.errors.close()
            shutil.rmtree(self.folder, ignore_errors=True)


class Daemon:
    """A daemon of its own on a private socket."""

    def __init__(self, executable: str, *arguments: str) -> None:
        self.executable = executable
        self.folder = tempfile.mkdtemp(prefix="sluice-")
        self.path = os.path.join(self.folder, "d.sock")
        self.log = open(Path(self.folder) / "log", "w+b")
        self.process = subprocess.Popen(
            [executable, "serve", "--socket", self.path, *arguments],
            stdin=subprocess.DEVNULL,
            stdout=self.log,
            stderr=self.log,
            env=environment(self.folder, SLUICE_SOCKET=self.path),
        )
        deadline = time.monotonic() + PATIENCE
        while True:
            try:
                self.session("lines").close()
                return
            except OSError:
                if self.process.poll() is not None or time.monotonic() > deadline:
                    said = self.said()
                    self.stop()
                    raise AssertionError(f"the daemon did not come up: {said}") from None
                time.sleep(0.01)

    def session(self, framing: str) -> SocketSession:
        return SocketSession(self.path, framing)

    def said(self) -> str:
        self.log.seek(0)
        return self.log.read().decode("utf-8", "replace")[-4000:]

    def stop(self) -> int:
        """Ends the daemon as SIGTERM does, and gives its exit status."""
        self.process.terminate()
        try:
            return self.process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
            raise AssertionError(f"the daemon ignored SIGTERM for {PATIENCE} s") from None
        finally:
            self.log.close()
            shutil.rmtree(self.folder, ignore_errors=True)


def messages_of(value: Any) -> List[Any]:
    """The messages in what came as one frame: the elements of a batch, or the one."""
    return value if isinstance(value, list) else [value]
