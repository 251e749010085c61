"""What `sluice lsp` costs: a ping through it beside one to the daemon itself, its start, its memory, and how long an
editor waits when the daemon is killed. Standard library alone; medians of interleaved runs."""

from __future__ import annotations

import argparse
import json
import os
import signal
import socket
import statistics
import subprocess
import tempfile
import time
from pathlib import Path
from typing import Any, Callable, Dict, List


def frame(message: Dict[str, Any]) -> bytes:
    body = json.dumps({"jsonrpc": "2.0", **message}).encode()
    return b"Content-Length: %d\r\n\r\n%b" % (len(body), body)


INITIALIZE = frame({"id": 1, "method": "initialize", "params": {"processId": None, "rootUri": None, "capabilities": {}}})
PING = frame({"id": 2, "method": "daemon/ping", "params": {}})


class Ends:
    """Two descriptors, and a small message each way over them."""

    def __init__(self, reading: int, writing: int) -> None:
        self.reading, self.writing = reading, writing

    def exchange(self, message: bytes) -> bytes:
        os.write(self.writing, message)
        answer = b""
        while b"\r\n\r\n" not in answer or len(answer.partition(b"\r\n\r\n")[2]) < int(answer.split()[1]):
            answer += os.read(self.reading, 1 << 16)
        return answer


def timed(action: Callable[[], Any]) -> float:
    """In microseconds."""
    start = time.perf_counter_ns()
    action()
    return (time.perf_counter_ns() - start) / 1000


def percentile(values: List[float], part: float) -> float:
    return sorted(values)[int(len(values) * part)]


def is_dead(process: int) -> bool:
    """With all its threads: before that its socket may still take something."""
    try:
        states = [each.read_text().rpartition(")")[2].split()[0] for each in Path("/proc").glob(f"{process}/task/*/stat")]
    except (FileNotFoundError, ProcessLookupError):
        return False
    return all(state in "ZX" for state in states)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sluice", required=True)
    sluice = parser.parse_args().sluice
    home = tempfile.mkdtemp(prefix="sl-", dir="/tmp")
    environment = {name: value for name, value in os.environ.items() if not name.startswith("SLUICE_")}
    environment.update({name: home for name in ("HOME", "XDG_RUNTIME_DIR", "XDG_STATE_HOME", "XDG_CONFIG_HOME")})

    def start(*arguments: str) -> "subprocess.Popen[bytes]":
        return subprocess.Popen(
            [sluice, "lsp", *arguments], stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment, bufsize=0
        )

    def ends(process: "subprocess.Popen[bytes]") -> Ends:
        assert process.stdin is not None and process.stdout is not None
        return Ends(process.stdout.fileno(), process.stdin.fileno())

    def end(process: "subprocess.Popen[bytes]") -> None:
        assert process.stdin is not None and process.stdout is not None
        process.stdin.close()
        process.stdout.close()
        process.wait(20)

    def whole_start(*arguments: str) -> float:
        made: List["subprocess.Popen[bytes]"] = []

        def until_answered() -> None:
            made.append(start(*arguments))
            ends(made[0]).exchange(INITIALIZE)

        took = timed(until_answered)
        end(made[0])
        return took

    editor = start()
    try:
        through = ends(editor)
        print(f"{timed(lambda: through.exchange(INITIALIZE)) / 1000:9.1f} ms  first editor: daemon and answer of initialize")
        starts = [whole_start() for _ in range(21)]
        print(f"{statistics.median(starts) / 1000:9.1f} ms  another editor: to the answer of initialize")
        alone = [whole_start("--no-daemon") for _ in range(11)]
        print(f"{statistics.median(alone) / 1000:9.1f} ms  the same with --no-daemon")

        connection = socket.socket(socket.AF_UNIX)
        connection.connect(f"{home}/sluice/sluice.sock")
        direct = Ends(connection.fileno(), connection.fileno())
        direct.exchange(INITIALIZE)
        times: Dict[str, List[float]] = {"to the daemon": [], "through sluice lsp": []}
        for _ in range(50):
            for name, way in (("to the daemon", direct), ("through sluice lsp", through)):
                times[name] += [timed(lambda: way.exchange(PING)) for _ in range(200)]
        for name, values in times.items():
            print(f"{statistics.median(values):9.1f} µs  ping {name} (least {min(values):.1f}, p95 {percentile(values, 0.95):.1f})")
        added = statistics.median(times["through sluice lsp"]) - statistics.median(times["to the daemon"])
        least = min(times["through sluice lsp"]) - min(times["to the daemon"])
        print(f"{added:9.1f} µs  added by the median, {least:.1f} by the least")
        connection.close()

        waits = []
        for _ in range(4):
            answer = through.exchange(frame({"id": 3, "method": "daemon/status", "params": {}}))
            process = json.loads(answer.partition(b"\r\n\r\n")[2])["result"]["processId"]
            os.kill(process, signal.SIGKILL)
            while not is_dead(process):
                pass
            waits.append(timed(lambda: through.exchange(PING)))
            # Five within ten seconds would be done without.
            time.sleep(3)
        print(f"{statistics.median(waits) / 1000:9.1f} ms  a ping after the daemon was killed: another started, all told again")

        status = Path(f"/proc/{editor.pid}/status").read_text()
        memory = {line.split()[0]: int(line.split()[1]) / 1000 for line in status.splitlines() if "kB" in line}
        print(f"{memory['VmRSS:']:9.1f} MB  memory of sluice lsp, of which {memory['RssAnon:']:.1f} are its own")
    finally:
        end(editor)
        subprocess.run([sluice, "stop"], env=environment, capture_output=True, check=False)


if __name__ == "__main__":
    main()
