import Documents
import JSON
import JSONRPC
import LanguageFeatures
import ServerProtocol
import Settings
import TextAnalysis

enum CodeActionsHandler: DocumentHandler {
    typealias Method = CodeActions

    static let feature = Feature.codeActions
    static let nothing = Method.Result.actions([])

    /// Words that are offered in place of one, of so many that are asked for.
    private static let replacements = 8
    private static let candidates = 24

    static func answer(
        _ parameters: Method.Parameters, _ snapshot: DocumentSnapshot, _ context: RequestContext
    ) throws(ResponseError) -> Method.Result {
        var actions: [CodeActions.Action] = []
        if wants(.quickFix, parameters) { actions += ignoring(parameters, snapshot) }
        if let word = try WordAtPosition(parameters.range.start, snapshot, context) {
            if wants(.rewrite, parameters) { actions += replacing(word, snapshot, context) }
        }
        if wants(.quickFix, parameters) { actions += try adding(parameters, snapshot, context) }
        if isAsked(parameters), wants(.refactor, parameters) {
            actions += try removing(parameters, snapshot, context)
        }
        actions += correcting(parameters, snapshot, context)
        // Clients that know no actions take commands.
        guard snapshot.session.client.takesCodeActions else {
            return .commands(actions.compactMap(\.command))
        }
        return .actions(actions)
    }

    /// Whether a kind, or one above it, is asked for.
    private static func wants(_ kind: CodeActions.Kind, _ parameters: Method.Parameters) -> Bool {
        guard let only = parameters.only else { return true }
        return only.contains { $0.isEmpty || kind.rawValue == $0 || kind.rawValue.hasPrefix($0 + ".") }
    }

    /// `Replace with …`, the most similar first.
    private static func replacing(
        _ word: WordAtPosition, _ snapshot: DocumentSnapshot, _ context: RequestContext
    ) -> [CodeActions.Action] {
        guard let replacement = word.replacement else { return [] }
        let range = snapshot.positions(of: word.range)
        let present = snapshot.document.string(in: word.range)
        // Marks within the word, such as those of Markdown, would be lost.
        guard present.utf8.count == replacement.range.count else { return [] }
        var seen: Set<String> = [present]
        var actions: [CodeActions.Action] = []
        let neighbours = snapshot.session.related(to: replacement.lemma, snapshot.settings, count: candidates) {
            context.isWanted
        }
        for neighbour in neighbours {
            guard actions.count < replacements else { break }
            guard replacement.fits(context.server.wordAnalyser(neighbour.word)),
                let form = replacement.form(of: neighbour.word), seen.insert(form).inserted
            else { continue }
            let title = "Replace with “\(form)” (\(Double(neighbour.similarity).inHundredths))"
            let client = snapshot.session.client
            if !client.takesCodeActions {
                guard client.appliesEdits else { break }
                actions.append(
                    .init(
                        kind: .rewrite,
                        command: Command(
                            title: title, command: EditorCommand.replace.rawValue,
                            arguments: [
                                .string(snapshot.uri), .integer(Int64(snapshot.version.number)), range.json,
                                .string(form),
                            ])))
            } else if client.resolvesEdits {
                actions.append(
                    .init(
                        title: title, kind: .rewrite,
                        data: [
                            "uri": .string(snapshot.uri), "version": .integer(Int64(snapshot.version.number)),
                            "range": range.json, "newText": .string(form),
                        ]))
            } else {
                actions.append(
                    .init(
                        title: title, kind: .rewrite,
                        edit: WorkspaceEdit(uri: snapshot.uri, edits: [DocumentEdit(range: range, newText: form)])))
            }
        }
        return actions
    }

