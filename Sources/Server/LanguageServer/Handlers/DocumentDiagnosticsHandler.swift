import JSON
import JSONRPC
import ServerProtocol
import Settings

enum DocumentDiagnosticsHandler: DocumentHandler {
    typealias Method = DocumentDiagnostics

    static let feature = Feature.diagnostics
    static let readsAll = true
    static let nothing = Method.Result.full(id: "", [])

    static func answer(
        _ parameters: Method.Parameters, _ snapshot: DocumentSnapshot, _ context: RequestContext
    ) throws(ResponseError) -> Method.Result {
        let analysis = DocumentAnalysis(
            reader: PassageReader(context.server, snapshot.settings), session: snapshot.session,
            document: snapshot.open)
        let findings = try analysis.findings(in: snapshot.version, while: { context.isWanted })
        try context.checkCancellation()
        let diagnostics = findings ?? []
        var hasher = Hasher()
        for diagnostic in diagnostics { hasher.combine(bytes: diagnostic.json.serialized()) }
        let id = String(UInt(bitPattern: hasher.finalize()), radix: 36)
        return id == parameters.previousResultID ? .unchanged(id: id) : .full(id: id, diagnostics)
    }
}

extension Hasher {
    fileprivate mutating func combine(bytes: [UInt8]) {
        bytes.withUnsafeBytes { combine(bytes: $0) }
    }
}
