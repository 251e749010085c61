"""A short training of each series ends, answers and says what it comes to; the same bits for any number of threads."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from program import Sluice
from series import SERIES, Series, weather

WEATHER = SERIES[0]


def test_a_short_training_ends_and_answers(series: Series, files: dict[str, Path], sluice: Sluice) -> None:
    run = sluice.run("train", str(files[series.name]), *series.flags, "--epochs", "3", "-o", "model")
    assert "wrote model" in run.stdout
    for subject in ("model", "linear", "seasonal naive", "last value"):
        assert subject in run.stdout
    assert "The network beats" in run.stdout or "The network does not beat" in run.stdout
    card = json.loads((sluice.folder / "model" / "config.json").read_text())["card"]
    names = {metric["name"] for metric in card["metrics"]}
    assert {"mae", "rmse", "mase", "mase (seasonal naive)", "coverage"} <= names
    assert all(metric["measured_on"].endswith("unseen in training") for metric in card["metrics"])


@pytest.mark.parametrize("mode", ["direct", "autoregressive", "stateful"])
def test_every_mode_is_learned(mode: str, files: dict[str, Path], sluice: Sluice) -> None:
    data = str(files["elnino"])
    flags = ["--target", "temperature", "--window", "24", "--horizon", "6", "--calendar", "month_of_year"]
    sluice.run("train", data, "--task", "forecast", *flags, "--mode", mode, "--epochs", "30", "-o", "model")
    answer = sluice.run("evaluate", "./model", data, "--test-split", "0.2", "--json")
    figures = {figures["subject"]: figures for figures in json.loads(answer.stdout)["figures"]}
    assert figures["model"]["mase"] < figures["last value"]["mase"]


def test_the_number_of_threads_does_not_show(files: dict[str, Path], sluice: Sluice) -> None:
    for threads in ("1", "2"):
        sluice.run(
            "train", str(files["weather"]), *WEATHER.flags, "--epochs", "2", "--threads", threads, "-o", threads
        )
    weights = [(sluice.folder / threads / "model.safetensors").read_bytes() for threads in ("1", "2")]
    assert weights[0] == weights[1]


def test_a_trend_is_warned_of_and_changes_are_learned_instead(files: dict[str, Path], sluice: Sluice) -> None:
    command = ["train", str(files["co2"]), *SERIES[2].flags, "--epochs", "20"]
    plain = sluice.run(*command, "-o", "plain")
    assert "of the later values of 'co2' are outside those trained on; --transform difference" in plain.stderr
    changes = sluice.run(*command, "--transform", "difference", "-o", "changes")
    assert "outside those trained on" not in changes.stderr
    mase = []
    for name in ("plain", "changes"):
        card = json.loads((sluice.folder / name / "config.json").read_text())["card"]
        mase += [metric["value"] for metric in card["metrics"] if metric["name"] == "mase"]
    assert mase[1] < mase[0]


def test_several_targets_and_quantiles(files: dict[str, Path], sluice: Sluice) -> None:
    columns = ["--target", "temp_max", "--target", "temp_min", "--input", "wind"]
    sluice.run(
        "train", str(files["weather"]), "--task", "forecast", *columns, "--window", "14", "--horizon", "3",
        "--quantiles", "0.1,0.5,0.9", "--epochs", "20", "-o", "model",
    )  # fmt: skip
    answer = sluice.run("evaluate", "./model", str(files["weather"]), "--test-split", "0.2", "--json")
    report = json.loads(answer.stdout)
    assert [target["target"] for target in report["targets"]] == ["temp_max", "temp_min"]
    assert 0.6 < report["coverage"] < 0.95
    assert "mae" not in report["figures"][0]


def test_labels_of_a_window_are_learned(files: dict[str, Path], sluice: Sluice) -> None:
    columns = ["--target", "weather"]
    for name in ("precipitation", "temp_max", "temp_min", "wind"):
        columns += ["--input", name]
    run = sluice.run(
        "train", str(files["weather"]), "--task", "forecast", *columns, "--window", "14", "--horizon", "1",
        "--epochs", "10", "-o", "model",
    )  # fmt: skip
    assert "most frequent label" in run.stdout
    config = json.loads((sluice.folder / "model" / "config.json").read_text())["series"]
    assert config["labels"] == sorted(weather()["weather"].unique())
    answer = sluice.run("evaluate", "./model", str(files["weather"]), "--test-split", "0.2", "--json")
    figures = {figures["subject"]: figures for figures in json.loads(answer.stdout)["labels"]}
    labels = weather()["weather"].to_numpy()
    test = len(labels) - int(np.floor(len(labels) * 0.2 + 0.5))
    assert figures["last label"]["accuracy"] == pytest.approx((labels[test:] == labels[test - 1 : -1]).mean())
    # Of rows before the test alone.
    values, counts = np.unique(labels[:test], return_counts=True)
    assert figures["most frequent label"]["accuracy"] == pytest.approx(
        (labels[test:] == values[counts.argmax()]).mean()
    )


def test_an_interrupted_training_goes_on_to_the_same_bits(files: dict[str, Path], sluice: Sluice) -> None:
    import signal
    import subprocess

    command = ["train", str(files["weather"]), *WEATHER.flags, "--epochs", "40", "-o"]
    sluice.run(*command, "whole")
    process = subprocess.Popen(
        [sluice.executable, *command, "model"], cwd=sluice.folder, stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert process.stderr is not None
    for line in process.stderr:
        if line.startswith("epoch  3"):
            process.send_signal(signal.SIGINT)
            break
    output, _ = process.communicate(timeout=60)
    assert process.returncode == 0 and "stopped by Ctrl-C" in output
    assert (sluice.folder / "model.checkpoint").exists()
    sluice.run(*command, "model", "--resume")
    assert not (sluice.folder / "model.checkpoint").exists()
    weights = [(sluice.folder / name / "model.safetensors").read_bytes() for name in ("whole", "model")]
    assert weights[0] == weights[1]
