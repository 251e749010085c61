"""Forecasts of four series by recurrent networks: beside the naive forecasts, and beside Keras.

Weather of Seattle, sunspots, CO2 at Mauna Loa and El Niño, read from the packages that hold them. Each has a recipe in
`recipes/`, which was chosen by the validation part alone; the season is the one by which the seasonal naive forecast is
best on the rows to train on. Forecasts are made after every row of the last fifth that has its horizon within it.

Keras begins with our initial weights and has the rows in our order. With a draw of its own the same recipe comes to an
error some percent above or below, as it does with another seed of ours.

MASE: the mean absolute error, divided by that of the seasonal naive forecast one step ahead on the rows to train on.
"""

import argparse
import json
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

import numpy as np
import pandas as pd

import data
from windows import Windows

HERE = pathlib.Path(__file__).parent
SEEDS = [1, 2, 3]
BASELINES = ["last value", "seasonal naive", "linear"]
# After how many rows a series might repeat.
SEASONS = {"weather": [7, 30, 365], "sunspots": [9, 10, 11, 12, 22], "co2": [26, 52, 104], "elnino": [6, 12, 24]}
# How far our error may be from Keras's.
KERAS_TOLERANCE = 0.03
SPEED = 3
EPOCHS = 30


class Series:
    """A recipe, its file, and the same windows in numpy."""

    def __init__(self, name: str, folder: pathlib.Path):
        self.name = name
        self.recipe = json.loads((HERE / "recipes" / f"{name}.json").read_text())
        self.file = folder / f"{name}.csv"
        self.windows = Windows(self.recipe, pd.read_csv(self.file))


class Sluice:
    def __init__(self, binary: str, folder: pathlib.Path):
        self.binary, self.folder = binary, folder

    def _run(self, *command: object) -> str:
        words = [self.binary, *map(str, command)]
        done = subprocess.run(words, capture_output=True, text=True)
        if done.returncode != 0:
            sys.exit(f"{' '.join(words)}: {done.stderr}")
        return done.stdout

    def train(self, series: Series, seed: int, fit: dict | None = None) -> pathlib.Path:
        """The model's directory."""
        recipe = self.folder / f"{series.name}-recipe.json"
        recipe.write_text(json.dumps({**series.recipe, "fit": {**series.recipe["fit"], **(fit or {}), "seed": seed}}))
        model = self.folder / f"{series.name}-{seed}"
        self._run("train", series.file, "--task", "forecast", "--recipe", recipe, "--threads", 2, "-o", model)
        return model

    def start(self, series: Series, seed: int) -> dict[str, np.ndarray]:
        """The weights that a seed begins with: a training so slow that it leaves them as they were drawn."""
        model = self.train(series, seed, {"epochs": 1, "learning_rate": 1e-30})
        content = (model / "model.safetensors").read_bytes()
        end = 8 + int.from_bytes(content[:8], "little")
        weights = {}
        for name, tensor in json.loads(content[8:end]).items():
            if tensor.get("dtype") == "F32":
                first, last = tensor["data_offsets"]
                weights[name] = np.frombuffer(content[end + first : end + last], np.float32).reshape(tensor["shape"])
        return weights

    def errors(self, series: Series, model: pathlib.Path) -> dict[str, float]:
        """MASE by who forecasts, of the test part."""
        share = series.recipe["fit"]["test_split"]
        report = json.loads(self._run("evaluate", model, series.file, "--test-split", share, "--json"))
        return {figures["subject"]: figures["mase"] for figures in report["figures"]}


def check_season(series: Series) -> None:
    """That of the recipe makes the seasonal naive forecast as good as it can be on the rows to train on."""
    windows, seasons = series.windows, SEASONS[series.name]
    origins = windows.origins("training")
    origins = origins[origins >= max(seasons) - 1]
    best = min(seasons, key=lambda season: windows.error(windows.seasonal(origins, season), origins))
    if best != windows.season:
        sys.exit(f"{series.name}: season {windows.season} in the recipe, but {best} forecasts better")


def check_baselines(series: Series, errors: dict[str, float]) -> None:
    """Ours, in another language, are those of numpy: so windows, split and scale are the same."""
    windows = series.windows
    origins = windows.origins("test")
    wanted = {
        "last value": windows.last_value(origins),
        "seasonal naive": windows.seasonal(origins),
        "linear": windows.linear(origins),
    }
    for name, forecast in wanted.items():
        error = windows.error(forecast, origins)
        if abs(errors[name] / error - 1) > 1e-4:
            sys.exit(f"{series.name}, {name}: MASE {errors[name]}, and by numpy {error}")


