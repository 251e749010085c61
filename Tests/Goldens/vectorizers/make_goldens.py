"""Makes vectorizers.json: the rows that scikit-learn 1.9 and Keras 3 make of a few texts that are not easy.

    python3 make_goldens.py > vectorizers.json

Each case has the vectoriser as Sluice is asked for it, and what came: shape, vocabulary by column, and the rows' columns
and values that are not 0. Needs scikit-learn, Keras 3 and TensorFlow.
"""

from __future__ import annotations

import json
import os

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
import keras
import numpy as np
import tensorflow as tf
from keras.src.legacy.preprocessing.text import Tokenizer
from keras.utils import pad_sequences
from sklearn.feature_extraction.text import CountVectorizer, TfidfVectorizer

TEXTS = [
    "The cat sat on the mat, and the CAT didn't sit -- it sat!",
    "정말 재미있게 봤어요. 정말  정말 좋은 영화!",
    "ΟΔΥΣΣΕΥΣ ΣΟΦΟΣ. ÉCOLE école Straße İstanbul ǅ",
    "a b\tc\u00a0d\ne\u2003f  g \u200b h",
    "",
    "state-of-the-art e-mail: me@home.org, 3.14 & 1,234 ½ ² x_y _z",
    "😀😀 ok 👍🏽 한국어 日本語のテキスト हिन्दी नमस्ते",
    "!!! ... ???",
    "cafe\u0301 cafe\u0301s CAFÉ naïve co-op co-op co-op",
    "the the the cat a A aa AA",
]

SKLEARN = [
    ("count", {}),
    ("tf-idf", {}),
    ("one-hot", {"ngram_range": [1, 3]}),
    ("tf-idf", {"stop_words": "english", "sublinear_tf": True, "ngram_range": [1, 2]}),
    ("tf-idf", {"smooth_idf": False, "norm": "l1", "lowercase": False, "token_pattern": r"(?u)\b\w+\b"}),
    ("count", {"min_df": 2, "max_df": 0.25}),
    ("tf-idf", {"analyzer": "char", "ngram_range": [1, 3], "norm": None}),
    ("tf-idf", {"analyzer": "char_wb", "ngram_range": [2, 5], "binary": True}),
    ("count", {"vocabulary": ["cat", "정말", "nothing", "sat"]}),
    ("tf-idf", {"vocabulary": ["the cat", "cat", "정말 정말"], "ngram_range": [1, 2]}),
]
KERAS = [
    ("one-hot", {}, {"output_mode": "multi_hot"}),
    ("count", {"max_tokens": 12, "ngram_range": [1, 2]}, {"output_mode": "count", "ngrams": 2}),
    ("tf-idf", {"max_tokens": 20}, {"output_mode": "tf_idf"}),
    ("sequence", {"max_tokens": 20}, {"output_mode": "int"}),
    ("sequence", {"output_sequence_length": 5, "ngram_range": [1, 3]}, {"output_mode": "int", "output_sequence_length": 5, "ngrams": 3}),
    ("count", {"lowercase": False}, {"output_mode": "count", "standardize": "strip_punctuation"}),
    ("count", {"analyzer": "char", "max_tokens": 30}, {"output_mode": "count", "split": "character"}),
]
TOKENIZER = [
    ("one-hot", {}, "binary"),
    ("count", {"num_words": 8, "oov_token": "?"}, "count"),
    ("frequency", {"num_words": 8}, "freq"),
    ("tf-idf", {"oov_token": "?", "num_words": 20}, "tfidf"),
    ("tf-idf", {"analyzer": "char"}, "tfidf"),
    ("count", {"lowercase": False}, "count"),
    ("sequence", {}, ""),
    ("sequence", {"num_words": 6, "oov_token": "?", "output_sequence_length": 4}, ""),
    ("sequence", {"output_sequence_length": 4, "padding": "post", "truncating": "post"}, ""),
]


def case(vectorizer: dict[str, object], matrix: np.ndarray, vocabulary: list[str]) -> dict[str, object]:
    rows = []
    for row in np.asarray(matrix, dtype=np.float64):
        columns = np.flatnonzero(row)
        rows.append([columns.tolist(), [float(f"{value:.10g}") for value in row[columns]]])
    return {"vectorizer": vectorizer, "shape": list(matrix.shape), "vocabulary": [str(word) for word in vocabulary], "rows": rows}


def main() -> None:
    cases = []
    for method, options in SKLEARN:
        theirs = {key: tuple(value) if key == "ngram_range" else value for key, value in options.items()}
        if method == "one-hot":
            theirs["binary"] = True
        vectorizer = (TfidfVectorizer if method == "tf-idf" else CountVectorizer)(**theirs)
        matrix = vectorizer.fit_transform(TEXTS).toarray()
        cases.append(case({"method": method, "compatibility": "sklearn", **options}, matrix, list(vectorizer.get_feature_names_out())))
    for method, options, theirs in KERAS:
        layer = keras.layers.TextVectorization(
            max_tokens=options.get("max_tokens"), **{"standardize": "lower_and_strip_punctuation", **theirs}
        )
        layer.adapt(tf.data.Dataset.from_tensor_slices(TEXTS).batch(4))
        matrix = np.asarray(layer(tf.constant(TEXTS)))
        cases.append(case({"method": method, "compatibility": "keras", **options}, matrix, list(layer.get_vocabulary())))
    for method, options, mode in TOKENIZER:
        tokenizer = Tokenizer(
            num_words=options.get("num_words"),
            oov_token=options.get("oov_token"),
            lower=options.get("lowercase", True),
            char_level=options.get("analyzer") == "char",
        )
        tokenizer.fit_on_texts(TEXTS)
        if mode:
            matrix = tokenizer.texts_to_matrix(TEXTS, mode=mode)
        else:
            matrix = pad_sequences(
                tokenizer.texts_to_sequences(TEXTS),
                maxlen=options.get("output_sequence_length"),
                padding=options.get("padding", "pre"),
                truncating=options.get("truncating", "pre"),
            )
        words = ([""] + list(tokenizer.word_index))[: options.get("num_words")]
        cases.append(case({"method": method, "compatibility": "keras-tokenizer", **options}, matrix, words))
    print('{"texts": ' + json.dumps(TEXTS, ensure_ascii=False) + ', "cases": [')
    print(",\n".join(json.dumps(each, ensure_ascii=False) for each in cases))
    print("]}")


if __name__ == "__main__":
    main()
