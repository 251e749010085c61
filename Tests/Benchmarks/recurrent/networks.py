"""The networks of the benchmark for ONNX Runtime, on weights that Sluice is given too.

Embedding 10,000 x 64 -> LSTM, GRU or Bidirectional(LSTM) of 64 units -> Dense 4 with softmax.
"""

import pathlib
import statistics
import tempfile
import time

import numpy as np
import onnx
import onnxruntime
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic

from sizes import CLASSES, FEATURES, UNITS, VOCABULARY

DIRECTIONS = {"lstm": 1, "gru": 1, "bilstm": 2}


def make_weights(layer, rng):
    """In Keras's order and layouts: LSTM gates i f c o; GRU gates z r h with two biases (reset_after)."""

    def uniform(*shape, limit):
        return rng.uniform(-limit, limit, shape).astype(np.float32)

    gates = 3 if layer == "gru" else 4
    weights = [uniform(VOCABULARY, FEATURES, limit=0.5)]
    for _ in range(DIRECTIONS[layer]):
        bias = uniform(2, gates * UNITS, limit=0.1) if layer == "gru" else uniform(gates * UNITS, limit=0.1)
        if layer != "gru":
            bias[UNITS : 2 * UNITS] += 1
        weights += [uniform(FEATURES, gates * UNITS, limit=0.14), uniform(UNITS, gates * UNITS, limit=0.14), bias]
    return [*weights, uniform(DIRECTIONS[layer] * UNITS, CLASSES, limit=0.3), uniform(CLASSES, limit=0.1)]


def make_onnx(layer, weights, states=()):
    """The same network over ids (steps, rows). ONNX's LSTM gates are i o f c, its GRU's z r h as Keras's.

    states: ("hidden", "cell") or ("hidden",), where they go in (hidden_before) and out (hidden), (1, rows, units).
    """
    operator = "GRU" if layer == "gru" else "LSTM"
    directions = DIRECTIONS[layer]

    def gates(values):
        if operator == "GRU":
            return values
        i, f, c, o = np.split(values, 4, axis=-1)
        return np.concatenate([i, o, f, c], axis=-1)

    def both_biases(bias):
        return bias.ravel() if operator == "GRU" else np.concatenate([gates(bias), np.zeros_like(bias)])

    def carried(name):
        return helper.make_tensor_value_info(name, TensorProto.FLOAT, [1, "rows", UNITS])

    embeddings, *cells, dense, dense_bias = weights
    cells = [cells[3 * d : 3 * d + 3] for d in range(directions)]
    constants = {
        "embeddings": embeddings,
        "W": np.stack([gates(kernel).T for kernel, _, _ in cells]),
        "R": np.stack([gates(recurrent).T for _, recurrent, _ in cells]),
        "B": np.stack([both_biases(bias) for _, _, bias in cells]),
        "dense": dense,
        "dense_bias": dense_bias,
        "shape": np.array([-1, directions * UNITS], np.int64),
    }
    options = {"hidden_size": UNITS, "direction": "bidirectional" if directions == 2 else "forward"}
    if operator == "GRU":
        options["linear_before_reset"] = 1
    nodes = [
        helper.make_node("Gather", ["embeddings", "ids"], ["rows"]),
        helper.make_node(
            operator, ["rows", "W", "R", "B", *([""] if states else []), *(f"{state}_before" for state in states)],
            ["", "hidden", *states[1:]], **options,
        ),
        helper.make_node("Transpose", ["hidden"], ["by_row"], perm=[1, 0, 2]),
        helper.make_node("Reshape", ["by_row", "shape"], ["state"]),
        helper.make_node("Gemm", ["state", "dense", "dense_bias"], ["logits"]),
        helper.make_node("Softmax", ["logits"], ["output"], axis=-1),
    ]
    graph = helper.make_graph(
        nodes,
        layer,
        [
            helper.make_tensor_value_info("ids", TensorProto.INT64, ["steps", "rows"]),
            *(carried(f"{state}_before") for state in states),
        ],
        [
            helper.make_tensor_value_info("output", TensorProto.FLOAT, ["rows", CLASSES]),
            *(carried(state) for state in states),
        ],
        [numpy_helper.from_array(np.ascontiguousarray(value), name) for name, value in constants.items()],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    onnx.checker.check_model(model)
    return model.SerializeToString()


def quantized(model):
    """ONNX Runtime's dynamic 8-bit form of the recurrent layer; the embedding stays as it is, which is faster."""
    with tempfile.TemporaryDirectory() as folder:
        plain, eight_bits = pathlib.Path(folder) / "plain.onnx", pathlib.Path(folder) / "int8.onnx"
        plain.write_bytes(model)
        quantize_dynamic(plain, eight_bits, op_types_to_quantize=["LSTM"], weight_type=QuantType.QInt8)
        return eight_bits.read_bytes()


class OnnxRuntime:
    """A model on one thread."""

    def __init__(self, model):
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        self.session = onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])

    def answer(self, ids):
        """ids (rows, steps) -> (rows, classes)."""
        return self.session.run(None, {"ids": ids.T})[0]

    def median(self, ids, calls):
        # Bound once, so that the peer is not charged for Python's handling of arrays.
        binding = self.session.io_binding()
        binding.bind_cpu_input("ids", np.ascontiguousarray(ids.T))
        binding.bind_output("output")
        times = []
        for _ in range(calls):
            start = time.perf_counter_ns()
            self.session.run_with_iobinding(binding)
            times.append(time.perf_counter_ns() - start)
        return statistics.median(times) / 1000


class OnnxRuntimeSteps(OnnxRuntime):
    """A model that is given one id at a time, with the states that it left."""

    def __init__(self, model, states):
        super().__init__(model)
        self.states = states

    def answer(self, ids):
        """ids (steps) -> (classes)."""
        left = [np.zeros((1, 1, UNITS), np.float32) for _ in self.states]
        for step in ids:
            inputs = {f"{state}_before": value for state, value in zip(self.states, left)}
            output, *left = self.session.run(None, {"ids": np.array([[step]]), **inputs})
        return output[0]

    def median(self, ids, calls):
        # Two bindings take turns, each reading what the other has left, so that nothing is copied.
        zeros = np.zeros((1, 1, UNITS), np.float32)
        values = [
            {state: onnxruntime.OrtValue.ortvalue_from_numpy(zeros.copy()) for state in self.states} for _ in range(2)
        ]
        bindings = []
        for before, after in (values, values[::-1]):
            binding = self.session.io_binding()
            binding.bind_cpu_input("ids", np.array([[ids[0]]]))
            binding.bind_output("output")
            for state in self.states:
                binding.bind_ortvalue_input(f"{state}_before", before[state])
                binding.bind_ortvalue_output(state, after[state])
            bindings.append(binding)
        times = []
        for call in range(calls):
            binding = bindings[call % 2]
            start = time.perf_counter_ns()
            self.session.run_with_iobinding(binding)
            times.append(time.perf_counter_ns() - start)
        return statistics.median(times) / 1000
