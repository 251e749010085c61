"""Random edits: whatever was done to a document, it is as one that is freshly opened with the same text."""

from __future__ import annotations

import os
import random
import time
from typing import Any, Dict, List

import pytest

from capabilities import everything
from editor import SETTINGS
from samples import COMPLAINT, ENGLISH, MARKDOWN, PRAISE, reviews
from textmodel import TextModel, spans_of_tokens, with_token_edits, width
from wire import Wire

PIECES = [
    "영화", "가", "를", " ", "  ", ". ", "정말 재미있는 ", "너무 지루하고 ", "최악이다.", "돈이 아깝다 ", "movies ", "running ",
    "😡", "🎬", "👩‍👩‍👧", "e\u0301", "\u1112\u1161\u11ab", "ㅎ", "ㅋㅋㅋ", "1,000", "\t", "\n", "\r\n", "\r", "\n\n", "\r\n\r\n",
    "**", "`", "```\n", "# ", "- ", "> ", "<!-- ", " -->", "[", "](https://example.org)", "---\n", "\u00a0", "\u200b", "\ufeff",
    PRAISE, COMPLAINT, ENGLISH, f"\n\n{COMPLAINT}\n\n",
]
START = {"plaintext": reviews(), "markdown": MARKDOWN}
SMALL = 6_000


def seconds(config: pytest.Config) -> float:
    return 60.0 if config.getoption("--long") or os.environ.get("SLUICE_LONG_TESTS") else 5.0


def an_edit(chance: random.Random, model: TextModel) -> Dict[str, Any]:
    if chance.random() < 0.01:
        return {"text": chance.choice(list(START.values()))}
    start = chance.randrange(len(model.text) + 1)
    length = chance.choice([0, 0, 0, 1, 1, 2, 5, 30])
    if len(model.text) > SMALL:
        length = chance.randrange(len(model.text))
    span = model.range(start, min(len(model.text), start + length))
    if chance.random() < 0.05:
        span["end"]["character"] = 2**31 - 1
    return {"range": span, "text": "".join(chance.choice(PIECES) for _ in range(chance.choice([0, 1, 1, 1, 2, 4])))}


class Held:
    """What the editor holds of a document: its text, and the tokens that deltas have brought it to."""

    def __init__(self, wire: Wire, uri: str, text: str, encoding: str, language: str) -> None:
        self.wire, self.uri, self.language = wire, uri, language
        self.model = TextModel(text, encoding)
        self.version = 1
        wire.open(uri, text, language)
        answer = wire.about("textDocument/semanticTokens/full", uri)
        self.tokens: List[int] = answer["data"]
        self.result_id: str = answer["resultId"]

    def change(self, chance: random.Random) -> None:
        changes = []
        for _ in range(chance.choice([1, 1, 1, 2, 3])):
            changes.append(an_edit(chance, self.model))
            self.model.apply(changes[-1:])
        self.version += 1
        self.wire.change(self.uri, self.version, changes)

    def seen(self) -> Dict[str, Any]:
        answer = self.wire.about("textDocument/semanticTokens/full/delta", self.uri, previousResultId=self.result_id)
        self.tokens = answer["data"] if "data" in answer else with_token_edits(self.tokens, answer["edits"])
        self.result_id = answer["resultId"]
        return {**shown(self.wire, self.uri), "tokens": self.tokens}


def shown(wire: Wire, uri: str) -> Dict[str, Any]:
    report = wire.about("textDocument/diagnostic", uri)
    return {
        "findings": [{name: value for name, value in each.items() if name != "data"} for each in report["items"]],
        "symbols": wire.about("textDocument/documentSymbol", uri),
        # A lens's command names its document.
        "lenses": [
            {"range": each["range"], "title": each["command"]["title"]} for each in wire.about("textDocument/codeLens", uri)
        ],
    }


def first_difference(seen: List[Any], expected: List[Any]) -> str:
    at = next((at for at, (one, other) in enumerate(zip(seen, expected)) if one != other), min(len(seen), len(expected)))
    return f"{len(seen)} rather than {len(expected)}, at {at} {seen[at : at + 5]} rather than {expected[at : at + 5]}"


def check_places(model: TextModel, seen: Dict[str, Any], legend: List[str]) -> None:
    """All that is shown lies in the text, on characters, in order."""
    for each in seen["findings"] + seen["symbols"] + seen["lenses"]:
        start, end = model.offset(each["range"]["start"]), model.offset(each["range"]["end"])
        assert model.range(start, end) == each["range"] and (start < end or each in seen["lenses"])
    for text, _ in spans_of_tokens(model, seen["tokens"], legend):
        assert text and not any(character in text for character in "\r\n")


@pytest.mark.parametrize("language", START)
def test_a_document_after_random_edits_is_as_a_fresh_one(
    wire: Wire, encoding: str, language: str, pytestconfig: pytest.Config
) -> None:
    seed = int(os.environ.get("SLUICE_SEED", 0)) or random.randrange(1 << 32)
    chance = random.Random(seed)
    wire.settings = SETTINGS
    provider = wire.initialize(everything([encoding]))["capabilities"]["semanticTokensProvider"]
    legend: List[str] = provider["legend"]["tokenTypes"]
    held = Held(wire, "file:///work/edited", START[language], encoding, language)
    end = time.monotonic() + seconds(pytestconfig) / len(START)
    bursts = 0
    while time.monotonic() < end or bursts < 5:
        for _ in range(chance.choice([1, 2, 5, 20])):
            held.change(chance)
            if chance.random() < 0.1:
                # A question in the middle, whose answer nobody waits for.
                wire.ask("textDocument/documentSymbol", {"textDocument": {"uri": held.uri}})
        seen = held.seen()
        fresh = f"file:///work/fresh-{bursts}"
        wire.open(fresh, held.model.text, language)
        expected = {**shown(wire, fresh), "tokens": wire.about("textDocument/semanticTokens/full", fresh)["data"]}
        wire.notify("textDocument/didClose", {"textDocument": {"uri": fresh}})
        # The texts are long: only what differs is shown.
        apart = {name: first_difference(seen[name], expected[name]) for name in seen if seen[name] != expected[name]}
        assert not apart, f"SLUICE_SEED={seed}, burst {bursts}: {apart} in {held.model.text!r}"
        check_places(held.model, seen, legend)
        bursts += 1
    assert bursts >= 5 and width(held.model.text, encoding) >= len(held.model.text)
