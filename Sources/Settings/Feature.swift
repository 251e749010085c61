/// What an editor is shown, each to be had or not.
package enum Feature: String, Sendable, CaseIterable {
    case hover, completion, codeActions, codeLens, inlayHints, diagnostics, semanticTokens, documentHighlight,
        documentSymbols, selectionRanges
}
