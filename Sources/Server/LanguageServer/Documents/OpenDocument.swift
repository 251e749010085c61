import Documents
import JSONRPC
import LanguageFeatures
import ServerProtocol
import Settings
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
        /// Bytes of text that are kept.
        var limit: Int
        var isClosed = false
        /// An analysis is under way, or waits for a thread.
        var isScheduled = false
        /// Something has changed since the analysis under way began.
        var isStale = false
    }

    let uri: String
    let languageID: String
    private let cache: ReadingCache
    private let state: Mutex<State>
    let semanticTokens = SemanticTokenAnswers()
    let typing = TypingReaders()
    private let vocabulary: DocumentVocabulary

    /// - Parameter limit: bytes of text that are kept.
    init(
        _ parameters: DidOpen.Parameters, limit: Int, cache: ReadingCache, vocabularies: DocumentVocabularies
    ) {
        uri = parameters.uri
        languageID = parameters.languageID
        self.cache = cache
        vocabulary = DocumentVocabulary(vocabularies)
        let content = Self.content(
            parameters.text, number: parameters.version, languageID: parameters.languageID, limit: limit,
            cache: cache)
        state = Mutex(State(content: content, number: parameters.version, limit: limit))
    }

    private static func content(
        _ text: String, number: Int, languageID: String, limit: Int, cache: ReadingCache
    ) -> Content {
        let bytes = text.utf8.count
        guard bytes <= limit else { return .refused(.tooLarge(bytes: bytes, limit: limit)) }
        guard let format = ProseFormat(languageID: languageID) else { return .refused(.notProse) }
        let document = TextDocument(text)
        guard !document.looksBinary else { return .refused(.notText) }
        return .text(DocumentVersion(document, number: number, format: format, cache: cache))
    }

    /// As it is now, whatever the settings say of it.
    var newest: Content { state.withLock { $0.content } }

    /// What the settings let be looked at.
    /// - Parameter newest: as it was once; nil: as it is now.
    func content(_ settings: Settings, of newest: Content? = nil) -> Content {
        let content = newest ?? self.newest
        guard case .text(let version) = content else { return content }
        if let read = settings.languageIds, !read.contains(languageID) { return .refused(.notProse) }
        let (bytes, limit) = (version.document.count, settings.documentBytesLimit)
        return bytes > limit ? .refused(.tooLarge(bytes: bytes, limit: limit)) : content
    }

    /// Nil where it is not looked at.
    func version(_ settings: Settings) -> DocumentVersion? {
        if case .text(let version) = content(settings) { version } else { nil }
    }

    /// Applies changes one after another. A range is clamped to the document, and one whose end comes before its start
    /// is read the other way round.
    func change(_ changes: [DidChange.Change], version number: Int?, in unit: PositionUnit) {
        state.withLock { state in
            let newest = number ?? state.number + 1
            defer { state.number = newest }
            var changes = changes[...]
            // What came before a change of the whole is gone.
            if let whole = changes.lastIndex(where: { $0.range == nil }) {
                state.content = Self.content(
                    changes[whole].text, number: newest, languageID: languageID, limit: state.limit,
                    cache: cache)
                changes = changes[(whole + 1)...]
            }
            guard case .text(let version) = state.content else { return }
            var document = version.document
            for change in changes {
                guard let range = change.range else { continue }
                let start = document.offset(of: TextPosition(range.start), in: unit)
                let end = document.offset(of: TextPosition(range.end), in: unit)
                document.replace(min(start, end)..<max(start, end), with: change.text)
            }
            guard document.count <= state.limit else {
                state.content = .refused(.tooLarge(bytes: document.count, limit: state.limit))
                return
            }
            state.content = .text(
                DocumentVersion(
                    document, number: newest, format: version.format, cache: cache, previous: version))
        }
    }

    /// The words of a version.
    func words(of version: DocumentVersion) -> DocumentWords { vocabulary.words(of: version.passages.map(\.reading)) }

    /// Lets go of a text that is longer.
    func limit(to bytes: Int) {
        state.withLock { state in
            state.limit = bytes
            guard case .text(let version) = state.content, version.document.count > bytes else { return }
            state.content = .refused(.tooLarge(bytes: version.document.count, limit: bytes))
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
    func beginAnalysis(_ settings: Settings) -> Content? {
        let isClosed = state.withLock { state in
            state.isStale = false
            return state.isClosed
        }
        return isClosed ? nil : content(settings)
    }

    /// Whether the analysis has to look again.
    func endAnalysis() -> Bool {
        state.withLock { state in
            if state.isStale, !state.isClosed { return true }
            state.isScheduled = false
            return false
        }
    }

    /// Says something of the analysed version, unless it has been changed or closed: nothing may be said of it after that.
    func unlessStale(_ say: () -> Void) {
        state.withLock { state in
            if !state.isStale, !state.isClosed { say() }
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
