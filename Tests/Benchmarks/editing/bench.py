"""Editing in the middle of a document of 1 MB of Korean prose, as an editor does it, and the memory that editors share.

The document is made of reviews of SLUICE_DATA (see `make models`), joined to paragraphs. The client is a plain socket:
what is timed ends with an answer's last byte. Whoever else uses the machine is in the figures, so look at the medians.
"""

import argparse
import contextlib
import gzip
import json
import os
import re
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time

SIZE = 1_000_000
SETTINGS = {
    "model": "sentiment-ko",
    "rules": [{"model": "sentiment-ko", "label": "negative", "atLeast": 0.9, "severity": "information"}],
}


def documents(count):
    """Texts of `SIZE` bytes and a little more, none of which shares a line with another: paragraphs of five reviews."""
    folder = os.environ.get("SLUICE_DATA")
    if not folder:
        print("NOT RUN, editing: SLUICE_DATA is not set; it names the folder with nsmc/reviews.txt.gz")
        sys.exit(0)
    made = []
    with gzip.open(os.path.join(folder, "nsmc", "reviews.txt.gz"), "rt", encoding="utf-8") as lines:
        for _ in range(count):
            paragraphs, size = [], 0
            while size < SIZE:
                reviews = [next(lines).strip() for _ in range(5)]
                # A review ends its sentence or not.
                paragraphs.append(" ".join(each if each.endswith((".", "!", "?")) else each + "." for each in reviews))
                size += len(paragraphs[-1].encode()) + 2
            made.append(paragraphs)
    return made


class Editor:
    """One LSP session over a socket or a process's pipes; positions in UTF-16, as most editors have them."""

    def __init__(self, read, write, close, pulls=False):
        self._read, self._write, self.close = read, write, close
        self._buffer = bytearray()
        self._last = 0
        self._passed = []
        document = {} if not pulls else {"diagnostic": {}}
        capabilities = {"workspace": {"configuration": True}, "textDocument": document}
        self.request("initialize", {"processId": os.getpid(), "rootUri": None, "capabilities": capabilities})
        self.notify("initialized", {})

    @classmethod
    def on_socket(cls, path):
        connection = socket.socket(socket.AF_UNIX)
        connection.connect(path)
        return cls(connection.recv, connection.sendall, connection.close)

    @classmethod
    def on_process(cls, command, environment):
        process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment, bufsize=0)

        def write(data):
            view = memoryview(data)
            while view:
                view = view[process.stdin.write(view):]

        def close():
            process.stdin.close()
            process.wait(10)
            process.stdout.close()

        editor = cls(process.stdout.read, write, close)
        editor.process = process
        return editor

    def send(self, message):
        body = json.dumps({"jsonrpc": "2.0", **message}, ensure_ascii=False).encode()
        self._write(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))

    def notify(self, method, params):
        self.send({"method": method, "params": params})

    def body(self):
        """The next message's bytes. What the server asks is answered on the way."""
        while True:
            end = self._buffer.find(b"\r\n\r\n")
            if end >= 0:
                length = int(re.search(rb"Content-Length: (\d+)", self._buffer[:end]).group(1))
                while len(self._buffer) < end + 4 + length:
                    self._fill()
                body = bytes(self._buffer[end + 4:end + 4 + length])
                del self._buffer[:end + 4 + length]
                if not re.match(rb'\{"jsonrpc":"2\.0","id":"[^"]*","method"', body):
                    return body
                self._answer(json.loads(body))
            else:
                self._fill()

    def _fill(self):
        data = self._read(1 << 20)
        if not data:
            raise SystemExit("the server closed the connection")
        self._buffer += data

    def _answer(self, message):
        is_settings = message["method"] == "workspace/configuration"
        self.send({"id": message["id"], "result": [SETTINGS] * len(message["params"]["items"]) if is_settings else None})

    def request(self, method, params):
        """The answer's bytes, and how long it took in milliseconds."""
        self._last += 1
        pattern = b'{"jsonrpc":"2.0","id":%d,' % self._last
        start = time.perf_counter()
        self.send({"id": self._last, "method": method, "params": params})
        while True:
            body = self.body()
            if body.startswith(pattern):
                elapsed = (time.perf_counter() - start) * 1000
                if b'"error"' in body[:len(pattern) + 10]:
                    raise SystemExit(f"{method}: {body.decode()[:500]}")
                return body, elapsed
            self._passed.append(body)

    def open(self, uri, text):
        document = {"uri": uri, "languageId": "plaintext", "version": 1, "text": text}
        self.notify("textDocument/didOpen", {"textDocument": document})

    def findings(self, uri, version):
        """Waits for the diagnostics of a version, which may have come while an answer was waited for."""
        while True:
            body = self._passed.pop(0) if self._passed else self.body()
            head = body[:200] + body[-200:]
            if b'"textDocument/publishDiagnostics"' in head and uri.encode() in body and (
                    re.search(rb'"version":%d[,}]' % version, body)):
                return body

    def about(self, method, uri, **params):
        return self.request(method, {"textDocument": {"uri": uri}, **params})


