"""One connection: a request goes out, its answer comes back, a line each."""

from __future__ import annotations

import json
import socket
import time
from typing import Any, Callable, Optional

from ._errors import Disconnected, ProtocolError, SluiceError, TimedOut, error_from_response

_ENCODE = json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode
_DECODE = json.JSONDecoder().decode


def encode(identifier: int, method: str, params: Any) -> bytes:
    """A request as a line. Raises ValueError or TypeError for what JSON in UTF-8 cannot carry."""
    message = {"jsonrpc": "2.0", "id": identifier, "method": method}
    if params is not None:
        message["params"] = params
    return _ENCODE(message).encode() + b"\n"


class Connection:
    """Not safe for threads, and of no further use after any error but one that the daemon answered."""

    __slots__ = ("_rest", "_socket", "_timeout", "used")

    def __init__(self, connected: socket.socket) -> None:
        self._socket = connected
        self._timeout: Optional[float] = connected.gettimeout()
        # What came after the last answer's line.
        self._rest = b""
        # Whether an answer has come: only then can a failure mean that the daemon went away since.
        self.used = False

    def close(self) -> None:
        self._socket.close()

    def is_dead(self) -> bool:
        """Whether the daemon is known to have closed the connection."""
        try:
            self._wait_at_most(0)
            return self._socket.recv(1, socket.MSG_PEEK) == b""
        except BlockingIOError:
            return False
        except OSError:
            return True

    def _wait_at_most(self, timeout: Optional[float]) -> None:
        # Setting it is a system call.
        if timeout != self._timeout:
            self._socket.settimeout(timeout)
            self._timeout = timeout

    def call(
        self,
        identifier: int,
        request: bytes,
        timeout: Optional[float],
        notified: Optional[Callable[[Any], None]] = None,
    ) -> Any:
        """The result of `request`, whose id is `identifier`. Raises what the daemon answers, Disconnected, TimedOut
        or ProtocolError. `notified` gets the notifications that come ahead of it."""
        deadline = None if timeout is None else time.monotonic() + timeout
        try:
            self._wait_at_most(timeout)
            try:
                self._socket.sendall(request)
            except (BrokenPipeError, ConnectionResetError):
                # It may have said why before it hung up.
                pass
            while True:
                message = self._message(deadline)
                answered = message.get("id")
                if "method" in message and notified is not None:
                    self.used = True
                    notified(message)
                    continue
                if "method" in message or (answered is None and "error" not in message):
                    continue  # A notification: not for us.
                if "error" in message:
                    # An error without an id is about the one request there is.
                    if answered is None or answered == identifier:
                        self.used = True
                        raise error_from_response(message["error"])
                elif answered == identifier and "result" in message:
                    self.used = True
                    return message["result"]
                raise ProtocolError(f"the daemon answered another request than {identifier}: {message!r:.200}")
        except SluiceError:
            raise
        except socket.timeout:
            raise TimedOut(f"no answer within {timeout:g} s") from None
        except OSError as error:
            raise Disconnected(f"the connection to the daemon broke: {error.strerror or error}") from error

    def _message(self, deadline: Optional[float]) -> Any:
        line = self._line(deadline)
        try:
            message = _DECODE(line.decode())
        except (ValueError, RecursionError) as error:
            raise ProtocolError(f"the daemon's answer is not JSON: {line[:200]!r}") from error
        if not isinstance(message, dict):
            raise ProtocolError(f"the daemon's answer is no object: {line[:200]!r}")
        return message

    def _line(self, deadline: Optional[float]) -> bytes:
        parts = [self._rest]
        while True:
            head, end, rest = parts[-1].partition(b"\n")
            if end:
                self._rest = rest
                parts[-1] = head
                line = b"".join(parts).strip()
                if line:
                    return line
                parts = [rest]
                continue
            if deadline is not None and (len(parts) > 1 or parts[0]):
                # The first part may take as long as the timeout of the socket, the later ones what is left.
                remaining = deadline - time.monotonic()
                if remaining <= 0:
                    raise socket.timeout
                self._wait_at_most(remaining)
            part = self._socket.recv(262_144)
            if not part:
                raise Disconnected("the daemon closed the connection before it answered")
            parts.append(part)
