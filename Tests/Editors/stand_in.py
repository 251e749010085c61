#!/usr/bin/env python3
"""Stands in for the `sluice` program where a test is about an editor and not about models: it knows a few words, answers at
once and always alike, and writes down what it was asked: a JSON line each in the file that SLUICE_STAND_IN_LOG names."""

from __future__ import annotations

import json
import os
import re
import sys
from typing import Any, Callable

NEIGHBOURS = {
    "영화": [("드라마", 0.91), ("연극", 0.82)],
    "이야기": [("줄거리", 0.88), ("내용", 0.7)],
    "movie": [("film", 0.95), ("picture", 0.6)],
}
POS = {"영화": "noun", "이야기": "noun", "배우": "noun", "movie": "noun", "정말": "adverb", "재미있었다": "verb", "지루했다": "verb"}
PARTICLES = ["가", "는", "를", "와"]
TYPES = ["noun", "properNoun", "verb", "adjective", "adverb", "particle", "ending", "number", "other"]
COMMANDS = [
    "sluice.addToDictionary", "sluice.removeFromDictionary", "sluice.ignoreHere", "sluice.correctLabel", "sluice.reload",
]
WORD = re.compile(r"\w+")
UNITS = {"utf-8": ("utf-8", 1), "utf-16": ("utf-16-le", 2), "utf-32": ("utf-32-le", 4)}


def note(entry: Any) -> None:
    path = os.environ.get("SLUICE_STAND_IN_LOG")
    if path:
        # At one go, since tests read along, and kill.
        file = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        os.write(file, json.dumps(entry, ensure_ascii=False).encode() + b"\n")
        os.close(file)


def stem(word: str) -> tuple[str, str]:
    for particle in PARTICLES:
        if word.endswith(particle) and word[: -len(particle)] in POS:
            return word[: -len(particle)], particle
    return word, ""


def similar(word: str) -> list[dict[str, Any]] | None:
    found = NEIGHBOURS.get(stem(word)[0])
    return None if found is None else [{"word": each, "similarity": similarity} for each, similarity in found]


def label(text: str) -> tuple[str, float]:
    return ("negative", 0.97) if "지루" in text else ("positive", 0.94)


class Failure(Exception):
    def __init__(self, code: int, message: str, hint: str) -> None:
        self.error: dict[str, Any] = {"code": code, "message": message, "data": {"kind": "wordUnknown", "hint": hint}}


def call(method: str, params: dict[str, Any]) -> Any:
    """The methods that need no document."""
    if method == "words/similar":
        found = similar(params["word"])
        if found is None:
            raise Failure(-32012, f"\"{params['word']}\" is unknown", "try another word")
        word, particle = stem(params["word"])
        reached = [{"word": params["word"], "by": "particle", "as": word}] if particle else []
        return {"vectors": "words-ko", "outOfVocabulary": bool(particle), "reachedBy": reached, "neighbours": found}
    if method == "text/classify":
        name, probability = label(params["text"])
        return {"model": "sentiment-ko", "label": name, "probability": probability, "tokens": 3, "unknown": 0,
                "truncated": False, "labels": [{"label": name, "probability": probability}]}  # fmt: skip
    if method == "models/list":
        model = {"source": "built-in", "memory": 0, "languages": ["ko"]}
        return {"models": [{**model, "name": "sentiment-ko", "readiness": "ready", "task": "classify"},
                           {**model, "name": "broken", "readiness": "invalid", "problem": "a file is missing"}]}  # fmt: skip
    if method == "daemon/status":
        return {"version": "0.1.0", "processId": os.getpid(), "health": "ok", "sessions": 1, "socket": "/none"}
    raise Failure(-32601, f"there is no method {method}", "none")


