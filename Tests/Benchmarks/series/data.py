"""The four series as CSV, from the Python packages that hold them.

    python data.py FOLDER

Daily weather of Seattle, 2012 to 2015 (vega-datasets, of NOAA); sunspots a year, 1700 to 2008, CO2 at Mauna Loa a week,
1958 to 2001, whose missing weeks stay missing, and the sea surface temperature of El Niño a month, 1950 to 2010
(statsmodels; all three in the public domain).
"""

import argparse
import pathlib

import pandas as pd
import statsmodels.datasets as series
from vega_datasets import data as vega


def weather() -> pd.DataFrame:
    rows = vega.seattle_weather()
    rows["date"] = rows["date"].dt.strftime("%Y-%m-%d")
    return rows


def sunspots() -> pd.DataFrame:
    rows = series.sunspots.load_pandas().data
    return pd.DataFrame({"date": rows["YEAR"].astype(int), "sunspots": rows["SUNACTIVITY"]})


def co2() -> pd.DataFrame:
    rows = series.co2.load_pandas().data
    return pd.DataFrame({"date": rows.index.strftime("%Y-%m-%d"), "co2": rows["co2"].to_numpy()})


def elnino() -> pd.DataFrame:
    rows = series.elnino.load_pandas().data
    return pd.DataFrame(
        [
            (f"{int(row.iloc[0])}-{month:02}", row.iloc[month])
            for _, row in rows.iterrows()
            for month in range(1, 13)
        ],
        columns=["date", "temperature"],
    )


SERIES = {"weather": weather, "sunspots": sunspots, "co2": co2, "elnino": elnino}


def write(folder: pathlib.Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, rows in SERIES.items():
        rows().to_csv(folder / f"{name}.csv", index=False)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=pathlib.Path)
    write(parser.parse_args().folder)
