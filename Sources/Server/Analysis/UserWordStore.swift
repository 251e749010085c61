import JSONRPC
import LanguageFeatures
import Numerics
import ServerProtocol
import Synchronization
import TextAnalysis

/// Dictionaries with user words in them: those of a request, and those of files, which are read again when they change.
final class UserWordStore: Sendable {
    private struct Key: Hashable {
        /// Of the dictionary: the same path is another dictionary when its files are others.
        var dictionary: DictionaryStore.Identity
        var files: [String]
        var entries: [UserWordList.Entry]
    }

    private struct File {
        var list: UserWordList
        var stamp: [Int64]
        var seen: ContinuousClock.Instant
    }

    private struct State {
        var files: [String: File] = [:]
        /// With the stamps of its files, and when it was last asked for.
        var engines: [Key: (engine: DictionaryEngine, stamps: [[Int64]], used: ContinuousClock.Instant)] = [:]
    }

    /// Bytes of a file of user words.
    private static let fileLimit = 16 << 20
    /// Dictionaries that are kept: a client that sends words with each request sends the same ones.
    private static let mostEngines = 8
    /// Words of a request.
    private static let mostWords = 10_000
    /// How often a file is looked at, while it is used.
    private static let interval = Duration.seconds(1)

    /// The file of all requests; nil for none.
    private let configured: String?
    var areConfigured: Bool { configured != nil }
    private let state = Mutex(State())

    init(configured: String?) {
        self.configured = configured
    }

    /// The dictionary with the words of the configuration, of the request's file and of the request itself.
    func engine(
        _ engine: DictionaryEngine, _ identity: DictionaryStore.Identity, _ parameters: TextAnalyze.Parameters
    ) throws(ResponseError) -> DictionaryEngine {
        let paths = [configured, parameters.userDictionary].compactMap { $0 }
        if paths.isEmpty, parameters.userWords.isEmpty { return engine }
        var files: [File] = []
        for path in paths { files.append(try file(path)) }
        let entries = parameters.userWords.enumerated().map { index, word in
            UserWordList.Entry(
                word: word.word, tag: word.tag, cost: word.cost, reading: word.reading, expression: word.expression,
                conjugation: word.conjugation, isForced: word.force, line: index + 1)
        }
        guard entries.count <= Self.mostWords else {
            throw ResponseError(
                .tooLarge, "\(entries.count) user words came, expected at most \(Self.mostWords)",
                hint: "put them in a file, and give its path as \"userDictionary\"")
        }
        let key = Key(dictionary: identity, files: paths, entries: entries)
        let stamps = files.map(\.stamp)
        let now = ContinuousClock.now
        let known = state.withLock { state -> DictionaryEngine? in
            guard let known = state.engines[key], known.stamps == stamps else { return nil }
            state.engines[key]?.used = now
            return known.engine
        }
        if let known { return known }
        var result = engine
        do throws(UserWordError) {
            // In one list: a dictionary takes user words once.
            result = try engine.adding(UserWordList(files.flatMap(\.list.entries) + entries))
        } catch {
            // The words of the request have no file to be looked for in.
            let isOfRequest = !entries.isEmpty && (try? engine.adding(UserWordList(entries))) == nil
            throw Self.refusal(error, in: isOfRequest ? [] : paths)
        }
        state.withLock { state in
            if state.engines.count >= Self.mostEngines, state.engines[key] == nil,
                let oldest = state.engines.min(by: { $0.value.used < $1.value.used })?.key
            {
                state.engines[oldest] = nil
            }
            state.engines[key] = (result, stamps, now)
        }
        return result
    }

    /// Throws where the file cannot be read.
    func check(_ path: String) throws(ResponseError) { _ = try file(path) }

    private func file(_ path: String) throws(ResponseError) -> File {
        guard path.hasPrefix("/"), SystemPath.problem(path) == nil else {
            throw ResponseError(
                .invalidParams, "the path of the user dictionary, \"\(path.prefix(200))\", is not absolute",
                hint: "give the absolute path of a file of user words")
        }
        let now = ContinuousClock.now
        let known = state.withLock { $0.files[path] }
        if let known, known.seen.duration(to: now) < Self.interval { return known }
        let stamp = FileStamp.of(path)
        if let known, !stamp.isEmpty, stamp == known.stamp {
            state.withLock { $0.files[path]?.seen = now }
            return known
        }
        let bytes: [UInt8]
        do throws(FileError) {
            bytes = try FileBytes(path: path, maximum: Self.fileLimit).withUnsafeBytes { Array($0) }
        } catch {
            throw ResponseError(
                .invalidParams, "the user dictionary cannot be read: \(error)",
                hint: "give the absolute path of a file of user words that the daemon may read")
        }
        do throws(UserWordError) {
            let file = File(list: try UserWordList(parsing: bytes), stamp: stamp, seen: now)
            state.withLock { state in
                if state.files.count >= 16 { state.files = [:] }
                state.files[path] = file
            }
            return file
        } catch {
            throw Self.refusal(error, in: [path])
        }
    }

    private static func refusal(_ error: UserWordError, in paths: [String]) -> ResponseError {
        return ResponseError(
            .invalidParams,
            paths.isEmpty
                ? error.description : "\(paths.joined(separator: ", ")), line \(error.line): \(error.reason)",
            hint:
                "a user word is a word and a tag, such as 판교 and NNP, and may have a cost, a reading and an expression")
    }
}
