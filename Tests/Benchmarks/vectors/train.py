"""Times training beside gensim's and fastText's, and measures what comes of it with WordSim-353.

    corpus.py build/corpus.txt
    train.py --sluice PATH --corpus build/corpus.txt [--epochs 5] [--seeds 1 2 3] [--threads 2]

Skip-gram, 100 dimensions, window 5, 5 negatives, words that come 5 times; fastText and `sluice + n-grams` with n-grams of
3 to 6 characters in 2 million rows; all else as each has it, which with those n-grams is the same: a rate of 0.05,
subsampling from a ten-thousandth of all words, negatives by the root of their counts. Every training is a process of its
own, and one follows the other, seed by seed. Time is that of the whole process: reading the text, counting words,
training, writing. Beside the time on the clock stands the processors' time, which other work on the machine disturbs
less.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np

SUBJECTS = {
    "sluice": None,
    "gensim": "sluice",
    "sluice + n-grams": None,
    "fasttext": "sluice + n-grams",
}


def command(subject: str, options: argparse.Namespace, seed: int, out: Path) -> list[str]:
    if subject.startswith("sluice"):
        subwords = ["--subwords", "characters", "--buckets", "2000000"] if "+" in subject else ["--subwords", "none"]
        return [
            *[options.sluice, "vectors", "train", options.corpus, "-o", str(out), *subwords],
            *["--threads", str(options.threads), "--epochs", str(options.epochs), "--seed", str(seed)],
            *(["--deterministic"] if options.deterministic else []),
        ]
    return [
        *[sys.executable, __file__, "--peer", subject, "--corpus", options.corpus, "--out", str(out)],
        *["--threads", str(options.threads), "--epochs", str(options.epochs), "--seeds", str(seed)],
    ]


def train_peer(options: argparse.Namespace) -> None:
    seed, out = options.seeds[0], options.out
    if options.peer == "gensim":
        from gensim.models import Word2Vec

        model = Word2Vec(
            corpus_file=options.corpus, vector_size=100, window=5, negative=5, sg=1, min_count=5, seed=seed,
            epochs=options.epochs, workers=options.threads)
        words, rows = model.wv.index_to_key, model.wv.vectors
    else:
        import fasttext

        # Takes no seed: what differs from run to run are the threads.
        model = fasttext.train_unsupervised(
            options.corpus, model="skipgram", dim=100, ws=5, neg=5, minCount=5, minn=3, maxn=6,
            epoch=options.epochs, thread=options.threads, verbose=0)
        words = [word for word in model.get_words() if word != "</s>"]
        rows = np.array([model.get_word_vector(word) for word in words], dtype=np.float32)
    Path(out).mkdir()
    np.save(f"{out}/rows.npy", rows)
    Path(f"{out}/vocab.txt").write_text("\n".join(words) + "\n")


def rows_of(out: Path) -> np.ndarray:
    if (out / "rows.npy").exists():
        return np.load(out / "rows.npy")
    data = (out / "model.safetensors").read_bytes()
    length = int.from_bytes(data[:8], "little")
    entry = json.loads(data[8 : 8 + length])["embeddings"]
    start, end = (8 + length + offset for offset in entry["data_offsets"])
    return np.frombuffer(data[start:end], dtype="<f4").reshape(entry["shape"])


def score(out: Path) -> float:
    """Spearman's coefficient of WordSim-353, of the pairs whose words are there."""
    from gensim.models import KeyedVectors
    from gensim.test.utils import datapath

    vectors = KeyedVectors(100)
    vectors.add_vectors((out / "vocab.txt").read_text().splitlines(), rows_of(out))
    return float(vectors.evaluate_word_pairs(datapath("wordsim353.tsv"))[1][0])


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--sluice")
    arguments.add_argument("--corpus", required=True)
    arguments.add_argument("--epochs", type=int, default=5)
    arguments.add_argument("--threads", type=int, default=2)
    arguments.add_argument("--seeds", type=int, nargs="+", default=[1, 2, 3])
    arguments.add_argument("--only", nargs="+", default=list(SUBJECTS), choices=list(SUBJECTS))
    arguments.add_argument("--deterministic", action="store_true")
    arguments.add_argument("--peer", help=argparse.SUPPRESS)
    arguments.add_argument("--out", help=argparse.SUPPRESS)
    options = arguments.parse_args()
    if options.peer:
        return train_peer(options)
    words = sum(len(line.split()) for line in open(options.corpus)) * options.epochs
    figures: dict[str, list[tuple[float, float, float]]] = {subject: [] for subject in options.only}
    for seed in options.seeds:
        for subject in options.only:
            with tempfile.TemporaryDirectory() as folder:
                out = Path(folder) / "vectors"
                began = time.monotonic()
                process = subprocess.Popen(
                    command(subject, options, seed, out), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
                _, status, usage = os.wait4(process.pid, 0)
                seconds = time.monotonic() - began
                if status != 0:
                    sys.exit(f"{subject} ended with status {status}")
                figure = (words / seconds, words / (usage.ru_utime + usage.ru_stime), score(out))
            figures[subject].append(figure)
            print(f"{subject}, seed {seed}: {figure[0]:,.0f} words/s, {figure[1]:,.0f} a second of a processor, "
                  f"WordSim-353 {figure[2]:.4f}", flush=True)
    for subject, rows in figures.items():
        speed, processor, quality = (statistics.mean(column) for column in zip(*rows))
        line = f"{subject}: {speed:,.0f} words/s, WordSim-353 {quality:.4f}"
        ours = SUBJECTS[subject]
        if ours in figures:
            ratios = [statistics.mean(a[i] for a in figures[ours]) / (speed, processor)[i] for i in range(2)]
            line += f"; {ours} is {ratios[0]:.1f} times as fast, {ratios[1]:.1f} by the processors' time"
        print(line)


if __name__ == "__main__":
    main()
