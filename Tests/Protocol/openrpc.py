"""protocol/openrpc.json, and the part of JSON Schema draft-07 that it uses."""

from __future__ import annotations

import json
from typing import Any, Dict, Optional

from examples import ROOT, is_of_type

PATH = ROOT / "protocol" / "openrpc.json"
DOCUMENT: Dict[str, Any] = json.loads(PATH.read_text(encoding="utf-8"))
METHODS: Dict[str, Dict[str, Any]] = {method["name"]: method for method in DOCUMENT["methods"]}
ERRORS: Dict[int, str] = {error["code"]: name for name, error in DOCUMENT["components"]["errors"].items()}

KEYWORDS = {
    "$ref",
    "description",
    "default",
    "type",
    "enum",
    "minimum",
    "maximum",
    "items",
    "maxItems",
    "required",
    "properties",
    "additionalProperties",
    "oneOf",
}


def resolved(schema: Dict[str, Any]) -> Dict[str, Any]:
    if "$ref" not in schema:
        return schema
    found: Any = DOCUMENT
    for part in schema["$ref"].lstrip("#/").split("/"):
        found = found[part]
    return resolved(found)


def violation(schema: Dict[str, Any], value: Any, at: str = "$") -> Optional[str]:
    """Where and how `value` breaks `schema`; None where it does not."""
    schema = resolved(schema)
    kinds = schema.get("type", [])
    kinds = kinds if isinstance(kinds, list) else [kinds]
    if kinds and not any(is_of_type(value, kind) for kind in kinds):
        return f"{at}: {value!r:.200} is not of type {kinds}"
    if "enum" in schema and value not in schema["enum"]:
        return f"{at}: {value!r:.200} is none of {schema['enum']}"
    if is_of_type(value, "number"):
        if "minimum" in schema and value < schema["minimum"]:
            return f"{at}: {value} is below {schema['minimum']}"
        if "maximum" in schema and value > schema["maximum"]:
            return f"{at}: {value} is above {schema['maximum']}"
    if isinstance(value, list):
        if len(value) > schema.get("maxItems", len(value)):
            return f"{at}: more than {schema['maxItems']} elements"
        for index, each in enumerate(value):
            found = violation(schema.get("items", {}), each, f"{at}[{index}]")
            if found:
                return found
    if isinstance(value, dict):
        properties = schema.get("properties", {})
        for name in schema.get("required", []):
            if name not in value:
                return f"{at}: no member {name!r}"
        for name, each in value.items():
            if name in properties:
                found = violation(properties[name], each, f"{at}.{name}")
                if found:
                    return found
            elif schema.get("additionalProperties") is False:
                return f"{at}: member {name!r} is not in the document"
    if "oneOf" in schema:
        reasons = [violation(each, value, at) for each in schema["oneOf"]]
        if reasons.count(None) != 1:
            return f"{at}: fits {reasons.count(None)} of the schemas it must fit one of: {reasons}"
    return None


def undocumented(schema: Dict[str, Any], value: Any, at: str = "$") -> Optional[str]:
    """The first member of an answer that the document does not know; None where it knows them all."""
    schema = resolved(schema)
    if isinstance(value, list) and "items" in schema:
        for index, each in enumerate(value):
            found = undocumented(schema["items"], each, f"{at}[{index}]")
            if found:
                return found
    if "oneOf" in schema:
        fitting = [each for each in schema["oneOf"] if violation(each, value) is None]
        return undocumented(fitting[0], value, at) if fitting else None
    if isinstance(value, dict) and "properties" in schema:
        for name, each in value.items():
            if name not in schema["properties"]:
                return f"{at}.{name}"
            found = undocumented(schema["properties"][name], each, f"{at}.{name}")
            if found:
                return found
    return None
