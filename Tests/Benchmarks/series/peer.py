"""A recipe trained in Keras on the windows of windows.py.

    python peer.py RECIPE DATA.csv --epochs 30     trains once, for the time of a whole process
"""

import argparse
import json
import os
import pathlib

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
os.environ["KERAS_BACKEND"] = "tensorflow"

import numpy as np
import pandas as pd
import tensorflow as tf

tf.config.threading.set_intra_op_parallelism_threads(2)
tf.config.threading.set_inter_op_parallelism_threads(2)

import keras

import order
from windows import Windows


def model(recipe: dict, windows: Windows, start: dict[str, np.ndarray]) -> keras.Model:
    """`start`: weights by the names of `model.safetensors`; none draws them."""
    layers = [keras.Input((windows.window, windows.features.shape[-1]))]
    *others, dense = recipe["layers"]
    for layer in others:
        layers.append(getattr(keras.layers, layer["class_name"])(**layer["config"]))
    layers.append(keras.layers.Dense(windows.horizon, **dense.get("config", {})))
    made = keras.Sequential(layers)
    if start:
        for layer in made.layers:
            names = ["kernel", "recurrent_kernel", "bias"] if len(layer.weights) == 3 else ["kernel", "bias"]
            kind = type(layer).__name__.lower()
            weights = zip(names, layer.weights)
            layer.set_weights([start[f"{kind}/{name}"].reshape(weight.shape) for name, weight in weights])
    fit = recipe["fit"]
    made.compile(
        keras.optimizers.Adam(fit["learning_rate"], global_clipnorm=fit["global_clipnorm"]), fit["loss"]
    )
    return made


class Training:
    def __init__(self, recipe: dict, windows: Windows, start: dict[str, np.ndarray] | None = None):
        self.windows, self.fit = windows, recipe["fit"]
        self.model = model(recipe, windows, start or {})
        self.learned = self._part("training")
        self.watched = self._part("validation")

    def _part(self, name: str) -> tuple[np.ndarray, np.ndarray]:
        origins = self.windows.origins(name)
        return self.windows.inputs(origins), self.windows.targets(origins)

    def run(self, epochs: int) -> None:
        """So many epochs, in an order of Keras's own."""
        size = self.fit["batch_size"]
        self.model.fit(*self.learned, validation_data=self.watched, epochs=epochs, batch_size=size, verbose=0)

    def follow(self, seed: int) -> None:
        """As the recipe says, with the batches that a seed has with us, and the best weights in the end."""
        (inputs, targets), fit = self.learned, self.fit
        best, weights, waited = np.inf, self.model.get_weights(), 0
        for epoch in range(fit["epochs"]):
            for rows in order.batches(len(inputs), fit["batch_size"], seed, epoch):
                self.model.train_on_batch(inputs[rows], targets[rows])
            loss = self.model.evaluate(*self.watched, batch_size=128, verbose=0)
            if loss < best:
                best, weights, waited = loss, self.model.get_weights(), 0
            else:
                waited += 1
                if waited >= fit["patience"]:
                    break
        self.model.set_weights(weights)

    def error(self, part: str) -> float:
        """MASE over all origins and steps of the part."""
        origins = self.windows.origins(part)
        outputs = self.model.predict(self.windows.inputs(origins), verbose=0)
        return self.windows.error(self.windows.forecast(outputs, origins), origins)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("recipe", type=pathlib.Path)
    parser.add_argument("data", type=pathlib.Path)
    parser.add_argument("--epochs", type=int, required=True)
    given = parser.parse_args()
    recipe = json.loads(given.recipe.read_text())
    Training(recipe, Windows(recipe, pd.read_csv(given.data))).run(given.epochs)
