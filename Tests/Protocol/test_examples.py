"""Runs every example of protocol/examples against the built program, over each transport and in each framing."""

from __future__ import annotations

import json
from typing import Any, Dict, Iterator, List, Set

import pytest
from examples import BadExample, Example, Step, all_examples, mismatch_of_all
from openrpc import ERRORS, METHODS, undocumented, violation
from sessions import Closed, Daemon, Session, StreamSession, messages_of

EXAMPLES = list(all_examples())
WAYS = [("socket", "lines"), ("socket", "headers"), ("streams", "lines"), ("streams", "headers")]

_known_models: Dict[str, Set[str]] = {}


def ways_of(example: Example) -> Iterator[Any]:
    for transport, framing in WAYS:
        # Bytes as they stand have a framing already; the answers come in the same.
        own = framing_of(example.steps)
        if own is None or own == framing:
            yield pytest.param(example, transport, framing, id=f"{example.name}-{transport}-{framing}")


def framing_of(steps: List[Step]) -> "str | None":
    unframed = [step.payload.lstrip() for step in steps if not step.framed]
    if not unframed:
        return None
    return "lines" if unframed[0][:1] in (b"{", b"[") else "headers"


@pytest.mark.parametrize(
    ("example", "transport", "framing"), [way for example in EXAMPLES for way in ways_of(example)]
)
def test_example(example: Example, transport: str, framing: str, daemon: Daemon, executable: str) -> None:
    if example.needs and example.needs not in models_of(daemon):
        pytest.skip(f"the daemon has no model {example.needs}")
    # One that stops its daemon gets one for itself.
    own = Daemon(executable) if example.stops and transport == "socket" else None
    session: Session = StreamSession(executable, framing) if transport == "streams" else (own or daemon).session(framing)
    try:
        play(example, session)
        if isinstance(session, StreamSession) and (example.closes or example.stops):
            status = session.wait()
            assert example.exit is None or status == example.exit
        if own:
            assert own.process.wait(60) == 0, own.said()
    finally:
        session.close()
        if own:
            own.stop()
    if transport == "socket" and not example.stops:
        assert_alive(daemon)


def play(example: Example, session: Session) -> None:
    sent: Dict[Any, str] = {}
    for index, step in enumerate(example.steps):
        try:
            session.send(step.payload) if step.framed else session.write(step.payload)
        except (BrokenPipeError, ConnectionResetError):
            assert example.closes, "the connection was closed too early"
        for message in messages_of(step.value):
            if isinstance(message, dict) and isinstance(message.get("method"), str) and "id" in message:
                sent[json.dumps(message["id"])] = message["method"]
        if example.ends and index == len(example.steps) - 1:
            session.end()
        if step.expected:
            answers: List[Any] = [session.receive() for _ in step.expected]
            for answer in answers:
                check_envelope(answer, sent)
            found = mismatch_of_all(step.expected, answers)
            assert found is None, found
        elif step.silent:
            assert_silent(session)
    if example.closes or example.stops:
        with pytest.raises(Closed):
            raise AssertionError(f"more than was expected: {session.receive()!r:.500}")
    elif not example.leaves and not example.ends:
        assert_silent(session)


def assert_silent(session: Session) -> None:
    """The session goes on, and has said nothing that it was not asked for."""
    session.send(b'{"jsonrpc":"2.0","id":"still there?","method":"daemon/ping"}')
    answer = session.receive()
    assert answer.get("id") == "still there?", f"expected no answer, got {answer!r:.500}"


def check_envelope(answer: Any, sent: Dict[Any, str]) -> None:
    """What holds of every answer: JSON-RPC 2.0, and the document."""
    assert answer != [], "a batch of no answers is not sent"
    for message in messages_of(answer):
        assert message.get("jsonrpc") == "2.0", message
        assert "id" in message, message
        assert ("result" in message) != ("error" in message), message
        assert set(message) <= {"jsonrpc", "id", "result", "error"}, message
        method = METHODS.get(sent.get(json.dumps(message["id"]), ""))
        if "error" in message:
            error = message["error"]
            assert error["code"] in ERRORS, f"{error} is not among the errors of openrpc.json"
            assert error["message"], "an error says what happened"
            found = violation({"$ref": "#/components/schemas/ErrorData"}, error.get("data"))
            assert found is None, f"error.data: {found}"
        elif method is not None:
            schema = method["result"]["schema"]
            found = violation(schema, message["result"])
            assert found is None, f"the result breaks openrpc.json: {found}"
            found = undocumented(schema, message["result"])
            assert found is None, f"openrpc.json does not know {found}"


def assert_alive(daemon: Daemon) -> None:
    session = daemon.session("lines")
    try:
        assert_silent(session)
    finally:
        session.close()


def models_of(daemon: Daemon) -> Set[str]:
    if daemon.path not in _known_models:
        session = daemon.session("lines")
        try:
            session.send(b'{"jsonrpc":"2.0","id":1,"method":"models/list"}')
            _known_models[daemon.path] = {model["name"] for model in session.receive()["result"]["models"]}
        finally:
            session.close()
    return _known_models[daemon.path]


def test_every_method_has_an_example() -> None:
    files = {example.name.split(":")[0] for example in EXAMPLES}
    together = ("lifecycle", "editing")
    missing = [
        name for name in METHODS
        if file_of(name) not in files and not any(spoken_in(name, file) for file in together)
    ]
    assert missing == []


def test_every_error_code_has_an_example() -> None:
    # These need a daemon under load, and a folder that cannot be written to: the tests of the server make them.
    # The last is the forwarder's, whose daemon has to die for it: Tests/LanguageServer/test_forwarder.py.
    elsewhere = {-32013, -32603, -32802}
    text = json.dumps([example.source for example in EXAMPLES])
    missing = {code for code in ERRORS if f'"code": {code}' not in text} - elsewhere
    assert missing == set()


def file_of(method: str) -> str:
    return method.replace("/", "-").replace(".", "-")


def spoken_in(method: str, file: str) -> bool:
    return any(
        example.name.startswith(file + ":") and f'"method": "{method}"' in json.dumps(example.source)
        for example in EXAMPLES
    )


def test_the_runner_refuses_what_it_does_not_understand() -> None:
    from examples import example

    for source in [
        {},
        {"about": "x"},
        {"about": "x", "send": {}, "bytes": ""},
        {"about": "x", "send": {}, "expects": {}},
        {"about": "x", "steps": [{"send": {}, "closes": True}]},
    ]:
        with pytest.raises(BadExample):
            example("x:1", source)
