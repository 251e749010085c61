"""A daemon made of a thread and a script, for what a real one does too rarely to wait for."""

from __future__ import annotations

import json
import os
import socket
import threading
from typing import Any, Callable, Dict, List, Optional

CLASSIFICATION: Dict[str, Any] = {
    "model": "sentiment-ko",
    "label": "positive",
    "probability": 0.75,
    "labels": [{"label": "positive", "probability": 0.75}, {"label": "negative", "probability": 0.25}],
    "tokens": 3,
    "unknown": 1,
    "truncated": False,
}


class Line:
    """One request, and the ways to answer it."""

    def __init__(self, connection: socket.socket, message: Any) -> None:
        self.connection = connection
        self.message = message

    def write(self, data: bytes) -> None:
        self.connection.sendall(data)

    def answer(self, result: Any) -> None:
        self.write(encoded({"jsonrpc": "2.0", "id": self.message["id"], "result": result}))

    def refuse(self, code: int, message: str, data: Any = None, **changes: Any) -> None:
        error: Dict[str, Any] = {"code": code, "message": message}
        if data is not None:
            error["data"] = data
        self.write(encoded({"jsonrpc": "2.0", "id": self.message["id"], "error": error, **changes}))

    def hang_up(self) -> None:
        self.connection.shutdown(socket.SHUT_RDWR)


def encoded(message: Any) -> bytes:
    return json.dumps(message, ensure_ascii=False).encode() + b"\n"


class FakeDaemon:
    """Listens on `path`; `handler` is called with every line, on a thread for each connection."""

    def __init__(self, path: str, handler: Optional[Callable[[Line], None]] = None) -> None:
        self.path = path
        self.handler = handler or (lambda line: line.answer({}))
        self.received: List[Any] = []
        self.connections = 0
        self._open: List[socket.socket] = []
        os.makedirs(os.path.dirname(path), mode=0o700, exist_ok=True)
        self._listener = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self._listener.bind(path)
        self._listener.listen(16)
        threading.Thread(target=self._accept, daemon=True).start()

    def __enter__(self) -> FakeDaemon:
        return self

    def __exit__(self, *_: Any) -> None:
        self.stop()

    def stop(self) -> None:
        """Stops as a killed daemon does: the socket's file stays, and every connection breaks."""
        for each in [self._listener, *self._open]:
            try:
                each.shutdown(socket.SHUT_RDWR)
            except OSError:
                pass
            each.close()
        self._open.clear()

    @property
    def methods(self) -> List[str]:
        return [message["method"] for message in self.received]

    def _accept(self) -> None:
        while True:
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            self.connections += 1
            self._open.append(connection)
            threading.Thread(target=self._serve, args=(connection,), daemon=True).start()

    def _serve(self, connection: socket.socket) -> None:
        try:
            with connection, connection.makefile("rb") as lines:
                for line in lines:
                    message = json.loads(line)
                    self.received.append(message)
                    self.handler(Line(connection, message))
        except OSError:
            return
