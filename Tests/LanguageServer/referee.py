"""What LSP 3.17 says of each message, held against the bytes that pass in both directions.

A referee stands at the streams, so that nothing escapes it: not what a client library would pass over, nor what no test
waits for. It collects faults; `verdict` gives them. Messages are structured into lsprotocol's types, by method and
direction, and back: what does not come out as it went in has a member that is unknown, missing, null or of another type.
"""

from __future__ import annotations

import json
import re
from typing import Any, Dict, Iterator, List, Optional, Set, Tuple, Union

import cattrs
from lsprotocol import converters, types

Id = Union[int, str]

# What a client sends that LSP does not know: the methods of protocol/METHODS.md.
OURS = re.compile(r"(text|words|models|series|daemon)/[a-zA-Z]+|rpc\.discover")
# And what a server sends.
STOPPING = "$/sluice/stopping"


def converter() -> cattrs.Converter:
    """lsprotocol's, which takes a code action that has a command for a command alone: told apart here as LSP does."""
    made = converters.get_converter()

    def command_or_action(value: Any, _: Any) -> Any:
        kind = types.Command if isinstance(value.get("command"), str) else types.CodeAction
        return made.structure(value, kind)

    made.register_structure_hook(Union[types.Command, types.CodeAction], command_or_action)
    return made


CONVERTER = converter()

# LSP's own, JSON-RPC's and those of protocol/METHODS.md.
ERROR_CODES = {-32700, -32600, -32601, -32602, -32603, -32001, -32002, -32800, -32801, -32802, -32803} | set(
    range(-32017, -32009)
)

# lsprotocol knows what is proposed for the next version, too.
LATER = {
    "workspace/foldingRange/refresh",
    "textDocument/inlineCompletion",
    "textDocument/rangesFormatting",
    "workspace/textDocumentContent",
    "workspace/textDocumentContent/refresh",
}

# What a server may send before it has answered `initialize`.
EARLY = {"window/showMessage", "window/logMessage", "telemetry/event", "window/showMessageRequest", "$/progress"}

# What a client must have said that it can, before a server asks it for it.
NEEDED: Dict[str, Tuple[str, ...]] = {
    "workspace/configuration": ("workspace", "configuration"),
    "workspace/applyEdit": ("workspace", "applyEdit"),
    "workspace/workspaceFolders": ("workspace", "workspaceFolders"),
    "workspace/diagnostic/refresh": ("workspace", "diagnostics", "refreshSupport"),
    "workspace/codeLens/refresh": ("workspace", "codeLens", "refreshSupport"),
    "workspace/inlayHint/refresh": ("workspace", "inlayHint", "refreshSupport"),
    "workspace/semanticTokens/refresh": ("workspace", "semanticTokens", "refreshSupport"),
    "window/workDoneProgress/create": ("window", "workDoneProgress"),
    "window/showDocument": ("window", "showDocument", "support"),
}


class FrameReader:
    """Bytes in, bodies out; says what is wrong with a header."""

    def __init__(self) -> None:
        self._buffer = bytearray()
        self._length: Optional[int] = None

    def feed(self, data: bytes) -> Iterator[Union[bytes, str]]:
        """Each body as bytes, each fault of a header as a sentence."""
        self._buffer += data
        while True:
            if self._length is None:
                end = self._buffer.find(b"\r\n\r\n")
                if end < 0:
                    return
                header = bytes(self._buffer[:end])
                del self._buffer[: end + 4]
                fault, self._length = self._read(header)
                if fault:
                    yield fault
            if len(self._buffer) < self._length:
                return
            body = bytes(self._buffer[: self._length])
            del self._buffer[: self._length]
            self._length = None
            yield body

    @property
    def rest(self) -> bytes:
        return bytes(self._buffer)

    @staticmethod
    def _read(header: bytes) -> Tuple[Optional[str], int]:
        length = None
        for line in header.split(b"\r\n"):
            name, _, value = line.partition(b": ")
            if name.lower() == b"content-length" and re.fullmatch(rb"\d+", value):
                length = int(value)
            elif name.lower() == b"content-type" and re.search(rb"charset=(utf-8|utf8)$", value):
                pass
            else:
                return f"a header line is {line!r}", length or 0
        return (None, length) if length is not None else (f"a header without Content-Length: {header!r}", 0)


