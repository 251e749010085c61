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
/// in the order of the names. Links within folders are not followed.
package struct FileSearch {
    package private(set) var files: [CheckedFile] = []
    /// What was named and cannot be had, or cannot be looked into.
    package private(set) var failures: [String] = []
    /// What was named and is ignored.
    package private(set) var ignored: [String] = []

    private let folder: String
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
        var ignoring = IgnoreFiles { [readsIgnoreFiles] folder in
            readsIgnoreFiles ? Self.contents(of: folder + IgnoreFiles.name) : nil
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
            walk(path == "/" ? "/" : path + "/", shown: named == "." ? "" : shown, &ignoring, depth: names.count)
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
        guard depth < Self.deepest, let names = Self.entries(of: path) else {
            failures.append("cannot look into \(shown.isEmpty ? "." : shown)")
            return
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

    /// Nil for what is not there, and for what is neither a folder nor a regular file unless it was named.
    private static func isFolder(_ path: String, followingLinks: Bool) -> Bool? {
        var status = stat()
        guard (followingLinks ? stat(path, &status) : lstat(path, &status)) == 0 else { return nil }
        switch status.st_mode & S_IFMT {
        case S_IFDIR: return true
        case S_IFREG: return false
        default: return followingLinks ? false : nil
        }
    }

    /// In the order of their bytes; nil where the folder cannot be read. Names that are not UTF-8 are left out: no message
    /// could hold them.
    private static func entries(of path: String) -> [String]? {
        guard let folder = opendir(path) else { return nil }
        defer { closedir(folder) }
        var names: [String] = []
        while let entry = readdir(folder) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                String(validating: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if let name, name != ".", name != ".." { names.append(name) }
        }
        return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
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
