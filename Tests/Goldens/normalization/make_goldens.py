"""Writes nfc.txt: texts and their Normalization Form C, made by Python's implementation with Unicode 18.0.0.

    python3 -m pip install unicodedata2==18.0.0
    python3 make_goldens.py > nfc.txt

A line is `source;NFC`, each a list of hexadecimal code points. First every code point that NFC changes on its own
(all others it leaves alone), then sequences: Hangul in conjoining jamo, decomposed Korean and accented text, marks
out of order, long combining sequences, and code points drawn at random from those that normalisation is about. The
standard library's own unicodedata (an older Unicode) agrees wherever it knows the code points: this is asserted.
"""

import random
import unicodedata as standard

import unicodedata2 as unicodedata

KOREAN = ["영화가 재미있다ㅋㅋㅋ", "각막 갸륵한 값어치", "뷁 쀍 퓄", "대한민국 한글"]
LATIN = ["Ångström café naïve", "Việt Nam, Hà Nội", "ǭ ṩ ḍ̇ q̣̇", "Ĳ ﬁ ½ ㎏ Å Ω K"]


def line(text):
    composed = unicodedata.normalize("NFC", text)
    if all(standard.category(c) != "Cn" for c in text):
        assert standard.normalize("NFC", text) == composed, [hex(ord(c)) for c in text]
    return ";".join(" ".join(f"{ord(c):X}" for c in s) for s in (text, composed))


def sequences():
    for text in KOREAN + LATIN:
        for form in ("NFC", "NFD", "NFKD"):
            yield unicodedata.normalize(form, text)
    for l in (0x1100, 0x1112, 0x1113, 0x115F, 0xA960):
        for v in (0x1161, 0x1175, 0x1176, 0xD7B0):
            for t in (None, 0x11A7, 0x11A8, 0x11C2, 0x11C3, 0xD7CB):
                yield chr(l) + chr(v) + (chr(t) if t else "")
    for syllable in ("가", "각", "힣", "히"):
        for mark in ("\u11a8", "\u1161", "\u0301", "\u3099", "\u302e", "\u11a8\u11a8", "\u0301\u11a8"):
            yield syllable + mark
    yield "a" + "\u0301\u0323" * 40 + "b"
    yield "\u0323\u0301" * 3 + "e\u0302\u0301"
    yield "D\u0307\u0323\u0307\u031b" + "\u0345" * 5 + "o\u0304\u0328"
    marks = [c for c in range(0x110000) if unicodedata.combining(chr(c))]
    changed = [c for c in range(0x110000) if unicodedata.normalize("NFD", chr(c)) != chr(c)]
    seconds = sorted({ord(unicodedata.normalize("NFD", chr(c))[-1]) for c in changed})
    firsts = sorted({ord(unicodedata.normalize("NFD", chr(c))[0]) for c in changed})
    rng = random.Random(20)
    pools = [marks, changed, seconds, firsts, [0x61, 0x20, 0xAC00, 0x1100, 0x1161, 0x11A8, 0x0300, 0x0327, 0x200D]]
    for _ in range(1500):
        yield "".join(chr(rng.choice(rng.choice(pools))) for _ in range(rng.randint(2, 9)))


if __name__ == "__main__":
    for c in range(0x110000):
        if not 0xD800 <= c < 0xE000 and unicodedata.normalize("NFC", chr(c)) != chr(c):
            print(line(chr(c)))
    for text in sequences():
        print(line(text))
