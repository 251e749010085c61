"""What no model can be made of is refused in plain words: what came, what was expected, what to do."""

from __future__ import annotations

from pathlib import Path

import pytest
from program import Sluice
from series import SERIES

WEATHER = SERIES[0]


def days(rows: list[str], header: str = "date,x") -> str:
    return "\n".join([header, *rows]) + "\n"


ORDERED = [f"2012-01-{day:02},{day % 7}" for day in range(1, 31)]
SMALL = ["--window", "4", "--horizon", "2"]


def changed(row: int, text: str) -> str:
    """`row` from 1, without the header."""
    rows = list(ORDERED)
    rows[row - 1] = text
    return days(rows)


@pytest.mark.parametrize(
    ("data", "flags", "words"),
    [
        (changed(9, "2011-01-01,1"), SMALL, ["data.csv:10", "2011-01-01 after 2012-01-08", "order of time", "--sort"]),
        (changed(9, "2012-01-08,1"), SMALL, ["data.csv:10", "2012-01-08", "--repeated"]),
        (changed(9, "2012-01-09,"), SMALL, ["data.csv:10", "column x", "missing", "--missing"]),
        (changed(9, "2012-01-09,NaN"), SMALL, ["data.csv:10", "missing"]),
        (changed(9, "2012-01-09,rain"), SMALL, ["data.csv:10", "'rain'", "'x'", "a number"]),
        (changed(9, '2012-01-09,"3,5"'), SMALL, ["data.csv:10", "'3,5'", "decimal point", "write 3.5"]),
        (changed(9, "2012-01-09,3,5"), SMALL, ["data.csv:10", "3 fields", "decimal point"]),
        (changed(9, "2012-01-09,inf"), SMALL, ["data.csv:10", "'inf'", "finite"]),
        (changed(9, "soon,5"), SMALL, ["data.csv:10", "'soon'", "a date"]),
        (days([*ORDERED, "2912-01-01,1"]), [*SMALL, "--missing", "carry"], ["gap", "2912-01-01"]),
        (days(ORDERED), ["--window", "400", "--horizon", "2"], ["30 rows", "400"]),
        (days(ORDERED), ["--window", "4", "--horizon", "0"], ["horizon 0", "1 to 10000"]),
        (days(ORDERED), ["--window", "0", "--horizon", "1"], ["window 0"]),
        (days(ORDERED), [*SMALL, "--input", "x"], ["x more than once"]),
        (days(ORDERED), [*SMALL, "--input", "y"], ["'date', 'x'", "'y'"]),
        (days(ORDERED), [*SMALL, "--date-column", "when"], ["'when'"]),
        (days(ORDERED), [*SMALL, "--transform", "log"], ["above 0", "log1p"]),
        (days(ORDERED), [*SMALL, "--quantiles", "0.9,0.1"], ["quantiles", "ascending"]),
        (days(ORDERED), [*SMALL, "--quantiles", "0.1,0.9"], ["quantiles 0.1, 0.9", "0.5"]),
        (days(ORDERED), [*SMALL, "--quantiles", "0.1,0.9", "--mode", "autoregressive"], ["quantile", "autoregressive"]),
        (days(ORDERED), [*SMALL, "--season", "0"], ["season 0"]),
        (days(ORDERED), [*SMALL, "--interval", "5min"], ["5min"]),
        (days(["rain"] * 30, "x"), SMALL, ["1 different texts", "two labels"]),
        (days([f"text {row}" for row in range(30)], "x"), SMALL, ["30 different texts", "numbers, or labels"]),
        (days(["rain", "sun"] * 15, "x"), SMALL, ["inputs or calendar features"]),
        ("x\n", SMALL, ["without rows"]),
        ("", SMALL, ["no line"]),
        ("date;x\n2012-01-01;3,5\n", SMALL, ["semicolons"]),
        (days(["01/31/2020,1"]), SMALL, ["data.csv:2", "'01/31/2020'", "a date", "--date-column none"]),
        (days([f"2012,{month},1" for month in range(1, 13)], "year,month,x"), SMALL, ["2012", "--date-column none"]),
    ],
)  # fmt: skip
def test_it_is_said_what_is_wrong(data: str, flags: list[str], words: list[str], sluice: Sluice) -> None:
    (sluice.folder / "data.csv").write_text(data)
    command = ["train", "data.csv", "--task", "forecast", "--target", "x", *flags, "--epochs", "1", "-o", "model"]
    message = sluice.run(*command, status=1).stderr
    for word in words:
        assert word in message
    assert not (sluice.folder / "model").exists()


