"""Code lens, inlay hints and document symbols: what a paragraph says."""

from __future__ import annotations

from typing import List, Tuple

import pytest
from lsprotocol import types

from editor import SETTINGS, Document, Editor, hundredths
from samples import COMMIT, COMPLAINT, ENGLISH, LINE_ENDS, MARKDOWN, PRAISE, reviews


async def labels(editor: Editor, *texts: str) -> List[Tuple[str, str]]:
    """What `text/classify` says of texts: the label, and its probability as people read it."""
    answers = [await editor.call("text/classify", {"text": text, "model": "sentiment-ko"}) for text in texts]
    return [(each.label, hundredths(each.probability)) for each in answers]


async def symbols(editor: Editor, document: Document) -> List[types.DocumentSymbol]:
    found = await editor.text_document_document_symbol_async(types.DocumentSymbolParams(document.identifier))
    assert all(isinstance(each, types.DocumentSymbol) for each in found or [])
    return [each for each in found or [] if isinstance(each, types.DocumentSymbol)]


@pytest.mark.parametrize("end", LINE_ENDS)
async def test_a_lens_stands_at_the_start_of_each_labelled_paragraph(editor: Editor, end: str) -> None:
    document = editor.open(reviews(end))
    lenses = list(await editor.text_document_code_lens_async(types.CodeLensParams(document.identifier)) or [])
    assert [lens.range.start for lens in lenses] == [document.at(PRAISE), document.at(COMPLAINT)]
    for lens, (label, probability) in zip(lenses, await labels(editor, PRAISE, COMPLAINT)):
        assert lens.command is not None
        assert label in lens.command.title and probability in lens.command.title
        # LSP: a lens is of one line.
        assert lens.range.start.line == lens.range.end.line


@pytest.mark.parametrize("end", LINE_ENDS)
async def test_a_hint_stands_at_the_end_of_each_labelled_paragraph(editor: Editor, end: str) -> None:
    document = editor.open(reviews(end))
    hints = list(
        await editor.text_document_inlay_hint_async(types.InlayHintParams(document.identifier, document.whole)) or []
    )
    assert [hint.position for hint in hints] == [document.after(PRAISE), document.after(COMPLAINT)]
    for hint, (label, probability) in zip(hints, await labels(editor, PRAISE, COMPLAINT)):
        assert isinstance(hint.label, str) and label in hint.label and probability in hint.label


async def test_hints_are_of_the_range_that_is_seen(editor: Editor) -> None:
    document = editor.open(reviews())
    seen = types.Range(types.Position(2, 0), types.Position(3, 0))
    hints = list(await editor.text_document_inlay_hint_async(types.InlayHintParams(document.identifier, seen)) or [])
    assert [hint.position for hint in hints] == [document.after(COMPLAINT)]


@pytest.mark.parametrize("end", LINE_ENDS)
async def test_symbols_are_paragraphs(editor: Editor, end: str) -> None:
    document = editor.open(reviews(end))
    found = await symbols(editor, document)
    assert [document.covered(each.range) for each in found] == [PRAISE, COMPLAINT, ENGLISH]
    for symbol in found:
        assert symbol.name and document.covered(symbol.range).startswith(symbol.name.rstrip("… "))
        inside = (symbol.selection_range.start, symbol.selection_range.end)
        assert symbol.range.start <= inside[0] <= inside[1] <= symbol.range.end
    for symbol, (label, _) in zip(found, await labels(editor, PRAISE, COMPLAINT)):
        assert symbol.detail is not None and label in symbol.detail
    assert not found[2].detail


async def test_a_name_is_short_and_of_one_line(editor: Editor) -> None:
    document = editor.open(("정말 재미있는 영화였다. " * 100).strip() + "\n배우들의 연기도 좋았다.\n\n짧다\n둘째 줄이다.")
    found = await symbols(editor, document)
    assert len(found) == 2
    for symbol in found:
        assert "\n" not in symbol.name and 0 < len(symbol.name) <= 100


async def test_paragraphs_of_markdown_are_its_blocks(editor: Editor) -> None:
    document = editor.open(MARKDOWN, "markdown")
    names = [each.name for each in await symbols(editor, document)]
    assert [name[:2] for name in names] == ["영화", "정말", "너무", "배우"]


async def test_paragraphs_of_a_commit_message_are_those_that_stay(editor: Editor) -> None:
    document = editor.open(COMMIT, "gitcommit")
    names = [each.name for each in await symbols(editor, document)]
    assert [name[:2] for name in names] == ["영화", "정말"]


async def test_an_empty_document_has_nothing(editor: Editor) -> None:
    for text in ("", "\r\n", " \n\t\n", "\ufeff"):
        document = editor.open(text)
        assert await symbols(editor, document) == []
        assert not await editor.text_document_code_lens_async(types.CodeLensParams(document.identifier))
        assert await document.analysed() == []


async def test_labels_follow_the_text(editor: Editor) -> None:
    document = editor.open(reviews())
    document.replace(PRAISE, COMPLAINT)
    found = await symbols(editor, document)
    assert [each.detail is not None and "negative" in each.detail for each in found[:2]] == [True, True]
    document.change([(types.Range(types.Position(0, 0), types.Position(0, 0)), "새로운 문단이다.\r\n\r\n")])
    assert len(await symbols(editor, document)) == 4


async def test_the_model_may_be_left_to_the_server(fresh: Editor) -> None:
    await fresh.begin({name: value for name, value in SETTINGS.items() if name != "model"})
    document = fresh.open(reviews())
    found = await symbols(fresh, document)
    assert "positive" in (found[0].detail or "") and "negative" in (found[1].detail or "")