def parse(body: bytes) -> Any:
    """Strict JSON in strict UTF-8: ValueError for a name that occurs twice, for NaN, for a lone surrogate."""

    def refuse(constant: str) -> Any:
        raise ValueError(f"{constant} is no JSON")

    def once(pairs: List[Tuple[str, Any]]) -> Dict[str, Any]:
        names = [name for name, _ in pairs]
        if len(set(names)) != len(names):
            raise ValueError(f"a name occurs twice among {names}")
        return dict(pairs)

    value = json.loads(body.decode("utf-8"), parse_constant=refuse, object_pairs_hook=once)
    json.dumps(value, ensure_ascii=False).encode("utf-8")
    return value


def difference(came: Any, known: Any, path: str = "") -> Optional[str]:
    """Where the second value, which went through lsprotocol's types, is not the first."""
    if isinstance(came, dict) and isinstance(known, dict):
        for name in came.keys() | known.keys():
            here = f"{path}.{name}"
            if name not in known:
                # Values of any kind, null among them.
                if name in ("initializationOptions", "data", "experimental") and came[name] is None:
                    continue
                return f"{here} is {came[name]!r}, which LSP does not have there"
            if name not in came:
                # lsprotocol writes them always, LSP has no need of them.
                if name in ("rootPath", "workspaceFolders") and known[name] is None:
                    continue
                return f"{here} is missing"
            found = difference(came[name], known[name], here)
            if found:
                return found
        return None
    if isinstance(came, (list, tuple)) and isinstance(known, (list, tuple)):
        if len(came) != len(known):
            return f"{path} has {len(came)} elements, {len(known)} of them known"
        for index, (one, other) in enumerate(zip(came, known)):
            found = difference(one, other, f"{path}[{index}]")
            if found:
                return found
        return None
    if isinstance(came, bool) != isinstance(known, bool) or isinstance(came, str) != isinstance(known, str):
        return f"{path} is {came!r}, expected such as {known!r}"
    return None if came == known else f"{path} is {came!r}, expected such as {known!r}"


def misfit(value: Any, kind: Any) -> Optional[str]:
    """What is wrong with a value that should be one of lsprotocol's types."""
    try:
        structured = CONVERTER.structure(json.loads(json.dumps(value)), kind)
        again = CONVERTER.unstructure(structured, kind)
    except Exception as error:  # cattrs raises whatever its hooks stumble over
        return f"no {getattr(kind, '__name__', kind)}: {error!r}{''.join(f' / {each!r}' for each in causes(error))}"
    return difference(value, again)


def causes(error: BaseException) -> Iterator[BaseException]:
    for each in getattr(error, "exceptions", ()):
        yield each
        yield from causes(each)


def ranges(value: Any) -> Iterator[Dict[str, Any]]:
    """All ranges in a message."""
    if isinstance(value, dict):
        if set(value) == {"start", "end"} and all(isinstance(each, dict) for each in value.values()):
            yield value
        for each in value.values():
            yield from ranges(each)
    elif isinstance(value, list):
        for each in value:
            yield from ranges(each)


