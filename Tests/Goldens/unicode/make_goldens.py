"""Writes words.txt and graphemes.txt: the cases of Unicode's WordBreakTest.txt and GraphemeBreakTest.txt 15.0.0; and forms.txt: what each code point becomes.

    python3 -m pip install unicodedata2==18.0.0
    python3 make_goldens.py .

A line of words.txt and graphemes.txt is a text, each of its segments as hexadecimal code points, with | between them. A line of forms.txt
is `form;source;result` where they differ, each a list of code points: NFD, NFKC and NFKD of every code point and of
some sequences by unicodedata2 (Unicode 18.0.0), and `fold`, which is Python's str.casefold of every code point that its
Unicode (14.0.0 in Python 3.11) knows.
"""

import pathlib
import random
import sys
import unicodedata as standard

import unicodedata2 as unicodedata

from tables import FOLDER

SEQUENCES = [
    "영화가 재미있다ㅋㅋㅋ ㎏ ﬁ ½ ①②", "Ångström ﬀ ẛ̣ ẛ̣", "ｶﾞｷﾞ ﾊﾟ ㌀ ㍿", "\u0f73\u0f71\u0f74", "a\u0315\u0300\u05ae\u0301b", "\u1100\u1161\u11a8\u11a7", "ﷺ ﷲ",
    "e\u0301\u0323\u0302", "가\u0301\u11a8", "\u2126\u212a\u212b", "¼¾ Ⅷ ⅷ ㈎ ㉠", "\u03d2\u0301 \u03d3", "\ufb1d\ufb2a", "\u1e9b\u0323", "ﾞﾟ", "\u3131\uffa1\u1100",
]


def codes(text):
    return " ".join(f"{ord(c):X}" for c in text)


def breaks(name, path):
    lines = []
    for line in (FOLDER / "auxiliary" / name).read_text(encoding="utf-8").splitlines():
        case = line.split("#")[0].strip()
        if case:
            lines.append(case.strip("÷ ").replace(" × ", " ").replace(" ÷ ", "|"))
    path.write_text("\n".join(lines) + "\n")


def forms(path):
    lines = []
    rng = random.Random(18)
    marks = [chr(c) for c in range(0x110000) if unicodedata.combining(chr(c))]
    compatible = [chr(c) for c in range(0x110000) if unicodedata.decomposition(chr(c)).startswith("<")]
    pools = [marks, compatible, list("aeoAEO가각\u1100\u1161\u11a8かｶ")]
    sequences = SEQUENCES + ["".join(rng.choice(rng.choice(pools)) for _ in range(rng.randint(2, 8))) for _ in range(300)]
    for form in ("NFD", "NFKC", "NFKD"):
        for cp in range(0x110000):
            result = unicodedata.normalize(form, chr(cp)) if not 0xD800 <= cp < 0xE000 else chr(cp)
            # Syllables are arithmetic, and NFKD is NFD where nothing says otherwise.
            if result == chr(cp) or 0xAC00 <= cp <= 0xD7A3:
                continue
            if form == "NFKD" and result == unicodedata.normalize("NFKC", chr(cp)):
                continue
            lines.append(f"{form};{cp:X};{codes(result)}")
        for text in sequences:
            lines.append(f"{form};{codes(text)};{codes(unicodedata.normalize(form, text))}")
    for cp in range(0x110000):
        if standard.category(chr(cp)) != "Cn" and not 0xD800 <= cp < 0xE000 and chr(cp).casefold() != chr(cp):
            lines.append(f"fold;{cp:X};{codes(chr(cp).casefold())}")
    path.write_text("\n".join(lines) + "\n")


if __name__ == "__main__":
    folder = pathlib.Path(sys.argv[1])
    breaks("WordBreakTest.txt", folder / "words.txt")
    breaks("GraphemeBreakTest.txt", folder / "graphemes.txt")
    forms(folder / "forms.txt")
