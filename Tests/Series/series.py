"""Four series of packages, written as CSV when the tests run."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Callable

import numpy as np
import pandas as pd


@dataclass(frozen=True)
class Series:
    name: str
    table: Callable[[], pd.DataFrame]
    date: str
    target: str
    season: int
    window: int
    horizon: int
    inputs: list[str] = field(default_factory=list)

    def values(self, column: str) -> np.ndarray:
        """With what is missing on the line between its neighbours."""
        return self.table()[column].interpolate().to_numpy(dtype=np.float64)

    @property
    def flags(self) -> list[str]:
        columns = [flag for name in self.inputs for flag in ("--input", name)]
        return [
            "--task", "forecast", "--target", self.target, *columns, "--window", str(self.window),
            "--horizon", str(self.horizon), "--missing", "interpolate",
        ]  # fmt: skip


def weather() -> pd.DataFrame:
    from vega_datasets import local_data

    return local_data.seattle_weather()


def sunspots() -> pd.DataFrame:
    import statsmodels.api as sm

    return sm.datasets.sunspots.load_pandas().data


def co2() -> pd.DataFrame:
    import statsmodels.api as sm

    return sm.datasets.co2.load_pandas().data.rename_axis("week").reset_index()


def elnino() -> pd.DataFrame:
    """A row a month instead of a column a month."""
    import statsmodels.api as sm

    years = sm.datasets.elnino.load_pandas().data
    months = [f"{int(year)}-{month:02}" for year in years["YEAR"] for month in range(1, 13)]
    return pd.DataFrame({"month": months, "temperature": years.drop(columns="YEAR").to_numpy().reshape(-1)})


SERIES = [
    Series("weather", weather, "date", "temp_max", 7, 28, 7, ["precipitation", "wind"]),
    Series("sunspots", sunspots, "YEAR", "SUNACTIVITY", 1, 22, 3),
    Series("co2", co2, "week", "co2", 52, 26, 4),
    Series("elnino", elnino, "month", "temperature", 12, 24, 6),
]


def write(series: Series, folder: Path) -> Path:
    path = folder / f"{series.name}.csv"
    series.table().to_csv(path, index=False, date_format="%Y-%m-%d")
    return path


def parts(rows: int) -> tuple[int, int]:
    """Where the validation rows begin and where the test rows do, a fifth of all rows each."""
    test = int(np.floor(rows * 0.2 + 0.5))
    validation = int(np.floor(rows * 0.2 + 0.5))
    return rows - test - validation, rows - test
