"""Makes english.tsv: nouns, verbs and adjectives of English with their forms, as LemmInflect has them.

    python3 make_english.py /usr/share/wordnet > english.tsv

The words are those that WordNet 3 (wordnet.princeton.edu/license-and-commercial-use) met most often in its texts, in one
word and small letters. A line is a word, its part of speech and its forms with tabs between, several spellings of one with a
space: of a noun the plural, of a verb -s, -ed, the participle and -ing, of an adjective the comparative and the superlative;
nothing where its dictionary has none.
LemmInflect 0.2.3 (MIT).
"""

import re
import sys
from collections import Counter

from lemminflect import getAllInflections

WORDS = {"noun": ("1", 700, ["NNS"]), "verb": ("2", 700, ["VBZ", "VBD", "VBN", "VBG"]), "adj": ("35", 200, ["JJR", "JJS"])}
# Auxiliaries have forms that no other verb has.
LEFT_OUT = {"be", "can", "will", "shall", "may", "must", "need", "dare", "might"}


def cells(word: str, tags: list[str]) -> list[str]:
    forms = getAllInflections(word)
    # The participle is listed where it is not the past.
    return [" ".join(forms.get(tag, forms.get("VBD", ()) if tag == "VBN" else ())) for tag in tags]


def main() -> None:
    counts: dict[str, Counter[str]] = {name: Counter() for name in WORDS}
    for line in open(f"{sys.argv[1]}/cntlist.rev"):
        key, _, count = line.split()
        word, rest = key.split("%")
        for name, (types, _, _) in WORDS.items():
            if rest[0] in types and re.fullmatch("[a-z]+", word) and word not in LEFT_OUT:
                counts[name][word] += int(count)
    for name, (_, most, tags) in WORDS.items():
        for word, _ in sorted(counts[name].items(), key=lambda pair: (-pair[1], pair[0]))[:most]:
            print("\t".join([word, name] + cells(word, tags)))


if __name__ == "__main__":
    main()