    /// `Add … to dictionary`, for the word that is selected, else for one that nobody knows.
    private static func adding(
        _ parameters: Method.Parameters, _ snapshot: DocumentSnapshot, _ context: RequestContext
    ) throws(ResponseError) -> [CodeActions.Action] {
        let range = snapshot.range(of: parameters.range)
        let word: String?
        if range.isEmpty {
            word = try unknownWord(at: range.lowerBound, snapshot, context)
        } else {
            let selected = range.count <= OwnWords.longestWord ? snapshot.document.string(in: range) : ""
            word = selected.contains(where: \.isLetter) && !selected.contains(where: \.isWhitespace) ? selected : nil
        }
        guard let word, !context.server.ownWords.contains(word) else { return [] }
        return [
            .init(
                kind: .quickFix,
                command: Command(
                    title: "Add “\(word)” to dictionary", command: EditorCommand.addToDictionary.rawValue,
                    arguments: [.string(word)]))
        ]
    }

    /// `Remove … from dictionary`, for a word that was added.
    private static func removing(
        _ parameters: Method.Parameters, _ snapshot: DocumentSnapshot, _ context: RequestContext
    ) throws(ResponseError) -> [CodeActions.Action] {
        guard let (passage, inside) = snapshot.version.passage(at: snapshot.offset(of: parameters.range.start)) else {
            return []
        }
        let morphemes = try PassageReader(context.server, snapshot.settings).morphemes(of: passage.reading)
        guard let word = morphemes.first(where: { $0.range.contains(inside) })?.surface,
            context.server.ownWords.contains(word)
        else { return [] }
        return [
            .init(
                kind: .refactor,
                command: Command(
                    title: "Remove “\(word)” from dictionary", command: EditorCommand.removeFromDictionary.rawValue,
                    arguments: [.string(word)]))
        ]
    }

    /// A word that the dictionary does not have; in Korean without one, a noun before its particles that the vectors do
    /// not list.
    private static func unknownWord(
        at offset: Int, _ snapshot: DocumentSnapshot, _ context: RequestContext
    ) throws(ResponseError) -> String? {
        guard let (passage, inside) = snapshot.version.passage(at: offset),
            let written = Partition.whitespace.ranges(in: passage.reading.text)
                .first(where: { $0.contains(inside) || $0.upperBound == inside })
        else { return nil }
        let reader = PassageReader(context.server, snapshot.settings)
        let morphemes = try reader.morphemes(of: passage.reading).filter {
            $0.range.overlaps(written) && WordKind($0) != nil
        }
        if let unknown = morphemes.first(where: { $0.isUnknown && $0.range.contains(inside) }) {
            return unknown.surface
        }
        guard passage.reading.language == "ko" else { return nil }
        let stem = morphemes.reversed().drop { WordKind($0) == .particle }.reversed()
        guard let first = stem.first, let last = stem.last, WordKind(last) != .ending,
            first.range.lowerBound < last.range.upperBound
        else { return nil }
        let utf8 = Array(passage.reading.text.utf8)
        let word = String(decoding: utf8[first.range.lowerBound..<last.range.upperBound], as: UTF8.self)
        guard word.count >= 2, stem.count >= 2,
            word.unicodeScalars.allSatisfy({ (0xac00...0xd7a3).contains($0.value) }),
            !reader.knows(word), !snapshot.session.lists(word, snapshot.settings)
        else { return nil }
        return word
    }

    /// `Ignore here`, for each finding that the client shows there.
    private static func ignoring(
        _ parameters: Method.Parameters, _ snapshot: DocumentSnapshot
    ) -> [CodeActions.Action] {
        parameters.diagnostics.compactMap { json in
            guard let (diagnostic, passage) = finding(json, snapshot) else { return nil }
            return .init(
                kind: .quickFix,
                command: Command(
                    title: "Ignore here: \(diagnostic.message)", command: EditorCommand.ignoreHere.rawValue,
                    arguments: [
                        .string(snapshot.uri),
                        ["rule": .string(diagnostic.code), "text": .string(passage.reading.text)],
                    ]), diagnostics: [json])
        }
    }

