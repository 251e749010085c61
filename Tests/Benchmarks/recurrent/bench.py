"""Sluice's recurrent networks beside ONNX Runtime, PyTorch and Keras, on the same sizes and the same machine.

Embedding 10,000 x 64 -> 64 units -> Dense 4, 100 steps. Every line is a ratio to a peer of the same run: rounds of
both take turns, so that what else the machine does falls on both alike; printed are the medians of the rounds, and
the least and the greatest ratio. Answers are compared with the peer's before anything is timed.
"""

import argparse
import contextlib
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

import numpy as np

import networks
from sizes import BATCH, CLASSES, FEATURES, STEPS, UNITS, VOCABULARY

HERE = pathlib.Path(__file__).parent


class Worker:
    """A process that answers a line with a line."""

    def __init__(self, *command):
        self.process = subprocess.Popen(
            [str(word) for word in command],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            bufsize=1,
        )

    def ask(self, request):
        self.process.stdin.write(request + "\n")
        self.process.stdin.flush()
        line = self.process.stdout.readline().strip()
        if not line or line.startswith("error"):
            sys.exit(f"{self.process.args} answered {line!r} to {request[:40]!r}")
        return line

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.stdin.close()
        self.process.wait()


def spread(ratios):
    return f"{statistics.median(ratios):5.2f} ({min(ratios):.2f}..{max(ratios):.2f})"


def take_turns(rounds, timers):
    """The values of each timer, round by round; the first round warms up and is left out."""
    values = {name: [] for name in timers}
    for number in range(rounds + 1):
        for name, timer in timers.items():
            value = timer()
            if number > 0:
                values[name].append(value)
    return values


def compare(name, got, wanted, tolerance):
    difference = np.abs(got - wanted).max()
    if not difference < tolerance:
        sys.exit(f"{name}: the answers differ by {difference}, more than {tolerance}")


GATES = {"lstm": 4, "bilstm": 4, "gru": 3}


def peak(binary):
    """What one core's multiply-adds come to at most, in GFLOP/s; 0 where that is not known."""
    with Worker(binary, "peak") as worker:
        return max(float(worker.ask("time 2000000")) for _ in range(10))


def operations(layer, rows, form):
    """Multiplications and additions of an answer: of the input product where it is computed, and the recurrent one."""
    inputs = FEATURES if form == "computed" else 0
    ways = 2 if layer == "bilstm" else 1
    return 2 * rows * STEPS * ways * GATES[layer] * UNITS * (inputs + UNITS)


def share(flop, microseconds, roof, threads=1):
    """How much of the roof was reached, as a note."""
    return f", {flop / microseconds / 1000 / (roof * threads):.0%} of the peak" if roof > 0 else ""


def answering(binary, layer, rows, rounds, calls, roof):
    """One layer of one sequence, or of several at once."""
    rng = np.random.default_rng(7)
    weights = networks.make_weights(layer, rng)
    ids = rng.integers(1, VOCABULARY, (rows, STEPS))
    model = networks.make_onnx(layer, weights)
    peers = {"ONNX Runtime": networks.OnnxRuntime(model)}
    forms = {"computed": "ONNX Runtime", "folded": "ONNX Runtime"}
    if layer == "lstm" and rows == 1:
        peers["ONNX Runtime int8"] = networks.OnnxRuntime(networks.quantized(model))
        forms |= {"int8": "ONNX Runtime int8", "int8-folded": "ONNX Runtime int8"}
    with tempfile.TemporaryDirectory() as folder:
        weights_file = pathlib.Path(folder) / "weights"
        weights_file.write_bytes(b"".join(value.tobytes() for value in weights))
        with Worker(binary, "answer", layer, weights_file) as sluice:
            sluice.ask(f"rows {rows}")
            sluice.ask("ids " + " ".join(map(str, ids.ravel())))
            wanted = peers["ONNX Runtime"].answer(ids)
            for form in forms:
                got = np.array(sluice.ask(f"answer {form}").split(), np.float64).reshape(wanted.shape)
                compare(f"{layer} {form}", got, wanted, 2e-2 if form.startswith("int8") else 1e-5)
            if "ONNX Runtime int8" in peers:
                compare("ONNX Runtime int8", peers["ONNX Runtime int8"].answer(ids), wanted, 2e-2)

            timers = {name: lambda peer=peer: peer.median(ids, calls) for name, peer in peers.items()}
            timers |= {form: lambda form=form: float(sluice.ask(f"time {form} {calls}")) for form in forms}
            times = take_turns(rounds, timers)
            memory = {form: int(sluice.ask(f"memory {form}")) / 1e6 for form in forms}
    title = f"{layer}, batch {rows}"
    for name in peers:
        print(f"  {title:<17} {name:<18} {statistics.median(times[name]):8.1f} us")
    for form, peer in forms.items():
        ratios = [ours / theirs for ours, theirs in zip(times[form], times[peer])]
        microseconds = statistics.median(times[form])
        reached = "" if form.startswith("int8") else share(operations(layer, rows, form), microseconds, roof)
        print(
            f"  {title:<17} {form:<18} {microseconds:8.1f} us  {spread(ratios)} of {peer}, {memory[form]:.1f} MB"
            f"{reached}",
            flush=True,
        )


