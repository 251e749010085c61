package import JSON

/// A method of the protocol: its name, what it takes and what it answers.
package protocol RemoteMethod: Sendable {
    associatedtype Parameters: ParameterShape
    associatedtype Result: WrittenShape

    static var method: String { get }
    /// The parameters that there are; `Field.ofEveryRequest` comes on top of them.
    static var parameters: [Field] { get }
    /// Parameters that are not declared are ignored, as LSP asks for its own methods.
    static var ignoresUnknownParameters: Bool { get }
    static var isNotification: Bool { get }
    /// Answers -32002 before `initialize`.
    static var needsInitialize: Bool { get }
}

extension RemoteMethod {
    package static var ignoresUnknownParameters: Bool { false }
    package static var isNotification: Bool { false }
    package static var needsInitialize: Bool { false }

    /// Reads what came as parameters of this method.
    package static func read(_ params: JSONValue?) throws(ShapeError) -> Parameters {
        let reader = try ParameterReader(params, method: method, fields: parameters, open: ignoresUnknownParameters)
        return try Parameters(reader)
    }
}

package protocol ParameterShape: Sendable, Equatable {
    /// `reader` has checked names and types; what is left to check is what fields demand of one another.
    init(_ reader: ParameterReader) throws(ShapeError)
    var json: JSONValue { get }
}

/// What a server writes.
package protocol WrittenShape: Sendable, Equatable {
    var json: JSONValue { get }
    /// The same as JSON text on one line, where it is so much, or asked for so often, that values of it would take too
    /// long; nil of most.
    var text: [UInt8]? { get }
}

extension WrittenShape {
    package var text: [UInt8]? { nil }
}

/// What our own clients read too.
package protocol ResultShape: WrittenShape {
    init(_ json: JSONValue) throws(ShapeError)
}

/// Where nothing is taken.
package struct NoParameters: ParameterShape {
    package init() {}
    package init(_ reader: ParameterReader) {}
    package var json: JSONValue { [:] }
}

/// An empty object.
package struct EmptyResult: ResultShape {
    package init() {}
    package init(_ json: JSONValue) throws(ShapeError) { _ = try ResultReader(json, "result") }
    package var json: JSONValue { [:] }
}

/// `null`: what LSP answers where there is nothing to say. Also the place-holder for notifications.
package struct NullResult: ResultShape {
    package init() {}
    package init(_ json: JSONValue) {}
    package var json: JSONValue { .null }
}

/// Every method there is, in the order of `protocol/openrpc.json`.
package enum Methods {
    package static let all: [any RemoteMethod.Type] = [
        TextClassify.self, TextExplain.self, TextAnalyze.self, TextTag.self, TextGenerate.self, TextTranslate.self,
        TextVectorize.self,
        WordsSimilar.self, WordsAnalogy.self, WordsCompare.self, WordsOutlier.self, WordsVector.self,
        SeriesForecast.self,
        ModelsList.self, ModelsDescribe.self, ModelsVocabulary.self, ModelsLoad.self, ModelsUnload.self,
        ModelsReload.self, ModelsEvaluate.self, ModelsFeedback.self, ModelsTrain.self,
        DaemonPing.self, DaemonStatus.self, DaemonDevices.self, DaemonShutdown.self,
        Discover.self,
        Initialize.self, Initialized.self, Shutdown.self, Exit.self, CancelRequest.self, SetTrace.self,
        DidOpen.self, DidChange.self, DidSave.self, DidClose.self,
        Hover.self, Completion.self, CompletionResolve.self, CodeActions.self, CodeActionResolve.self,
        CodeLenses.self, InlayHints.self, DocumentDiagnostics.self,
        SemanticTokens.Full.self, SemanticTokens.FullDelta.self, SemanticTokens.InRange.self,
        DocumentHighlights.self, DocumentSymbols.self, SelectionRanges.self, ExecuteCommand.self,
        DidChangeConfiguration.self, DidChangeWatchedFiles.self, DidChangeWorkspaceFolders.self,
        WorkDoneProgressCancel.self,
    ]
}
