"""The client against a daemon that follows a script. Needs no sluice program."""

from __future__ import annotations

import os
import pickle
import select
import socket
import subprocess
import sys
import threading
import time
from datetime import date, datetime
from typing import Any, List

import pytest
from fake_daemon import CLASSIFICATION, FakeDaemon, Line, encoded

import sluice


def client(path: str, **options: Any) -> sluice.Client:
    return sluice.Client(path, auto_start=False, **options)


def test_one_text_is_classified(socket_path: str) -> None:
    with FakeDaemon(socket_path, lambda line: line.answer(CLASSIFICATION)) as daemon, client(socket_path) as sut:
        answer = sut.classify("정말 재미있어요", model="sentiment-ko", top=2)
    assert answer == sluice.Classification(
        model="sentiment-ko",
        label="positive",
        probability=0.75,
        labels=(sluice.LabelProbability("positive", 0.75), sluice.LabelProbability("negative", 0.25)),
        tokens=3,
        unknown=1,
        truncated=False,
    )
    assert daemon.received == [
        {
            "jsonrpc": "2.0",
            "id": 1,
            "method": "text/classify",
            "params": {"text": "정말 재미있어요", "model": "sentiment-ko", "top": 2, "positionEncoding": "utf-32"},
        }
    ]


def test_several_texts_are_one_request(socket_path: str) -> None:
    def handler(line: Line) -> None:
        line.answer({"results": [{**CLASSIFICATION, "model": text} for text in line.message["params"]["texts"]]})

    with FakeDaemon(socket_path, handler) as daemon, client(socket_path) as sut:
        assert [answer.model for answer in sut.classify(text for text in ["a", "b", "c"])] == ["a", "b", "c"]
        assert sut.classify([]) == []
    assert len(daemon.received) == 2


EXPLANATION = {
    "model": "m",
    "label": "positive",
    "probability": 0.75,
    "baseline": 0.5,
    "tokens": [{"text": "좋", "start": 0, "end": 1, "attribution": 0.25, "prefix": {"positive": 0.75}}],
    "states": [
        {
            "layer": "gru",
            "direction": "backward",
            "units": 2,
            "gates": {"update": [[0.5, 0.5]]},
            "hidden": [[0.25, -0.25]],
            "gradientNorms": [0.125],
        }
    ],
    "truncated": False,
}


def test_a_text_is_explained(socket_path: str) -> None:
    token = sluice.ExplainedToken("좋", 0, 1, 0.25, {"positive": 0.75})
    with FakeDaemon(socket_path, lambda line: line.answer(EXPLANATION)) as daemon, client(socket_path) as sut:
        answer = sut.explain("좋", model="m", label="positive", method="prefix", states=True)
        sut.explain("좋")
    states = sluice.LayerStates("gru", "backward", 2, {"update": [[0.5, 0.5]]}, None, [[0.25, -0.25]], [0.125])
    assert answer == sluice.Explanation("m", "positive", 0.75, 0.5, (token,), (states,), False)
    assert [message["params"] for message in daemon.received] == [
        {
            "text": "좋",
            "model": "m",
            "label": "positive",
            "method": "prefix",
            "states": True,
            "positionEncoding": "utf-32",
        },
        {"text": "좋", "positionEncoding": "utf-32"},
    ]


def test_a_classification_comes_with_its_explanation(socket_path: str) -> None:
    explained = {**CLASSIFICATION, "explanation": [{"text": "a", "start": 0, "end": 1, "attribution": -0.5}]}
    with FakeDaemon(socket_path, lambda line: line.answer(explained)) as daemon, client(socket_path) as sut:
        assert sut.classify("a", explain=True).explanation == (sluice.ExplainedToken("a", 0, 1, -0.5),)
    assert daemon.received[0]["params"]["explain"] is True


TAGGING = {
    "model": "m",
    "tokens": [
        {"text": "in", "start": 0, "end": 2, "tag": "O", "probability": 0.75},
        {"text": "Rio", "start": 3, "end": 6, "tag": "B-city", "probability": 0.5},
    ],
    "spans": [{"type": "city", "start": 3, "end": 6, "text": "Rio", "probability": 0.25}],
    "unknown": 1,
    "truncated": False,
}


def test_a_text_is_tagged(socket_path: str) -> None:
    tokens = (sluice.TaggedToken("in", 0, 2, "O", 0.75), sluice.TaggedToken("Rio", 3, 6, "B-city", 0.5))
    spans = (sluice.TaggedSpan("city", 3, 6, "Rio", 0.25),)
    with FakeDaemon(socket_path, lambda line: line.answer(TAGGING)) as daemon, client(socket_path) as sut:
        assert sut.tag("in Rio", model="m") == sluice.Tagging("m", tokens, spans, None, 1, False)
        sut.tag("in Rio")
    assert [message["params"] for message in daemon.received] == [
        {"text": "in Rio", "model": "m", "positionEncoding": "utf-32"},
        {"text": "in Rio", "positionEncoding": "utf-32"},
    ]


