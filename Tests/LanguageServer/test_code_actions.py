"""textDocument/codeAction, codeAction/resolve and the commands that actions stand for."""

from __future__ import annotations

import json
import unicodedata
from typing import List

import pytest
from lsprotocol import types

import capabilities as can
from editor import SETTINGS, Document, Editor, edited
from samples import COMPLAINT, LINE_ENDS, PRAISE, reviews
from test_words import spans


def empty(position: types.Position) -> types.Range:
    return types.Range(position, position)


async def replacements(editor: Editor, document: Document, range: types.Range) -> List[types.CodeAction]:
    actions = await editor.actions(document, range, ["refactor.rewrite"])
    assert all(each.kind == "refactor.rewrite" and each.title.startswith("Replace with") for each in actions)
    return [each if each.edit else await editor.code_action_resolve_async(each) for each in actions]


@pytest.mark.parametrize("end", LINE_ENDS)
async def test_a_word_is_replaced_with_its_particle(editor: Editor, end: str) -> None:
    document = editor.open(end.join(["🎬 첫 줄이다.", "", "어제 본 영화가 정말 재미있었다.", ""]))
    actions = await replacements(editor, document, empty(document.at("영화가", inside=1)))
    assert actions
    before, after = document.text.split("영화가")
    for action in actions:
        assert action.edit is not None
        text = edited(document, action.edit)
        assert text.startswith(before) and text.endswith(after), "the rest stays as it is"
        word = text[len(before) : len(text) - len(after)]
        assert word[-1] == ("이" if (ord(word[-2]) - 0xAC00) % 28 else "가"), word
        assert word[:-1] in action.title


async def test_a_verb_is_replaced_in_its_form(editor: Editor) -> None:
    document = editor.open("어제 본 영화가 정말 재미있었다.")
    actions = await replacements(editor, document, empty(document.at("재미있었다")))
    assert actions and all(each.edit and edited(document, each.edit).endswith("다.") for each in actions)


async def test_replacements_come_by_rank(editor: Editor) -> None:
    document = editor.open("어제 본 영화가 정말 재미있었다.")
    titles = [each.title for each in await replacements(editor, document, empty(document.at("영화가")))]
    neighbours = [each.word for each in (await editor.call("words/similar", {"word": "영화", "top": 50})).neighbours]
    ranks = [next((rank for rank, word in enumerate(neighbours) if f"{word}" in title), 99) for title in titles]
    assert ranks == sorted(ranks) and ranks[0] < 10


async def test_a_replacement_leaves_markup_whole(editor: Editor) -> None:
    document = editor.open("정말 **재미**있는 영화와 *배우*가 좋았다. `코드`", "markdown")
    for word in ("재미", "있는", "영화와", "배우", "가 좋"):
        for action in await replacements(editor, document, empty(document.at(word))):
            assert action.edit is not None
            text = edited(document, action.edit)
            assert text.count("**") == 2 and text.count("*") == 6 and text.count("`") == 2, text


async def test_an_action_of_a_text_that_has_changed_is_not_resolved(editor: Editor) -> None:
    document = editor.open("어제 본 영화가 정말 재미있었다.")
    action = (await editor.actions(document, empty(document.at("영화가")), ["refactor"]))[0]
    assert action.edit is None
    document.change([(empty(document.at("어제")), "🎬 ")])
    with pytest.raises(Exception) as failed:
        await editor.code_action_resolve_async(action)
    assert getattr(failed.value, "code", None) == -32801


async def test_only_the_kinds_that_are_wanted_are_given(editor: Editor) -> None:
    document = editor.open(reviews())
    everything = await editor.actions(document, document.range("최악이다"))
    assert {each.kind for each in everything} == {"refactor", "refactor.rewrite", "quickfix"}
    unasked = await editor.actions(document, empty(document.at("최악이다")))
    assert {each.kind for each in unasked} == {"refactor.rewrite"}
    for only in (["refactor"], ["refactor.rewrite"], ["quickfix"], ["quickfix", "refactor"]):
        for action in await editor.actions(document, document.range("최악이다"), only):
            assert any(action.kind == kind or str(action.kind).startswith(f"{kind}.") for kind in only)
    for only in (["source"], ["refactor.extract"], ["quick"], []):
        found = await editor.actions(document, document.range("최악이다"), only)
        assert not found or only == []


async def test_where_no_word_is_nothing_is_replaced(editor: Editor) -> None:
    document = editor.open("정말 재미있는 영화였다.\n\n\n\n!!!\n")
    assert await editor.actions(document, empty(types.Position(2, 0))) == []


