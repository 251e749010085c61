"""Semantic tokens, document highlights and selection ranges: what words are."""

from __future__ import annotations

from typing import Any, List, Optional, Tuple

import pytest
from lsprotocol import types

from editor import Document, Editor
from referee import CONVERTER
from samples import COMPLAINT, ENGLISH, LINE_ENDS, MARKDOWN, PRAISE, reviews
from textmodel import spans_of_tokens, with_token_edits

Spans = List[Tuple[str, str]]
TYPES = ["noun", "properNoun", "verb", "adjective", "adverb", "particle", "ending", "number", "other"]


def legend(editor: Editor) -> List[str]:
    assert editor.result is not None
    provider = editor.result.capabilities.semantic_tokens_provider
    assert isinstance(provider, types.SemanticTokensOptions)
    return list(provider.legend.token_types)


async def full(editor: Editor, document: Document) -> types.SemanticTokens:
    found = await editor.text_document_semantic_tokens_full_async(types.SemanticTokensParams(document.identifier))
    assert isinstance(found, types.SemanticTokens)
    return found


async def spans(editor: Editor, document: Document) -> Spans:
    return spans_of_tokens(document.model, list((await full(editor, document)).data), legend(editor))


def kind(token: Any) -> Optional[str]:
    """The type of a token of `text/analyze`; None of what is not coloured."""
    if token.pos in ("PUNCT", "SYM"):
        return None
    if token.tag[0] in "JE" and token.tag.isupper() and len(token.tag.split("+")[0]) in (2, 3) and token.tag != "ADP":
        return "particle" if token.tag[0] == "J" else "ending"
    return {
        "NOUN": "noun", "PROPN": "properNoun", "VERB": "verb", "AUX": "verb", "ADJ": "adjective", "ADV": "adverb",
        "PART": "particle", "ADP": "particle", "NUM": "number",
    }.get(token.pos, "other")


async def test_the_legend_is_of_parts_of_speech(editor: Editor) -> None:
    assert legend(editor) == TYPES


@pytest.mark.parametrize("end", LINE_ENDS)
async def test_tokens_are_what_the_analysis_says(editor: Editor, end: str) -> None:
    document = editor.open(reviews(end))
    found = await spans(editor, document)
    for piece in (("재미있", "adjective"), ("영화", "noun"), ("의", "particle"), ("movies", "noun")):
        assert piece in found, found
    expected: Spans = []
    for paragraph in (PRAISE, COMPLAINT, ENGLISH):
        answer = await editor.call("text/analyze", {"text": paragraph, "positionEncoding": "utf-32"})
        for token in answer.tokens:
            if (name := kind(token)) is not None:
                expected.append((paragraph[token.start : token.end], name))
    assert found == expected


async def test_code_and_markup_have_no_tokens(editor: Editor) -> None:
    document = editor.open(MARKDOWN, "markdown")
    covered = "".join(text for text, _ in await spans(editor, document))
    assert "재미있" in covered and "python" not in covered and "제목" not in covered and "주석" not in covered
    assert "함수" in covered and "*" not in covered and "https" not in covered


async def test_a_word_with_emphasis_inside_is_two_tokens(editor: Editor) -> None:
    # A token is one run of text on one line; the marks lie between.
    document = editor.open("정말 **재미**있는 영화였다.", "markdown")
    found = await spans(editor, document)
    assert all("*" not in text and "\n" not in text for text, _ in found)
    assert "재미" in "".join(text for text, _ in found)


async def test_tokens_do_not_cross_lines(editor: Editor) -> None:
    document = editor.open("정말 재미있는\r\n영화였다.\n배우들의\r연기도 좋았다.")
    assert [text for text, _ in await spans(editor, document)][0] == "정말"


@pytest.mark.parametrize("end", LINE_ENDS)
async def test_a_delta_brings_the_client_to_the_same(editor: Editor, end: str) -> None:
    document = editor.open(reviews(end))
    held = await full(editor, document)
    data, result = list(held.data), held.result_id
    for piece, new in (("영화였다", "연극이었다"), ("지루하고 ", ""), ("😡", f"😡{end}{end}새 문단이다."), ("🎬 ", ""), ("old ", "")):
        document.replace(piece, new)
        answer = await editor.text_document_semantic_tokens_full_delta_async(
            types.SemanticTokensDeltaParams(document.identifier, result or "")
        )
        assert isinstance(answer, types.SemanticTokensDelta), "the last answer is known"
        data = with_token_edits(data, [CONVERTER.unstructure(each) for each in answer.edits])
        result = answer.result_id
        assert data == list((fresh := await full(editor, document)).data)
        result = fresh.result_id
        assert sum(each.delete_count + len(each.data or ()) for each in answer.edits) < 200


async def test_a_delta_of_what_has_not_changed_is_empty(editor: Editor) -> None:
    document = editor.open(reviews())
    held = await full(editor, document)
    answer = await editor.text_document_semantic_tokens_full_delta_async(
        types.SemanticTokensDeltaParams(document.identifier, held.result_id or "")
    )
    assert isinstance(answer, types.SemanticTokensDelta) and not answer.edits