def test_texts_are_vectorized(socket_path: str) -> None:
    answer = {
        "analyzer": "word",
        "shape": [2, 2],
        "rows": [{"indices": [1], "values": [0.5]}, {"indices": [], "values": []}],
        "vocabulary": ["a", "b"],
    }
    rows = (sluice.VectorRow((1,), (0.5,)), sluice.VectorRow((), ()))
    with FakeDaemon(socket_path, lambda line: line.answer(answer)) as daemon, client(socket_path) as sut:
        vectorization = sut.vectorize(["b", ""], {"method": "tf-idf"}, vocabulary=True)
        assert vectorization == sluice.Vectorization(None, "word", (2, 2), rows, ("a", "b"))
        sut.vectorize("b", "words")
    assert [message["params"] for message in daemon.received] == [
        {"texts": ["b", ""], "vectorizer": {"method": "tf-idf"}, "vocabulary": True, "positionEncoding": "utf-32"},
        {"text": "b", "vectorizer": "words", "positionEncoding": "utf-32"},
    ]


FORECAST = {
    "model": "m",
    "target": "y",
    "forecast": [1.5, 2],
    "lower": [1, 1.25],
    "upper": [2, 2.5],
    "baselines": {"naive": [1, 1], "seasonal": [0.5, -3]},
    "warnings": ["far outside"],
}


def test_a_series_goes_on(socket_path: str) -> None:
    with FakeDaemon(socket_path, lambda line: line.answer(FORECAST)) as daemon, client(socket_path) as sut:
        answer = sut.forecast([1, None, float("nan"), 2.5], model="m", steps=2)
        sut.forecast(
            [{"date": date(2024, 1, 5), "y": 1, "x": None}], times=["2024-01-05", datetime(2024, 1, 6, 13)]
        )
        sut.forecast([(1, float("nan")), [2.5, None]])
    target = sluice.TargetForecast("y", (1.5, 2), (1, 1.25), (2, 2.5), (1, 1), (0.5, -3), None)
    assert answer == sluice.Forecast("m", "y", (target,), (), None, ("far outside",))
    assert (answer.values, answer.label) == ((1.5, 2), None)
    assert [message["params"] for message in daemon.received] == [
        {"values": [1, None, None, 2.5], "model": "m", "steps": 2},
        {
            "rows": [{"date": "2024-01-05", "y": 1, "x": None}],
            "times": ["2024-01-05", "2024-01-06T13:00:00"],
        },
        {"rows": [[1, None], [2.5, None]]},
    ]


def test_several_columns_and_labels_are_foreseen(socket_path: str) -> None:
    several = {**FORECAST, "times": ["2024", "2025"], "targets": [FORECAST, {**FORECAST, "target": "z"}]}
    labels = {"model": "m", "target": "w", "label": "rain", "probability": 0.75, "warnings": []}
    labels["labels"] = [{"label": "rain", "probability": 0.75}, {"label": "sun", "probability": 0.25}]
    with FakeDaemon(socket_path, lambda line: line.answer(labels if line.message["id"] > 1 else several)):
        with client(socket_path) as sut:
            first, second = sut.forecast([1]), sut.forecast([1])
    assert [each.target for each in first.targets] == ["y", "z"]
    assert first.times == ("2024", "2025")
    assert second.label == "rain" and second.values == () and len(second.labels) == 2


@pytest.mark.parametrize("series", [[1, "2"], [1, [2]], [[1], 2]])
def test_rows_of_a_series_are_all_alike(series: Any, socket_path: str) -> None:
    with pytest.raises(TypeError, match="expected a mapping"):
        client(socket_path).forecast(series)


def test_words_have_neighbours(socket_path: str) -> None:
    answer = {
        "vectors": "glove",
        "outOfVocabulary": True,
        "reachedBy": [{"word": "Frog", "by": "case", "as": "frog"}, {"word": "frogg", "by": "subwords"}],
        "recall": "exact",
        "neighbours": [
            {"word": "toad", "similarity": 0.79, "relation": "synonym"},
            {"word": "snake", "similarity": 0.5},
        ],
    }
    neighbours = sluice.Neighbours(
        "glove",
        True,
        (sluice.ReachedWord("Frog", "case", "frog"), sluice.ReachedWord("frogg", "subwords")),
        "exact",
        (sluice.Neighbour("toad", 0.79, "synonym"), sluice.Neighbour("snake", 0.5)),
    )
    with FakeDaemon(socket_path, lambda line: line.answer(answer)) as daemon, client(socket_path) as sut:
        assert sut.similar("Frog", top=2, filter={"pos": "NOUN"}, vectors="glove") == neighbours
        weighed = ["king", ("woman", 0.5)]
        assert sut.similar(positive=weighed, negative=["man"], measure="cosmul", exact=True) == neighbours
        assert sut.similar(vector=[1, 0.5], fold="case", relations=False) == neighbours
        assert sut.analogy("man", "king", "woman", top=1) == neighbours
    assert [message["params"] for message in daemon.received] == [
        {"word": "Frog", "top": 2, "filter": {"pos": "NOUN"}, "vectors": "glove"},
        {
            "positive": ["king", {"word": "woman", "weight": 0.5}],
            "negative": ["man"],
            "measure": "cosmul",
            "exact": True,
        },
        {"vector": [1, 0.5], "fold": "case", "relations": False},
        {"from": "man", "to": "king", "of": "woman", "top": 1},
    ]


