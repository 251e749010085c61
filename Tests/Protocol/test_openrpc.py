"""protocol/openrpc.json by itself: that it is in order, and that it stays so."""

from __future__ import annotations

import json
from typing import Any, Iterator

import pytest
from openrpc import DOCUMENT, ERRORS, KEYWORDS, METHODS, PATH, resolved, violation


def test_it_is_written_in_one_way() -> None:
    text = PATH.read_text(encoding="utf-8")
    assert text == json.dumps(DOCUMENT, indent=2, ensure_ascii=False) + "\n"


def test_no_name_is_given_twice() -> None:
    assert len(METHODS) == len(DOCUMENT["methods"])
    assert len(ERRORS) == len(DOCUMENT["components"]["errors"])
    for method in METHODS.values():
        names = [param["name"] for param in method["params"]]
        assert len(names) == len(set(names)), method["name"]


@pytest.mark.parametrize("name", METHODS)
def test_every_method_says_all_there_is_to_say(name: str) -> None:
    method = METHODS[name]
    assert method["summary"].endswith(".")
    assert method["paramStructure"] == "by-name"
    assert isinstance(method["x-needs-initialize"], bool)
    assert ("errors" in method) == ("result" in method), "a notification is not answered"
    for param in method["params"]:
        assert param["description"].endswith("."), param["name"]
        assert isinstance(param["required"], bool)
    for error in method.get("errors", []):
        assert resolved(error)["code"] in ERRORS


def schemas(value: Any) -> Iterator[Any]:
    if isinstance(value, dict):
        if "schema" in value:
            yield from subschemas(value["schema"])
        for each in value.values():
            yield from schemas(each)
    elif isinstance(value, list):
        for each in value:
            yield from schemas(each)


def subschemas(schema: Any) -> Iterator[Any]:
    yield schema
    for each in [*schema.get("properties", {}).values(), *schema.get("oneOf", [])]:
        yield from subschemas(each)
    if "items" in schema:
        yield from subschemas(schema["items"])


def all_schemas() -> Iterator[Any]:
    yield from schemas(DOCUMENT)
    for schema in DOCUMENT["components"]["schemas"].values():
        yield from subschemas(schema)


def test_the_schemas_use_what_the_tests_understand() -> None:
    for schema in all_schemas():
        assert set(schema) <= KEYWORDS, schema
        assert isinstance(resolved(schema), dict)
        assert set(schema.get("required", [])) <= set(schema.get("properties", {})), schema


def test_every_shared_schema_is_used_or_said() -> None:
    text = PATH.read_text(encoding="utf-8")
    unused = {
        name
        for name in DOCUMENT["components"]["schemas"]
        if f'"#/components/schemas/{name}"' not in text and f"({name})" not in text
    }
    assert unused == set()


@pytest.mark.parametrize(
    ("schema", "value", "fits"),
    [
        ({"type": "integer", "minimum": 0}, 0, True),
        ({"type": "integer", "minimum": 0}, -1, False),
        ({"type": "integer"}, 1.5, False),
        ({"type": ["string", "null"]}, None, True),
        ({"enum": ["a"]}, "b", False),
        ({"type": "array", "items": {"type": "string"}, "maxItems": 1}, ["a"], True),
        ({"type": "array", "items": {"type": "string"}, "maxItems": 1}, ["a", "b"], False),
        ({"type": "array", "items": {"type": "string"}}, [1], False),
        ({"type": "object", "required": ["a"], "properties": {"a": {"type": "number"}}}, {"a": 1, "b": 2}, True),
        ({"type": "object", "required": ["a"]}, {}, False),
        ({"type": "object", "properties": {"a": {"type": "number"}}}, {"a": "1"}, False),
        ({"type": "object", "additionalProperties": False}, {"a": 1}, False),
        ({"oneOf": [{"type": "string"}, {"type": "number"}]}, 1, True),
        ({"oneOf": [{"type": "integer"}, {"type": "number"}]}, 1, False),
        ({"$ref": "#/components/schemas/PositionEncoding"}, "utf-8", True),
        ({"$ref": "#/components/schemas/PositionEncoding"}, "latin-1", False),
    ],
)
def test_the_checker_tells_good_from_bad(schema: Any, value: Any, fits: bool) -> None:
    assert (violation(schema, value) is None) is fits


def test_the_page_for_people_names_every_method_parameter_and_error() -> None:
    page = (PATH.parent / "METHODS.md").read_text(encoding="utf-8")
    for name, method in METHODS.items():
        assert name in page, name
        if not name.startswith("initialize"):
            for param in method["params"]:
                assert param["name"] in page, f"{name}: {param['name']}"
    for code, name in ERRORS.items():
        assert f"| {code} | `{name[0].lower()}{name[1:]}` |" in page, name
