"""The order in which rows are trained on, as Sources/RecurrentNetworks/Training/BatchOrder.swift draws it, for windows
of one length."""

STEP = 0x9E37_79B9_7F4A_7C15
BITS = (1 << 64) - 1


def mix(z: int) -> int:
    """SplitMix64's (Steele, Lea, Flood 2014)."""
    z = (z ^ z >> 30) * 0xBF58_476D_1CE4_E5B9 & BITS
    z = (z ^ z >> 27) * 0x94D0_49BB_1331_11EB & BITS
    return z ^ z >> 31


class Stream:
    def __init__(self, *key: int):
        self.state = 0x243F_6A88_85A3_08D3
        for part in key:
            self.state = mix(self.state ^ part) + STEP & BITS

    def below(self, bound: int) -> int:
        self.state = self.state + STEP & BITS
        return mix(self.state) * bound >> 64

    def shuffle(self, values: list) -> None:
        for i in range(len(values) - 1, 0, -1):
            j = self.below(i + 1)
            values[i], values[j] = values[j], values[i]


def batches(count: int, size: int, seed: int, epoch: int) -> list[list[int]]:
    """`epoch` from 0."""
    stream = Stream(seed, 0xBA7C, epoch)
    order = list(range(count))
    stream.shuffle(order)
    ranges = list(range(0, count, size))
    stream.shuffle(ranges)
    return [order[start : start + size] for start in ranges]