class Referee:
    """One session's messages, in both directions."""

    def __init__(self) -> None:
        self.faults: List[str] = []
        self.log: List[Tuple[str, Any]] = []
        self._frames = {"to server": FrameReader(), "to client": FrameReader()}
        # Requests that wait for their answer, by who asked.
        self._asked: Dict[str, Dict[Id, Tuple[str, Any]]] = {"to server": {}, "to client": {}}
        self._capabilities: Dict[str, Any] = {}
        self._initialized = False
        self._shut_down = False
        self._exited = False
        # The newest version of each open document, and the last that diagnostics were published of.
        self._versions: Dict[str, int] = {}
        self._published: Dict[str, int] = {}
        self._ever_opened: Set[str] = set()
        # Progress tokens, and whether they have begun.
        self._tokens: Dict[Id, str] = {}

    # From the streams

    def to_server(self, data: bytes) -> None:
        self._see("to server", data)

    def to_client(self, data: bytes) -> None:
        self._see("to client", data)

    def unchecked(self, message: Any) -> None:
        """A message to the server that breaks the rules on purpose; its answer is held to them all the same."""
        self.log.append(("to server, on purpose", message))
        if isinstance(message, dict) and isinstance(message.get("id"), (int, str)):
            self._asked["to server"][message["id"]] = (str(message.get("method")), message.get("params"))

    def ended(self) -> None:
        """The server has closed its stream."""
        rest = self._frames["to client"].rest
        if rest:
            self.fault(f"the stream ends inside a message: {rest[:200]!r}")

    def verdict(self, *, all_answered: bool = True) -> List[str]:
        """The faults so far; with what the server was asked and has not answered, unless it may still."""
        faults = list(self.faults)
        if all_answered:
            for id, (method, _) in self._asked["to server"].items():
                faults.append(f"{method} with id {id!r} was never answered")
        return faults

    def fault(self, sentence: str) -> None:
        self.faults.append(sentence)

    # Messages

    def _see(self, direction: str, data: bytes) -> None:
        for frame in self._frames[direction].feed(data):
            if isinstance(frame, str):
                self.fault(f"{direction}: {frame}")
                continue
            try:
                message = parse(frame)
            except ValueError as error:
                self.fault(f"{direction}: {error}: {frame[:200]!r}")
                continue
            self.log.append((direction, message))
            count = len(self.faults)
            self._judge(direction, message)
            for index in range(count, len(self.faults)):
                self.faults[index] += f"\n    in {direction}: {json.dumps(message, ensure_ascii=False)[:800]}"

    def _judge(self, direction: str, message: Any) -> None:
        if not isinstance(message, dict) or message.get("jsonrpc") != "2.0":
            return self.fault("no JSON-RPC 2.0 object")
        if direction == "to client" and self._exited:
            self.fault("something was sent after exit")
        if "method" not in message:
            return self._judge_response(direction, message)
        method = message["method"]
        if not isinstance(method, str):
            return self.fault("the method is no string")
        if "id" in message:
            id = message["id"]
            if isinstance(id, bool) or not isinstance(id, (int, str)) or (isinstance(id, int) and abs(id) >= 1 << 31):
                return self.fault(f"the id is {id!r}, which is neither an integer of 32 bits nor a string")
            if id in self._asked[direction]:
                self.fault(f"the id {id!r} is still waiting for an answer")
            self._asked[direction][id] = (method, message.get("params"))
        if OURS.fullmatch(method) or (direction == "to client" and method == STOPPING):
            return
        known = types.METHOD_TO_TYPES.get(method)
        if known is None or method in LATER:
            return self.fault(f"LSP has no {method}")
        if types.message_direction(method) not in ("both", "clientToServer" if direction == "to server" else "serverToClient"):
            return self.fault(f"{method} goes the other way")
        is_request = known[1] is not None
        if is_request != ("id" in message):
            return self.fault(f"{method} is a {'request' if is_request else 'notification'}")
        if found := misfit(message, known[0]):
            self.fault(f"{method}: {found}")
        for each in ranges(message):
            self._judge_range(each)
        if direction == "to client":
            self._judge_from_server(method, message.get("params") or {})
        else:
            self._note_from_client(method, message.get("params") or {})

    def _judge_response(self, direction: str, message: Dict[str, Any]) -> None:
        asked = self._asked["to client" if direction == "to server" else "to server"]
        if ("result" in message) == ("error" in message):
            self.fault("an answer has either a result or an error")
        if "error" in message:
            # The one place where JSON-RPC has null and lsprotocol has not.
            known_id = {name: value for name, value in message.items() if name != "id" or value is not None}
            if found := misfit(known_id, types.ResponseErrorMessage):
                self.fault(f"an error: {found}")
            code = message["error"].get("code") if isinstance(message["error"], dict) else None
            if direction == "to client" and code not in ERROR_CODES:
                self.fault(f"the code {code!r} is neither LSP's nor of METHODS.md")
        id = message.get("id")
        if id is None:
            if "error" not in message or message["error"].get("code") not in (-32700, -32600, -32014):
                self.fault("only what cannot be read is answered without an id")
            return
        if id not in asked:
            return self.fault(f"nobody waits for an answer with id {id!r}")
        method, params = asked.pop(id)
        if "result" not in message:
            return
        if not OURS.fullmatch(method) and (known := types.METHOD_TO_TYPES.get(method)) is not None and known[1] is not None:
            if found := misfit(message, known[1]):
                self.fault(f"answer of {method}: {found}")
        for each in ranges(message["result"]):
            self._judge_range(each)
        if method == "initialize" and direction == "to client":
            self._initialized = True
            self._judge_capabilities(message["result"]["capabilities"])
        elif method == "shutdown":
            self._shut_down = True
        elif method.startswith("textDocument/semanticTokens/") and message["result"]:
            data = message["result"].get("data", [])
            edits = message["result"].get("edits", [])
            if len(data) % 5 or any(value < 0 for value in data):
                self.fault("semantic tokens are groups of five numbers that are not negative")
            if any(edit["start"] < 0 or edit["deleteCount"] < 0 for edit in edits):
                self.fault("an edit of semantic tokens is before their beginning")
        elif method == "window/workDoneProgress/create":
            self._tokens[params["token"]] = "new"

    def _judge_range(self, value: Dict[str, Any]) -> None:
        try:
            start, end = [(each["line"], each["character"]) for each in (value["start"], value["end"])]
        except (KeyError, TypeError):
            return
        if start > end or min(start + end) < 0:
            self.fault(f"a range from {start} to {end}")

    def _judge_capabilities(self, capabilities: Dict[str, Any]) -> None:
        offered = (self._capabilities.get("general") or {}).get("positionEncodings") or ["utf-16"]
        chosen = capabilities.get("positionEncoding", "utf-16")
        if chosen not in offered and chosen != "utf-16":
            self.fault(f"{chosen} was not among the position encodings offered: {offered}")

    def _can(self, *path: str) -> bool:
        value: Any = self._capabilities
        for name in path:
            value = value.get(name) if isinstance(value, dict) else None
        return value is True

    def _judge_from_server(self, method: str, params: Any) -> None:
        if not self._initialized and method not in EARLY:
            self.fault(f"{method} came before the answer of initialize")
        if method in NEEDED and not self._can(*NEEDED[method]):
            self.fault(f"{method} needs the client's {'.'.join(NEEDED[method])}")
        if method == "client/registerCapability":
            for each in params["registrations"]:
                self._judge_registration(each)
        elif method == "textDocument/publishDiagnostics":
            self._judge_diagnostics(params)
        elif method == "$/progress":
            self._judge_progress(params)

    def _judge_registration(self, registration: Dict[str, Any]) -> None:
        method = registration["method"]
        known = types.METHOD_TO_TYPES.get(method)
        if known is None:
            return self.fault(f"LSP has no {method} to register for")
        area, name = method.split("/")[:2]
        name = {"didOpen": "synchronization", "didChange": "synchronization", "didClose": "synchronization"}.get(
            name if area == "textDocument" else "", name
        )
        if not self._can(area, name, "dynamicRegistration"):
            self.fault(f"a registration for {method} needs the client's {area}.{name}.dynamicRegistration")
        if known[3] is not None and registration.get("registerOptions") is not None:
            if found := misfit(registration["registerOptions"], known[3]):
                self.fault(f"options of a registration for {method}: {found}")

    def _judge_diagnostics(self, params: Dict[str, Any]) -> None:
        uri, version = params["uri"], params.get("version")
        if uri not in self._ever_opened:
            self.fault("diagnostics of a document that was never opened")
        elif uri not in self._versions and params["diagnostics"]:
            self.fault("diagnostics of a document that is closed")
        if version is None or uri not in self._versions:
            return
        if version > self._versions[uri]:
            self.fault(f"diagnostics of version {version}, where {self._versions[uri]} is the newest")
        if version < self._published.get(uri, version):
            self.fault(f"diagnostics of version {version} after those of {self._published[uri]}")
        self._published[uri] = version

    def _judge_progress(self, params: Dict[str, Any]) -> None:
        token, value = params["token"], params["value"]
        stage = self._tokens.get(token)
        if stage is None:
            return self.fault(f"progress with a token that nobody made: {token!r}")
        if stage == "partial":
            return
        kinds = {
            "begin": types.WorkDoneProgressBegin,
            "report": types.WorkDoneProgressReport,
            "end": types.WorkDoneProgressEnd,
        }
        kind = value.get("kind") if isinstance(value, dict) else None
        if kind not in kinds:
            return self.fault("progress that neither begins, reports nor ends")
        if found := misfit(value, kinds[kind]):
            self.fault(f"progress: {found}")
        if (kind == "begin") != (stage == "new"):
            self.fault(f"progress: {kind} where it is {stage}")
        self._tokens[token] = "ended" if kind == "end" else "begun"

    def _note_from_client(self, method: str, params: Any) -> None:
        if method == "initialize":
            self._capabilities = params.get("capabilities") or {}
        elif method == "exit":
            self._exited = True
        elif method == "textDocument/didOpen":
            document = params["textDocument"]
            self._versions[document["uri"]] = document["version"]
            self._ever_opened.add(document["uri"])
            self._published.pop(document["uri"], None)
        elif method == "textDocument/didChange":
            document = params["textDocument"]
            if document["uri"] in self._versions:
                self._versions[document["uri"]] = max(self._versions[document["uri"]], document["version"])
        elif method == "textDocument/didClose":
            self._versions.pop(params["textDocument"]["uri"], None)
        if isinstance(params, dict):
            if (token := params.get("workDoneToken")) is not None:
                self._tokens[token] = "new"
            if (token := params.get("partialResultToken")) is not None:
                self._tokens[token] = "partial"
