#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// Paths as a person writes them.
package enum SettingsPath {
    /// Whether a person who wrote this means a folder rather than a name.
    package static func isPath(_ text: String) -> Bool {
        text.contains("/") || text == "." || text == ".."
    }

    /// `~/` is the home folder here too, since no shell expands it in a file.
    package static func absolute(_ path: String, in folder: String) -> String {
        if path.hasPrefix("/") { return path }
        if path.hasPrefix("~/"), let home = getenv("HOME"), home.pointee != 0 {
            return String(cString: home) + path.dropFirst(1)
        }
        var rest = Substring(path)
        while rest.hasPrefix("./") { rest = rest.dropFirst(2) }
        if rest == "." || rest.isEmpty { return folder }
        return (folder.hasSuffix("/") ? folder : folder + "/") + rest
    }

    /// The folder in which a file lies.
    static func folder(of path: String) -> String {
        guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }
}
