"""Writes Sources/TextAnalysis/Normalization/{CompatibilityMappings,CaseFoldings}.swift.

Compatibility decompositions are of Unicode 18.0.0, as the canonical ones beside them, read through the Python package
unicodedata2 == 18.0.0; full case foldings are those of CaseFolding.txt 15.0.0 (statuses C and F). Run:

    python3 -m pip install unicodedata2==18.0.0
    python3 make_mappings.py ../../../Sources/TextAnalysis/Normalization
"""

import pathlib
import sys

import unicodedata2 as unicodedata

from tables import HEADER, fields, rows

SYLLABLES = range(0xAC00, 0xD7A4)


def find(pool, part):
    for start in range(len(pool) - len(part) + 1):
        if pool[start : start + len(part)] == part:
            return start
    return None


def compatibility():
    """Runs of (first, count, length, offset): the i-th code point becomes pool[offset + i * length ..< + length]."""
    pool = [ord(c) for c in "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"]
    pool += list(range(0x391, 0x3AA)) + list(range(0x3B1, 0x3CA))
    runs = []
    for cp in range(0x110000):
        if 0xD800 <= cp <= 0xDFFF or cp in SYLLABLES:
            continue
        full = unicodedata.normalize("NFKD", chr(cp))
        if full == unicodedata.normalize("NFD", chr(cp)):
            continue
        part = [ord(c) for c in full]
        if runs:
            first, count, length, offset = runs[-1]
            after = offset + count * length
            if first + count == cp and length == len(part) and count < 255:
                if pool[after : after + length] == part:
                    runs[-1] = (first, count + 1, length, offset)
                    continue
                if after == len(pool) and find(pool, part) is None:
                    pool += part
                    runs[-1] = (first, count + 1, length, offset)
                    continue
        offset = find(pool, part)
        if offset is None:
            offset = len(pool)
            pool += part
        runs.append((cp, 1, len(part), offset))
    return runs, pool


def foldings():
    simple = {}
    full = []
    for code, status, mapping, *_ in fields("CaseFolding.txt"):
        cp, target = int(code, 16), [int(part, 16) for part in mapping.split()]
        if status == "C":
            simple[cp] = target[0]
        elif status == "F":
            full.append([cp] + target + [0] * (3 - len(target)))
    runs = []
    for cp in sorted(simple):
        for stride in (1, 2):
            if runs:
                first, last, step, target = runs[-1]
                if step in (0, stride) and cp == last + stride and simple[cp] - target == cp - first:
                    runs[-1] = (first, cp, stride, target)
                    break
        else:
            runs.append((cp, cp, 0, simple[cp]))
    return runs, full


def pages(code_points):
    words = [0] * (0x1100 // 64)
    for cp in code_points:
        words[(cp >> 8) // 64] |= 1 << (cp >> 8) % 64
    while words and words[-1] == 0:
        words.pop()
    return [hex(w) for w in words]


def main(folder):
    runs, pool = compatibility()
    assert all(length < 32 and offset < 1 << 16 for _, _, length, offset in runs)
    packed = [hex(cp << 32 | count << 24 | length << 16 | offset) for cp, count, length, offset in runs]
    source = f"the Unicode Character Database {unicodedata.unidata_version}"
    covered = [cp + i for cp, count, _, _ in runs for i in range(count)]
    (folder / "CompatibilityMappings.swift").write_text(
        f"""{HEADER.format(script="unicode/make_mappings.py", source=source)}
extension CompatibilityTables {{
    /// Full compatibility decompositions (NFKD) where they differ from the canonical ones, as sorted runs of code points:
    /// first << 32 | count << 24 | length << 16 | offset. The i-th becomes `length` scalars of `decomposed` from
    /// offset + i * length on.
    static let runs: [UInt64] = [
{rows(packed, 7)}
    ]

    /// Bit p % 64 of word p / 64 says whether page p (256 code points) has any of them.
    static let pages: [UInt64] = [
{rows(pages(covered), 6)}
    ]

    static let decomposed: [UInt32] = [
{rows([hex(cp) for cp in pool], 15)}
    ]
}}
"""
    )
    simple, full = foldings()
    packed = [
        hex(first << 38 | target << 17 | (last - first) << 1 | (step == 2)) for first, last, step, target in simple
    ]
    (folder / "CaseFoldings.swift").write_text(
        f"""{HEADER.format(script="unicode/make_mappings.py", source="CaseFolding.txt 15.0.0")}
extension CaseFolding {{
    /// Foldings to one scalar, as sorted runs of code points: first << 38 | what it becomes << 17 | (last - first) << 1 |
    /// whether only every other one is meant.
    static let runs: [UInt64] = [
{rows(packed, 7)}
    ]

    /// Foldings to two or three scalars, sorted: the code point, then three, 0 where there is no third.
    static let several: [UInt32] = [
{rows([hex(cp) for row in sorted(full) for cp in row], 16)}
    ]
}}
"""
    )
    print(len(runs), "runs,", len(pool), "scalars;", len(simple), "foldings,", len(full), "full", file=sys.stderr)


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]))
