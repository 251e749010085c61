"""What all tests of pages do with one."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from browser import Browser


def look(browser: Browser, page: Path, width: int = 1200, scheme: str = "light") -> None:
    browser.size(width)
    browser.prefer(scheme)
    browser.open(page)


def box(browser: Browser, selector: str) -> Any:
    """x, y, width and height in the window, once it has been brought into view."""
    found = browser.value(
        f"(() => {{ const element = document.querySelector({json.dumps(selector)}); element.scrollIntoView({{block: 'center'}});"
        " const box = element.getBoundingClientRect(); return [box.x, box.y, box.width, box.height] })()"
    )
    browser.settle()
    return found


def is_whole(browser: Browser, page: Path, width: int) -> None:
    """It asks for nothing, is not wider than the window, and shows nothing of what a script shows where it has nothing."""
    assert browser.console == []
    assert browser.requests == [page.resolve().as_uri()]
    assert browser.value("document.documentElement.scrollWidth") <= width
    assert browser.value("document.body.innerText.match(/\\b(null|undefined|NaN|Infinity)\\b|\\[object/)") is None
    # Every picture has something on it.
    assert browser.value(
        "[...document.querySelectorAll('canvas')].filter(each => each.offsetParent).every(canvas => new Set(new Uint32Array("
        "canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data.buffer)).size > 3)"
    )
    assert browser.value("[...document.querySelectorAll('svg')].every(svg => svg.getBoundingClientRect().width > 100)")
