"""Writes the properties of characters that segmentation and regular expressions ask for:
Sources/TextAnalysis/Segmentation/WordBreakRanges.swift and
Sources/TextAnalysis/RegularExpressions/{GeneralCategories,Scripts}.swift.

General categories are of Unicode 18.0.0 (unicodedata2 == 18.0.0), scripts and word breaks of 15.0.0 (Scripts.txt,
PropertyValueAliases.txt, WordBreakProperty.txt, emoji-data.txt). Run:

    python3 -m pip install unicodedata2==18.0.0
    python3 make_properties.py ../../../Sources/TextAnalysis
"""

import pathlib
import sys

import unicodedata2 as unicodedata

from tables import HEADER, code_points, fields, property_ranges, rows

WORD_BREAKS = [
    "Other", "CR", "LF", "Newline", "Extend", "ZWJ", "Regional_Indicator", "Format", "Katakana", "Hebrew_Letter",
    "ALetter", "Single_Quote", "Double_Quote", "MidNumLet", "MidLetter", "MidNum", "Numeric", "ExtendNumLet",
    "WSegSpace",
]
PICTOGRAPHIC = 0x80


def packed(starts):
    assert all(value < 256 for _, value in starts)
    return [hex(first << 8 | value) for first, value in starts]


def write(path, source, body):
    path.write_text(f"{HEADER.format(script='unicode/make_properties.py', source=source)}\n{body}\n")


def categories(folder):
    names = sorted({unicodedata.category(chr(cp)) for cp in range(0x110000)})
    starts = property_ranges({cp: names.index(unicodedata.category(chr(cp))) for cp in range(0x110000)})
    write(
        folder / "GeneralCategories.swift", f"the Unicode Character Database {unicodedata.unidata_version}",
        f"""extension CharacterProperties {{
    static let categoryNames: [String] = [
{rows([f'"{name}"' for name in names], 15)}
    ]

    /// Starts of runs of one general category, sorted: code point << 8 | index into `categoryNames`.
    static let categories: [UInt32] = [
{rows(packed(starts), 11)}
    ]
}}""")
    return len(starts)


def scripts(folder):
    aliases = {long: short for prop, short, long, *_ in fields("PropertyValueAliases.txt") if prop == "sc"}
    values = {}
    names = ["Unknown"]
    for text, name, *_ in fields("Scripts.txt"):
        if name not in names:
            names.append(name)
        for cp in code_points(text):
            values[cp] = names.index(name)
    starts = [(first, value or 0) for first, value in property_ranges(values)]
    write(
        folder / "Scripts.swift", "Scripts.txt and PropertyValueAliases.txt 15.0.0",
        f"""extension CharacterProperties {{
    /// Long and short names.
    static let scriptNames: [(String, String)] = [
{rows([f'("{name}", "{aliases[name]}")' for name in names], 4)}
    ]

    /// Starts of runs of one script, sorted: code point << 8 | index into `scriptNames`.
    static let scripts: [UInt32] = [
{rows(packed(starts), 11)}
    ]
}}""")
    return len(starts)


def word_breaks(folder):
    values = {}
    for text, name, *_ in fields("auxiliary/WordBreakProperty.txt"):
        for cp in code_points(text):
            values[cp] = WORD_BREAKS.index(name)
    for text, name, *_ in fields("emoji/emoji-data.txt"):
        if name == "Extended_Pictographic":
            for cp in code_points(text):
                values[cp] = values.get(cp, 0) | PICTOGRAPHIC
    starts = [(first, value or 0) for first, value in property_ranges(values)]
    write(
        folder / "WordBreakRanges.swift", "WordBreakProperty.txt and emoji-data.txt 15.0.0",
        f"""extension WordBreak {{
    /// Starts of runs of one property, sorted: code point << 8 | raw value, with 0x80 for Extended_Pictographic.
    static let ranges: [UInt32] = [
{rows(packed(starts), 11)}
    ]
}}""")
    return len(starts)


if __name__ == "__main__":
    sources = pathlib.Path(sys.argv[1])
    expressions = sources / "RegularExpressions"
    print(categories(expressions), scripts(expressions), word_breaks(sources / "Segmentation"), file=sys.stderr)
