"""Small files of word vectors in every format that is read, and what their makers say of words.

Run in a virtual environment with requirements.txt: python make.py. It writes the files and expected.tsv:
file, word, what of it is to be expected, and the bits of float32 numbers as hexadecimal. "listed" and "unlisted" are equal
to the bit, "close" and "near" are about equal, and "direction" is of a unit vector.
"""

import struct
import sys
from pathlib import Path

import fasttext
import finalfusion
import floret
import numpy as np
from finalfusion.norms import Norms
from finalfusion.storage import NdArray
from finalfusion.storage.quantized import PQ, QuantizedArray
from finalfusion.vocab import SimpleVocab
from finalfusion.vocab.subword import FastTextVocab, FinalfusionBucketVocab
from finalfusion.subword import FastTextIndexer, FinalfusionHashIndexer
from gensim.models import FastText, KeyedVectors
from gensim.models.fasttext import save_facebook_model

FOLDER = Path(__file__).parent
WORDS = ["the", "영화", "재미있다", "naïve", "don't", "東京", "a", "🎬"]
UNSEEN = ["films", "영화관", "재미없다", "x", "東", "the-the", "naiver"]

random = np.random.default_rng(7)
rows: list[str] = []


def expect(file: str, word: str, kind: str, vector: np.ndarray) -> None:
    bits = np.asarray(vector, dtype=np.float32).view(np.uint32)
    rows.append(f"{file}\t{word}\t{kind}\t" + " ".join(f"{bit:08x}" for bit in bits))


def matrix(count: int, dimensions: int) -> np.ndarray:
    return random.standard_normal((count, dimensions)).astype(np.float32)


def word2vec() -> None:
    vectors = KeyedVectors(5)
    vectors.add_vectors(WORDS, matrix(len(WORDS), 5))
    for name, binary in [("word2vec.bin", True), ("word2vec.txt", False)]:
        vectors.save_word2vec_format(FOLDER / name, binary=binary)
        loaded = KeyedVectors.load_word2vec_format(FOLDER / name, binary=binary)
        for word in WORDS:
            expect(name, word, "listed", loaded[word])
    # As the C program writes it, with a line feed after each vector.
    data = bytearray(f"{len(WORDS)} 5\n".encode())
    for word in WORDS:
        data += word.encode() + b" " + vectors[word].tobytes() + b"\n"
        expect("word2vec-c.bin", word, "listed", vectors[word])
    (FOLDER / "word2vec-c.bin").write_bytes(data)


def glove() -> None:
    words = ["the", ". . .", "at name@domain.com", "1\u00a01/2", "영화", "1 2"]
    lines = []
    for word, vector in zip(words, matrix(len(words), 4)):
        numbers = [repr(float(value)) for value in vector]
        lines.append(" ".join([word, *numbers]))
        expect("glove.txt", word, "listed", np.array([np.float32(number) for number in numbers]))
    (FOLDER / "glove.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")


def corpus(path: Path, labels: bool) -> None:
    lines = []
    for index in range(40):
        chosen = [WORDS[(index * 3 + step) % len(WORDS)] for step in range(5)] + [f"word{index}"]
        lines.append((f"__label__{index % 2} " if labels else "") + " ".join(chosen))
    path.write_text("\n".join(lines * 5) + "\n", encoding="utf-8")


def fast_text() -> None:
    plain, labelled = Path("/tmp/plain.txt"), Path("/tmp/labelled.txt")
    corpus(plain, False)
    corpus(labelled, True)
    # With fewer threads fastText 0.9.3 leaves a part of the matrix as it finds the memory.
    common = dict(thread=12, verbose=0, epoch=3, minCount=1)
    trained = FastText(
        [line.split() for line in plain.read_text(encoding="utf-8").splitlines()],
        vector_size=4, min_n=2, max_n=4, bucket=120, min_count=1, epochs=3, seed=1, workers=1,
    )
    save_facebook_model(trained, str(FOLDER / "fasttext.bin"))
    models = {
        "fasttext.bin": None,
        "fasttext-supervised.bin": fasttext.train_supervised(str(labelled), dim=4, wordNgrams=2, bucket=60, **common),
        "fasttext-subwords.bin": fasttext.train_supervised(str(labelled), dim=3, minn=1, maxn=3, bucket=300, **common),
    }
    quantized = fasttext.train_supervised(str(labelled), dim=5, minn=2, maxn=3, bucket=400, **common)
    quantized.quantize(qnorm=True, dsub=2, verbose=0)
    models["fasttext-quantized.ftz"] = quantized
    pruned = fasttext.train_supervised(str(labelled), dim=4, minn=2, maxn=3, bucket=600, **common)
    pruned.quantize(input=str(labelled), cutoff=300, retrain=False, dsub=2, verbose=0)
    models["fasttext-pruned.ftz"] = pruned
    for name, model in models.items():
        if model is not None:
            model.save_model(str(FOLDER / name))
        # What was written, not what is in memory.
        saved = fasttext.load_model(str(FOLDER / name))
        listed = set(saved.get_words())
        for word in WORDS + UNSEEN + ["word7"]:
            if word in listed:
                expect(name, word, "listed", saved.get_word_vector(word))
            elif saved.get_word_vector(word).any():
                expect(name, word, "unlisted", saved.get_word_vector(word))
    # Older files begin without the magic number and have no pruning and no quantising.
    data = (FOLDER / "fasttext.bin").read_bytes()
    name = "fasttext-old.bin"
    (FOLDER / name).write_bytes(without_magic(data))
    saved = fasttext.load_model(str(FOLDER / "fasttext.bin"))
    for word in WORDS:
        expect(name, word, "listed", saved.get_word_vector(word))


