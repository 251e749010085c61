"""Cases of recurrent layers over rows of different lengths, for engines whose weights are laid out otherwise."""

import itertools

import numpy as np

from goldens import WORDS, Stream

ROWS = [[3, 1, 4, 10], [7], [5, 9, 2], [8, 6]]
GATES = {"simple_rnn": 1, "gru": 3, "lstm": 4}
UNITS = [1, 7, 64, 65]


def scale(units):
    """Powers of two, so that weights are exact in float32; small where many add up."""
    return 1.0 if units < 10 else 0.25


def rows(units):
    return ROWS if units < 10 else ROWS[1:]


class Weights:
    """The weights of a stack as Keras shapes and orders them, drawn from the shared stream."""

    def __init__(self, seed, scale):
        self.stream, self.scale = Stream(seed), scale

    def draw(self, *shape):
        count = 1
        for size in shape:
            count *= size
        return self.stream.draw(count, self.scale).reshape(shape)

    def table(self, features):
        return self.draw(WORDS, features)

    def cell(self, kind, features, units, reset_after=True):
        """kernel (D, g·u), recurrent kernel (u, g·u), bias (g·u), or (2, g·u) for a GRU that resets after."""
        width = GATES[kind] * units
        bias = (2, width) if kind == "gru" and reset_after else (width,)
        return self.draw(features, width), self.draw(units, width), self.draw(*bias)


def blocks(matrix, order, axis=-1):
    """The gates' columns in another order."""
    parts = np.split(matrix, len(order), axis=axis)
    return np.concatenate([parts[i] for i in order], axis=axis)


def product(*lists):
    return enumerate(itertools.product(*lists))
