#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// The small files in which Linux tells of itself. Elsewhere there are none.
enum SystemFile {
    /// The text of a file such as those in /proc, which have no size; nil where there is none.
    static func text(_ path: String) -> String? {
        guard let file = fopen(path, "r") else { return nil }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 16 << 10)
        while bytes.count < 4 << 20, case let count = fread(&piece, 1, piece.count, file), count > 0 {
            bytes += piece[..<count]
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// What stands after `name` and a colon, on the first line that begins with it.
    static func field(_ name: String, in text: String) -> Substring? {
        for line in text.split(separator: "\n") where line.hasPrefix(name) {
            guard let colon = line.firstIndex(of: ":"),
                line[..<colon].dropFirst(name.count).allSatisfy(\.isWhitespace)
            else { continue }
            return line[line.index(after: colon)...].drop(while: \.isWhitespace)
        }
        return nil
    }
}
