"""Writes recurrent.txt with ONNX Runtime in float32: the operators RNN, GRU (both resets) and LSTM with sequence_lens,
in each direction, and stacks of them.

    pip install onnx onnxruntime numpy
    python make_goldens.py
"""

import os
import sys

import numpy as np
import onnxruntime
from onnx import TensorProto, helper, numpy_helper

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.dirname(HERE))
from goldens import WORDS, write_case  # noqa: E402
from recurrent_cases import UNITS, Weights, blocks, product, rows, scale  # noqa: E402

OPERATORS = {"simple_rnn": "RNN", "gru": "GRU", "lstm": "LSTM"}
# ONNX has i o f c for Keras's i f c o; z r h are the same.
ORDER = {"simple_rnn": [0], "gru": [0, 1, 2], "lstm": [0, 3, 1, 2]}
DIRECTIONS = {"forward": 1, "reverse": 1, "bidirectional": 2}


def onnx_cell(kind, cell):
    """W (g·u, D), R (g·u, u) and B (2·g·u), the biases of the inputs and of the recurrence."""
    kernel, recurrent, bias = cell
    order = ORDER[kind]
    first, second = bias if bias.ndim == 2 else (bias, np.zeros_like(bias))
    return (
        blocks(kernel, order).T, blocks(recurrent, order).T,
        np.concatenate([blocks(first, order), blocks(second, order)]),
    )


def run(kind, direction, reset_after, units, cells, x, lengths):
    """One operator: x (T, rows, D) → the outputs (T, rows, directions · u) and last states (rows, directions · u)."""
    w, r, b = (np.stack(parts).astype(np.float32) for parts in zip(*(onnx_cell(kind, c) for c in cells)))
    options = dict(hidden_size=units, direction=direction)
    if kind == "gru":
        options["linear_before_reset"] = int(reset_after)
    node = helper.make_node(
        OPERATORS[kind], ["x", "w", "r", "b", "lengths"], ["y", "h"], **options)
    graph = helper.make_graph(
        [node], "case",
        [helper.make_tensor_value_info("x", TensorProto.FLOAT, list(x.shape)),
         helper.make_tensor_value_info("lengths", TensorProto.INT32, [x.shape[1]])],
        [helper.make_tensor_value_info(name, TensorProto.FLOAT, None) for name in ("y", "h")],
        [numpy_helper.from_array(value, name) for name, value in (("w", w), ("r", r), ("b", b))])
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)])
    model.ir_version = 9
    session = onnxruntime.InferenceSession(model.SerializeToString(), providers=["CPUExecutionProvider"])
    y, h = session.run(None, {"x": x.astype(np.float32), "lengths": np.array(lengths, dtype=np.int32)})
    # (T, directions, rows, u) and (directions, rows, u)
    return np.concatenate(list(y.transpose(1, 0, 2, 3)), axis=-1), np.concatenate(list(h), axis=-1)


def case(file, seed, kind, flag, units, depth, direction, sequences):
    features = 3
    weights = Weights(seed, scale(units))
    table = weights.table(features)
    ids = rows(units)
    lengths = [len(row) for row in ids]
    x = np.zeros((max(lengths), len(ids), features))
    for i, row in enumerate(ids):
        x[: len(row), i] = table[row]
    lines = [f"embedding {WORDS} {features}"]
    for layer in range(depth):
        cells = [weights.cell(kind, x.shape[2], units, flag == "") for _ in range(DIRECTIONS[direction])]
        x, last = run(kind, direction, flag == "", units, cells, x, lengths)
        line = f"{kind} {units}{flag}"
        line = f"bidirectional concat {line}" if direction == "bidirectional" else line
        line += " backwards" if direction == "reverse" else ""
        lines.append(line + (" sequences" if sequences or layer < depth - 1 else ""))
    answers = last
    if sequences:
        answers = [x[:length, i] for i, length in enumerate(lengths)]
        # Keras's go_backwards leaves the outputs in the order in which they were computed.
        answers = [answer[::-1] for answer in answers] if direction == "reverse" else answers
    name = f"{kind}{flag} {units}, {depth} deep, {direction}" + (", sequences" if sequences else "")
    write_case(file, name, lines, seed, scale(units), ids, answers)


KINDS = [("simple_rnn", ""), ("gru", ""), ("gru", " before"), ("lstm", "")]
with open(os.path.join(HERE, "recurrent.txt"), "w") as file:
    for seed, ((kind, flag), units, direction) in product(KINDS, UNITS, DIRECTIONS):
        case(file, 50000 + seed, kind, flag, units, 1, direction, units < 10 and seed % 2 == 0)
    for seed, ((kind, flag), direction, sequences) in product(KINDS, ["forward", "bidirectional"], [False, True]):
        case(file, 51000 + seed, kind, flag, 5, 3 if seed % 2 else 2, direction, sequences)
