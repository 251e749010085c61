"""Rows for the built-in tagger of Korean morphemes: reviews as `sluice analyze` reads them with mecab-ko-dic.

    python make_rows.py "$SLUICE_DATA/nsmc/reviews.txt.gz" FOLDER --sluice sluice [--forms KoreanFormsTable.swift]

Writes `train.jsonl.gz` and `held-out.jsonl.gz` (`text`, `tokens`, `tags`), and `held-out.txt.gz`, every review that was
kept aside. The tokens are characters, so that a figure of spans counts where a morpheme ends too; a tag is that of the
dictionary in BIO, such as B-VV+EP, and O of white space. Kept aside are those whose letters, without signs and white space,
hash to it: so a review and its near repeats are on the same side, and of those only one is measured. Tags that are rarer
than `RARE` in the rows to train on are no labels; reviews that hold one are in neither `.jsonl` file. `spaced.txt.gz` has
those reviews to train on, for the tagger of spaces, whose writers did not leave spaces out: of three words or more, none of
them longer than 9 characters and of 4.5 at most on average.

With `--forms` it also writes the contractions and compounds that are frequent in the rows to train on, with what
mecab-ko-dic says they are made of.

Needs mecab-ko-dic where `sluice` finds it: python-mecab-ko-dic in the environment that VIRTUAL_ENV names.
"""

import argparse
import gzip
import hashlib
import json
import subprocess
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

# One review in so many is kept aside.
KEPT_ASIDE = 80
RARE = 200
# A contraction or a compound that occurs so often is in the table.
FREQUENT_CONTRACTION = 5
FREQUENT_COMPOUND = 10

Row = tuple[str, list[str]]
# A surface, its tag, and the form and tag of each of its parts.
Forms = Counter[tuple[str, str, tuple[tuple[str, str], ...]]]


def letters(text: str) -> str:
    """What near repeats have in common."""
    return "".join(character for character in text.lower() if character.isalnum())


def is_kept_aside(text: str) -> bool:
    digest = hashlib.sha256(letters(text).encode()).digest()
    return int.from_bytes(digest[:8], "big") % KEPT_ASIDE == 0


def analyses(sluice: str, texts: list[str]) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """Each text and its tokens."""
    with tempfile.NamedTemporaryFile("w", encoding="utf-8", suffix=".txt") as file:
        file.writelines(text + "\n" for text in texts)
        file.flush()
        command = [sluice, "analyze", "--no-daemon", "--json", "--language", "ko", "--dictionary", "mecab-ko-dic", "--parts"]
        with subprocess.Popen([*command, "--file", file.name], stdout=subprocess.PIPE, encoding="utf-8") as process:
            assert process.stdout is not None
            for text, line in zip(texts, process.stdout, strict=True):
                yield text, json.loads(line)["tokens"]
        if process.returncode != 0:
            raise SystemExit(f"{' '.join(command)} exited with {process.returncode}")


def tags_of(text: str, tokens: list[dict[str, Any]], forms: Forms) -> list[str]:
    """A tag for each character. Counts the morphemes that are of several parts, and the irregular forms of one."""
    tags: list[str] = []
    # Offsets count UTF-16.
    units = [index for index, character in enumerate(text) for _ in range(1 + (ord(character) > 0xFFFF))]
    for token in tokens:
        start = units[token["start"]]
        tags += ["O"] * (start - len(tags))
        tags += ["B-" + token["tag"]] + ["I-" + token["tag"]] * (len(token["text"]) - 1)
        parts = [(part["text"], part["tag"]) for part in token.get("parts", ())]
        if not parts and token["stem"] != token["text"] and not token["unknown"]:
            parts = [(token["stem"], token["tag"])]
        if parts:
            forms[token["text"], token["tag"], tuple(parts)] += 1
    return tags + ["O"] * (len(text) - len(tags))


def reviews(path: str) -> Iterator[str]:
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for line in file:
            text = " ".join(line.split())
            if letters(text):
                yield text