def steps(binary, layer, rounds, calls):
    """One id at a time, from the state of those before it, with the output after each."""
    rng = np.random.default_rng(7)
    weights = networks.make_weights(layer, rng)
    ids = rng.integers(1, VOCABULARY, STEPS)
    states = ("hidden",) if layer == "gru" else ("hidden", "cell")
    peer = networks.OnnxRuntimeSteps(networks.make_onnx(layer, weights, states), states)
    with tempfile.TemporaryDirectory() as folder:
        weights_file = pathlib.Path(folder) / "weights"
        weights_file.write_bytes(b"".join(value.tobytes() for value in weights))
        with Worker(binary, "answer", layer, weights_file) as sluice:
            sluice.ask("ids " + " ".join(map(str, ids)))
            got = np.array(sluice.ask("answer-steps computed").split(), np.float64)
            compare(f"{layer}, step by step", got, peer.answer(ids), 1e-5)
            times = take_turns(
                rounds,
                {
                    "peer": lambda: peer.median(ids, calls),
                    "computed": lambda: float(sluice.ask(f"step computed {calls}")),
                    "folded": lambda: float(sluice.ask(f"step folded {calls}")),
                },
            )
    title = f"{layer}, one step"
    print(f"  {title:<17} {'ONNX Runtime':<18} {statistics.median(times['peer']):8.2f} us")
    for form in ("computed", "folded"):
        ratios = [ours / theirs for ours, theirs in zip(times[form], times["peer"])]
        print(f"  {title:<17} {form:<18} {statistics.median(times[form]):8.2f} us  {spread(ratios)} of ONNX Runtime")


def training(binary, layer, threads, rounds, steps, roof):
    """Sequences a second, optimiser's step included."""
    peers = {"PyTorch": "torch", "PyTorch, fused Adam": "torch-fused", "Keras": "keras"}
    with contextlib.ExitStack() as stack:
        workers = {"Sluice": stack.enter_context(Worker(binary, "train", layer, threads, "full"))}
        for name, peer in peers.items():
            command = [sys.executable, HERE / "training_peer.py", peer, layer, threads]
            workers[name] = stack.enter_context(Worker(*command))

        def timer(worker):
            # The threads of some peers go on spinning for a while, which the next must not pay for; and who has slept
            # has to warm up.
            time.sleep(0.25)
            worker.ask(f"time {steps // 2}")
            return float(worker.ask(f"time {steps}"))

        speeds = take_turns(rounds, {name: lambda w=worker: timer(w) for name, worker in workers.items()})
    title = f"{layer}, {threads} thread{'s' if threads > 1 else ''}"
    # Back-propagation is two products for each of the forward pass.
    flop = 3 * operations(layer, 1, "computed")
    reached = share(flop, 1e6 / statistics.median(speeds["Sluice"]), roof, threads)
    for peer in peers:
        ratios = [ours / theirs for ours, theirs in zip(speeds["Sluice"], speeds[peer])]
        print(
            f"  {title:<17} {statistics.median(speeds['Sluice']):8.0f} sequences/s  {spread(ratios)} x {peer}'s "
            f"{statistics.median(speeds[peer]):.0f}{reached}",
            flush=True,
        )