@pytest.mark.parametrize("name", ["positive", "negative"])
def test_a_string_in_a_sum_is_one_word(socket_path: str, name: str) -> None:
    answer = {"vectors": "glove", "outOfVocabulary": False, "recall": "exact", "neighbours": []}
    with FakeDaemon(socket_path, lambda line: line.answer(answer)) as daemon, client(socket_path) as sut:
        sut.similar(**{name: "king"})
    assert daemon.received[0]["params"] == {name: ["king"]}


@pytest.mark.parametrize("terms", [("king", 0.5), [("king", "queen")], [("king",)], [1], [None]])
@pytest.mark.parametrize("name", ["positive", "negative"])
def test_what_is_no_term_of_a_sum_is_refused_before_anything_is_sent(socket_path: str, name: str, terms: Any) -> None:
    with FakeDaemon(socket_path) as daemon, client(socket_path) as sut:
        with pytest.raises(TypeError, match=rf"{name} has .*; expected a word or a pair \(word, weight\)"):
            sut.similar(**{name: terms})
    assert daemon.received == []


def test_the_outlier_of_one_string_is_refused_before_anything_is_sent(socket_path: str) -> None:
    with FakeDaemon(socket_path) as daemon, client(socket_path) as sut:
        with pytest.raises(TypeError, match="several words, and one string came"):
            sut.outlier("abc")
    assert daemon.received == []


def test_words_are_compared(socket_path: str) -> None:
    answer = {
        "vectors": "glove",
        "similarity": 0.5,
        "word": "cereal",
        "similarities": [0.5, 0.25],
        "vector": [1, 2],
        "outOfVocabulary": False,
    }
    with FakeDaemon(socket_path, lambda line: line.answer(answer)) as daemon, client(socket_path) as sut:
        assert sut.compare("a", ["b", "c"]) == sluice.Comparison("glove", 0.5, False, ())
        assert sut.outlier(["a", "b"]) == sluice.Outlier("glove", "cereal", (0.5, 0.25), False, ())
        assert sut.vector("a", vectors="glove") == sluice.WordVector("glove", (1, 2), False, ())
    assert [(message["method"], message["params"]) for message in daemon.received] == [
        ("words/compare", {"a": "a", "b": ["b", "c"]}),
        ("words/outlier", {"words": ["a", "b"]}),
        ("words/vector", {"word": "a", "vectors": "glove"}),
    ]


def test_a_text_gets_its_spaces(socket_path: str) -> None:
    with FakeDaemon(socket_path, lambda line: line.answer({**TAGGING, "respaced": "in Rio"})), client(socket_path) as sut:
        assert sut.tag("inRio").respaced == "in Rio"


def test_a_tagger_is_evaluated(socket_path: str) -> None:
    answer = {
        "model": "m",
        "rows": 4,
        "tokens": 9,
        "accuracy": 0.75,
        "macroF1": 0.7,
        "spans": {"precision": 1, "recall": 0.5, "f1": 0.6, "support": 2},
        "classes": [{"label": "city", "precision": 1, "recall": 0.5, "f1": 0.6, "support": 2}],
    }
    with FakeDaemon(socket_path, lambda line: line.answer(answer)), client(socket_path) as sut:
        evaluation = sut.evaluate("m", "/data.jsonl")
    assert (evaluation.tokens, evaluation.spans) == (9, sluice.SpanFigures(1, 0.5, 0.6, 2))
    assert evaluation.calibration_error is None and evaluation.confusion_matrix is None


TRANSLATION = {"model": "m", "text": "35", "probability": 0.5, "complete": True, "unknown": 1, "truncated": False}


def test_a_text_is_translated(socket_path: str) -> None:
    with FakeDaemon(socket_path, lambda line: line.answer(TRANSLATION)) as daemon, client(socket_path) as sut:
        assert sut.translate("삼오", model="m", beam=4) == sluice.Translation("m", "35", 0.5, True, 1, False)
        sut.translate("삼오")
    assert [message["params"] for message in daemon.received] == [
        {"text": "삼오", "model": "m", "beam": 4, "positionEncoding": "utf-32"},
        {"text": "삼오", "positionEncoding": "utf-32"},
    ]


