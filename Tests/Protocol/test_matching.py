"""The rules of protocol/examples/README.md, by example."""

from __future__ import annotations

from typing import Any

import pytest
from examples import FOLDER, BadExample, example, mismatch, mismatch_of_all


@pytest.mark.parametrize(
    ("pattern", "value"),
    [
        (1, 1),
        (1, 1.0),
        ("a", "a"),
        (None, None),
        ("$any", None),
        ({"a": 1}, {"a": 1, "b": 2}),
        ({"a": "$absent"}, {"b": 2}),
        ([1, {"a": 1}], [1, {"a": 1, "b": 2}]),
        ({"$type": "integer"}, 3),
        ({"$type": "integer"}, 3.0),
        ({"$type": ["string", "null"]}, None),
        ({"$type": "number", "$min": 0, "$max": 1}, 0.5),
        ({"$min": 2, "$max": 2}, "가나"),
        ({"$min": 1}, [0]),
        ({"$includes": "b"}, "abc"),
        ({"$each": {"a": 1}}, [{"a": 1}, {"a": 1, "b": 1}]),
        ({"$each": 1}, []),
        ({"$contains": {"a": 2}}, [{"a": 1}, {"a": 2}]),
        ({"$exact": {}}, {}),
        ({"$oneOf": [1, {"a": 1}]}, {"a": 1}),
        ({"$not": ""}, "a"),
    ],
)
def test_fits(pattern: Any, value: Any) -> None:
    assert mismatch(pattern, value) is None


@pytest.mark.parametrize(
    ("pattern", "value"),
    [
        (1, 2),
        (1, "1"),
        (1, True),
        (0, False),
        (True, 1),
        (None, 0),
        ({"a": 1}, {}),
        ({"a": "$any"}, {}),
        ({"a": 1}, []),
        ({"a": "$absent"}, {"a": None}),
        ([1], [1, 2]),
        ([1, 2], [2, 1]),
        ([1], {"0": 1}),
        ({"$type": "integer"}, 3.5),
        ({"$type": "number"}, True),
        ({"$type": "boolean"}, 0),
        ({"$min": 0}, -1),
        ({"$max": 1}, "ab"),
        ({"$min": 0}, None),
        ({"$includes": "b"}, "ac"),
        ({"$includes": "b"}, ["b"]),
        ({"$each": 1}, [1, 2]),
        ({"$each": 1}, 1),
        ({"$contains": 3}, [1, 2]),
        ({"$exact": {}}, {"a": 1}),
        ({"$oneOf": [1, 2]}, 3),
        ({"$not": "$any"}, 3),
    ],
)
def test_does_not_fit(pattern: Any, value: Any) -> None:
    assert mismatch(pattern, value) is not None


@pytest.mark.parametrize("pattern", [{"$least": 1}, {"$min": 1, "a": 1}, {"$type": "float"}])
def test_a_pattern_with_an_unknown_matcher_is_no_pattern(pattern: Any) -> None:
    with pytest.raises(BadExample):
        mismatch(pattern, 1)


def test_answers_may_come_in_any_order() -> None:
    assert mismatch_of_all([{"id": 1}, {"id": 2}], [{"id": 2}, {"id": 1}]) is None
    assert mismatch_of_all([{"id": 1}, {"id": 2}], [{"id": 2}, {"id": 2}]) is not None


def test_texts_are_put_together_before_they_are_sent() -> None:
    made = example("x:1", {"about": "x", "send": {"$concat": ["[", {"$repeat": ["1,", 3]}, {"$hex": "ff"}, "]"]}})
    assert made.steps[0].payload == b"[1,1,1,\xff]"
    made = example("x:1", {"about": "x", "send": {"a": {"$repeat": ["나", 2]}, "b": "{examples}/x"}})
    assert made.steps[0].value == {"a": "나나", "b": f"{FOLDER}/x"}
