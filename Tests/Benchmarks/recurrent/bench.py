"""LSTM of one sequence: Sluice's compiled network against ONNX Runtime in this process, on the same weights.

Embedding 10,000 x 64 -> LSTM 64 -> Dense 4 softmax, 100 steps, batch 1, one thread each. The rounds of both take
turns, so that what else the machine does falls on both alike. The ratio is that of Sluice's time to the peer's in
the same round; printed are the median round, and the least and the greatest.
"""

import argparse
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

import numpy as np
import onnx
import onnxruntime
from onnx import TensorProto, helper, numpy_helper

VOCABULARY, DIMENSION, UNITS, CLASSES = 10_000, 64, 64, 4
ROOF_GFLOPS = 250.0  # fused multiply-adds of one core with AVX-512, in gigaflops


def make_weights(rng):
    """In Keras's layouts: gates i f c o."""

    def uniform(*shape, limit):
        return rng.uniform(-limit, limit, shape).astype(np.float32)

    bias = uniform(4 * UNITS, limit=0.1)
    bias[UNITS : 2 * UNITS] += 1
    return {
        "embeddings": uniform(VOCABULARY, DIMENSION, limit=0.5),
        "kernel": uniform(DIMENSION, 4 * UNITS, limit=0.14),
        "recurrent": uniform(UNITS, 4 * UNITS, limit=0.14),
        "bias": bias,
        "dense": uniform(UNITS, CLASSES, limit=0.3),
        "dense_bias": uniform(CLASSES, limit=0.1),
    }


def make_onnx(weights):
    """The same network for ONNX, whose gates are i o f c."""

    def gates(matrix):
        i, f, c, o = np.split(matrix, 4, axis=-1)
        return np.concatenate([i, o, f, c], axis=-1)

    constants = {
        "embeddings": weights["embeddings"],
        "W": gates(weights["kernel"]).T[None],
        "R": gates(weights["recurrent"]).T[None],
        "B": np.concatenate([gates(weights["bias"]), np.zeros(4 * UNITS, np.float32)])[None],
        "dense": weights["dense"],
        "dense_bias": weights["dense_bias"],
        "first": np.array([0], np.int64),
    }
    nodes = [
        helper.make_node("Gather", ["embeddings", "ids"], ["rows"]),
        helper.make_node("LSTM", ["rows", "W", "R", "B"], ["", "hidden"], hidden_size=UNITS),
        helper.make_node("Squeeze", ["hidden", "first"], ["state"]),
        helper.make_node("Gemm", ["state", "dense", "dense_bias"], ["logits"]),
        helper.make_node("Softmax", ["logits"], ["output"], axis=-1),
    ]
    graph = helper.make_graph(
        nodes,
        "lstm",
        [helper.make_tensor_value_info("ids", TensorProto.INT64, ["steps", 1])],
        [helper.make_tensor_value_info("output", TensorProto.FLOAT, [1, CLASSES])],
        [numpy_helper.from_array(np.ascontiguousarray(value), name) for name, value in constants.items()],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    onnx.checker.check_model(model)
    return model.SerializeToString()


class Sluice:
    def __init__(self, binary, weights_file):
        sizes = [str(size) for size in (VOCABULARY, DIMENSION, UNITS, CLASSES)]
        self.process = subprocess.Popen(
            [binary, str(weights_file), *sizes], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1
        )

    def ask(self, request):
        self.process.stdin.write(request + "\n")
        self.process.stdin.flush()
        line = self.process.stdout.readline().strip()
        if not line or line.startswith("error"):
            sys.exit(f"the benchmark program answered {line!r} to {request[:40]!r}")
        return line

    def close(self):
        self.process.stdin.close()
        self.process.wait()


class Peer:
    def __init__(self, model):
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        self.session = onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])

    def answer(self, ids):
        return self.session.run(None, {"ids": ids[:, None]})[0][0]

    def median(self, ids, calls):
        # Bound once, so that the peer is not charged for Python's handling of arrays.
        binding = self.session.io_binding()
        binding.bind_cpu_input("ids", np.ascontiguousarray(ids[:, None]))
        binding.bind_output("output")
        times = []
        for _ in range(calls):
            start = time.perf_counter_ns()
            self.session.run_with_iobinding(binding)
            times.append(time.perf_counter_ns() - start)
        return statistics.median(times) / 1000


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", required=True, help="the built RecurrentBenchmark")
    parser.add_argument("--steps", type=int, default=100)
    parser.add_argument("--rounds", type=int, default=40)
    parser.add_argument("--calls", type=int, default=200, help="calls of each in a round")
    arguments = parser.parse_args()

    rng = np.random.default_rng(7)
    weights = make_weights(rng)
    ids = rng.integers(1, VOCABULARY, arguments.steps)
    with tempfile.TemporaryDirectory() as folder:
        weights_file = pathlib.Path(folder) / "weights"
        weights_file.write_bytes(b"".join(value.tobytes() for value in weights.values()))
        sluice = Sluice(arguments.binary, weights_file)
        peer = Peer(make_onnx(weights))
        sluice.ask("ids " + " ".join(map(str, ids)))

        forms = ("computed", "folded")
        expected = peer.answer(ids)
        for form in forms:
            answer = np.array(sluice.ask(f"answer {form}").split(), np.float64)
            difference = np.abs(answer - expected).max()
            if not difference < 1e-5:
                sys.exit(f"{form}: the answers differ by {difference}: {answer} against {expected}")

        times = {name: [] for name in ("peer", *forms)}
        for round_number in range(arguments.rounds + 1):
            took = {"peer": peer.median(ids, arguments.calls)}
            for form in forms:
                took[form] = float(sluice.ask(f"time {form} {arguments.calls}"))
            if round_number > 0:  # the first warms up
                for name, value in took.items():
                    times[name].append(value)

        flops = arguments.steps * 2 * 4 * UNITS * (DIMENSION + UNITS)
        kernels = sluice.ask("kernels")
        print(f"LSTM {DIMENSION}/{UNITS}, {arguments.steps} steps, batch 1, embedding and Dense included; {kernels}")
        print(f"  ONNX Runtime {onnxruntime.__version__:<8}  {statistics.median(times['peer']):6.1f} us")
        for form in forms:
            ratios = [ours / theirs for ours, theirs in zip(times[form], times["peer"])]
            microseconds = statistics.median(times[form])
            memory = int(sluice.ask(f"memory {form}")) / 1e6
            # Folded, half of the arithmetic is not done: the share says what is done of it.
            done = flops if form == "computed" else flops * UNITS / (DIMENSION + UNITS)
            share = done / (microseconds * 1e3) / ROOF_GFLOPS
            print(
                f"  input product {form:<8}{microseconds:6.1f} us  ratio {statistics.median(ratios):.3f} "
                f"({min(ratios):.3f}..{max(ratios):.3f})  {share:.0%} of {ROOF_GFLOPS:.0f} GFLOP/s  {memory:.1f} MB"
            )
        sluice.close()


if __name__ == "__main__":
    main()
