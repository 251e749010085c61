"""Rows for the built-in tagger of Korean morphemes: reviews as mecab-ko reads them.

    python make_rows.py "$SLUICE_DATA/nsmc/reviews.txt.gz" FOLDER [--forms KoreanFormsTable.swift]

Writes `train.jsonl.gz` and `held-out.jsonl.gz` (`text`, `tokens`, `tags`), and `held-out.txt.gz`, every review that was
kept aside. The tokens are characters, so that a figure of spans counts where a morpheme ends too; a tag is that of the
dictionary in BIO, such as B-VV+EP, and O of white space. Kept aside are those whose letters, without signs and white space,
hash to it: so a review and its near repeats are on the same side, and of those only one is measured. Tags that are rarer
than `RARE` in the rows to train on are no labels; reviews that hold one are in neither `.jsonl` file. `spaced.txt.gz` has
those reviews to train on, for the tagger of spaces, whose writers did not leave spaces out: of three words or more, none of
them longer than 9 characters and of 4.5 at most on average.

With `--forms` it also writes the contractions and compounds that are frequent in the rows to train on, with what
mecab-ko-dic says they are made of.

Needs python-mecab-ko and python-mecab-ko-dic: requirements.txt.
"""

import gzip
import hashlib
import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import mecab

# One review in so many is kept aside.
KEPT_ASIDE = 80
RARE = 200
# A contraction or a compound that occurs so often is in the table.
FREQUENT_CONTRACTION = 5
FREQUENT_COMPOUND = 10

# The dictionary writes a final consonant that is in no syllable as U+11A8 or what follows it, ㅁ and ㅂ as the initial
# ones of U+1106 and U+1107: here they are letters that stand alone.
LETTERS = {chr(0x11A8 + index): letter for index, letter in enumerate("ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ")}
LETTERS |= {chr(0x1100 + index): letter for index, letter in enumerate("ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ")}

Row = tuple[str, list[str]]
Forms = Counter[tuple[str, str, str, str]]


def letters(text: str) -> str:
    """What near repeats have in common."""
    return "".join(character for character in text.lower() if character.isalnum())


def is_kept_aside(text: str) -> bool:
    digest = hashlib.sha256(letters(text).encode()).digest()
    return int.from_bytes(digest[:8], "big") % KEPT_ASIDE == 0


def tags_of(text: str, tagger: mecab.MeCab, forms: Forms) -> list[str]:
    """A tag for each character. Counts the morphemes that are of several parts."""
    tags = ["O"] * len(text)
    for morpheme in tagger.parse(text):
        feature, span = morpheme.feature, morpheme.span
        tags[span.start] = "B-" + feature.pos
        tags[span.start + 1 : span.end] = ["I-" + feature.pos] * (span.end - span.start - 1)
        if feature.expression:
            forms[morpheme.surface, feature.pos, feature.type, feature.expression] += 1
    return tags


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
    for (surface, tag, kind, expression), count in forms.items():
        if kind == "Preanalysis" or count < (FREQUENT_CONTRACTION if kind == "Inflect" else FREQUENT_COMPOUND):
            continue
        parts = [part.split("/")[:2] for part in expression.split("+")]
        # Homographs are numbered.
        shown = ["".join(LETTERS.get(letter, letter) for letter in form.rstrip("0123456789")) for form, _ in parts]
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
    source, folder = sys.argv[1], Path(sys.argv[2])
    forms: Forms = Counter()
    folder.mkdir(parents=True, exist_ok=True)
    tagger = mecab.MeCab()
    train: list[Row] = []
    held_out: list[Row] = []
    measured: set[str] = set()
    counts: Counter[str] = Counter()
    for text in reviews(source):
        if not is_kept_aside(text):
            train.append((text, tags_of(text, tagger, forms)))
            counts.update(tag[2:] for tag in train[-1][1] if tag.startswith("B-"))
        elif letters(text) not in measured:
            measured.add(letters(text))
            held_out.append((text, tags_of(text, tagger, Counter())))
    if "--forms" in sys.argv:
        write_table(Path(sys.argv[sys.argv.index("--forms") + 1]), forms)
    types = {tag for tag, count in counts.items() if count >= RARE}
    print(f"{len(types)} of {len(counts)} tags are no rarer than {RARE}")
    known = {"O"} | {prefix + tag for tag in types for prefix in ("B-", "I-")}
    write(folder / "train.jsonl.gz", train, known)
    write(folder / "held-out.jsonl.gz", held_out, known)
    write_texts(folder / "held-out.txt.gz", (text for text, _ in held_out))
    write_texts(folder / "spaced.txt.gz", (text for text, _ in train if is_spaced(text)))


if __name__ == "__main__":
    main()
