"""Work-done progress: told where the editor shows it, and cancelled there."""

from __future__ import annotations

from typing import Any, Dict, List

import pytest

from capabilities import everything, push_only
from editor import SETTINGS
from samples import COMPLAINT, PRAISE
from wire import Wire

URI = "file:///work/large.txt"


def large(seed: str, paragraphs: int = 60_000) -> str:
    """No two paragraphs alike, and none that another test has had read."""
    return "\n\n".join(f"{seed} 영화 {row}번은 정말 재미있었다. 배우들의 연기도 좋았다." for row in range(paragraphs))


def kinds(wire: Wire, token: Any) -> List[str]:
    values = [each["params"] for each in wire.notifications if each["method"] == "$/progress"]
    return [each["value"]["kind"] for each in values if each["token"] == token]


def settle(wire: Wire) -> None:
    wire.settings = {**SETTINGS, "limits": {"documentBytes": 1 << 26}}


def test_a_long_reading_is_shown_from_beginning_to_end(wire: Wire, mode: str) -> None:
    settle(wire)
    wire.initialize(push_only())
    wire.open(URI, large(f"{mode} 하나") + f"\n\n{COMPLAINT}")
    token = wire.request("window/workDoneProgress/create")["token"]
    wire.pump(lambda: "end" in kinds(wire, token), 120, "the progress does not end")
    shown = kinds(wire, token)
    assert shown[0] == "begin" and shown[-1] == "end" and set(shown[1:-1]) <= {"report"}
    values = [each["params"]["value"] for each in wire.notifications if each["method"] == "$/progress"]
    assert values[0]["title"] and values[0].get("cancellable") is True
    percentages = [each["percentage"] for each in values if each.get("percentage") is not None]
    assert percentages == sorted(percentages) and all(0 <= each <= 100 for each in percentages)
    published = wire.notification("textDocument/publishDiagnostics", lambda params: params["uri"] == URI, 120)
    assert len(published["diagnostics"]) == 1


def test_a_reading_can_be_cancelled_by_its_token(wire: Wire, mode: str) -> None:
    settle(wire)
    wire.initialize(push_only())
    wire.open(URI, large(f"{mode} 둘", 180_000))
    token = wire.request("window/workDoneProgress/create")["token"]
    wire.pump(lambda: "begin" in kinds(wire, token), 60, "the progress does not begin")
    wire.notify("window/workDoneProgress/cancel", {"token": token})
    # All of it takes more than twice as long.
    wire.pump(lambda: "end" in kinds(wire, token), 6, "a cancelled progress does not end")
    # The document is there all the same.
    wire.change(URI, 2, [{"text": COMPLAINT}])
    wire.notification("textDocument/publishDiagnostics", lambda params: params.get("version") == 2)


def test_a_short_reading_shows_nothing(wire: Wire) -> None:
    settle(wire)
    wire.initialize(push_only())
    wire.open(URI, PRAISE)
    wire.notification("textDocument/publishDiagnostics")
    wire.settle(0.1)
    assert not [each for each in wire.requests if each["method"].startswith("window/workDoneProgress")]


def test_an_unknown_token_is_nothing_to_cancel(wire: Wire) -> None:
    wire.initialize(everything())
    for token in ("no such", 7):
        wire.notify("window/workDoneProgress/cancel", {"token": token})
    assert wire.call("daemon/ping") == {}


@pytest.mark.parametrize("tokens", [{"workDoneToken": "w"}, {"partialResultToken": 7}, {"workDoneToken": 1, "partialResultToken": "p"}])
def test_tokens_of_requests_are_taken(wire: Wire, tokens: Dict[str, Any]) -> None:
    tokens = dict(tokens)
    wire.settings = SETTINGS
    wire.initialize(everything())
    wire.open(URI, COMPLAINT)
    assert len(wire.about("textDocument/documentSymbol", URI, **tokens)) == 1
    assert len(wire.about("textDocument/diagnostic", URI, **tokens)["items"]) == 1
    tokens.pop("partialResultToken", None)
    assert wire.about("textDocument/hover", URI, position={"line": 0, "character": 0}, **tokens)