def test_a_translation_says_where_it_looked(socket_path: str) -> None:
    attention = {"read": [{"text": "삼", "start": 0, "end": 1}], "written": ["3", "5"], "shares": [[1], [1.0]]}
    answer = {**TRANSLATION, "attention": attention}
    with FakeDaemon(socket_path, lambda line: line.answer(answer)) as daemon, client(socket_path) as sut:
        assert sut.translate("삼", attention=True).attention == sluice.Attention(
            (sluice.AttentionToken("삼", 0, 1),), ("3", "5"), ((1,), (1.0,))
        )
    assert daemon.received[0]["params"]["attention"] is True


def test_a_translator_is_evaluated(socket_path: str) -> None:
    answer = {"model": "m", "rows": 4, "accuracy": 0.75, "characterErrorRate": 0.125}
    with FakeDaemon(socket_path, lambda line: line.answer(answer)), client(socket_path) as sut:
        evaluation = sut.evaluate("m", "/data.jsonl")
    assert (evaluation.accuracy, evaluation.character_error_rate) == (0.75, 0.125)
    assert evaluation.macro_f1 is None and evaluation.classes == ()


GENERATION = {
    "model": "m",
    "text": "cat",
    "label": "animal",
    "seed": 7,
    "tokens": 2,
    "unknown": 0,
    "ended": True,
    "logProbability": -0.5,
}


def test_a_text_is_written(socket_path: str) -> None:
    with FakeDaemon(socket_path, lambda line: line.answer(GENERATION)) as daemon, client(socket_path) as sut:
        answer = sut.generate("c", label="animal", model="m", length=5, temperature=0.5, seed=7)
        assert answer == sluice.Generation("m", "cat", "animal", 7, 2, 0, True, -0.5)
        sut.generate()
    assert [message["params"] for message in daemon.received] == [
        {
            "prompt": "c",
            "label": "animal",
            "model": "m",
            "length": 5,
            "temperature": 0.5,
            "seed": 7,
            "positionEncoding": "utf-32",
        },
        {"positionEncoding": "utf-32"},
    ]


def progress(line: Line, text: str) -> None:
    token = line.message["params"]["partialResultToken"]
    params = {"token": token, "value": {"text": text}}
    line.write(encoded({"jsonrpc": "2.0", "method": "$/progress", "params": params}))


def test_a_text_is_shown_as_it_is_written(socket_path: str) -> None:
    def handler(line: Line) -> None:
        for piece in ["c", "a", "t"]:
            progress(line, piece)
        line.answer(GENERATION)

    pieces: List[str] = []
    with FakeDaemon(socket_path, handler), client(socket_path) as sut:
        assert sut.generate("c", on_text=pieces.append).text == "cat"
        assert pieces == ["c", "a", "t"]


def test_what_shows_a_text_may_end_its_writing(socket_path: str) -> None:
    class Enough(Exception):
        pass

    def enough(piece: str) -> None:
        raise Enough(piece)

    with FakeDaemon(socket_path, lambda line: progress(line, "c")) as daemon, client(socket_path) as sut:
        with pytest.raises(Enough):
            sut.generate(on_text=enough)
        daemon.handler = lambda line: line.answer({})
        sut.ping()
    assert daemon.connections == 2


def test_what_shows_a_text_cannot_call_the_client_that_writes_it(socket_path: str) -> None:
    def handler(line: Line) -> None:
        if line.message["method"] == "text/generate":
            progress(line, "c")
            line.answer(GENERATION)
        else:
            line.answer({})

    with FakeDaemon(socket_path, handler), client(socket_path) as sut, client(socket_path) as other:
        for call in [sut.ping, sut.close]:
            with pytest.raises(RuntimeError, match="another Client"):
                sut.generate(on_text=lambda piece, call=call: call())  # type: ignore[misc]
        sut.ping()
        assert sut.generate(on_text=lambda piece: other.ping()).text == "cat"


def test_a_text_that_was_shown_in_part_is_not_asked_for_again(socket_path: str) -> None:
    def handler(line: Line) -> None:
        if line.message["method"] == "daemon/ping":
            return line.answer({})
        progress(line, "c")
        line.hang_up()

    with FakeDaemon(socket_path, handler) as daemon, client(socket_path) as sut:
        sut.ping()
        with pytest.raises(sluice.Disconnected):
            sut.generate(on_text=lambda piece: None)
    assert daemon.methods == ["daemon/ping", "text/generate"]


def test_a_writer_is_evaluated(socket_path: str) -> None:
    answer = {
        "model": "m",
        "rows": 3,
        "tokens": 12,
        "unknown": 1,
        "perplexity": 1.5,
        "bitsPerCharacter": 0.6,
        "accuracy": 0.75,
    }
    with FakeDaemon(socket_path, lambda line: line.answer(answer)), client(socket_path) as sut:
        evaluation = sut.evaluate("m", "/data.txt")
    assert (evaluation.tokens, evaluation.unknown) == (12, 1)
    assert (evaluation.perplexity, evaluation.bits_per_character) == (1.5, 0.6)
    assert evaluation.macro_f1 is None and evaluation.classes == ()


