import Documents
import JSON
import JSONRPC
import LanguageFeatures
import ServerProtocol
import Settings
import TrainingRuns

enum ExecuteCommandHandler: Handler {
    typealias Method = ExecuteCommand

    static func intent(_ parameters: Method.Parameters, _ server: SluiceServer) -> Intent { .work }

    static func answer(
        _ parameters: Method.Parameters, _ context: RequestContext
    ) throws(ResponseError) -> Method.Result {
        guard let command = EditorCommand(rawValue: parameters.command) else {
            throw ResponseError(
                .invalidParams, "there is no command \"\(parameters.command.prefix(80))\"",
                hint: "the commands are " + EditorCommand.allCases.map(\.rawValue).joined(separator: ", "))
        }
        guard let editing = context.editing else {
            throw ResponseError(
                .serverNotInitialized, "\(Method.method) came before initialize", hint: "send initialize first")
        }
        let first = parameters.arguments.first
        switch command {
        case .addToDictionary:
            try context.server.ownWords.add(try string(first, command, "a word"))
            editing.analyseAll()
            editing.refresh()
        case .removeFromDictionary:
            try context.server.ownWords.remove(try string(first, command, "a word"))
            editing.analyseAll()
            editing.refresh()
        case .replace: try replace(parameters.arguments, editing)
        case .ignoreHere:
            let uri = try string(first, command, "a URI, then a rule and a text")
            let finding = parameters.arguments.dropFirst().first
            let rule = try string(finding?["rule"], command, "a URI, then a rule and a text")
            let text = try string(finding?["text"], command, "a URI, then a rule and a text")
            do throws(LineFileError) { try context.server.ignored.add(uri, rule, text) } catch {
                throw ResponseError(error)
            }
            editing.analyseAll()
            editing.refresh()
        case .correctLabel:
            let wanted = "an object with model, text and label"
            let result = try ModelsFeedbackHandler.answer(
                .init(
                    text: try string(first?["text"], command, wanted),
                    label: try string(first?["label"], command, wanted),
                    model: try string(first?["model"], command, wanted)), context)
            editing.notify(
                ClientMessages.show(
                    .info, "sluice: noted, \(result.corrections) corrections of \(result.model) by now: \(result.path)")
            )
        case .explainLabel: try explain(parameters, editing, context)
        case .reload: editing.reload()
        }
        return Method.Result()
    }

    private static func replace(_ arguments: [JSONValue], _ editing: EditingSession) throws(ResponseError) {
        let wanted = "a URI, a version, a range and a text"
        let uri = try string(arguments.first, .replace, wanted)
        let text = try string(arguments.dropFirst(3).first, .replace, wanted)
        let range = try understood { () throws(ShapeError) in
            try PositionRange(arguments.dropFirst(2).first, "arguments[2]")
        }
        guard editing.client.appliesEdits else {
            throw ResponseError(
                .invalidParams, "the client takes no edits",
                hint: "a client that takes them says so in initialize: workspace.applyEdit")
        }
        guard try editing.document(uri).number == arguments.dropFirst().first?.integer else { throw .documentChanged }
        let edit = WorkspaceEdit(uri: uri, edits: [DocumentEdit(range: range, newText: text)])
        editing.requests.ask(ClientMessages.applyEdit, ["edit": edit.json])
    }

    private static func explain(
        _ parameters: Method.Parameters, _ editing: EditingSession, _ context: RequestContext
    ) throws(ResponseError) {
        let document = try editing.document(
            try string(parameters.arguments.first, .explainLabel, "a URI and a position"))
        let position = try understood { () throws(ShapeError) in
            try Position(parameters.arguments.dropFirst().first, "arguments[1]")
        }
        let settings = editing.settings.settings(of: document.uri)
        let reader = PassageReader(context.server, settings)
        guard let version = document.version(settings),
            let (passage, _) = version.passage(
                at: version.document.offset(of: TextPosition(position), in: editing.unit)),
            let label = try reader.label(of: passage.reading, by: reader.labelModel)?.labels.first
        else { return editing.notify(ClientMessages.show(.info, "sluice: the paragraph has no label")) }
        let moved = try reader.movedWords(
            of: passage.reading, by: reader.labelModel, label: label.label, count: 8, while: { context.isWanted })
        var text = HoverText(isMarkdown: false)
        text.label(label, by: reader.labelModel, moved)
        editing.notify(ClientMessages.show(.info, text.content.value))
    }

    private static func string(
        _ value: JSONValue?, _ command: EditorCommand, _ expected: String
    ) throws(ResponseError) -> String {
        guard let text = value?.string else {
            throw ResponseError(
                .invalidParams, "the arguments of \(command.rawValue) are not understood", hint: "give \(expected)")
        }
        return text
    }
}
