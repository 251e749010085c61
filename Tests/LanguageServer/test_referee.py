"""The referee blows its whistle: each message here is a fault, and the session without it is none."""

from __future__ import annotations

import json
from typing import Any, Dict, List, Tuple

import pytest

from capabilities import everything
from referee import Referee
from textmodel import TextModel, spans_of_tokens, with_token_edits
from wire import frame

URI = "file:///a.txt"
AT = {"start": {"line": 0, "character": 0}, "end": {"line": 0, "character": 2}}
Message = Dict[str, Any]
TO_SERVER, TO_CLIENT = "to server", "to client"


def request(id: Any, method: str, **params: Any) -> Message:
    return {"jsonrpc": "2.0", "id": id, "method": method, "params": params}


def note(method: str, **params: Any) -> Message:
    return {"jsonrpc": "2.0", "method": method, "params": params}


def answer(id: Any, result: Any) -> Message:
    return {"jsonrpc": "2.0", "id": id, "result": result}


def diagnostics(items: List[Any], **more: Any) -> Message:
    return note("textDocument/publishDiagnostics", uri=URI, diagnostics=items, **more)


HELLO = request(1, "initialize", processId=None, rootUri=None, capabilities=everything())
BEGIN: List[Tuple[str, Message]] = [
    (TO_SERVER, HELLO),
    (TO_CLIENT, answer(1, {"capabilities": {"positionEncoding": "utf-8", "hoverProvider": True}})),
    (TO_SERVER, note("initialized")),
    (TO_SERVER, note("textDocument/didOpen", textDocument={"uri": URI, "languageId": "x", "version": 3, "text": "ab"})),
]
ASKED = request(2, "textDocument/hover", textDocument={"uri": URI}, position=AT["start"])
DELTA = request(2, "textDocument/semanticTokens/full/delta", textDocument={"uri": URI}, previousResultId="1")
HOVER = {"contents": {"kind": "markdown", "value": "**ab**"}, "range": AT}
PROBLEM = {"range": AT, "message": "m", "severity": 2, "source": "sluice", "code": "x", "data": {"a": [1]}}
CREATE = request("t", "window/workDoneProgress/create", token="p")


def judged(messages: List[Tuple[str, Message]]) -> List[str]:
    referee = Referee()
    for direction, message in messages:
        (referee.to_server if direction == TO_SERVER else referee.to_client)(frame(message))
    return referee.verdict()


@pytest.mark.parametrize(
    "messages",
    [
        [(TO_SERVER, ASKED), (TO_CLIENT, answer(2, HOVER))],
        [(TO_SERVER, ASKED), (TO_CLIENT, answer(2, None))],
        [(TO_SERVER, ASKED), (TO_CLIENT, {"jsonrpc": "2.0", "id": 2, "error": {"code": -32800, "message": "cancelled"}})],
        [(TO_CLIENT, diagnostics([PROBLEM], version=3))],
        [(TO_SERVER, request("a", "text/classify", anything=1)), (TO_CLIENT, answer("a", {"label": "x"}))],
        [(TO_CLIENT, CREATE), (TO_SERVER, answer("t", None))]
        + [(TO_CLIENT, note("$/progress", token="p", value=value)) for value in ({"kind": "begin", "title": "t"}, {"kind": "end"})],
        [(TO_SERVER, DELTA), (TO_CLIENT, answer(2, {"edits": [{"start": 0, "deleteCount": 5, "data": [1, 2, 3, 0, 0]}]}))],
        [(TO_CLIENT, request("c", "workspace/configuration", items=[{"section": "sluice"}])), (TO_SERVER, answer("c", [None]))],
    ],
)
def test_what_is_right_is_no_fault(messages: List[Tuple[str, Message]]) -> None:
    assert judged(BEGIN + messages) == []


