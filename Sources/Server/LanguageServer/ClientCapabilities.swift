import JSON
import ServerProtocol

/// What a client said in `initialize` that it can do, as far as it matters here.
struct ClientCapabilities: Sendable {
    /// Whether hovers, and the documentation of completions, are shown best in Markdown.
    let hoversInMarkdown: Bool
    let documentsInMarkdown: Bool
    /// Answers `workspace/configuration`.
    let hasConfiguration: Bool
    let watchesFiles: Bool
    let showsProgress: Bool
    /// Asks for diagnostics: then none are sent unasked, which would show them twice.
    let pullsDiagnostics: Bool
    /// Takes code actions that are more than commands.
    let takesCodeActions: Bool
    /// Does an edit that it is asked to do.
    let appliesEdits: Bool
    /// Resolves the edit of an action when it is chosen.
    let resolvesEdits: Bool
    /// Requests to ask again.
    let refreshes: [String]

    init(_ capabilities: JSONValue?) {
        let document = capabilities?["textDocument"]
        let workspace = capabilities?["workspace"]
        func isOn(_ value: JSONValue?) -> Bool { value?.bool ?? false }
        // The formats stand in the order of preference.
        func prefersMarkdown(_ formats: JSONValue?) -> Bool { formats?.array?.first?.string == "markdown" }
        hoversInMarkdown = prefersMarkdown(document?["hover"]?["contentFormat"])
        documentsInMarkdown = prefersMarkdown(document?["completion"]?["completionItem"]?["documentationFormat"])
        hasConfiguration = isOn(workspace?["configuration"])
        watchesFiles = isOn(workspace?["didChangeWatchedFiles"]?["dynamicRegistration"])
        showsProgress = isOn(capabilities?["window"]?["workDoneProgress"])
        pullsDiagnostics = document?["diagnostic"]?.object != nil
        takesCodeActions = document?["codeAction"]?["codeActionLiteralSupport"]?.object != nil
        appliesEdits = isOn(workspace?["applyEdit"])
        resolvesEdits =
            document?["codeAction"]?["resolveSupport"]?["properties"]?.array?.contains { $0.string == "edit" } ?? false
        refreshes = ClientMessages.refreshes.compactMap { refresh in
            isOn(workspace?[refresh.capability]?["refreshSupport"]) ? refresh.method : nil
        }
    }
}
