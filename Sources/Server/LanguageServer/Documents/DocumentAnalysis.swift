import Documents
import JSON
import JSONRPC
import LanguageFeatures
import ServerProtocol
import Settings

/// What the rules find in a document, as it is now.
struct DocumentAnalysis {
    let reader: PassageReader
    let session: EditingSession
    let document: OpenDocument

    /// Reads what is new of a version, and says what the rules find in it; nil where it is not wanted any more.
    func findings(
        in version: DocumentVersion, while isWanted: @escaping @Sendable () -> Bool
    ) throws(ResponseError) -> [Diagnostic]? {
        let settings = reader.settings
        let rules = settings.isOn(.diagnostics) ? settings.rules ?? [] : []
        var names = Set(rules.map(\.model))
        let showsLabels = [.inlayHints, .codeLens, .documentSymbols].contains { settings.isOn($0) }
        if showsLabels { names.insert(reader.labelModel) }
        guard !names.isEmpty else { return [] }
        let passages = version.passages
        let readings = passages.map(\.reading)
        let progress = session.progress("Reading \(session.name(of: document.uri))")
        defer { progress.end() }
        let isStillWanted: @Sendable () -> Bool = { !progress.isCancelled && isWanted() }
        var answers: [String: [Classification?]] = [:]
        for name in names.sorted() {
            do throws(ResponseError) {
                let (labels, found) = try reader.labels(
                    of: readings, by: name, typing: document.typing, progress: { progress.report($0, of: $1) },
                    while: isStillWanted)
                answers[name] = found
                for rule in rules where rule.model == name && !labels.contains(rule.label) {
                    session.complain(
                        "the rule \(rule.name): \(name) has no label \"\(rule.label)\"; "
                            + ExplainerError.listing(labels))
                }
            } catch {
                // The other rules still hold.
                session.complain(error, about: name)
            }
        }
        guard isWanted() else { return nil }
        return diagnostics(passages, rules, answers, version)
    }

    private func diagnostics(
        _ passages: [ReadPassage], _ rules: [Rule], _ answers: [String: [Classification?]],
        _ version: DocumentVersion
    ) -> [Diagnostic] {
        let limit = reader.settings.diagnosticsLimit
        var positions = version.document.positions(in: session.unit)
        var diagnostics: [Diagnostic] = []
        for (place, passage) in passages.enumerated() {
            for rule in rules {
                guard let answer = answers[rule.model]?[place],
                    let finding = FindingRule(rule).finding(in: answer, of: rule.model),
                    !session.server.ignored.contains(document.uri, rule.name, passage.reading.text)
                else { continue }
                guard diagnostics.count < limit else { return diagnostics }
                let range = passage.passage.range
                diagnostics.append(
                    Diagnostic(
                        range: PositionRange(
                            start: Position(positions(range.lowerBound)), end: Position(positions(range.upperBound))),
                        severity: .init(rule.severity), code: rule.name, message: finding.message,
                        data: ["rule": .string(rule.name), "model": .string(rule.model), "label": .string(rule.label)]))
            }
        }
        return diagnostics
    }
}

extension FindingRule {
    init(_ rule: Rule) {
        self.init(
            name: rule.name, model: rule.model, label: rule.label, atLeast: rule.atLeast, message: rule.message)
    }
}

extension Diagnostic.Severity {
    init(_ severity: Rule.Severity) {
        self =
            switch severity {
            case .error: .error
            case .warning: .warning
            case .information: .information
            case .hint: .hint
            }
    }
}
