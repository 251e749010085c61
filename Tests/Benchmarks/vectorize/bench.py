"""Times vectorising beside scikit-learn: texts of the Naver sentiment movie corpus, characters in 1- to 4-grams, tf-idf.

    python3 bench.py --binary VectorizeBenchmark --nsmc train.tsv

Runs alternate, so that both meet the same machine; the ratio is of the medians. scikit-learn works on one core, as it
does; Sluice on two.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

RUNS = 5


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--binary", required=True)
    parser.add_argument("--nsmc", default=os.path.join(os.environ.get("SLUICE_DATA", ""), "nsmc", "train.tsv"))
    arguments = parser.parse_args()
    if not os.path.exists(arguments.nsmc):
        print("vectorize: skipped: set SLUICE_DATA to a folder with nsmc/train.tsv")
        return
    from sklearn import __version__
    from sklearn.feature_extraction.text import TfidfVectorizer

    with open(arguments.nsmc, encoding="utf-8") as file:
        next(file)
        texts = [line.rstrip("\n").split("\t", 1)[1] for line in file]
    vectorizer = {"method": "tf-idf", "compatibility": "sklearn", "analyzer": "char", "ngram_range": [1, 4]}
    ours, theirs = [], []
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "texts.json").write_text(json.dumps(texts), encoding="utf-8")
        Path(folder, "vectorizer.json").write_text(json.dumps(vectorizer), encoding="utf-8")
        for _ in range(RUNS):
            command = [arguments.binary, f"{folder}/texts.json", f"{folder}/vectorizer.json", "-", "2", "1"]
            ours.append(float(subprocess.run(command, check=True, capture_output=True, text=True).stdout))
            start = time.perf_counter()
            TfidfVectorizer(analyzer="char", ngram_range=(1, 4)).fit_transform(texts)
            theirs.append(time.perf_counter() - start)
    us, them = statistics.median(ours), statistics.median(theirs)
    print(f"vectorize: {len(texts)} texts, characters 1 to 4, tf-idf, fit and transform, medians of {RUNS} runs")
    print(f"  sluice, two threads     {us:.3f} s")
    print(f"  scikit-learn {__version__:<10} {them:.3f} s   {them / us:.1f} times as long")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
