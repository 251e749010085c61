"""Writes recurrent.txt with PyTorch in float64: packed sequences of different lengths, both directions, stacks.

    pip install torch numpy
    python make_goldens.py
"""

import os
import sys

import numpy as np
import torch
from torch.nn.utils.rnn import pack_padded_sequence, pad_packed_sequence

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.dirname(HERE))
from goldens import WORDS, write_case  # noqa: E402
from recurrent_cases import UNITS, Weights, blocks, product, rows, scale  # noqa: E402

CLASSES = {"simple_rnn": torch.nn.RNN, "gru": torch.nn.GRU, "lstm": torch.nn.LSTM}
# PyTorch's gates are i f g o, which are Keras's i f c o, and r z n for Keras's z r h.
ORDER = {"simple_rnn": [0], "gru": [1, 0, 2], "lstm": [0, 1, 2, 3]}


def load(module, suffix, kind, cell):
    kernel, recurrent, bias = cell
    order = ORDER[kind]
    if kind == "gru":
        first, second = bias
    else:
        # PyTorch adds two biases where Keras has one.
        second = 0.25 * bias[::-1]
        first = bias - second
    for name, values in {
        "weight_ih": blocks(kernel, order).T, "weight_hh": blocks(recurrent, order).T,
        "bias_ih": blocks(first, order), "bias_hh": blocks(second, order),
    }.items():
        getattr(module, f"{name}_{suffix}").data = torch.tensor(np.ascontiguousarray(values))


def case(file, seed, kind, units, depth, directions, sequences):
    features = 3
    weights = Weights(seed, scale(units))
    table = torch.tensor(weights.table(features))
    module = CLASSES[kind](
        features, units, num_layers=depth, batch_first=True, bidirectional=directions == 2).double()
    for layer in range(depth):
        inputs = features if layer == 0 else directions * units
        for direction in range(directions):
            suffix = f"l{layer}" + ("_reverse" if direction else "")
            load(module, suffix, kind, weights.cell(kind, inputs, units))
    lines = [f"embedding {WORDS} {features}"]
    for layer in range(depth):
        line = f"{kind} {units}" if directions == 1 else f"bidirectional concat {kind} {units}"
        lines.append(line + (" sequences" if sequences or layer < depth - 1 else ""))

    ids = rows(units)
    padded = torch.zeros(len(ids), max(map(len, ids)), features, dtype=torch.float64)
    for i, row in enumerate(ids):
        padded[i, : len(row)] = table[row]
    packed = pack_padded_sequence(padded, [len(r) for r in ids], batch_first=True, enforce_sorted=False)
    with torch.no_grad():
        outputs, state = module(packed)
    if sequences:
        outputs, lengths = pad_packed_sequence(outputs, batch_first=True)
        answers = [output[:length].numpy() for output, length in zip(outputs, lengths)]
    else:
        hidden = state[0] if kind == "lstm" else state
        # (layers · directions, rows, units): the last layer's directions, forward first.
        answers = torch.cat(list(hidden[-directions:]), dim=1).numpy()
    name = f"{kind} {units}, {depth} deep, {directions} ways" + (", sequences" if sequences else "")
    write_case(file, name, lines, seed, scale(units), ids, answers)


with open(os.path.join(HERE, "recurrent.txt"), "w") as file:
    for seed, (kind, units, directions) in product(CLASSES, UNITS, [1, 2]):
        case(file, 40000 + seed, kind, units, 1, directions, units < 10 and seed % 2 == 0)
    for seed, (kind, directions, sequences) in product(CLASSES, [1, 2], [False, True]):
        case(file, 41000 + seed, kind, 5, 3 if seed % 2 else 2, directions, sequences)
