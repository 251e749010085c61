"use strict";
// What the server offers becomes what the editor asks for: one provider for each capability.

const vscode = require("vscode");
const convert = require("./convert");
const { REQUEST_CANCELLED } = require("./connection");

const of = (document) => ({ textDocument: { uri: document.uri.toString() } });

/**
 * Registers what `capabilities` names.
 * @param {import("./connection").Connection} connection
 * @returns {{disposables: {dispose(): void}[], refresh: Object<string, () => void>}} `refresh` has, by the server's request for
 * it, what makes the editor ask again
 */
function register(connection, capabilities, selector) {
  const disposables = [];
  const refresh = {};
  const languages = vscode.languages;

  /** An answer as the editor wants it; none where the server has none, or has been told not to answer. */
  const ask = async (method, params, token, turn) => {
    try {
      const answer = await connection.request(method, params, token);
      return answer === null || answer === undefined ? undefined : turn(answer);
    } catch (error) {
      if (error.code === REQUEST_CANCELLED || token?.isCancellationRequested) {
        return undefined;
      }
      throw error;
    }
  };
  const each = (turn) => (answer) => answer.map(turn);
  const add = (disposable) => disposables.push(disposable);
  /** An event that a request of the server fires. */
  const changed = (request) => {
    const emitter = new vscode.EventEmitter();
    add(emitter);
    refresh[request] = () => emitter.fire();
    return emitter.event;
  };

  if (capabilities.hoverProvider) {
    add(languages.registerHoverProvider(selector, {
      provideHover: (document, position, token) =>
        ask("textDocument/hover", { ...of(document), position: convert.plainPosition(position) }, token, convert.hover),
    }));
  }

  if (capabilities.completionProvider) {
    const options = capabilities.completionProvider;
    const list = (answer) => {
      const items = Array.isArray(answer) ? answer : answer.items;
      return new vscode.CompletionList(items.map(convert.completionItem), answer.isIncomplete === true);
    };
    const provider = {
      provideCompletionItems: (document, position, token, context) =>
        ask("textDocument/completion", {
          ...of(document),
          position: convert.plainPosition(position),
          context: { triggerKind: context.triggerKind + 1, triggerCharacter: context.triggerCharacter },
        }, token, list),
    };
    if (options.resolveProvider) {
      provider.resolveCompletionItem = (item, token) =>
        ask("completionItem/resolve", item.lsp, token, (answer) => {
          item.documentation = convert.markdown(answer.documentation);
          item.detail = answer.detail;
          return item;
        });
    }
    add(languages.registerCompletionItemProvider(selector, provider, ...(options.triggerCharacters ?? [])));
  }

  if (capabilities.codeActionProvider) {
    const kinds = (capabilities.codeActionProvider.codeActionKinds ?? [])
      .map((kind) => vscode.CodeActionKind.Empty.append(kind));
    const provider = {
      provideCodeActions: (document, range, context, token) =>
        ask("textDocument/codeAction", {
          ...of(document),
          range: convert.plainRange(range),
          context: {
            diagnostics: context.diagnostics.map(convert.plainDiagnostic),
            only: context.only && [context.only.value],
            triggerKind: context.triggerKind,
          },
        }, token, each(convert.codeAction)),
    };
    if (capabilities.codeActionProvider.resolveProvider) {
      provider.resolveCodeAction = (action, token) =>
        ask("codeAction/resolve", action.lsp, token, convert.codeAction);
    }
    add(languages.registerCodeActionsProvider(selector, provider, { providedCodeActionKinds: kinds }));
  }

  if (capabilities.codeLensProvider) {
    const provider = {
      onDidChangeCodeLenses: changed("workspace/codeLens/refresh"),
      provideCodeLenses: (document, token) =>
        ask("textDocument/codeLens", of(document), token, each(convert.codeLens)),
    };
    if (capabilities.codeLensProvider.resolveProvider) {
      provider.resolveCodeLens = (lens, token) => ask("codeLens/resolve", lens.lsp, token, convert.codeLens);
    }
    add(languages.registerCodeLensProvider(selector, provider));
  }

  if (capabilities.inlayHintProvider) {
    add(languages.registerInlayHintsProvider(selector, {
      onDidChangeInlayHints: changed("workspace/inlayHint/refresh"),
      provideInlayHints: (document, range, token) =>
        ask("textDocument/inlayHint", { ...of(document), range: convert.plainRange(range) }, token, each(convert.inlayHint)),
    }));
  }

  if (capabilities.semanticTokensProvider) {
    const { legend: names, full, range: ranged } = capabilities.semanticTokensProvider;
    const legend = new vscode.SemanticTokensLegend(names.tokenTypes, names.tokenModifiers);
    if (full) {
      const provider = {
        onDidChangeSemanticTokens: changed("workspace/semanticTokens/refresh"),
        provideDocumentSemanticTokens: (document, token) =>
          ask("textDocument/semanticTokens/full", of(document), token, convert.semanticTokens),
      };
      if (full.delta) {
        provider.provideDocumentSemanticTokensEdits = (document, previousResultId, token) =>
          ask("textDocument/semanticTokens/full/delta", { ...of(document), previousResultId }, token, convert.semanticTokens);
      }
      add(languages.registerDocumentSemanticTokensProvider(selector, provider, legend));
    }
    if (ranged) {
      add(languages.registerDocumentRangeSemanticTokensProvider(selector, {
        provideDocumentRangeSemanticTokens: (document, range, token) =>
          ask("textDocument/semanticTokens/range", { ...of(document), range: convert.plainRange(range) }, token,
            convert.semanticTokens),
      }, legend));
    }
  }

  if (capabilities.documentHighlightProvider) {
    add(languages.registerDocumentHighlightProvider(selector, {
      provideDocumentHighlights: (document, position, token) =>
        ask("textDocument/documentHighlight", { ...of(document), position: convert.plainPosition(position) }, token,
          each(convert.highlight)),
    }));
  }

  if (capabilities.documentSymbolProvider) {
    add(languages.registerDocumentSymbolProvider(selector, {
      provideDocumentSymbols: (document, token) =>
        ask("textDocument/documentSymbol", of(document), token, each(convert.documentSymbol)),
    }, { label: "Sluice" }));
  }

  if (capabilities.selectionRangeProvider) {
    add(languages.registerSelectionRangeProvider(selector, {
      provideSelectionRanges: (document, positions, token) =>
        ask("textDocument/selectionRange", { ...of(document), positions: positions.map(convert.plainPosition) }, token,
          each(convert.selectionRange)),
    }));
  }

  return { disposables, refresh };
}

module.exports = { register };
