/// What the system takes as a path.
package enum SystemPath {
    /// Bytes, as Linux has it (PATH_MAX).
    private static let longest = 4_096

    package static let hint = "give the path as the system knows it"

    /// Why the system cannot take a text as a path, to stand after what the text is; nil where it can. It would cut
    /// the text at a NUL, and so open something else.
    package static func problem(_ path: String) -> String? {
        if path.utf8.count >= longest { return "has \(path.utf8.count) bytes, expected fewer than \(longest)" }
        if path.utf8.contains(0) { return "holds a NUL, which no path does" }
        return nil
    }

    /// - Parameter what: what lies there, for error texts: "the data".
    static func checkAbsolute(_ path: String, _ what: String) throws(ShapeError) {
        guard path.utf8.first == UInt8(ascii: "/") else {
            throw ShapeError(
                "the path \"\(path.prefix(200))\" of \(what) is not absolute",
                hint: "the daemon does not know your working folder: send an absolute path")
        }
        if let problem = problem(path) { throw ShapeError("the path of \(what) \(problem)", hint: hint) }
    }
}
