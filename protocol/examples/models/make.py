"""Writes the model directories beside it: `tiny`, `tiny-adder`, `tiny-forecaster`, `tiny-tagger`, `tiny-translator`, `tiny-vectorizer`,
`tiny-weather`, `tiny-words` and `tiny-writer`, small enough to be checked by hand, and others that each have one fault.

tiny reads words: 좋아요 is 1, 싫어요 is -1, all else is 0. Its SimpleRNN has one unit, h = tanh(x + h / 2), and the
probability of "positive" is 1 / (1 + exp(-4 h)).

tiny-tagger scores the tags O, B-city and I-city of a word: 4 for O of "in" and of unknown words, 4 for B-city of "new" and
of "paris"; of "york" 4 for B-city and 8 for I-city; else 0. Its CRF adds 1 where I-city follows B-city.

tiny-translator writes the word for the last one of a text: one for 하나, two for 둘. Its encoder's h = tanh(2 x) is (0.964, 0,
0) for 하나 and (0, 0.964, 0) for 둘. The decoder's h = tanh(2 h) is the query of its attention, whose context its Dense takes
no notice of; a word that it has written adds (-4, -4, 2) within the tanh, and so the third unit says that all is written.
The Dense has 8 for one, two and the end in the units of h. Of a word that it does not know nothing is known: 하나, the first
of equals, is written as often as the model writes.

tiny-vectorizer weighs words: a by 1, b by 2, c by 4, as tf-idf without a norm.

tiny-words has eight words in a plane: a to the right, c up, d to the left, b between a and c (cosine 0.8 to a, 0.6 to c),
Amy beside b (0.6 and 0.8), 영화 below (0.6 and -0.8), 드라마 where it is but twice as long, and zero, which has no direction.

tiny-writer knows the last character that it has read, and no more: its SimpleRNN is a one-hot of it. It writes "dog" for the
label dog; for cat it writes "cat" or "cab", each with the probability 1/2. All else has e^-20 of that.

tiny-forecaster reads two values of "sales", x = (value - 10) / 2 of each, and its SimpleRNN without an activation has
h = x2 + x1 / 2 after them. It foresees two values: 10 + 2 h and 10 + h. Its linear baseline says 2 v2 - v1 and 3 v2 - 2 v1, its
intervals reach 2 and 3 to both sides.

tiny-adder is stateful: of each of its columns a and b it foresees the sum of all values that it has read.

tiny-weather reads "temp" and "wind" of one day, and the month, of which it takes no notice: the probability of "sun" is
1 / (1 + exp(-2 (temp - 2 wind))), else it is "rain".

    python3 protocol/examples/models/make.py
"""

import json
import shutil
import struct
from pathlib import Path

HERE = Path(__file__).resolve().parent
FILES = ("config.json", "model.safetensors", "vocab.txt")

VOCABULARY = [("[PAD]", 0), ("[UNK]", 0), ("좋아요", 3), ("싫어요", 2), ("그냥", 1)]

CONFIG = {
    "format_version": 1,
    "task": "classify",
    "id2label": {"0": "negative", "1": "positive"},
    "pipeline": {
        "normalization": {"nfc": True, "lowercase": True, "fold_white_space": True, "fold_repeats": 3},
        "segmentation": {"method": "white_space"},
        "maximum_length": 8,
    },
    "layers": [
        {"class_name": "Embedding", "config": {"input_dim": 5, "output_dim": 1}},
        {"class_name": "SimpleRNN", "config": {"units": 1}},
        {"class_name": "Dense", "config": {"units": 2, "activation": "softmax"}},
    ],
    "card": {
        "description": "Three words, weights chosen by hand.",
        "languages": ["ko"],
        "data": "none",
        "license": "Apache-2.0",
        "metrics": [{"name": "accuracy", "value": 0.833333, "measured_on": "the six rows of protocol/examples/data/words.tsv"}],
    },
}

