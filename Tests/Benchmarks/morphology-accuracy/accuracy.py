"""How right Korean morphemes and spaces are: the built-in models beside mecab-ko and Kiwi, by one yardstick.

    python accuracy.py --lines .build/release/KoreanLines --held-out FOLDER/held-out.txt.gz --gsd "$SLUICE_DATA/ud-korean-gsd" \
        [--split test]

Agreement: of reviews that were kept aside (make_rows.py), which morphemes morphemes-ko finds as mecab-ko does, range and
tag both the same.

Accuracy: against what people annotated in UD Korean GSD (CC BY-SA 4.0). Its XPOS and lemma columns hold the morphemes of
each word in the tags of the Sejong corpus; words whose columns disagree in number are left out. Every analyser reads the
sentence as it is written, its contractions are taken apart, and the morphemes that begin in a word (form and tag) are held
against the word's. The same three rules make the conventions of all alike, and were chosen on the dev part:

- tags: counters are NNB (mecab-ko: NNBC), brackets and quotes SS, a comma, a colon, a slash and · SP, other signs SW;
  of Kiwi the suffix of irregular stems (VV-I) goes; endings EF and EC are one tag, since GSD gives EC at the end of most
  sentences in its auxiliaries;
- forms: 았 and 었, 아 and 어, 여 are one, and a final consonant is the letter that stands alone;
- nouns: NNG, NNP, NNB, NR, SN, SL, SH, XR, XPN and XSN next to each other are one noun, since how far compounds are cut is
  a convention of each dictionary. The figures with all of them apart are given too.

Spaces: of a text without its spaces, where they are put back: F1 of the spaces.
"""

import argparse
import gzip
import re
import subprocess
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import mecab
from kiwipiepy import Kiwi

Morphemes = list[tuple[int, str, str]]
"""Where each begins (code points), its form and its tag."""

FINALS = {chr(0x11A8 + i): letter for i, letter in enumerate("ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ")}
INITIALS = {chr(0x1100 + i): letter for i, letter in enumerate("ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ")}
NOUNS = {"NNG", "NNP", "NNB", "NR", "SN", "SL", "SH", "XR", "XPN", "XSN"}
PAUSES = set(",:;/·")


def figures(right: int, found: int, wanted: int) -> str:
    precision, recall = right / max(1, found), right / max(1, wanted)
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    return f"{f1:.4f} (precision {precision:.4f}, recall {recall:.4f})"


# What each analyser says


def run(lines: str, mode: str, texts: Iterable[str]) -> str:
    return subprocess.run([lines, mode], input="\n".join(texts) + "\n", capture_output=True, text=True, check=True).stdout


def of_sluice(lines: str, texts: list[str]) -> Iterator[list[list[str]]]:
    for block in run(lines, "morphemes", texts).split("\n\n")[: len(texts)]:
        yield [line.split("\t") for line in block.splitlines() if line]


def sluice_morphemes(lines: str, texts: list[str]) -> Iterator[Morphemes]:
    for text, rows in zip(texts, of_sluice(lines, texts), strict=True):
        at = {}
        offset = 0
        for index, character in enumerate(text):
            at[offset] = index
            offset += len(character.encode())
        found: Morphemes = []
        for start, _, form, tag, _, parts in rows:
            pieces = [tuple(part.rsplit("/", 1)) for part in parts.split()] if "+" in tag else []
            found += [(at[int(start)], piece, piece_tag) for piece, piece_tag in pieces or [(form, tag.split("+")[0])]]
        yield found


def mecab_morphemes(texts: list[str]) -> Iterator[Morphemes]:
    tagger = mecab.MeCab()
    for text in texts:
        found: Morphemes = []
        for morpheme in tagger.parse(text):
            feature, start = morpheme.feature, morpheme.span.start
            if feature.type == "Inflect" and feature.expression:
                pieces = [part.split("/")[:2] for part in feature.expression.split("+")]
                found += [(start, form, tag) for form, tag in pieces]
            else:
                found.append((start, morpheme.surface, feature.pos))
        yield found


def kiwi_morphemes(texts: list[str]) -> Iterator[Morphemes]:
    for tokens in Kiwi(num_workers=1).tokenize(texts):
        yield [(token.start, token.form, token.tag) for token in tokens]


# UD Korean GSD


def sentences(path: Path) -> Iterator[tuple[str, list[tuple[int, int, list[tuple[str, str]] | None]]]]:
    """Texts, and for each word where it is and its morphemes, None where they cannot be read."""
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        text, at = "", 0
        words: list[tuple[int, int, list[tuple[str, str]] | None]] = []
        for line in block.splitlines():
            if line.startswith("# text = "):
                text = line.removeprefix("# text = ")
            fields = line.split("\t")
            if len(fields) != 10 or not fields[0].isdigit():
                continue
            start = text.index(fields[1], at)
            at = start + len(fields[1])
            # A plus sign of its own is no separator.
            forms = fields[2].split("+") if fields[2] != "+" else ["+"]
            tags = fields[4].split("+")
            words.append((start, at, list(zip(forms, tags)) if len(forms) == len(tags) else None))
        if text:
            yield text, words


