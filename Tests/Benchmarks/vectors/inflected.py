"""Whether a form that was never seen is near its dictionary form: an intrinsic figure for Korean vectors with jamo n-grams,
for which no list of judged pairs is in any package.

    inflected.py --vectors Sources/CBuiltInModels/words-ko --texts "$SLUICE_DATA/nsmc/test.tsv" \\
        --sluice PATH --dictionary PATH

From reviews that nothing was trained on: space-separated words whose first morpheme is a verb or an adjective with a
listed dictionary form and whose others are endings, each once, and none that is listed itself. Its vector is the mean of
its n-grams' rows, found here anew; counted is how often the dictionary form is the nearest word, and one of the ten.
"""

import argparse
import json
import random
import subprocess
from pathlib import Path

import numpy as np

LEADS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
VOWELS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
TAILS = ["e", *"ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ"]


def fnv(text: str) -> int:
    value = 2166136261
    for byte in text.encode():
        value = ((value ^ (byte | 0xFFFFFF00 if byte > 127 else byte)) * 16777619) & 0xFFFFFFFF
    return value


def ngrams(letters: list[str], lengths: range) -> list[tuple[int, int]]:
    return [(start, start + n) for start in range(len(letters)) for n in lengths if start + n <= len(letters)]


def buckets(word: str, characters: range, jamo: range, count: int) -> list[int]:
    whole = ["<", *word, ">"]
    found = ["".join(whole[a:b]) for a, b in ngrams(whole, characters)]
    letters: list[str] = []
    of_syllable: list[bool] = []
    for character in whole:
        code = ord(character) - 0xAC00
        is_syllable = 0 <= code < 11172
        parts = [LEADS[code // 588], VOWELS[code % 588 // 28], TAILS[code % 28]] if is_syllable else [character]
        letters += parts
        of_syllable += [is_syllable] * len(parts)
    found += ["".join(letters[a:b]) for a, b in ngrams(letters, jamo) if any(of_syllable[a:b])]
    return [fnv(ngram) % count for ngram in found if ngram not in "<>"]


def tensors(path: Path) -> dict[str, np.ndarray]:
    data = path.read_bytes()
    length = int.from_bytes(data[:8], "little")
    types = {"F32": "<f4", "I8": "i1", "I64": "<i8", "U8": "u1"}
    found = {}
    for name, entry in json.loads(data[8 : 8 + length]).items():
        if name != "__metadata__":
            start, end = (8 + length + offset for offset in entry["data_offsets"])
            found[name] = np.frombuffer(data[start:end], dtype=types[entry["dtype"]]).reshape(entry["shape"])
    return found


def rows(found: dict[str, np.ndarray], name: str) -> np.ndarray:
    values = found[name].astype(np.float32)
    return values * found[name + "_scale"][:, None] if name + "_scale" in found else values


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    for name in ["vectors", "texts", "sluice", "dictionary"]:
        arguments.add_argument(f"--{name}", required=True)
    arguments.add_argument("--count", type=int, default=1000)
    options = arguments.parse_args()
    folder = Path(options.vectors)
    scheme = json.loads((folder / "config.json").read_text())["subwords"]
    words = (folder / "vocab.txt").read_text().splitlines()
    found = tensors(folder / "model.safetensors")
    units = rows(found, "embeddings")
    units /= np.linalg.norm(units, axis=1, keepdims=True) + 1e-12
    subwords = rows(found, "subword_embeddings")
    places = {word: index for index, word in enumerate(words)}

    texts = [line.split("\t", 1)[-1] for line in Path(options.texts).read_text().splitlines()[1:]]
    forms = sorted({form for text in texts for form in text.split() if form not in places})
    random.Random(1).shuffle(forms)
    answer = subprocess.run(
        [options.sluice, "analyze", "--no-daemon", "--dictionary", options.dictionary, "-"], check=True, text=True,
        input="\n".join(forms) + "\n", capture_output=True).stdout
    pairs = []
    for form, morphemes in zip(forms, answer.split("\n\n")):
        table = [line.split("\t") for line in morphemes.strip().split("\n")]
        if not all(len(fields) >= 4 for fields in table):
            continue
        first, rest = table[0], table[1:]
        is_verb = first[2].split("+")[0] in ("VV", "VA")
        if is_verb and all(fields[2].startswith("E") for fields in rest) and first[3] in places:
            pairs.append((form, first[3]))
    pairs = pairs[: options.count]
    ranges = [range(scheme[name][0], scheme[name][1] + 1) for name in ("lengths", "jamo")]
    nearest = among_ten = 0
    for form, lemma in pairs:
        vector = subwords[buckets(form, *ranges, scheme["buckets"])].mean(axis=0)
        best = np.argsort(-(units @ vector))[:10]
        nearest += int(best[0] == places[lemma])
        among_ten += int(places[lemma] in best)
    print(f"{len(pairs)} forms: the dictionary form is nearest to {nearest / len(pairs):.3f}, "
          f"among the ten nearest to {among_ten / len(pairs):.3f}")


if __name__ == "__main__":
    main()
