"""Standard streams that are a terminal: somebody types, or an editor gives its child one."""

from __future__ import annotations

import os
import pty
import subprocess
import tempfile
from pathlib import Path

from examples import FOLDER
from sessions import environment


def test_a_terminal_is_spoken_to_as_a_pipe_is(executable: str, tmp_path: Path) -> None:
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [executable, "serve", "--stdio"],
        stdin=theirs,
        stdout=theirs,
        stderr=subprocess.DEVNULL,
        env=environment(str(tmp_path)),
    )
    os.close(theirs)
    try:
        os.write(ours, b'{"jsonrpc":"2.0","id":1,"method":"daemon/ping"}\n')
        seen = b""
        # The terminal gives back what was typed, too.
        while b'{"jsonrpc":"2.0","id":1,"result":{}}' not in seen:
            seen += os.read(ours, 4096)
        os.write(ours, b"\x04")
        assert process.wait(60) == 0
    finally:
        process.kill()
        os.close(ours)


def shown(executable: str, folder: Path, *arguments: str, **variables: str) -> str:
    """What a command shows on a terminal."""
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [executable, *arguments],
        stdin=subprocess.DEVNULL,
        stdout=theirs,
        stderr=subprocess.DEVNULL,
        env={**environment(str(folder)), "TERM": "xterm", **variables},
    )
    os.close(theirs)
    seen = b""
    try:
        # A terminal that nobody writes to any more ends in an error.
        while piece := os.read(ours, 4096):
            seen += piece
    except OSError:
        pass
    finally:
        os.close(ours)
    assert process.wait(60) == 0
    return seen.decode().replace("\r\n", "\n")


def test_an_explanation_is_shown_in_colours_unless_somebody_wants_none(executable: str, tmp_path: Path) -> None:
    model = str(FOLDER / "models" / "tiny")
    command = ["explain", "--no-daemon", "--model", model, "싫어요 좋아요"]
    assert shown(executable, tmp_path, *command) == (
        "\x1b[1mpositive 0.900455\x1b[0m from 0.500000\n"
        "\x1b[31;7m싫어요\x1b[0m \x1b[32;7m좋아요\x1b[0m\n"
        "\x1b[31m싫어요 -0.283039 -----------------\x1b[0m\n"
        "\x1b[32m좋아요  0.683494 ++++++++++++++++++++++++++++++++++++++++\x1b[0m\n"
        "\n"
    )
    plain = shown(executable, tmp_path, *command, NO_COLOR="1")
    assert "\x1b" not in plain
    assert [line.split()[:2] for line in plain.splitlines()[1:3]] == [["싫어요", "-0.283039"], ["좋아요", "0.683494"]]


def test_a_text_is_the_same_on_a_terminal_where_it_comes_in_pieces(executable: str, tmp_path: Path) -> None:
    model = str(FOLDER / "models" / "tiny-writer")
    command = ["generate", "--model", model, "--label", "dog", "--count", "2", "d"]
    # A daemon of its own, and a path short enough for a socket.
    with tempfile.TemporaryDirectory(dir="/tmp") as folder:
        socket = {"SLUICE_SOCKET": f"{folder}/s"}
        try:
            assert shown(executable, tmp_path, *command, **socket) == "dog\ndog\n"
            assert shown(executable, tmp_path, *command, "--no-daemon") == "dog\ndog\n"
        finally:
            subprocess.run([executable, "stop"], env=environment(str(tmp_path), **socket), stdout=subprocess.DEVNULL)


def test_a_forecast_is_drawn_on_a_terminal(executable: str, tmp_path: Path) -> None:
    model = str(FOLDER / "models" / "tiny-forecaster")
    command = ["forecast", "--no-daemon", "--model", model, "6", "12", "16"]
    lines = "1\t17\t15\t19\n2\t13.5\t10.5\t16.5\n"
    picture, _, answer = shown(executable, tmp_path, *command).rpartition("\n\n")
    assert answer == lines
    assert "\x1b[0;36m" in picture and any("\u2800" < each <= "\u28ff" for each in picture)
    plain = shown(executable, tmp_path, *command, NO_COLOR="1", COLUMNS="40")
    assert "\x1b" not in plain and plain.endswith("\n\n" + lines)
    assert max(len(line) for line in plain.splitlines()) <= 40
    # Where nobody looks there is none.
    piped = subprocess.run(
        [executable, *command], env=environment(str(tmp_path)), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )
    assert piped.stdout.decode() == lines


def test_a_forecast_comes_after_each_row_of_a_stream(executable: str, tmp_path: Path) -> None:
    model = str(FOLDER / "models" / "tiny-adder")
    process = subprocess.Popen(
        [executable, "forecast", "--model", model, "--stream", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment(str(tmp_path)),
    )
    assert process.stdin is not None and process.stdout is not None
    try:
        process.stdin.write(b"a,b\n")
        for row, sums in [(b"1,10\n", b"1 10"), (b"2,20\n", b"3 30"), (b"-3,0\n", b"0 30")]:
            process.stdin.write(row)
            process.stdin.flush()
            # The next row is not there yet.
            first, second, empty = [process.stdout.readline().strip(b"\n").split(b"\t") for _ in range(3)]
            assert [first[:2], second[:2], empty] == [[b"a", b"1"], [b"b", b"1"], [b""]]
            assert b" ".join([first[2], second[2]]) == sums
        process.stdin.close()
        assert process.wait(60) == 0
    finally:
        process.kill()
        process.stdout.close()
