"""`sluice lsp` between editors and the daemon: what an editor sees of a daemon that is killed, which is next to nothing."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import time
from pathlib import Path
from typing import Any, Callable, Dict, Iterator, List, Optional

import pytest

from capabilities import everything
from sandbox import Sandbox
from textmodel import TextModel
from wire import Closed, Refused, Wire

URI = "file:///work/a.md"
TEXT = "영화가 정말 재미있어요.\r\n\r\nIt was *dull* 🎬.\r\n"


class Home(Sandbox):
    """A home whose forwarders leave traces, and what runs in it."""

    # Of every program here, so that a daemon is of the same build as who starts it unless a test wants it otherwise.
    extra: Dict[str, str] = {"SLUICE_BUILD_ID": "one"}

    @property
    def environment(self) -> Dict[str, str]:
        return {**super().environment, **self.extra}

    def status(self) -> Optional[Dict[str, Any]]:
        """How the daemon is; None where none runs."""
        said = self.run("status", "--json")
        found: Optional[Dict[str, Any]] = json.loads(said.stdout) if said.returncode == 0 else None
        return found

    @property
    def daemon(self) -> int:
        found = self.status()
        assert found is not None, "no daemon runs"
        return int(found["processId"])

    def trace(self, name: str = "trace") -> List[Dict[str, Any]]:
        whole, _, _ = (self.folder / name).read_text(encoding="utf-8").rpartition("\n")
        return [json.loads(line) for line in whole.splitlines()]

    def lsp(self, name: str = "trace") -> List[str]:
        return [self.executable, "lsp", "--trace-file", str(self.folder / name), "--trace-text"]


@pytest.fixture
def home(executable: str) -> Iterator[Home]:
    made = Home(executable)
    yield made
    made.close()


@pytest.fixture
def join(home: Home) -> Iterator[Callable[..., Wire]]:
    """Editors, each with a forwarder; the faults of their messages are failures."""
    made: List[Wire] = []

    def join(*arguments: str, trace: str = "trace") -> Wire:
        made.append(Wire(home, [*home.lsp(trace), *arguments]))
        return made[-1]

    yield join
    for wire in made:
        wire.close()
    faults = [fault for wire in made for fault in wire.referee.verdict(all_answered=False)]
    assert not faults, "\n".join(faults)


def until(what: str, holds: Callable[[], Any], patience: float = 60.0) -> None:
    deadline = time.monotonic() + patience
    while not holds():
        assert time.monotonic() < deadline, f"it never came that {what}"
        time.sleep(0.01)


def states(process: int) -> str:
    """Of its threads, a letter each; empty when it has gone."""
    said = ""
    for each in Path("/proc").glob(f"{process}/task/*/stat"):
        try:
            said += each.read_text().rpartition(")")[2].split()[0]
        except (FileNotFoundError, ProcessLookupError):
            continue
    return said


def kill(process: int) -> None:
    """Until it is dead, all its threads: then its files are closed."""
    os.kill(process, signal.SIGKILL)
    until("it is dead", lambda: not states(process).strip("ZX"))


def halt(process: int) -> None:
    """Until none of its threads runs."""
    os.kill(process, signal.SIGSTOP)
    until("it stands still", lambda: not states(process).strip("T"))


def opened(home: Home, uri: str = URI, trace: str = "trace") -> List[Dict[str, Any]]:
    """What servers were told of a document when it was opened, the latest last."""
    return [
        line["message"]["params"]["textDocument"]
        for line in home.trace(trace)
        if line["to"] == "server" and line.get("method") == "textDocument/didOpen"
        and line["message"]["params"]["textDocument"]["uri"] == uri
    ]


def answers_about(wire: Wire, result: Dict[str, Any]) -> Dict[str, Any]:
    """What the server says of the document, as far as it says that it can."""
    can = result["capabilities"]
    said: Dict[str, Any] = {"ping": wire.call("daemon/ping", {})}
    if can.get("documentSymbolProvider"):
        said["symbols"] = wire.about("textDocument/documentSymbol", URI)
    if can.get("hoverProvider"):
        said["hover"] = wire.about("textDocument/hover", URI, position={"line": 0, "character": 1})
    if can.get("diagnosticProvider"):
        said["diagnostics"] = wire.about("textDocument/diagnostic", URI).get("items")
    if can.get("semanticTokensProvider"):
        said["tokens"] = wire.about("textDocument/semanticTokens/full", URI).get("data")
    return said


# A daemon that is killed


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-32"])
def test_a_killed_daemon_is_not_seen_by_the_editor(home: Home, join: Callable[..., Wire], encoding: str) -> None:
    wire = join()
    result = wire.initialize(everything([encoding]))
    model = TextModel(TEXT, encoding)
    wire.open(URI, TEXT, "markdown")
    version = 1
    for piece, new in (("영화", "드라마"), ("🎬", "📺️"), ("dull", "a bit\ndull")):
        start = model.text.index(piece)
        changes = [{"range": model.range(start, start + len(piece)), "text": new}]
        model.apply(changes)
        version += 1
        wire.change(URI, version, changes)
    before = answers_about(wire, result)
    first = home.daemon
    kill(first)
    assert answers_about(wire, result) == before
    assert home.daemon != first
    assert [(each["text"], each["version"]) for each in opened(home)] == [(TEXT, 1), (model.text, version)]
    assert wire.exit() == 0


def test_what_is_in_flight_is_answered_that_the_server_cancelled_it(home: Home, join: Callable[..., Wire]) -> None:
    wire = join()
    wire.initialize(everything())
    daemon = home.daemon
    halt(daemon)
    asked = [wire.ask("daemon/ping", {}) for _ in range(3)]
    sent = {"to": "server", "method": "daemon/ping", "id": asked[-1]}
    until("the requests are on their way", lambda: any(sent.items() <= line.items() for line in home.trace()))
    kill(daemon)
    for id in asked:
        with pytest.raises(Refused) as refused:
            wire.result(id)
        assert refused.value.code == -32802
        assert refused.value.data["hint"] and refused.value.data["retriggerRequest"] is True
    assert wire.call("daemon/ping", {}) == {}
    assert wire.exit() == 0


def test_edits_between_any_deaths_come_to_the_same_text(home: Home, join: Callable[..., Wire]) -> None:
    chance = random.Random(6)
    wire = join()
    result = wire.initialize(everything(["utf-16"]))
    model = TextModel(TEXT, "utf-16")
    wire.open(URI, TEXT, "markdown")
    pieces = ["", "가", "나다라 ", "🎬", "\r\n", "\n", "x", "é", "\n\n문단 하나. "]
    version = 1
    for round in range(4):
        for _ in range(200):
            start = chance.randrange(len(model.text) + 1)
            end = min(len(model.text), start + chance.randrange(4))
            changes = [{"range": model.range(start, end), "text": chance.choice(pieces)}]
            model.apply(changes)
            version += 1
            wire.change(URI, version, changes)
            if round < 3 and chance.random() < 0.01:
                break
        if round < 3:
            wire.call("daemon/ping", {})
            kill(home.daemon)
    after = answers_about(wire, result)
    last = opened(home)[-1]
    # What came after the last death was told as edits: another daemon, which is told the whole, must have the same.
    kill(home.daemon)
    assert answers_about(wire, result) == after
    last = opened(home)[-1]
    assert (last["text"], last["version"]) == (model.text, version)
    assert wire.exit() == 0


def test_two_editors_share_the_next_daemon_too(home: Home, join: Callable[..., Wire]) -> None:
    editors = [join(trace="one"), join(trace="two")]
    for number, wire in enumerate(editors):
        wire.initialize(everything())
        wire.open(URI, f"편집기 {number}")
    first = home.daemon
    kill(first)
    for wire in editors:
        assert wire.call("daemon/ping", {}) == {}
    status = home.status()
    assert status is not None and status["processId"] != first
    # The third is the one that asks.
    assert status["sessions"] == 3
    assert [opened(home, trace=name)[-1]["text"] for name in ("one", "two")] == ["편집기 0", "편집기 1"]
    assert editors[0].exit() == 0
    assert editors[1].call("daemon/ping", {}) == {}
    assert home.daemon == status["processId"]
    assert editors[1].exit() == 0
    assert home.daemon == status["processId"], "the daemon stays for others"


def test_a_daemon_that_dies_again_and_again_is_done_without(home: Home, join: Callable[..., Wire]) -> None:
    wire = join()
    wire.initialize(everything())
    wire.open(URI, TEXT)
    for _ in range(5):
        wire.call("daemon/ping", {})
        kill(home.daemon)
    assert wire.call("daemon/ping", {}) == {}
    assert home.status() is None
    shown = [each["params"]["message"] for each in wire.notifications if each["method"] == "window/showMessage"]
    assert len(shown) == 1 and "daemon" in shown[0]
    assert wire.exit() == 0


def test_sluice_stop_ends_the_daemon_until_the_editor_asks_for_something(
    home: Home, join: Callable[..., Wire]
) -> None:
    wire = join()
    wire.initialize(everything())
    wire.open(URI, TEXT)
    assert wire.call("daemon/ping", {}) == {}
    first = home.daemon
    # As often as would be too often for deaths.
    for _ in range(6):
        assert home.run("stop").returncode == 0
        wire.notify("textDocument/didSave", {"textDocument": {"uri": URI}})
        time.sleep(0.2)
        assert home.status() is None
        assert wire.call("daemon/ping", {}) == {}
        assert home.daemon != first
        first = home.daemon
    assert not [each for each in wire.notifications if each["method"] == "window/showMessage"]
    assert opened(home)[-1]["text"] == TEXT
    assert home.run("stop").returncode == 0
    assert wire.exit() == 0
    assert home.status() is None


def test_a_warning_is_shown_once_whatever_becomes_of_the_daemon(home: Home, join: Callable[..., Wire]) -> None:
    wire = join()
    wire.initialize(everything(), initializationOptions={"model": 5})

    def shown() -> List[str]:
        return [each["params"]["message"] for each in wire.notifications if each["method"] == "window/showMessage"]

    wire.pump(lambda: bool(shown()), 60, "a warning")
    for _ in range(2):
        kill(home.daemon)
        assert wire.call("daemon/ping", {}) == {}
    with pytest.raises(TimeoutError):
        wire.pump(lambda: len(shown()) > 1, 1, "no second warning")
    assert wire.exit() == 0


# Which daemon


def test_an_upgrade_replaces_an_idle_daemon_and_uses_a_busy_one(home: Home, join: Callable[..., Wire]) -> None:
    home.extra = {"SLUICE_BUILD_ID": "one"}
    wire = join()
    wire.initialize(everything())
    first = home.status()
    assert first is not None and first["buildId"] == "one"

    home.extra = {"SLUICE_BUILD_ID": "two"}
    busy = join()
    busy.initialize(everything())
    assert busy.call("daemon/status", {})["processId"] == first["processId"]
    assert "another build" in busy.errors()
    assert busy.exit() == 0
    assert wire.exit() == 0

    idle = join()
    idle.initialize(everything())
    status = idle.call("daemon/status", {})
    assert status["buildId"] == "two" and status["processId"] != first["processId"]
    assert idle.exit() == 0


def test_daemons_that_are_replaced_one_after_another_leave_no_editor_alone(home: Home, join: Callable[..., Wire]) -> None:
    last = 0
    for number in range(12):
        home.extra = {"SLUICE_BUILD_ID": str(number)}
        wire = join()
        wire.initialize(everything())
        process = wire.call("daemon/status", {})["processId"]
        assert process != last
        assert wire.errors() == ""
        last = process
        assert wire.exit() == 0


def test_editors_of_two_builds_agree_on_a_daemon_when_theirs_is_killed(home: Home, join: Callable[..., Wire]) -> None:
    editors = []
    for name in ("one", "two"):
        home.extra = {"SLUICE_BUILD_ID": name}
        editors.append(join(trace=name))
        editors[-1].initialize(everything())
    for _ in range(3):
        kill(home.daemon)
        assert len({wire.call("daemon/status", {})["processId"] for wire in editors}) == 1
    for wire in editors:
        assert not [each for each in wire.notifications if each["method"] == "window/showMessage"]
        assert wire.exit() == 0


@pytest.mark.parametrize("obstacle", ["no folder", "open to others", "not a socket"])
def test_where_no_daemon_can_run_the_editor_is_served_all_the_same(
    home: Home, join: Callable[..., Wire], obstacle: str
) -> None:
    folder = home.folder / "run" / "sluice"
    if obstacle == "no folder":
        home.extra = {"XDG_RUNTIME_DIR": "/dev/null"}
    elif obstacle == "open to others":
        folder.mkdir()
        folder.chmod(0o777)
    else:
        folder.mkdir(mode=0o700)
        (folder / "sluice.sock").mkdir()
    wire = join()
    result = wire.initialize(everything())
    wire.open(URI, TEXT, "markdown")
    assert result["serverInfo"]["name"] == "sluice"
    answers_about(wire, result)
    assert "without its shared daemon" in wire.errors()
    assert home.status() is None
    assert wire.exit() == 0


def test_a_daemon_that_is_stuck_leaves_another_editor_with_a_server(home: Home, join: Callable[..., Wire]) -> None:
    wire = join()
    wire.initialize(everything())
    daemon = home.daemon
    halt(daemon)
    try:
        other = join(trace="other")
        other.initialize(everything())
        assert other.call("daemon/ping", {}) == {}
        assert "without its shared daemon" in other.errors()
        assert other.exit() == 0
    finally:
        os.kill(daemon, signal.SIGCONT)
    # The first editor's daemon is not the forwarder's to judge.
    assert wire.call("daemon/ping", {}) == {}
    assert home.daemon == daemon
    assert wire.exit() == 0


def test_without_a_daemon_none_is_started(home: Home, join: Callable[..., Wire]) -> None:
    wire = join("--no-daemon")
    wire.initialize(everything())
    assert wire.call("daemon/ping", {}) == {}
    assert home.status() is None
    assert wire.errors() == ""
    assert wire.exit() == 0


# Ends


def test_the_status_says_whether_shutdown_came(home: Home, join: Callable[..., Wire]) -> None:
    wire = join()
    wire.initialize(everything())
    wire.notify("exit", on_purpose=True)
    assert wire.wait() == 1


def test_the_end_of_the_input_ends_it(home: Home, join: Callable[..., Wire]) -> None:
    wire = join()
    wire.initialize(everything())
    asked = wire.ask("daemon/ping", {})
    wire.end_input()
    assert wire.result(asked) == {}
    assert wire.wait() == 1
    assert home.daemon


def test_shutdown_is_answered_by_somebody_when_the_daemon_is_dead(home: Home, join: Callable[..., Wire]) -> None:
    wire = join()
    wire.initialize(everything())
    kill(home.daemon)
    assert wire.exit() == 0


@pytest.mark.parametrize("mode", ["daemon", "no daemon"])
def test_it_ends_with_the_process_that_it_was_told_of(home: Home, join: Callable[..., Wire], mode: str) -> None:
    parent = subprocess.Popen(["sleep", "600"])
    wire = join(*(["--no-daemon"] if mode == "no daemon" else []))
    wire.initialize(everything(), processId=parent.pid)
    assert wire.call("daemon/ping", {}) == {}
    parent.kill()
    parent.wait()
    # Its streams stay open.
    assert wire.process.wait(60) == 1


@pytest.mark.parametrize("spelling", ["--clientProcessId={}", "--clientProcessId {}"])
def test_it_ends_with_the_process_that_its_arguments_name(
    home: Home, join: Callable[..., Wire], spelling: str
) -> None:
    parent = subprocess.Popen(["sleep", "600"])
    wire = join("--stdio", *spelling.format(parent.pid).split())
    wire.initialize(everything(), processId=None)
    assert wire.call("daemon/ping", {}) == {}
    parent.kill()
    parent.wait()
    assert wire.process.wait(60) == 1


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_it_and_not_the_daemon(home: Home, join: Callable[..., Wire], number: signal.Signals) -> None:
    wire = join()
    wire.initialize(everything())
    daemon = home.daemon
    wire.process.send_signal(number)
    assert wire.wait() == 1
    until("the session has gone", lambda: (home.status() or {}).get("sessions") == 1)
    assert home.daemon == daemon


def test_an_editor_that_is_killed_takes_nobody_along(home: Home, join: Callable[..., Wire]) -> None:
    wire, other = join(trace="one"), join(trace="two")
    wire.initialize(everything())
    other.initialize(everything())
    wire.process.kill()
    with pytest.raises(Closed):
        wire.pump(lambda: False, 60, "it was killed")
    until("the session has gone", lambda: (home.status() or {}).get("sessions") == 2)
    assert other.call("daemon/ping", {}) == {}
    assert other.exit() == 0


# Traces and mistakes


def test_a_trace_has_no_texts_unless_it_is_asked_for_them(home: Home, join: Callable[..., Wire]) -> None:
    path = home.folder / "plain"
    wire = Wire(home, [home.executable, "lsp", "--trace-file", str(path)])
    try:
        wire.initialize(everything())
        wire.open(URI, "비밀 secret")
        wire.call("text/classify", {"text": "비밀 secret"})
        with pytest.raises(Refused):
            wire.call("textDocument/nothing", {}, on_purpose=True)
        assert wire.exit() == 0
    finally:
        wire.close()
    written = path.read_text(encoding="utf-8")
    assert "비밀" not in written and "secret" not in written and URI not in written
    lines = [json.loads(line) for line in written.splitlines()]
    assert {line["to"] for line in lines} == {"editor", "server"}
    assert all(line["bytes"] > 0 and abs(line["time"] - time.time()) < 60 for line in lines)
    assert ("textDocument/nothing", -32601) in [(line.get("method"), line.get("code")) for line in lines]
    assert path.stat().st_mode & 0o777 == 0o600


def test_a_trace_that_cannot_be_written_is_a_mistake(home: Home) -> None:
    said = home.run("lsp", "--trace-file", "/dev/null/trace")
    assert said.returncode == 1
    assert "/dev/null/trace" in said.stderr
    assert home.run("lsp", "--trace-text").returncode == 2


def test_settings_with_a_mistake_leave_the_editor_with_a_server(home: Home, join: Callable[..., Wire]) -> None:
    home.user_settings.write_text('{"idleExit": "soon"}')
    wire = join()
    wire.initialize(everything())
    assert wire.call("daemon/ping", {}) == {}
    assert "idleExit" in wire.errors()
    assert wire.exit() == 0


def test_it_is_small(home: Home, join: Callable[..., Wire]) -> None:
    wire = join()
    wire.initialize(everything())
    wire.open(URI, TEXT)
    wire.call("text/classify", {"text": TEXT})
    status = Path(f"/proc/{wire.process.pid}/status")
    if not status.exists():
        pytest.skip("there is no /proc here")
    fields = dict(line.split(":", 1) for line in status.read_text().splitlines())
    # What it shares with the daemon, the program's own file, counts for nothing.
    assert int(fields["RssAnon"].split()[0]) < 8_000
    assert wire.exit() == 0