@pytest.mark.parametrize(
    ("messages", "fault"),
    [
        ([(TO_SERVER, ASKED)], "never answered"),
        ([(TO_CLIENT, answer(9, None))], "nobody waits"),
        ([(TO_SERVER, ASKED), (TO_CLIENT, answer(2, {**HOVER, "rnage": AT}))], "rnage"),
        ([(TO_SERVER, ASKED), (TO_CLIENT, answer(2, {"contents": HOVER["contents"], "range": None}))], "range is None"),
        ([(TO_SERVER, ASKED), (TO_CLIENT, answer(2, {"range": AT}))], "contents"),
        ([(TO_SERVER, ASKED), (TO_CLIENT, answer(2, {"contents": {"kind": "html", "value": ""}}))], "html"),
        ([(TO_SERVER, ASKED), (TO_CLIENT, answer(2, {"contents": "a", "range": {"start": AT["end"], "end": AT["start"]}}))], "a range from"),
        ([(TO_SERVER, ASKED), (TO_CLIENT, {**answer(2, None), "error": {"code": 1, "message": ""}})], "either a result"),
        ([(TO_SERVER, ASKED), (TO_CLIENT, {"jsonrpc": "2.0", "id": 2})], "either a result"),
        ([(TO_SERVER, ASKED), (TO_CLIENT, {"jsonrpc": "2.0", "id": 2, "error": {"code": -1, "message": ""}})], "code -1"),
        ([(TO_SERVER, ASKED), (TO_CLIENT, {"jsonrpc": "2.0", "id": 2, "error": {"code": -32803}})], "message"),
        ([(TO_CLIENT, diagnostics([PROBLEM], version=4))], "version 4"),
        ([(TO_CLIENT, diagnostics([{**PROBLEM, "severity": "2"}]))], "severity"),
        ([(TO_CLIENT, diagnostics([{**PROBLEM, "severity": 5}]))], "5"),
        ([(TO_CLIENT, diagnostics([{**PROBLEM, "tags": None}]))], "tags"),
        ([(TO_SERVER, note("textDocument/didClose", textDocument={"uri": URI})), (TO_CLIENT, diagnostics([PROBLEM]))], "closed"),
        ([(TO_CLIENT, note("textDocument/publishDiagnostics", uri="file:///b", diagnostics=[]))], "never opened"),
        ([(TO_CLIENT, ASKED)], "goes the other way"),
        ([(TO_CLIENT, note("textDocument/published"))], "LSP has no"),
        ([(TO_CLIENT, note("$/progress", token="p", value={"kind": "begin", "title": "t"}))], "nobody made"),
        ([(TO_CLIENT, CREATE), (TO_SERVER, answer("t", None)), (TO_CLIENT, note("$/progress", token="p", value={"kind": "end"}))], "end where it is new"),
        ([(TO_CLIENT, request("a", "workspace/foldingRange/refresh")), (TO_SERVER, answer("a", None))], "LSP has no"),
        ([(TO_SERVER, request(2, "textDocument/semanticTokens/full", textDocument={"uri": URI})), (TO_CLIENT, answer(2, {"data": [1, 2, 3]}))], "groups of five"),
        ([(TO_SERVER, ASKED), (TO_SERVER, ASKED), (TO_CLIENT, answer(2, None))], "still waiting"),
        ([(TO_SERVER, note("exit")), (TO_CLIENT, note("window/logMessage", type=3, message="m"))], "after exit"),
        ([(TO_CLIENT, request(2**31, "workspace/configuration", items=[]))], "32 bits"),
        ([(TO_SERVER, {**ASKED, "params": {"textDocument": {"uri": URI}}}), (TO_CLIENT, answer(2, None))], "position"),
    ],
)
def test_what_is_wrong_is_a_fault(messages: List[Tuple[str, Message]], fault: str) -> None:
    faults = judged(BEGIN + messages)
    assert faults and fault in "\n".join(faults), faults


def test_what_a_client_cannot_is_not_asked_of_it() -> None:
    hello = request(1, "initialize", processId=None, rootUri=None, capabilities={})
    bare = [(TO_SERVER, hello), (TO_CLIENT, answer(1, {"capabilities": {}}))]
    for method in ("workspace/configuration", "workspace/applyEdit", "window/workDoneProgress/create"):
        params: Dict[str, Any] = {"items": []} if "conf" in method else {"edit": {}} if "Edit" in method else {"token": 1}
        faults = judged(bare + [(TO_CLIENT, request("a", method, **params)), (TO_SERVER, answer("a", None))])
        assert any("needs the client's" in each for each in faults)
    encoding = answer(1, {"capabilities": {"positionEncoding": "utf-8"}})
    assert any("utf-8 was not among" in each for each in judged([(TO_SERVER, hello), (TO_CLIENT, encoding)]))
    watch = {"id": "w", "method": "workspace/didChangeWatchedFiles", "registerOptions": {"watchers": []}}
    faults = judged(bare + [(TO_CLIENT, request("a", "client/registerCapability", registrations=[watch])), (TO_SERVER, answer("a", None))])
    assert any("dynamicRegistration" in each for each in faults)


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (b"Content-Length: 2\n\n{}Content-Length: 2\r\n\r\n{}", "header"),
        (b"Content-Type: text/plain\r\nContent-Length: 2\r\n\r\n{}", "header line"),
        (b"Content-Length: 3\r\n\r\n\xff{}", "decode"),
        (b'Content-Length: 13\r\n\r\n{"a":1,"a":2}', "twice"),
        (b"Content-Length: 3\r\n\r\nNaN", "no JSON"),
        (b"Content-Length: 2\r\n\r\n[]", "no JSON-RPC"),
    ],
)
def test_a_frame_that_is_wrong_is_a_fault(data: bytes, fault: str) -> None:
    referee = Referee()
    referee.to_client(data)
    assert any(fault in each for each in referee.verdict()), referee.verdict()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-32"])
def test_the_model_document_knows_positions(encoding: str) -> None:
    model = TextModel("가🎬a\r\n\rb\n", encoding)
    assert [model.text[start:end] for start, end in model.lines()] == ["가🎬a", "", "b", ""]
    emoji = {"utf-8": 7, "utf-16": 3, "utf-32": 2}[encoding]
    assert model.position(2) == {"line": 0, "character": emoji}
    for offset in range(len(model.text) + 1):
        # Between \r and \n there is no position.
        assert model.offset(model.position(offset)) == (offset if offset != 4 else 3)
    assert model.offset({"line": 0, "character": 99}) == 3 and model.offset({"line": 9, "character": 0}) == 8
    if encoding != "utf-32":
        assert model.offset({"line": 0, "character": emoji - 1}) == 1
    model.apply([{"range": model.range(1, 2), "text": "\n"}, {"range": model.range(0, 1), "text": ""}])
    assert model.text == "\na\r\n\rb\n"
    assert json.loads(json.dumps(model.range(0, 0)))["start"] == {"line": 0, "character": 0}


def test_the_model_of_tokens_applies_edits_of_the_array_before_them() -> None:
    assert with_token_edits([1, 2, 3, 4, 5], [{"start": 4, "deleteCount": 1}, {"start": 0, "deleteCount": 1, "data": [9, 9]}]) == [9, 9, 2, 3, 4]
    model = TextModel("가 나\n다", "utf-8")
    assert spans_of_tokens(model, [0, 4, 3, 0, 0, 1, 0, 3, 1, 0], ["a", "b"]) == [("나", "a"), ("다", "b")]
