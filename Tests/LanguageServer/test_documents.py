"""Documents: kept in step by edits, whatever edits come, and none that holds up the others."""

from __future__ import annotations

import json
import shutil
import time
from pathlib import Path
from typing import Any, Dict, List

import pytest

from capabilities import everything, push_only
from editor import SETTINGS
from samples import COMPLAINT, LINE_ENDS, PRAISE, reviews
from textmodel import TextModel
from wire import Refused, Wire

URI = "file:///work/a.txt"
FRESH = "file:///work/fresh.txt"
TINY = Path(__file__).resolve().parents[2] / "protocol" / "examples" / "models" / "tiny"


@pytest.fixture
def session(wire: Wire, encoding: str) -> Wire:
    """A session in each position encoding, with the settings of most tests."""
    wire.settings = SETTINGS
    wire.initialize(everything([encoding]))
    return wire


@pytest.fixture
def plain(wire: Wire) -> Wire:
    wire.settings = SETTINGS
    wire.initialize(everything(["utf-8"]))
    return wire


def view(wire: Wire, uri: str) -> Dict[str, Any]:
    """What an editor shows of a document: it tells texts apart."""
    report = wire.about("textDocument/diagnostic", uri)
    return {
        "symbols": wire.about("textDocument/documentSymbol", uri),
        "tokens": wire.about("textDocument/semanticTokens/full", uri)["data"],
        "findings": [{name: value for name, value in each.items() if name != "data"} for each in report["items"]],
    }


def agree(wire: Wire, text: str, language: str = "plaintext") -> None:
    """The document of `URI` is as one that is opened with a text."""
    wire.open(FRESH, text, language)
    assert view(wire, URI) == view(wire, FRESH), f"not as when opened with {text!r}"
    wire.notify("textDocument/didClose", {"textDocument": {"uri": FRESH}})


def span(a: int, b: int, c: int, d: int) -> Dict[str, Any]:
    return {"start": {"line": a, "character": b}, "end": {"line": c, "character": d}}


FAR = 2**31 - 1


@pytest.mark.parametrize("end", LINE_ENDS)
@pytest.mark.parametrize(
    "changes",
    [
        # Past a line's end, past the last line, nothing at all, everything.
        [(span(0, 10_000, 0, 10_000), " 끝이다.")],
        [(span(0, 3, 0, FAR), "")],
        [(span(FAR, 0, FAR, FAR), "배우들의 연기도 좋았다.")],
        [(span(2, 0, FAR, FAR), "")],
        [(span(0, 0, FAR, FAR), "새로운 글이다.")],
        [(span(0, 0, 0, 0), "")],
        [],
        # In their order, each of the text that those before it made.
        [(span(0, 0, 0, 0), "하나\r\n"), (span(1, 0, 1, 0), "둘 "), (span(0, 0, 1, 0), "")],
        [(None, "처음부터. "), (span(0, 0, 0, 0), "정말 ")],
        [(span(0, 0, 0, 0), "\n"), (span(0, 0, 0, 0), "\r")],
        [(span(0, 0, FAR, FAR), ""), (span(0, 0, 0, 0), "다시 쓴 글이다."), (span(5, 5, 6, 6), " 또 썼다.")],
    ],
)
def test_edits_apply_as_lsp_has_them(session: Wire, encoding: str, end: str, changes: List[Any]) -> None:
    model = TextModel(reviews(end), encoding)
    session.open(URI, model.text)
    made = [{"text": text} if range is None else {"range": range, "text": text} for range, text in changes]
    model.apply(made)
    session.change(URI, 2, made)
    agree(session, model.text)


@pytest.mark.parametrize("column", range(5))
def test_a_position_inside_a_character_is_at_its_start(session: Wire, encoding: str, column: int) -> None:
    model = TextModel("🎬한 영화였다.", encoding)
    session.open(URI, model.text)
    change = {"range": span(0, column, 0, column), "text": "정말 "}
    model.apply([change])
    session.change(URI, 2, [change])
    agree(session, model.text)


def test_a_range_that_ends_before_it_begins_ends_nothing(session: Wire) -> None:
    session.open(URI, reviews())
    session.change(URI, 2, [{"range": span(2, 0, 0, 0), "text": "!"}], on_purpose=True)
    session.change(URI, 3, [{"text": COMPLAINT}], on_purpose=True)
    agree(session, COMPLAINT)


