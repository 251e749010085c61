"""The client against the built program, with a daemon of its own. Runs where SLUICE_EXECUTABLE names one."""

from __future__ import annotations

import json
import os
import shutil
import signal
import sys
import tempfile
import threading
import time
from datetime import date
from pathlib import Path
from typing import Any, Iterator, List, Optional, Tuple

import pytest

import sluice

PROTOCOL_TESTS = Path(__file__).resolve().parents[3] / "Tests" / "Protocol"
sys.path.insert(0, str(PROTOCOL_TESTS))

from examples import Example, all_examples, mismatch  # noqa: E402

pytestmark = pytest.mark.skipif(
    not os.environ.get("SLUICE_EXECUTABLE"),
    reason="the Python client's tests against a real daemon: SLUICE_EXECUTABLE does not name a sluice program",
)

GOOD = "정말 재미있게 봤어요. 최고의 영화입니다!"
BAD = "시간이 아까운 최악의 영화. 지루하고 재미없다."


@pytest.fixture(autouse=True)
def a_home_of_its_own(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    home = tmp_path_factory.getbasetemp()
    for name in ("CONFIG", "DATA", "STATE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(home / name.lower()))
    for name in ("SLUICE_MODELS", "SLUICE_BUILD_ID"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def client(socket_path: str) -> Iterator[sluice.Client]:
    """A client of a daemon that the first call starts."""
    with sluice.Client(timeout=60) as made:
        yield made
        made.shutdown()


def needs_model(client: sluice.Client) -> None:
    if "sentiment-ko" not in [model.name for model in client.models()]:
        pytest.skip("the daemon has no model sentiment-ko")


def test_the_daemon_is_started_by_the_first_call(client: sluice.Client, socket_path: str) -> None:
    client.ping()
    status = client.status()
    assert status.socket == socket_path
    assert status.health == "ok"
    assert status.sessions >= 1
    assert "daemon/ping" in [each.method for each in status.methods]
    assert os.stat(socket_path).st_mode & 0o777 == 0o600


def test_texts_are_classified(client: sluice.Client) -> None:
    needs_model(client)
    answer = client.classify(GOOD)
    assert (answer.model, answer.label) == ("sentiment-ko", "positive")
    assert 0.5 <= answer.probability <= 1
    assert abs(sum(each.probability for each in answer.labels) - 1) < 1e-5
    assert client.classify([GOOD, BAD, ""], top=1)[1].label == "negative"
    assert client.classify("").tokens == 0


def test_a_text_is_tagged(client: sluice.Client) -> None:
    text = "😀 fly to New York, please"
    tagging = client.tag(text, model=PROTOCOL_TESTS.parents[1] / "protocol" / "examples" / "models" / "tiny-tagger")
    assert tagging.model == "tiny-tagger"
    assert all(text[token.start : token.end] == token.text for token in tagging.tokens)
    assert all(text[span.start : span.end] == span.text for span in tagging.spans)
    assert [token.tag for token in tagging.tokens[3:4]] == ["B-city"]


def test_a_text_is_taken_apart(client: sluice.Client) -> None:
    dictionary = PROTOCOL_TESTS.parents[1] / "protocol" / "examples" / "dictionaries" / "tiny-ko"
    answer = client.analyze("😀 영화가 고마워", dictionary=dictionary, include=["lemma", "pos", "parts", "costs"])
    assert (answer.language, answer.analyser) == ("ko", "tiny-ko")
    assert answer.tokens is not None and answer.sentences is None
    words = [(token.text, token.start, token.end, token.lemma) for token in answer.tokens[1:]]
    assert words == [("영화", 2, 4, "영화"), ("가", 4, 5, "가"), ("고마워", 6, 9, "고맙다")]
    assert answer.tokens[3].parts is not None and answer.tokens[3].parts[0].text == "고맙"
    assert answer.tokens[1].costs is not None and answer.tokens[1].costs.word == 1000

    lost = client.analyze(
        "영화가", dictionary=dictionary, include="costs", user_words=[{"word": "영화가", "tag": "NNP", "cost": 5000}]
    ).user_words
    assert lost is not None and lost[0].needed_cost == 1199
    alternatives = client.analyze("영화가", dictionary=dictionary, nbest=3, normalize="nfc").alternatives
    assert alternatives is not None and alternatives[0].cost == 1200
    with pytest.raises(sluice.DictionaryMissing):
        client.analyze("영화가", dictionary="nowhere-dic")


def test_a_text_is_parted_without_a_dictionary(client: sluice.Client) -> None:
    text = "😀 한 줄.\n둘! 👨‍👩‍👧"
    answer = client.analyze(text, include=["lines", "whitespace", "words", "graphemes", "sentences"])
    assert answer.tokens is None and answer.paragraphs is None and answer.warnings == ()

    def pieces(spans: Optional[Tuple[sluice.TextSpan, ...]]) -> List[str]:
        assert spans is not None
        return [text[span.start : span.end] for span in spans]

    assert pieces(answer.lines) == text.split("\n") and pieces(answer.whitespace) == text.split()
    assert pieces(answer.words) == ["한", "줄", "둘"] and pieces(answer.graphemes)[-1] == "👨‍👩‍👧"
    # An emoji stays with the sentence that it follows.
    assert pieces(answer.sentences) == ["😀 한 줄.", "둘! 👨‍👩‍👧"]
    porter = client.analyze("generously", language="en", stemmer="porter", user_words=[{"word": "a", "tag": "NNP"}])
    assert porter.tokens is not None and porter.tokens[0].stem == "gener"
    assert len(porter.warnings) == 1


def test_a_text_is_translated(client: sluice.Client) -> None:
    text = "😀 하나 둘"
    model = PROTOCOL_TESTS.parents[1] / "protocol" / "examples" / "models" / "tiny-translator"
    translation = client.translate(text, model=model, beam=2, attention=True)
    assert (translation.text, translation.complete, translation.unknown) == ("two", True, 1)
    assert translation.attention is not None
    assert all(text[token.start : token.end] == token.text for token in translation.attention.read)
    assert translation.attention.written == ("two",)
    assert abs(sum(translation.attention.shares[0]) - 1) < 1e-5


def test_a_series_is_forecast(client: sluice.Client) -> None:
    models = PROTOCOL_TESTS.parents[1] / "protocol" / "examples" / "models"
    forecast = client.forecast([12, 16], times=["2024-02-27", date(2024, 2, 28)], model=models / "tiny-forecaster")
    assert (forecast.values, forecast.times) == ((17, 13.5), ("2024-02-29", "2024-03-01"))
    assert forecast.targets[0].lower == (15, 10.5) and forecast.targets[0].linear == (20, 24)
    sums = client.forecast([{"a": 1, "b": 10}, {"a": 2, "b": 20}], model=models / "tiny-adder", steps=2)
    assert [target.forecast for target in sums.targets] == [(3, 6), (30, 60)]
    weather = client.forecast([[1, 0]], times=["2024-06-01"], model=models / "tiny-weather")
    assert weather.label == "sun" and weather.values == ()
    series = client.describe(models / "tiny-weather").series
    assert series is not None and series.inputs == ("temp", "wind") and series.date_column == "date"
    with pytest.raises(sluice.InvalidParams) as caught:
        client.forecast([12], model=models / "tiny-forecaster")
    assert "at least 2" in caught.value.message


def test_a_text_is_written(client: sluice.Client) -> None:
    model = PROTOCOL_TESTS.parents[1] / "protocol" / "examples" / "models" / "tiny-writer"
    pieces: List[str] = []
    answer = client.generate("c", label="cat", model=model, seed=3, on_text=pieces.append)
    assert answer.text in ("cat", "cab") and answer.ended
    assert pieces[0] == "c" and "".join(pieces) == answer.text
    assert client.generate("c", label="cat", model=model, seed=3) == answer
    drawn = client.generate(model=model)
    assert drawn.text == client.generate(label=drawn.label, model=model, seed=drawn.seed).text
    with pytest.raises(sluice.InvalidParams) as caught:
        client.generate(label="bird", model=model)
    assert "cat, dog" in caught.value.hint
    evaluation = client.evaluate(model, PROTOCOL_TESTS.parents[1] / "protocol" / "examples" / "data" / "animals.tsv")
    assert evaluation.perplexity == pytest.approx(1.122462, abs=1e-5)


def test_a_text_is_explained(client: sluice.Client) -> None:
    needs_model(client)
    text = "😀 " + GOOD
    for method in ["integrated-gradients", "occlusion", "prefix"]:
        explanation = client.explain(text, method=method, states=True)
        assert (explanation.model, explanation.label) == ("sentiment-ko", "positive")
        assert "".join(token.text for token in explanation.tokens) == text
        assert all(text[token.start : token.end] == token.text for token in explanation.tokens)
        if explanation.baseline is not None:
            total = sum(token.attribution for token in explanation.tokens)
            assert abs(total - (explanation.probability - explanation.baseline)) < 1.1e-3
        assert explanation.states is not None
        assert [layer.layer for layer in explanation.states] == ["gru"]
        assert len(explanation.states[0].hidden) == len(explanation.tokens)
        assert set(explanation.states[0].gates) == {"update", "reset", "candidate"}
    assert client.classify(text, explain=True).explanation == client.explain(text).tokens
    with pytest.raises(sluice.InvalidParams) as caught:
        client.explain(text, label="neutral")
    assert "negative" in caught.value.hint


def test_a_correction_is_kept(client: sluice.Client) -> None:
    needs_model(client)
    first = client.feedback(BAD, "negative", "sentiment-ko")
    assert client.feedback(GOOD, "positive", "sentiment-ko").corrections == first.corrections + 1
    lines = Path(first.path).read_text(encoding="utf-8").splitlines()
    assert json.loads(lines[-1]) == {"text": GOOD, "label": "positive"}
    assert os.stat(first.path).st_mode & 0o777 == 0o600


def test_models_are_described(client: sluice.Client) -> None:
    needs_model(client)
    model = client.describe("sentiment-ko")
    assert model.source == "built-in"
    assert model.labels == ("negative", "positive")
    assert model.sizes is not None and model.sizes.parameters > 0
    assert client.load("sentiment-ko").readiness == "ready"
    assert client.reload("sentiment-ko").readiness == "ready"
    assert client.unload("sentiment-ko").memory == 0
    assert client.vocabulary("sentiment-ko", count=2).entries[1].word == "[UNK]"


def test_a_file_is_evaluated(client: sluice.Client, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    needs_model(client)
    (tmp_path / "rows.tsv").write_text(f"text\tlabel\n{GOOD}\tpositive\n{BAD}\tnegative\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    evaluation = client.evaluate("sentiment-ko", "rows.tsv")
    assert evaluation.rows == 2
    assert evaluation.accuracy == 1
    assert evaluation.confusion_matrix == ((1, 0), (0, 1))


def test_a_model_is_trained(client: sluice.Client, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = "".join(f"{GOOD} {row}\tpositive\n{BAD} {row}\tnegative\n" for row in range(20))
    (tmp_path / "rows.tsv").write_text(f"text\tlabel\n{rows}", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    training = client.train("rows.tsv", "mine", recipe="bag-of-n-grams", epochs=10)
    assert training.model.name == "mine"
    assert training.model.source == str(tmp_path / "mine")
    assert training.validation is not None and training.validation.rows == 8
    assert client.classify(BAD, model=tmp_path / "mine").label == "negative"
    assert sorted(os.listdir(tmp_path)) == ["mine", "rows.tsv"]
    with pytest.raises(sluice.TrainingFailed):
        client.train("rows.tsv", tmp_path)


def test_devices_are_told(client: sluice.Client) -> None:
    devices = client.devices()
    assert devices.cpu.instruction_set in devices.cpu.instruction_sets
    assert devices.cpu.cores >= 1
    assert devices.memory.total >= devices.memory.available > 0
    assert devices.gpus or devices.gpu_reason


def test_a_model_that_does_not_exist_is_an_error_with_a_hint(client: sluice.Client) -> None:
    with pytest.raises(sluice.ModelNotFound) as caught:
        client.classify("text", model="no-such-model")
    assert caught.value.code == -32010
    assert caught.value.kind == "modelNotFound"
    assert caught.value.hint
    client.ping()


def test_a_killed_daemon_is_replaced_by_the_next_call(client: sluice.Client) -> None:
    first = client.status().process_id
    os.kill(first, signal.SIGKILL)
    wait_for_the_end_of(first)
    second = client.status().process_id
    assert second != first


def test_shutdown_stops_the_daemon(client: sluice.Client, socket_path: str) -> None:
    process = client.status().process_id
    assert client.shutdown() is True
    wait_for_the_end_of(process)
    assert client.shutdown() is False
    with pytest.raises(sluice.DaemonUnavailable):
        sluice.Client(auto_start=False).ping()


def test_many_clients_start_one_daemon(client: sluice.Client) -> None:
    found: List[int] = []

    def work() -> None:
        with sluice.Client(timeout=60) as own:
            found.append(own.status().process_id)

    threads = [threading.Thread(target=work) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 8
    assert set(found) == {client.status().process_id}


def callable_examples() -> Iterator[Any]:
    """The examples that a client can send: one request, with params, and an answer."""
    for example in all_examples():
        step = example.steps[0]
        value = step.value
        if (
            len(example.steps) == 1
            and not (example.closes or example.leaves or example.stops)
            and isinstance(value, dict)
            and value.get("jsonrpc") == "2.0"
            and isinstance(value.get("method"), str)
            and not isinstance(value.get("params"), str)
            and value.get("id") == 1
            and value["id"] is not True
            and len(step.expected) == 1
        ):
            yield pytest.param(example, id=example.name)


@pytest.fixture(scope="module")
def shared_client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sluice.Client]:
    folder = tempfile.mkdtemp(prefix="sluice-")
    with sluice.Client(os.path.join(folder, "d.sock"), timeout=60) as made:
        yield made
        made.shutdown()
    shutil.rmtree(folder, ignore_errors=True)


@pytest.mark.parametrize("example", list(callable_examples()))
def test_an_example_of_the_protocol(example: Example, shared_client: sluice.Client) -> None:
    if example.needs:
        needs_model(shared_client)
    # A session of its own.
    shared_client.close()
    request = example.steps[0].value
    pattern = {name: each for name, each in example.steps[0].expected[0].items() if name != "id"}
    # The examples count in UTF-16 where they do not say; this client asks for code points.
    params = request.get("params")
    if isinstance(params, dict):
        params = {"positionEncoding": "utf-16", **params}
    try:
        answer = {"result": shared_client.call(request["method"], params)}
    except sluice.SluiceError as error:
        answer = {
            "error": {
                "code": error.code,
                "message": error.message,
                "data": {"kind": error.kind, "hint": error.hint},
            }
        }
    found = mismatch(pattern, answer)
    assert found is None, f"{found} in {json.dumps(answer, ensure_ascii=False)[:500]}"


def wait_for_the_end_of(process: int) -> None:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        try:
            with open(f"/proc/{process}/stat") as state:
                if state.read().rsplit(")", 1)[1].split()[0] == "Z":
                    return
        except FileNotFoundError:
            if os.path.isdir("/proc/self"):
                return
            try:
                os.kill(process, 0)
            except ProcessLookupError:
                return
        time.sleep(0.01)
    raise AssertionError(f"process {process} still runs")
