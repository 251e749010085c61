import JSONRPC
import LanguageFeatures
import Models
import ServerProtocol
import Synchronization

/// The dictionaries that are open, and where others are found. One is opened when it is first asked for, and again when
/// its files are others.
final class DictionaryStore: Sendable {
    /// Tells one dictionary from another, and from what stood at its path before.
    struct Identity: Hashable {
        fileprivate var path: String
        fileprivate var stamp: [Int64]
    }

    struct Found {
        var engine: DictionaryEngine
        var identity: Identity
    }

    private struct Opened {
        var engine: DictionaryEngine
        var stamp: [Int64]
        var seen: ContinuousClock.Instant
    }

    private struct State {
        /// By the path of the directory.
        var opened: [String: Opened] = [:]
        /// What was found last, and when.
        var found: (entries: [DictionaryCatalog.Entry], at: ContinuousClock.Instant)?
    }

    /// How often files and folders are looked at, while they are used.
    private static let interval = Duration.seconds(2)

    private let catalog: DictionaryCatalog
    private let state = Mutex(State())

    init(catalog: DictionaryCatalog) {
        self.catalog = catalog
    }

    /// The dictionary of that name or path.
    func dictionary(_ name: String) throws(ResponseError) -> Found {
        if let problem = SystemPath.problem(name) {
            throw ResponseError(
                .invalidParams, "the dictionary's name or path \(problem)",
                hint: "give a name such as mecab-ko-dic, or the absolute path of a dictionary's directory")
        }
        if name.contains("/") {
            guard name.hasPrefix("/") else {
                throw ResponseError(
                    .invalidParams, "the path of the dictionary, \"\(name.prefix(200))\", is not absolute",
                    hint: "give the absolute path of its directory")
            }
            return try open(path: name, name: DictionaryCatalog.name(ofPath: name))
        }
        guard let entry = entries().first(where: { $0.name == name }) else { throw missing(name) }
        return try open(path: entry.path, name: name)
    }

    /// The dictionary for a language among those that are installed in the usual places; nil where there is none.
    func dictionary(forLanguage language: String) throws(ResponseError) -> Found? {
        guard let entry = DictionaryCatalog.usual(among: entries(), language: language).first else { return nil }
        return try open(path: entry.path, name: entry.name)
    }

    /// Whether `dictionary` would find it open, without a look at its files.
    func isOpen(_ name: String) -> Bool {
        state.withLock { state in
            let path = name.hasPrefix("/") ? name : state.found?.entries.first { $0.name == name }?.path
            return path.map { Self.isFresh(state.opened[$0]) } ?? false
        }
    }

    /// The same of the one for a language; nil where there is none, as far as is known.
    func isOpen(forLanguage language: String) -> Bool? {
        state.withLock { state in
            guard let found = state.found, Self.isFresh(found.at) else { return false }
            return DictionaryCatalog.usual(among: found.entries, language: language).first
                .map { Self.isFresh(state.opened[$0.path]) }
        }
    }

    private static func isFresh(_ opened: Opened?) -> Bool { opened.map { isFresh($0.seen) } ?? false }
    private static func isFresh(_ seen: ContinuousClock.Instant) -> Bool { seen.duration(to: .now) < interval }

    private func open(path: String, name: String) throws(ResponseError) -> Found {
        let now = ContinuousClock.now
        let known = state.withLock { $0.opened[path] }
        if let known, !known.engine.isPoisoned, known.seen.duration(to: now) < Self.interval {
            return Found(engine: known.engine, identity: Identity(path: path, stamp: known.stamp))
        }
        // Taken first: what is written while it is read is noticed afterwards.
        let stamp = Self.stamp(of: path)
        // Where there are no files the dictionary was taken away: what is mapped stays.
        if let known, !known.engine.isPoisoned, stamp.isEmpty || stamp == known.stamp {
            state.withLock { $0.opened[path]?.seen = now }
            return Found(engine: known.engine, identity: Identity(path: path, stamp: known.stamp))
        }
        do throws(DictionaryOpeningError) {
            let engine = DictionaryEngine(name: name, dictionary: try DictionaryDirectory.open(path))
            state.withLock { state in
                // Whoever asks for paths without end must not keep all of them mapped.
                if state.opened.count >= 32 { state.opened = [:] }
                state.opened[path] = Opened(engine: engine, stamp: stamp, seen: now)
            }
            return Found(engine: engine, identity: Identity(path: path, stamp: stamp))
        } catch {
            throw responseError(error)
        }
    }

    private func responseError(_ error: DictionaryOpeningError) -> ResponseError {
        switch error {
        case .notFound(let name, _): missing(name)
        case .unreadable, .invalid:
            ResponseError(.modelInvalid, error.description, hint: "install the dictionary again, or name another")
        }
    }

    private func missing(_ name: String) -> ResponseError {
        let names = entries().map(\.name)
        return ResponseError(
            .dictionaryMissing,
            name.hasPrefix("/")
                ? "\(name.prefix(200)) is no folder with a dictionary in it"
                : "there is no dictionary \"\(name.prefix(200))\"",
            hint: (names.isEmpty
                ? "none is installed: pip install python-mecab-ko-dic brings mecab-ko-dic"
                : "the dictionaries are \(names.joined(separator: ", "))")
                + "; or give the absolute path of a directory with sys.dic, unk.dic, matrix.bin and char.bin, or "
                + "\"none\" for the built-in analysers")
    }

    private func entries() -> [DictionaryCatalog.Entry] {
        let now = ContinuousClock.now
        if let found = state.withLock({ $0.found }), found.at.duration(to: now) < Self.interval {
            return found.entries
        }
        let entries = catalog.entries()
        state.withLock { $0.found = (entries, now) }
        return entries
    }

    private static func stamp(of path: String) -> [Int64] {
        ["sys.dic", "unk.dic", "matrix.bin", "char.bin", "dicrc"].flatMap { FileStamp.of(path + "/" + $0) }
    }
}