WEIGHTS = {
    "embedding/embeddings": ([5, 1], [0.0, 0.0, 1.0, -1.0, 0.0]),
    "simple_rnn/kernel": ([1, 1], [1.0]),
    "simple_rnn/recurrent_kernel": ([1, 1], [0.5]),
    "simple_rnn/bias": ([1], [0.0]),
    "dense/kernel": ([1, 2], [-2.0, 2.0]),
    "dense/bias": ([2], [0.0, 0.0]),
}


TAGGER_VOCABULARY = [("[PAD]", 0), ("[UNK]", 0), ("in", 4), ("new", 3), ("york", 2), ("paris", 1)]

TAGGER_CONFIG = {
    **CONFIG,
    "task": "tag",
    "id2label": {"0": "O", "1": "B-city", "2": "I-city"},
    "layers": [
        {"class_name": "Embedding", "config": {"input_dim": 6, "output_dim": 3}},
        {"class_name": "Dense", "config": {"units": 3, "activation": "linear"}},
        {"class_name": "CRF"},
    ],
    "card": {
        "description": "Four words, weights chosen by hand.",
        "languages": ["en"],
        "data": "none",
        "license": "Apache-2.0",
        "metrics": [{"name": "f1", "value": 0.8, "measured_on": "the three rows of protocol/examples/data/cities.jsonl"}],
    },
}

TAGGER_WEIGHTS = {
    "embedding/embeddings": ([6, 3], [0, 0, 0, 1, 0, 0, 1, 0, 0, 0, 1, 0, 0, 1, 2, 0, 1, 0]),
    "dense/kernel": ([3, 3], [4, 0, 0, 0, 4, 0, 0, 0, 4]),
    "dense/bias": ([3], [0, 0, 0]),
    "crf/transitions": ([3, 3], [0, 0, 0, 0, 0, 1, 0, 0, 0]),
    "crf/start_transitions": ([3], [0, 0, 0]),
    "crf/end_transitions": ([3], [0, 0, 0]),
}

WRITER_CHARACTERS = "catbdog"
WRITER_VOCABULARY = [("[PAD]", 0), ("[UNK]", 0)] + [(character, 1) for character in WRITER_CHARACTERS]
WRITER_IDS = len(WRITER_VOCABULARY)
# What may follow: a row of the embedding, which after the ids has one to begin with for each label, and what comes next,
# which after the ids is the end.
WRITER_ROWS = WRITER_IDS + 2
FOLLOWS = [("cat", "c"), ("c", "a"), ("a", "tb"), ("t", "."), ("b", "."), ("dog", "d"), ("d", "o"), ("o", "g"), ("g", ".")]

WRITER_CONFIG = {
    **CONFIG,
    "task": "generate",
    "id2label": {"0": "cat", "1": "dog"},
    "pipeline": {**CONFIG["pipeline"], "segmentation": {"method": "character"}},
    "layers": [
        {"class_name": "Embedding", "config": {"input_dim": WRITER_ROWS, "output_dim": WRITER_ROWS}},
        {"class_name": "SimpleRNN", "config": {"units": WRITER_ROWS, "return_sequences": True}},
        {"class_name": "Dense", "config": {"units": WRITER_IDS + 1, "activation": "softmax"}},
    ],
    "card": {
        "description": "Three words, weights chosen by hand.",
        "languages": ["en"],
        "data": "none",
        "license": "Apache-2.0",
        "metrics": [
            {"name": "perplexity", "value": 1.122462, "measured_on": "the three rows of protocol/examples/data/animals.tsv"}
        ],
    },
}


def writer_weights():
    def place(name):
        return {"cat": WRITER_IDS, "dog": WRITER_IDS + 1, ".": WRITER_IDS}.get(name) or 2 + WRITER_CHARACTERS.index(name)

    one_hot = [1.0 if row == column else 0.0 for row in range(WRITER_ROWS) for column in range(WRITER_ROWS)]
    follows = [[0.0] * (WRITER_IDS + 1) for _ in range(WRITER_ROWS)]
    for before, after in FOLLOWS:
        for each in after:
            follows[place(before)][place(each)] = 20.0
    return {
        "embedding/embeddings": ([WRITER_ROWS, WRITER_ROWS], one_hot),
        "simple_rnn/kernel": ([WRITER_ROWS, WRITER_ROWS], [10 * value for value in one_hot]),
        "simple_rnn/recurrent_kernel": ([WRITER_ROWS, WRITER_ROWS], [0.0] * WRITER_ROWS**2),
        "simple_rnn/bias": ([WRITER_ROWS], [0.0] * WRITER_ROWS),
        "dense/kernel": ([WRITER_ROWS, WRITER_IDS + 1], [value for row in follows for value in row]),
        "dense/bias": ([WRITER_IDS + 1], [0.0] * (WRITER_IDS + 1)),
    }


