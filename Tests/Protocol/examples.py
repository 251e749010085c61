"""Reads protocol/examples and compares answers with what they expect. protocol/examples/README.md has the rules."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Dict, Iterator, List, Optional

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "protocol" / "examples"

_EXAMPLE = {"about", "needs", "send", "bytes", "expect", "expectAll", "steps", "closes", "ends", "leaves", "stops", "exit"}
_STEP = {"send", "bytes", "expect", "expectAll"}
_MATCHERS = {"$type", "$min", "$max", "$includes", "$each", "$contains", "$exact", "$oneOf", "$not"}


class BadExample(Exception):
    """The example itself is wrong."""


@dataclass
class Step:
    #: What goes out: the body of one frame, or bytes as they stand.
    payload: bytes
    framed: bool
    #: The patterns of the messages that come back, in any order.
    expected: List[Any]
    #: Whether nothing may come back.
    silent: bool
    #: The JSON value that goes out, where it is one.
    value: Any = None


@dataclass
class Example:
    name: str
    about: str
    steps: List[Step]
    needs: Optional[str] = None
    closes: bool = False
    ends: bool = False
    leaves: bool = False
    stops: bool = False
    exit: Optional[int] = None
    source: Dict[str, Any] = field(default_factory=dict)


def all_examples() -> Iterator[Example]:
    for path in sorted(FOLDER.glob("*.jsonl")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if line.strip():
                yield example(f"{path.stem}:{number}", json.loads(line))


def example(name: str, source: Any) -> Example:
    if not isinstance(source, dict) or not source.get("about"):
        raise BadExample(f"{name}: an object with `about` is expected")
    unknown = set(source) - _EXAMPLE
    if unknown:
        raise BadExample(f"{name}: unknown members {sorted(unknown)}")
    if "steps" in source:
        if set(source) & _STEP:
            raise BadExample(f"{name}: `steps` stands alone")
        steps = [_step(name, each) for each in source["steps"]]
    else:
        steps = [_step(name, {key: value for key, value in source.items() if key in _STEP})]
    return Example(
        name=name,
        about=source["about"],
        steps=steps,
        needs=source.get("needs"),
        closes=source.get("closes", False),
        ends=source.get("ends", False),
        leaves=source.get("leaves", False),
        stops=source.get("stops", False),
        exit=source.get("exit"),
        source=source,
    )


def _step(name: str, source: Dict[str, Any]) -> Step:
    unknown = set(source) - _STEP
    if unknown or ("send" in source) == ("bytes" in source) or ("expect" in source and "expectAll" in source):
        raise BadExample(f"{name}: a step has one of `send` and `bytes`, and one of `expect` and `expectAll` or neither")
    value = None
    if "bytes" in source:
        payload, framed = _bytes(source["bytes"]), False
    elif _is_text(source["send"]):
        payload, framed = _bytes(source["send"]), True
    else:
        value = expanded(source["send"])
        payload, framed = json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode(), True
    expected = source["expectAll"] if "expectAll" in source else [source["expect"]] if source.get("expect") else []
    return Step(payload, framed, expanded(expected), "expect" in source and source["expect"] is None, value)


def expanded(value: Any) -> Any:
    """`value` with `{examples}`, `$repeat` and `$concat` put in."""
    if isinstance(value, str):
        return value.replace("{examples}", str(FOLDER))
    if isinstance(value, list):
        return [expanded(each) for each in value]
    if isinstance(value, dict):
        if _is_text(value):
            return _bytes(value).decode()
        return {name: expanded(each) for name, each in value.items()}
    return value


def _is_text(value: Any) -> bool:
    return isinstance(value, str) or (isinstance(value, dict) and set(value) in ({"$repeat"}, {"$concat"}, {"$hex"}))


def _bytes(value: Any) -> bytes:
    if isinstance(value, str):
        return value.replace("{examples}", str(FOLDER)).encode()
    if isinstance(value, dict) and set(value) == {"$repeat"}:
        text, times = value["$repeat"]
        return _bytes(text) * int(times)
    if isinstance(value, dict) and set(value) == {"$concat"}:
        return b"".join(_bytes(each) for each in value["$concat"])
    if isinstance(value, dict) and set(value) == {"$hex"}:
        return bytes.fromhex(value["$hex"])
    raise BadExample(f"text is expected, not {value!r}")


def mismatch(pattern: Any, value: Any, at: str = "$") -> Optional[str]:
    """Where and how `value` is not what `pattern` asks for; None where it is."""
    if pattern == "$any":
        return None
    if isinstance(pattern, dict):
        matchers = {name for name in pattern if name.startswith("$")}
        if matchers:
            if matchers != set(pattern) or not matchers <= _MATCHERS:
                raise BadExample(f"{at}: {sorted(pattern)} are not matchers")
            return _mismatch_of_matchers(pattern, value, at)
        if not isinstance(value, dict):
            return f"{at}: expected an object, got {_short(value)}"
        for name, each in pattern.items():
            if each == "$absent":
                if name in value:
                    return f"{at}.{name}: expected nothing, got {_short(value[name])}"
            elif name not in value:
                return f"{at}: no member {name!r} in {_short(value)}"
            else:
                found = mismatch(each, value[name], f"{at}.{name}")
                if found:
                    return found
        return None
    if isinstance(pattern, list):
        if not isinstance(value, list) or len(value) != len(pattern):
            return f"{at}: expected {len(pattern)} elements, got {_short(value)}"
        for index, each in enumerate(pattern):
            found = mismatch(each, value[index], f"{at}[{index}]")
            if found:
                return found
        return None
    same = value == pattern and isinstance(value, bool) == isinstance(pattern, bool)
    return None if same else f"{at}: expected {_short(pattern)}, got {_short(value)}"


def _mismatch_of_matchers(pattern: Dict[str, Any], value: Any, at: str) -> Optional[str]:
    for name, argument in pattern.items():
        if name == "$type":
            kinds = argument if isinstance(argument, list) else [argument]
            if not any(is_of_type(value, kind) for kind in kinds):
                return f"{at}: expected {' or '.join(kinds)}, got {_short(value)}"
        elif name in ("$min", "$max"):
            size = len(value) if isinstance(value, (str, list, dict)) else value
            if not is_of_type(size, "number"):
                return f"{at}: expected a size, got {_short(value)}"
            if size < argument if name == "$min" else size > argument:
                return f"{at}: expected {name[1:]} {argument}, got {size} in {_short(value)}"
        elif name == "$includes":
            if not isinstance(value, str) or argument not in value:
                return f"{at}: expected a text with {argument!r}, got {_short(value)}"
        elif name == "$each":
            if not isinstance(value, list):
                return f"{at}: expected an array, got {_short(value)}"
            for index, each in enumerate(value):
                found = mismatch(argument, each, f"{at}[{index}]")
                if found:
                    return found
        elif name == "$contains":
            if not isinstance(value, list) or all(mismatch(argument, each) for each in value):
                return f"{at}: expected an array with {_short(argument)}, got {_short(value)}"
        elif name == "$exact":
            if value != argument:
                return f"{at}: expected exactly {_short(argument)}, got {_short(value)}"
        elif name == "$oneOf":
            reasons = [mismatch(each, value, at) for each in argument]
            if all(reasons):
                return f"{at}: none fits: " + "; ".join(str(reason) for reason in reasons)
        elif name == "$not":
            if mismatch(argument, value) is None:
                return f"{at}: expected anything but {_short(argument)}, got {_short(value)}"
    return None


def mismatch_of_all(patterns: List[Any], values: List[Any]) -> Optional[str]:
    """As `mismatch` for as many values as patterns, in any order; each pattern takes the first value that fits."""
    left = list(values)
    for pattern in patterns:
        reasons = []
        for index, value in enumerate(left):
            reason = mismatch(pattern, value)
            if reason is None:
                del left[index]
                break
            reasons.append(reason)
        else:
            return "no answer fits:\n    " + "\n    ".join(reasons)
    return f"too many answers: {_short(left)}" if left else None


def is_of_type(value: Any, kind: str) -> bool:
    if kind == "number":
        return isinstance(value, (int, float)) and not isinstance(value, bool)
    if kind == "integer":
        return is_of_type(value, "number") and value == int(value)
    types = {"string": str, "boolean": bool, "array": list, "object": dict, "null": type(None)}
    if kind not in types:
        raise BadExample(f"no type {kind!r}")
    return isinstance(value, types[kind])


def _short(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 300 else text[:300] + "…"