def without_magic(data: bytes) -> bytes:
    """The same file as it was before version 11."""
    position = 8 + 12 * 4 + 8
    size, _, _ = struct.unpack_from("<3i", data, position)
    position += 12 + 8
    head = data[8:position]
    position += 8
    start = position
    for _ in range(size):
        position = data.index(b"\0", position) + 1 + 9
    entries = data[start:position]
    position += 1
    rows_, columns = struct.unpack_from("<2q", data, position)
    end = position + 16 + 4 * rows_ * columns
    return head + entries + data[position:end] + data[end + 1 :]


def final_fusion() -> None:
    def unit(values: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        norms = np.linalg.norm(values, axis=1).astype(np.float32)
        return (values / norms[:, None]).astype(np.float32), norms

    count = len(WORDS)
    values, norms = unit(matrix(count, 4))
    write("finalfusion.fifu", SimpleVocab(WORDS), NdArray(values), Norms(norms))
    indexer = FinalfusionHashIndexer(bucket_exp=5, min_n=2, max_n=4)
    values, norms = unit(matrix(count + 32, 4))
    write("finalfusion-buckets.fifu", FinalfusionBucketVocab(WORDS, indexer), NdArray(values), Norms(norms[:count]))
    indexer = FastTextIndexer(n_buckets=30, min_n=2, max_n=4)
    values, norms = unit(matrix(count + 30, 4))
    write("finalfusion-fasttext.fifu", FastTextVocab(WORDS, indexer), NdArray(values), Norms(norms[:count]))
    quantizer = PQ(matrix(2 * 8, 2).reshape(2, 8, 2), matrix(4, 4))
    codes = random.integers(0, 8, (count, 2)).astype(np.uint8)
    storage = QuantizedArray(quantizer, codes, np.abs(matrix(count, 1)[:, 0]))
    write("finalfusion-quantized.fifu", SimpleVocab(WORDS), storage, None)


def write(name: str, vocabulary: object, storage: object, norms: object) -> None:
    embeddings = finalfusion.Embeddings(storage=storage, vocab=vocabulary, norms=norms)
    embeddings.write(str(FOLDER / name))
    saved = finalfusion.load_finalfusion(str(FOLDER / name))
    for word in WORDS:
        vector = saved.embedding(word)
        if norms is not None:
            vector = vector * norms[vocabulary.word_index[word]]
        # A row that a matrix was multiplied with is a sum in an order of their own.
        expect(name, word, "close" if "quantized" in name else "listed", vector)
    if not isinstance(vocabulary, SimpleVocab):
        for word in UNSEEN:
            # Of unit length there, and the mean of the n-grams' rows here: what is held against it is the direction.
            expect(name, word, "direction", saved.embedding(word))


def floret_() -> None:
    text = Path("/tmp/plain.txt")
    for name, shortest, hashes in [("floret.txt", 1, 2), ("floret-4.txt", 3, 4)]:
        model = floret.train_unsupervised(
            str(text), model="cbow", mode="floret", minn=shortest, maxn=4, bucket=60, dim=4, hashCount=hashes, minCount=1,
            epoch=3, thread=1, verbose=0,
        )
        model.save_floret_vectors(str(FOLDER / name))
        for word in WORDS + UNSEEN:
            # The file has five digits of what the model has.
            expect(name, word, "near", model.get_word_vector(word))


def numpy_() -> None:
    values = matrix(len(WORDS), 3)
    for name, array in [
        ("matrix.npy", values),
        ("matrix-fortran.npy", np.asfortranarray(values)),
        ("matrix-double.npy", values.astype(np.float64)),
    ]:
        np.save(FOLDER / name, array)
        for word, vector in zip(WORDS, values):
            expect(name, word, "listed", vector)


if __name__ == "__main__":
    (FOLDER / "words.txt").write_text("\n".join(WORDS) + "\n", encoding="utf-8")
    for make in [word2vec, glove, fast_text, final_fusion, floret_, numpy_]:
        make()
    (FOLDER / "expected.tsv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    print(f"{len(rows)} vectors", file=sys.stderr)
