"""Finding the daemon's socket, and starting a daemon where none listens. Needs no sluice program."""

from __future__ import annotations

import os
import signal
import socket
import stat
import sys
from pathlib import Path
from typing import Callable, Iterator, List

import pytest
from fake_daemon import FakeDaemon

import sluice

HERE = os.path.dirname(os.path.abspath(__file__))

# Stands for `sluice start`: leaves a daemon behind, which keeps the standard error it was given, and ends.
STARTS = f"""
import os, sys, time
assert sys.argv[1:] == ["start"], sys.argv
sys.path.insert(0, {HERE!r})
ready, told = os.pipe()
if os.fork() == 0:
    os.setsid()
    from fake_daemon import FakeDaemon
    path = os.environ["SLUICE_SOCKET"]
    FakeDaemon(path)
    open(path + ".pid", "w").write(str(os.getpid()))
    os.write(told, b"1")
    time.sleep(60)
    os._exit(0)
os.read(ready, 1)
"""


@pytest.fixture
def program(tmp_path: Path, socket_path: str) -> Iterator[Callable[[str], str]]:
    """Makes a program called sluice, and ends the daemon that it may have left."""

    def make(source: str) -> str:
        path = tmp_path / "sluice"
        path.write_text(f"#!{sys.executable}\n{source}")
        path.chmod(0o755)
        return str(path)

    yield make
    try:
        os.kill(int(Path(socket_path + ".pid").read_text()), signal.SIGKILL)
    except FileNotFoundError:
        pass


