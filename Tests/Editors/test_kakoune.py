"""clients/kakoune in Kakoune without a screen, as a program that draws for it sees it: JSON in lines."""

from __future__ import annotations

import json
import select
import subprocess
import time
from pathlib import Path
from typing import Any, Iterator

import pytest
from editors import ROOT, need

SCRIPT = ROOT / "clients" / "kakoune" / "sluice.kak"
TEXT = "영화가 정말 재미있었다\n배우는 좋았다\n\n이야기는 지루했다\n"


@pytest.fixture(scope="session")
def kakoune() -> str:
    return need("kak", "SLUICE_KAKOUNE", "apt-get install kakoune")


class Kakoune:
    def __init__(self, program: str, environment: dict[str, str]) -> None:
        self.file = Path(environment["SLUICE_TEST_FOLDER"]) / "text.txt"
        self.file.write_text(TEXT)
        self._process = subprocess.Popen(
            [program, "-n", "-ui", "json", "-e", f"source {SCRIPT}", str(self.file)],
            env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        self._buffer = b""
        self._tell("resize", [24, 100])

    def close(self) -> None:
        self._process.kill()
        self._process.wait()

    def keys(self, *keys: str) -> None:
        self._tell("keys", list(keys))

    def command(self, text: str) -> None:
        self.keys("<esc>", ":", *(" " if key == " " else key for key in text), "<ret>")

    def drawn(self, method: str, *words: str) -> str:
        """What Kakoune draws by `method`, once all `words` are in it."""
        end = time.monotonic() + 60
        said = ""
        while time.monotonic() < end:
            for message in self._messages(end):
                if message["method"] == method:
                    said = "".join(atoms(message["params"]))
                    if all(word in said for word in words):
                        return said
        raise AssertionError(f"no {method} with {words}; the last one was {said!r}")

    def written(self, expected: str) -> None:
        self.command("write")
        end = time.monotonic() + 60
        while self.file.read_text() != expected and time.monotonic() < end:
            time.sleep(0.02)
        assert self.file.read_text() == expected

    def _tell(self, method: str, params: list[Any]) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps({"jsonrpc": "2.0", "method": method, "params": params}, ensure_ascii=False).encode() + b"\n")
        self._process.stdin.flush()

    def _messages(self, end: float) -> Iterator[dict[str, Any]]:
        assert self._process.stdout is not None
        if select.select([self._process.stdout], [], [], max(0, end - time.monotonic()))[0]:
            self._buffer += self._process.stdout.read1()  # type: ignore[attr-defined]
        *lines, self._buffer = self._buffer.split(b"\n")
        return map(json.loads, lines)


def atoms(value: Any) -> Iterator[str]:
    """The texts in what is drawn, in order."""
    if isinstance(value, dict):
        if "contents" in value:
            yield value["contents"]
    elif isinstance(value, list):
        for each in value:
            yield from atoms(each)


@pytest.fixture
def editor(kakoune: str, place: dict[str, str]) -> Iterator[Kakoune]:
    running = Kakoune(kakoune, place)
    yield running
    running.close()


def test_similar_shows_the_words_near_the_one_at_the_cursor(editor: Kakoune) -> None:
    editor.command("sluice-similar")
    assert "영화가" in editor.drawn("info_show", "드라마", "0.910000", "연극")
    # A selection of more than a character is the word itself, and one that is named comes before both.
    editor.command("sluice-similar movie")
    editor.drawn("info_show", "movie", "film", "picture")
    editor.keys("<esc>", "g", "e", "<a-i>", "w")
    editor.command("sluice-similar it's")
    editor.drawn("draw_status", "sluice: Error: \"it's\" is unknown")


def test_replace_puts_the_chosen_word(editor: Kakoune) -> None:
    editor.command("sluice-replace")
    editor.drawn("menu_show", "드라마  0.910000", "연극  0.820000")
    editor.keys("<down>", "<ret>")
    editor.written(TEXT.replace("영화가", "연극"))


def test_replace_takes_what_is_selected(editor: Kakoune) -> None:
    editor.keys("L")
    editor.command("sluice-replace")
    editor.drawn("menu_show", "드라마")
    editor.keys("<ret>")
    editor.written(TEXT.replace("영화가", "드라마가"))


def test_label_is_that_of_the_paragraph(editor: Kakoune) -> None:
    editor.command("sluice-label")
    editor.drawn("draw_status", "positive 0.94")
    editor.keys("<esc>", "g", "j")
    editor.command("sluice-label")
    editor.drawn("draw_status", "negative 0.97")


def test_a_program_that_is_not_there_is_said(editor: Kakoune) -> None:
    editor.command("set-option global sluice_program no-such-sluice")
    editor.command("sluice-similar")
    editor.drawn("draw_status", "no-such-sluice")


def test_sluice_itself_answers(kakoune: str, live: dict[str, str]) -> None:
    running = Kakoune(kakoune, live)
    try:
        running.command("sluice-similar 재미있다")
        running.drawn("info_show", "재밌다")
        running.command("sluice-label")
        running.drawn("draw_status", "positive 0.")
    finally:
        running.close()


def test_the_pages_examples_are_toml() -> None:
    tomllib = pytest.importorskip("tomllib", reason="no tomllib before Python 3.11: the page for Helix is not read")
    helix = tomllib.loads((ROOT / "clients" / "helix" / "languages.toml").read_text())
    assert helix["language-server"]["sluice"]["args"] == ["lsp"]
    assert all(each["language-servers"] == ["sluice"] for each in helix["language"])
    page = (ROOT / "clients" / "kakoune" / "README.md").read_text()
    servers = page.split("lsp_servers %{\n")[1].split("        }\n")[0]
    assert tomllib.loads(servers)["sluice"]["args"] == ["lsp"]
