"""Trains the benchmark's network in PyTorch or Keras on request, for bench.py.

    training_peer.py torch|torch-fused|keras lstm|gru THREADS

"time 20" on standard input is answered with sequences a second over so many steps of Adam on batches of 32.
"""

import os
import sys
import time

import numpy as np

from sizes import BATCH, CLASSES, FEATURES, STEPS, UNITS, VOCABULARY


def make_data():
    rng = np.random.default_rng(7)
    return rng.integers(1, VOCABULARY, (BATCH * 64, STEPS)), rng.integers(0, CLASSES, BATCH * 64)


def torch_trainer(layer, threads, fused=None):
    import torch

    torch.set_num_threads(threads)
    torch.set_num_interop_threads(1)

    class Classifier(torch.nn.Module):
        def __init__(self):
            super().__init__()
            self.embedding = torch.nn.Embedding(VOCABULARY, FEATURES)
            kind = torch.nn.GRU if layer == "gru" else torch.nn.LSTM
            self.recurrent = kind(FEATURES, UNITS, batch_first=True)
            self.dense = torch.nn.Linear(UNITS, CLASSES)

        def forward(self, ids):
            outputs, _ = self.recurrent(self.embedding(ids))
            return self.dense(outputs[:, -1])

    model = Classifier()
    optimiser = torch.optim.Adam(model.parameters(), fused=fused)
    loss = torch.nn.CrossEntropyLoss()
    ids, labels = (torch.from_numpy(values) for values in make_data())

    def run(steps):
        for step in range(steps):
            first = step * BATCH % len(ids)
            optimiser.zero_grad(set_to_none=True)
            loss(model(ids[first : first + BATCH]), labels[first : first + BATCH]).backward()
            optimiser.step()

    return run


def keras_trainer(layer, threads):
    os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
    os.environ["KERAS_BACKEND"] = "tensorflow"
    import tensorflow

    tensorflow.config.threading.set_intra_op_parallelism_threads(threads)
    tensorflow.config.threading.set_inter_op_parallelism_threads(threads)
    import keras

    kind = keras.layers.GRU if layer == "gru" else keras.layers.LSTM
    model = keras.Sequential(
        [
            keras.layers.Embedding(VOCABULARY, FEATURES),
            kind(UNITS),
            keras.layers.Dense(CLASSES, activation="softmax"),
        ]
    )
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    ids, labels = make_data()

    def run(steps):
        rows = steps * BATCH
        model.fit(ids[:rows], labels[:rows], batch_size=BATCH, epochs=1, shuffle=False, verbose=0)

    return run


def main():
    peer, layer, threads = sys.argv[1], sys.argv[2], int(sys.argv[3])
    trainers = {
        "torch": torch_trainer,
        # Written for CPUs too, and faster there, but not what PyTorch takes by itself.
        "torch-fused": lambda layer, threads: torch_trainer(layer, threads, fused=True),
        "keras": keras_trainer,
    }
    run = trainers[peer](layer, threads)
    for line in sys.stdin:
        steps = int(line.split()[1])
        start = time.perf_counter()
        run(steps)
        print(steps * BATCH / (time.perf_counter() - start), flush=True)


if __name__ == "__main__":
    main()
