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
}
