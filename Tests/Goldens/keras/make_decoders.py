"""Writes decoders.txt: encoders and decoders in Keras 3, what they answer, and ten steps of Adam.

    pip install tensorflow-cpu keras
    python make_decoders.py

Both share one Embedding. A decoder reads id 2 and then its target but for the last id. `layer` lines are the
encoder's, `decoder` lines the decoder's.
"""

import os

import make_goldens as goldens
from make_goldens import HERE, MASKS, Stream, keras, np, numbers, tf

START = 2
TARGETS = [[(3 * r + t * t) % 10 + 1 for t in range(5)] for r in range(6)]


def recurrent(text, **options):
    kind, units, *flags = text.split()
    if kind == "gru":
        options["reset_after"] = "before" not in flags
    made = {"lstm": keras.layers.LSTM, "gru": keras.layers.GRU, "simple_rnn": keras.layers.SimpleRNN}[kind]
    return made(int(units), return_sequences=True, **options)


def build(encoder, decoder, seed):
    """The weights are drawn in this order: the table, the encoder's layers, the decoder's."""
    embedding = keras.layers.Embedding(11, 4, mask_zero=True)
    source, target = keras.Input((None,), dtype="int32"), keras.Input((None,), dtype="int32")
    x = embedding(source)
    layers = [embedding]
    for text in encoder[:-1]:
        if text.startswith("bidirectional"):
            layers.append(keras.layers.Bidirectional(recurrent(text[len("bidirectional concat "):])))
            x = layers[-1](x)
            continue
        layers.append(recurrent(text))
        x = layers[-1](x)
    if encoder[-1].startswith("bidirectional concat"):
        layers.append(keras.layers.Bidirectional(recurrent(encoder[-1][len("bidirectional concat "):], return_state=True)))
        x, *states = layers[-1](x)
        half = len(states) // 2
        states = [keras.layers.Concatenate()([states[i], states[half + i]]) for i in range(half)]
    else:
        layers.append(recurrent(encoder[-1], return_state=True))
        x, *states = layers[-1](x)
    mask = keras.ops.not_equal(source, 0)
    y = embedding(target)
    for index, text in enumerate(decoder):
        if text == "dot_attention":
            context = keras.layers.Attention()([y, x], mask=[None, mask])
            y = keras.layers.Concatenate()([context, y])
        elif text.startswith("dense"):
            _, units, activation = text.split()
            layers.append(keras.layers.Dense(int(units), activation=activation))
            y = layers[-1](y)
        else:
            layers.append(recurrent(text))
            y = layers[-1](y, initial_state=states) if index == 0 else layers[-1](y)
    model = keras.Model([source, target], y)
    stream = Stream(seed)
    for layer in layers:
        layer.set_weights([stream.draw(w.size, 1.0).reshape(w.shape) for w in layer.get_weights()])
    return model


def write(file, name, encoder, decoder, seed):
    model = build(encoder, decoder, seed)
    rows = list(MASKS.values())[:5]
    targets = np.array(TARGETS[:5])
    x = [np.array(rows, dtype="int32"), np.concatenate([np.full((5, 1), START), targets[:, :-1]], axis=1).astype("int32")]
    answers = np.asarray(model(x))
    optimiser = keras.optimizers.Adam(0.01)
    losses = []
    for _ in range(10):
        with tf.GradientTape() as tape:
            loss = keras.losses.SparseCategoricalCrossentropy()(targets, model(x, training=True))
        gradients = tape.gradient(loss, model.trainable_variables)
        optimiser.apply([tf.convert_to_tensor(g) for g in gradients], model.trainable_variables)
        losses.append(float(loss))
    file.write(f"case {name}\nlayer embedding 11 4 mask\n")
    for text in encoder:
        file.write(f"layer {text} sequences\n")
    for text in decoder:
        file.write(f"decoder {text}{'' if text.split()[0] in ('dense', 'attention') else ' sequences'}\n")
    file.write(f"weights {seed} 1.0\nlosses {numbers(losses)}\n")
    for row, target, answer in zip(rows, targets, answers):
        file.write(f"ids {numbers(row)}\ntarget {numbers(target)}\noutput {numbers(answer)}\n")
    file.write("end\n")


if __name__ == "__main__":
    attending = ["dot_attention", "dense 6 tanh", "dense 11 softmax"]
    with open(os.path.join(HERE, "decoders.txt"), "w") as file:
        write(file, "lstm", ["lstm 5"], ["lstm 5", "dense 11 softmax"], 801)
        write(file, "simple_rnn", ["gru 3", "simple_rnn 5"], ["simple_rnn 5", "dense 11 softmax"], 802)
        write(file, "gru, attention", ["gru 5"], ["gru 5", *attending], 803)
        write(file, "gru before, attention", ["gru 5 before"], ["gru 5 before", *attending], 804)
        write(file, "lstm, attention", ["lstm 5"], ["lstm 5", *attending], 805)
        write(file, "bidirectional lstm, attention", ["bidirectional concat lstm 3"], ["lstm 6", *attending], 806)
        write(file, "two and two", ["bidirectional concat gru 2", "lstm 4"], ["lstm 4", "lstm 4", *attending], 807)
