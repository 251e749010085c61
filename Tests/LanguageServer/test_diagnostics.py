"""What rules find: pushed and pulled."""

from __future__ import annotations

import asyncio
from typing import Any, Dict, List

import pytest
from lsprotocol import types

import capabilities as can
from editor import SETTINGS, Document, Editor, hundredths
from samples import COMPLAINT, LINE_ENDS, MARKDOWN, PRAISE, PYTHON, reviews

SEVERITIES = {
    "error": types.DiagnosticSeverity.Error,
    "warning": types.DiagnosticSeverity.Warning,
    "information": types.DiagnosticSeverity.Information,
    "hint": types.DiagnosticSeverity.Hint,
}


def rule(**changes: Any) -> Dict[str, Any]:
    made = {"model": "sentiment-ko", "label": "negative", "atLeast": 0.8, "severity": "warning", **changes}
    return {name: value for name, value in made.items() if value is not None}


def pushed(editor: Editor, document: Document) -> List[types.Diagnostic]:
    return list(editor.diagnostics.get(document.uri, ()))


@pytest.mark.parametrize("end", LINE_ENDS)
async def test_a_finding_covers_its_paragraph(editor: Editor, end: str) -> None:
    document = editor.open(reviews(end))
    (finding,) = await document.analysed()
    assert document.covered(finding.range) == COMPLAINT
    assert finding.severity is types.DiagnosticSeverity.Warning and finding.source == "sluice"
    answer = await editor.call("text/classify", {"text": COMPLAINT, "model": "sentiment-ko"})
    assert finding.message == f"불평 {hundredths(answer.probability)}"
    assert finding.code == "sentiment-ko/negative"


@pytest.mark.parametrize("severity", SEVERITIES)
async def test_a_rule_has_its_severity_name_and_message(fresh: Editor, severity: str) -> None:
    named = rule(severity=severity, name="no-complaints", message="{label} {probability} {model}!")
    await fresh.begin({"rules": [named]})
    document = fresh.open(reviews())
    (finding,) = await document.analysed()
    assert finding.severity is SEVERITIES[severity] and finding.code == "no-complaints"
    answer = await fresh.call("text/classify", {"text": COMPLAINT, "model": "sentiment-ko"})
    assert finding.message == f"negative {hundredths(answer.probability)} sentiment-ko!"


async def test_a_rule_without_a_message_says_what_it_found(fresh: Editor) -> None:
    await fresh.begin({"rules": [rule()]})
    (finding,) = await fresh.open(reviews()).analysed()
    assert "negative" in finding.message and "sentiment-ko" in finding.message


async def test_a_rule_begins_at_its_probability(fresh: Editor) -> None:
    await fresh.begin({"rules": []})
    probability = (await fresh.call("text/classify", {"text": COMPLAINT, "model": "sentiment-ko"})).probability
    document = fresh.open(reviews())
    for least, count in ((probability - 0.001, 1), (probability + 0.001, 0), (0.0, 2), (1.0, 0)):
        await fresh.set({"rules": [rule(atLeast=least)]})
        assert len(await document.analysed()) == count, least


async def test_each_rule_finds_for_itself_in_the_order_of_the_text(fresh: Editor) -> None:
    await fresh.begin({"rules": [rule(), rule(label="positive", severity="hint")]})
    document = fresh.open(reviews())
    findings = await document.analysed()
    assert [document.covered(each.range) for each in findings] == [PRAISE, COMPLAINT]
    assert [each.code for each in findings] == ["sentiment-ko/positive", "sentiment-ko/negative"]


async def test_without_rules_nothing_is_found(fresh: Editor) -> None:
    await fresh.begin({"model": "sentiment-ko"})
    assert await fresh.open(reviews()).analysed() == []


async def test_what_is_found_follows_the_text(editor: Editor) -> None:
    document = editor.open(reviews())
    document.replace(COMPLAINT, PRAISE)
    assert await document.analysed() == []
    document.replace(PRAISE, COMPLAINT)
    assert len(await document.analysed()) == 1
    document.change([(types.Range(document.whole.end, document.whole.end), f"\r\n{COMPLAINT}")])
    assert len(await document.analysed()) == 2