class Server:
    def __init__(self) -> None:
        self.unit = "utf-16"
        self.pulls = False
        self.capabilities: dict[str, Any] = {}
        self.texts: dict[str, str] = {}
        self.ignored: set[str] = set()
        self.dictionary: set[str] = set()
        self.asked = 0

    def serve(self) -> int:
        stopped = False
        while True:
            message = self.receive()
            if message is None:
                return 1
            note(message)
            method, params = message.get("method"), message.get("params") or {}
            if method == "exit":
                return 0 if stopped else 1
            stopped = stopped or method == "shutdown"
            if method is None:
                continue
            try:
                answer: dict[str, Any] = {"result": self.handle(method, params)}
            except Failure as failure:
                answer = {"error": failure.error}
            if "id" in message:
                self.send({"id": message["id"], **answer})

    def receive(self) -> Any:
        length = None
        while True:
            line = sys.stdin.buffer.readline()
            if not line:
                return None
            if not line.strip():
                break
            name, _, value = line.partition(b":")
            if name.lower() == b"content-length":
                length = int(value)
        return json.loads(sys.stdin.buffer.read(length or 0))

    def send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        sys.stdout.buffer.write(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))
        sys.stdout.buffer.flush()

    def request(self, method: str, params: Any) -> None:
        self.asked += 1
        self.send({"id": f"stand-in-{self.asked}", "method": method, "params": params})

    # Places

    def position(self, text: str, offset: int) -> dict[str, int]:
        before = text[:offset]
        start = before.rfind("\n") + 1
        name, size = UNITS[self.unit]
        return {"line": before.count("\n"), "character": len(before[start:].encode(name)) // size}

    def offset(self, text: str, position: dict[str, int]) -> int:
        start = 0
        for _ in range(position["line"]):
            start = text.index("\n", start) + 1
        line = text[start:].split("\n", 1)[0]
        name, size = UNITS[self.unit]
        return start + len(line.encode(name)[: position["character"] * size].decode(name, "ignore"))

    def range(self, text: str, start: int, end: int) -> dict[str, Any]:
        return {"start": self.position(text, start), "end": self.position(text, end)}

    def word(self, params: dict[str, Any], text: str) -> re.Match[str] | None:
        place = params["position"] if "position" in params else params["range"]["start"]
        offset = self.offset(text, place)
        return next((each for each in WORD.finditer(text) if each.start() <= offset <= each.end()), None)

    def paragraphs(self, text: str) -> list[re.Match[str]]:
        return list(re.finditer(r"(?:[^\n]+\n?)+", text))

    # Answers

    def diagnostics(self, uri: str) -> list[dict[str, Any]]:
        text = self.texts[uri]
        return [
            {"range": self.range(text, each.start(), each.end()), "severity": 3, "source": "sluice",
             "code": "sentiment-ko/negative", "message": "negative, 0.97"}
            for each in re.finditer("지루했다", text) if uri not in self.ignored and each[0] not in self.dictionary
        ]  # fmt: skip

    def publish(self, uri: str) -> None:
        if not self.pulls:
            self.send({"method": "textDocument/publishDiagnostics",
                       "params": {"uri": uri, "diagnostics": self.diagnostics(uri)}})  # fmt: skip

    def handle(self, method: str, params: dict[str, Any]) -> Any:
        uri = params.get("textDocument", {}).get("uri", "")
        handlers: dict[str, Callable[[dict[str, Any]], Any]] = {
            "initialize": self.initialize,
            "initialized": lambda params: self.request("workspace/configuration", {"items": [{"section": "sluice"}]}),
            "shutdown": lambda params: None,
            "textDocument/didOpen": self.open,
            "textDocument/didChange": self.change,
            "textDocument/didClose": lambda params: self.texts.pop(uri),
            "textDocument/didSave": lambda params: None,
            "textDocument/diagnostic": lambda params: {"kind": "full", "items": self.diagnostics(uri)},
            "textDocument/hover": self.hover,
            "textDocument/completion": self.completion,
            "completionItem/resolve": self.resolve,
            "textDocument/codeAction": self.actions,
            "codeAction/resolve": lambda action: {**action, "edit": action["data"]} if "data" in action else action,
            "textDocument/codeLens": self.lenses,
            "textDocument/inlayHint": self.hints,
            "textDocument/semanticTokens/full": self.tokens,
            "textDocument/semanticTokens/range": self.tokens,
            "textDocument/semanticTokens/full/delta": self.tokens,
            "textDocument/documentHighlight": self.highlights,
            "textDocument/documentSymbol": self.symbols,
            "textDocument/selectionRange": self.selections,
            "workspace/executeCommand": self.execute,
            "workspace/didChangeConfiguration": lambda params: None,
            "workspace/didChangeWorkspaceFolders": lambda params: None,
        }
        if method.startswith("$/"):
            return None
        return handlers[method](params) if method in handlers else call(method, params)

    def open(self, params: dict[str, Any]) -> None:
        document = params["textDocument"]
        self.texts[document["uri"]] = document["text"]
        self.publish(document["uri"])

    def change(self, params: dict[str, Any]) -> None:
        uri = params["textDocument"]["uri"]
        for change in params["contentChanges"]:
            text = self.texts[uri]
            if "range" in change:
                start, end = (self.offset(text, change["range"][each]) for each in ["start", "end"])
                self.texts[uri] = text[:start] + change["text"] + text[end:]
            else:
                self.texts[uri] = change["text"]
        self.publish(uri)

    def text(self, params: dict[str, Any]) -> str:
        return self.texts[params["textDocument"]["uri"]]

    def hover(self, params: dict[str, Any]) -> Any:
        text = self.text(params)
        word = self.word(params, text)
        if word is None:
            return None
        lemma = stem(word[0])[0]
        lines = [f"- {each} {similarity}" for each, similarity in NEIGHBOURS.get(lemma, [])]
        value = "\n".join([f"**{lemma}** · {POS.get(lemma, 'other')}", "", *lines])
        return {"contents": {"kind": "markdown", "value": value}, "range": self.range(text, *word.span())}

    def completion(self, params: dict[str, Any]) -> Any:
        text = self.text(params)
        word = self.word(params, text)
        end = self.offset(text, params["position"])
        start = word.start() if word else end
        place = self.range(text, start, end)
        items = [
            {"label": each, "filterText": text[start:end], "sortText": f"{index:02}", "data": {"word": each},
             "textEdit": {"range": place, "newText": each}}
            for index, each in enumerate(self.replacements(text[start:end]))
        ]  # fmt: skip
        return {"isIncomplete": False, "items": items}

    def resolve(self, item: dict[str, Any]) -> Any:
        return {**item, "documentation": {"kind": "markdown", "value": f"about **{item['data']['word']}**"}}

    def lenses(self, params: dict[str, Any]) -> Any:
        text = self.text(params)
        return [
            {"range": self.range(text, each.start(), each.start()),
             "command": {"title": "%s %.2f" % label(each[0]), "command": "sluice.correctLabel",
                         "arguments": [{"model": "sentiment-ko", "text": each[0], "label": "positive"}]}}
            for each in self.paragraphs(text)
        ]  # fmt: skip

    def hints(self, params: dict[str, Any]) -> Any:
        text = self.text(params)
        return [
            {"position": self.position(text, each.start() + len(each[0].rstrip())), "paddingLeft": True,
             "label": "%s %.2f" % label(each[0])}
            for each in self.paragraphs(text)
        ]  # fmt: skip

    def highlights(self, params: dict[str, Any]) -> Any:
        text = self.text(params)
        word = self.word(params, text)
        same = [each for each in WORD.finditer(text) if word and stem(each[0])[0] == stem(word[0])[0]]
        return [{"range": self.range(text, *each.span()), "kind": 1} for each in same]

    def symbols(self, params: dict[str, Any]) -> Any:
        text = self.text(params)
        return [
            {"name": each[0].split("\n")[0][:20], "detail": label(each[0])[0], "kind": 15,
             "range": self.range(text, *each.span()), "selectionRange": self.range(text, *each.span())}
            for each in self.paragraphs(text)
        ]  # fmt: skip

    def selections(self, params: dict[str, Any]) -> Any:
        text = self.text(params)
        whole = {"range": self.range(text, 0, len(text))}
        words = [self.word({"position": each}, text) for each in params["positions"]]
        return [{"range": self.range(text, *word.span()), "parent": whole} if word else whole for word in words]

    def initialize(self, params: dict[str, Any]) -> Any:
        capabilities = self.capabilities = params["capabilities"]
        offered = capabilities.get("general", {}).get("positionEncodings", [])
        self.unit = next((each for each in offered if each in UNITS), "utf-16")
        self.pulls = "diagnostic" in capabilities.get("textDocument", {})
        return {
            "serverInfo": {"name": "sluice", "version": "stand-in"},
            "capabilities": {
                "positionEncoding": self.unit,
                "textDocumentSync": {"openClose": True, "change": 2},
                "hoverProvider": True,
                "completionProvider": {"resolveProvider": True},
                "codeActionProvider": {"codeActionKinds": ["quickfix", "refactor.rewrite"], "resolveProvider": True},
                "codeLensProvider": {},
                "inlayHintProvider": True,
                "diagnosticProvider": {"interFileDependencies": False, "workspaceDiagnostics": False},
                "semanticTokensProvider": {"legend": {"tokenTypes": TYPES, "tokenModifiers": ["unknown"]},
                                           "full": {"delta": True}, "range": True},
                "documentHighlightProvider": True,
                "documentSymbolProvider": True,
                "selectionRangeProvider": True,
                "executeCommandProvider": {"commands": COMMANDS},
            },
        }  # fmt: skip

    def replacements(self, word: str) -> list[str]:
        lemma, particle = stem(word)
        return [each + particle for each, _ in NEIGHBOURS.get(lemma, [])]

    def actions(self, params: dict[str, Any]) -> Any:
        uri, text = params["textDocument"]["uri"], self.text(params)
        word = self.word(params, text)
        if word is None:
            return []
        place = self.range(text, *word.span())
        supported = self.capabilities.get("textDocument", {}).get("codeAction", {}).get("resolveSupport", {})
        later = "edit" in supported.get("properties", [])
        actions: list[dict[str, Any]] = []
        for each in self.replacements(word[0]):
            edit = {"changes": {uri: [{"range": place, "newText": each}]}}
            action = {"title": f"Replace with “{each}” (0.91)", "kind": "refactor.rewrite"}
            actions.append({**action, "data": edit} if later else {**action, "edit": edit})
        for title, name, arguments in [
            (f"Add “{word[0]}” to dictionary", "sluice.addToDictionary", [word[0]]),
            ("Ignore here", "sluice.ignoreHere", [uri, place]),
        ]:
            command = {"title": title, "command": name, "arguments": arguments}
            actions.append({"title": title, "kind": "quickfix", "command": command})
        only = params["context"].get("only")
        switched_off = os.environ.get("SLUICE_STAND_IN_OFF", "").split(",")
        return [each for each in actions if (not only or each["kind"] in only) and "codeActions" not in switched_off]

    def tokens(self, params: dict[str, Any]) -> Any:
        text = self.text(params)
        data: list[int] = []
        line = character = 0
        for each in WORD.finditer(text):
            start, end = self.position(text, each.start()), self.position(text, each.end())
            kind = TYPES.index(POS.get(stem(each[0])[0], "other"))
            after = start["character"] - (character if start["line"] == line else 0)
            data += [start["line"] - line, after, end["character"] - start["character"], kind, 0]
            line, character = start["line"], start["character"]
        return {"resultId": "1", "data": data}

    def execute(self, params: dict[str, Any]) -> None:
        name, arguments = params["command"], params.get("arguments", [])
        if name not in COMMANDS:
            raise Failure(-32602, f"there is no command {name}", "they are " + ", ".join(COMMANDS))
        if name == "sluice.ignoreHere":
            self.ignored.add(arguments[0])
            # Which a command of Sluice may do as well as one of any server.
            place = {"start": {"line": 0, "character": 0}, "end": {"line": 0, "character": 0}}
            edit = {"changes": {arguments[0]: [{"range": place, "newText": "ignored\n"}]}}
            self.request("workspace/applyEdit", {"edit": edit})
            self.find_again()
        elif name == "sluice.addToDictionary":
            self.dictionary.add(arguments[0])
            self.find_again()
        elif name == "sluice.removeFromDictionary":
            self.dictionary.discard(arguments[0])
            self.find_again()
        elif name == "sluice.reload":
            self.reload()
        elif name == "sluice.correctLabel":
            self.send({"method": "window/showMessage", "params": {"type": 3, "message": "kept"}})

    def find_again(self) -> None:
        if self.capabilities.get("workspace", {}).get("diagnostics", {}).get("refreshSupport"):
            self.request("workspace/diagnostic/refresh", None)
        for uri in self.texts:
            self.publish(uri)

    def reload(self) -> None:
        if self.capabilities.get("window", {}).get("workDoneProgress"):
            self.request("window/workDoneProgress/create", {"token": "reload"})
            for value in [
                {"kind": "begin", "title": "models", "percentage": 0},
                {"kind": "report", "message": "sentiment-ko", "percentage": 50},
                {"kind": "end"},
            ]:
                self.send({"method": "$/progress", "params": {"token": "reload", "value": value}})
        for name in ["codeLens", "inlayHint", "semanticTokens"]:
            if self.capabilities.get("workspace", {}).get(name, {}).get("refreshSupport"):
                self.request(f"workspace/{name}/refresh", None)


def status() -> None:
    if os.environ.get("SLUICE_STAND_IN_DAEMON") == "none":
        raise Failure(-32000, "no daemon runs", "start one")
    print(json.dumps(call("daemon/status", {})))


def print_similar(words: list[str]) -> None:
    for word in words:
        for each in call("words/similar", {"word": word})["neighbours"]:
            print(f"{each['word']}\t{each['similarity']:.6f}")


def main(arguments: list[str]) -> int:
    note({"argv": arguments, "processId": os.getpid()})
    name, rest = arguments[0], [each for each in arguments[1:] if not each.startswith("--")]
    try:
        if name == "--version":
            print("0.1.0 (stand-in)")
        elif name == "lsp":
            return Server().serve()
        elif name == "status":
            status()
        elif name == "call":
            print(json.dumps(call(rest[0], json.loads(rest[1]) if rest[1:] else {}), ensure_ascii=False))
        elif name == "similar":
            print_similar(rest)
        elif name == "classify":
            for text in rest:
                print("%s\t%.6f\t%s" % (*label(text), text.replace("\n", " ")))
        else:
            print(f"Error: wrong usage: {arguments}", file=sys.stderr)
            return 2
    except Failure as failure:
        print("Error: " + failure.error["message"], file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
