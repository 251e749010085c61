"""A document as LSP 3.17 has it, as plainly as it can be said: what the server's is held against."""

from __future__ import annotations

import re
from typing import Any, Dict, List, Optional, Tuple

LINE_END = re.compile(r"\r\n|\n|\r")

Position = Dict[str, int]
Range = Dict[str, Position]


def width(text: str, encoding: str) -> int:
    """How many units of a position encoding a text takes."""
    if encoding == "utf-32":
        return len(text)
    return len(text.encode("utf-8")) if encoding == "utf-8" else len(text.encode("utf-16-le")) // 2


class TextModel:
    """A text, and positions in it in one encoding."""

    def __init__(self, text: str, encoding: str) -> None:
        self.text = text
        self.encoding = encoding

    def lines(self) -> List[Tuple[int, int]]:
        """Where each line begins and where it ends, before its line end."""
        found, start = [], 0
        for match in LINE_END.finditer(self.text):
            found.append((start, match.start()))
            start = match.end()
        return found + [(start, len(self.text))]

    def position(self, offset: int) -> Position:
        """Of a character: one between \\r and \\n is at the end of their line."""
        lines = self.lines()
        line = max(index for index, (start, _) in enumerate(lines) if start <= offset)
        start, end = lines[line]
        return {"line": line, "character": width(self.text[start : min(offset, end)], self.encoding)}

    def offset(self, position: Position) -> int:
        """A column past the end is the line's end, a line past the last the text's; inside a character: its start."""
        lines = self.lines()
        if position["line"] >= len(lines):
            return len(self.text)
        start, end = lines[position["line"]]
        column, offset = 0, start
        while offset < end:
            column += width(self.text[offset], self.encoding)
            if column > position["character"]:
                break
            offset += 1
        return offset

    def range(self, start: int, end: int) -> Range:
        return {"start": self.position(start), "end": self.position(end)}

    def slice(self, range: Range) -> str:
        return self.text[self.offset(range["start"]) : self.offset(range["end"])]

    def apply(self, changes: List[Dict[str, Any]]) -> None:
        """In their order, as `textDocument/didChange` has them."""
        for change in changes:
            span = change.get("range")
            if span is None:
                self.text = change["text"]
                continue
            start, end = self.offset(span["start"]), self.offset(span["end"])
            self.text = self.text[:start] + change["text"] + self.text[max(start, end) :]

    def edited(self, edits: List[Dict[str, Any]]) -> str:
        """The text after edits that are all of this text, as a `TextEdit[]` has them."""
        spans = sorted(
            (self.offset(each["range"]["start"]), self.offset(each["range"]["end"]), each["newText"]) for each in edits
        )
        for (_, end, _), (start, _, _) in zip(spans, spans[1:]):
            assert end <= start, f"edits overlap: {edits}"
        text = self.text
        for start, end, new in reversed(spans):
            text = text[:start] + new + text[end:]
        return text


def spans_of_tokens(model: TextModel, data: List[int], legend: List[str]) -> List[Tuple[str, str]]:
    """Semantic tokens as what they cover and their type."""
    lines = model.lines()
    line = column = 0
    found = []
    for index in range(0, len(data), 5):
        down, right, length, kind, _ = data[index : index + 5]
        line, column = (line + down, right) if down else (line, column + right)
        assert line < len(lines), f"a token is on line {line} of {len(lines)}"
        span = {"start": {"line": line, "character": column}, "end": {"line": line, "character": column + length}}
        text = model.slice(span)
        assert width(text, model.encoding) == length, f"a token of {length} units at {line}:{column} is {text!r}"
        found.append((text, legend[kind]))
    return found


def with_token_edits(data: List[int], edits: List[Dict[str, Any]]) -> List[int]:
    """What a client has after `SemanticTokensDelta`: all edits are of the array before them."""
    result, at = [], 0
    for edit in sorted(edits, key=lambda each: int(each["start"])):
        assert edit["start"] >= at, f"edits of tokens overlap: {edits}"
        assert edit["start"] + edit["deleteCount"] <= len(data), "an edit of tokens is past their end"
        result += data[at : edit["start"]] + list(edit.get("data", []))
        at = edit["start"] + edit["deleteCount"]
    return result + data[at:]


def uri_of(path: Optional[str], name: str = "text.txt") -> str:
    return f"file://{path or '/tmp'}/{name}"
