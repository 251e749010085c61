import Documents
import JSON
import JSONRPC
import LanguageFeatures
import ServerProtocol
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

    private static func explain(
        _ parameters: Method.Parameters, _ editing: EditingSession, _ context: RequestContext
    ) throws(ResponseError) {
        let document = try editing.document(
            try string(parameters.arguments.first, .explainLabel, "a URI and a position"))
        let position = try understood { () throws(ShapeError) in
            try Position(parameters.arguments.dropFirst().first, "arguments[1]")
        }
        let reader = PassageReader(context.server, editing.settings.current)
        guard let version = document.version(editing.settings.current),
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