def accuracy(sluice: Sluice, everything: list[Series], keras: bool) -> None:
    print(f"MASE over all origins and steps of the last fifth; networks: the mean of seeds {SEEDS}")
    heads = ["network", *BASELINES, "network / seasonal naive"] + (["Keras", "network / Keras"] if keras else [])
    widths = [16, 16, 16, 16, 26, 10, 18]
    print(f"  {'':<32}" + "".join(f"{head:>{width}}" for head, width in zip(heads, widths)))
    beaten, far = 0, []
    for series in everything:
        check_season(series)
        runs = [sluice.errors(series, sluice.train(series, seed)) for seed in SEEDS]
        for run in runs:
            check_baselines(series, run)
        network = statistics.mean(run["model"] for run in runs)
        beaten += network < runs[0]["seasonal naive"]
        windows = series.windows
        title = (
            f"{series.name}, {series.recipe['layers'][0]['class_name']}, {windows.window} → {windows.horizon}, "
            f"season {windows.season}"
        )
        figures = [network, *(runs[0][name] for name in BASELINES), network / runs[0]["seasonal naive"]]
        if keras:
            import peer

            theirs = []
            for seed in SEEDS:
                training = peer.Training(series.recipe, windows, sluice.start(series, seed))
                training.follow(seed)
                theirs.append(training.error("test"))
            ratio = network / statistics.mean(theirs)
            figures += [statistics.mean(theirs), ratio]
            if abs(ratio - 1) > KERAS_TOLERANCE:
                far.append(series.name)
        line = "".join(f"{figure:{width}.3f}" for figure, width in zip(figures, widths))
        print(f"  {title:<32}{line}", flush=True)
    print(f"  better than the seasonal naive forecast: {beaten} of {len(everything)} (asked: 3 of 4)")
    if keras:
        print(f"  farther than {KERAS_TOLERANCE:.0%} from Keras: {', '.join(far) or 'none'} (asked: none)")


def speed(sluice: Sluice, series: Series, rounds: int) -> None:
    """A training of so many epochs, ours and Keras's in turns; the first of each warms up."""
    import peer

    for kind in ("GRU", "LSTM"):
        layers = [{**series.recipe["layers"][0], "class_name": kind}, {"class_name": "Dense"}]
        fit = {**series.recipe["fit"], "epochs": EPOCHS, "patience": None}
        changed = {**series.recipe, "layers": layers, "fit": fit}
        series.recipe = changed
        recipe = sluice.folder / "speed.json"
        recipe.write_text(json.dumps(changed))
        training = peer.Training(changed, series.windows)
        training.run(1)
        ours, theirs, our_process, their_process = [], [], [], []
        for number in range(rounds + 1):
            began = time.perf_counter()
            model = sluice.train(series, 1)
            whole = time.perf_counter() - began
            epochs = json.loads((model / "history.json").read_text())["epochs"]
            began = time.perf_counter()
            training.run(EPOCHS)
            fitted = time.perf_counter() - began
            began = time.perf_counter()
            subprocess.run(
                [sys.executable, HERE / "peer.py", recipe, series.file, "--epochs", str(EPOCHS)],
                check=True,
                stderr=subprocess.DEVNULL,
            )
            if number > 0:
                ours.append(sum(epoch["seconds"] for epoch in epochs))
                our_process.append(whole)
                theirs.append(fitted)
                their_process.append(time.perf_counter() - began)
        for what, mine, other in (("", ours, theirs), (", whole process", our_process, their_process)):
            ratios = [b / a for a, b in zip(mine, other)]
            print(
                f"  {kind + what:<22} {statistics.median(mine):7.2f} s, Keras {statistics.median(other):7.2f} s: "
                f"{statistics.median(ratios):5.1f} x as fast ({min(ratios):.1f}..{max(ratios):.1f}; asked: {SPEED})",
                flush=True,
            )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sluice", required=True, help="the built command")
    parser.add_argument("--only", choices=["accuracy", "speed"], help="one part")
    parser.add_argument("--no-keras", action="store_true", help="leave Keras out of the table of accuracy")
    parser.add_argument("--rounds", type=int, default=5, help="of the speed")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        data.write(folder)
        everything = [Series(each, folder) for each in data.SERIES]
        sluice = Sluice(given.sluice, folder)
        if given.only != "speed":
            accuracy(sluice, everything, keras=not given.no_keras)
        if given.only != "accuracy":
            weather = everything[0]
            learned = len(weather.windows.origins("training"))
            print(f"Training of the weather: {learned} windows of {weather.windows.window}, {EPOCHS} epochs, 2 threads")
            speed(sluice, weather, given.rounds)


if __name__ == "__main__":
    main()