TRANSLATOR_VOCABULARY = [("[PAD]", 0), ("[UNK]", 0), ("하나", 2), ("둘", 2), ("one", 2), ("two", 2)]

TRANSLATOR_CONFIG = {
    **CONFIG,
    "task": "translate",
    "id2label": {},
    "layers": [
        {"class_name": "Embedding", "config": {"input_dim": 7, "output_dim": 3}},
        {"class_name": "SimpleRNN", "config": {"units": 3, "return_sequences": True}},
    ],
    "decoder": [
        {"class_name": "SimpleRNN", "config": {"units": 3, "return_sequences": True}},
        {"class_name": "Attention"},
        {"class_name": "Dense", "config": {"units": 7, "activation": "softmax"}},
    ],
    "card": {
        "description": "Two words, weights chosen by hand.",
        "languages": ["ko"],
        "data": "none",
        "license": "Apache-2.0",
        "metrics": [
            {
                "name": "exact_match",
                "value": 0.666667,
                "measured_on": "the three rows of protocol/examples/data/translations.tsv",
            }
        ],
    },
}

TRANSLATOR_WEIGHTS = {
    "embedding/embeddings": ([7, 3], [0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 1, 0, 0, 0]),
    "simple_rnn/kernel": ([3, 3], [2, 0, 0, 0, 2, 0, 0, 0, 2]),
    "simple_rnn/recurrent_kernel": ([3, 3], [0] * 9),
    "simple_rnn/bias": ([3], [0, 0, 0]),
    "simple_rnn_1/kernel": ([3, 3], [0, 0, 0, 0, 0, 0, -4, -4, 2]),
    "simple_rnn_1/recurrent_kernel": ([3, 3], [2, 0, 0, 0, 2, 0, 0, 0, 2]),
    "simple_rnn_1/bias": ([3], [0, 0, 0]),
    "dense/kernel": (
        [6, 7],
        [0] * 21 + [0, 0, 0, 0, 8, 0, 0] + [0, 0, 0, 0, 0, 8, 0] + [0, 0, 0, 0, 0, 0, 8],
    ),
    "dense/bias": ([7], [0] * 7),
}


VECTORIZER_VOCABULARY = [("a", 3), ("b", 2), ("c", 1)]

VECTORIZER_CONFIG = {
    "format_version": 1,
    "task": "vectorize",
    "vectorizer": {"method": "tf-idf", "analyzer": "word", "lowercase": True, "norm": "none"},
    "documents": 3,
    "card": {
        "description": "Three words, weights chosen by hand.",
        "languages": ["en"],
        "data": "none",
        "license": "Apache-2.0",
        "metrics": [],
    },
}


WORDS = {
    "a": (1, 0), "b": (0.8, 0.6), "c": (0, 1), "d": (-1, 0), "Amy": (0.6, 0.8), "영화": (0.6, -0.8),
    "드라마": (1.2, -1.6), "zero": (0, 0),
}
WORDS_CONFIG = {
    "format_version": 1,
    "task": "words",
    "words": len(WORDS),
    "dimensions": 2,
    "card": {
        "description": "Eight words in a plane, placed by hand.",
        "languages": ["en", "ko"],
        "data": "none",
        "license": "Apache-2.0",
        "metrics": [],
    },
}


def series_card(description):
    return {"description": description, "languages": [], "data": "none", "license": "Apache-2.0", "metrics": []}


def scaler(column, kind, center, scale, minimum, maximum):
    return {
        "column": column,
        "kind": kind,
        "center": center,
        "scale": scale,
        "minimum": minimum,
        "maximum": maximum,
    }


