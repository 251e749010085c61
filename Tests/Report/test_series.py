"""The pages of a network that forecasts and of an outlier, in a browser as a person has them."""

from __future__ import annotations

import datetime
import json
import math
import random
import subprocess
from pathlib import Path
from typing import Any

import pytest
from browser import Browser
from looking import box, is_whole, look

TARGET = "최고 기온 <b>굵은</b></script>"
SECTIONS = ["overview", "training", "forecasts", "baselines", "intervals", "residuals"]


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """500 days of a temperature that goes up and down by the week, a wind, and the sky."""
    folder = tmp_path_factory.mktemp("series")
    chance = random.Random(7)
    lines = [f"날짜,{TARGET},바람,하늘"]
    for day in range(500):
        temperature = 15 + 6 * math.sin(day / 7 * 2 * math.pi) + chance.gauss(0, 1.5)
        date = datetime.date(2020, 1, 1) + datetime.timedelta(day)
        lines.append(f"{date},{temperature:.2f},{chance.uniform(0, 9):.1f},{'맑음' if temperature > 15 else '흐림'}")
    (folder / "날씨.csv").write_text("\n".join(lines) + "\n")
    return folder


def run(executable: str, folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([executable, *arguments], cwd=folder, capture_output=True, text=True, timeout=120)


def answer(executable: str, folder: Path, *arguments: str) -> str:
    done = run(executable, folder, *arguments)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="session")
def pages(executable: str, folder: Path) -> dict[str, Path]:
    train = ["train", "날씨.csv", "--task", "forecast", "--epochs", "6", "--window", "14"]
    answer(executable, folder, *train, "--target", TARGET, "--input", "바람", "--horizon", "5", "-o", "수온")
    answer(executable, folder, *train, "--target", "하늘", "--input", TARGET, "--horizon", "1", "-o", "하늘")
    reports = {
        "numbers": ["report", "./수온", "--data", "날씨.csv", "--test-split", "0.2"],
        "labels": ["report", "./하늘", "--data", "날씨.csv", "--test-split", "0.2"],
        "nothing given": ["report", "./수온"],
        "outlier": ["outlier", "날씨.csv", "--target", TARGET, "--window", "14"],
    }
    pages = {}
    for name, arguments in reports.items():
        pages[name] = folder / f"{name}.html"
        said = answer(executable, folder, *arguments, "-o", str(pages[name]))
        assert said.startswith(f"wrote {pages[name]}, ")
    return pages


def data(browser: Browser) -> Any:
    return browser.value("JSON.parse(document.getElementById('data').textContent)")


@pytest.mark.parametrize("name", ["numbers", "labels", "nothing given", "outlier"])
@pytest.mark.parametrize("width", [400, 1200])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_is_drawn_whole_and_asks_for_nothing(
    browser: Browser, pages: dict[str, Path], name: str, width: int, scheme: str
) -> None:
    look(browser, pages[name], width, scheme)
    is_whole(browser, pages[name], width)
    sections = browser.value("[...document.querySelectorAll('main > section')].map(each => each.id)")
    assert sections == {
        "numbers": SECTIONS, "labels": ["overview", "training", "evaluation"],
        "nothing given": ["overview", "training", "forecasts"], "outlier": ["series", "scalers", "errors"],
    }[name]  # fmt: skip
    assert browser.value("[...document.querySelectorAll('nav a')].map(each => each.hash.slice(1))") == sections
    absent = browser.value("[...document.querySelectorAll('.absent')].map(each => each.closest('section').id)")
    assert absent == (["forecasts"] if name == "nothing given" else [])


def test_no_name_of_a_column_becomes_a_part_of_the_page(browser: Browser, pages: dict[str, Path]) -> None:
    for name in ["numbers", "labels", "outlier"]:
        look(browser, pages[name])
        assert browser.value("document.scripts.length") == 2
        assert browser.value("document.body.innerText").count(TARGET) > 1
        assert browser.value("[...document.querySelectorAll('b')].every(each => each.textContent !== '굵은')")


