"""Writes states.txt: sequences read in two pieces by Keras's layers, the second with the state of the first.

    pip install tensorflow-cpu keras
    python make_states.py

`hidden` and `cell` are the states after the first piece (`return_state`), then those after the second, which begins
with the first ones (`initial_state`); `output` is that of the second piece. Its first step is not masked: there Keras
answers 0, as if nothing had been read.
"""

import os

from make_goldens import HERE, MASKS, build, keras, np, numbers

SPLIT = 5


def write(file, kind, seed):
    layers = ["embedding 11 3 mask", kind + " sequences"]
    embedding, built = build(layers, seed, 1.0).layers[1:]
    layer = type(built).from_config(built.get_config() | {"return_state": True})
    file.write(f"case {kind}\n")
    for text in layers:
        file.write(f"layer {text}\n")
    file.write(f"weights {seed} 1.0\nsplit {SPLIT}\n")
    for name in ["none", "right", "left", "interior"]:
        ids = np.array([MASKS[name]], dtype="int32")
        if ids[0, SPLIT] == 0:
            ids[0, SPLIT] = 6
        file.write(f"ids {numbers(ids[0])}\n")
        state = None
        for piece in [ids[:, :SPLIT], ids[:, SPLIT:]]:
            x = embedding(piece)
            if state is None and not layer.built:
                layer(x)
                layer.set_weights(built.get_weights())
            output, *state = layer(x, mask=embedding.compute_mask(piece), initial_state=state)
            file.write(f"hidden {numbers(np.asarray(state[0])[0])}\n")
            if len(state) > 1:
                file.write(f"cell {numbers(np.asarray(state[1])[0])}\n")
        file.write(f"output {numbers(np.asarray(output)[0])}\n")
    file.write("end\n")


if __name__ == "__main__":
    with open(os.path.join(HERE, "states.txt"), "w") as file:
        for seed, kind in enumerate(["simple_rnn 5", "gru 5", "gru 5 before", "lstm 5"]):
            write(file, kind, 801 + seed)