def test_a_correction_is_sent(socket_path: str) -> None:
    answer = {"model": "m", "path": "/data/m.jsonl", "corrections": 3}
    with FakeDaemon(socket_path, lambda line: line.answer(answer)) as daemon, client(socket_path) as sut:
        assert sut.feedback("a", "negative", "m") == sluice.Correction("m", "/data/m.jsonl", 3)
    assert [message["params"] for message in daemon.received] == [{"text": "a", "label": "negative", "model": "m"}]


def test_calls_share_one_connection(socket_path: str) -> None:
    with FakeDaemon(socket_path) as daemon, client(socket_path) as sut:
        for _ in range(20):
            sut.ping()
    assert daemon.connections == 1
    assert [message["id"] for message in daemon.received] == list(range(1, 21))


def test_line_ends_inside_a_text_do_not_end_the_request(socket_path: str) -> None:
    with FakeDaemon(socket_path, lambda line: line.answer(line.message["params"]["text"])) as daemon:
        text = "하나\n둘\r\n셋\u2028넷\x00다섯"
        assert client(socket_path).call("text/classify", {"text": text}) == text
    assert len(daemon.received) == 1


def test_an_answer_in_single_bytes_is_put_together(socket_path: str) -> None:
    def handler(line: Line) -> None:
        for byte in encoded({"jsonrpc": "2.0", "id": line.message["id"], "result": "가나다"}):
            line.write(bytes([byte]))

    with FakeDaemon(socket_path, handler):
        assert client(socket_path).call("daemon/ping") == "가나다"


def test_an_answer_of_many_megabytes_is_put_together(socket_path: str) -> None:
    text = "한" * 4_000_000
    with FakeDaemon(socket_path, lambda line: line.answer(line.message["params"])):
        assert client(socket_path).call("daemon/ping", {"text": text}) == {"text": text}


def test_what_follows_an_answer_in_the_same_packet_belongs_to_the_next(socket_path: str) -> None:
    def handler(line: Line) -> None:
        if line.message["id"] == 1:
            line.write(
                encoded({"jsonrpc": "2.0", "id": 1, "result": "first"})
                + b"\n\r\n"
                + encoded({"jsonrpc": "2.0", "method": "$/logTrace", "params": {}})
                + encoded({"jsonrpc": "2.0", "id": 2, "result": "second"})
            )

    with FakeDaemon(socket_path, handler):
        sut = client(socket_path)
        assert sut.call("daemon/ping") == "first"
        assert sut.call("daemon/ping") == "second"


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        (-32700, sluice.ParseError),
        (-32600, sluice.InvalidRequest),
        (-32601, sluice.MethodNotFound),
        (-32602, sluice.InvalidParams),
        (-32603, sluice.InternalError),
        (-32002, sluice.ServerNotInitialized),
        (-32800, sluice.RequestCancelled),
        (-32010, sluice.ModelNotFound),
        (-32011, sluice.ModelInvalid),
        (-32013, sluice.Overloaded),
        (-32014, sluice.TooLarge),
        (-31999, sluice.SluiceError),
    ],
)
def test_every_code_has_its_exception(socket_path: str, code: int, kind: type) -> None:
    data = {"kind": "someKind", "hint": "do this"}
    with FakeDaemon(socket_path, lambda line: line.refuse(code, "it failed", data)) as daemon:
        sut = client(socket_path)
        for _ in range(2):
            with pytest.raises(sluice.SluiceError) as caught:
                sut.classify("text")
            error = caught.value
            assert type(error) is kind
            assert (error.code, error.message, error.kind, error.hint) == (code, "it failed", "someKind", "do this")
            assert str(error) == "it failed (do this)"
            copy = pickle.loads(pickle.dumps(error))
            assert (type(copy), copy.code, str(copy)) == (kind, code, str(error))
    assert daemon.connections == 1, "an error that was answered does not cost the connection"


def test_an_error_without_an_id_is_about_the_request_under_way(socket_path: str) -> None:
    with FakeDaemon(socket_path, lambda line: line.refuse(-32014, "too large", id=None)):
        with pytest.raises(sluice.TooLarge) as caught:
            client(socket_path).ping()
    assert caught.value.hint == ""


@pytest.mark.parametrize(
    "answer",
    [
        b"not JSON\n",
        b"\xff\xfe\n",
        b"[1]\n",
        b"[" * 100_000 + b"\n",
        encoded({"jsonrpc": "2.0", "id": 999, "result": {}}),
        encoded({"jsonrpc": "2.0", "id": 1, "error": "no object"}),
        encoded({"jsonrpc": "2.0", "id": 1, "error": {"message": "no code"}}),
        encoded({"jsonrpc": "2.0", "id": 1}),
    ],
)
def test_an_answer_that_is_none_is_a_protocol_error(socket_path: str, answer: bytes) -> None:
    def handler(line: Line) -> None:
        line.write(answer)
        if line.message["id"] == 1 and b'"id": 1}' in answer:
            line.write(encoded({"jsonrpc": "2.0", "id": 999, "result": {}}))

    with FakeDaemon(socket_path, handler) as daemon:
        sut = client(socket_path, timeout=60)
        with pytest.raises(sluice.ProtocolError):
            sut.ping()
        daemon.handler = lambda line: line.answer({})
        sut.ping()
    assert daemon.connections == 2, "after an answer that was not understood the connection is not used again"


