"""Writes scalers.json, filling.json, linear.json, measures.json and calendar.json: made series, and what scikit-learn,
pandas, numpy and Python's calendar make of them.

    python3 -m pip install scikit-learn pandas numpy python-dateutil
    python3 make.py

Numbers are written in full. Missing values are null.
"""

import calendar
import datetime
import json
import math
import pathlib

import numpy as np
import pandas as pd
from dateutil.relativedelta import relativedelta
from sklearn.linear_model import Ridge
from sklearn.preprocessing import MinMaxScaler, RobustScaler, StandardScaler

HERE = pathlib.Path(__file__).parent
rng = np.random.default_rng(7)


def write(name: str, value: object) -> None:
    text = json.dumps(value, separators=(",", ":"), allow_nan=False, ensure_ascii=False)
    (HERE / f"{name}.json").write_text(text.replace("},{", "},\n{") + "\n", encoding="utf-8")


def listed(values: np.ndarray | list[float]) -> list[float | None]:
    return [None if math.isnan(value) else float(value) for value in np.asarray(values, dtype=np.float64)]


def scaler_cases() -> list[dict[str, object]]:
    walk = rng.normal(size=41).cumsum().round(3)
    outlier = walk.copy()
    outlier[17] = 1e6
    missing = walk.copy()
    missing[[0, 5, 40]] = np.nan
    series = {
        "one row": [3.5],
        "two rows": [3.5, -1],
        "three rows": [2, 9, 4],
        "an odd count": walk,
        "an even count": walk[:-1],
        "a count that four divides less one": walk[:39],
        "an outlier": outlier,
        "missing values": missing,
        "constant": [0.1] * 10,
        "constant and large": [1e9 + 0.1] * 100,
        "constant but for an outlier": [4.0] * 20 + [400.0],
        "nearly constant": [1.0, 1.0 + 2e-16, 1.0],
        "large with a small spread": (1e8 + rng.normal(size=50)).round(4),
        "tiny": (rng.normal(size=20) * 1e-12),
        "huge": rng.normal(size=20) * 1e150,
        "skewed": np.exp(rng.normal(size=60) * 2).round(4),
        "whole numbers": rng.integers(0, 5, size=30),
        "negative": -np.abs(walk),
    }
    scalers = {"standard": StandardScaler(), "min_max": MinMaxScaler(), "robust": RobustScaler()}
    cases = []
    for name, values in series.items():
        column = np.asarray(values, dtype=np.float64)[:, None]
        case: dict[str, object] = {"name": name, "values": listed(column[:, 0])}
        for kind, scaler in scalers.items():
            scaled = scaler.fit_transform(column)[:, 0]
            center = {"standard": "mean_", "min_max": "data_min_", "robust": "center_"}[kind]
            scale = 1 / scaler.scale_ if kind == "min_max" else scaler.scale_
            case[kind] = {
                "center": float(getattr(scaler, center)[0]),
                "scale": float(scale[0]),
                "scaled": listed(scaled),
            }
        cases.append(case)
    return cases


def filling_cases() -> list[dict[str, object]]:
    cases = []
    for count in [1, 2, 3, 7, 30, 30]:
        values = rng.normal(size=count).round(3)
        values[rng.random(count) < 0.4] = np.nan
        values[rng.integers(count)] = 2.5
        column = pd.Series(values)
        cases.append(
            {
                "values": listed(values),
                "interpolate": listed(column.interpolate(limit_direction="both")),
                "carry": listed(column.ffill()),
            }
        )
    return cases


def linear_cases() -> list[dict[str, object]]:
    """Ridge on columns divided by their deviations, with a penalty of 1e-6 for each row."""
    cases = []
    for name, targets, rows, window, horizon in [
        ("one target", 1, 120, 7, 3),
        ("three targets of different sizes", 3, 90, 4, 2),
        ("fewer windows than columns", 2, 30, 10, 1),
        ("a constant target", 2, 60, 3, 2),
        ("one row to one row", 1, 12, 1, 1),
    ]:
        sizes = np.array([1.0, 1000.0, 0.001])[:targets]
        series = (rng.normal(size=(rows, targets)).cumsum(axis=0) * 0.1 + rng.normal(size=(rows, targets))) * sizes + 5 * sizes
        if name.startswith("a constant"):
            series[:, 1] = 3.25
        series = series.round(6)
        first, end = window + 1, rows - horizon - 2
        x = np.array([series[row - window + 1 : row + 1].ravel() for row in range(first, end)])
        y = np.array([series[row + 1 : row + 1 + horizon].ravel() for row in range(first, end)])
        deviations = x.std(axis=0)
        deviations[deviations < 1e-12] = 1
        ridge = Ridge(alpha=1e-6 * len(x), solver="svd").fit((x - x.mean(axis=0)) / deviations, y)
        last = (series[-window:].ravel() - x.mean(axis=0)) / deviations
        cases.append(
            {
                "name": name,
                "series": [listed(column) for column in series.T],
                "first": first,
                "end": end,
                "window": window,
                "horizon": horizon,
                "forecast": listed(ridge.predict(last[None])[0].reshape(horizon, targets).T.ravel()),
            }
        )
    return cases


