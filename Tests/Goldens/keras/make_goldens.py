"""Writes the golden files of this folder with Keras 3 in float64.

    pip install tensorflow-cpu keras
    python make_goldens.py
"""

import os
import sys

os.environ["KERAS_BACKEND"] = "tensorflow"
os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
os.environ["CUDA_VISIBLE_DEVICES"] = ""

import keras
import numpy as np
import tensorflow as tf

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.dirname(HERE))
from goldens import Stream, numbers, write_case  # noqa: E402

keras.config.set_floatx("float64")
MASKS = {
    "none": [3, 1, 4, 1, 5, 9, 2, 6, 5],
    "right": [7, 2, 10, 8, 4, 0, 0, 0, 0],
    "left": [0, 0, 0, 1, 6, 9, 3, 3, 2],
    "interior": [2, 0, 7, 0, 0, 1, 8, 2, 10],
    "ends": [0, 5, 3, 0, 8, 9, 7, 0, 0],
    "all": [0, 0, 0, 0, 0, 0, 0, 0, 0],
}


def recurrent(text):
    """A recurrent layer from the words of its golden line: `lstm 5 sequences backwards activation=relu`."""
    kind, units, *flags = text.split()
    options = dict(
        return_sequences="sequences" in flags, go_backwards="backwards" in flags,
        zero_output_for_mask="zero_masked" in flags, use_bias="no_bias" not in flags,
        **dict(flag.split("=") for flag in flags if "=" in flag))
    if kind == "lstm":
        return keras.layers.LSTM(int(units), **options)
    if kind == "gru":
        return keras.layers.GRU(int(units), reset_after="before" not in flags, **options)
    return keras.layers.SimpleRNN(int(units), **options)


class AttentionPooling(keras.layers.Layer):
    """Σ aₜ xₜ with a the softmax of xₜ · w over the steps that are not masked, by Keras's own Softmax."""

    def __init__(self):
        super().__init__()
        self.supports_masking = True
        self.softmax = keras.layers.Softmax(axis=1)

    def build(self, shape):
        self.w = self.add_weight(name="attention", shape=(shape[-1],))

    def call(self, x, mask=None):
        shares = self.softmax(keras.ops.matmul(x, self.w[:, None]), mask[:, :, None])
        # Where all is masked the softmax is that of equal scores, and the sum of nothing is 0.
        return keras.ops.sum(shares * keras.ops.cast(mask, x.dtype)[:, :, None] * x, axis=1)

    def compute_mask(self, *_):
        return None


def layer(text):
    kind, *words = text.split()
    if kind == "embedding":
        return keras.layers.Embedding(int(words[0]), int(words[1]), mask_zero="mask" in words)
    if kind == "bidirectional":
        merge = None if words[0] == "none" else words[0]
        return keras.layers.Bidirectional(recurrent(" ".join(words[1:])), merge_mode=merge)
    if kind == "dense":
        return keras.layers.Dense(int(words[0]), activation=words[1])
    if kind == "normalization":
        return keras.layers.LayerNormalization()
    if kind == "activation":
        return keras.layers.Activation(words[0])
    if kind == "attention":
        return AttentionPooling()
    if kind == "mean":
        return keras.layers.GlobalAveragePooling1D()
    if kind == "max":
        return keras.layers.GlobalMaxPooling1D()
    return recurrent(text)


def build(layers, seed, scale):
    x = inputs = keras.Input((None,), dtype="int32")
    for text in layers:
        x = layer(text)(x)
    model = keras.Model(inputs, x)
    stream = Stream(seed)
    model.set_weights([stream.draw(w.size, scale).reshape(w.shape) for w in model.get_weights()])
    return model


def forward(file, name, layers, rows, seed, scale=1.0):
    model = build(layers, seed, scale)
    outputs = model(np.array(rows, dtype="int32"))
    if not isinstance(outputs, (list, tuple)):
        outputs = [outputs]
    outputs = [np.asarray(o) for o in outputs]
    answers = [np.concatenate([o[i].ravel() for o in outputs]) for i in range(len(rows))]
    write_case(file, name, layers, seed, scale, rows, answers)


