"""The page of `sluice report`, in a browser as a person has it: what is drawn, clicked and typed."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from browser import Browser
from looking import box, is_whole, look

SECTIONS = ["overview", "training", "evaluation", "map", "attribution", "gates"]
HOSTILE = "</script><script>document.title='broken'</script> <b>굵은</b> 영화"
PAGES = ["sentiment-ko", "slots-en", "nothing given"]


@pytest.fixture(scope="session")
def pages(executable: str, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """A classifier and a tagger with rows, and a classifier with nothing; of the built-in models."""
    folder = tmp_path_factory.mktemp("pages")
    reviews = [
        ("positive", "다시 보고 싶은 영화, 배우들 연기가 정말 좋았다"), ("negative", "지루하고 돈이 아까운 영화였어요"),
        ("positive", "최고의 영화 감동이에요"), ("negative", "이야기가 너무 뻔해서 실망했습니다"),
        ("positive", "시간 낭비, 최악의 영화였다"), ("negative", "정말 재미있고 감동적인 최고의 영화"),
    ]  # fmt: skip
    rows = folder / "rows.tsv"
    rows.write_text("label\ttext\n" + "".join(f"{label}\t{text}\n" for label, text in [*reviews, ("positive", HOSTILE)]))
    commands = [
        ("play the newest song by Miles Davis", "O O B-sort B-music_item O B-artist I-artist"),
        ("book a table for two in Paris", "O O O O B-party_size_number O B-artist"),
        ("rate this album five stars", "O B-object_select B-object_type B-rating_value B-rating_unit"),
    ]
    tagged = folder / "tagged.jsonl"
    with tagged.open("w") as file:
        for text, tags in commands:
            file.write(json.dumps({"text": text, "tokens": text.split(), "tags": tags.split()}) + "\n")

    def report(name: str, *arguments: str) -> Path:
        page = folder / f"{name}.html"
        run = subprocess.run(
            [executable, "report", *arguments, "-o", str(page)], cwd=folder, capture_output=True, text=True, timeout=120
        )
        assert run.returncode == 0, run.stderr
        assert run.stdout.startswith(f"wrote {page}, ")
        return page

    return {
        "sentiment-ko": report("sentiment-ko", "sentiment-ko", "--data", str(rows)),
        "slots-en": report("slots-en", "slots-en", "--data", str(tagged)),
        "nothing given": report("nothing", "sentiment-ko"),
        "texts": report("texts", "sentiment-ko", HOSTILE, "좋은 영화"),
    }


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("width", [400, 1200])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_is_drawn_whole_and_asks_for_nothing(
    browser: Browser, pages: dict[str, Path], name: str, width: int, scheme: str
) -> None:
    look(browser, pages[name], width, scheme)
    is_whole(browser, pages[name], width)
    assert browser.value("document.querySelector('h1').textContent") == ("slots-en" if name == "slots-en" else "sentiment-ko")
    for section in SECTIONS:
        given = name != "nothing given" or section in ["overview", "training", "map"]
        drawn = browser.value(f"document.querySelectorAll('#{section} .body > *').length")
        absent = browser.value(f"document.querySelectorAll('#{section} .absent').length")
        assert (drawn > 0, absent > 0) == (given, not given), section
        assert browser.value(f"document.querySelector('nav a[href=\"#{section}\"]') !== null")


def test_no_text_of_the_data_becomes_a_part_of_the_page(browser: Browser, pages: dict[str, Path]) -> None:
    for name in ["sentiment-ko", "texts"]:
        look(browser, pages[name])
        assert browser.value("document.title") == "sentiment-ko · Sluice report"
        assert browser.value("document.scripts.length") == 2
        shown = browser.value("[...document.querySelectorAll('.reading')].map(each => each.textContent)")
        assert HOSTILE in shown
        assert browser.value("document.querySelectorAll('.reading b').length") == 0


def test_light_and_dark_differ_and_the_switch_chooses(browser: Browser, pages: dict[str, Path]) -> None:
    colour = "getComputedStyle(document.body).backgroundColor"
    corner = "[...document.querySelector('#map canvas').getContext('2d').getImageData(2, 2, 1, 1).data].join()"
    look(browser, pages["sentiment-ko"], scheme="light")
    light = browser.value(colour), browser.value(corner)
    browser.prefer("dark")
    dark = browser.value(colour), browser.value(corner)
    assert light[0] != dark[0] and light[1] != dark[1]
    for choice, expected in [("light", light), ("dark", dark), ("", dark)]:
        browser.value(f"theme.value = '{choice}', theme.dispatchEvent(new Event('change'))")
        browser.settle()
        assert (browser.value(colour), browser.value(corner)) == expected


def test_korean_is_there_and_nothing_of_it_is_cut_off(browser: Browser, pages: dict[str, Path]) -> None:
    look(browser, pages["sentiment-ko"], width=400)
    text = browser.value("document.querySelector('#attribution .reading').textContent")
    assert text in ["다시 보고 싶은 영화, 배우들 연기가 정말 좋았다", "지루하고 돈이 아까운 영화였어요"]
    clipped = browser.value(
        "[...document.querySelectorAll('.reading, .errors li, td, th, h1, h2, h3, dd, button, .labels li')].filter(each =>"
        " each.scrollWidth > each.clientWidth + 1 && getComputedStyle(each).overflowX !== 'auto'"
        " && getComputedStyle(each).display !== 'inline').map(each => each.outerHTML.slice(0, 200))"
    )
    assert clipped == []


def test_a_token_is_found_and_its_neighbours_followed(browser: Browser, pages: dict[str, Path]) -> None:
    look(browser, pages["sentiment-ko"])
    x, y, width, height = box(browser, "#search")
    browser.click(x + width / 2, y + height / 2)
    browser.type("최악")
    assert browser.value("document.querySelector('.found button').textContent") == "최악"
    browser.press("Enter")
    assert browser.value("document.querySelector('#selected').textContent") == "최악"
    neighbours = browser.value("[...document.querySelectorAll('#neighbours span:first-child')].map(each => each.textContent)")
    cosines = browser.value("[...document.querySelectorAll('#neighbours span:last-child')].map(each => Number(each.textContent))")
    assert len(neighbours) == 10 and "최악" not in neighbours
    assert cosines == sorted(cosines, reverse=True) and cosines[0] > 0.5
    x, y, width, height = box(browser, "#neighbours button")
    browser.click(x + width / 2, y + height / 2)
    assert browser.value("document.querySelector('#selected').textContent") == neighbours[0]
    # The one that was found stands in the middle of the map.
    x, y, width, height = box(browser, "#map canvas")
    browser.hover(x + width / 2, y + height / 2)
    assert browser.value("document.querySelector('.tip').textContent").startswith(neighbours[0])
    browser.value("document.querySelector('#search').value = '없는토큰입니다', document.querySelector('#search').dispatchEvent(new Event('input'))")
    assert "Not among" in browser.value("document.querySelector('.found').textContent")


def test_a_click_on_the_map_chooses_a_token(browser: Browser, pages: dict[str, Path]) -> None:
    look(browser, pages["slots-en"])
    assert browser.value("document.querySelector('#selected')") is None
    x, y, width, height = box(browser, "#map canvas")
    browser.click(x + width / 2, y + height / 2)
    chosen = browser.value("document.querySelector('#selected').textContent")
    assert chosen
    # By keys alone: the map moves, zooms and lets go.
    before = browser.value("document.querySelector('#map canvas').toDataURL()")
    browser.value("document.querySelector('#map canvas').focus()")
    for key in ["+", "ArrowLeft"]:
        browser.press(key)
    assert browser.value("document.querySelector('#map canvas').toDataURL()") != before
    browser.press("Escape")
    assert browser.value("document.querySelector('#selected')") is None


def test_the_confusion_matrix_shows_shares_on_demand(browser: Browser, pages: dict[str, Path]) -> None:
    look(browser, pages["sentiment-ko"])
    cells = "[...document.querySelectorAll('.heat td')].map(each => each.textContent)"
    counts = browser.value(cells)
    assert sum(map(int, counts)) == 7
    x, y, width, height = box(browser, "#confusion button:last-child")
    browser.click(x + width / 2, y + height / 2)
    shares = [float(text.removesuffix("\u00a0%")) for text in browser.value(cells)]
    assert abs(shares[0] + shares[1] - 100) < 0.11 and abs(shares[2] + shares[3] - 100) < 0.11


def test_attributions_and_gates_are_read_out(browser: Browser, pages: dict[str, Path]) -> None:
    look(browser, pages["sentiment-ko"])
    x, y, width, height = box(browser, "#attribution .reading span")
    browser.hover(x + width / 2, y + height / 2)
    assert "of the probability of" in browser.value("document.querySelector('#attribution output').textContent")
    browser.value("document.querySelector('#gates canvas').focus()")
    browser.press("ArrowRight")
    first = browser.value("document.querySelector('#gates output').textContent")
    gates = browser.value("[...document.querySelector('#gates-map').options].map(each => each.value)")
    assert first.startswith("step 1, ") and f"unit 0: {gates[0]} 0." in first and "; after it " in first
    browser.press("ArrowRight")
    assert browser.value("document.querySelector('#gates output').textContent").startswith("step 2, ")
    seen = set()
    for gate in gates:
        browser.value(f"(() => {{ const map = document.querySelector('#gates-map'); map.value = '{gate}'; map.dispatchEvent(new Event('change')) }})()")
        browser.settle()
        seen.add(browser.value("document.querySelector('#gates canvas').toDataURL()"))
    assert len(seen) == len(gates) >= 4, "each gate and state is another picture"


def test_a_tag_is_chosen_and_the_others_show_their_part(browser: Browser, pages: dict[str, Path]) -> None:
    look(browser, pages["slots-en"])
    said = "document.querySelector('#attribution output').textContent"
    colours = "[...document.querySelectorAll('#attribution article:first-of-type .tokens button')].map(each => each.style.background)"
    before = browser.value(said), browser.value(colours)
    x, y, width, height = box(browser, "#attribution .tokens button:last-child")
    browser.click(x + width / 2, y + height / 2)
    assert browser.value(said) != before[0]
    assert browser.value(colours) != before[1]
    assert browser.value("[...document.querySelector('#gates-layer').options].map(each => each.text)") == [
        "bidirectional, forward",
        "bidirectional, backward",
    ]


def test_a_report_that_cannot_be_made_says_why_and_leaves_the_older_one(executable: str, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text("older")
    (tmp_path / "odd.tsv").write_text("label\ttext\nawful\t영화\n")

    def report(*arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run([executable, "report", *arguments], cwd=tmp_path, capture_output=True, text=True, timeout=60)

    for arguments, words in [
        (["sentiment-ko", "-o", str(page), "--data", "odd.tsv"], ["odd.tsv:2", "'awful'", "negative"]),
        (["sentiment-ko", "-o", str(page), "--data", "none.tsv"], ["none.tsv"]),
        (["no-such-model", "-o", str(page)], ["no model 'no-such-model'", "sentiment-ko"]),
        (["sentiment-ko", "-o", str(tmp_path / "no" / "folder.html")], ["folder.html"]),
    ]:
        run = report(*arguments)
        assert run.returncode == 1
        for word in words:
            assert word in run.stderr
    assert page.read_text() == "older"
    assert report("sentiment-ko").returncode == 2
    assert report("sentiment-ko", "a text", "--texts", "odd.tsv", "-o", str(page)).returncode == 2
