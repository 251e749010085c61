import Checking
import Documents
import JSON
import ServerProtocol
import Settings
import SluiceClient

/// A session with the language server that editors have, so that what it finds is what they show.
struct CheckSession {
    private let endpoint: Endpoint

    /// - Parameter settings: with absolute paths, since the server need not know of the files they come from.
    init(_ endpoint: Endpoint, _ settings: Settings) throws {
        self.endpoint = endpoint
        try Self.check(settings.rules ?? [], endpoint)
        var options = settings
        // Of the command line; and what a person does not want to see is not what is not to be found.
        (options.socket, options.models, options.idleExit) = (nil, [], nil)
        options.features[.diagnostics] = true
        var parameters = Initialize.Parameters(positionEncodings: [.utf32], options: options.json)
        parameters.capabilities = [
            "general": ["positionEncodings": [.string(PositionEncoding.utf32.rawValue)]],
            "textDocument": ["diagnostic": [:]],
        ]
        let answer = try endpoint.ask(Initialize.self, parameters).result
        guard answer.positionEncoding == .utf32 else {
            throw Failure(
                "the server counts in \(answer.positionEncoding.rawValue), expected utf-32",
                hint: "it may be of another version: sluice stop, and try again")
        }
        try endpoint.notify(Initialized.self, .init())
    }

    /// A rule that can find nothing would pass for a text that is in order.
    private static func check(_ rules: [Rule], _ endpoint: Endpoint) throws {
        for rule in rules {
            let description: ModelDescription
            do throws(ClientError) {
                description = try endpoint.ask(ModelsDescribe.self, .init(model: rule.model)).result
            } catch {
                throw ModelOptions.failure(error, model: rule.model)
            }
            guard let contents = description.contents else {
                throw Failure("rule \(rule.name): \(description.problem ?? "the model cannot be read")")
            }
            guard contents.task == "classify" else {
                throw Failure(
                    "rule \(rule.name): \(rule.model) does not classify, its task is \(contents.task)",
                    hint: "sluice models lists those whose task is classify")
            }
            guard contents.labels.contains(rule.label) else {
                let labels = contents.labels.prefix(20).joined(separator: ", ")
                throw Failure(
                    "rule \(rule.name): '\(rule.label)' is no label of \(rule.model)",
                    hint: labels.isEmpty ? "it has none: give a model that classifies" : "it has \(labels)")
            }
        }
    }

    /// What the rules find, in the order of the text.
    ///
    /// - Parameter complained: gets what the server would tell a person.
    func findings(in text: String, of file: CheckedFile, complained: (String) -> Void) throws -> [Finding] {
        let prefix = "sluice: "
        let uri = FileURI.absolute(file.path)
        try endpoint.notify(
            DidOpen.self, .init(uri: uri, languageID: file.languageID, version: 1, text: text))
        let answer = try endpoint.ask(DocumentDiagnostics.self, .init(uri: uri)) { message in
            guard message["method"] == "window/showMessage", let text = message["params"]?["message"]?.string else {
                return
            }
            // Editors show it among others' messages, and a command says whose it is by itself.
            complained(text.hasPrefix(prefix) ? String(text.dropFirst(prefix.count)) : text)
        }
        try endpoint.notify(DidClose.self, .init(uri: uri))
        guard case .full(_, let diagnostics) = answer.result else { return [] }
        return diagnostics.sorted { $0.range.start < $1.range.start }.map(Finding.init)
    }
}

extension Finding {
    fileprivate init(_ diagnostic: Diagnostic) {
        let severity: Rule.Severity =
            switch diagnostic.severity {
            case .error: .error
            case .warning: .warning
            case .information: .information
            case .hint: .hint
            }
        self.init(
            start: Place(diagnostic.range.start), end: Place(diagnostic.range.end), severity: severity,
            rule: diagnostic.code, message: diagnostic.message)
    }
}

extension Finding.Place {
    fileprivate init(_ position: Position) {
        self.init(line: position.line + 1, column: position.character + 1)
    }
}