def write_forward():
    seed = 1
    with open(os.path.join(HERE, "forward.txt"), "w") as file:
        for kind in ["simple_rnn 5", "gru 5", "gru 5 before", "lstm 5"]:
            for sequences in ["", " sequences"]:
                for backwards in ["", " backwards"]:
                    inner = kind + sequences + backwards
                    rows = list(MASKS.values())
                    seed += 1
                    forward(file, inner, ["embedding 11 3 mask", inner], rows, seed)
                    # Bidirectional refuses a layer that goes backwards already.
                    for merge in [] if backwards else ["concat", "sum", "ave", "mul", "none"]:
                        seed += 1
                        text = f"bidirectional {merge} {inner}"
                        forward(file, text, ["embedding 11 3 mask", text], rows, seed)
        # A layer over the masked output of another, which is where zeros and repeats tell.
        for first in ["lstm 5 sequences", "bidirectional concat gru 5 sequences", "gru 4 sequences backwards"]:
            for second in ["simple_rnn 3", "bidirectional sum lstm 3", "mean", "dense 4 tanh"]:
                seed += 1
                forward(
                    file, f"{first}, {second}", ["embedding 11 3 mask", first, second],
                    # Keras's mean of nothing is not a number.
                    [r for n, r in MASKS.items() if n != "all"], seed,
                )
        for kind in ["simple_rnn", "gru", "lstm"]:
            for units in [1, 7, 16, 33, 65]:
                seed += 1
                forward(
                    file, f"{kind} {units}", ["embedding 11 7 mask", f"{kind} {units}"],
                    [MASKS["none"], MASKS["interior"]], seed, 1.0 if units < 10 else 0.25,
                )
                seed += 1
                forward(
                    file, f"bidirectional {kind} {units}",
                    ["embedding 11 1 mask", f"bidirectional concat {kind} {units}"],
                    [MASKS["none"], MASKS["ends"]], seed, 1.0 if units < 10 else 0.25,
                )
            seed += 1
            forward(file, f"{kind}, one step", ["embedding 11 3 mask", f"{kind} 4 sequences"], [[5], [0]], seed)
            seed += 1
            forward(
                file, f"{kind}, no mask", ["embedding 11 3", f"{kind} 4 sequences"],
                [MASKS["none"], MASKS["interior"], MASKS["all"]], seed,
            )
        for activation in ["linear", "tanh", "sigmoid", "relu", "softmax"]:
            seed += 1
            forward(
                file, f"dense {activation}", ["embedding 11 3 mask", "lstm 6", f"dense 5 {activation}"],
                list(MASKS.values()), seed,
            )
            seed += 1
            forward(
                file, f"dense {activation} of steps", ["embedding 11 3 mask", f"dense 5 {activation}"],
                list(MASKS.values()), seed,
            )
        for pool in ["mean", "max"]:
            seed += 1
            forward(
                file, f"{pool} without a mask", ["embedding 11 6", "lstm 5 sequences", pool],
                [MASKS["none"], MASKS["interior"]], seed,
            )


SHORT = [[3, 1, 4, 10], [7, 2, 0, 0], [0, 0, 6, 5], [2, 0, 0, 9], [0, 0, 0, 0]]


def write_shapes():
    """Every cell in every direction and merge, of one unit, of seven and of one more than a whole vector."""
    seed = 20000
    with open(os.path.join(HERE, "shapes.txt"), "w") as file:
        for kind, flag in [("simple_rnn", ""), ("gru", ""), ("gru", " before"), ("lstm", "")]:
            for units in [1, 7, 65]:
                inner = f"{kind} {units}{flag}"
                ways = [inner, inner + " backwards"]
                ways += [f"bidirectional {merge} {inner}" for merge in ["concat", "sum", "ave", "mul", "none"]]
                for way in ways:
                    seed += 1
                    rows, scale = (SHORT, 1.0) if units < 65 else ([SHORT[2]], 0.25)
                    sequences = " sequences" if units < 65 and seed % 2 else ""
                    forward(file, way + sequences, ["embedding 11 3 mask", way + sequences], rows, seed, scale)
                    if units == 7:
                        forward(
                            file, f"{way}, one step", ["embedding 11 3 mask", way + " sequences"], [[5], [0]],
                            seed + 1000)


