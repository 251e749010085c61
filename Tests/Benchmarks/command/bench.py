"""Whole processes, as a person meets them: a command beside a running daemon, and a daemon's first answer.

Prints medians of many runs, each beside `true` as the floor that starting any process has on this machine.
"""

import argparse
import json
import os
import socket
import statistics
import subprocess
import tempfile
import time

REVIEW = (
    "기대를 많이 하고 갔는데 처음에는 조금 지루했지만 중반부터 배우들의 연기가 정말 좋았고 음악도 영상도 "
    "아름다워서 보는 내내 눈을 뗄 수 없었다 마지막 장면은 한참 동안 잊지 못할 것 같고 가족과 다시 보고 싶다"
)


def milliseconds(action):
    start = time.perf_counter()
    action()
    return (time.perf_counter() - start) * 1000


def run(command, environment):
    subprocess.run(command, env=environment, check=True, stdout=subprocess.DEVNULL, stdin=subprocess.DEVNULL)


def first_answer(sluice, environment, path):
    """Starts a daemon and asks until it answers; the daemon is stopped outside the measured time."""
    request = json.dumps({"jsonrpc": "2.0", "id": 1, "method": "text/classify", "params": {"text": REVIEW}})
    start = time.perf_counter()
    daemon = subprocess.Popen(
        [sluice, "serve", "--socket", path],
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    while True:
        try:
            connection = socket.socket(socket.AF_UNIX)
            connection.connect(path)
            break
        except (FileNotFoundError, ConnectionRefusedError):
            connection.close()
            if daemon.poll() is not None:
                raise SystemExit(f"the daemon ended with {daemon.returncode} before it listened")
            time.sleep(0.0005)
    connection.sendall(request.encode() + b"\n")
    answer = connection.makefile().readline()
    elapsed = (time.perf_counter() - start) * 1000
    connection.close()
    if "result" not in json.loads(answer):
        raise SystemExit(f"the daemon answered: {answer}")
    daemon.terminate()
    daemon.wait(10)
    return elapsed


def row(name, values, must):
    values = sorted(values)
    median = statistics.median(values)
    verdict = "" if must is None else f"   must ≤ {must:g} ms: {'met' if median <= must else 'MISSED'}"
    print(f"{name:<52} {median:8.2f} ms  ({values[0]:.2f} … {values[-1]:.2f}){verdict}")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--sluice", required=True)
    parser.add_argument("--runs", type=int, default=40)
    options = parser.parse_args()

    with tempfile.TemporaryDirectory(prefix="sluice-bench-") as folder:
        os.chmod(folder, 0o700)
        environment = dict(os.environ, SLUICE_SOCKET=f"{folder}/a/sluice.sock", XDG_STATE_HOME=folder)
        classify = [options.sluice, "classify", REVIEW]
        run(classify, environment)  # starts the daemon

        floor, command = [], []
        for _ in range(options.runs):
            floor.append(milliseconds(lambda: run(["true"], environment)))
            command.append(milliseconds(lambda: run(classify, environment)))
        run([options.sluice, "stop"], environment)

        starts = []
        for i in range(max(5, options.runs // 2)):
            starts.append(first_answer(options.sluice, environment, f"{folder}/b{i}/sluice.sock"))

    print("Whole processes, static release binary, medians (fastest … slowest)")
    row("floor: `true`", floor, None)
    row("(d) sluice classify, daemon running", command, 15)
    row("(e) start of the daemon to its first answer", starts, 60)


if __name__ == "__main__":
    main()
