import JSON
import JSONRPC
import ServerProtocol
import Settings

/// How long an answer takes, and so who may work it out.
enum Intent: Sendable {
    /// Microseconds: at once, on the thread that read the request.
    case quick
    /// Milliseconds: a worker.
    case work
    /// A whole document, which may take a second: the threads that read, so that who asks about a word need not wait.
    case reading
    /// As long as it takes: a worker that nothing short waits for.
    case long
}

/// Answers one method. Thin: it turns parameters into a call of the domain, and the result into the protocol's.
protocol Handler: Sendable {
    associatedtype Method: RemoteMethod

    /// Throws where the request asks for more than the limits allow.
    static func intent(_ parameters: Method.Parameters, _ server: SluiceServer) throws(ResponseError) -> Intent
    static func answer(_ parameters: Method.Parameters, _ context: RequestContext) throws(ResponseError)
        -> Method.Result
    static var isAnsweredWhileDraining: Bool { get }
    /// What a client that gives a token for it is shown while the work is done; nil: nothing.
    static func appearance(_ parameters: Method.Parameters) -> Appearance?
}

extension Handler {
    static var isAnsweredWhileDraining: Bool { false }
    static func appearance(_ parameters: Method.Parameters) -> Appearance? { nil }
}

/// How a request shows itself as a progress.
struct Appearance: Sendable {
    let title: String
    /// Whether it will be told how much is done.
    let hasPercentage: Bool

    init(_ title: String, hasPercentage: Bool) {
        self.title = title
        self.hasPercentage = hasPercentage
    }

    /// - Parameter path: a model's name or its directory.
    init(_ verb: String, _ path: String, hasPercentage: Bool) {
        self.init("\(verb) \(path.split(separator: "/").last.map(String.init) ?? path)", hasPercentage: hasPercentage)
    }
}

/// A handler whose requests are answered together for less than one by one, where several wait.
protocol JointHandler: Handler {
    /// Requests with the same may be answered together.
    static func key(_ parameters: Method.Parameters) -> String
    /// One answer for each, in their order.
    static func answers(
        _ requests: [(parameters: Method.Parameters, context: RequestContext)]
    ) -> [Result<Method.Result, ResponseError>]
}

/// Answers a method about a document that the client has open.
protocol DocumentHandler: Sendable {
    associatedtype Method: RemoteMethod where Method.Parameters: DocumentParameters

    /// What a person may have switched off.
    static var feature: Feature { get }
    /// Whether all of the document has to be read.
    static var readsAll: Bool { get }
    /// The answer where it is off, or where the document is not looked at.
    static var nothing: Method.Result { get }
    static func answer(
        _ parameters: Method.Parameters, _ snapshot: DocumentSnapshot, _ context: RequestContext
    ) throws(ResponseError) -> Method.Result
}

extension DocumentHandler {
    static var readsAll: Bool { false }
}

extension JointHandler {
    fileprivate static func joint(of parameters: any Sendable) -> JointWork? {
        guard let parameters = parameters as? Method.Parameters else { return nil }
        return JointWork(key: Method.method + " " + key(parameters), parameters: parameters) { requests in
            let own = requests.compactMap { request in
                (request.parameters as? Method.Parameters).map { ($0, request.context) }
            }
            return answers(own).map { answer in
                Result { () throws(ResponseError) in try Routes.payload(of: answer.get()) }
            }
        }
    }
}

/// A request that is understood, not yet answered.
struct Work: Sendable {
    let intent: Intent
    /// Where it can be answered together with others.
    var joint: JointWork?
    /// Where the request names one.
    var positionEncoding: PositionEncoding?
    /// Where the request gives a token for its progress, and has one.
    var progress: (token: JSONValue, appearance: Appearance)?
    let run: @Sendable (RequestContext) throws(ResponseError) -> Response.Payload

    typealias Outcome = Result<Response.Payload, ResponseError>

