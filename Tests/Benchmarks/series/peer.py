"""A recipe trained in Keras on the windows of windows.py.

    python peer.py RECIPE DATA.csv --epochs 30     trains once, for the time of a whole process
"""

import argparse
import json
import os
import pathlib
import random

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
os.environ["KERAS_BACKEND"] = "tensorflow"

import numpy as np
import pandas as pd
import tensorflow as tf

tf.config.threading.set_intra_op_parallelism_threads(2)
tf.config.threading.set_inter_op_parallelism_threads(2)

import keras

from windows import Windows


def model(recipe: dict, windows: Windows, seed: int) -> keras.Model:
    # The initialisers draw from it. TensorFlow's own seed stays unset: with it every epoch has the same order.
    random.seed(seed)
    layers = [keras.Input((windows.window, windows.features.shape[-1]))]
    *others, dense = recipe["layers"]
    for layer in others:
        layers.append(getattr(keras.layers, layer["class_name"])(**layer["config"]))
    layers.append(keras.layers.Dense(windows.horizon, **dense.get("config", {})))
    made = keras.Sequential(layers)
    fit = recipe["fit"]
    made.compile(
        keras.optimizers.Adam(fit["learning_rate"], global_clipnorm=fit["global_clipnorm"]), fit["loss"]
    )
    return made


class Training:
    """Of fixed epochs where there is no patience."""

    def __init__(self, recipe: dict, windows: Windows, seed: int = 1):
        self.windows, self.fit = windows, recipe["fit"]
        self.model = model(recipe, windows, seed)
        self.learned = self._part("training")
        self.watched = self._part("validation")

    def _part(self, name: str) -> tuple[np.ndarray, np.ndarray]:
        origins = self.windows.origins(name)
        return self.windows.inputs(origins), self.windows.targets(origins)

    def run(self, epochs: int | None = None) -> None:
        stop = []
        if epochs is None:
            stop = [keras.callbacks.EarlyStopping(patience=self.fit["patience"], restore_best_weights=True)]
        self.model.fit(
            *self.learned,
            validation_data=self.watched,
            epochs=epochs or self.fit["epochs"],
            batch_size=self.fit["batch_size"],
            callbacks=stop,
            verbose=0,
        )

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