def write_layers():
    """The layers that are not recurrent, and the options of those that are."""
    seed = 30000
    with open(os.path.join(HERE, "layers.txt"), "w") as file:

        def case(*layers, rows=SHORT, scale=2.0):
            nonlocal seed
            seed += 1
            forward(file, ", ".join(layers), ["embedding 11 5 mask", *layers], rows, seed, scale)

        for activation in ["elu", "selu", "gelu", "softplus", "softsign", "silu", "hard_sigmoid", "leaky_relu",
                           "exponential"]:
            case("lstm 6", f"dense 9 {activation}")
            case(f"dense 9 {activation}")
            case(f"activation {activation}", scale=8.0)
        for activation in ["tanh", "softmax"]:
            case(f"activation {activation}", "gru 3")
        for around in ["normalization", "lstm 7 sequences, normalization, gru 3", "simple_rnn 9, normalization"]:
            case(*around.split(", "))
        for before in ["lstm 6 sequences", "bidirectional concat gru 3 sequences", "gru 9 sequences backwards"]:
            case(before, "attention")
        case("attention", scale=8.0)
        for kind in ["simple_rnn 5", "gru 5", "gru 5 before", "lstm 5"]:
            case(kind + " no_bias")
            case(f"bidirectional concat {kind} no_bias sequences")
            case(kind + " sequences zero_masked")
            case(kind + " sequences backwards zero_masked", "lstm 3")


ACTIVATIONS = ["linear", "tanh", "sigmoid", "relu", "softmax", "elu", "selu", "gelu", "softplus", "softsign", "silu",
               "hard_sigmoid", "leaky_relu", "exponential"]


def write_activations():
    """Recurrent layers with other activations than tanh and the sigmoid."""
    seed = 40000
    with open(os.path.join(HERE, "activations.txt"), "w") as file:

        def case(*layers):
            nonlocal seed
            seed += 1
            forward(file, ", ".join(layers), ["embedding 11 3 mask", *layers], SHORT, seed)

        for kind in ["simple_rnn 5", "gru 5", "gru 5 before", "lstm 5"]:
            for activation in ACTIVATIONS:
                if activation != "tanh":
                    case(f"{kind} activation={activation} sequences")
                if activation != "sigmoid" and kind != "simple_rnn 5":
                    case(f"{kind} recurrent_activation={activation}")
            both = kind + " activation=relu" + ("" if kind == "simple_rnn 5" else " recurrent_activation=hard_sigmoid")
            case(both + " backwards no_bias")
            case(f"bidirectional concat {both} sequences", both)
    cases = {}
    for kind in ["simple_rnn 7", "gru 7", "gru 7 before", "lstm 7"]:
        for main, gates in [("relu", "hard_sigmoid"), ("gelu", "softsign"), ("linear", "silu")]:
            inner = f"{kind} activation={main}"
            if kind != "simple_rnn 7":
                inner += f" recurrent_activation={gates}"
            cases[inner] = (["embedding 11 6 mask", inner, "dense 3 softmax"], 0.0)
    write_steps("activations_training.txt", 9501, cases)


COURSE = [
    "embedding 11 16 mask", "bidirectional concat simple_rnn 64 sequences",
    "bidirectional concat simple_rnn 64 sequences", "simple_rnn 64", "dense 3 softmax",
]


def write_course():
    with open(os.path.join(HERE, "course.txt"), "w") as file:
        forward(file, "the course's network", COURSE, list(MASKS.values()), 4001, 0.25)


def write_optimisers():
    """Five steps on given gradients; the weights after each. The second weight is the table of an embedding."""
    optimisers = keras.optimizers
    with open(os.path.join(HERE, "optimisers.txt"), "w") as file:
        for name, make in {
            "adam": optimisers.Adam,
            "adam beta_1 0.8 beta_2 0.95 epsilon 0.001": lambda **o: optimisers.Adam(
                beta_1=0.8, beta_2=0.95, epsilon=0.001, **o),
            "rmsprop": optimisers.RMSprop,
            "rmsprop rho 0.7 epsilon 0.01": lambda **o: optimisers.RMSprop(rho=0.7, epsilon=0.01, **o),
            "sgd": optimisers.SGD,
            "sgd momentum 0.9": lambda **o: optimisers.SGD(momentum=0.9, **o),
            "sgd momentum 0.6 nesterov": lambda **o: optimisers.SGD(momentum=0.6, nesterov=True, **o),
        }.items():
            for also, options in {
                "": {},
                " global_clipnorm 0.75": dict(global_clipnorm=0.75),
                " clipnorm 0.9": dict(clipnorm=0.9),
                " clipvalue 0.3": dict(clipvalue=0.3),
                " weight_decay 0.02": dict(weight_decay=0.02),
            }.items():
                stream = Stream(77)
                weights = [keras.Variable(stream.draw(n, 1.0)) for n in (19, 6)]
                optimiser = make(learning_rate=0.01, **options)
                optimiser.build(weights)
                file.write(f"case {name}{also}\n")
                for _ in range(5):
                    optimiser.apply([keras.ops.convert_to_tensor(stream.draw(w.shape[0], 2.0)) for w in weights])
                    file.write(f"after {numbers(np.concatenate([np.asarray(w) for w in weights]))}\n")
                file.write("end\n")