def alike(form: str, tag: str) -> tuple[str, str]:
    form = "".join(FINALS.get(letter, INITIALS.get(letter, letter)) for letter in form)
    tag = tag.split("-")[0]
    if tag.startswith("E"):
        tag = "EC" if tag == "EF" else tag
        form = re.sub("^[았였ㅆ]", "었", re.sub("^[아여ㅏㅓㅕ](?=.|$)", "어", form))
    if tag == "NNBC":
        tag = "NNB"
    elif tag in {"SSO", "SSC", "SS", "QUOTE"}:
        tag = "SS"
    elif tag in {"SC", "SP", "SY", "SO", "SW", "SB", "UNKNOWN", "UNA", "NA"} or tag.startswith(("W_", "Z_", "USER", "UN")):
        tag = "SP" if form in PAUSES else "SW"
    elif tag == "SE":
        tag = "SF"
    elif tag == "XSM":
        tag = "XSA"
    return form, tag


def joined(morphemes: list[tuple[str, str]]) -> list[tuple[str, str]]:
    result: list[tuple[str, str]] = []
    for form, tag in morphemes:
        if tag in NOUNS and result and result[-1][1] == "N":
            result[-1] = (result[-1][0] + form, "N")
        else:
            result.append((form, "N" if tag in NOUNS else tag))
    return result


def accuracy(path: Path, analysers: dict[str, Callable[[list[str]], Iterator[Morphemes]]]) -> None:
    rows = list(sentences(path))
    texts = [text for text, _ in rows]
    for name, analyse in analysers.items():
        right, found, wanted, words, all_right = [0, 0], [0, 0], [0, 0], 0, 0
        for (_, gold), answer in zip(rows, analyse(texts), strict=True):
            for start, end, morphemes in gold:
                if morphemes is None:
                    continue
                words += 1
                mine = [alike(form, tag) for at, form, tag in answer if start <= at < end]
                theirs = [alike(form, tag) for form, tag in morphemes]
                for index, (a, b) in enumerate([(joined(mine), joined(theirs)), (mine, theirs)]):
                    right[index] += (Counter(a) & Counter(b)).total()
                    found[index] += len(a)
                    wanted[index] += len(b)
                all_right += joined(mine) == joined(theirs)
        print(f"  {name}: F1 {figures(right[0], found[0], wanted[0])}, words all right {all_right / words:.4f}; "
              f"nouns apart: F1 {figures(right[1], found[1], wanted[1])}")


# Reviews, and spaces


def agreement(lines: str, texts: list[str]) -> None:
    tagger = mecab.MeCab()
    right = found = wanted = same = 0
    for text, rows in zip(texts, of_sluice(lines, texts), strict=True):
        places = [0]
        for character in text:
            places.append(places[-1] + len(character.encode()))
        theirs = {(places[m.span.start], places[m.span.end], m.feature.pos) for m in tagger.parse(text)}
        mine = {(int(start), int(end), tag) for start, end, _, tag, *_ in rows}
        right += len(mine & theirs)
        found += len(mine)
        wanted += len(theirs)
        same += mine == theirs
    print(f"  morphemes-ko: F1 {figures(right, found, wanted)}, {same / len(texts):.3f} of the reviews wholly the same")


def spaces(text: str) -> set[int]:
    """How many letters stand before each space."""
    return {len("".join(text[:index].split())) for index, character in enumerate(text) if character == " "}


def spacing(name: str, texts: list[str], lines: str) -> None:
    texts = [" ".join(text.split()) for text in texts]
    bare = ["".join(text.split()) for text in texts]
    kiwi = Kiwi(num_workers=1)
    answers = {
        "spacing-ko": run(lines, "spacing", bare).splitlines(),
        "Kiwi": list(kiwi.space(bare)),
    }
    for analyser, answer in answers.items():
        right = found = wanted = 0
        for text, spaced in zip(texts, answer, strict=True):
            a, b = spaces(spaced), spaces(text)
            right, found, wanted = right + len(a & b), found + len(a), wanted + len(b)
        print(f"  {analyser}, {name}: F1 {figures(right, found, wanted)}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--lines", required=True, help="the program KoreanLines")
    parser.add_argument("--held-out", type=Path, required=True)
    parser.add_argument("--gsd", type=Path, required=True)
    parser.add_argument("--split", default="dev", choices=["dev", "test"])
    options = parser.parse_args()
    with gzip.open(options.held_out, "rt", encoding="utf-8") as file:
        reviews = file.read().splitlines()
    gsd = options.gsd / f"{options.split}.conllu"
    print(f"agreement with mecab-ko, {len(reviews)} reviews kept aside")
    agreement(options.lines, reviews)
    print(f"morphemes of UD Korean GSD {options.split}")
    accuracy(gsd, {
        "morphemes-ko": lambda texts: sluice_morphemes(options.lines, texts),
        "mecab-ko": mecab_morphemes,
        "Kiwi": kiwi_morphemes,
    })
    print("spaces")
    spacing("reviews kept aside", reviews, options.lines)
    spacing(f"UD Korean GSD {options.split}", [text for text, _ in sentences(gsd)], options.lines)


if __name__ == "__main__":
    main()
