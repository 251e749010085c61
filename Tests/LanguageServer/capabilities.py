"""What the editor under test says that it can."""

from __future__ import annotations

from typing import Any, Dict, Sequence

from lsprotocol import types

from referee import CONVERTER

MARKDOWN = ["markdown", "plaintext"]
ENCODINGS = ("utf-8", "utf-16", "utf-32")


def everything(encodings: Sequence[str] = ENCODINGS) -> Dict[str, Any]:
    """All that a server can make use of, as JSON."""
    dynamic = {"dynamicRegistration": True}
    return {
        "general": {"positionEncodings": list(encodings), "markdown": {"parser": "marked"}},
        "window": {"workDoneProgress": True, "showMessage": {}, "showDocument": {"support": True}},
        "workspace": {
            "applyEdit": True,
            "configuration": True,
            "workspaceFolders": True,
            "workspaceEdit": {"documentChanges": True},
            "didChangeConfiguration": dynamic,
            "didChangeWatchedFiles": {**dynamic, "relativePatternSupport": True},
            "executeCommand": dynamic,
            "codeLens": {"refreshSupport": True},
            "inlayHint": {"refreshSupport": True},
            "diagnostics": {"refreshSupport": True},
            "semanticTokens": {"refreshSupport": True},
        },
        "textDocument": {
            "synchronization": {**dynamic, "didSave": True},
            "hover": {**dynamic, "contentFormat": MARKDOWN},
            "completion": {
                **dynamic,
                "completionItem": {
                    "documentationFormat": MARKDOWN,
                    "labelDetailsSupport": True,
                    "insertReplaceSupport": True,
                    "resolveSupport": {"properties": ["documentation", "detail"]},
                },
                "completionList": {"itemDefaults": ["editRange", "data", "insertTextFormat"]},
                "contextSupport": True,
            },
            "codeAction": {
                **dynamic,
                "codeActionLiteralSupport": {
                    "codeActionKind": {"valueSet": ["", "quickfix", "refactor", "refactor.rewrite", "source"]}
                },
                "isPreferredSupport": True,
                "disabledSupport": True,
                "dataSupport": True,
                "resolveSupport": {"properties": ["edit"]},
            },
            "codeLens": dynamic,
            "inlayHint": {**dynamic, "resolveSupport": {"properties": ["tooltip"]}},
            "documentHighlight": dynamic,
            "documentSymbol": {**dynamic, "hierarchicalDocumentSymbolSupport": True},
            "selectionRange": dynamic,
            "publishDiagnostics": {"versionSupport": True, "dataSupport": True, "codeDescriptionSupport": True},
            "diagnostic": {**dynamic, "relatedDocumentSupport": True},
            "semanticTokens": {
                **dynamic,
                "requests": {"range": True, "full": {"delta": True}},
                "tokenTypes": [each.value for each in types.SemanticTokenTypes],
                "tokenModifiers": [each.value for each in types.SemanticTokenModifiers],
                "formats": ["relative"],
                "augmentsSyntaxTokens": True,
            },
        },
    }


def push_only(encodings: Sequence[str] = ENCODINGS) -> Dict[str, Any]:
    """An editor that does not pull diagnostics, and so has them pushed."""
    made = everything(encodings)
    del made["textDocument"]["diagnostic"]
    return made


def typed(capabilities: Dict[str, Any]) -> types.ClientCapabilities:
    made: types.ClientCapabilities = CONVERTER.structure(capabilities, types.ClientCapabilities)
    return made
