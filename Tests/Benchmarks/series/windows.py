"""A recipe's windows, scalers, split and naive forecasts once more, in numpy: what Keras is given, and what ours is
compared with."""

import numpy as np
import pandas as pd


def calendar(dates: pd.DatetimeIndex, name: str) -> list[np.ndarray]:
    share = {
        "day_of_year": (dates.dayofyear - 1) / np.where(dates.is_leap_year, 366, 365),
        "month_of_year": (dates.month - 1) / 12,
    }[name]
    turn = 2 * np.pi * np.asarray(share, dtype=float)
    return [np.sin(turn), np.cos(turn)]


def scaler(kind: str, values: np.ndarray) -> tuple[float, float]:
    """What is subtracted, and what it is divided by then."""
    if kind == "standard":
        return values.mean(), values.std()
    if kind == "min_max":
        return values.min(), np.ptp(values)
    if kind == "robust":
        low, middle, high = np.quantile(values, [0.25, 0.5, 0.75])
        return middle, high - low
    return 0.0, 1.0


class Windows:
    """One target, all steps at once. An origin is the last row of a window."""

    def __init__(self, recipe: dict, rows: pd.DataFrame):
        series, fit = recipe["series"], recipe["fit"]
        self.window, self.horizon, self.season = series["window"], series["horizon"], series["season"]
        self.transforms = series.get("transforms", [])
        self.changes = "difference" in self.transforms
        frame = rows.copy()
        (target,) = series["targets"]
        columns = [target, *series.get("inputs", [])]
        frame[columns] = frame[columns].astype(float).interpolate(limit_direction="both")
        self.raw = frame[target].to_numpy()
        count = len(frame)
        test = round(count * fit["test_split"])
        validation = round(count * fit["validation_split"])
        ends = [0, count - test - validation, count - test, count]
        self.parts = dict(zip(["training", "validation", "test"], zip(ends, ends[1:])))

        self.values = self._forward(self.raw)
        read = np.diff(self.values, prepend=np.nan) if self.changes else self.values
        kind = series.get("scaler", "standard")
        learned = slice(1 if self.changes else 0, ends[1])
        self.scaler = scaler(kind, read[learned])
        features = [(read - self.scaler[0]) / self.scaler[1]]
        for name in series.get("inputs", []):
            values = frame[name].to_numpy()
            centre, scale = scaler(kind, values[: ends[1]])
            features.append((values - centre) / scale)
        for name in series.get("calendar", []):
            features += calendar(pd.DatetimeIndex(frame["date"]), name)
        self.features = np.stack(features, axis=-1).astype(np.float32)
        learned_rows = self.raw[: ends[1]]
        self.naive_scale = np.abs(learned_rows[self.season :] - learned_rows[: -self.season]).mean()

    def _forward(self, values: np.ndarray) -> np.ndarray:
        if "log" in self.transforms:
            return np.log(values)
        return np.log1p(values) if "log1p" in self.transforms else values

    def _back(self, values: np.ndarray) -> np.ndarray:
        if "log" in self.transforms:
            return np.exp(values)
        return np.expm1(values) if "log1p" in self.transforms else values

    def origins(self, part: str) -> np.ndarray:
        """All whose rows ahead lie within the part, and whose window lies in the series."""
        start, end = self.parts[part]
        first = max(start - 1, self.window - 1 + self.changes)
        return np.arange(first, end - self.horizon)

    def _ahead(self, origins: np.ndarray) -> np.ndarray:
        return origins[:, None] + 1 + np.arange(self.horizon)

    def inputs(self, origins: np.ndarray) -> np.ndarray:
        """(origins, window, features)"""
        return self.features[origins[:, None] - self.window + 1 + np.arange(self.window)]

    def targets(self, origins: np.ndarray) -> np.ndarray:
        """(origins, horizon), scaled; where changes are read the change since the origin."""
        start = self.values[origins, None] if self.changes else 0
        return ((self.values[self._ahead(origins)] - start - self.scaler[0]) / self.scaler[1]).astype(np.float32)

    def truth(self, origins: np.ndarray) -> np.ndarray:
        return self.raw[self._ahead(origins)]

    def forecast(self, outputs: np.ndarray, origins: np.ndarray) -> np.ndarray:
        """What a network said, (origins, horizon), as values."""
        start = self.values[origins, None] if self.changes else 0
        return self._back(outputs.astype(float) * self.scaler[1] + self.scaler[0] + start)

    # What anybody would say without a network, (origins, horizon).

    def last_value(self, origins: np.ndarray) -> np.ndarray:
        return np.repeat(self.raw[origins, None], self.horizon, axis=1)

    def seasonal(self, origins: np.ndarray, season: int | None = None) -> np.ndarray:
        season = season or self.season
        return self.raw[origins[:, None] - season + 1 + np.arange(self.horizon) % season]

    def linear(self, origins: np.ndarray) -> np.ndarray:
        """Least squares from the target's window."""

        def windows(at: np.ndarray) -> np.ndarray:
            return self.raw[at[:, None] - self.window + 1 + np.arange(self.window)]

        learned = self.origins("training")
        x, y = windows(learned), self.truth(learned)
        centre, mean = x.mean(0), y.mean(0)
        covariance = (x - centre).T @ (x - centre)
        covariance[np.diag_indices_from(covariance)] *= 1 + 1e-6
        kernel = np.linalg.solve(covariance, (x - centre).T @ (y - mean))
        return (windows(origins) - centre) @ kernel + mean

    def error(self, forecast: np.ndarray, origins: np.ndarray) -> float:
        """MASE."""
        return float(np.abs(self.truth(origins) - forecast).mean() / self.naive_scale)
