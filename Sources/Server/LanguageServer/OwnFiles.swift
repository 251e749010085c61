import JSONRPC
import LanguageFeatures
import Numerics
import ServerProtocol
import Synchronization
import TrainingRuns

/// The findings that a person does not want to see again: of a rule, in a document, in a paragraph of that very text. A
/// line each in a file; the paragraph by a hash (FNV-1a, 64 bits), so that the file says nothing of what was written.
final class IgnoredFindings: Sendable {
    private let file: LineFile?
    private let lines = Mutex<Set<String>?>(nil)

    /// - Parameter folder: of the file; nil: they are forgotten when the server ends.
    init(folder: String?) {
        file = folder.map { LineFile(path: $0 + "/ignored.tsv", limit: 16 << 20) }
    }

    func contains(_ uri: String, _ rule: String, _ text: String) -> Bool {
        lines.withLock { lines in
            if lines == nil { lines = read() }
            guard let lines, !lines.isEmpty else { return false }
            return lines.contains(Self.line(uri, rule, text))
        }
    }

    /// Throws where the file cannot be written; the finding is ignored until the server ends all the same.
    func add(_ uri: String, _ rule: String, _ text: String) throws(LineFileError) {
        let line = Self.line(uri, rule, text)
        let isNew = lines.withLock { lines in
            var known = lines ?? read()
            defer { lines = known }
            return known.insert(line).inserted
        }
        if isNew { _ = try file?.append(Array(line.utf8)) }
    }

    private static func line(_ uri: String, _ rule: String, _ text: String) -> String {
        let hash = text.utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
        let digits = String(hash, radix: 16)
        let clean = (rule + "\t" + uri).map { $0.isNewline ? " " : $0 }
        return String(repeating: "0", count: 16 - digits.count) + digits + "\t" + String(clean)
    }

    private func read() -> Set<String> {
        guard let file, let bytes = try? FileBytes(path: file.path, maximum: file.limit) else { return [] }
        return bytes.withUnsafeBytes { bytes in
            Set(bytes.split(separator: UInt8(ascii: "\n")).map { String(decoding: $0, as: UTF8.self) })
        }
    }
}

/// The words that a person taught the analysers from an editor: a file of user words (METHODS.md, "User words").
final class OwnWords: Sendable {
    /// In bytes.
    static let longestWord = 200

    private let file: LineFile?
    /// What files of user words say, as they were when they were last read.
    private let read = Mutex<[String: (stamp: [Int64], words: [String: String])]>([:])

    init(folder: String?) {
        file = folder.map { LineFile(path: $0 + "/words.tsv", limit: 4 << 20) }
    }

    /// The file's path, where there is one.
    var path: String? {
        guard let file, !FileStamp.of(file.path).isEmpty else { return nil }
        return file.path
    }

    /// The words of a file, with their tags; none of one that cannot be read, which whoever needs it will say.
    func words(of path: String) -> (words: [String: String], stamp: [Int64]) {
        let stamp = FileStamp.of(path)
        return read.withLock { read in
            if let known = read[path], known.stamp == stamp { return (known.words, stamp) }
            let bytes = try? FileBytes(path: path, maximum: 4 << 20).withUnsafeBytes { Array($0) }
            let list = bytes.flatMap { try? UserWordList(parsing: $0) }
            let words = Dictionary((list?.entries ?? []).map { ($0.word, $0.tag) }) { $1 }
            if read.count >= 16 { read = [:] }
            read[path] = (stamp, words)
            return (words, stamp)
        }
    }

    /// Whether it was added.
    func contains(_ word: String) -> Bool { file.map { words(of: $0.path).words[word] != nil } ?? false }

    /// Throws where it was not added.
    func remove(_ word: String) throws(ResponseError) {
        try Self.check(word)
        do throws(LineFileError) {
            let removed = try file?.remove { line in
                // As the file is read: a mark of the byte order may stand at its start.
                let isMarked = line.startIndex == 0 && line.starts(with: [0xef, 0xbb, 0xbf])
                let line = isMarked ? line.dropFirst(3) : line
                let column = line.prefix { $0 != UInt8(ascii: "\t") && $0 != UInt8(ascii: "\r") }
                return String(decoding: column, as: UTF8.self) == word
            }
            if removed ?? 0 > 0 { return }
        } catch {
            throw ResponseError(error)
        }
        throw ResponseError(
            .invalidParams, "\"\(word.prefix(80))\" is not in the dictionary",
            hint: "it is \(file?.path ?? "nowhere"): only what is in it can be removed")
    }

    /// A proper noun, which is what dictionaries lack most.
    func add(_ word: String) throws(ResponseError) {
        try Self.check(word)
        guard word.utf8.count <= Self.longestWord else { throw Self.noWord(word) }
        guard let file else {
            throw ResponseError(
                .internalError, "the server has no folder for words",
                hint: "start it with HOME or XDG_DATA_HOME in its environment")
        }
        do throws(LineFileError) { _ = try file.append(Array("\(word)\tNNP".utf8)) } catch {
            throw ResponseError(error)
        }
    }

    /// What begins with "#" is a comment of the file.
    private static func check(_ word: String) throws(ResponseError) {
        guard !word.isEmpty, !word.contains(where: \.isWhitespace), word.utf8.first != UInt8(ascii: "#") else {
            throw noWord(word)
        }
    }

    private static func noWord(_ word: String) -> ResponseError {
        ResponseError(
            .invalidParams, "\"\(word.prefix(80))\" is no word",
            hint: "give one word, of at most \(longestWord) bytes")
    }
}
