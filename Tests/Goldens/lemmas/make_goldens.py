"""Makes morphy.tsv: what WordNet's own `wn` finds for the forms of its exception lists and for 5,000 other words.

    python3 make_goldens.py /usr/share/wordnet /usr/share/snowball/data/english/voc.txt > morphy.tsv

A line is a form, then the words that `wn FORM -over` shows as a noun, a verb, an adjective and an adverb, spaces within
words as `_` and between them as blanks. WordNet 3.0, its licence is wordnet.princeton.edu/license-and-commercial-use.
"""

import random
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

CATEGORIES = ["noun", "verb", "adj", "adv"]


def found(form: str) -> str:
    output = subprocess.run(["wn", form, "-over"], capture_output=True, text=True).stdout
    words: dict[str, list[str]] = {}
    for category, word in re.findall(r"^Overview of (noun|verb|adj|adv) (.*)$", output, re.M):
        words.setdefault(category, []).append(word.strip().replace(" ", "_"))
    return "\t".join([form] + [" ".join(words.get(category, [])) for category in CATEGORIES])


def main() -> None:
    folder, vocabulary = sys.argv[1:3]
    forms: set[str] = set()
    words: set[str] = set()
    twice: set[str] = set()
    for category in CATEGORIES:
        lines = [line.split()[0] for line in open(f"{folder}/{category}.exc") if line.strip()]
        # Of a form that comes twice wn takes the line that its search happens to meet.
        twice |= {form for form in lines if lines.count(form) > 1}
        forms |= set(lines)
        words |= {line.split()[0] for line in open(f"{folder}/index.{category}") if not line.startswith("  ")}
    draw = random.Random(7)
    more = draw.sample(open(vocabulary).read().split(), 3500)
    more += [word + draw.choice(["s", "es", "ed", "ing", "er", "est"]) for word in draw.sample(sorted(words), 1500)]
    chosen = sorted(forms - twice) + [word for word in more if word not in forms]
    with ThreadPoolExecutor(2) as pool:
        for line in pool.map(found, [form for form in chosen if "'" not in form and not form.startswith("-")]):
            print(line)


if __name__ == "__main__":
    main()
