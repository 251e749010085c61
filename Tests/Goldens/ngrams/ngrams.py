"""The hashed character n-grams of Sources/TextAnalysis/Segmentation/CharacterNGrams.swift, written a second time.

`ids_of` is the definition in plain Python; what trains a model outside Sluice can import it.
`python3 ngrams.py > ngrams.tsv` makes the goldens that TextAnalysisTests compares with: bucket counts, vocabulary,
text and ids. Characters are single code points there, so that no grapheme segmentation is needed. Standard library
only.
"""

MASK = (1 << 64) - 1
BEGINNING = " "


def hash_of(text: str) -> int:
    h = 0
    for byte in text.encode("utf-8"):
        h = (h * 0x9E3779B97F4A7C15 + byte + 1) & MASK
    return h


def mix(x: int) -> int:
    x ^= x >> 32
    x = (x * 0xD6E8FEB86659FD93) & MASK
    return x ^ (x >> 32)


def ids_of(characters: list[str], vocabulary: dict[str, int], size: int, buckets: list[int]) -> list[list[int]]:
    """One row of 1 + len(buckets) ids a character. `vocabulary` maps characters and n-grams to ids 2..<size."""
    before = [BEGINNING] + characters
    rows = []
    for step, character in enumerate(characters):
        row = [vocabulary.get(character, 1)]
        base = size
        for i, count in enumerate(buckets):
            first = step - i  # in `before`, of the n-gram of i + 2 characters
            gram = "".join(before[first : step + 2]) if first >= 0 else None
            if gram is None:
                row.append(0)
            elif gram in vocabulary:
                row.append(vocabulary[gram])
            elif count > 0:
                row.append(base + ((mix(hash_of(gram)) >> 32) * count >> 32))
            else:
                row.append(0)
            base += count
        rows.append(row)
    return rows


def goldens():
    tokens = list(" 영화가다a이ㅋ") + ["영화", " 영화", " 재", "ㅋㅋㅋ", "이이", " a"]
    vocabulary = {token: i + 2 for i, token in enumerate(tokens)}
    size = len(vocabulary) + 2
    texts = ["영화가 재미있다ㅋㅋㅋ", "a", "", "abc 가나다", "😀 좋다!", "이이이이이이이"]
    for buckets in ([16000], [16000, 25000, 16000], [7, 1, 1000003, 65536], [0, 0, 0, 0], [0, 500]):
        for text in texts:
            rows = ids_of(list(text), vocabulary, size, buckets)
            yield [
                ",".join(map(str, buckets)),
                "|".join(vocabulary),
                text,
                " ".join(",".join(map(str, row)) for row in rows),
            ]


if __name__ == "__main__":
    for fields in goldens():
        print("\t".join(fields))