def recurrent(units, **more):
    return {"class_name": "SimpleRNN", "config": {"units": units, "activation": "linear", **more}}


FORECASTER_CONFIG = {
    "format_version": 1,
    "task": "forecast",
    "series": {
        "date_column": "date",
        "targets": ["sales"],
        "window": 2,
        "horizon": 2,
        "mode": "direct",
        "scaler": "standard",
        "season": 2,
        "missing": "interpolate",
        "scalers": [scaler("sales", "standard", 10, 2, 6, 16)],
        "naive_scale": [1],
        "residuals": {"lower": [[-2, -3]], "upper": [[2, 3]]},
    },
    "layers": [
        {"class_name": "InputLayer", "config": {"shape": [None, 1]}},
        recurrent(1),
        {"class_name": "Dense", "config": {"units": 2}},
    ],
    "card": series_card("Two values in, two values out, weights chosen by hand."),
}

ADDER_CONFIG = {
    "format_version": 1,
    "task": "forecast",
    "series": {
        "targets": ["a", "b"],
        "window": 2,
        "horizon": 1,
        "mode": "stateful",
        "scaler": "none",
        "scalers": [scaler("a", "none", 0, 1, 0, 10), scaler("b", "none", 0, 1, 0, 100)],
        "naive_scale": [1, 1],
    },
    "layers": [
        {"class_name": "InputLayer", "config": {"shape": [None, 2]}},
        recurrent(2, return_sequences=True),
        {"class_name": "Dense", "config": {"units": 2}},
    ],
    "card": series_card("The sums of two columns, weights chosen by hand."),
}
ONES = [1, 0, 0, 1]

WEATHER_CONFIG = {
    "format_version": 1,
    "task": "forecast",
    "series": {
        "date_column": "date",
        "targets": ["weather"],
        "inputs": ["temp", "wind"],
        "calendar": ["month_of_year"],
        "window": 1,
        "horizon": 1,
        "scaler": "none",
        "interval": "1d",
        "scalers": [scaler("temp", "none", 0, 1, -10, 30), scaler("wind", "none", 0, 1, 0, 10)],
        "naive_scale": [],
        "labels": ["rain", "sun"],
    },
    "layers": [
        {"class_name": "InputLayer", "config": {"shape": [None, 4]}},
        recurrent(1),
        {"class_name": "Dense", "config": {"units": 2, "activation": "softmax"}},
    ],
    "card": series_card("The weather by temperature and wind, weights chosen by hand."),
}


def safetensors(weights, dtype="F32", doubles=()):
    """`doubles` are further weights, of float64, which come first: they have to lie on multiples of eight."""
    header, data = {}, b""
    for name, (shape, values) in dict(doubles).items():
        start = len(data)
        data += struct.pack(f"<{len(values)}d", *values)
        header[name] = {"dtype": "F64", "shape": shape, "data_offsets": [start, len(data)]}
    for name, (shape, values) in weights.items():
        start = len(data)
        data += struct.pack(f"<{len(values)}{'f' if dtype == 'F32' else 'd'}", *values)
        header[name] = {"dtype": dtype, "shape": shape, "data_offsets": [start, len(data)]}
    text = json.dumps(header).encode()
    text += b" " * (-(8 + len(text)) % 64)
    return struct.pack("<Q", len(text)) + text + data


def text_of(config):
    return json.dumps(config, indent=2, ensure_ascii=False).encode() + b"\n"


def lines_of(vocabulary):
    return "".join(f"{word}\t{count}\n" for word, count in vocabulary).encode()


def write(name, **changes):
    """A directory of tiny's files; `changes` replaces one of them, or with None leaves it out."""
    contents = dict(zip(FILES, (text_of(CONFIG), safetensors(WEIGHTS), lines_of(VOCABULARY))))
    contents.update({name.replace("_", "."): content for name, content in changes.items()})
    shutil.rmtree(HERE / name, ignore_errors=True)
    (HERE / name).mkdir()
    for file, content in contents.items():
        if content is not None:
            (HERE / name / file).write_bytes(content)


