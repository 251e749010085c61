"""What is fitted on the rows to train on: scikit-learn's scalers, the split, and what MASE divides by."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from program import Sluice
from series import Series, parts
from sklearn.preprocessing import MinMaxScaler, RobustScaler, StandardScaler

SCALERS = {
    "standard": (StandardScaler, lambda s: (s.mean_[0], s.scale_[0])),
    "min_max": (MinMaxScaler, lambda s: (s.data_min_[0], s.data_range_[0] or 1)),
    "robust": (RobustScaler, lambda s: (s.center_[0], s.scale_[0])),
}


def config(folder: Path) -> dict[str, Any]:
    return json.loads((folder / "config.json").read_text())["series"]


@pytest.mark.parametrize("kind", SCALERS)
def test_columns_are_scaled_as_scikit_learn_scales_their_training_rows(
    kind: str, series: Series, files: dict[str, Path], sluice: Sluice
) -> None:
    sluice.run("train", str(files[series.name]), *series.flags, "--scaler", kind, "--epochs", "1", "-o", "model")
    found = config(sluice.folder / "model")
    assert [scaler["column"] for scaler in found["scalers"]] == [series.target, *series.inputs]
    make, numbers = SCALERS[kind]
    for scaler in found["scalers"]:
        values = series.values(scaler["column"])
        training = values[: parts(len(values))[0]]
        center, scale = numbers(make().fit(training[:, None]))
        assert scaler["kind"] == kind
        assert scaler["center"] == pytest.approx(center, rel=1e-12, abs=1e-12)
        assert scaler["scale"] == pytest.approx(scale, rel=1e-12)
        assert (scaler["minimum"], scaler["maximum"]) == (training.min(), training.max())


def test_mase_divides_by_the_seasonal_naive_error_of_the_training_rows(
    series: Series, files: dict[str, Path], sluice: Sluice
) -> None:
    sluice.run("train", str(files[series.name]), *series.flags, "--epochs", "1", "-o", "model")
    found = config(sluice.folder / "model")
    # By the step from row to row: a week of days, a year of weeks or months.
    assert found["season"] == series.season
    values = series.values(series.target)
    validation, test = parts(len(values))
    scale = np.abs(values[series.season : validation] - values[: validation - series.season]).mean()
    assert found["naive_scale"] == [pytest.approx(scale, rel=1e-12)]

    answer = sluice.run("evaluate", "./model", str(files[series.name]), "--test-split", "0.2", "--json")
    report = json.loads(answer.stdout)
    origins = np.arange(test - 1, len(values) - series.horizon)
    assert report["origins"] == len(origins)
    steps = np.arange(1, series.horizon + 1)
    truth = values[origins[:, None] + steps]
    naive = {
        "last value": np.repeat(values[origins][:, None], series.horizon, axis=1),
        "seasonal naive": values[origins[:, None] - series.season + 1 + (steps - 1) % series.season],
    }
    figures = {figures["subject"]: figures for figures in report["figures"]}
    for name, forecast in naive.items():
        error = truth - forecast
        assert figures[name]["mae"] == pytest.approx(np.abs(error).mean(), rel=1e-9)
        assert figures[name]["rmse"] == pytest.approx(np.sqrt((error**2).mean()), rel=1e-9)
        assert figures[name]["mase"] == pytest.approx(np.abs(error).mean() / scale, rel=1e-9)
        for step in range(series.horizon):
            assert figures[name]["steps"][step]["mae"] == pytest.approx(np.abs(error[:, step]).mean(), rel=1e-9)


def test_the_linear_baseline_is_least_squares_on_the_training_windows(
    series: Series, files: dict[str, Path], sluice: Sluice
) -> None:
    sluice.run("train", str(files[series.name]), *series.flags, "--epochs", "1", "-o", "model")
    answer = sluice.run("evaluate", "./model", str(files[series.name]), "--test-split", "0.2", "--json")
    values = series.values(series.target)
    validation, test = parts(len(values))
    reach = np.arange(-series.window + 1, series.horizon + 1)

    def windows(first: int, end: int) -> tuple[np.ndarray, np.ndarray]:
        rows = values[np.arange(first, end - series.horizon)[:, None] + reach]
        return rows[:, : series.window], rows[:, series.window :]

    inputs, targets = windows(series.window - 1, validation)
    center = values[:validation].mean()
    design = np.column_stack([np.ones(len(inputs)), inputs - center])
    kernel = np.linalg.lstsq(design, targets - center, rcond=None)[0]
    inputs, targets = windows(test - 1, len(values))
    error = targets - center - np.column_stack([np.ones(len(inputs)), inputs - center]) @ kernel
    figures = {figures["subject"]: figures for figures in json.loads(answer.stdout)["figures"]}
    # A ridge of a millionth is between them.
    assert figures["linear"]["mae"] == pytest.approx(np.abs(error).mean(), rel=1e-3)
