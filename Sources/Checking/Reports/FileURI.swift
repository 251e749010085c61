/// Paths as URIs (RFC 3986).
package enum FileURI {
    /// - Parameter path: absolute.
    package static func absolute(_ path: String) -> String { "file://" + escaped(path) }

    /// Relative to a folder where the path lies in it, else absolute.
    static func relative(_ path: String, to folder: String) -> (uri: String, isRelative: Bool) {
        let start = folder.hasSuffix("/") ? folder : folder + "/"
        guard path.hasPrefix(start) else { return (absolute(path), false) }
        return (escaped(String(path.dropFirst(start.count))), true)
    }

    private static func escaped(_ path: String) -> String {
        let digits = Array("0123456789ABCDEF".utf8)
        var result: [UInt8] = []
        for byte in path.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
                UInt8(ascii: "~"), UInt8(ascii: "/"):
                result.append(byte)
            default: result += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: result, as: UTF8.self)
    }
}