@pytest.mark.parametrize(
    ("flags", "words"),
    [
        (["--task", "forecast"], ["no target", "--target"]),
        (["--task", "forecast", "--target", "x", "--text-column", "x"], ["--text-column is of texts"]),
        (["--task", "forecast", "--target", "x", "--held-out", "data.csv"], ["--held-out is of texts"]),
        (["--task", "forecast", "--target", "x", "--weights", "int8"], ["--weights is of texts"]),
        (["--target", "x"], ["--target is for --task forecast alone"]),
        (["--task", "tag", "--horizon", "2"], ["--horizon is for --task forecast alone"]),
        (["--task", "forecast", "--target", "x", "--quantiles", "few"], ["--quantiles must be numbers"]),
        (["--task", "forecast", "--target", "x", "--quantiles", "0.5", "--coverage", "0.9"], ["--coverage"]),
        (["--task", "forecast", "--target", "x", "--interval", "often"], ["--interval must be"]),
        (["--task", "forecast", "--target", "x", "--scaler", "largest"], ["'standard', 'min_max', 'robust'"]),
    ],
)
def test_flags_that_do_not_fit_are_refused(flags: list[str], words: list[str], sluice: Sluice) -> None:
    (sluice.folder / "data.csv").write_text(days(ORDERED))
    message = sluice.run("train", "data.csv", *flags, "-o", "model", status=2).stderr
    for word in words:
        assert word in message


def test_what_can_be_mended_is_mended_where_it_is_asked_for(sluice: Sluice) -> None:
    rows = ORDERED + ["2012-01-31,", "2012-02-02,1", "2012-02-02,3"]
    rows[3], rows[4] = rows[4], rows[3]
    (sluice.folder / "data.csv").write_text(days(rows))
    flags = ["--sort", "--repeated", "mean", "--missing", "interpolate", *SMALL, "--epochs", "1"]
    run = sluice.run("train", "data.csv", "--task", "forecast", "--target", "x", *flags, "-o", "model")
    assert "33 rows from 2012-01-01 to 2012-02-02, a step of 1d" in run.stderr
    assert "sorted" in run.stderr


def test_a_constant_column_is_no_division_by_zero(sluice: Sluice) -> None:
    rows = [f"{row},5,{index % 3}" for index, row in enumerate(f"2012-01-{day:02}" for day in range(1, 31))]
    (sluice.folder / "data.csv").write_text(days(rows, "date,x,y"))
    flags = ["--target", "x", "--target", "y", "--input", "z", *SMALL, "--epochs", "2"]
    (sluice.folder / "data.csv").write_text(days([f"{row},-1" for row in rows], "date,x,y,z"))
    for scaler in ("standard", "min_max", "robust", "none"):
        run = sluice.run("train", "data.csv", "--task", "forecast", *flags, "--scaler", scaler, "-o", scaler)
        assert "nan" not in run.stdout and "inf" not in run.stdout.replace("training", "")


def test_a_file_to_measure_on_needs_the_columns_of_the_training(files: dict[str, Path], sluice: Sluice) -> None:
    sluice.run("train", str(files["weather"]), *WEATHER.flags, "--epochs", "1", "-o", "model")
    (sluice.folder / "data.csv").write_text(days(ORDERED, "date,temp_max"))
    message = sluice.run("evaluate", "./model", "data.csv", status=1).stderr
    assert "'date', 'temp_max'" in message and "'precipitation'" in message
    message = sluice.run("evaluate", "./model", str(files["weather"]), "--text-column", "x", status=2).stderr
    assert "--text-column is of texts" in message
    message = sluice.run("evaluate", "sentiment-ko", str(files["weather"]), "--test-split", "0.2", status=2).stderr
    assert "--test-split is of a series" in message