def misspelt():
    layers = [dict(layer) for layer in CONFIG["layers"]]
    layers[1]["class_name"] = "SimpelRNN"
    return text_of({**CONFIG, "layers": layers})


whole = safetensors(WEIGHTS)
write("tiny")
write(
    "tiny-tagger",
    config_json=text_of(TAGGER_CONFIG),
    model_safetensors=safetensors(TAGGER_WEIGHTS),
    vocab_txt=lines_of(TAGGER_VOCABULARY),
)
write(
    "tiny-translator",
    config_json=text_of(TRANSLATOR_CONFIG),
    model_safetensors=safetensors(TRANSLATOR_WEIGHTS),
    vocab_txt=lines_of(TRANSLATOR_VOCABULARY),
)
write(
    "tiny-writer",
    config_json=text_of(WRITER_CONFIG),
    model_safetensors=safetensors(writer_weights()),
    vocab_txt=lines_of(WRITER_VOCABULARY),
)
write(
    "tiny-vectorizer",
    config_json=text_of(VECTORIZER_CONFIG),
    model_safetensors=safetensors({"idf": ([3], [1, 2, 4])}, "F64"),
    vocab_txt=lines_of(VECTORIZER_VOCABULARY),
)
write(
    "tiny-words",
    config_json=text_of(WORDS_CONFIG),
    model_safetensors=safetensors({"embeddings": ([len(WORDS), 2], [number for row in WORDS.values() for number in row])}),
    vocab_txt="".join(word + "\n" for word in WORDS).encode(),
)
write(
    "tiny-forecaster",
    config_json=text_of(FORECASTER_CONFIG),
    model_safetensors=safetensors(
        {
            "simple_rnn/kernel": ([1, 1], [1]),
            "simple_rnn/recurrent_kernel": ([1, 1], [0.5]),
            "simple_rnn/bias": ([1], [0]),
            "dense/kernel": ([1, 2], [1, 0.5]),
            "dense/bias": ([2], [0, 0]),
        },
        doubles={"baseline/linear/kernel": ([2, 2], [-1, -2, 2, 3]), "baseline/linear/bias": ([2], [0, 0])},
    ),
    vocab_txt=None,
)
write(
    "tiny-adder",
    config_json=text_of(ADDER_CONFIG),
    model_safetensors=safetensors(
        {
            "simple_rnn/kernel": ([2, 2], ONES),
            "simple_rnn/recurrent_kernel": ([2, 2], ONES),
            "simple_rnn/bias": ([2], [0, 0]),
            "dense/kernel": ([2, 2], ONES),
            "dense/bias": ([2], [0, 0]),
        }
    ),
    vocab_txt=None,
)
write(
    "tiny-weather",
    config_json=text_of(WEATHER_CONFIG),
    model_safetensors=safetensors(
        {
            "simple_rnn/kernel": ([4, 1], [1, -2, 0, 0]),
            "simple_rnn/recurrent_kernel": ([1, 1], [0]),
            "simple_rnn/bias": ([1], [0]),
            "dense/kernel": ([1, 2], [-1, 1]),
            "dense/bias": ([2], [0, 0]),
        }
    ),
    vocab_txt=None,
)
write("without-config", config_json=None)
write("without-weights", model_safetensors=None)
write("without-vocabulary", vocab_txt=None)
write("damaged-config", config_json=b'{"format_version": 1,\n')
write("newer-format", config_json=text_of({**CONFIG, "format_version": 999}))
write("misspelt-layer", config_json=misspelt())
write("truncated-weights", model_safetensors=whole[:-8])
write("truncated-header", model_safetensors=whole[:100])
write("lying-header", model_safetensors=struct.pack("<Q", 1 << 60) + whole[8:])
write("lying-offsets", model_safetensors=whole.replace(b'"data_offsets": [0, 20]', b'"data_offsets": [0, 99]'))
write("wrong-shapes", model_safetensors=safetensors({**WEIGHTS, "dense/kernel": ([2, 1], [-2.0, 2.0])}))
write("missing-weight", model_safetensors=safetensors({name: each for name, each in WEIGHTS.items() if name != "dense/bias"}))