def test_the_figures_are_those_of_evaluate(browser: Browser, pages: dict[str, Path], executable: str, folder: Path) -> None:
    report = json.loads(answer(executable, folder, "evaluate", "./수온", "날씨.csv", "--test-split", "0.2", "--json"))
    look(browser, pages["numbers"])
    rows = browser.value(
        "[...document.querySelectorAll('#baselines tbody tr')].map(row => [...row.cells].map(cell => cell.textContent))"
    )
    expected = report["targets"][0]["figures"]
    assert [row[0] for row in rows] == ["this model", *[each["subject"] for each in expected[1:]]]
    for row, each in zip(rows, expected):
        assert float(row[1]) == pytest.approx(each["mae"], rel=1e-3)
        assert float(row[2]) == pytest.approx(each["rmse"], rel=1e-3)
        assert float(row[3]) == pytest.approx(each["mase"], abs=6e-4)
    text = browser.value("document.body.innerText")
    assert report["verdict"] in text
    assert f"{100 * report['targets'][0]['coverage']:.1f}\u00a0% lay within; 80.0\u00a0% was promised" in text
    assert f"{report['origins']} origins in the 500 rows of 날씨.csv" in text


def test_a_row_is_read_out_and_a_step_chosen(browser: Browser, pages: dict[str, Path]) -> None:
    look(browser, pages["numbers"])
    measured = data(browser)["forecasts"]
    said = "document.querySelector('#forecasts output').textContent"
    browser.value("document.querySelector('#forecasts canvas').focus()")
    browser.press("ArrowLeft")
    # At the end of what is drawn came the last row, which four rows of the horizon were said of.
    assert browser.value(said).startswith(measured["times"][-1] + ": came ")
    for _ in range(4):
        browser.press("ArrowLeft")
    row = measured["rows"] - 5
    target = measured["targets"][0]
    index = row - 1 - measured["origin"]
    assert index == measured["origins"] - 1
    assert browser.value(said).startswith(f"{measured['times'][row]}: came {target['truth'][row]:g}; said one row ahead: ")
    assert float(browser.value(said).split("ahead: ")[1].split(",")[0]) == pytest.approx(target["forecast"][0][index], rel=1e-3)
    before = browser.value("document.querySelector('#forecasts canvas').toDataURL()")
    residuals = browser.value("document.querySelector('#residuals .body').textContent")
    browser.value("(() => { const step = document.querySelector('#forecasts select'); step.value = '4'; step.dispatchEvent(new Event('change')) })()")
    browser.settle()
    assert "said 5 rows ahead" in browser.value(said)
    assert browser.value("document.querySelector('#forecasts canvas').toDataURL()") != before
    # The sections speak of the same step.
    assert browser.value("document.querySelector('#residuals select').value") == "4"
    assert browser.value("document.querySelector('#residuals .body').textContent") != residuals
    x, y, width, height = box(browser, "#forecasts canvas")
    browser.hover(x + width / 2, y + height / 2)
    first = browser.value(said)
    browser.hover(x + width / 2 + 60, y + height / 2)
    assert first != browser.value(said) and "between" in first


def test_the_picture_is_moved_and_zoomed(browser: Browser, pages: dict[str, Path]) -> None:
    look(browser, pages["numbers"])
    picture = "document.querySelector('#forecasts canvas').toDataURL()"
    seen = [browser.value(picture)]
    browser.value("document.querySelector('#forecasts canvas').focus()")
    for key in ["+", "0"]:
        browser.press(key)
        seen.append(browser.value(picture))
    x, y, width, height = box(browser, "#forecasts .zoom button")
    browser.click(x + width / 2, y + height / 2)
    browser.hover(5, 5)
    seen.append(browser.value(picture))
    x, y, width, height = box(browser, "#forecasts .strip")
    browser.click(x + width / 4, y + height / 2)
    seen.append(browser.value(picture))
    browser.value("document.querySelector('#forecasts .controls button').click()")
    browser.settle()
    seen.append(browser.value(picture))
    assert all(before != after for before, after in zip(seen, seen[1:]))
    # Zero shows all, as it was.
    assert seen[2] == seen[0] and seen[3] == seen[1]


