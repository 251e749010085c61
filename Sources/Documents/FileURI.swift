/// The `file:` URIs by which editors and reports name a file of this machine (RFC 8089, RFC 3986).
package enum FileURI {
    /// - Parameter path: absolute.
    package static func absolute(_ path: String) -> String { "file://" + escaped(path) }

    /// Relative to a folder where the path lies in it, else absolute.
    package static func relative(_ path: String, to folder: String) -> (uri: String, isRelative: Bool) {
        let start = folder.hasSuffix("/") ? folder : folder + "/"
        guard path.hasPrefix(start) else { return (absolute(path), false) }
        return (escaped(String(path.dropFirst(start.count))), true)
    }

    /// The absolute path; nil of other URIs.
    package static func path(_ uri: String) -> String? {
        guard uri.hasPrefix("file://") else { return nil }
        let rest = uri.dropFirst("file://".count)
        // An authority that is not this machine's is none of ours.
        guard let slash = rest.firstIndex(of: "/"), ["", "localhost"].contains(rest[..<slash].lowercased()) else {
            return nil
        }
        return decoded(String(rest[slash...]))
    }

    /// Nil where `%` is not followed by two hexadecimal digits, or what comes out is not UTF-8.
    package static func decoded(_ text: String) -> String? {
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "%") else {
                bytes.append(byte)
                continue
            }
            guard rest.count >= 2, let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16) else {
                return nil
            }
            rest = rest.dropFirst(2)
            bytes.append(value)
        }
        return String(validating: bytes, as: UTF8.self)
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