@pytest.mark.parametrize("result", [None, [], {}, {"model": "m", "label": "l"}, {**CLASSIFICATION, "labels": [1]}])
def test_a_result_that_lacks_what_is_needed_is_a_protocol_error(socket_path: str, result: Any) -> None:
    with FakeDaemon(socket_path, lambda line: line.answer(result)):
        with pytest.raises(sluice.ProtocolError, match="lacks what this client needs"):
            client(socket_path).classify("text")


def test_members_that_a_newer_daemon_adds_are_left_out(socket_path: str) -> None:
    with FakeDaemon(socket_path, lambda line: line.answer({**CLASSIFICATION, "explanation": []})):
        assert client(socket_path).classify("text").label == "positive"


def test_a_slow_answer_times_out_and_is_not_taken_for_the_next(socket_path: str) -> None:
    released = threading.Event()

    def handler(line: Line) -> None:
        if line.message["id"] == 1:
            released.wait(60)
        line.answer(line.message["id"])

    with FakeDaemon(socket_path, handler) as daemon:
        sut = client(socket_path, timeout=0.05)
        begin = time.monotonic()
        with pytest.raises(sluice.TimedOut, match=r"no answer within 0\.05 s") as caught:
            sut.call("daemon/ping")
        assert time.monotonic() - begin < 30
        assert caught.value.code is None
        assert isinstance(caught.value, TimeoutError)
        released.set()
        assert sut.call("daemon/ping", timeout=None) == 2
    assert daemon.connections == 2


def test_an_answer_that_drips_in_does_not_outlive_the_timeout(socket_path: str) -> None:
    def handler(line: Line) -> None:
        for _ in range(3000):
            line.write(b" ")
            time.sleep(0.02)

    with FakeDaemon(socket_path, handler):
        begin = time.monotonic()
        with pytest.raises(sluice.TimedOut):
            client(socket_path, timeout=0.2).ping()
        assert time.monotonic() - begin < 30


@pytest.mark.parametrize("timeout", [0, -1.0])
def test_a_timeout_must_be_positive(socket_path: str, timeout: float) -> None:
    with pytest.raises(ValueError, match="positive"):
        client(socket_path).call("daemon/ping", timeout=timeout)


def test_a_daemon_that_went_away_between_calls_is_asked_again(socket_path: str) -> None:
    daemon = FakeDaemon(socket_path)
    sut = client(socket_path)
    sut.ping()
    daemon.stop()
    os.unlink(socket_path)
    with FakeDaemon(socket_path, lambda line: line.answer(CLASSIFICATION)) as successor:
        assert sut.classify("text").label == "positive"
        assert successor.methods == ["text/classify"]


def test_a_daemon_that_hangs_up_on_every_request_is_asked_twice_and_no_more(socket_path: str) -> None:
    def handler(line: Line) -> None:
        if line.message["id"] == 1:
            line.answer({})
        else:
            line.hang_up()

    with FakeDaemon(socket_path, handler) as daemon:
        sut = client(socket_path)
        sut.ping()
        with pytest.raises(sluice.Disconnected):
            sut.ping()
        assert [message["id"] for message in daemon.received] == [1, 2, 2]


def test_a_connection_that_a_dying_daemon_never_took_is_made_anew(socket_path: str) -> None:
    first = FakeDaemon(socket_path)
    sut = client(socket_path)
    sut.ping()
    first.stop()
    os.unlink(socket_path)
    dying = socket.socket(socket.AF_UNIX)
    dying.bind(socket_path)
    dying.listen(8)
    with FakeDaemon(socket_path + "2") as successor:

        def die() -> None:
            select.select([dying], [], [], 10)
            os.rename(socket_path + "2", socket_path)
            dying.close()

        thread = threading.Thread(target=die)
        thread.start()
        sut.ping()
        thread.join()
        assert successor.methods == ["daemon/ping"]


def test_a_first_request_that_is_hung_up_on_is_not_repeated(socket_path: str) -> None:
    with FakeDaemon(socket_path, Line.hang_up) as daemon:
        with pytest.raises(sluice.Disconnected, match="before it answered"):
            client(socket_path).ping()
        assert len(daemon.received) == 1


def test_an_answer_that_is_cut_off_is_a_disconnection(socket_path: str) -> None:
    def handler(line: Line) -> None:
        line.write(b'{"jsonrpc":"2.0","id":1,"res')
        line.hang_up()

    with FakeDaemon(socket_path, handler):
        with pytest.raises(sluice.Disconnected) as caught:
            client(socket_path).ping()
        assert isinstance(caught.value, ConnectionError)