def measure_cases() -> list[dict[str, object]]:
    cases = []
    for season, rows in [(1, 30), (7, 60), (12, 100)]:
        values = (10 * np.sin(np.arange(rows) * 2 * np.pi / season) + rng.normal(size=rows)).round(3)
        training, truth = values[: rows * 2 // 3], values[rows * 2 // 3 :]
        forecast = (truth + rng.normal(size=len(truth))).round(3)
        residuals = rng.normal(size=rows).round(3)
        scale = np.abs(training[season:] - training[:-season]).mean()
        intervals = {}
        for coverage in [0.5, 0.8, 0.9]:
            # numpy's "weibull" puts the i-th of n values at i / (n + 1).
            share = (1 - coverage) / 2
            place = math.floor((rows + 1) * share + 1e-9)
            low = np.quantile(residuals, place / (rows + 1), method="weibull")
            high = np.quantile(residuals, 1 - place / (rows + 1), method="weibull")
            intervals[str(coverage)] = [float(low), float(high)]
        cases.append(
            {
                "season": season,
                "training": listed(training),
                "truth": listed(truth),
                "forecast": listed(forecast),
                "scale": float(scale),
                "mae": float(np.abs(truth - forecast).mean()),
                "rmse": float(np.sqrt(((truth - forecast) ** 2).mean())),
                "mase": float(np.abs(truth - forecast).mean() / scale),
                "residuals": listed(residuals),
                "intervals": intervals,
            }
        )
    return cases


def calendar_cases() -> list[dict[str, object]]:
    times = [
        datetime.datetime(*fields)
        for fields in [
            (1, 1, 1), (1600, 2, 29), (1699, 12, 31, 23, 59, 59), (1700, 2, 28), (1700, 3, 1), (1900, 2, 28), (1900, 3, 1),
            (1969, 12, 31, 23, 59, 59), (1970, 1, 1), (2000, 2, 29), (2000, 12, 31), (2001, 1, 1), (2012, 2, 29, 6),
            (2024, 2, 29), (2024, 12, 30), (2100, 2, 28, 18, 30), (9999, 12, 31, 23, 59, 59),
        ]
    ]  # fmt: skip
    for _ in range(60):
        day = datetime.date.fromordinal(int(rng.integers(datetime.date(1600, 1, 1).toordinal(), datetime.date.max.toordinal())))
        times.append(datetime.datetime.combine(day, datetime.time()) + datetime.timedelta(seconds=int(rng.integers(86_400))))
    epoch = datetime.datetime(1970, 1, 1)
    cases = []
    for time in times:
        offset = [None, 0, 9 * 3600, -3 * 3600 - 1800][int(rng.integers(4))]
        text = time.isoformat()
        if offset is not None:
            zone = datetime.timezone(datetime.timedelta(seconds=offset))
            text = text + "Z" if offset == 0 else time.replace(tzinfo=zone).isoformat()
        of_year = time.timetuple().tm_yday
        shares = {
            "hour_of_day": (time.hour * 3600 + time.minute * 60 + time.second) / 86_400,
            "day_of_week": time.weekday() / 7,
            "day_of_month": (time.day - 1) / calendar.monthrange(time.year, time.month)[1],
            "day_of_year": (of_year - 1) / (366 if calendar.isleap(time.year) else 365),
            "month_of_year": (time.month - 1) / 12,
        }
        later = {}
        for months in [1, 5, -1, 12, -25]:
            try:
                moved = time + relativedelta(months=months)
                if time.day == calendar.monthrange(time.year, time.month)[1]:
                    moved += relativedelta(day=31)
                later[str(months)] = moved.isoformat()
            except (ValueError, OverflowError):
                later[str(months)] = None
        delta = time - epoch
        cases.append(
            {
                "text": text,
                "seconds": delta.days * 86_400 + delta.seconds - (offset or 0),
                "shares": shares,
                "months_later": later,
            }
        )
    return cases


write("scalers", scaler_cases())
write("filling", filling_cases())
write("linear", linear_cases())
write("measures", measure_cases())
write("calendar", calendar_cases())
