"""Writes losses.txt: ten steps of Adam on each of Keras's losses, with answers to sequences and to their steps.

    pip install tensorflow-cpu keras
    python make_losses.py

A step's loss counts where its mask says so. Steps are ids, or numbers (`features`, `width` of them a step).
"""

import os

import make_goldens as goldens
from make_goldens import HERE, MASKS, Stream, keras, np, numbers, tf

IDS = list(MASKS.values())


def build(layers, seed):
    kind, *words = layers[0].split()
    if kind != "input":
        return goldens.build(layers, seed, 1.0)
    x = inputs = keras.Input((int(words[0]),) if "vector" in words else (None, int(words[0])))
    for text in layers[1:]:
        x = goldens.layer(text)(x)
    model = keras.Model(inputs, x)
    stream = Stream(seed)
    model.set_weights([stream.draw(w.size, 1.0).reshape(w.shape) for w in model.get_weights()])
    return model


def quantile_loss(quantiles):
    """Keras has none: unit i is of quantile i % count, as targets repeat for each of them."""

    def loss(targets, answers):
        tau = np.resize(quantiles, answers.shape[-1])
        error = targets - answers
        return tf.reduce_mean(tf.maximum(tau * error, (tau - 1) * error))

    return loss


def write(file, name, layers, loss, targets, seed, features=None, smoothing=0.0):
    model = build(layers, seed)
    optimiser = keras.optimizers.Adam(0.01)
    x = np.array(IDS, dtype="int32") if features is None else features
    losses = []
    for _ in range(10):
        with tf.GradientTape() as tape:
            answers = model(x, training=True)
            # The answers carry their mask with them, by which Keras weighs the losses of steps.
            value = loss(targets, answers)
        gradients = tape.gradient(value, model.trainable_variables)
        optimiser.apply([tf.convert_to_tensor(g) for g in gradients], model.trainable_variables)
        losses.append(float(value))
    file.write(f"case {name}\n")
    for text in layers:
        file.write(f"layer {text}\n")
    file.write(f"weights {seed} 1.0\nsmoothing {smoothing}\nlosses {numbers(losses)}\n")
    answers = np.asarray(model(x))
    for row in range(len(x)):
        file.write(f"{'ids' if features is None else 'features'} {numbers(x[row])}\n")
        file.write(f"target {numbers(targets[row])}\noutput {numbers(answers[row])}\n")
    file.write("end\n")


if __name__ == "__main__":
    losses = keras.losses
    stream = Stream(501)
    steps = np.array([[(3 * r + t) % 3 for t in range(9)] for r in range(6)])
    distribution = np.abs(stream.draw(18, 2.0)).reshape(6, 3) + 0.1
    distribution /= distribution.sum(-1, keepdims=True)
    sequences, vectors = stream.draw(6 * 7 * 2, 2.0).reshape(6, 7, 2), stream.draw(6 * 5, 2.0).reshape(6, 5)
    wanted, wanted_steps = stream.draw(12, 4.0).reshape(6, 2), stream.draw(6 * 7, 4.0).reshape(6, 7, 1)
    binary = np.array([[r % 2, r // 2 % 2, 1] for r in range(6)])
    tagger = ["embedding 11 6 mask", "bidirectional concat lstm 5 sequences", "dense 3 softmax"]
    with open(os.path.join(HERE, "losses.txt"), "w") as file:
        write(file, "sparse_steps", tagger, losses.SparseCategoricalCrossentropy(), steps, 701)
        write(
            file, "sparse_steps", ["embedding 11 6 mask", "gru 5 sequences", "dense 3 softmax"],
            losses.SparseCategoricalCrossentropy(), steps, 702)
        for smoothing in [0.0, 0.1]:
            write(
                file, "distribution", ["embedding 11 6 mask", "lstm 5", "dense 3 softmax"],
                losses.CategoricalCrossentropy(label_smoothing=smoothing), distribution, 703, smoothing=smoothing)
            write(
                file, "binary", ["embedding 11 6 mask", "lstm 5", "dense 3 sigmoid"],
                losses.BinaryCrossentropy(label_smoothing=smoothing), binary, 704, smoothing=smoothing)
        for name, loss in {
            "squared": losses.MeanSquaredError(), "absolute": losses.MeanAbsoluteError(),
            "huber 1": losses.Huber(), "huber 0.3": losses.Huber(delta=0.3),
        }.items():
            write(file, name, ["input 2", "gru 5 sequences", "lstm 4", "dense 2 linear"], loss, wanted, 705, sequences)
            write(file, name + " steps", ["input 2", "lstm 5 sequences", "dense 1 linear"], loss, wanted_steps, 706,
                  sequences)
            write(file, name, ["input 5 vector", "dense 7 tanh", "dense 2 linear"], loss, wanted, 707, vectors)
            # Through the slope of the last activation, which the cross-entropies do without.
            for last in ["softmax", "sigmoid", "tanh"]:
                write(file, name, ["embedding 11 6 mask", "lstm 5", "dense 2 " + last], loss, wanted, 708)
        # Series are of one column as often as of several.
        columns = {d: stream.draw(6 * 7 * d, 2.0).reshape(6, 7, d) for d in [1, 3, 5]}
        repeated = np.repeat(stream.draw(12, 4.0).reshape(6, 2), 3, axis=-1)
        repeated_steps = np.repeat(stream.draw(6 * 7, 4.0).reshape(6, 7, 1), 2, axis=-1)
        for d, series in columns.items():
            write(file, "quantile 0.1 0.5 0.9", [f"input {d}", "gru 5 sequences", "lstm 4", "dense 6 linear"],
                  quantile_loss([0.1, 0.5, 0.9]), repeated, 709, series)
            write(file, "quantile 0.25 0.95 steps", [f"input {d}", "lstm 5 sequences", "dense 2 linear"],
                  quantile_loss([0.25, 0.95]), repeated_steps, 710, series)
        write(file, "quantile 0.8", ["embedding 11 6 mask", "lstm 5", "dense 2 tanh"], quantile_loss([0.8]), wanted, 711)