def test_a_method_that_may_not_be_repeated_is_sent_once(socket_path: str) -> None:
    def handler(line: Line) -> None:
        if line.message["method"] == "models/feedback":
            line.hang_up()
        else:
            line.answer({})

    with FakeDaemon(socket_path, handler) as daemon:
        sut = client(socket_path)
        sut.ping()
        with pytest.raises(sluice.Disconnected):
            sut.call("models/feedback", {"text": "t", "label": "l", "model": "m"})
        assert daemon.methods == ["daemon/ping", "models/feedback"]


def test_a_method_that_may_not_be_repeated_finds_the_successor_of_a_dead_daemon(socket_path: str) -> None:
    daemon = FakeDaemon(socket_path)
    sut = client(socket_path)
    sut.ping()
    daemon.stop()
    os.unlink(socket_path)
    with FakeDaemon(socket_path) as successor:
        sut.call("models/feedback", {})
        assert successor.methods == ["models/feedback"]


def test_what_the_daemon_says_before_it_hangs_up_is_heard(socket_path: str) -> None:
    def handler(line: Line) -> None:
        line.refuse(-32013, "too many sessions", id=None)
        line.hang_up()

    with FakeDaemon(socket_path, handler):
        with pytest.raises(sluice.Overloaded):
            client(socket_path).ping()


