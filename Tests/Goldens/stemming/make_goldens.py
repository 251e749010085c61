"""Makes stems.tsv: what snowballstemmer 3.1.1 makes of the English vocabulary of the Snowball project.

    python3 make_goldens.py /usr/share/snowball/data/english/voc.txt > stems.tsv

The words are those of Debian's package snowball-data (BSD 3-Clause). A line is a word, then the stems of Snowball
English and of Porter, each as the number of letters that go and what comes in their place; nothing where the stem is
the word.
"""

import sys

import snowballstemmer


def change(word: str, stem: str) -> str:
    if stem == word:
        return ""
    kept = 0
    while kept < min(len(word), len(stem)) and word[kept] == stem[kept]:
        kept += 1
    return f"{len(word) - kept}{stem[kept:]}"


def main() -> None:
    words = open(sys.argv[1], encoding="utf-8").read().split("\n")[:-1]
    words += ["'tis", "naïvely", "éed", "aé", "ayy", "yyy", "''", "'", "added", "eggs", "universities", "pasted"]
    english = snowballstemmer.stemmer("english").stemWords(words)
    porter = snowballstemmer.stemmer("porter").stemWords(words)
    for word, one, other in zip(words, english, porter):
        print(f"{word}\t{change(word, one)}\t{change(word, other)}".rstrip())


if __name__ == "__main__":
    main()
