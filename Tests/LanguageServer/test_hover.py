"""textDocument/hover: what a word is, what is near it, and what its paragraph says."""

from __future__ import annotations

from typing import List, Optional

import pytest
from lsprotocol import types

import capabilities as can
from editor import SETTINGS, Document, Editor, hundredths, prose
from samples import COMPLAINT, ENGLISH, LINE_ENDS, MARKDOWN, PRAISE, PYTHON, reviews


async def shown(editor: Editor, document: Document, position: types.Position) -> str:
    hover = await editor.hover(document, position)
    assert hover is not None and isinstance(hover.contents, types.MarkupContent)
    assert hover.contents.kind is types.MarkupKind.Markdown
    return hover.contents.value


@pytest.mark.parametrize("end", LINE_ENDS)
async def test_a_korean_word_has_its_lemma_part_of_speech_and_neighbours(editor: Editor, end: str) -> None:
    document = editor.open(reviews(end))
    text = prose(await shown(editor, document, document.at("영화였다")))
    assert "영화" in text and "noun" in text.lower()
    for neighbour in (await editor.call("words/similar", {"word": "영화", "top": 3})).neighbours:
        assert neighbour.word in text
        assert f"{neighbour.similarity:.2f}" in text
    text = prose(await shown(editor, document, document.at("재미있는")))
    assert "재미있다" in text and "adjective" in text.lower()


@pytest.mark.parametrize("end", LINE_ENDS)
async def test_the_range_is_the_word(editor: Editor, end: str) -> None:
    document = editor.open(reviews(end))
    for word, nth in (("재미있는", 0), ("배우들의", 0), ("연기도", 0), ("최악이다", 0), ("movies", 0), ("running", 0)):
        for inside in range(len(word) - 1):
            hover = await editor.hover(document, document.at(word, nth, inside))
            assert hover is not None and hover.range is not None
            covered = document.covered(hover.range)
            assert covered and word.startswith(covered[0]) or covered in word, (word, covered)
            start = document.offset(word, nth)
            span = document.model.offset({"line": hover.range.start.line, "character": hover.range.start.character})
            assert start <= span <= start + inside < span + len(covered) <= start + len(word)


async def test_an_english_word_has_its_lemma_and_part_of_speech(editor: Editor) -> None:
    document = editor.open(reviews())
    text = prose(await shown(editor, document, document.at("movies"))).lower()
    assert "movie" in text and "noun" in text
    text = prose(await shown(editor, document, document.at("running"))).lower()
    assert "run" in text and "verb" in text


async def test_the_paragraph_has_its_label_and_the_words_that_moved_it(editor: Editor) -> None:
    document = editor.open(reviews())
    for paragraph, word in ((PRAISE, "영화였다"), (COMPLAINT, "최악이다")):
        answer = await editor.call("text/classify", {"text": paragraph, "model": "sentiment-ko"})
        text = prose(await shown(editor, document, document.at(word)))
        assert answer.label in text and hundredths(answer.probability) in text
    text = prose(await shown(editor, document, document.at("돈이")))
    assert "지루하고" in text or "최악이다" in text or "아깝다" in text


async def test_a_model_labels_only_what_is_in_its_languages(editor: Editor) -> None:
    document = editor.open(reviews())
    text = prose(await shown(editor, document, document.at("wonderful")))
    assert "positive" not in text and "negative" not in text


async def test_where_no_word_is_there_is_no_hover(editor: Editor) -> None:
    document = editor.open("정말 재미있는 영화였다.\n\n   \n\n...  !!!\n")
    assert await editor.hover(document, types.Position(1, 0)) is None
    assert await editor.hover(document, types.Position(2, 1)) is None


async def test_a_position_past_the_end_is_at_the_end(editor: Editor) -> None:
    document = editor.open(reviews())
    end = types.Position(0, document.model.lines()[0][1])
    at_end = await editor.hover(document, types.Position(0, document.after(PRAISE).character))
    assert await editor.hover(document, types.Position(0, 2**31 - 1)) == at_end, end
    assert await editor.hover(document, types.Position(2**31 - 1, 2**31 - 1)) == await editor.hover(
        document, document.whole.end
    )


async def test_what_is_no_prose_has_no_hover(editor: Editor) -> None:
    document = editor.open(MARKDOWN, "markdown")
    for piece, nth in (("영화 제목", 0), ("영화()", 0), ('영화 = "너무', 0), ("영화 주석", 0)):
        assert await editor.hover(document, document.at(piece, nth)) is None, piece
    assert await editor.hover(document, document.at("영화 이야기")) is not None
    assert await editor.hover(document, document.at("영화였다")) is not None
    document = editor.open(PYTHON, "python")
    assert await editor.hover(document, document.at("영화 = 1")) is None
    for piece in ("재미있는", "지루하고", "배우들의"):
        assert await editor.hover(document, document.at(piece)) is not None, piece


async def test_emphasis_within_a_word_is_no_part_of_it(editor: Editor) -> None:
    document = editor.open("정말 **재미있**는 영화였다. 배우들의 연기도 좋았다.", "markdown")
    assert "재미있다" in prose(await shown(editor, document, document.at("재미있")))


@pytest.mark.parametrize("formats", [["plaintext"], ["plaintext", "markdown"], None])
async def test_plain_text_where_the_editor_would_rather_have_it(fresh: Editor, formats: Optional[List[str]]) -> None:
    capabilities = can.everything([fresh.encoding])
    del capabilities["textDocument"]["hover"]["contentFormat"]
    if formats is not None:
        capabilities["textDocument"]["hover"]["contentFormat"] = formats
    await fresh.begin(SETTINGS, capabilities=capabilities)
    document = fresh.open(reviews())
    hover = await fresh.hover(document, document.at("영화였다"))
    assert hover is not None and isinstance(hover.contents, types.MarkupContent)
    assert hover.contents.kind is types.MarkupKind.PlainText
    assert "**" not in hover.contents.value and "영화" in hover.contents.value


async def test_it_is_of_the_text_as_it_is_now(editor: Editor) -> None:
    document = editor.open(reviews())
    document.replace("영화였다", "음식이었다")
    assert "음식" in prose(await shown(editor, document, document.at("음식이었다")))
    document.change([(None, ENGLISH)])
    assert "movie" in (await shown(editor, document, document.at("movies")))