class Daemon:
    """A daemon of its own, and its home."""

    def __init__(self, sluice):
        self.sluice = sluice
        self.folder = tempfile.mkdtemp(prefix="sl-", dir="/tmp")
        os.mkdir(f"{self.folder}/run", 0o700)
        kept = {name: value for name, value in os.environ.items() if not name.startswith("SLUICE_")}
        self.environment = {
            **kept, "XDG_RUNTIME_DIR": f"{self.folder}/run", "XDG_STATE_HOME": self.folder,
            "XDG_CONFIG_HOME": f"{self.folder}/config", "XDG_DATA_HOME": f"{self.folder}/data",
        }
        self.path = f"{self.folder}/run/sluice/sluice.sock"
        self.process = subprocess.Popen(
            [sluice, "serve"], env=self.environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL)
        for _ in range(2000):
            with contextlib.suppress(OSError), socket.socket(socket.AF_UNIX) as probe:
                probe.connect(self.path)
                return
            time.sleep(0.005)
        raise SystemExit("the daemon did not come up")

    def close(self):
        self.process.terminate()
        self.process.wait(20)
        shutil.rmtree(self.folder, ignore_errors=True)


def memory(process):
    """Resident and proportional memory of a process, MB."""
    with open(f"/proc/{process.pid}/smaps_rollup", encoding="ascii") as file:
        text = file.read()
    return tuple(int(re.search(rf"^{name}:\s+(\d+) kB", text, re.M).group(1)) / 1000 for name in ("Rss", "Pss"))


def percentile(values, share):
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]


def row(name, values, must=None, unit="ms"):
    high = percentile(values, 0.95)
    verdict = "" if must is None else f"   p95 must ≤ {must:g}: {'met' if high <= must else 'MISSED'}"
    print(f"{name:<58} p50 {statistics.median(values):8.2f}  p95 {high:8.2f}  max {max(values):8.2f} {unit}{verdict}",
          flush=True)


class Others:
    """Somebody else at the same daemon, who asks while the large document is read."""

    def __init__(self, path):
        self.editor = Editor.on_socket(path)
        self.uri = "file:///small.txt"
        self.editor.open(self.uri, "정말 재미있는 영화였다. 배우들의 연기도 좋았다.")
        self.editor.findings(self.uri, 1)
        self.pings, self.hovers = [], []
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run)

    def _run(self):
        while not self._stop.is_set():
            self.pings.append(self.editor.request("daemon/ping", {})[1])
            at = {"line": 0, "character": 8}
            self.hovers.append(self.editor.about("textDocument/hover", self.uri, position=at)[1])
            time.sleep(0.002)

    def __enter__(self):
        self._thread.start()
        return self

    def __exit__(self, *_):
        self._stop.set()
        self._thread.join()


