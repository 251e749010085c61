"""How many words of English get the part of speech and the lemma that a treebank gives them.

    python3 accuracy.py --sluice sluice --treebank test.conllu [--errors 20]

The treebank is one of Universal Dependencies in CoNLL-U, whose texts are analysed as they stand. Words count where both
cut alike: the first figure says how often that is (F1 of the words' places). A lemma's letters may be large or small.
"""

from __future__ import annotations

import argparse
import collections
import json
import subprocess
import sys
from dataclasses import dataclass


@dataclass(frozen=True)
class Word:
    start: int
    end: int
    tag: str
    lemma: str


def placed(text: str, words: list[tuple[str, str, str]]) -> list[Word] | None:
    """The words where they stand, one after the other; None where one does not."""
    result = []
    end = 0
    for form, tag, lemma in words:
        start = text.find(form, end)
        if start < 0:
            return None
        end = start + len(form)
        result.append(Word(start, end, tag, lemma))
    return result


def treebank(path: str) -> list[tuple[str, list[Word]]]:
    sentences = []
    text, words = "", []
    with open(path, encoding="utf-8") as file:
        for line in file:
            if line.startswith("# text = "):
                text = line[9:].rstrip("\n")
            elif line[0].isdigit():
                columns = line.rstrip("\n").split("\t")
                if columns[0].isdigit():
                    words.append((columns[1], columns[3], columns[2]))
            elif line == "\n" and words:
                found = placed(text, words)
                if found is not None:
                    sentences.append((text, found))
                words = []
    return sentences


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--sluice", required=True)
    parser.add_argument("--treebank", required=True)
    parser.add_argument("--errors", type=int, default=0, help="how many of the commonest mistakes to print")
    arguments = parser.parse_args()
    sentences = treebank(arguments.treebank)
    lines = "".join(text + "\n" for text, _ in sentences)
    command = [arguments.sluice, "analyze", "--no-daemon", "--json", "--language", "en", "-"]
    output = subprocess.run(command, input=lines, capture_output=True, text=True, check=True).stdout
    wanted = found = same = tags = lemmas = 0
    mistakes: collections.Counter[str] = collections.Counter()
    analyser = ""
    for (text, gold), line in zip(sentences, output.splitlines(), strict=True):
        answer = json.loads(line)
        analyser = answer["analyser"]
        ours = placed(text, [(token["text"], token["pos"], token["lemma"]) for token in answer["tokens"]])
        if ours is None:
            sys.exit(f"the tokens are not in the text: {line}")
        places = {(word.start, word.end): word for word in ours}
        wanted, found = wanted + len(gold), found + len(ours)
        for word in gold:
            mine = places.get((word.start, word.end))
            if mine is None:
                continue
            same += 1
            tags += mine.tag == word.tag
            lemmas += mine.lemma.lower() == word.lemma.lower()
            form = text[word.start : word.end]
            if mine.tag != word.tag:
                mistakes[f"{form.lower()}: {mine.tag} for {word.tag}"] += 1
            if mine.lemma.lower() != word.lemma.lower():
                mistakes[f"{form.lower()} {word.tag}: lemma {mine.lemma} for {word.lemma}"] += 1
    print(
        f"{analyser}: {len(sentences)} sentences, {wanted} words; words F1 {2 * same / (wanted + found):.4f}; "
        f"of {same} words that both cut alike parts of speech {tags / same:.4f}, lemmas {lemmas / same:.4f}"
    )
    for mistake, count in mistakes.most_common(arguments.errors):
        print(f"  {count:5d}  {mistake}")


if __name__ == "__main__":
    main()
