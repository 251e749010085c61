"""Writes reports.json: rows of (truth, predicted, probability) and the figures that scikit-learn makes of them.

    python3 -m pip install scikit-learn numpy
    python3 make_goldens.py > reports.json

The calibration error, which scikit-learn does not have, is computed here from its definition (Guo et al., 2017):
15 bins of equal width, each open at its lower end.
"""

import json
import random

import numpy as np
from sklearn.metrics import accuracy_score, confusion_matrix, f1_score, precision_recall_fscore_support


def calibration(truth, predicted, probability):
    """Of each bin how many rows it has, the share of them that is right, and the mean of their probabilities."""
    hits = np.array(truth) == np.array(predicted)
    probability = np.array(probability)
    edges = np.linspace(0, 1, 16)
    bins = []
    for low, high in zip(edges, edges[1:]):
        inside = (probability > low) & (probability <= high)
        some = inside.any()
        bins.append([int(inside.sum()), hits[inside].mean() if some else 0, probability[inside].mean() if some else 0])
    return bins


def calibration_error(truth, predicted, probability):
    bins = calibration(truth, predicted, probability)
    return sum(count * abs(right - mean) for count, right, mean in bins) / len(truth)


def golden(name, labels, truth, predicted, probability):
    classes = range(len(labels))
    precision, recall, f1, support = precision_recall_fscore_support(
        truth, predicted, labels=classes, zero_division=0
    )
    return {
        "name": name,
        "labels": labels,
        "truth": truth,
        "predicted": predicted,
        "probability": probability,
        "accuracy": accuracy_score(truth, predicted),
        "macro_f1": f1_score(truth, predicted, average="macro", zero_division=0),
        "precision": precision.tolist(),
        "recall": recall.tolist(),
        "f1": f1.tolist(),
        "support": support.tolist(),
        "confusion": confusion_matrix(truth, predicted, labels=classes).tolist(),
        "calibration_error": calibration_error(truth, predicted, probability),
        "calibration": calibration(truth, predicted, probability),
    }


def main():
    rng = random.Random(7)
    goldens = []
    for name, count, rows, skill in (
        ("two classes", 2, 200, 0.8), ("five classes", 5, 120, 0.6), ("always wrong", 3, 40, 0.0),
        ("always right", 4, 40, 1.0), ("one row", 2, 1, 1.0),
    ):
        truth = [rng.randrange(count) for _ in range(rows)]
        predicted = [t if rng.random() < skill else (t + 1) % count for t in truth]
        probability = [round(rng.uniform(1 / count, 1), 6) for _ in truth]
        goldens.append(golden(name, [f"c{i}" for i in range(count)], truth, predicted, probability))
    goldens.append(golden("never predicted", ["a", "b", "c"], [0, 1, 2, 2, 1], [0, 0, 2, 2, 0], [0.9, 0.4, 1.0, 0.34, 0.5]))
    goldens.append(golden("never true", ["a", "b", "c"], [0, 0, 1, 1], [0, 2, 1, 2], [0.61, 0.62, 0.63, 0.64]))
    goldens.append(golden("neither", ["a", "b", "c", "d"], [0, 0, 1], [0, 1, 1], [0.61, 0.8, 0.63]))
    goldens.append(golden("edges of bins", ["a", "b"], [0, 1, 0, 1], [0, 1, 1, 0], [1.0, 0.6, 0.5, 0.999999]))
    print(json.dumps(goldens, separators=(",", ":")))


main()
