"""A session of plain messages: for what a client library would not send, would not wait for, or would slow down."""

from __future__ import annotations

import json
import os
import select
import subprocess
import time
from typing import Any, Callable, Dict, List, Optional

from referee import FrameReader, Referee, parse
from sandbox import Sandbox

PATIENCE = 60.0


class Refused(Exception):
    """An answer that is an error."""

    def __init__(self, error: Dict[str, Any]) -> None:
        super().__init__(f"{error['code']}: {error['message']}")
        self.code: int = error["code"]
        self.message: str = error["message"]
        self.data = error.get("data")


class Closed(Exception):
    """The server closed its stream."""


def frame(message: Any) -> bytes:
    body = json.dumps(message, ensure_ascii=False).encode("utf-8")
    return b"Content-Length: %d\r\n\r\n%b" % (len(body), body)


class Wire:
    """A server's standard streams. What it asks is answered by `answers`; all it says is in `said`."""

    def __init__(self, sandbox: Sandbox, command: List[str]) -> None:
        self.referee = Referee()
        self.answers: Dict[str, Callable[[Any], Any]] = {
            "workspace/configuration": lambda params: [self.settings for _ in params["items"]],
            "client/registerCapability": lambda params: None,
            "client/unregisterCapability": lambda params: None,
            "window/workDoneProgress/create": lambda params: None,
            "window/showMessageRequest": lambda params: None,
            "workspace/applyEdit": lambda params: {"applied": True},
        }
        self.settings: Any = None
        self.notifications: List[Dict[str, Any]] = []
        self.requests: List[Dict[str, Any]] = []
        self._responses: Dict[Any, Dict[str, Any]] = {}
        self._errors = open(sandbox.folder / "errors", "w+b")
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self._errors, bufsize=0,
            env=sandbox.environment, cwd=sandbox.workspace,
        )
        assert self.process.stdin is not None and self.process.stdout is not None
        self._in, self._out = self.process.stdin, self.process.stdout
        os.set_blocking(self._in.fileno(), False)
        self._frames = FrameReader()
        self._bodies: List[bytes] = []
        self._next = 0

    # Out

    def write(self, data: bytes) -> None:
        """Bytes as they are. What comes meanwhile is read, so that neither side waits for the other."""
        view = memoryview(data)
        deadline = time.monotonic() + PATIENCE
        while view:
            readable, writable, _ = select.select([self._out], [self._in], [], deadline - time.monotonic())
            assert readable or writable, "the server neither reads nor writes"
            if readable:
                self._read_some()
            if writable:
                try:
                    view = view[self._in.write(view) or 0 :]
                except BlockingIOError:
                    pass

    def send(self, message: Any, *, on_purpose: bool = False) -> None:
        """A message; `on_purpose` where it breaks a rule."""
        data = frame(message)
        if on_purpose:
            self.referee.unchecked(message)
        else:
            self.referee.to_server(data)
        self.write(data)

    def notify(self, method: str, params: Any = None, *, on_purpose: bool = False) -> None:
        message = {"jsonrpc": "2.0", "method": method}
        self.send(message if params is None else {**message, "params": params}, on_purpose=on_purpose)

    def ask(self, method: str, params: Any = None, *, id: Any = None, on_purpose: bool = False) -> Any:
        """Sends a request, and gives its id."""
        self._next += 1
        id = self._next if id is None else id
        message = {"jsonrpc": "2.0", "id": id, "method": method}
        self.send(message if params is None else {**message, "params": params}, on_purpose=on_purpose)
        return id

    # In

    def response(self, id: Any, patience: float = PATIENCE) -> Dict[str, Any]:
        """The whole answer with an id."""
        self.pump(lambda: id in self._responses, patience, f"no answer with id {id!r}")
        return self._responses.pop(id)

    def result(self, id: Any, patience: float = PATIENCE) -> Any:
        answer = self.response(id, patience)
        if "error" in answer:
            raise Refused(answer["error"])
        return answer["result"]

    def call(self, method: str, params: Any = None, *, on_purpose: bool = False) -> Any:
        return self.result(self.ask(method, params, on_purpose=on_purpose))

    def has_answered(self, id: Any) -> bool:
        return id in self._responses

    def notification(
        self, method: str, fits: Callable[[Any], bool] = lambda params: True, patience: float = PATIENCE
    ) -> Any:
        """The params of the first notification that fits, which is taken out of those that have come."""

        def index() -> Optional[int]:
            for at, each in enumerate(self.notifications):
                if each["method"] == method and fits(each.get("params")):
                    return at
            return None

        self.pump(lambda: index() is not None, patience, f"no {method} that fits")
        found = index()
        assert found is not None
        return self.notifications.pop(found).get("params")

    def request(self, method: str, patience: float = PATIENCE) -> Any:
        """The params of the next request of this method that the server has made."""

        def index() -> Optional[int]:
            return next((at for at, each in enumerate(self.requests) if each["method"] == method), None)

        self.pump(lambda: index() is not None, patience, f"the server did not ask {method}")
        found = index()
        assert found is not None
        return self.requests.pop(found).get("params")

    def settle(self, seconds: float = 0.2) -> None:
        """Reads what comes within a time."""
        try:
            self.pump(lambda: False, seconds, "")
        except TimeoutError:
            pass

    def pump(self, done: Callable[[], bool], patience: float, complaint: str) -> None:
        """Reads and answers until something holds: TimeoutError or Closed where it does not come to that."""
        deadline = time.monotonic() + patience
        while True:
            while self._bodies:
                self._take(self._bodies.pop(0))
            if done():
                return
            readable, _, _ = select.select([self._out], [], [], max(0.0, deadline - time.monotonic()))
            if not readable:
                raise TimeoutError(f"{complaint} within {patience} s; said on standard error: {self.errors()}")
            if not self._read_some():
                raise Closed(f"{complaint}; said on standard error: {self.errors()}")

    def _read_some(self) -> bool:
        data = os.read(self._out.fileno(), 1 << 20)
        self.referee.to_client(data)
        if not data:
            self.referee.ended()
        self._bodies += [each for each in self._frames.feed(data) if isinstance(each, bytes)]
        return bool(data)

    def _take(self, body: bytes) -> None:
        message = parse(body)
        if "method" not in message:
            self._responses[message.get("id")] = message
        elif "id" not in message:
            self.notifications.append(message)
        else:
            self.requests.append(message)
            answer = self.answers.get(message["method"])
            if answer is None:
                error = {"code": -32601, "message": f"there is no {message['method']} here"}
                self._answer({"jsonrpc": "2.0", "id": message["id"], "error": error})
            else:
                self._answer({"jsonrpc": "2.0", "id": message["id"], "result": answer(message.get("params"))})

    def _answer(self, message: Dict[str, Any]) -> None:
        """Who does not listen any more is not answered."""
        if not self._in.closed:
            try:
                self.send(message)
            except BrokenPipeError:
                pass

    # Life

    def initialize(self, capabilities: Dict[str, Any], **params: Any) -> Dict[str, Any]:
        result: Dict[str, Any] = self.call(
            "initialize", {"processId": os.getpid(), "rootUri": None, "capabilities": capabilities, **params}
        )
        self.notify("initialized", {})
        if (capabilities.get("workspace") or {}).get("configuration"):
            self.request("workspace/configuration")
            # What is answered after our answer shows that the server has the settings.
            self.call("daemon/ping")
        return result

    def set(self, settings: Any) -> None:
        """Other settings in the editor, which says so, until the server has them."""
        self.settings = settings
        self.notify("workspace/didChangeConfiguration", {"settings": None})
        self.request("workspace/configuration")
        self.call("daemon/ping")

    def open(self, uri: str, text: str, language: str = "plaintext", version: int = 1) -> None:
        document = {"uri": uri, "languageId": language, "version": version, "text": text}
        self.notify("textDocument/didOpen", {"textDocument": document})

    def change(self, uri: str, version: int, changes: List[Dict[str, Any]], *, on_purpose: bool = False) -> None:
        params = {"textDocument": {"uri": uri, "version": version}, "contentChanges": changes}
        self.notify("textDocument/didChange", params, on_purpose=on_purpose)

    def about(self, method: str, uri: str, **params: Any) -> Any:
        """The answer of a request about a document."""
        return self.call(method, {"textDocument": {"uri": uri}, **params})

    def end_input(self) -> None:
        self._in.close()

    def exit(self) -> int:
        """The orderly end, and the status."""
        self.call("shutdown")
        self.notify("exit")
        return self.wait()

    def wait(self, patience: float = PATIENCE) -> int:
        """The server's status when it has ended by itself."""
        try:
            self.pump(lambda: False, patience, "the server did not end")
        except Closed:
            pass
        return self.process.wait(patience)

    def errors(self) -> str:
        self._errors.flush()
        self._errors.seek(0)
        return self._errors.read().decode("utf-8", "replace")[-2000:]

    def close(self) -> None:
        """Ends the server whatever it does, and its streams."""
        for stream in (self._in, self._out):
            try:
                stream.close()
            except BrokenPipeError:
                pass
        try:
            self.process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
            self.referee.fault(f"the server outlived its standard streams by {PATIENCE} s")
        self._errors.close()