@pytest.mark.own_home
async def test_a_finding_is_ignored_here_and_stays_elsewhere(editor: Editor) -> None:
    document = editor.open(f"{COMPLAINT}\r\n\r\n{PRAISE}\r\n\r\n최악의 영화다. 정말 지루하고 돈이 아깝다.\r\n")
    findings = await document.analysed()
    assert [document.covered(each.range)[:2] for each in findings] == ["너무", "최악"]
    (action,) = [
        each
        for each in await editor.actions(document, findings[0].range, ["quickfix"], findings[:1])
        if each.title.startswith("Ignore")
    ]
    assert action.command is not None and action.command.command == "sluice.ignoreHere"
    assert list(action.diagnostics or []) == findings[:1]
    await editor.run(action.command)
    assert [document.covered(each.range)[:2] for each in await document.analysed()] == ["최악"]
    await editor.until(lambda: editor.diagnostic_refresh_count > 0)


@pytest.mark.own_home
async def test_a_word_is_added_to_the_dictionary(editor: Editor) -> None:
    document = editor.open("크툴루나르가 정말 재미있었다. 크툴루나르는 좋았다.")
    actions = [
        each
        for each in await editor.actions(document, empty(document.at("크툴루나르가", inside=1)), ["quickfix"])
        if "dictionary" in each.title
    ]
    assert actions, "an unknown word may be added"
    (command,) = [each.command for each in actions]
    assert command is not None and command.command == "sluice.addToDictionary"
    assert command.arguments and "크툴루나르" in json.dumps(command.arguments, ensure_ascii=False)
    await editor.run(command)
    for range in (empty(document.at("크툴루나르가", inside=1)), document.range("크툴루나르")):
        again = await editor.actions(document, range, ["quickfix"])
        assert not [each for each in again if "dictionary" in each.title]


@pytest.mark.own_home
async def test_a_word_is_taken_out_of_the_dictionary_again(editor: Editor) -> None:
    document = editor.open("크툴루나르가 정말 재미있었다.")
    before = await spans(editor, document)
    for word in ("판교역", "크툴루나르"):
        await editor.run(types.Command(title="", command="sluice.addToDictionary", arguments=[word]))
    place = empty(document.at("크툴루나르가", inside=1))
    assert not [each for each in await editor.actions(document, place) if "dictionary" in each.title], "unasked"
    for actions in (
        await editor.actions(document, place, ["refactor"]), await editor.actions(document, document.range("크툴루나르"))
    ):
        (command,) = [each.command for each in actions if "dictionary" in each.title]
        assert command is not None and command.title == "Remove “크툴루나르” from dictionary"
    assert command.command == "sluice.removeFromDictionary" and list(command.arguments or []) == ["크툴루나르"]
    await editor.run(command)
    assert await spans(editor, document) == before
    assert editor.sandbox is not None
    assert (editor.sandbox.folder / "data" / "sluice" / "words.tsv").read_text("utf-8") == "판교역\tNNP\n"
    with pytest.raises(Exception) as failed:
        await editor.run(command)
    assert getattr(failed.value, "code", None) == -32602


@pytest.mark.own_home
async def test_words_alone_are_taken_out_of_the_dictionary_however_they_are_written(editor: Editor) -> None:
    assert editor.sandbox is not None
    file = editor.sandbox.folder / "data" / "sluice" / "words.tsv"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes("\ufeff크툴루나르\tNNP\n# mine\n\n".encode("utf-8"))
    for word in ("", "# mine", "#"):
        with pytest.raises(Exception) as failed:
            await editor.run(types.Command(title="", command="sluice.removeFromDictionary", arguments=[word]))
        assert getattr(failed.value, "code", None) == -32602
    decomposed = unicodedata.normalize("NFD", "크툴루나르")
    await editor.run(types.Command(title="", command="sluice.removeFromDictionary", arguments=[decomposed]))
    assert file.read_bytes() == b"# mine\n\n"


@pytest.mark.own_home
async def test_a_word_can_be_added_by_the_command_alone(editor: Editor) -> None:
    document = editor.open("크툴루나르가 정말 재미있었다.")
    assert ("크툴루나르", "properNoun") not in await spans(editor, document)
    await editor.run(types.Command(title="", command="sluice.addToDictionary", arguments=["크툴루나르"]))
    assert ("크툴루나르", "properNoun") in await spans(editor, document)
    await editor.until(lambda: types.WORKSPACE_SEMANTIC_TOKENS_REFRESH in editor.refreshed)