def test_threads_take_turns_on_one_client(socket_path: str) -> None:
    with FakeDaemon(socket_path, lambda line: line.answer(line.message["params"])) as daemon:
        sut = client(socket_path)
        wrong: List[Any] = []

        def work(number: int) -> None:
            for turn in range(50):
                answer = sut.call("daemon/ping", [number, turn])
                if answer != [number, turn]:
                    wrong.append(answer)

        threads = [threading.Thread(target=work, args=(number,)) for number in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert wrong == []
        assert daemon.connections == 1
        assert len(daemon.received) == 400


FORKS = """
import os, sys
import sluice
client = sluice.Client(sys.argv[1], auto_start=False, timeout=60)
client.ping()
if os.fork() == 0:
    os._exit(0 if client.call("daemon/ping", ["child"]) == ["child"] else 1)
assert os.wait()[1] == 0
assert client.call("daemon/ping", ["parent"]) == ["parent"]
"""


def test_a_child_process_gets_a_connection_of_its_own(socket_path: str) -> None:
    with FakeDaemon(socket_path, lambda line: line.answer(line.message.get("params"))) as daemon:
        # A process of its own, since this one has threads, and those do not survive a fork.
        subprocess.run([sys.executable, "-c", FORKS, socket_path], check=True, timeout=180)
        assert daemon.connections == 2


def test_a_closed_client_connects_again(socket_path: str) -> None:
    with FakeDaemon(socket_path) as daemon:
        sut = client(socket_path)
        sut.ping()
        sut.close()
        sut.close()
        sut.ping()
    assert daemon.connections == 2


@pytest.mark.parametrize("text", ["\ud800", "좋아요\udfff"])
def test_a_lone_surrogate_is_refused_before_anything_is_sent(socket_path: str, text: str) -> None:
    with FakeDaemon(socket_path) as daemon:
        sut = client(socket_path)
        with pytest.raises(ValueError, match="lone surrogate"):
            sut.classify(text)
        sut.ping()
        assert daemon.methods == ["daemon/ping"]


def test_numbers_that_json_lacks_are_refused_before_anything_is_sent(socket_path: str) -> None:
    with FakeDaemon(socket_path) as daemon:
        with pytest.raises(ValueError):
            client(socket_path).load("m", keep_alive=float("nan"))
        assert daemon.received == []


def test_paths_are_sent_absolute(socket_path: str, tmp_path: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with FakeDaemon(socket_path) as daemon:
        sut = client(socket_path)
        for model, data in [("my/model", "rows.tsv"), (tmp_path / "model", tmp_path / "rows.tsv"), ("name", "rows.tsv")]:
            with pytest.raises(sluice.ProtocolError):
                sut.evaluate(model, data, text_column="document")
    folder = os.getcwd()
    assert [message["params"]["model"] for message in daemon.received] == [
        f"{folder}/my/model",
        str(tmp_path / "model"),
        "name",
    ]
    assert daemon.received[0]["params"]["data"] == f"{folder}/rows.tsv"
    assert daemon.received[0]["params"]["textColumn"] == "document"


def test_an_encoding_that_the_caller_names_is_kept(socket_path: str) -> None:
    with FakeDaemon(socket_path, lambda line: line.answer(line.message.get("params"))):
        sut = client(socket_path)
        assert sut.call("text/classify", {"positionEncoding": "utf-8"}) == {"positionEncoding": "utf-8"}
        assert sut.call("daemon/ping") is None


def test_every_answer_has_its_value(socket_path: str) -> None:
    description = {
        "name": "m",
        "source": "built-in",
        "readiness": "ready",
        "memory": 10,
        "task": "classify",
        "labels": ["a", "b"],
        "sizes": {"parameters": 1, "vocabulary": 2, "maximumLength": 3},
        "description": "d",
        "languages": ["ko"],
        "data": "rows",
        "license": "Apache-2.0",
        "metrics": [{"name": "accuracy", "value": 0.5, "measuredOn": "rows"}],
    }
    answers = {
        "models/list": {"models": [description, {"name": "n", "source": "/n", "readiness": "invalid", "memory": 0, "problem": "p"}]},
        "models/describe": description,
        "models/load": description,
        "models/unload": description,
        "models/reload": description,
        "models/vocabulary": {"size": 9, "entries": [{"word": "w", "id": 4, "count": 7}, {"word": "x", "id": None, "count": 0}]},
        "models/evaluate": {
            "model": "m",
            "rows": 4,
            "accuracy": 0.75,
            "macroF1": 0.7,
            "calibrationError": 0.1,
            "classes": [{"label": "a", "precision": 1, "recall": 0.5, "f1": 0.6, "support": 2}],
            "confusionMatrix": [[1, 1], [0, 2]],
        },
        "models/train": {
            "model": description,
            "ending": "early",
            "epochs": 5,
            "bestEpoch": 2,
            "validation": {"model": "m", "rows": 4, "accuracy": 0.75, "characterErrorRate": 0.5},
        },
        "daemon/status": {
            "version": "0.1.0",
            "buildId": "b",
            "processId": 7,
            "uptime": 1.5,
            "health": "ok",
            "sessions": 1,
            "socket": socket_path,
            "methods": [
                {"method": "daemon/ping", "count": 3, "errors": 1, "latency": {"p50": 1, "p90": 2, "p99": 3, "maximum": 4}}
            ],
            "memory": {"resident": 100, "models": [{"name": "m", "bytes": 10}]},
        },
        "daemon/devices": {
            "cpu": {
                "model": "c",
                "architecture": "x86_64",
                "cores": 2,
                "instructionSet": "avx2",
                "instructionSets": ["scalar", "avx2"],
            },
            "memory": {"total": 2, "available": 1},
            "gpus": [{"name": "g", "memory": 5, "driver": "1"}],
        },
    }
    with FakeDaemon(socket_path, lambda line: line.answer(answers[line.message["method"]])) as daemon:
        sut = client(socket_path)
        model = sluice.ModelDescription(
            name="m",
            source="built-in",
            readiness="ready",
            memory=10,
            task="classify",
            labels=("a", "b"),
            sizes=sluice.ModelSizes(1, 2, 3),
            description="d",
            languages=("ko",),
            data="rows",
            license="Apache-2.0",
            metrics=(sluice.Metric("accuracy", 0.5, "rows"),),
        )
        assert sut.models() == [model, sluice.ModelDescription("n", "/n", "invalid", 0, "p")]
        assert sut.describe("m") == model
        assert sut.load("m", keep_alive=60) == model
        assert sut.unload("m") == model
        assert sut.reload("m") == model
        assert sut.vocabulary("m", words=["w", "x"], ids=[4], start=2, count=3) == sluice.Vocabulary(
            9, (sluice.VocabularyEntry("w", 4, 7), sluice.VocabularyEntry("x", None, 0))
        )
        assert sut.evaluate("m", "/rows.tsv") == sluice.Evaluation(
            "m", 4, 0.75, 0.7, 0.1, (sluice.ClassFigures("a", 1, 0.5, 0.6, 2),), ((1, 1), (0, 2))
        )
        assert sut.train(
            "/rows.tsv",
            "/models/m",
            task="translate",
            recipe="default",
            text_column="a",
            label_column="b",
            feedback="/f.jsonl",
            epochs=5,
            seed=0,
        ) == sluice.Training(
            model, "early", 5, 2, sluice.Evaluation("m", 4, 0.75, None, None, (), None, character_error_rate=0.5)
        )
        assert sut.status() == sluice.Status(
            "0.1.0",
            "b",
            7,
            1.5,
            "ok",
            1,
            socket_path,
            (sluice.MethodCount("daemon/ping", 3, 1, sluice.Latency(1, 2, 3, 4)),),
            sluice.StatusMemory(100, (sluice.ModelMemory("m", 10),)),
        )
        assert sut.devices() == sluice.Devices(
            sluice.CPU("c", "x86_64", 2, "avx2", ("scalar", "avx2")), sluice.Memory(2, 1), (sluice.GPU("g", 5, "1"),), None
        )
        sent = {message["method"]: message.get("params") for message in daemon.received}
        assert sent["models/vocabulary"] == {"model": "m", "words": ["w", "x"], "ids": [4], "from": 2, "count": 3}
        assert sent["models/load"] == {"model": "m", "keepAlive": 60}
        assert sent["models/unload"] == {"model": "m"}
        assert sent["models/list"] is None
        assert sent["models/train"] == {
            "data": "/rows.tsv",
            "output": "/models/m",
            "task": "translate",
            "recipe": "default",
            "textColumn": "a",
            "labelColumn": "b",
            "feedback": "/f.jsonl",
            "epochs": 5,
            "seed": 0,
        }
