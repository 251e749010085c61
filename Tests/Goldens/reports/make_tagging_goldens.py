"""Writes tagging.json: tags of texts, true and predicted, and the figures that seqeval makes of them.

    python3 -m pip install seqeval
    python3 make_tagging_goldens.py > tagging.json
"""

import json
import random

from seqeval.metrics import accuracy_score, classification_report


def tags(rng, types, length, legal):
    result = []
    for _ in range(length):
        kind, name = rng.choice("OOBIII"), rng.choice(types)
        if kind == "I" and legal and (not result or result[-1][2:] != name):
            kind = "B"
        result.append("O" if kind == "O" else f"{kind}-{name}")
    return result


def golden(name, types, truth, predicted):
    report = classification_report(truth, predicted, output_dict=True, zero_division=0)
    return {
        "name": name,
        "labels": ["O"] + [f"{kind}-{each}" for each in types for kind in "BI"],
        "truth": truth,
        "predicted": predicted,
        "accuracy": accuracy_score(truth, predicted),
        "figures": {
            each: [float(report[each][name]) for name in ("precision", "recall", "f1-score", "support")]
            for each in report
            if each not in ("macro avg", "weighted avg")
        },
        "macro_f1": float(report["macro avg"]["f1-score"]),
    }


def main():
    rng = random.Random(11)
    goldens = []
    for name, types, count, skill, legal in (
        ("two types", ["city", "time"], 40, 0.8, True), ("four types", list("abcd"), 60, 0.6, True),
        ("stray inside tags", ["a", "b"], 60, 0.5, False), ("always right", ["a"], 20, 1.0, True),
    ):
        truth = [tags(rng, types, rng.randrange(1, 12), legal) for _ in range(count)]
        predicted = [
            row if rng.random() < skill else tags(rng, types, len(row), legal) for row in truth
        ]
        goldens.append(golden(name, types, truth, predicted))
    print(json.dumps(goldens, separators=(",", ":")))


main()