@pytest.mark.parametrize(
    "position", [{"line": -1, "character": 0}, {"line": 0, "character": -5}, {"line": 2**31, "character": 2**53}]
)
def test_a_position_that_no_text_has_ends_nothing(plain: Wire, position: Dict[str, int]) -> None:
    plain.open(URI, reviews())
    plain.change(URI, 2, [{"range": {"start": position, "end": position}, "text": "!"}], on_purpose=True)
    try:
        plain.call("textDocument/hover", {"textDocument": {"uri": URI}, "position": position}, on_purpose=True)
    except Refused as refused:
        assert refused.code == -32602
    plain.change(URI, 3, [{"text": COMPLAINT}], on_purpose=True)
    agree(plain, COMPLAINT)


@pytest.mark.parametrize("length", [0, 1, 2**31, -1])
def test_the_old_length_of_a_range_is_not_looked_at(plain: Wire, length: int) -> None:
    plain.open(URI, reviews())
    change = {"range": span(0, 0, 0, 0), "rangeLength": length, "text": "정말 "}
    plain.change(URI, 2, [change], on_purpose=True)
    agree(plain, "정말 " + reviews())


def test_versions_may_skip_and_go_backwards(plain: Wire) -> None:
    plain.open(URI, "하나", version=7)
    for version, text in ((9, "둘"), (1000, "셋"), (8, "정말 재미있는 영화였다."), (8, COMPLAINT), (-3, PRAISE), (0, COMPLAINT)):
        plain.change(URI, version, [{"text": text}])
        agree(plain, text)


def test_diagnostics_carry_the_version_of_their_text(wire: Wire) -> None:
    wire.settings = SETTINGS
    wire.initialize(push_only(["utf-8"]))
    wire.open(URI, PRAISE, version=5)
    wire.notification("textDocument/publishDiagnostics", lambda params: params["uri"] == URI and params.get("version") == 5)
    for version in range(6, 30):
        wire.change(URI, version, [{"text": COMPLAINT if version % 2 else PRAISE}])
    last = wire.notification("textDocument/publishDiagnostics", lambda params: params.get("version") == 29)
    assert len(last["diagnostics"]) == 1
    wire.settle(0.1)
    assert all((each["params"].get("version") or 0) <= 29 for each in wire.notifications if "uri" in each.get("params", {}))


def test_a_document_that_was_never_opened(plain: Wire) -> None:
    at = {"position": {"line": 0, "character": 0}}
    for method, params in (
        ("textDocument/hover", at),
        ("textDocument/completion", at),
        ("textDocument/documentSymbol", {}),
        ("textDocument/diagnostic", {}),
        ("textDocument/semanticTokens/full", {}),
        ("textDocument/codeAction", {"range": span(0, 0, 0, 0), "context": {"diagnostics": []}}),
        ("textDocument/selectionRange", {"positions": [at["position"]]}),
    ):
        with pytest.raises(Refused) as refused:
            plain.about(method, URI, **params)
        assert refused.value.code == -32602 and "open" in refused.value.message
    plain.change(URI, 2, [{"range": span(0, 0, 0, 0), "text": "!"}])
    plain.notify("textDocument/didClose", {"textDocument": {"uri": URI}})
    plain.notify("textDocument/didSave", {"textDocument": {"uri": URI}})
    plain.open(URI, COMPLAINT)
    agree(plain, COMPLAINT)


def test_a_document_that_is_closed_is_not_open(plain: Wire) -> None:
    plain.open(URI, COMPLAINT)
    plain.notify("textDocument/didClose", {"textDocument": {"uri": URI}})
    with pytest.raises(Refused):
        plain.about("textDocument/documentSymbol", URI)
    plain.open(URI, PRAISE)
    agree(plain, PRAISE)


def test_a_document_that_is_opened_twice_is_the_second(plain: Wire) -> None:
    plain.open(URI, PRAISE)
    plain.open(URI, COMPLAINT)
    agree(plain, COMPLAINT)
    plain.notify("textDocument/didClose", {"textDocument": {"uri": URI}})
    with pytest.raises(Refused):
        plain.about("textDocument/documentSymbol", URI)


