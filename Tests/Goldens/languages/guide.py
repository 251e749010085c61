"""The paragraphs of the Debian installation guide (package installation-guide-amd64, GPL 2) in its nineteen languages.

Each has the same pages with the same paragraphs. What stands in a page untranslated, which is often English, is left out.
The split goes by paragraph, not by text: all languages of one paragraph are on the same side, so that nothing is trained
on that says what is asked later.
"""

import hashlib
import html
import pathlib
import re

FOLDER = pathlib.Path("/usr/share/doc/installation-guide-amd64")
LANGUAGES = {
    "ca": "ca", "cs": "cs", "da": "da", "de": "de", "el": "el", "en": "en", "es": "es", "fr": "fr", "id": "id", "it": "it",
    "ja": "ja", "ko": "ko", "nl": "nl", "pt": "pt", "ro": "ro", "ru": "ru", "sv": "sv", "vi": "vi", "zh_CN": "zh",
}
# Those written in Latin letters: the others are told by their script.
LATIN = ["ca", "cs", "da", "de", "en", "es", "fr", "id", "it", "nl", "pt", "ro", "sv", "vi"]


def page(folder, name):
    text = (FOLDER / folder / name).read_text(encoding="utf-8", errors="replace")
    found = []
    for inner in re.findall(r"<p>(.*?)</p>", text, re.S):
        inner = html.unescape(re.sub(r"<[^>]+>", "", inner))
        found.append(" ".join(inner.split()))
    return found


def part(name, index):
    """0 to 9: 0 to 6 is for training, 7 and 8 for choosing, 9 for the figures."""
    return hashlib.sha256(f"{name}/{index}".encode()).digest()[0] % 10


def words(text):
    return set(re.findall(r"\w+", text.lower()))


def paragraphs():
    """[(language, text, part)], without what is untranslated, too short or there twice."""
    rows = []
    seen = {}
    for name in sorted(path.name for path in (FOLDER / "en").glob("*.html")):
        english = page("en", name)
        for folder, language in LANGUAGES.items():
            own = page(folder, name)
            if len(own) != len(english):
                continue
            for index, (text, original) in enumerate(zip(own, english)):
                if len(text) < 20:
                    continue
                if language != "en":
                    a, b = words(text), words(original)
                    if not a or len(a & b) > 0.6 * len(a):
                        continue
                key = (language, text)
                if key in seen:
                    continue
                seen[key] = True
                # A paragraph that comes again elsewhere in English is the same one.
                rows.append((language, text, part("", original)))
    return rows
