#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// A file to be checked.
package struct CheckedFile: Sendable, Equatable {
    /// As a person sees it: what was named, and the way from there.
    package var shown: String
    /// Absolute, without `.` and `..`.
    package var path: String
    /// An editor's identifier.
    package var languageID: String
    /// Named itself, rather than found in a folder.
    package var isNamed: Bool

    package init(shown: String, path: String, languageID: String, isNamed: Bool) {
        self.shown = shown
        self.path = path
        self.languageID = languageID
        self.isNamed = isNamed
    }
}

/// Finds the files that were named, and those in folders that were: there, what has the name of a text and is not hidden,
/// in the order of the names. Links within folders are not followed. Ignore files count from the nearest folder at or above
/// the working folder that holds `.git`, else from the working folder; for what lies elsewhere, from the folder that was
/// named, or that holds the file that was.
package struct FileSearch {
    package private(set) var files: [CheckedFile] = []
    /// What was named and cannot be had, or cannot be looked into.
    package private(set) var failures: [String] = []
    /// What was named and is ignored.
    package private(set) var ignored: [String] = []

    private let folder: String
    /// Where ignore files begin to count; ends in `/`.
    private let root: String
    private let languageID: String?
    private let readsIgnoreFiles: Bool
    private var seen: Set<String> = []

    /// Nobody's folders are as deep, and a path has an end.
    private static let deepest = 256
    private static let largestIgnoreFile = 1 << 20

    /// - Parameters:
    ///   - folder: what relative paths are relative to, absolute.
    ///   - languageID: of named files whose names do not say; nil: plain text.
    package init(in folder: String, languageID: String?, readsIgnoreFiles: Bool) {
        self.folder = folder
        root = Self.root(of: folder)
        self.languageID = languageID
        self.readsIgnoreFiles = readsIgnoreFiles
    }

    /// - Parameter named: as a person typed it.
    package mutating func add(_ named: String) {
        let names = Self.names(of: named.hasPrefix("/") ? named : folder + "/" + named)
        let path = "/" + names.joined(separator: "/")
        guard let isFolder = Self.isFolder(path, followingLinks: true) else {
            failures.append("cannot read \(named): \(String(cString: strerror(errno)))")
            return
        }
        let whole = path == "/" ? "/" : path + "/"
        let own = isFolder ? whole : "/" + names.dropLast().map { $0 + "/" }.joined()
        let start = whole.utf8.starts(with: root.utf8) ? root : own
        var ignoring = IgnoreFiles { [readsIgnoreFiles] folder in
            readsIgnoreFiles && folder.utf8.starts(with: start.utf8)
                ? Self.contents(of: folder + IgnoreFiles.name) : nil
        }
        for (index, name) in names.enumerated() {
            let isLast = index == names.count - 1
            if ignoring.ignores(name, isFolder: !isLast || isFolder) {
                ignored.append(named)
                return
            }
            if !isLast || isFolder { ignoring.enter(name) }
        }
        if isFolder {
            let shown = named.hasSuffix("/") ? named : named + "/"
            walk(whole, shown: named == "." ? "" : shown, &ignoring, depth: names.count)
        } else {
            take(
                CheckedFile(
                    shown: named, path: path, languageID: Languages.language(of: path) ?? languageID ?? "plaintext",
                    isNamed: true))
        }
    }

    private mutating func take(_ file: CheckedFile) {
        if seen.insert(file.path).inserted { files.append(file) }
    }

    /// - Parameter path: ends in `/`.
    private mutating func walk(_ path: String, shown: String, _ ignoring: inout IgnoreFiles, depth: Int) {
        guard depth < Self.deepest, let (names, unreadable) = Self.entries(of: path) else {
            failures.append("cannot look into \(shown.isEmpty ? "." : shown)")
            return
        }
        let count = unreadable.count { !ignoring.ignores($0.bytes, isFolder: $0.isFolder) }
        if count > 0 {
            failures.append(
                "\(shown.isEmpty ? "." : shown) has \(count) \(count == 1 ? "name" : "names") not in UTF-8, not checked: "
                    + "rename them, or ignore them in a \(IgnoreFiles.name)")
        }
        for name in names where !name.hasPrefix(".") {
            guard let isFolder = Self.isFolder(path + name, followingLinks: false) else { continue }
            if !isFolder, Languages.language(of: name) == nil { continue }
            if ignoring.ignores(name, isFolder: isFolder) { continue }
            if isFolder {
                ignoring.enter(name)
                walk(path + name + "/", shown: shown + name + "/", &ignoring, depth: depth + 1)
                ignoring.leave()
            } else if let language = Languages.language(of: name) {
                take(CheckedFile(shown: shown + name, path: path + name, languageID: language, isNamed: false))
            }
        }
    }

    /// The names of a path, without `.` and what `..` takes back.
    static func names(of path: String) -> [String] {
        var names: [String] = []
        for name in path.split(separator: "/") where name != "." {
            if name == ".." { _ = names.popLast() } else { names.append(String(name)) }
        }
        return names
    }

    /// The nearest folder at or above this that holds `.git`, else itself; ends in `/`.
    private static func root(of folder: String) -> String {
        var names = names(of: folder)
        let own = "/" + names.map { $0 + "/" }.joined()
        while true {
            let path = "/" + names.map { $0 + "/" }.joined()
            var status = stat()
            if stat(path + ".git", &status) == 0 { return path }
            if names.popLast() == nil { return own }
        }
    }

    /// Nil for what is not there, and for what is neither a folder nor a regular file unless it was named.
    private static func isFolder(_ path: String, followingLinks: Bool) -> Bool? {
        isFolder(Array(path.utf8CString), followingLinks: followingLinks)
    }

    /// - Parameter path: ends in 0.
    private static func isFolder(_ path: [CChar], followingLinks: Bool = false) -> Bool? {
        var status = stat()
        guard (followingLinks ? stat(path, &status) : lstat(path, &status)) == 0 else { return nil }
        switch status.st_mode & S_IFMT {
        case S_IFDIR: return true
        case S_IFREG: return false
        default: return followingLinks ? false : nil
        }
    }

    /// What no message could hold.
    private struct UnreadableName {
        var bytes: [UInt8]
        var isFolder: Bool
    }

    /// The names in the order of their bytes, and those that are not UTF-8 of what would be looked at; nil where the folder
    /// cannot be read.
    private static func entries(of path: String) -> (names: [String], unreadable: [UnreadableName])? {
        guard let folder = opendir(path) else { return nil }
        defer { closedir(folder) }
        var names: [String] = []
        var unreadable: [UnreadableName] = []
        while let entry = readdir(folder) {
            let bytes = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in [UInt8](bytes.prefix { $0 != 0 }) }
            if let name = String(validating: bytes, as: UTF8.self) {
                if name != ".", name != ".." { names.append(name) }
            } else if bytes.first != UInt8(ascii: "."),
                let isFolder = isFolder(path.utf8CString.dropLast() + bytes.map(CChar.init(bitPattern:)) + [0])
            {
                // Endings are ASCII: repairing leaves them as they are.
                let isText = Languages.language(of: String(decoding: bytes, as: UTF8.self)) != nil
                if isFolder || isText { unreadable.append(UnreadableName(bytes: bytes, isFolder: isFolder)) }
            }
        }
        return (names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }, unreadable)
    }

    private static func contents(of path: String) -> [UInt8]? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 16_384)
        while bytes.count < largestIgnoreFile {
            let count = read(descriptor, &piece, piece.count)
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else { break }
            bytes += piece[..<count]
        }
        return bytes
    }
}
