/// What `workspace/executeCommand` does.
enum EditorCommand: String, CaseIterable {
    /// [word]: the analysers know it from now on.
    case addToDictionary = "sluice.addToDictionary"
    /// [uri, {rule, text}]: the rule is silent about that paragraph of the document.
    case ignoreHere = "sluice.ignoreHere"
    /// [{model, text, label}]: what a paragraph should have been labelled; see `models/feedback`.
    case correctLabel = "sluice.correctLabel"
    /// [uri, position]: shows what moved the label of the paragraph there.
    case explainLabel = "sluice.explainLabel"
    /// []: the files of settings are read again.
    case reload = "sluice.reload"
}