def write_training():
    cases = {
        "lstm": (["embedding 11 6 mask", "lstm 7", "dense 3 softmax"], 0.0),
        "label smoothing": (["embedding 11 6 mask", "lstm 7", "dense 3 softmax"], 0.1),
        "sample weights": (["embedding 11 6 mask", "lstm 7", "dense 3 softmax"], 0.1),
        "gru": (["embedding 11 6 mask", "gru 7", "dense 3 softmax"], 0.0),
        "gru, reset before": (["embedding 11 6 mask", "gru 7 before", "dense 3 softmax"], 0.0),
        "simple_rnn": (["embedding 11 6 mask", "simple_rnn 7", "dense 3 softmax"], 0.0),
        "stacked": (
            ["embedding 11 6 mask", "bidirectional concat lstm 5 sequences", "bidirectional ave gru 4", "dense 8 relu",
             "dense 3 softmax"], 0.0),
        "product": (
            ["embedding 11 6 mask", "bidirectional mul simple_rnn 5 sequences", "gru 4 backwards", "dense 3 softmax"],
            0.05),
        "normalised": (
            ["embedding 11 6 mask", "gru 7 sequences", "normalization", "attention", "dense 5 gelu",
             "dense 3 softmax"], 0.0),
    }
    for optimiser in ["sgd momentum 0.9", "rmsprop", "adam", "adamw weight_decay 0.02"]:
        for inner in ["lstm 7", "gru 7", "gru 7 before", "simple_rnn 7", "bidirectional concat lstm 5"]:
            cases[f"{optimiser} on {inner}"] = (["embedding 11 6 mask", inner, "dense 3 softmax"], 0.0)
    write_steps("training.txt", 9001, cases)


def write_steps(name, first_seed, cases):
    """Ten steps on one batch: the loss before each, and what the network answers after them."""
    rows = [r for r in MASKS.values()]
    labels = [0, 1, 2, 1, 2, 0]

    def make(name):
        optimisers = keras.optimizers
        match name.split()[0]:
            case "sgd":
                return optimisers.SGD(0.01, momentum=0.9)
            case "rmsprop":
                return optimisers.RMSprop(0.01)
            case "adamw":
                return optimisers.AdamW(0.01, weight_decay=0.02)
            case _:
                return optimisers.Adam(0.01)

    with open(os.path.join(HERE, name), "w") as file:
        for seed, (name, (layers, smoothing)) in enumerate(cases.items(), start=first_seed):
            model = build(layers, seed, 1.0)
            loss_of = keras.losses.CategoricalCrossentropy(label_smoothing=smoothing)
            optimiser = make(name)
            x, y = np.array(rows, dtype="int32"), np.eye(3)[labels]
            weights = np.array([1, 3, 0.5, 0, 2, 1]) if name == "sample weights" else np.ones(6)
            losses = []
            for _ in range(10):
                with tf.GradientTape() as tape:
                    loss = loss_of(y, model(x, training=True), sample_weight=weights)
                gradients = tape.gradient(loss, model.trainable_variables)
                # Keras squares the parts of a row that occurs twice in a batch one by one; Adam as it is defined
                # squares their sum, which is what a dense gradient gives.
                optimiser.apply([tf.convert_to_tensor(g) for g in gradients], model.trainable_variables)
                losses.append(float(loss))
            file.write(f"case {name}\n")
            for text in layers:
                file.write(f"layer {text}\n")
            file.write(f"weights {seed} 1.0\n")
            file.write(f"smoothing {smoothing}\nrate 0.01\nlabels {' '.join(map(str, labels))}\n")
            file.write(f"sample_weights {numbers(weights)}\n")
            file.write(f"losses {numbers(losses)}\n")
            answers = np.asarray(model(x))
            for row, answer in zip(rows, answers):
                file.write(f"ids {' '.join(map(str, row))}\noutput {numbers(answer)}\n")
            file.write("end\n")


if __name__ == "__main__":
    write_forward()
    write_shapes()
    write_layers()
    write_activations()
    write_course()
    write_optimisers()
    write_training()