async def test_what_has_not_changed_is_unchanged(editor: Editor) -> None:
    document = editor.open(reviews())

    async def report(previous: Any = None) -> Any:
        return await editor.text_document_diagnostic_async(
            types.DocumentDiagnosticParams(document.identifier, previous_result_id=previous)
        )

    first = await report()
    assert first.kind == "full" and first.result_id
    same = await report(first.result_id)
    assert same.kind == "unchanged" and same.result_id == first.result_id
    document.replace(COMPLAINT, PRAISE)
    other = await report(first.result_id)
    assert other.kind == "full" and not other.items and other.result_id != first.result_id
    assert (await report("no such")).kind == "full"


async def test_markdown_and_source_are_found_in_their_prose_alone(editor: Editor) -> None:
    for text, language in ((MARKDOWN, "markdown"), (PYTHON, "python")):
        document = editor.open(text, language)
        (finding,) = await document.analysed()
        assert document.covered(finding.range).strip().startswith("너무 지루하고")
        assert '"' not in document.covered(finding.range) and "-" not in document.covered(finding.range)


async def test_an_editor_that_pulls_has_nothing_pushed(editor: Editor) -> None:
    document = editor.open(reviews())
    assert await document.analysed()
    await asyncio.sleep(0.1)
    assert pushed(editor, document) == []


async def test_an_editor_that_does_not_pull_has_findings_pushed(fresh: Editor) -> None:
    await fresh.begin(SETTINGS, capabilities=can.push_only([fresh.encoding]))
    document = fresh.open(reviews())
    await fresh.until(lambda: len(pushed(fresh, document)) == 1)
    assert document.covered(pushed(fresh, document)[0].range) == COMPLAINT
    document.replace(COMPLAINT, PRAISE)
    await fresh.until(lambda: not pushed(fresh, document))
    document.replace(PRAISE, COMPLAINT)
    await fresh.until(lambda: len(pushed(fresh, document)) == 1)
    document.close()
    # What is closed has nothing to show.
    await fresh.until(lambda: not pushed(fresh, document))


async def test_pushed_and_pulled_are_the_same(fresh: Editor) -> None:
    await fresh.begin(SETTINGS, capabilities=can.push_only([fresh.encoding]))
    document = fresh.open(reviews())
    await fresh.until(lambda: pushed(fresh, document))
    assert pushed(fresh, document) == await document.analysed()


async def test_other_rules_ask_for_a_new_look(editor: Editor) -> None:
    document = editor.open(reviews())
    assert len(await document.analysed()) == 1
    before = editor.diagnostic_refresh_count
    await editor.set({**SETTINGS, "rules": []})
    await editor.until(lambda: editor.diagnostic_refresh_count > before)
    assert await document.analysed() == []


async def test_no_more_than_the_limit_is_found(fresh: Editor) -> None:
    await fresh.begin({**SETTINGS, "limits": {"diagnostics": 3}})
    document = fresh.open("\n\n".join([COMPLAINT] * 10))
    assert len(await document.analysed()) == 3


@pytest.mark.parametrize("model", ["no-such-model", "morphemes-ko"])
async def test_a_rule_whose_model_cannot_classify_is_told_once(fresh: Editor, model: str) -> None:
    await fresh.begin({"rules": [rule(model=model), rule()]})
    document = fresh.open(reviews())
    assert len(await document.analysed()) == 1
    document.replace("돈이", "시간이")
    await document.analysed()
    await fresh.until(lambda: fresh.messages)
    await asyncio.sleep(0.05)
    assert len([each for each in fresh.messages if model in each.message]) == 1


async def test_a_rule_whose_label_is_not_the_models_is_told(fresh: Editor) -> None:
    await fresh.begin({"rules": [rule(label="angry")]})
    assert await fresh.open(reviews()).analysed() == []
    await fresh.until(lambda: any("angry" in each.message and "negative" in each.message for each in fresh.messages))
