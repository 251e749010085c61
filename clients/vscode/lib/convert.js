"use strict";
// LSP's values as the editor's, and back. Both count lines from 0 and columns in UTF-16.

const vscode = require("vscode");

const position = (place) => new vscode.Position(place.line, place.character);
const range = (place) => new vscode.Range(position(place.start), position(place.end));
const plainPosition = (place) => ({ line: place.line, character: place.character });
const plainRange = (place) => ({ start: plainPosition(place.start), end: plainPosition(place.end) });

/** Markdown of `MarkupContent` or a string. */
function markdown(content) {
  if (content === undefined || content === null) {
    return undefined;
  }
  if (content.kind === "plaintext") {
    return new vscode.MarkdownString().appendText(content.value);
  }
  return new vscode.MarkdownString(typeof content === "string" ? content : content.value);
}

const command = (each) =>
  each && { title: each.title, command: each.command, arguments: each.arguments ?? [] };

const textEdit = (edit) => new vscode.TextEdit(range(edit.range), edit.newText);

function workspaceEdit(edit) {
  const result = new vscode.WorkspaceEdit();
  for (const change of edit.documentChanges ?? []) {
    if (change.textDocument) {
      result.set(vscode.Uri.parse(change.textDocument.uri), change.edits.map(textEdit));
    }
  }
  if (!edit.documentChanges) {
    for (const [uri, edits] of Object.entries(edit.changes ?? {})) {
      result.set(vscode.Uri.parse(uri), edits.map(textEdit));
    }
  }
  return result;
}

/** The original comes along, since the server may want its `data` back. */
function diagnostic(each) {
  const result = new vscode.Diagnostic(range(each.range), each.message, (each.severity ?? 1) - 1);
  result.source = each.source;
  result.code = each.codeDescription
    ? { value: each.code, target: vscode.Uri.parse(each.codeDescription.href) }
    : each.code;
  result.tags = each.tags;
  result.lsp = each;
  return result;
}

function plainDiagnostic(each) {
  return each.lsp ?? {
    range: plainRange(each.range),
    message: each.message,
    severity: each.severity + 1,
    source: each.source,
  };
}

const hover = (each) =>
  each && new vscode.Hover([each.contents].flat().map(markdown), each.range && range(each.range));

function completionItem(each) {
  const label = each.labelDetails ? { label: each.label, ...each.labelDetails } : each.label;
  const result = new vscode.CompletionItem(label, each.kind === undefined ? undefined : each.kind - 1);
  const text = each.textEdit?.newText ?? each.insertText ?? each.label;
  result.insertText = each.insertTextFormat === 2 ? new vscode.SnippetString(text) : text;
  if (each.textEdit?.range) {
    result.range = range(each.textEdit.range);
  } else if (each.textEdit) {
    result.range = { inserting: range(each.textEdit.insert), replacing: range(each.textEdit.replace) };
  }
  result.detail = each.detail;
  result.documentation = markdown(each.documentation);
  result.sortText = each.sortText;
  result.filterText = each.filterText;
  result.preselect = each.preselect;
  result.tags = each.tags;
  result.commitCharacters = each.commitCharacters;
  result.additionalTextEdits = each.additionalTextEdits?.map(textEdit);
  result.command = command(each.command);
  result.lsp = each;
  return result;
}

function codeAction(each) {
  // A bare command is an answer, too.
  if (typeof each.command === "string") {
    return command(each);
  }
  const kind = each.kind === undefined ? undefined : vscode.CodeActionKind.Empty.append(each.kind);
  const result = new vscode.CodeAction(each.title, kind);
  result.diagnostics = each.diagnostics?.map(diagnostic);
  result.edit = each.edit && workspaceEdit(each.edit);
  result.command = command(each.command);
  result.isPreferred = each.isPreferred;
  result.disabled = each.disabled;
  result.lsp = each;
  return result;
}

function codeLens(each) {
  const result = new vscode.CodeLens(range(each.range), command(each.command));
  result.lsp = each;
  return result;
}

function inlayHint(each) {
  const label = typeof each.label === "string" ? each.label : each.label.map((part) => {
    const result = new vscode.InlayHintLabelPart(part.value);
    result.tooltip = markdown(part.tooltip);
    result.command = command(part.command);
    return result;
  });
  const result = new vscode.InlayHint(position(each.position), label, each.kind);
  result.tooltip = markdown(each.tooltip);
  result.paddingLeft = each.paddingLeft;
  result.paddingRight = each.paddingRight;
  result.textEdits = each.textEdits?.map(textEdit);
  return result;
}

function documentSymbol(each) {
  // The editor throws at a symbol without a name.
  const result = new vscode.DocumentSymbol(
    each.name || "…", each.detail ?? "", each.kind - 1, range(each.range), range(each.selectionRange));
  result.children = (each.children ?? []).map(documentSymbol);
  return result;
}

const selectionRange = (each) =>
  new vscode.SelectionRange(range(each.range), each.parent && selectionRange(each.parent));

const highlight = (each) => new vscode.DocumentHighlight(range(each.range), (each.kind ?? 1) - 1);

/** Tokens in full, or what has changed of them. */
function semanticTokens(each) {
  if (each?.edits) {
    const edits = each.edits.map((edit) =>
      new vscode.SemanticTokensEdit(edit.start, edit.deleteCount, edit.data && new Uint32Array(edit.data)));
    return new vscode.SemanticTokensEdits(edits, each.resultId);
  }
  return each && new vscode.SemanticTokens(new Uint32Array(each.data), each.resultId);
}

module.exports = {
  codeAction, codeLens, command, completionItem, diagnostic, documentSymbol, highlight, hover, inlayHint, markdown,
  plainDiagnostic, plainPosition, plainRange, position, range, selectionRange, semanticTokens, workspaceEdit,
};
