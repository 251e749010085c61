"""Settings: where they come from, which is nearest, what is wrong with them, and every feature switched off."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path
from typing import Any, Callable, Dict, List

import pytest
from lsprotocol import types

import capabilities as can
from editor import SETTINGS, Document, Editor
from samples import COMPLAINT, PRAISE, reviews


@pytest.fixture
def encoding() -> str:
    """Settings have no positions."""
    return "utf-16"


FEATURES: Dict[str, Callable[[Editor, Document], Any]] = {
    "hover": lambda editor, document: editor.hover(document, document.at("영화였다")),
    "completion": lambda editor, document: editor.text_document_completion_async(
        types.CompletionParams(document.identifier, document.after("재미"))
    ),
    "codeActions": lambda editor, document: editor.text_document_code_action_async(
        types.CodeActionParams(document.identifier, document.range("최악이다"), types.CodeActionContext(diagnostics=[]))
    ),
    "codeLens": lambda editor, document: editor.text_document_code_lens_async(types.CodeLensParams(document.identifier)),
    "inlayHints": lambda editor, document: editor.text_document_inlay_hint_async(
        types.InlayHintParams(document.identifier, document.whole)
    ),
    "diagnostics": lambda editor, document: document.analysed(),
    "semanticTokens": lambda editor, document: editor.text_document_semantic_tokens_full_async(
        types.SemanticTokensParams(document.identifier)
    ),
    "documentHighlight": lambda editor, document: editor.text_document_document_highlight_async(
        types.DocumentHighlightParams(document.identifier, document.at("영화였다"))
    ),
    "documentSymbols": lambda editor, document: editor.text_document_document_symbol_async(
        types.DocumentSymbolParams(document.identifier)
    ),
    "selectionRanges": lambda editor, document: editor.text_document_selection_range_async(
        types.SelectionRangeParams(document.identifier, [document.at("영화였다")])
    ),
}


def shows(result: Any) -> bool:
    """Whether an answer has something to show."""
    if isinstance(result, types.CompletionList):
        return bool(result.items)
    if isinstance(result, types.SemanticTokens):
        return bool(result.data)
    return bool(result)


async def state(editor: Editor, document: Document) -> Dict[str, bool]:
    return {name: shows(await ask(editor, document)) for name, ask in FEATURES.items()}


async def findings(editor: Editor, text: str = reviews()) -> int:
    """How many findings a new document has: what most tests tell settings by."""
    document = editor.open(text)
    count = len(await document.analysed())
    document.close()
    return count


def rules(least: float = 0.8, **more: Any) -> List[Dict[str, Any]]:
    return [{"model": "sentiment-ko", "label": "negative", "atLeast": least, "severity": "hint", **more}]


def messages(editor: Editor) -> str:
    return "\n".join(each.message for each in editor.messages)


# Switches


async def test_every_feature_is_there_but_lens_and_hints(fresh: Editor) -> None:
    await fresh.begin({"rules": rules()})
    document = fresh.open(reviews())
    off = {"codeLens", "inlayHints"}
    assert await state(fresh, document) == {name: name not in off for name in FEATURES}


@pytest.mark.parametrize("feature", FEATURES)
async def test_each_feature_can_be_switched_off_by_itself(fresh: Editor, feature: str) -> None:
    await fresh.begin({**SETTINGS, "features": {**SETTINGS["features"], feature: False}})
    document = fresh.open(reviews())
    assert await state(fresh, document) == {name: name != feature for name in FEATURES}


async def test_features_can_be_switched_while_a_document_is_open(fresh: Editor) -> None:
    await fresh.begin(SETTINGS)
    document = fresh.open(reviews())
    for features in ({name: False for name in FEATURES}, {name: True for name in FEATURES}):
        await fresh.set({**SETTINGS, "features": features})
        assert await state(fresh, document) == features


async def test_what_is_pushed_is_taken_back_when_switched_off(fresh: Editor) -> None:
    await fresh.begin(SETTINGS, capabilities=can.push_only([fresh.encoding]))
    document = fresh.open(reviews())
    await fresh.until(lambda: fresh.diagnostics.get(document.uri))
    await fresh.set({**SETTINGS, "features": {"diagnostics": False}})
    await fresh.until(lambda: not fresh.diagnostics[document.uri])


async def test_what_has_changed_is_asked_for_again(fresh: Editor) -> None:
    await fresh.begin(SETTINGS)
    fresh.open(reviews())
    await fresh.ping()
    fresh.refreshed.clear()
    await fresh.set({**SETTINGS, "model": "sentiment-ko", "rules": []})
    await fresh.until(lambda: len(set(fresh.refreshed)) == 3 and fresh.diagnostic_refresh_count)


# Where they come from


async def test_settings_of_the_editor(fresh: Editor) -> None:
    await fresh.begin({"rules": rules()})
    assert await findings(fresh) == 1


async def test_settings_of_initialize(fresh: Editor) -> None:
    await fresh.begin(None, options={"rules": rules()})
    assert await findings(fresh) == 1


async def test_settings_that_come_with_the_notification(fresh: Editor) -> None:
    capabilities = can.everything([fresh.encoding])
    capabilities["workspace"]["configuration"] = False
    await fresh.begin(None, capabilities=capabilities)
    assert await findings(fresh) == 0
    fresh.workspace_did_change_configuration(
        types.DidChangeConfigurationParams(settings={"sluice": {"rules": rules()}})
    )
    assert await findings(fresh) == 1


@pytest.mark.parametrize("name", ["sluice.json", "sluice.toml"])
async def test_settings_of_the_workspace(fresh: Editor, tmp_path: Path, name: str) -> None:
    toml = '[[rules]]\nmodel = "sentiment-ko"\nlabel = "negative"\natLeast = 0.8\nseverity = "hint"\n'
    (tmp_path / name).write_text(json.dumps({"rules": rules()}) if name.endswith("json") else toml)
    await fresh.begin(None, folder=tmp_path.as_uri())
    assert await findings(fresh) == 1


async def test_a_folder_with_a_name_of_its_own(fresh: Editor, tmp_path: Path) -> None:
    folder = tmp_path / "영화 #1 100%"
    folder.mkdir()
    (folder / "sluice.json").write_text(json.dumps({"rules": rules()}))
    await fresh.begin(None, folder=folder.as_uri())
    assert await findings(fresh) == 1


@pytest.mark.own_home
@pytest.mark.parametrize("name", ["config.json", "config.toml"])
async def test_settings_of_the_user(fresh: Editor, name: str) -> None:
    assert fresh.sandbox is not None
    toml = '[[rules]]\nmodel = "sentiment-ko"\nlabel = "negative"\natLeast = 0.8\nseverity = "hint"\n'
    file = fresh.sandbox.user_settings.with_name(name)
    file.write_text(json.dumps({"rules": rules()}) if name.endswith("json") else toml)
    await fresh.begin(None)
    assert await findings(fresh) == 1


@pytest.mark.own_home
async def test_the_nearest_wins(fresh: Editor, tmp_path: Path) -> None:
    def severity(name: str) -> Dict[str, Any]:
        return {"rules": rules(severity=name)}

    async def found() -> types.DiagnosticSeverity:
        document = fresh.open(reviews())
        (finding,) = await document.analysed()
        document.close()
        assert finding.severity is not None
        return finding.severity

    assert fresh.sandbox is not None
    fresh.sandbox.user_settings.write_text(json.dumps(severity("hint")))
    (tmp_path / "sluice.json").write_text(json.dumps(severity("information")))
    await fresh.begin(severity("error"), options=severity("warning"), folder=tmp_path.as_uri())
    assert await found() is types.DiagnosticSeverity.Error
    await fresh.set(None)
    assert await found() is types.DiagnosticSeverity.Warning


@pytest.mark.own_home
async def test_the_workspace_is_nearer_than_the_user(fresh: Editor, tmp_path: Path) -> None:
    assert fresh.sandbox is not None
    fresh.sandbox.user_settings.write_text(json.dumps({"rules": rules(), "features": {"hover": False}}))
    (tmp_path / "sluice.json").write_text(json.dumps({"rules": []}))
    await fresh.begin(None, folder=tmp_path.as_uri())
    assert await findings(fresh) == 0
    # What the nearer does not have comes from the farther.
    document = fresh.open(reviews())
    assert await fresh.hover(document, document.at("영화였다")) is None


async def test_a_missing_feature_keeps_its_default(fresh: Editor, tmp_path: Path) -> None:
    (tmp_path / "sluice.json").write_text(json.dumps({"features": {"hover": False, "codeLens": True}}))
    await fresh.begin({**SETTINGS, "features": {"hover": True}}, folder=tmp_path.as_uri())
    found = await state(fresh, fresh.open(reviews()))
    assert found["hover"] and found["codeLens"] and not found["inlayHints"] and found["completion"]


# Changes


async def test_files_are_watched_where_the_editor_can(fresh: Editor, tmp_path: Path) -> None:
    await fresh.begin(None, folder=tmp_path.as_uri())
    await fresh.until(lambda: fresh.registered)
    (watch,) = [each for each in fresh.registered if each.method == "workspace/didChangeWatchedFiles"]
    assert "sluice.json" in str(watch.register_options) and "sluice.toml" in str(watch.register_options)


async def test_a_file_is_read_again_when_it_changes(fresh: Editor, tmp_path: Path) -> None:
    file = tmp_path / "sluice.json"
    await fresh.begin(None, folder=tmp_path.as_uri())
    document = fresh.open(reviews())
    steps = [({"rules": rules()}, 1), ({"rules": []}, 0), ({"rules": rules(0.0)}, 2), (None, 0)]
    kind = types.FileChangeType.Created
    for content, count in steps:
        before = fresh.diagnostic_refresh_count
        if content is None:
            file.unlink()
            kind = types.FileChangeType.Deleted
        else:
            file.write_text(json.dumps(content))
        fresh.workspace_did_change_watched_files(
            types.DidChangeWatchedFilesParams([types.FileEvent(uri=file.as_uri(), type=kind)])
        )
        kind = types.FileChangeType.Changed
        await fresh.until(lambda: fresh.diagnostic_refresh_count > before)
        assert len(await document.analysed()) == count


async def test_a_file_is_read_again_by_the_command(fresh: Editor, tmp_path: Path) -> None:
    await fresh.begin(None, folder=tmp_path.as_uri())
    assert await findings(fresh) == 0
    (tmp_path / "sluice.json").write_text(json.dumps({"rules": rules()}))
    assert await fresh.run(types.Command(title="", command="sluice.reload", arguments=[])) is None
    assert await findings(fresh) == 1


async def test_a_folder_that_is_added_brings_its_settings(fresh: Editor, tmp_path: Path) -> None:
    (tmp_path / "sluice.json").write_text(json.dumps({"rules": rules()}))
    await fresh.begin(None)
    assert await findings(fresh) == 0
    folder = types.WorkspaceFolder(uri=tmp_path.as_uri(), name="work")
    for added, removed, count in (([folder], [], 1), ([], [folder], 0)):
        fresh.workspace_did_change_workspace_folders(
            types.DidChangeWorkspaceFoldersParams(types.WorkspaceFoldersChangeEvent(added=added, removed=removed))
        )
        assert await findings(fresh) == count


async def test_a_document_has_the_settings_of_the_nearest_folder(fresh: Editor, tmp_path: Path) -> None:
    places = {"": 0, "books": 1, "books/old": 0, "books/older": 1, "films": 1}
    for name, count in places.items():
        (tmp_path / name).mkdir(exist_ok=True)
        (tmp_path / name / "sluice.json").write_text(json.dumps({"rules": rules() if count else []}))
    folders = [
        types.WorkspaceFolder(uri=(tmp_path / name).as_uri(), name=name) for name in ("", "films", "books", "books/old")
    ]
    await fresh.begin(None, folder=tmp_path.as_uri())
    fresh.workspace_did_change_workspace_folders(
        types.DidChangeWorkspaceFoldersParams(types.WorkspaceFoldersChangeEvent(added=folders[1:], removed=[]))
    )
    for name, count in {**places, "bookshelf": 0}.items():
        document = fresh.open(reviews(), uri=(tmp_path / name / "문서.txt").as_uri())
        assert len(await document.analysed()) == count, name
    assert await findings(fresh) == 0, "one in no folder has the first folder's"
    (tmp_path / "films" / "sluice.json").write_text(json.dumps({"rules": []}))
    await fresh.run(types.Command(title="", command="sluice.reload", arguments=[]))
    document = fresh.open(reviews(), uri=(tmp_path / "films" / "another.txt").as_uri())
    assert await document.analysed() == []


# What is wrong


@pytest.mark.parametrize(
    ("wrong", "key"),
    [
        ({"model": 7}, "model"),
        ({"features": {"hover": "no"}}, "features.hover"),
        ({"features": [True]}, "features"),
        ({"features": {"hoover": False}}, "features.hoover"),
        ({"languageIds": "plaintext"}, "languageIds"),
        ({"languageIds": ["plaintext", 7]}, "languageIds[1]"),
        ({"limits": {"diagnostics": "many"}}, "limits.diagnostics"),
        ({"limits": {"documentBytes": -1}}, "limits.documentBytes"),
        ({"limits": {"diagnostics": 1.5}}, "limits.diagnostics"),
        ({"dictionary": False}, "dictionary"),
        ({"modle": "sentiment-ko"}, "modle"),
    ],
)
async def test_a_wrong_key_is_named_and_the_rest_applies(fresh: Editor, wrong: Any, key: str) -> None:
    await fresh.begin({"rules": rules(), **wrong})
    assert await findings(fresh) == 1
    await fresh.until(lambda: key in messages(fresh))


@pytest.mark.parametrize(
    ("change", "key"),
    [
        ({"atLeast": "high"}, "rules[1].atLeast"),
        ({"atLeast": 1.5}, "rules[1].atLeast"),
        ({"severity": "fatal"}, "rules[1].severity"),
        ({"severity": 1}, "rules[1].severity"),
        ({"label": None}, "rules[1].label"),
        ({"label": 3}, "rules[1].label"),
        ({"mesage": "x"}, "rules[1].mesage"),
    ],
)
async def test_a_wrong_rule_is_named_and_the_others_apply(fresh: Editor, change: Dict[str, Any], key: str) -> None:
    wrong = {name: value for name, value in {**rules()[0], **change}.items() if value is not None}
    await fresh.begin({"rules": [*rules(), wrong]})
    assert await findings(fresh) >= 1
    await fresh.until(lambda: key in messages(fresh))


@pytest.mark.parametrize("settings", [None, {}, [], "sentiment-ko", 7, True, {"rules": None}, {"features": None, "model": None}])
async def test_any_settings_are_survived(fresh: Editor, settings: Any) -> None:
    await fresh.begin(settings)
    assert await findings(fresh) == 0
    document = fresh.open(reviews())
    assert await fresh.hover(document, document.at("영화였다")) is not None


@pytest.mark.parametrize("options", ["text", 7, [1], {"rules": "all"}])
async def test_any_options_are_survived(fresh: Editor, options: Any) -> None:
    await fresh.begin({"rules": rules()}, options=options)
    assert await findings(fresh) == 1


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("sluice.json", b'{"rules": ['),
        ("sluice.json", b"\xff\xfe"),
        ("sluice.json", b"[]"),
        ("sluice.toml", b"rules = ["),
        ("sluice.toml", b'model = "a"\nmodel = "b"\n'),
    ],
)
async def test_a_broken_file_is_named_and_the_rest_applies(
    fresh: Editor, tmp_path: Path, name: str, content: bytes
) -> None:
    (tmp_path / name).write_bytes(content)
    await fresh.begin({"rules": rules()}, folder=tmp_path.as_uri())
    assert await findings(fresh) == 1
    await fresh.until(lambda: name in messages(fresh))


async def test_a_file_that_is_mended_applies(fresh: Editor, tmp_path: Path) -> None:
    file = tmp_path / "sluice.json"
    file.write_text("{")
    await fresh.begin(None, folder=tmp_path.as_uri())
    await fresh.until(lambda: "sluice.json" in messages(fresh))
    file.write_text(json.dumps({"rules": rules()}))
    fresh.workspace_did_change_watched_files(
        types.DidChangeWatchedFilesParams([types.FileEvent(uri=file.as_uri(), type=types.FileChangeType.Changed)])
    )
    assert await findings(fresh) == 1


async def test_a_complaint_is_made_once(fresh: Editor) -> None:
    await fresh.begin({"model": 7})
    document = fresh.open(reviews())
    for word in ("돈이", "시간이", "마음이"):
        await document.analysed()
        document.replace(next(each for each in ("돈이", "시간이", "마음이") if each in document.text), word)
    await fresh.set({"model": 7})
    await fresh.until(lambda: any("model" in each.message for each in fresh.messages))
    await asyncio.sleep(0.05)
    assert len([each for each in fresh.messages if "model" in each.message]) == 1


async def test_an_editor_that_has_no_answer_is_served(fresh: Editor) -> None:
    fresh.has_no_answer = True
    await fresh.begin(None, options={"rules": rules()})
    assert await findings(fresh) == 1


# Which documents


async def test_only_the_languages_that_are_wanted(fresh: Editor) -> None:
    await fresh.begin({"rules": rules(), "languageIds": ["markdown"]})
    assert await fresh.open(COMPLAINT, "plaintext").analysed() == []
    assert len(await fresh.open(COMPLAINT, "markdown").analysed()) == 1
    await fresh.set({"rules": rules()})
    assert len(await fresh.open(COMPLAINT, "plaintext").analysed()) == 1


async def test_languages_that_are_not_wanted_stay_so_whatever_is_typed(fresh: Editor) -> None:
    await fresh.begin({"rules": rules(), "languageIds": ["markdown"]})
    document = fresh.open(COMPLAINT, "plaintext")
    document.change([(None, f"{COMPLAINT} {COMPLAINT}")])
    assert await document.analysed() == []


async def test_settings_hold_for_what_was_open_before_them(fresh: Editor) -> None:
    # Most editors open documents at once, while the server still asks for its settings.
    settings = {"rules": rules(), "languageIds": ["markdown"], "limits": {"documentBytes": 10_000}}
    fresh.set_configuration(settings, section="sluice")
    fresh.may_answer_settings.clear()
    capabilities = can.everything([fresh.encoding])
    await fresh.initialize_session(types.InitializeParams(capabilities=can.typed(capabilities)))
    wanted, unwanted = fresh.open(COMPLAINT, "markdown"), fresh.open(COMPLAINT, "plaintext")
    large = fresh.open("\n\n".join([COMPLAINT] * 200), "markdown")
    await fresh.ping()
    fresh.may_answer_settings.set()
    await fresh.until(lambda: fresh.asked_for_settings)
    await fresh.ping()
    assert len(await wanted.analysed()) == 1
    assert await unwanted.analysed() == []
    assert await large.analysed() == []


async def test_what_is_no_prose_is_not_looked_at(fresh: Editor) -> None:
    await fresh.begin({"rules": rules()})
    for language in ("json", "csv", "no-such-language"):
        assert await fresh.open(COMPLAINT, language).analysed() == []


async def test_another_model_reads_the_paragraphs(fresh: Editor) -> None:
    tiny = Path(__file__).resolve().parents[2] / "protocol" / "examples" / "models" / "tiny"
    await fresh.begin({**SETTINGS, "model": str(tiny), "rules": []})
    document = fresh.open(f"{PRAISE}\n\n좋아요 좋아요\n")
    answer = await fresh.call("text/classify", {"text": "좋아요 좋아요", "model": str(tiny)})
    symbols = await fresh.text_document_document_symbol_async(types.DocumentSymbolParams(document.identifier))
    assert symbols and answer.label in str(symbols[-1])