def memory(binary, layer, threads):
    """The most that training takes beside its sequences, and what there is to hold."""
    with Worker(binary, "train", layer, threads, "full") as worker:
        worker.ask("time 60")
        peak = int(worker.ask("memory"))
    gates = GATES[layer]
    recurrent = gates * UNITS * (FEATURES + UNITS + (2 if layer == "gru" else 1))
    weights = VOCABULARY * FEATURES + recurrent + (UNITS + 1) * CLASSES
    # Of each step what its slope is computed from: the input, the gates, and two states (of a GRU, what its reset
    # gate is multiplied with).
    activations = BATCH * STEPS * (FEATURES + gates * UNITS + 2 * UNITS)
    held = 4 * (weights + 2 * weights + activations)
    print(
        f"  {layer}, {threads} thread{'s' if threads > 1 else ''}: {peak / 1e6:.1f} MB, {peak / held:.2f} of the "
        f"{held / 1e6:.1f} MB of weights, moments and one batch's activations"
    )


def lengths(binary, layer, threads, rounds):
    """A whole epoch of sequences half as long in the mean as the longest, beside the same ones padded to it."""
    with (
        Worker(binary, "train", layer, threads, "mixed") as mixed,
        Worker(binary, "train", layer, threads, "padded") as padded,
    ):
        speeds = take_turns(
            rounds, {"mixed": lambda: float(mixed.ask("time 64")), "padded": lambda: float(padded.ask("time 64"))}
        )
    ratios = [theirs / ours for ours, theirs in zip(speeds["mixed"], speeds["padded"])]
    print(f"  {layer}, {threads} thread{'s' if threads > 1 else ''}: {spread(ratios)} of the time of the padded")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", required=True, help="the built RecurrentBenchmark")
    parser.add_argument("--only", choices=["answers", "steps", "training", "memory", "lengths"], help="one part of the table")
    parser.add_argument("--rounds", type=int, default=20)
    arguments = parser.parse_args()
    binary, rounds = arguments.binary, arguments.rounds

    roof = peak(binary)
    if roof > 0:
        print(f"Peak of one core: {roof:.0f} GFLOP/s")
    if arguments.only in (None, "answers"):
        print(f"Answers: one thread, {STEPS} steps, embedding and Dense included")
        for layer in ("lstm", "bilstm", "gru"):
            answering(binary, layer, rows=1, rounds=rounds, calls=200, roof=roof)
        answering(binary, "lstm", rows=BATCH, rounds=rounds, calls=20, roof=roof)
    if arguments.only in (None, "steps"):
        print("Steps: one at a time, from the state before")
        for layer in ("lstm", "gru"):
            steps(binary, layer, rounds=rounds, calls=1000)
    if arguments.only in (None, "training"):
        print(f"Training: batch {BATCH}, {STEPS} steps, Adam")
        for layer in ("lstm", "gru"):
            for threads in (1, 2):
                training(binary, layer, threads, rounds=max(3, rounds // 3), steps=40, roof=roof)
    if arguments.only in (None, "memory"):
        print(f"Memory of training: batch {BATCH}, {STEPS} steps, Adam")
        for layer in ("lstm", "gru"):
            for threads in (1, 2):
                memory(binary, layer, threads)
    if arguments.only in (None, "lengths"):
        print(f"Training on sequences of 1 to {STEPS} steps")
        for layer in ("lstm", "gru"):
            lengths(binary, layer, 1, rounds=max(3, rounds // 4))


if __name__ == "__main__":
    main()