    func outcome(_ context: RequestContext) -> Outcome {
        do throws(ResponseError) {
            try context.checkCancellation()
            return .success(try run(context))
        } catch {
            return .failure(error)
        }
    }
}

/// The way from a method's name to its handler.
struct Route: Sendable {
    let name: String
    /// Within `Routes.names`.
    let index: Int
    let needsInitialize: Bool
    let isAnsweredWhileDraining: Bool
    /// Done in the order of the requests; `EditingSession` of a session that follows LSP.
    let prepare: @Sendable (JSONValue?, SluiceServer, EditingSession?) throws(ResponseError) -> Work
}

enum Routes {
    private static let handlers: [any Handler.Type] = [
        TextClassifyHandler.self, TextExplainHandler.self, TextAnalyzeHandler.self, TextTagHandler.self,
        TextGenerateHandler.self, TextTranslateHandler.self, TextVectorizeHandler.self,
        WordsSimilarHandler.self, WordsAnalogyHandler.self, WordsCompareHandler.self, WordsOutlierHandler.self,
        WordsVectorHandler.self,
        SeriesForecastHandler.self,
        ModelsListHandler.self, ModelsDescribeHandler.self, ModelsVocabularyHandler.self,
        ModelsLoadHandler.self, ModelsUnloadHandler.self, ModelsReloadHandler.self, ModelsEvaluateHandler.self,
        ModelsFeedbackHandler.self, ModelsTrainHandler.self,
        DaemonPingHandler.self, DaemonStatusHandler.self, DaemonDevicesHandler.self, DaemonShutdownHandler.self,
        CompletionResolveHandler.self, CodeActionResolveHandler.self, ExecuteCommandHandler.self,
    ]

    /// Those that answer from a document.
    private static let documentHandlers: [any DocumentHandler.Type] = [
        HoverHandler.self, CompletionHandler.self, CodeActionsHandler.self, CodeLensesHandler.self,
        InlayHintsHandler.self, DocumentDiagnosticsHandler.self, SemanticTokensHandler.self,
        SemanticTokensDeltaHandler.self, SemanticTokensRangeHandler.self, DocumentHighlightsHandler.self,
        DocumentSymbolsHandler.self, SelectionRangesHandler.self,
    ]

    private static let all: [Route] = {
        var routes: [Route] = []
        for handler in handlers { routes.append(route(handler, index: routes.count)) }
        for handler in documentHandlers { routes.append(route(handler, index: routes.count)) }
        routes.append(discover(index: routes.count))
        // The session answers these itself: they change it.
        for method in [Initialize.self, Shutdown.self] as [any RemoteMethod.Type] {
            routes.append(
                Route(
                    name: method.method, index: routes.count, needsInitialize: method.needsInitialize,
                    isAnsweredWhileDraining: true
                ) { (_, _, _) throws(ResponseError) in
                    throw ResponseError(.invalidRequest, "\(method.method) has to be a request", hint: "give it an id")
                })
        }
        return routes
    }()

    static var names: [String] { all.map(\.name) }

