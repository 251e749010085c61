/// What an editor is shown, each to be had or not.
package enum Feature: String, Sendable, CaseIterable {
    case hover, completion, codeActions, codeLens, inlayHints, diagnostics, semanticTokens, documentHighlight,
        documentSymbols, selectionRanges

    /// What stands between the lines of a text is shown to those who ask for it.
    package var isOnByDefault: Bool { self != .codeLens && self != .inlayHints }
}
