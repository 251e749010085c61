"""Writes pca.json: points, and what scikit-learn's PCA makes of them.

    python3 -m pip install scikit-learn numpy
    python3 make_goldens.py > pca.json

The signs are ours, since scikit-learn's differ from version to version: the largest entry of each component is positive.
"""

import json

import numpy as np
from sklearn.decomposition import PCA


def golden(name, points):
    points = np.round(points, 5).astype(np.float32)
    pca = PCA(n_components=2, svd_solver="full").fit(points.astype(np.float64))
    axes = pca.components_
    signs = np.sign(axes[np.arange(len(axes)), np.abs(axes).argmax(axis=1)])
    axes = axes * signs[:, None]
    return {
        "name": name,
        "points": [[float(f"{value:.5f}") for value in point] for point in points],
        "axes": axes.round(9).tolist(),
        "explained_variance_ratio": pca.explained_variance_ratio_.round(9).tolist(),
        "coordinates": ((points.astype(np.float64) - pca.mean_) @ axes.T).round(9).tolist(),
    }


def main():
    rng = np.random.default_rng(7)
    mix = rng.normal(size=(12, 12))
    print(
        json.dumps(
            [
                golden("two dimensions", rng.normal(size=(9, 2)) * [3, 1]),
                golden("twelve dimensions, mixed", rng.normal(size=(40, 12)) @ mix + 2),
                golden("more dimensions than points", rng.normal(size=(6, 16))),
                golden("far from the origin", rng.normal(size=(30, 5)) * [4, 2, 1, 0.5, 0.1] + 100),
                golden("on a plane", rng.normal(size=(20, 2)) @ rng.normal(size=(2, 6))),
            ],
            separators=(",", ":"),
        )
    )


main()
