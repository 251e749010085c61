"""The rules of LSP 3.17 that a session's life follows, one test a rule, in every way to start a server."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from typing import Any, Callable, Dict, List

import pytest

from capabilities import everything
from sandbox import Sandbox
from wire import Refused, Wire, frame

Connect = Callable[..., Wire]
URI = "file:///work/life.txt"
HELLO: Dict[str, Any] = {"processId": None, "rootUri": None, "capabilities": {}}


def ping(id: Any) -> bytes:
    return json.dumps({"jsonrpc": "2.0", "id": id, "method": "daemon/ping"}).encode()


# Frames


def test_content_length_counts_bytes(wire: Wire) -> None:
    wire.initialize(everything())
    body = '{"jsonrpc":"2.0","id":"한🎬","method":"daemon/ping"}'.encode()
    wire.referee.unchecked(json.loads(body))
    wire.write(b"Content-Length: %d\r\n\r\n%b" % (len(body), body) + frame({"jsonrpc": "2.0", "method": "initialized"}))
    assert wire.result("한🎬") == {}


@pytest.mark.parametrize("charset", ["utf-8", "utf8", "UTF-8"])
def test_a_content_type_with_utf_8_is_taken(wire: Wire, charset: str) -> None:
    wire.referee.unchecked({"id": 1, "method": "daemon/ping"})
    header = f"Content-Length: {len(ping(1))}\r\nContent-Type: application/vscode-jsonrpc; charset={charset}\r\n\r\n"
    wire.write(header.encode() + ping(1))
    assert wire.result(1) == {}


def test_another_charset_is_an_error(wire: Wire) -> None:
    header = f"Content-Length: {len(ping(1))}\r\nContent-Type: application/vscode-jsonrpc; charset=utf-16\r\n\r\n"
    wire.write(header.encode() + ping(1))
    assert wire.response(None)["error"]["code"] == -32700


def test_a_message_may_come_in_any_pieces(wire: Wire) -> None:
    wire.initialize(everything())
    wire.referee.unchecked({"id": "in pieces", "method": "daemon/ping"})
    for byte in frame({"jsonrpc": "2.0", "id": "in pieces", "method": "daemon/ping"}):
        wire.write(bytes([byte]))
    assert wire.result("in pieces") == {}


def test_what_is_no_json_is_answered_without_an_id_and_the_session_goes_on(wire: Wire) -> None:
    wire.initialize(everything())
    wire.write(b"Content-Length: 5\r\n\r\n{oops")
    assert wire.response(None)["error"]["code"] == -32700
    assert wire.call("daemon/ping") == {}


@pytest.mark.parametrize(
    ("message", "id"),
    [
        ({"jsonrpc": "1.0", "id": 7, "method": "daemon/ping"}, 7),
        ({"id": 7, "method": "daemon/ping"}, 7),
        ({"jsonrpc": "2.0", "id": 7, "method": 8}, 7),
        ({"jsonrpc": "2.0", "id": 7}, 7),
        ({"jsonrpc": "2.0", "id": [7], "method": "daemon/ping"}, None),
        ({}, None),
        (7, None),
        ("text", None),
        (None, None),
    ],
)
def test_what_is_no_request_is_invalid(wire: Wire, message: Any, id: Any) -> None:
    wire.initialize(everything())
    wire.send(message, on_purpose=True)
    assert wire.response(id)["error"]["code"] == -32600
    assert wire.call("daemon/ping") == {}


def test_a_batch_is_no_part_of_lsp(wire: Wire) -> None:
    wire.initialize(everything())
    wire.send([{"jsonrpc": "2.0", "id": 8, "method": "daemon/ping"}], on_purpose=True)
    assert wire.response(None)["error"]["code"] == -32600
    assert wire.call("daemon/ping") == {}


# Ids


@pytest.mark.parametrize("id", [0, 1, -1, 2**31 - 1, -(2**31) + 1, "", "1", "한글 🎬", "a" * 1000])
def test_an_id_comes_back_as_it_went(wire: Wire, id: Any) -> None:
    wire.initialize(everything())
    wire.ask("daemon/ping", id=id)
    answer = wire.response(id)
    assert answer["id"] == id and isinstance(answer["id"], type(id))


def test_an_integer_and_a_string_are_two_ids(wire: Wire) -> None:
    wire.initialize(everything())
    wire.ask("daemon/ping", id=77)
    wire.ask("no/such", id="77", on_purpose=True)
    assert wire.response(77)["result"] == {}
    assert wire.response("77")["error"]["code"] == -32601


# Before, during and after


def test_a_request_before_initialize_is_refused(wire: Wire) -> None:
    with pytest.raises(Refused) as refused:
        wire.call("textDocument/hover", {"textDocument": {"uri": URI}, "position": {"line": 0, "character": 0}})
    assert refused.value.code == -32002
    wire.initialize(everything())
    assert wire.call("daemon/ping") == {}


def test_shutdown_before_initialize_is_refused(wire: Wire) -> None:
    with pytest.raises(Refused) as refused:
        wire.call("shutdown")
    assert refused.value.code == -32002


def test_a_notification_before_initialize_is_dropped(wire: Wire) -> None:
    wire.open(URI, "너무 지루하고 최악이다.")
    wire.initialize(everything())
    wire.open(URI, "정말 재미있게 봤어요.")
    assert [each["name"] for each in wire.about("textDocument/documentSymbol", URI)][0].startswith("정말")


def test_initialize_comes_once(wire: Wire) -> None:
    wire.initialize(everything())
    with pytest.raises(Refused) as refused:
        wire.call("initialize", HELLO)
    assert refused.value.code == -32600
    assert wire.call("daemon/ping") == {}


def test_initialize_says_who_answers_and_what_it_can(wire: Wire) -> None:
    result = wire.initialize(everything())
    assert result["serverInfo"]["name"] == "sluice" and result["serverInfo"]["version"]
    can = result["capabilities"]
    sync = can["textDocumentSync"]
    assert sync == 2 or (sync["openClose"] is True and sync["change"] == 2)
    for name in (
        "hoverProvider", "completionProvider", "codeActionProvider", "codeLensProvider", "inlayHintProvider",
        "documentHighlightProvider", "documentSymbolProvider", "selectionRangeProvider", "executeCommandProvider",
        "semanticTokensProvider", "diagnosticProvider",
    ):
        assert can.get(name) not in (None, False), name
    assert can["completionProvider"]["resolveProvider"] is True
    assert can["diagnosticProvider"]["interFileDependencies"] is False
    assert can["semanticTokensProvider"]["range"] in (True, {})
    assert can["semanticTokensProvider"]["full"] == {"delta": True}
    assert {"sluice.addToDictionary", "sluice.ignoreHere", "sluice.correctLabel", "sluice.reload"} <= set(
        can["executeCommandProvider"]["commands"]
    )


@pytest.mark.parametrize("capabilities", [{}, {"textDocument": {}, "workspace": {}, "general": {}, "window": {}}])
def test_an_editor_that_can_nothing_is_served(wire: Wire, capabilities: Dict[str, Any]) -> None:
    # The referee sees to it that the server asks it for nothing.
    result = wire.initialize(capabilities)
    assert result["capabilities"].get("positionEncoding", "utf-16") == "utf-16"
    wire.open(URI, "정말 재미있는 영화였다.")
    at = {"position": {"line": 0, "character": 8}}
    assert "영화" in json.dumps(wire.about("textDocument/hover", URI, **at), ensure_ascii=False)
    assert wire.about("textDocument/documentSymbol", URI)
    assert wire.exit() == 0


@pytest.mark.parametrize("options", [None, {}, {"features": None}, {"features": {}, "rules": []}])
def test_missing_and_null_options_are_none(wire: Wire, options: Any) -> None:
    wire.initialize(everything(), initializationOptions=options)
    wire.open(URI, "정말 재미있는 영화였다.")
    assert wire.about("textDocument/hover", URI, position={"line": 0, "character": 8}) is not None


def test_after_shutdown_every_request_is_invalid(wire: Wire) -> None:
    wire.initialize(everything())
    assert wire.call("shutdown") is None
    for method in ("daemon/ping", "shutdown", "textDocument/documentSymbol"):
        with pytest.raises(Refused) as refused:
            wire.call(method, {"textDocument": {"uri": URI}} if "/" in method and "text" in method else None)
        assert refused.value.code == -32600
    wire.notify("exit")
    assert wire.wait() == 0


def test_exit_after_shutdown_ends_with_0(wire: Wire) -> None:
    wire.initialize(everything())
    assert wire.exit() == 0


def test_exit_without_shutdown_ends_with_1(wire: Wire) -> None:
    wire.initialize(everything())
    wire.notify("exit")
    assert wire.wait() == 1


def test_exit_is_heard_before_initialize(wire: Wire) -> None:
    wire.notify("exit")
    assert wire.wait() in (0, 1)


def test_the_end_of_input_ends_the_server(wire: Wire) -> None:
    wire.initialize(everything())
    wire.end_input()
    assert wire.wait() == 1


def test_the_end_of_input_after_shutdown_is_an_orderly_end(wire: Wire) -> None:
    wire.initialize(everything())
    wire.call("shutdown")
    wire.end_input()
    assert wire.wait() == 0


def test_the_server_ends_when_the_process_that_it_is_for_is_dead(wire: Wire) -> None:
    # Somebody else holds the streams open.
    parent = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
    wire.call("initialize", {**HELLO, "processId": parent.pid, "capabilities": everything()})
    wire.notify("initialized", {})
    wire.settle(0.3)
    assert wire.process.poll() is None
    parent.kill()
    parent.wait()
    wire.wait()


def test_a_process_that_is_dead_already_ends_the_server(wire: Wire) -> None:
    parent = subprocess.Popen(["true"])
    parent.wait()
    # Whether it answers before it ends is its own affair.
    wire.ask("initialize", {**HELLO, "processId": parent.pid, "capabilities": everything()})
    wire.wait()


def test_sigterm_is_an_orderly_end(wire: Wire) -> None:
    wire.initialize(everything())
    wire.process.send_signal(signal.SIGTERM)
    assert wire.wait() in (0, 1, 128 + signal.SIGTERM)


# Methods that are not there


def test_an_unknown_request_is_answered(wire: Wire) -> None:
    wire.initialize(everything())
    with pytest.raises(Refused) as refused:
        wire.call("textDocument/noSuchThing", {}, on_purpose=True)
    assert refused.value.code == -32601


def test_a_request_of_lsp_that_is_not_offered_is_answered(wire: Wire) -> None:
    wire.initialize(everything())
    with pytest.raises(Refused) as refused:
        wire.about("textDocument/definition", URI, position={"line": 0, "character": 0})
    assert refused.value.code == -32601


def test_an_unknown_notification_with_a_dollar_is_passed_over(wire: Wire) -> None:
    wire.initialize(everything())
    wire.notify("$/noSuchThing", {"a": 1}, on_purpose=True)
    wire.notify("noSuchThing", {"a": 1}, on_purpose=True)
    assert wire.call("daemon/ping") == {}
    assert not wire.notifications


def test_an_unknown_request_with_a_dollar_is_not_found(wire: Wire) -> None:
    wire.initialize(everything())
    with pytest.raises(Refused) as refused:
        wire.call("$/noSuchThing", {}, on_purpose=True)
    assert refused.value.code == -32601


def test_params_of_another_shape_are_invalid(wire: Wire) -> None:
    wire.initialize(everything())
    wire.open(URI, "정말 재미있는 영화였다.")
    bad: List[Any] = [{}, [], {"textDocument": URI}, {"textDocument": {"uri": 7}, "position": {"line": 0, "character": 0}}]
    bad += [{"textDocument": {"uri": URI}, "position": position} for position in (None, {}, {"line": "0", "character": 0})]
    for params in bad:
        with pytest.raises(Refused) as refused:
            wire.call("textDocument/hover", params, on_purpose=True)
        assert refused.value.code == -32602, params
    assert wire.call("daemon/ping") == {}


def test_notifications_of_another_shape_end_nothing(wire: Wire) -> None:
    wire.initialize(everything())
    for method in ("didOpen", "didChange", "didClose", "didSave"):
        bad: List[Any] = [None, {}, [], {"textDocument": None}, {"textDocument": {"uri": URI, "version": "1"}}]
        for params in bad:
            wire.notify(f"textDocument/{method}", params, on_purpose=True)
    wire.notify("$/cancelRequest", {}, on_purpose=True)
    wire.notify("workspace/didChangeWatchedFiles", {"changes": 7}, on_purpose=True)
    assert wire.call("daemon/ping") == {}


def test_an_answer_to_nothing_is_passed_over(wire: Wire) -> None:
    wire.initialize(everything())
    wire.send({"jsonrpc": "2.0", "id": 4711, "result": None}, on_purpose=True)
    wire.send({"jsonrpc": "2.0", "id": "x", "error": {"code": 1, "message": "no"}}, on_purpose=True)
    assert wire.call("daemon/ping") == {}


def test_set_trace_is_taken(wire: Wire) -> None:
    wire.initialize(everything())
    for value in ("messages", "verbose", "off"):
        wire.notify("$/setTrace", {"value": value})
    assert wire.call("daemon/ping") == {}


# Cancellation


def test_a_cancelled_request_is_answered_all_the_same(wire: Wire) -> None:
    wire.initialize(everything())
    id = wire.ask("text/generate", {"prompt": "a", "length": 10000, "model": "no-such"})
    wire.notify("$/cancelRequest", {"id": id})
    assert wire.response(id)["error"]["code"] in (-32800, -32010)
    uri = "file:///work/cancelled.txt"
    wire.open(uri, "정말 재미있는 영화였다. 배우들의 연기도 좋았다.\n\n" * 8000)
    id = wire.ask("textDocument/semanticTokens/full", {"textDocument": {"uri": uri}})
    wire.notify("$/cancelRequest", {"id": id})
    assert wire.response(id)["error"]["code"] == -32800


def test_cancelling_what_is_not_there_is_nothing(wire: Wire) -> None:
    wire.initialize(everything())
    for id in (1, 4711, "no such"):
        wire.notify("$/cancelRequest", {"id": id})
    assert wire.call("daemon/ping") == {}


def test_cancelled_work_is_answered_within_10_ms(wire: Wire) -> None:
    wire.initialize(everything())
    took = []
    # Others may have the processor now and then; what the server does is in the least.
    for index in range(30):
        uri = f"file:///work/long-{index}.txt"
        # No two paragraphs alike, nothing known of any.
        wire.open(uri, "\n\n".join(f"{index} 정말 재미있는 영화 {row}번이었다. 배우들의 연기도 좋았다." for row in range(20000)))
        id = wire.ask("textDocument/semanticTokens/full", {"textDocument": {"uri": uri}})
        wire.settle(0.05)
        assert not wire.has_answered(id)
        start = time.perf_counter()
        wire.notify("$/cancelRequest", {"id": id})
        assert wire.response(id)["error"]["code"] == -32800
        took.append(time.perf_counter() - start)
        wire.notify("textDocument/didClose", {"textDocument": {"uri": uri}})
        if index >= 4 and min(took) <= 0.010:
            break
    assert min(took) <= 0.010, took


# Sessions side by side


def test_exit_ends_the_session_and_not_the_daemon(connect: Connect, home: Sandbox, mode: str) -> None:
    if mode != "forwarded":
        pytest.skip("a server on standard streams is for one editor")
    one, other = connect(), connect()
    one.initialize(everything())
    other.initialize(everything())
    assert one.exit() == 0
    assert other.call("daemon/ping") == {}
    assert json.loads(home.run("status", "--json").stdout)


def test_sessions_have_their_own_documents_and_encodings(connect: Connect) -> None:
    one, other = connect(), connect()
    assert one.initialize(everything(["utf-8"]))["capabilities"]["positionEncoding"] == "utf-8"
    assert other.initialize(everything(["utf-32"]))["capabilities"]["positionEncoding"] == "utf-32"
    one.open(URI, "정말 재미있는 영화였다.")
    other.open(URI, "🎬 너무 지루하고 최악이다.")
    (first,) = one.about("textDocument/documentSymbol", URI)
    (second,) = other.about("textDocument/documentSymbol", URI)
    assert first["name"].startswith("정말") and "지루" in second["name"]
    assert first["range"]["end"]["character"] == len("정말 재미있는 영화였다.".encode())
    assert second["range"]["end"]["character"] == len("🎬 너무 지루하고 최악이다.")


# Position encodings


@pytest.mark.parametrize(
    ("offered", "taken"),
    [
        (["utf-8"], "utf-8"),
        (["utf-32"], "utf-32"),
        (["utf-16"], "utf-16"),
        (["utf-32", "utf-8", "utf-16"], "utf-32"),
        (["utf-7", "utf-8"], "utf-8"),
        (["utf-7"], "utf-16"),
        ([], "utf-16"),
    ],
)
def test_the_first_position_encoding_that_is_known_is_taken(wire: Wire, offered: List[str], taken: str) -> None:
    result = wire.initialize({"general": {"positionEncodings": offered}})
    assert result["capabilities"].get("positionEncoding", "utf-16") == taken


# Progress


def test_without_work_done_progress_no_token_is_made(connect: Connect) -> None:
    wire = connect()
    capabilities = everything()
    capabilities["window"]["workDoneProgress"] = False
    wire.initialize(capabilities)
    wire.open(URI, "정말 재미있는 영화였다.\n\n" * 2000)
    wire.about("textDocument/diagnostic", URI)
    assert "window/workDoneProgress/create" not in [each["method"] for each in wire.requests]


def test_the_environment_of_the_tests_is_their_own(home: Sandbox) -> None:
    assert home.environment["XDG_RUNTIME_DIR"].startswith(str(home.folder))
    assert os.stat(home.environment["XDG_RUNTIME_DIR"]).st_mode & 0o777 == 0o700
