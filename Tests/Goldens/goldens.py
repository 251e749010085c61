"""What the scripts that make goldens of networks share: the stream of weights, and the form of the files.

Weights and gradients are not stored: both sides draw them from the same splitmix64 stream, in 24-bit steps that
are exact in float32 (so scales are powers of two). A file is lines of `keyword values…`; what stands between `case` and `end` belongs together.
"""

import numpy as np

WORDS = 11


class Stream:
    """splitmix64 (Steele, Lea, Flood 2014) as floats in [-scale/2, scale/2)."""

    def __init__(self, seed):
        self.state = seed

    def draw(self, count, scale):
        values = np.empty(count)
        for i in range(count):
            self.state = (self.state + 0x9E3779B97F4A7C15) % 2**64
            z = self.state
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9 % 2**64
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB % 2**64
            z ^= z >> 31
            values[i] = ((z >> 40) * 2.0**-24 - 0.5) * scale
        return values


def numbers(values):
    return " ".join(f"{v:.8g}" for v in np.asarray(values, dtype=np.float64).ravel())


def write_case(file, name, layers, seed, scale, rows, outputs):
    """A forward case: what the layers answer to each row of ids."""
    file.write(f"case {name}\n")
    for text in layers:
        file.write(f"layer {text}\n")
    file.write(f"weights {seed} {scale}\n")
    for row, output in zip(rows, outputs):
        file.write(f"ids {' '.join(map(str, row))}\noutput {numbers(output)}\n")
    file.write("end\n")