    private static let byName = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })

    static func named(_ method: String) -> Route? { byName[method] }

    static func unknown(_ method: String) -> ResponseError {
        if let known = Methods.all.first(where: { $0.method == method }), known.isNotification {
            return ResponseError(
                .invalidRequest, "\(method) is a notification, and came with an id", hint: "send it without an id")
        }
        let hint = nearest(to: method).map { "did you mean \($0)? " } ?? ""
        return ResponseError(
            .methodNotFound, "there is no method \"\(method.prefix(80))\"",
            hint: hint + "\(Discover.method) describes all methods")
    }

    /// By the part behind the slash, of those that have what stands before it; of all where none has.
    private static func nearest(to method: String) -> String? {
        let parts = method.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        if parts.count == 2 {
            let start = parts[0] + "/"
            let siblings = names.filter { $0.hasPrefix(start) }.map { String($0.dropFirst(start.count)) }
            if !siblings.isEmpty {
                return NearestName.nearest(to: String(parts[1]), among: siblings).map { start + $0 }
            }
        }
        let last = "/" + (parts.last ?? "")
        return names.first { $0.hasSuffix(last) } ?? NearestName.nearest(to: method, among: names)
    }

    static func parameters<M: RemoteMethod>(
        _ method: M.Type, _ params: JSONValue?
    ) throws(ResponseError) -> M.Parameters {
        do throws(ShapeError) {
            return try M.read(params)
        } catch {
            throw ResponseError(error)
        }
    }

    private static func route<H: Handler>(_ handler: H.Type, index: Int) -> Route {
        let joint = H.self as? any JointHandler.Type
        return Route(
            name: H.Method.method, index: index, needsInitialize: H.Method.needsInitialize,
            isAnsweredWhileDraining: H.isAnsweredWhileDraining
        ) { (params, server, _) throws(ResponseError) in
            let parameters = try Self.parameters(H.Method.self, params)
            let encoding = params?[Field.positionEncoding.name]?.string.flatMap(PositionEncoding.init)
            let token = params?[Field.workDoneToken.name].flatMap { $0.isNull ? nil : $0 }
            let intent = try H.intent(parameters, server)
            return Work(
                intent: intent, joint: intent == .work ? joint?.joint(of: parameters) : nil,
                positionEncoding: encoding,
                progress: token.flatMap { token in H.appearance(parameters).map { (token, $0) } }
            ) { (context) throws(ResponseError) in
                try payload(of: H.answer(parameters, context))
            }
        }
    }

    /// What is answered from is the document as it is when the request comes, whatever is edited after it.
    private static func route<H: DocumentHandler>(_ handler: H.Type, index: Int) -> Route {
        Route(
            name: H.Method.method, index: index, needsInitialize: H.Method.needsInitialize,
            isAnsweredWhileDraining: false
        ) { (params, _, editing) throws(ResponseError) in
            let parameters = try Self.parameters(H.Method.self, params)
            guard let editing else {
                throw ResponseError(
                    .serverNotInitialized, "\(H.Method.method) came before initialize", hint: "send initialize first")
            }
            let document = try editing.document(parameters.uri)
            let content = document.newest
            return Work(intent: H.readsAll ? .reading : .work) { (context) throws(ResponseError) in
                // For settings files may have to be read.
                let settings = editing.settings.settings(of: parameters.uri)
                guard settings.isOn(H.feature), case .text(let version) = document.content(settings, of: content) else {
                    return try payload(of: H.nothing)
                }
                let snapshot = DocumentSnapshot(open: document, version: version, session: editing, settings: settings)
                return try payload(of: H.answer(parameters, snapshot, context))
            }
        }
    }

    fileprivate static func payload(of result: some WrittenShape) throws(ResponseError) -> Response.Payload {
        if let text = result.text { return .text(text) }
        let json = result.json
        // JSON would say null.
        guard json.isFinite else { throw .notFinite }
        return .value(json)
    }

    private static func discover(index: Int) -> Route {
        Route(
            name: Discover.method, index: index, needsInitialize: false, isAnsweredWhileDraining: true
        ) { (params, _, _) throws(ResponseError) in
            _ = try parameters(Discover.self, params)
            return Work(intent: .quick) { _ in .document(OpenRPCDocument.bytes) }
        }
    }
}

extension ResponseError {
    static let notFinite = ResponseError(
        .modelInvalid, "the network's numbers overflow: its answer is not finite",
        hint: "train the model again, with tanh as the activation of its recurrent layers")
}

extension JSONValue {
    /// Whether all its numbers are.
    fileprivate var isFinite: Bool {
        switch self {
        case .null, .bool, .integer, .string: true
        case .number(let number): number.isFinite
        case .array(let elements): elements.allSatisfy(\.isFinite)
        case .object(let object): object.members.allSatisfy(\.value.isFinite)
        }
    }
}