@pytest.mark.parametrize(
    "uri", ["file:///work/%ED%95%9C%EA%B8%80%20%F0%9F%8E%AC.txt", "untitled:Untitled-1", "vscode-notebook-cell:/a#b", "한글", ""]
)
def test_any_uri_is_a_name(plain: Wire, uri: str) -> None:
    plain.open(uri, COMPLAINT)
    (symbol,) = plain.about("textDocument/documentSymbol", uri)
    assert symbol["name"].startswith("너무")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\ufeff정말 재미있는 영화였다.",
        "가" * 100_000,
        "a" * 100_000,
        "🎬" * 50_000,
        "\r" * 50_000,
        "e\u0301" * 10_000,
        "\u1112\u1161\u11ab" * 10_000,
        "\u200d\ufe0f\u202e" * 10_000,
        "영화가 " * 8_000,
        "> " * 10_000 + "영화",
        "*" * 50_000,
        "[" * 50_000,
        "`" * 50_001,
    ],
    ids=lambda text: f"{text[:3]!r}x{len(text)}".encode("ascii", "backslashreplace").decode(),
)
@pytest.mark.parametrize("language", ["plaintext", "markdown"])
def test_any_text_is_read(plain: Wire, text: str, language: str) -> None:
    plain.open(URI, text, language)
    start = time.monotonic()
    agree(plain, text, language)
    end = len(text.encode())
    for column in (0, 1, end // 2, end):
        at = {"line": 0, "character": column}
        plain.about("textDocument/hover", URI, position=at)
        plain.about("textDocument/completion", URI, position=at)
        plain.about("textDocument/selectionRange", URI, positions=[at])
        plain.about("textDocument/documentHighlight", URI, position=at)
        plain.about("textDocument/codeAction", URI, range={"start": at, "end": at}, context={"diagnostics": []})
    assert time.monotonic() - start < 60


def test_half_of_a_pair_is_no_character(plain: Wire) -> None:
    plain.open(URI, COMPLAINT)
    body = json.dumps({"jsonrpc": "2.0", "method": "textDocument/didChange", "params": {
        "textDocument": {"uri": URI, "version": 2}, "contentChanges": [{"text": "\ud83c 영화"}]}}).encode()
    plain.write(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))
    plain.change(URI, 3, [{"text": PRAISE}], on_purpose=True)
    agree(plain, PRAISE)


