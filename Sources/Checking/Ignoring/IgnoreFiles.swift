/// The patterns of one ignore file.
struct IgnoreRules {
    private let patterns: [IgnorePattern]

    init(parsing bytes: [UInt8]) {
        let mark: [UInt8] = [0xef, 0xbb, 0xbf]
        let text = bytes.starts(with: mark) ? bytes.dropFirst(mark.count) : bytes[...]
        patterns = text.split(separator: UInt8(ascii: "\n")).compactMap { line in
            IgnorePattern(line: line.last == UInt8(ascii: "\r") ? line.dropLast() : line)
        }
    }

    /// Whether the last pattern that matches ignores the path; nil where none does.
    func decision(_ path: ArraySlice<[UInt8]>, isFolder: Bool) -> Bool? {
        patterns.last { $0.matches(path, isFolder: isFolder) }.map { !$0.isNegated }
    }
}

/// What the ignore files of a path's folders say about it, as git's do: a file counts for all that lies below its folder,
/// the nearest is asked first, and nothing below an ignored folder can be had back.
package struct IgnoreFiles {
    package static let name = ".sluiceignore"

    /// The rules of the folders on the way here, the outermost first: those of the first i names are at i.
    private var rules: [IgnoreRules?] = []
    private var names: [[UInt8]] = []
    private let read: (String) -> [UInt8]?

    /// - Parameter read: the bytes of the ignore file in a folder, whose path ends in `/`; nil where there is none.
    package init(read: @escaping (_ folder: String) -> [UInt8]?) {
        self.read = read
        rules = [read("/").map(IgnoreRules.init)]
    }

    /// Goes into a folder of the one it is in.
    package mutating func enter(_ name: String) {
        names.append(Array(name.utf8))
        let folder = names.map { "/" + String(decoding: $0, as: UTF8.self) }.joined() + "/"
        rules.append(read(folder).map(IgnoreRules.init))
    }

    package mutating func leave() {
        guard !names.isEmpty else { return }
        names.removeLast()
        rules.removeLast()
    }

    /// Of something in the folder it is in, which is not ignored itself.
    package func ignores(_ name: String, isFolder: Bool) -> Bool {
        ignores(Array(name.utf8), isFolder: isFolder)
    }

    /// The same of a name that need not be UTF-8.
    func ignores(_ name: [UInt8], isFolder: Bool) -> Bool {
        let path = names + [name]
        for (depth, rules) in rules.enumerated().reversed() {
            if let decision = rules?.decision(path[depth...], isFolder: isFolder) { return decision }
        }
        return false
    }
}