def test_the_variable_names_the_socket(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", "/run/user/1")
    monkeypatch.setenv("SLUICE_SOCKET", "/somewhere/s.sock")
    assert sluice.socket_path() == "/somewhere/s.sock"
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SLUICE_SOCKET", "s.sock")
    assert sluice.socket_path() == os.path.join(os.getcwd(), "s.sock")


def test_the_runtime_folder_holds_the_socket(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SLUICE_SOCKET", "")
    monkeypatch.setenv("XDG_RUNTIME_DIR", "/run/user/1/")
    assert sluice.socket_path() == "/run/user/1/sluice/sluice.sock"


@pytest.mark.parametrize("runtime", [None, "", "relative"])
@pytest.mark.parametrize(("temporary", "folder"), [(None, "/tmp"), ("relative", "/tmp"), ("/var/tmp/", "/var/tmp")])
def test_the_temporary_folder_is_the_last_resort(
    monkeypatch: pytest.MonkeyPatch, runtime: "str | None", temporary: "str | None", folder: str
) -> None:
    monkeypatch.delenv("SLUICE_SOCKET", raising=False)
    for name, value in [("XDG_RUNTIME_DIR", runtime), ("TMPDIR", temporary)]:
        if value is None:
            monkeypatch.delenv(name, raising=False)
        else:
            monkeypatch.setenv(name, value)
    assert sluice.socket_path() == f"{folder}/sluice-{os.getuid()}/sluice.sock"


def test_a_client_uses_the_socket_of_the_environment(socket_path: str) -> None:
    with FakeDaemon(socket_path) as daemon, sluice.Client() as sut:
        assert sut.socket == socket_path
        sut.ping()
    assert daemon.connections == 1


def test_a_daemon_is_started_where_there_is_no_socket(program: Callable[[str], str], socket_path: str) -> None:
    with sluice.Client(executable=program(STARTS)) as sut:
        sut.ping()
        sut.ping()


def test_a_daemon_is_started_where_the_socket_is_a_dead_ones(program: Callable[[str], str], socket_path: str) -> None:
    dead = socket.socket(socket.AF_UNIX)
    dead.bind(socket_path)
    dead.close()
    with sluice.Client(executable=program(f"import os\nos.unlink(os.environ['SLUICE_SOCKET'])\n{STARTS}")) as sut:
        sut.ping()


def test_the_program_of_the_environment_is_run_and_told_the_socket(
    program: Callable[[str], str], socket_path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SLUICE_EXECUTABLE", program(STARTS))
    monkeypatch.setenv("SLUICE_SOCKET", "/nowhere/s.sock")
    with sluice.Client(socket_path) as sut:
        sut.ping()


def test_the_program_is_found_on_the_path(
    program: Callable[[str], str], socket_path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SLUICE_EXECUTABLE", raising=False)
    monkeypatch.setenv("PATH", os.path.dirname(program(STARTS)), prepend=os.pathsep)
    with sluice.Client() as sut:
        sut.ping()


def test_no_program_is_said_plainly(socket_path: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("SLUICE_EXECUTABLE", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(sluice.DaemonUnavailable) as caught:
        sluice.Client().ping()
    assert str(caught.value) == (
        f"no daemon listens on {socket_path}, and there is no `sluice` on PATH to start one "
        "(install sluice, or name its program in SLUICE_EXECUTABLE)"
    )


def test_a_program_that_cannot_be_run_is_named(socket_path: str) -> None:
    with pytest.raises(sluice.DaemonUnavailable, match="cannot run /no/such/sluice: No such file or directory"):
        sluice.Client(executable="/no/such/sluice").ping()


def test_what_a_failed_start_says_reaches_the_caller(program: Callable[[str], str], socket_path: str) -> None:
    failing = program("import sys\nsys.exit('the model directory is damaged')")
    with pytest.raises(sluice.DaemonUnavailable, match="start` failed with status 1: the model directory is damaged"):
        sluice.Client(executable=failing).ping()


def test_a_start_that_hangs_is_given_up(program: Callable[[str], str], socket_path: str) -> None:
    hanging = program("import sys, time\nprint('waiting', file=sys.stderr, flush=True)\ntime.sleep(60)")
    with pytest.raises(sluice.DaemonUnavailable, match=r"did not end within 5 s: waiting"):
        sluice.Client(executable=hanging, start_timeout=5).ping()


def test_a_start_that_leaves_no_socket_is_said(program: Callable[[str], str], socket_path: str) -> None:
    with pytest.raises(sluice.DaemonUnavailable, match="succeeded, but .* cannot be reached"):
        sluice.Client(executable=program(""), start_timeout=5).ping()


def test_nothing_is_started_for_another_reason_than_an_absent_daemon(
    program: Callable[[str], str], socket_path: str
) -> None:
    Path(socket_path).mkdir()
    mark = socket_path + ".started"
    started = program(f"open({mark!r}, 'w')")
    os.rmdir(socket_path)
    # A datagram socket refuses a stream with EPROTOTYPE.
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as other:
        other.bind(socket_path)
        with pytest.raises(sluice.DaemonUnavailable, match="cannot connect to"):
            sluice.Client(executable=started).ping()
    assert not os.path.exists(mark)


def test_without_auto_start_nothing_is_started(
    program: Callable[[str], str], socket_path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    mark = socket_path + ".started"
    monkeypatch.setenv("SLUICE_EXECUTABLE", program(f"open({mark!r}, 'w')"))
    with pytest.raises(sluice.DaemonUnavailable, match="no daemon listens on"):
        sluice.Client(auto_start=False).ping()
    assert sluice.Client().shutdown() is False
    assert not os.path.exists(mark)


def test_shutdown_stops_a_daemon_that_runs(socket_path: str) -> None:
    with FakeDaemon(socket_path) as daemon:
        sut = sluice.Client()
        assert sut.shutdown() is True
        assert daemon.methods == ["daemon/shutdown"]


def test_a_folder_that_others_can_write_to_is_not_trusted(socket_path: str) -> None:
    with FakeDaemon(socket_path) as daemon:
        os.chmod(os.path.dirname(socket_path), 0o777)
        with pytest.raises(sluice.DaemonUnavailable, match="open to others .mode 0777, expected 0700") as caught:
            sluice.Client().ping()
        assert caught.value.hint.startswith("name a socket in a folder of your own")
        assert not str(caught.value).startswith("cannot connect")
        os.chmod(os.path.dirname(socket_path), 0o700)
        assert daemon.connections == 0


def test_a_folder_that_is_a_link_is_not_trusted(socket_path: str, tmp_path: Path) -> None:
    with FakeDaemon(socket_path):
        (tmp_path / "link").symlink_to(os.path.dirname(socket_path))
        with pytest.raises(sluice.DaemonUnavailable, match="a symbolic link is not followed"):
            sluice.Client(tmp_path / "link" / "d.sock").ping()


def test_a_path_that_no_socket_can_have_is_said_before_anything_is_started(program: Callable[[str], str]) -> None:
    with pytest.raises(sluice.DaemonUnavailable, match="longer than the 10[37] bytes"):
        sluice.Client("/" + "x" * 108, executable=program("")).ping()