def test_of_labels_it_is_what_is_taken_for_what(browser: Browser, pages: dict[str, Path]) -> None:
    look(browser, pages["labels"])
    cells = browser.value("[...document.querySelectorAll('.heat td')].map(each => Number(each.textContent))")
    assert sum(cells) == 100
    text = browser.value("document.querySelector('#evaluation').innerText")
    for words in ["last label", "most frequent label", "맑음", "흐림", "Measured for this page on 100 rows of 날씨.csv."]:
        assert words in text


def test_sizes_of_the_outlier_are_chosen_and_all_follows(browser: Browser, pages: dict[str, Path]) -> None:
    look(browser, pages["outlier"])
    study = data(browser)
    rows = "[...document.querySelectorAll('#scalers tbody tr')].map(row => [...row.cells].slice(0, 4).map(cell => cell.textContent))"
    pictures = "[...document.querySelectorAll('svg')].map(svg => svg.innerHTML).join()"
    assert study["sizes"] == [0, 5, 10, 20, 50] and study["training"] == 400
    seen = set()
    for index, size in enumerate(study["sizes"]):
        browser.value(
            f"(() => {{ const size = document.querySelector('#size'); size.value = '{index}'; size.dispatchEvent(new Event('input')) }})()"
        )
        browser.settle()
        assert browser.value("[...document.querySelectorAll('input[type=range]')].map(each => each.value)") == [str(index)] * 3
        table = {name: (float(center), float(scale), float(kept.split("\u00a0")[0])) for name, center, scale, kept in browser.value(rows)}
        training = study["values"][: study["training"]]
        training[study["row"]] = study["outliers"][index]
        assert table["min-max"][0] == pytest.approx(min(training), rel=1e-3)
        assert table["min-max"][1] == pytest.approx(max(training) - min(training), rel=1e-3)
        mean = sum(training) / len(training)
        assert table["standard"][0] == pytest.approx(mean, rel=1e-3)
        assert table["standard"][1] == pytest.approx(math.sqrt(sum((each - mean) ** 2 for each in training) / len(training)), rel=1e-3)
        assert table["none"] == (0, 1, 100)
        seen.add(browser.value(pictures))
    assert len(seen) == 5, "each size is another picture"
    assert table["robust"][2] > 98 and table["min-max"][2] < 15 and 30 < table["standard"][2] < 45
    errors = browser.value("[...document.querySelectorAll('#errors tbody tr')].map(row => [...row.cells].map(cell => cell.textContent))")
    assert [row[0] for row in errors][:4] == ["standard", "min-max", "robust", "none"]
    assert all(len(row) == 6 for row in errors)


def test_a_page_that_cannot_be_written_says_why_and_leaves_the_older_one(
    executable: str, folder: Path, tmp_path: Path, pages: dict[str, Path]
) -> None:
    page = tmp_path / "page.html"
    page.write_text("older")
    (folder / "same.csv").write_text("x\n" + "7\n" * 60)
    for arguments, status, words in [
        (["outlier", "날씨.csv", "--target", "하늘"], 1, ["날씨.csv:2", "하늘", "expected a number"]),
        (["outlier", "날씨.csv", "--target", "없음"], 1, ["날씨.csv", "없음"]),
        (["outlier", "same.csv", "--target", "x"], 1, ["same.csv", "the same value"]),
        (["outlier", "날씨.csv", "--target", TARGET, "--window", "480"], 1, ["window", "480"]),
        (["outlier", "날씨.csv"], 2, ["--target"]),
        (["report", "./수온", "--data", "same.csv"], 1, ["same.csv:1", TARGET]),
        (["report", "./수온", "a text"], 1, ["reads no texts"]),
        (["report", "sentiment-ko", "--test-split", "0.2"], 2, ["--test-split", "sentiment-ko"]),
        (["report", "./수온", "--test-split", "2"], 2, ["--test-split"]),
    ]:
        done = run(executable, folder, *arguments, "-o", str(page))
        assert done.returncode == status, (arguments, done.stderr)
        for word in words:
            assert word in done.stderr, (arguments, done.stderr)
    assert page.read_text() == "older"