def is_spaced(text: str) -> bool:
    lengths = [len(word) for word in text.split()]
    return len(lengths) >= 3 and max(lengths) <= 9 and sum(lengths) <= 4.5 * len(lengths)


def write_texts(path: Path, texts: Iterable[str]) -> None:
    # Without a name and a time in it, the file is the same each time it is made.
    with gzip.GzipFile(filename="", fileobj=path.open("wb"), mode="wb", mtime=0) as file:
        for text in texts:
            file.write(text.encode() + b"\n")


def write(path: Path, rows: list[Row], known: set[str]) -> None:
    kept = [(text, tags) for text, tags in rows if known.issuperset(tags)]
    write_texts(
        path,
        (json.dumps({"text": text, "tokens": list(text), "tags": tags}, ensure_ascii=False) for text, tags in kept))
    print(f"{path.name}: {len(kept)} reviews, and {len(rows) - len(kept)} left out for a rare tag")


def table_lines(forms: Forms) -> list[str]:
    """`surface tag forms`: a form has its tag after a slash where it is not the next of the tag's."""
    lines: list[str] = []
    for (surface, tag, parts), count in forms.items():
        is_compound = "".join(form for form, _ in parts) == surface
        if count < (FREQUENT_COMPOUND if is_compound else FREQUENT_CONTRACTION):
            continue
        shown = [form for form, _ in parts]
        tags = [part_tag for _, part_tag in parts]
        if tags != tag.split("+"):
            shown = [f"{form}/{part_tag}" for form, part_tag in zip(shown, tags)]
        if all(shown) and not any(character in form for form in shown for character in " \\"):
            lines.append(" ".join([surface, tag, *shown]))
    return sorted(lines, key=lambda line: line.encode())


def write_table(path: Path, forms: Forms) -> None:
    lines = table_lines(forms)
    path.write_text(
        "/// Made by Tests/Benchmarks/morphology-accuracy/make_rows.py: the frequent contractions and compounds of Korean\n"
        "/// reviews (Naver sentiment movie corpus, CC0), and what mecab-ko-dic (Apache-2.0) says they are made of. A line is a\n"
        "/// surface, its tag and the forms of its parts, which have a tag of their own after a slash where it is not the next\n"
        "/// of the tag's. Lines are in the order of their bytes.\n"
        "extension KoreanForms {\n    // swift-format-ignore\n    static let table: StaticString = \"\"\"\n"
        + "".join(f"{line}\n" for line in lines) + "\"\"\"\n}\n",
        encoding="utf-8")
    print(f"{path.name}: {len(lines)} forms")


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("source")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--sluice", required=True)
    parser.add_argument("--forms", type=Path)
    arguments = parser.parse_args()
    folder: Path = arguments.folder
    forms: Forms = Counter()
    folder.mkdir(parents=True, exist_ok=True)
    train: list[Row] = []
    held_out: list[Row] = []
    measured: set[str] = set()
    counts: Counter[str] = Counter()
    for text, tokens in analyses(arguments.sluice, list(reviews(arguments.source))):
        if not is_kept_aside(text):
            train.append((text, tags_of(text, tokens, forms)))
            counts.update(tag[2:] for tag in train[-1][1] if tag.startswith("B-"))
        elif letters(text) not in measured:
            measured.add(letters(text))
            held_out.append((text, tags_of(text, tokens, Counter())))
    if arguments.forms:
        write_table(arguments.forms, forms)
    types = {tag for tag, count in counts.items() if count >= RARE}
    print(f"{len(types)} of {len(counts)} tags are no rarer than {RARE}")
    known = {"O"} | {prefix + tag for tag in types for prefix in ("B-", "I-")}
    write(folder / "train.jsonl.gz", train, known)
    write(folder / "held-out.jsonl.gz", held_out, known)
    write_texts(folder / "held-out.txt.gz", (text for text, _ in held_out))
    write_texts(folder / "spaced.txt.gz", (text for text, _ in train if is_spaced(text)))


if __name__ == "__main__":
    main()
