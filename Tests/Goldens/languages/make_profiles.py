"""Trains the profiles of languages and writes Sources/TextAnalysis/LanguageIdentification/LanguageProfiles.swift.

    python3 -m pip install numpy scikit-learn
    python3 make_profiles.py ../../../Sources/TextAnalysis/LanguageIdentification

A logistic regression over hashed n-grams of letters (1 to 3, lower case, a space at either end of a word), each counted
and divided by the square root of how many there are, on paragraphs and on pieces of 10 to 120 letters cut from them. The
weights are what the guide's texts have to say of letters, rounded to 64 steps: facts, and no sentence of it.
"""

import pathlib
import random
import sys

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from guide import LATIN, paragraphs

BUCKETS = 8192
LONGEST = 3
READ = 400
MASK = 0xFFFFFFFF


def is_letter(c):
    return 0x61 <= c <= 0x7A or 0xC0 <= c <= 0x24F and c not in (0xD7, 0xF7) or 0x300 <= c <= 0x36F or 0x1E00 <= c <= 0x1EFF


def bucket(gram):
    h = 0
    for c in gram:
        h = (h * 0x9E3779B1 + c + 1) & MASK
    h ^= h >> 15
    h = h * 0x85EBCA6B & MASK
    h ^= h >> 13
    return h & (BUCKETS - 1)


CACHE = {}


def grams(text):
    """Buckets of a text's n-grams."""
    letters = [0x20]
    for c in text[:READ].lower():
        c = ord(c)
        if is_letter(c):
            letters.append(c)
        elif letters[-1] != 0x20:
            letters.append(0x20)
    if letters[-1] != 0x20:
        letters.append(0x20)
    found = []
    for end in range(1, len(letters)):
        for length in range(1, LONGEST + 1):
            start = end - length + 1
            if start < 0:
                break
            gram = tuple(letters[start : end + 1])
            # Within a word: a space only at either end, and none alone.
            if length == 1 and gram[0] == 0x20:
                continue
            if 0x20 in gram[1:-1]:
                break
            if gram not in CACHE:
                CACHE[gram] = bucket(gram)
            found.append(CACHE[gram])
    return found


def matrix(texts):
    data, columns, starts = [], [], [0]
    for text in texts:
        found = grams(text)
        counts = np.bincount(found, minlength=0) if found else np.zeros(0)
        index = np.nonzero(counts)[0]
        columns.append(index)
        data.append(counts[index] / np.sqrt(max(1, len(found))))
        starts.append(starts[-1] + len(index))
    return csr_matrix((np.concatenate(data), np.concatenate(columns), starts), shape=(len(texts), BUCKETS))


def pieces(text, rng, count):
    words = text.split()
    for _ in range(count):
        start = rng.randrange(len(words))
        length, limit = 0, rng.choice([10, 20, 20, 40, 80, 120])
        end = start
        while end < len(words) and length < limit:
            length += len(words[end]) + 1
            end += 1
        yield " ".join(words[start:end])


def has_letters(text):
    return sum(is_letter(ord(c)) for c in text.lower()) >= 8


def samples(rows, parts, seed, count=4):
    rng = random.Random(seed)
    texts, labels = [], []
    for language, text, part in rows:
        if language in LATIN and part in parts:
            for piece in [text, *pieces(text, rng, count)]:
                if has_letters(piece):
                    texts.append(piece)
                    labels.append(LATIN.index(language))
    return texts, np.array(labels)


def quantised(weights):
    """Weights as integers of 0 ... 63, one scale for all, each bucket centred first: only differences matter."""
    weights = weights - weights.mean(axis=0)
    scale = np.quantile(np.abs(weights), 0.9995) / 31.5
    return np.clip(np.round(weights / scale + 31.5), 0, 63).astype(int), scale


def scores(x, whole, scale, bias):
    return (x @ (whole.T - 31.5)) * scale + bias


def main(folder):
    rows = paragraphs()
    train, y = samples(rows, range(7), 1)
    model = LogisticRegression(C=30, max_iter=100, tol=1e-3)
    model.fit(matrix(train), y)
    whole, scale = quantised(model.coef_)
    bias = model.intercept_ - model.intercept_.mean()
    for name, parts, count, seed in (("validation", (7, 8), 0, 2), ("validation pieces", (7, 8), 4, 2)):
        texts, labels = samples(rows, parts, seed, count)
        if count:
            keep = [i for i, t in enumerate(texts) if len(t) <= 60]
            texts, labels = [texts[i] for i in keep], labels[keep]
        found = scores(matrix(texts), whole, scale, bias).argmax(axis=1)
        full = model.predict(matrix(texts))
        print(name, len(texts), "full", (full == labels).mean(), "rounded", (found == labels).mean(), file=sys.stderr)
    signs = "".join("".join(chr(0x30 + v) for v in whole[:, b]) for b in range(BUCKETS))
    signs += "00"  # sixteen are read at a time
    names = ", ".join(f'"{name}"' for name in LATIN)
    biases = ", ".join(f"{value:.4f}" for value in bias)
    (folder / "LanguageProfiles.swift").write_text(
        f"""// swift-format-ignore-file
// Generated by Tests/Goldens/languages/make_profiles.py: statistics of letters in the Debian installation guide
// (package installation-guide-amd64, GPL 2), of which it has no text. Do not edit.

extension LanguageProfiles {{
    static let languages = [{names}]
    static let bias: [Float] = [{biases}]
    /// What one step of a weight is worth.
    static let scale: Float = {scale:.6g}
    /// Bucket-major, a sign a language: its weight is the sign less "0", less 31.5, times the scale.
    static let weights: StaticString = #"{signs}"#
}}
"""
    )


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]))
