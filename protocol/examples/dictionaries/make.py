"""Writes the dictionaries beside it, compiled as MeCab reads them: `tiny-ko`, a dozen Korean words in the columns of
mecab-ko-dic, with costs that can be added up by hand, and `damaged`, the same with a matrix that is cut short.

A noun and its particle fit together (-300), as do a stem and its ending (-200); all other words follow each other for 0.
영화 costs 1000 and 가 500, so 영화가 is 1000 - 300 + 500 = 1200.

    python3 protocol/examples/dictionaries/make.py
"""

import shutil
import struct
from pathlib import Path

HERE = Path(__file__).resolve().parent
VERSION = 102
MAGIC = 0xEF718F77
SYSTEM, UNKNOWN = 0, 2

# surface, tag, jongseong, cost, type, first tag, last tag, parts
WORDS = [
    ("영화", "NNG", "F", 1000, "*", "*", "*", "*"),
    ("영", "MAG", "T", 3000, "*", "*", "*", "*"),
    ("대학생", "NNG", "T", 1500, "Compound", "*", "*", "대학/NNG/*+생/NNG/*"),
    ("대학", "NNG", "T", 1200, "*", "*", "*", "*"),
    ("생", "NNG", "T", 1300, "*", "*", "*", "*"),
    ("가", "JKS", "F", 500, "*", "*", "*", "*"),
    ("이", "JKS", "F", 500, "*", "*", "*", "*"),
    ("를", "JKO", "T", 500, "*", "*", "*", "*"),
    ("먹", "VV", "T", 1100, "*", "*", "*", "*"),
    ("었", "EP", "T", 300, "*", "*", "*", "*"),
    ("다", "EF", "F", 300, "*", "*", "*", "*"),
    ("다", "MAG", "F", 2500, "*", "*", "*", "*"),
    ("고마워", "VA+EC", "F", 1400, "Inflect", "VA", "EC", "고맙/VA/*+어/EC/*"),
    ("정말", "MAG", "T", 900, "*", "*", "*", "*"),
    (".", "SF", "*", 400, "*", "*", "*", "*"),
]
UNKNOWNS = [
    ("DEFAULT", "SY", 4000), ("SPACE", "SP", 4000), ("HANGUL", "UNKNOWN", 6000), ("ALPHA", "SL", 3000),
    ("NUMERIC", "SN", 2500), ("SYMBOL", "SY", 3500),
]
# A category: invoke, group, length.
CATEGORIES = [
    ("DEFAULT", 0, 1, 0), ("SPACE", 0, 1, 0), ("HANGUL", 0, 1, 2), ("ALPHA", 1, 1, 0), ("NUMERIC", 1, 1, 0),
    ("SYMBOL", 1, 1, 0),
]
NOUNS, VERBS, PARTICLES, ENDINGS = ("NNG", "NNP"), ("VV", "VA"), ("JKS", "JKO"), ("EP", "EF", "EC")
# The id of a word for what comes before it (left) and after it (right); 0 is the sentence's beginning and end. As in
# mecab-ko-dic the right one depends on whether the word ends in a consonant.
TAGS = ["NNG", "NNP", "JKS", "JKO", "VV", "VA", "EP", "EF", "EC", "VA+EC", "MAG", "SF", "SP", "SY", "SL", "SN", "UNKNOWN"]
LEFT = {tag: 1 + index for index, tag in enumerate(TAGS)}
RIGHT = {(tag, coda): 1 + 3 * index + "*TF".index(coda) for index, tag in enumerate(TAGS) for coda in "*TF"}
POSID = {"UNKNOWN": 999, "JKS": 120, "JKO": 120, "EP": 200, "EF": 200, "EC": 200}


def feature(tag, coda="*", reading="*", kind="*", first="*", last="*", parts="*"):
    return f"{tag},*,{coda},{reading},{kind},{first},{last},{parts}"


def double_array(keys):
    """keys: {bytes: value}. The double array of MeCab: units of base and check, the check being the parent's base."""
    root = {}
    for key, value in keys.items():
        node = root
        for byte in key:
            node = node.setdefault(byte + 1, {})
        node[0] = value
    base, check, taken = {}, {}, set()

    def place(node):
        """The base of a node, its children being laid out from there on."""
        start = 1
        while start in taken or any(start + code in check for code in node):
            start += 1
        taken.add(start)
        for code in node:
            check[start + code] = start
        for code, child in node.items():
            base[start + code] = -child - 1 if code == 0 else place(child)
        return start

    base[0] = place(root)
    size = max(check) + 1 + 256
    return b"".join(struct.pack("<iI", base.get(at, 0), check.get(at, 0)) for at in range(size))


