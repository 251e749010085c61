"""textDocument/completion and completionItem/resolve."""

from __future__ import annotations

from typing import List, Optional

import pytest
from lsprotocol import types

import capabilities as can
from editor import SETTINGS, Document, Editor
from referee import CONVERTER
from samples import LINE_ENDS, MARKDOWN, reviews


def text_of(item: types.CompletionItem) -> str:
    assert isinstance(item.text_edit, types.TextEdit)
    return item.text_edit.new_text


def replaced(document: Document, item: types.CompletionItem) -> str:
    assert isinstance(item.text_edit, types.TextEdit)
    return document.covered(item.text_edit.range)


async def offered(editor: Editor, document: Document, position: types.Position) -> List[types.CompletionItem]:
    items = await editor.completion(document, position)
    for item in items:
        assert isinstance(item.text_edit, types.TextEdit)
        span = item.text_edit.range
        # LSP: on one line, and around the position.
        assert span.start.line == span.end.line == position.line
        assert (span.start.line, span.start.character) <= (position.line, position.character)
        assert item.data is not None
        assert item.insert_text_format in (None, types.InsertTextFormat.PlainText)
    return items


@pytest.mark.parametrize("end", LINE_ENDS)
async def test_a_word_that_is_begun_goes_on(editor: Editor, end: str) -> None:
    document = editor.open(reviews(end) + f"{end}🎬 오늘 본 배{end}")
    items = await offered(editor, document, document.after("오늘 본 배"))
    assert any(text_of(item).startswith("배우") for item in items)
    for item in items:
        assert replaced(document, item) == "배"
        # Else an editor would filter it away.
        assert (item.filter_text or item.label).startswith("배")
    assert len({text_of(item) for item in items}) == len(items)


async def test_a_word_of_the_document_is_offered(editor: Editor) -> None:
    document = editor.open("크툴루나르는 재미있는 영화였다.\n\n오늘 본 크툴")
    items = await offered(editor, document, document.whole.end)
    assert any(text_of(item).startswith("크툴루나르") for item in items)
    document = editor.open("The Quuxification was wonderful. I like the Quux")
    assert any(text_of(item) == "Quuxification" for item in await offered(editor, document, document.whole.end))


async def test_a_half_typed_syllable_is_completed(editor: Editor) -> None:
    document = editor.open("정말 재미있는 영ㅎ")
    items = await offered(editor, document, document.whole.end)
    assert any(text_of(item).startswith("영화") for item in items)
    assert all(replaced(document, item) == "영ㅎ" for item in items if text_of(item).startswith("영화"))


async def test_related_words_come_in_the_form_that_stands_there(editor: Editor) -> None:
    document = editor.open("어제 본 영화가 정말 좋았다.")
    items = await offered(editor, document, document.after("영화가"))
    related = [text_of(item) for item in items if replaced(document, item) == "영화가"]
    assert related
    for text in related:
        if text.endswith(("이", "가")) and "가" <= text[-2] <= "힣":
            has_final = (ord(text[-2]) - 0xAC00) % 28 != 0
            assert text[-1] == ("이" if has_final else "가"), text
    assert any(text.endswith(("이", "가")) for text in related)


async def test_what_is_offered_is_in_its_order(editor: Editor) -> None:
    document = editor.open(reviews() + "\r\n오늘 본 영")
    items = await offered(editor, document, document.whole.end)
    assert len(items) > 1
    keys = [item.sort_text or item.label for item in items]
    assert keys == sorted(keys)


async def test_resolving_adds_documentation_and_changes_nothing_else(editor: Editor) -> None:
    document = editor.open(reviews() + "\r\n오늘 본 영")
    items = await offered(editor, document, document.whole.end)
    assert items
    for item in items[:3]:
        assert item.documentation is None
        resolved = await editor.completion_item_resolve_async(item)
        assert isinstance(resolved.documentation, types.MarkupContent) and resolved.documentation.value
        before, after = CONVERTER.unstructure(item), CONVERTER.unstructure(resolved)
        assert {name: after[name] for name in before} == before


async def test_no_words_are_offered_in_code(editor: Editor) -> None:
    document = editor.open(MARKDOWN, "markdown")
    assert await offered(editor, document, document.after('영화 = "너')) == []
    assert await offered(editor, document, document.at("영화()", inside=1)) == []


async def test_the_case_of_english_is_kept(editor: Editor) -> None:
    document = editor.open("The wonderful movies. Wond")
    items = await offered(editor, document, document.whole.end)
    assert any(text_of(item) == "Wonderful" for item in items)


async def test_where_no_word_is_begun_none_is_offered(editor: Editor) -> None:
    document = editor.open("정말 재미있는 영화였다. 배")
    assert await offered(editor, document, document.whole.end)
    assert await offered(editor, document, document.after("영화였다. ")) == []
    document = editor.open("정말 재미있는 영화였다. ")
    assert await offered(editor, document, document.whole.end) == []


@pytest.mark.parametrize("kind", list(types.CompletionTriggerKind)[:1])
async def test_a_context_may_be_given(editor: Editor, kind: types.CompletionTriggerKind) -> None:
    document = editor.open("정말 재미있는 영")
    found = await editor.text_document_completion_async(
        types.CompletionParams(document.identifier, document.whole.end, types.CompletionContext(kind))
    )
    assert isinstance(found, types.CompletionList) and found.items


@pytest.mark.parametrize("formats", [None, ["plaintext"], ["plaintext", "markdown"]])
async def test_documentation_is_in_the_format_that_the_editor_reads(fresh: Editor, formats: Optional[List[str]]) -> None:
    capabilities = can.everything([fresh.encoding])
    item = capabilities["textDocument"]["completion"]["completionItem"]
    item.pop("documentationFormat")
    if formats is not None:
        item["documentationFormat"] = formats
    await fresh.begin(SETTINGS, capabilities=capabilities)
    document = fresh.open("정말 재미있는 영")
    resolved = await fresh.completion_item_resolve_async((await offered(fresh, document, document.whole.end))[0])
    text = resolved.documentation
    assert text is not None and (isinstance(text, str) or text.kind is types.MarkupKind.PlainText)
