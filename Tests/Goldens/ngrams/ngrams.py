"""The hashed character n-grams of Sources/TextAnalysis/Segmentation/CharacterNGrams.swift, written a second time.

`ids_of` is the definition in plain Python; what trains a model outside Sluice can import it.
`python3 ngrams.py > ngrams.tsv` makes the goldens that TextAnalysisTests compares with: bucket counts, vocabulary,
text and ids. Characters are single code points there, so that no grapheme segmentation is needed. Standard library
only.
"""

MASK = (1 << 64) - 1
BOUNDARY = 0xCBF29CE484222325


def character_hash(character: str) -> int:
    """64-bit FNV-1a over the character's UTF-8. That of no bytes at all is the boundary's."""
    h = BOUNDARY
    for byte in character.encode("utf-8"):
        h = ((h ^ byte) * 0x100000001B3) & MASK
    return h


def mix(x: int) -> int:
    x ^= x >> 32
    x = (x * 0x9E3779B97F4A7C15) & MASK
    return x ^ (x >> 32)


def ids_of(characters: list[str], vocabulary: dict[str, int], size: int, buckets: list[int]) -> list[list[int]]:
    """One row of 1 + len(buckets) ids a character. `vocabulary` maps characters to ids 2..<size."""
    hashes = [BOUNDARY] + [character_hash(c) for c in characters]
    rows = []
    for step, character in enumerate(characters):
        row = [vocabulary.get(character, 1)]
        at = step + 1  # in `hashes`, whose first is the boundary
        h = mix(hashes[at])
        base = size
        for i, count in enumerate(buckets):
            before = at - 1 - i
            if before < 0:
                row.append(0)
            else:
                h = mix(h ^ hashes[before])
                row.append(base + ((h >> 32) * count >> 32))
            base += count
        rows.append(row)
    return rows


def goldens():
    vocabulary = {c: i + 2 for i, c in enumerate(" 영화가다a이ㅋ")}
    size = len(vocabulary) + 2
    texts = ["영화가 재미있다ㅋㅋㅋ", "a", "", "abc 가나다", "😀 좋다!", "이이이이이이이"]
    for buckets in ([16000], [16000, 25000, 16000], [7, 1, 1000003, 65536]):
        for text in texts:
            rows = ids_of(list(text), vocabulary, size, buckets)
            yield [
                ",".join(map(str, buckets)),
                "".join(vocabulary),
                text,
                " ".join(",".join(map(str, row)) for row in rows),
            ]


if __name__ == "__main__":
    for fields in goldens():
        print("\t".join(fields))
