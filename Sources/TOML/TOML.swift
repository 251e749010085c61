package import JSON

/// A strict reader of TOML 1.0 (toml.io), which makes JSON values of it. Dates and times are refused by name: JSON has
/// none, and a text in their place would pass for what it is not.
package enum TOML {
    /// - Parameter maximumDepth: how many tables and arrays may stand inside one another.
    package static func parse(_ bytes: [UInt8], maximumDepth: Int = 32) throws(TOMLError) -> JSONValue {
        if let broken = brokenUTF8(bytes) {
            throw TOMLError(offset: broken, reason: "found a byte that is not UTF-8")
        }
        var scanner = TOMLScanner(bytes: bytes, maximumDepth: maximumDepth)
        var document = TOMLDocument(maximumDepth: maximumDepth)
        while try scanner.skipToExpression() {
            let start = scanner.position
            if let isList = scanner.startsHeader() {
                let key = try scanner.header(isList: isList)
                try document.open(key, isList: isList, at: start)
            } else {
                let key = try scanner.key()
                try scanner.expect(UInt8(ascii: "="), after: "a key")
                scanner.skipSpaces()
                try document.add(key, try scanner.value(depth: document.depth + key.count), at: start)
            }
            try scanner.endLine()
        }
        return document.json
    }

    private static func brokenUTF8(_ bytes: [UInt8]) -> Int? {
        if String(validating: bytes, as: UTF8.self) != nil { return nil }
        // Which byte it is matters only for the message: the end of the longest prefix that reads.
        var decoder = UTF8()
        var iterator = bytes.makeIterator()
        var offset = 0
        while case .scalarValue(let scalar) = decoder.decode(&iterator) { offset += UTF8.width(scalar) }
        return offset
    }
}