    /// `This label is wrong: …`, with each label that the model has besides: a fix of what rules have marked, by their
    /// models; elsewhere for who asks for it.
    private static func correcting(
        _ parameters: Method.Parameters, _ snapshot: DocumentSnapshot, _ context: RequestContext
    ) -> [CodeActions.Action] {
        let reader = PassageReader(context.server, snapshot.settings)
        let marks = parameters.diagnostics.compactMap { json -> (passage: ReadPassage, rule: Rule, json: JSONValue)? in
            guard let (diagnostic, passage) = finding(json, snapshot),
                let rule = snapshot.settings.rules?.first(where: { $0.name == diagnostic.code })
            else { return nil }
            return (passage, rule, json)
        }
        if !marks.isEmpty, wants(.quickFix, parameters) {
            return marks.flatMap { passage, rule, json in
                correcting(passage, rule.label, by: rule.model, reader, .quickFix, [json])
            }
        }
        guard isAsked(parameters), wants(.refactor, parameters),
            let (passage, _) = snapshot.version.passage(at: snapshot.offset(of: parameters.range.start)),
            let answer = try? reader.label(of: passage.reading, by: reader.labelModel)
        else { return [] }
        return correcting(passage, answer.label, by: reader.labelModel, reader, .refactor, [])
    }

    private static func correcting(
        _ passage: ReadPassage, _ label: String, by model: String, _ reader: PassageReader, _ kind: CodeActions.Kind,
        _ diagnostics: [JSONValue]
    ) -> [CodeActions.Action] {
        guard let answer = try? reader.label(of: passage.reading, by: model) else { return [] }
        return answer.labels.filter { $0.label != label }.prefix(10).map { other in
            .init(
                kind: kind,
                command: Command(
                    title: "This label is wrong: \(other.label), not \(label)",
                    command: EditorCommand.correctLabel.rawValue,
                    arguments: [
                        [
                            "model": .string(model), "text": .string(passage.reading.text),
                            "label": .string(other.label),
                        ]
                    ]), diagnostics: diagnostics)
        }
    }

    /// One of ours that the client shows, and the passage that it marks.
    private static func finding(
        _ json: JSONValue, _ snapshot: DocumentSnapshot
    ) -> (diagnostic: Diagnostic, passage: ReadPassage)? {
        guard json["source"]?.string == Diagnostic.source, let diagnostic = try? Diagnostic(json),
            let (passage, _) = snapshot.version.passage(at: snapshot.offset(of: diagnostic.range.start))
        else { return nil }
        return (diagnostic, passage)
    }

    /// Whether somebody wants more than what is offered wherever the cursor goes.
    private static func isAsked(_ parameters: Method.Parameters) -> Bool {
        parameters.only?.isEmpty == false || parameters.range.start != parameters.range.end
    }
}

enum CodeActionResolveHandler: Handler {
    typealias Method = CodeActionResolve

    static func intent(_ parameters: WholeItem, _ server: SluiceServer) -> Intent { .quick }

    static func answer(_ parameters: WholeItem, _ context: RequestContext) throws(ResponseError) -> ResolvedItem {
        let data = parameters.item["data"]
        guard let editing = context.editing, let uri = data?["uri"]?.string, let text = data?["newText"]?.string,
            let version = data?["version"]?.integer
        else { return ResolvedItem(parameters.item, adding: []) }
        let range = try understood { () throws(ShapeError) in try PositionRange(data?["range"], "data.range") }
        guard try editing.document(uri).number == version else { throw .documentChanged }
        let edit = WorkspaceEdit(uri: uri, edits: [DocumentEdit(range: range, newText: text)])
        return ResolvedItem(parameters.item, adding: [("edit", edit.json)])
    }
}

extension ResponseError {
    static let documentChanged = ResponseError(
        .contentModified, "the document has changed since the action was offered", hint: "ask for actions again")
}

/// What is wrong with the shape of something that came is told as such.
func understood<R>(_ body: () throws(ShapeError) -> R) throws(ResponseError) -> R {
    do throws(ShapeError) { return try body() } catch { throw ResponseError(error) }
}