@pytest.mark.own_home
async def test_a_wrong_label_becomes_a_correction(editor: Editor) -> None:
    document = editor.open(reviews())
    findings = await document.analysed()
    place = empty(document.at("최악이다"))
    assert not [
        each
        for each in await editor.actions(document, place) + await editor.actions(document, place, ["quickfix"])
        if each.title.startswith("This label")
    ], "nothing is marked"
    asked = await editor.actions(document, place, ["refactor"])
    actions = [each for each in asked if each.title.startswith("This label")]
    assert actions and all(each.kind == "refactor" and not each.diagnostics for each in actions)
    marked = [each for each in findings if "최악이다" in document.covered(each.range)]
    actions = [
        each
        for each in await editor.actions(document, place, diagnostics=marked)
        if each.title.startswith("This label is wrong")
    ]
    assert all(each.kind == "quickfix" and list(each.diagnostics or []) == marked for each in actions)
    both = await editor.actions(document, place, ["refactor"], diagnostics=marked)
    assert [each.title for each in both if each.kind == "refactor" and each.title.startswith("This label")]
    assert [each.title for each in actions] and all("positive" in each.title for each in actions)
    assert actions[0].command is not None and actions[0].command.command == "sluice.correctLabel"
    await editor.run(actions[0].command)
    assert editor.sandbox is not None
    file = editor.sandbox.folder / "data" / "sluice" / "feedback" / "sentiment-ko.jsonl"
    (row,) = [json.loads(line) for line in file.read_text("utf-8").splitlines()]
    assert row["text"] == COMPLAINT and row["label"] == "positive"


async def test_a_command_that_is_not_there_is_an_error(editor: Editor) -> None:
    for command in (
        types.Command(title="", command="sluice.noSuchThing"),
        types.Command(title="", command="sluice.addToDictionary"),
        types.Command(title="", command="sluice.addToDictionary", arguments=[7]),
        types.Command(title="", command="sluice.ignoreHere", arguments=["file:///nowhere"]),
        types.Command(title="", command="sluice.correctLabel", arguments=[{"model": "sentiment-ko"}]),
    ):
        with pytest.raises(Exception) as failed:
            await editor.run(command)
        assert getattr(failed.value, "code", None) in (-32602, -32601, -32803, -32010), command
    await editor.ping()


async def test_an_editor_that_takes_commands_alone_gets_no_actions_with_edits(fresh: Editor) -> None:
    capabilities = can.everything([fresh.encoding])
    del capabilities["textDocument"]["codeAction"]["codeActionLiteralSupport"]
    await fresh.begin(SETTINGS, capabilities=capabilities)
    document = fresh.open(reviews())
    found = await fresh.text_document_code_action_async(
        types.CodeActionParams(document.identifier, document.range("최악이다"), types.CodeActionContext(diagnostics=[]))
    )
    assert found and all(isinstance(each, types.Command) for each in found)
    replacements = [each for each in found if isinstance(each, types.Command) and each.title.startswith("Replace with")]
    assert replacements
    await fresh.run(replacements[0])
    await fresh.until(lambda: bool(fresh.edits))
    text = edited(document, fresh.edits[0])
    assert text != document.text and replacements[0].title.split("“")[1].split("”")[0] in text
    document.change([(empty(document.at("최악이다")), "🎬 ")])
    with pytest.raises(Exception) as failed:
        await fresh.run(replacements[0])
    assert getattr(failed.value, "code", None) == -32801


async def test_an_editor_that_does_no_edits_is_offered_none(fresh: Editor) -> None:
    capabilities = can.everything([fresh.encoding])
    del capabilities["textDocument"]["codeAction"]["codeActionLiteralSupport"]
    del capabilities["workspace"]["applyEdit"]
    await fresh.begin(SETTINGS, capabilities=capabilities)
    document = fresh.open(reviews())
    found = await fresh.text_document_code_action_async(
        types.CodeActionParams(document.identifier, document.range("최악이다"), types.CodeActionContext(diagnostics=[]))
    )
    assert found and not [each for each in found if each.title.startswith("Replace with")]
    start = {"line": 0, "character": 0}
    arguments = [document.identifier.uri, 1, {"start": start, "end": start}, "x"]
    with pytest.raises(Exception) as failed:
        await fresh.run(types.Command(title="", command="sluice.replaceText", arguments=arguments))
    assert getattr(failed.value, "code", None) == -32602


async def test_an_editor_that_resolves_no_edits_gets_them_at_once(fresh: Editor) -> None:
    capabilities = can.everything([fresh.encoding])
    del capabilities["textDocument"]["codeAction"]["resolveSupport"]
    await fresh.begin(SETTINGS, capabilities=capabilities)
    document = fresh.open("어제 본 영화가 정말 재미있었다.")
    actions = await fresh.actions(document, empty(document.at("영화가")), ["refactor.rewrite"])
    assert actions and all(each.edit is not None for each in actions)
