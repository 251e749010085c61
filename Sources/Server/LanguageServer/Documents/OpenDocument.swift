import Documents
import JSONRPC
import ServerProtocol
import Synchronization

/// A document that a client has open. What changes it comes in order, from its session.
final class OpenDocument: Sendable {
    /// Why a document is not looked at.
    enum Refusal: Sendable, Equatable {
        case tooLarge(bytes: Int, limit: Int)
        case notText
        /// Not prose, as far as the language's identifier says.
        case notProse
    }

    enum Content: Sendable {
        case text(DocumentVersion)
        case refused(Refusal)
    }

    private struct State {
        var content: Content
        var number: Int
        var isClosed = false
        /// An analysis is under way, or waits for a thread.
        var isScheduled = false
        /// Something has changed since the analysis under way began.
        var isStale = false
    }

    let uri: String
    let languageID: String
    private let limit: Int
    private let cache: ReadingCache
    private let state: Mutex<State>
    let semanticTokens = SemanticTokenAnswers()
    let typing = TypingReaders()

    init(_ parameters: DidOpen.Parameters, limit: Int, isProse: Bool, cache: ReadingCache) {
        uri = parameters.uri
        languageID = parameters.languageID
        self.limit = limit
        self.cache = cache
        let content = Self.content(
            parameters.text, number: parameters.version, languageID: isProse ? parameters.languageID : nil,
            limit: limit, cache: cache)
        state = Mutex(State(content: content, number: parameters.version))
    }

    private static func content(
        _ text: String, number: Int, languageID: String?, limit: Int, cache: ReadingCache
    ) -> Content {
        let bytes = text.utf8.count
        guard bytes <= limit else { return .refused(.tooLarge(bytes: bytes, limit: limit)) }
        guard let languageID, let format = ProseFormat(languageID: languageID) else { return .refused(.notProse) }
        let document = TextDocument(text)
        guard !document.looksBinary else { return .refused(.notText) }
        return .text(DocumentVersion(document, number: number, format: format, cache: cache))
    }

    var content: Content { state.withLock { $0.content } }

    /// Nil where it is not looked at.
    var version: DocumentVersion? {
        if case .text(let version) = content { version } else { nil }
    }

    /// Whether `version` is what the document is now.
    func isCurrent(_ version: DocumentVersion) -> Bool {
        state.withLock { state in
            guard !state.isClosed, case .text(let current) = state.content else { return false }
            return current === version
        }
    }

    /// Applies changes one after another. A range is clamped to the document, and one whose end comes before its start
    /// is read the other way round.
    ///
    /// - Returns: why the document is not looked at from here on, where that is new.
    func change(_ changes: [DidChange.Change], version number: Int?, in unit: PositionUnit) -> Refusal? {
        state.withLock { state in
            let newest = number ?? state.number + 1
            defer { state.number = newest }
            var changes = changes[...]
            // What came before a change of the whole is gone.
            if let whole = changes.lastIndex(where: { $0.range == nil }) {
                let wasRefused = if case .refused = state.content { true } else { false }
                state.content = Self.content(
                    changes[whole].text, number: newest, languageID: languageID, limit: limit, cache: cache)
                changes = changes[(whole + 1)...]
                if case .refused(let refusal) = state.content { return wasRefused ? nil : refusal }
            }
            guard case .text(let version) = state.content else { return nil }
            var document = version.document
            for change in changes {
                guard let range = change.range else { continue }
                let start = document.offset(of: TextPosition(range.start), in: unit)
                let end = document.offset(of: TextPosition(range.end), in: unit)
                document.replace(min(start, end)..<max(start, end), with: change.text)
            }
            guard document.count <= limit else {
                let refusal = Refusal.tooLarge(bytes: document.count, limit: limit)
                state.content = .refused(refusal)
                return refusal
            }
            state.content = .text(DocumentVersion(document, number: newest, format: version.format, cache: cache))
            return nil
        }
    }

    /// The number of the last version.
    var number: Int { state.withLock { $0.number } }

    func close() { state.withLock { $0.isClosed = true } }

    // MARK: - Analysis

    /// Whether one has to be begun: else the one under way looks again when it is done.
    func schedule() -> Bool {
        state.withLock { state in
            if state.isScheduled {
                state.isStale = true
                return false
            }
            state.isScheduled = true
            return true
        }
    }

    /// What is to be analysed now, at the beginning of an analysis; nil of a closed document.
    func beginAnalysis() -> Content? {
        state.withLock { state in
            state.isStale = false
            return state.isClosed ? nil : state.content
        }
    }

    /// Whether the analysis has to look again.
    func endAnalysis() -> Bool {
        state.withLock { state in
            if state.isStale, !state.isClosed { return true }
            state.isScheduled = false
            return false
        }
    }

    /// Whether something has changed since `beginAnalysis`.
    var isStale: Bool { state.withLock { $0.isStale || $0.isClosed } }
}

extension TextPosition {
    init(_ position: Position) {
        self.init(line: position.line, column: position.character)
    }
}