def dictionary(kind, entries):
    """entries: (surface, left id, right id, part-of-speech id, cost, feature)."""
    tokens, features, keys = b"", b"", {}
    for surface in sorted({entry[0].encode() for entry in entries}):
        same = [entry for entry in entries if entry[0].encode() == surface]
        keys[surface] = (len(tokens) // 16) << 8 | len(same)
        for _, left, right, posid, cost, text in same:
            tokens += struct.pack("<HHHhII", left, right, posid, cost, len(features), 0)
            features += text.encode() + b"\0"
    array = double_array(keys)
    size = 72 + len(array) + len(tokens) + len(features)
    header = [MAGIC ^ size, VERSION, kind, len(entries), len(RIGHT) + 1, len(LEFT) + 1, len(array), len(tokens), len(features), 0]
    return struct.pack("<10I", *header) + b"UTF-8".ljust(32, b"\0") + array + tokens + features


def characters():
    names = [name for name, *_ in CATEGORIES]
    infos = {
        name: 1 << index | index << 18 | length << 26 | group << 30 | invoke << 31
        for index, (name, invoke, group, length) in enumerate(CATEGORIES)
    }

    def category(code):
        if code in (0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x20):
            return "SPACE"
        if 0xAC00 <= code <= 0xD7A3 or 0x3131 <= code <= 0x318E or 0x1100 <= code <= 0x11FF:
            return "HANGUL"
        if chr(code).isascii():
            return "NUMERIC" if chr(code).isdigit() else "ALPHA" if chr(code).isalpha() else "SYMBOL"
        return "SYMBOL" if 0x2000 <= code <= 0x206F or 0x3000 <= code <= 0x303F else "DEFAULT"

    table = b"".join(struct.pack("<I", infos[category(code)]) for code in range(0xFFFF))
    return struct.pack("<I", len(names)) + b"".join(name.encode().ljust(32, b"\0") for name in names) + table


def matrix():
    def cost(before, after):
        if before in NOUNS and after in PARTICLES:
            return -300
        return -200 if before in VERBS + ENDINGS and after in ENDINGS else 0

    # By the right id of the word before, then by the left id of the word after.
    before, after = {right: tag for (tag, _), right in RIGHT.items()}, {left: tag for tag, left in LEFT.items()}
    rows, columns = len(RIGHT) + 1, len(LEFT) + 1
    costs = [cost(before.get(row), after.get(column)) for column in range(columns) for row in range(rows)]
    return struct.pack("<HH", rows, columns) + struct.pack(f"<{len(costs)}h", *costs)


def main():
    folder = HERE / "tiny-ko"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    words = [
        (surface, LEFT[tag], RIGHT[tag, coda], POSID.get(tag, 1 if kind == "Compound" else 0), cost,
         feature(tag, coda, "*" if tag == "SF" else surface, kind, first, last, parts))
        for surface, tag, coda, cost, kind, first, last, parts in WORDS
    ]
    unknowns = [
        (name, LEFT[tag], RIGHT[tag, "*"], POSID.get(tag, 0), cost, feature(tag)) for name, tag, cost in UNKNOWNS
    ]
    (folder / "sys.dic").write_bytes(dictionary(SYSTEM, words))
    (folder / "unk.dic").write_bytes(dictionary(UNKNOWN, unknowns))
    (folder / "matrix.bin").write_bytes(matrix())
    (folder / "char.bin").write_bytes(characters())
    (folder / "left-id.def").write_text("0 BOS/EOS,*,*,*,*,*,*,*\n" + "".join(f"{id} {feature(tag)}\n" for tag, id in LEFT.items()))
    (folder / "right-id.def").write_text(
        "0 BOS/EOS,*,*,*,*,*,*,*\n" + "".join(f"{id} {feature(tag, coda)}\n" for (tag, coda), id in RIGHT.items())
    )
    (folder / "dicrc").write_text(
        "; A dozen words.\ncost-factor = 800\nbos-feature = BOS/EOS,*,*,*,*,*,*,*\n"
        "left-space-penalty-factor = 120,6000,200,3000\n"
    )
    damaged = HERE / "damaged"
    shutil.rmtree(damaged, ignore_errors=True)
    shutil.copytree(folder, damaged)
    matrix_file = damaged / "matrix.bin"
    matrix_file.write_bytes(matrix_file.read_bytes()[:-2])


main()