async def test_a_delta_from_an_unknown_answer_is_all(editor: Editor) -> None:
    document = editor.open(reviews())
    whole = await full(editor, document)
    answer = await editor.text_document_semantic_tokens_full_delta_async(
        types.SemanticTokensDeltaParams(document.identifier, "no such answer")
    )
    assert isinstance(answer, types.SemanticTokens) and answer.data == whole.data


async def test_tokens_of_a_range_are_those_of_the_whole(editor: Editor) -> None:
    document = editor.open(reviews())
    whole = await spans(editor, document)
    answer = await editor.text_document_semantic_tokens_range_async(
        types.SemanticTokensRangeParams(document.identifier, document.range(COMPLAINT))
    )
    assert answer is not None
    part = spans_of_tokens(document.model, list(answer.data), legend(editor))
    assert part and part[0] == ("너무", "adverb")
    start = whole.index(part[0])
    assert whole[start : start + len(part)] == part
    assert COMPLAINT.replace(" ", "").startswith("".join(text for text, _ in part[:4]))
    nothing = await editor.text_document_semantic_tokens_range_async(
        types.SemanticTokensRangeParams(document.identifier, types.Range(types.Position(1, 0), types.Position(1, 0)))
    )
    assert nothing is None or list(nothing.data) == []


# Highlights


async def highlighted(editor: Editor, document: Document, position: types.Position) -> List[str]:
    found = await editor.text_document_document_highlight_async(
        types.DocumentHighlightParams(document.identifier, position)
    )
    starts = [(each.range.start.line, each.range.start.character) for each in found or []]
    assert starts == sorted(set(starts))
    return [document.covered(each.range) for each in found or []]


@pytest.mark.parametrize("end", LINE_ENDS)
async def test_words_of_one_lemma_are_highlighted(editor: Editor, end: str) -> None:
    text = end.join(["🎬 영화를 보았다. 그 영화가 좋았다.", "", "나쁜 영화는 아니다. 🎬 영화관이 좋다.", ""])
    document = editor.open(text)
    for nth in range(3):
        found = await highlighted(editor, document, document.at("영화", nth))
        assert len(found) == 3 and all(each.startswith("영화") for each in found), found
    found = await highlighted(editor, document, document.at("좋았다"))
    assert len(found) == 2 and all(each.startswith("좋") for each in found)


async def test_english_words_of_one_lemma_are_highlighted(editor: Editor) -> None:
    document = editor.open(ENGLISH)
    assert await highlighted(editor, document, document.at("movies")) == ["movies", "movie"]
    assert await highlighted(editor, document, document.at("movie", 1)) == ["movies", "movie"]


async def test_where_no_word_is_nothing_is_highlighted(editor: Editor) -> None:
    document = editor.open("영화를 보았다.\n\n\n영화다!!!")
    assert await highlighted(editor, document, types.Position(1, 0)) == []


# Selection ranges


async def selections(editor: Editor, document: Document, positions: List[types.Position]) -> List[List[str]]:
    found = await editor.text_document_selection_range_async(types.SelectionRangeParams(document.identifier, positions))
    assert found is not None and len(found) == len(positions), "one for each position"
    chains: List[List[str]] = []
    for position, innermost in zip(positions, found):
        chain: List[str] = []
        each: Optional[types.SelectionRange] = innermost
        while each is not None:
            chain.append(document.covered(each.range))
            if each.parent is not None:
                # LSP: a parent contains the range, and the position is in both.
                assert each.parent.range.start <= each.range.start and each.range.end <= each.parent.range.end
                assert each.parent.range != each.range
            assert each.range.start <= position <= each.range.end
            each = each.parent
        chains.append(chain)
    return chains


@pytest.mark.parametrize("end", LINE_ENDS)
async def test_a_selection_grows_from_morpheme_to_document(editor: Editor, end: str) -> None:
    document = editor.open(reviews(end))
    (chain,) = await selections(editor, document, [document.at("배우들의", inside=1)])
    assert chain[0] in ("배우", "배우들")
    rest = ["배우들의", "배우들의 연기도 좋았다.", PRAISE, document.text]
    assert [each for each in chain if each in rest] == rest
    (chain,) = await selections(editor, document, [document.at("running", inside=2)])
    assert chain[0] == "running" and chain[-3:] == ["I was running home to watch another movie.", ENGLISH, document.text]


async def test_several_positions_have_their_selections_in_order(editor: Editor) -> None:
    document = editor.open(reviews())
    positions = [document.at("아깝다"), document.at("정말"), document.at("정말"), document.whole.end]
    chains = await selections(editor, document, positions)
    assert chains[1] == chains[2] and chains[0][-2] == COMPLAINT and chains[1][-2] == PRAISE
    assert chains[3][-1] == document.text
    assert await selections(editor, document, []) == []


async def test_a_selection_outside_of_prose_is_the_document(editor: Editor) -> None:
    document = editor.open("영화를 보았다.\n\n\n\n영화다.")
    (chain,) = await selections(editor, document, [types.Position(2, 0)])
    assert chain[-1] == document.text
