/// What `workspace/executeCommand` does.
enum EditorCommand: String, CaseIterable {
    /// [word]: the analysers know it from now on.
    case addToDictionary = "sluice.addToDictionary"
    /// [word]: they know it no more.
    case removeFromDictionary = "sluice.removeFromDictionary"
    /// [uri, version, range, text]: the client is asked to put the text there, as long as the document is of that
    /// version: for clients that know no code actions but commands.
    case replace = "sluice.replaceText"
    /// [uri, {rule, text}]: the rule is silent about that paragraph of the document.
    case ignoreHere = "sluice.ignoreHere"
    /// [{model, text, label}]: what a paragraph should have been labelled; see `models/feedback`.
    case correctLabel = "sluice.correctLabel"
    /// [uri, position]: shows what moved the label of the paragraph there.
    case explainLabel = "sluice.explainLabel"
    /// []: the files of settings are read again.
    case reload = "sluice.reload"
}
