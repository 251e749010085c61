"""Makes neighbours.txt: what gensim 4.4 answers about a small table.

    python3 make_goldens.py > neighbours.txt

The table comes first, a row a line, in hexadecimal; its words are w0, w1 and so on. Then questions, a line each: what is
asked, a tab, and the answer.
"""

import random

import numpy as np
from gensim.models import KeyedVectors

COUNT, DIMENSIONS = 80, 7


def pairs(found: list[tuple[str, float]]) -> str:
    return " ".join(f"{word}:{similarity:.6f}" for word, similarity in found)


def main() -> None:
    pick = random.Random(5)
    rows = np.array([[pick.gauss(0.3, 1) for _ in range(DIMENSIONS)] for _ in range(COUNT)], dtype=np.float32)
    rows *= np.array([[pick.uniform(0.2, 3)] for _ in range(COUNT)], dtype=np.float32)
    rows[11] = rows[4]
    words = [f"w{index}" for index in range(COUNT)]
    vectors = KeyedVectors(DIMENSIONS)
    vectors.add_vectors(words, rows)
    for row in rows:
        print("row", " ".join(float(value).hex() for value in row))
    for _ in range(12):
        positive = [(pick.choice(words), round(pick.uniform(0.2, 2), 2)) for _ in range(pick.randint(1, 3))]
        negative = [(pick.choice(words), -round(pick.uniform(0.2, 2), 2)) for _ in range(pick.randint(0, 2))]
        terms = " ".join(f"{word}:{weight}" for word, weight in positive + negative)
        print(f"cosine {terms}\t{pairs(vectors.most_similar(positive=positive, negative=negative, topn=6))}")
    for _ in range(12):
        positive = pick.sample(words, pick.randint(1, 3))
        negative = pick.sample(words, pick.randint(0, 3))
        terms = " ".join([f"{word}:1" for word in positive] + [f"{word}:-1" for word in negative])
        print(f"cosmul {terms}\t{pairs(vectors.most_similar_cosmul(positive=positive, negative=negative, topn=6))}")
    for _ in range(6):
        vector = np.array([round(pick.gauss(0, 2), 3) for _ in range(DIMENSIONS)], dtype=np.float32)
        # A vector is taken as it is long, a word's as a direction.
        found = vectors.most_similar(positive=["w3", vector], topn=6)
        print(f"vector w3 {' '.join(str(value) for value in vector)}\t{pairs(found)}")
    for _ in range(6):
        limit = pick.randint(10, 60)
        found = vectors.most_similar(positive=["w2"], topn=6, restrict_vocab=limit)
        print(f"limit {limit}\t{pairs(found)}")
    for _ in range(8):
        some = pick.sample(words, pick.randint(3, 6))
        print(f"odd {' '.join(some)}\t{vectors.doesnt_match(some)}")
    for _ in range(8):
        one, other = pick.sample(words, pick.randint(1, 4)), pick.sample(words, pick.randint(1, 4))
        print(f"groups {' '.join(one)} - {' '.join(other)}\t{vectors.n_similarity(one, other):.6f}")
    for _ in range(8):
        one, other = pick.sample(words, 2)
        print(f"rank {one} {other}\t{vectors.rank(one, other)}")


if __name__ == "__main__":
    main()