def first_analysis(sluice, paragraphs, runs):
    text = "\n\n".join(paragraphs)
    times, tokens, idle, pings, hovers = [], [], [], [], []
    for _ in range(runs):
        daemon = Daemon(sluice)
        with Others(daemon.path) as others:
            time.sleep(0.5)
            quiet = len(others.hovers)
            editor = Editor.on_socket(daemon.path)
            # The model is loaded and its first pages are read before.
            editor.open("file:///warm.txt", paragraphs[0])
            editor.findings("file:///warm.txt", 1)
            busy = len(others.hovers)
            start = time.perf_counter()
            editor.open("file:///large.txt", text)
            findings = editor.findings("file:///large.txt", 1)
            times.append((time.perf_counter() - start) * 1000)
            tokens.append(editor.about("textDocument/semanticTokens/full", "file:///large.txt")[1])
            idle += others.hovers[quiet // 2:quiet]
            pings += others.pings[busy:]
            hovers += others.hovers[busy:]
        others.editor.close()
        editor.close()
        daemon.close()
    print(f"{len(text.encode()):,} bytes, {len(paragraphs):,} paragraphs, {findings.count(b'sentiment-ko/negative'):,} findings")
    row("first full analysis, to its diagnostics", times, 1000)
    row("  then all semantic tokens for the first time", tokens)
    row("  meanwhile, another session: ping", pings)
    row("  meanwhile, another session: hover", hovers)
    row("  the same hover where nothing is read", idle)


def typing(open_editor, paragraphs, keys, name):
    """Keystrokes in the middle, each with one question behind it."""
    editor = open_editor()
    uri = "file:///large.txt"
    text = "\n\n".join(paragraphs)
    editor.open(uri, text)
    editor.findings(uri, 1)
    answer, _ = editor.about("textDocument/semanticTokens/full", uri)
    result = json.loads(answer)["result"]["resultId"]
    middle = len(paragraphs) // 2
    line, paragraph = 2 * middle, paragraphs[middle]
    column = len(paragraph[:len(paragraph) // 2].encode("utf-16-le")) // 2
    typed = " 정말 재미있는 영화였다고 생각합니다 배우들의 연기가 좋았어요"
    version = 1

    def key(index):
        """The change of a keystroke: a syllable more, or all of them gone."""
        nonlocal version
        version += 1
        place = index % (len(typed) + 1)
        start, end = (column, column + len(typed)) if place == len(typed) else (column + place, column + place)
        span = {"start": {"line": line, "character": start}, "end": {"line": line, "character": end}}
        editor.notify("textDocument/didChange", {
            "textDocument": {"uri": uri, "version": version},
            "contentChanges": [{"range": span, "text": "" if place == len(typed) else typed[place]}]})
        return {"line": line, "character": column if place == len(typed) else column + place + 1}

    def measure(ask):
        values = []
        for index in range(keys):
            at = key(index)
            values.append(ask(at))
            editor.findings(uri, version)
        # What has not been loaded when the first one asks is no matter of editing.
        return values[5:]

    def delta(_):
        nonlocal result
        body, elapsed = editor.about("textDocument/semanticTokens/full/delta", uri, previousResultId=result)
        result = json.loads(body)["result"]["resultId"]
        return elapsed

    strokes = []
    for index in range(keys):
        start = time.perf_counter()
        key(index)
        editor.findings(uri, version)
        strokes.append((time.perf_counter() - start) * 1000)
    row(f"{name}: keystroke to its diagnostics", strokes[5:], 20)
    row(f"{name}: hover behind a keystroke", measure(
        lambda at: editor.about("textDocument/hover", uri, position={**at, "character": at["character"] - 1})[1]), 5)
    row(f"{name}: completion behind a keystroke", measure(
        lambda at: editor.about("textDocument/completion", uri, position=at)[1]), 15)
    row(f"{name}: semantic tokens delta behind a keystroke", measure(delta), 10)
    quiet = [editor.about("textDocument/hover", uri, position={"line": 2 * row_, "character": 1})[1]
             for row_ in range(middle, middle + keys)]
    row(f"{name}: hover where nobody types", quiet[5:])
    editor.close()


def attach(daemon, paragraphs):
    """An editor as a person has one, through `sluice lsp`, with all of its document shown."""
    editor = Editor.on_process([daemon.sluice, "lsp"], daemon.environment)
    uri = "file:///large.txt"
    editor.open(uri, "\n\n".join(paragraphs))
    editor.findings(uri, 1)
    editor.about("textDocument/semanticTokens/full", uri)
    editor.about("textDocument/hover", uri, position={"line": 10, "character": 1})
    editor.about("textDocument/completion", uri, position={"line": 10, "character": 1})
    return editor


def shared_memory(sluice, texts):
    for name, own in (("the same document", False), ("a document of its own", True)):
        daemon = Daemon(sluice)
        bare = memory(daemon.process)
        figures, editors = [], []
        for index in range(3):
            editors.append(attach(daemon, texts[index if own else 0]))
            # Freed memory goes back to the system after a moment.
            time.sleep(2)
            figures.append(memory(daemon.process))
        forwarders = [memory(editor.process) for editor in editors]
        ratio = figures[2][0] / figures[0][0]
        verdict = "" if own else f"   must ≤ 1.10: {'met' if ratio <= 1.1 else 'MISSED'}"
        print(f"daemon's resident memory, each editor with {name}: none {bare[0]:.1f}, one {figures[0][0]:.1f}, "
              f"two {figures[1][0]:.1f}, three {figures[2][0]:.1f} MB; three to one {ratio:.3f}{verdict}")
        print(f"  proportional: one {figures[0][1]:.1f}, three {figures[2][1]:.1f} MB; forwarders, each: resident "
              f"{max(each[0] for each in forwarders):.1f}, proportional {max(each[1] for each in forwarders):.1f} MB",
              flush=True)
        for editor in editors:
            editor.close()
        daemon.close()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--sluice", required=True)
    parser.add_argument("--keys", type=int, default=200)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--only", choices=["first", "typing", "memory"])
    options = parser.parse_args()
    texts = documents(3)

    def wanted(part):
        return options.only in (None, part)

    print("Editing 1 MB of Korean prose, milliseconds")
    if wanted("first"):
        first_analysis(options.sluice, texts[0], options.runs)
    if wanted("typing"):
        daemon = Daemon(options.sluice)
        typing(lambda: Editor.on_socket(daemon.path), texts[0], options.keys, "socket")
        typing(lambda: Editor.on_process([options.sluice, "lsp"], daemon.environment), texts[0], options.keys, "sluice lsp")
        daemon.close()
    if wanted("memory"):
        shared_memory(options.sluice, texts)


if __name__ == "__main__":
    main()