def test_a_file_of_50_mb_is_declined_and_others_are_served(plain: Wire) -> None:
    plain.open(FRESH, reviews())
    view(plain, FRESH)
    plain.notify("textDocument/didClose", {"textDocument": {"uri": FRESH}})
    large = "정말 재미있는 영화였다. 배우들의 연기도 좋았다.\n" * (50 * 2**20 // 64)
    plain.open(URI, large)
    start = time.monotonic()
    plain.open("file:///work/other.txt", reviews())
    assert plain.about("textDocument/documentSymbol", "file:///work/other.txt")
    told = plain.notification("window/showMessage")
    assert "a.txt" in told["message"] and "limits.documentBytes" in told["message"] and str(8 << 20) in told["message"]
    assert time.monotonic() - start < 30
    assert plain.about("textDocument/diagnostic", URI)["items"] == []
    assert not plain.about("textDocument/documentSymbol", URI)
    assert plain.about("textDocument/hover", URI, position={"line": 0, "character": 0}) is None
    # Edits of what was not read cannot be followed; a text that is sent anew can.
    plain.change(URI, 2, [{"range": span(0, 0, 0, 3), "text": "정"}])
    assert not plain.about("textDocument/documentSymbol", URI)
    plain.change(URI, 3, [{"text": COMPLAINT}])
    agree(plain, COMPLAINT)


def test_a_document_that_grows_too_large_is_declined(plain: Wire) -> None:
    plain.set({**SETTINGS, "limits": {"documentBytes": 1000}})
    plain.open(URI, COMPLAINT)
    assert plain.about("textDocument/documentSymbol", URI)
    plain.change(URI, 2, [{"range": span(0, 0, 0, 0), "text": "정말 좋다. " * 200}])
    assert "1000" in plain.notification("window/showMessage")["message"]
    assert not plain.about("textDocument/documentSymbol", URI)


def test_what_is_not_text_is_declined(plain: Wire) -> None:
    plain.open(URI, "영화\0가" + PRAISE)
    assert "a.txt" in plain.notification("window/showMessage")["message"]
    assert not plain.about("textDocument/documentSymbol", URI)
    assert plain.about("textDocument/diagnostic", URI)["items"] == []
    plain.change(URI, 2, [{"text": COMPLAINT}])
    agree(plain, COMPLAINT)


def test_a_document_of_5_mb_is_read(plain: Wire) -> None:
    paragraph = "정말 재미있는 영화 {}번이었다. 배우들의 연기도 좋았다."
    text = "\n\n".join(paragraph.format(row) for row in range(5 * 2**20 // 75))
    plain.open(URI, text + "\n\n" + COMPLAINT)
    (finding,) = plain.about("textDocument/diagnostic", URI)["items"]
    assert finding["range"]["start"]["character"] == 0
    line = finding["range"]["start"]["line"]
    plain.change(URI, 2, [{"range": span(line, 0, line, len("너무".encode())), "text": "정말"}])
    assert plain.about("textDocument/diagnostic", URI)["items"][0]["range"]["start"]["line"] == line


def test_ten_thousand_edits_at_once(plain: Wire) -> None:
    model = TextModel(reviews(), "utf-8")
    plain.open(URI, model.text)
    view(plain, URI)
    messages = []
    for index in range(10_000):
        # Typing and taking back, at the beginning of the second paragraph.
        change = {"range": span(2, 0, 2, 0), "text": "정"} if index % 2 == 0 else {"range": span(2, 0, 2, 3), "text": ""}
        if index == 9_998:
            change = {"range": span(0, 0, 0, 0), "text": "정말 "}
        if index == 9_999:
            change = {"range": span(2, 0, 2, 0), "text": "정말로 "}
        messages.append({"jsonrpc": "2.0", "method": "textDocument/didChange", "params": {
            "textDocument": {"uri": URI, "version": index + 2}, "contentChanges": [change]}})
    model.apply([{"range": span(0, 0, 0, 0), "text": "정말 "}, {"range": span(2, 0, 2, 0), "text": "정말로 "}])
    data = b"".join(
        b"Content-Length: %d\r\n\r\n%b" % (len(body), body)
        for body in (json.dumps(each, ensure_ascii=False).encode() for each in messages)
    )
    start = time.monotonic()
    plain.write(data)
    assert plain.call("daemon/ping") == {}
    # A fraction of a second where nothing else runs; to analyse the text after each of them would take far longer.
    assert time.monotonic() - start < 10
    agree(plain, model.text)


def test_answers_are_of_the_text_as_it_was_when_asked(plain: Wire) -> None:
    plain.open(URI, PRAISE)
    asked = []
    for version in range(2, 200):
        text = COMPLAINT if version % 2 else PRAISE
        plain.change(URI, version, [{"text": text}])
        asked.append((text, plain.ask("textDocument/documentSymbol", {"textDocument": {"uri": URI}})))
    for text, id in asked:
        answer = plain.response(id)
        if "error" in answer:
            # LSP: what an edit has made of no use may be refused so.
            assert answer["error"]["code"] == -32801
        else:
            assert [each["name"][:2] for each in answer["result"]] == [text[:2]]


def test_a_model_that_is_deleted_while_it_is_used(plain: Wire, tmp_path: Path) -> None:
    model = tmp_path / "mine"
    shutil.copytree(TINY, model)
    rule = {"model": str(model), "label": "positive", "atLeast": 0.5, "severity": "hint"}
    plain.set({"model": str(model), "rules": [rule]})
    plain.open(URI, "좋아요 좋아요")
    before = len(plain.about("textDocument/diagnostic", URI)["items"])
    assert before == 1
    shutil.rmtree(model)
    for version in range(2, 6):
        plain.change(URI, version, [{"range": span(0, 0, 0, 0), "text": "좋아요 "}])
        # What is loaded stays; what is not is complained of.
        assert len(plain.about("textDocument/diagnostic", URI)["items"]) in (0, 1)
    try:
        plain.call("workspace/executeCommand", {"command": "sluice.reload", "arguments": []})
    except Refused as refused:
        assert refused.code in (-32010, -32011, -32803)
    plain.about("textDocument/diagnostic", URI)
    assert plain.about("textDocument/hover", URI, position={"line": 0, "character": 0}) is not None
    assert plain.call("daemon/ping") == {}
