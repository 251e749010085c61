/// Finds the text between the tags of HTML and XML, and comments. Tags within a sentence lie between the segments of a
/// passage, all others end it; what programs, styles and code consist of is left out.
struct MarkupScanner {
    private let bytes: Bytes
    private var position = 0
    private var segments: [Range<Int>] = []

    init(_ bytes: Bytes) {
        self.bytes = bytes
    }

    mutating func addPassages(to builder: inout PassageBuilder) {
        while position < bytes.count {
            let start = position
            while position < bytes.count, !Self.isMark(bytes[position]) { position += 1 }
            if start < position { segments.append(start..<position) }
            switch bytes[position] {
            case UInt8(ascii: "<"): readTag(&builder)
            case UInt8(ascii: "{") where bytes[position + 1] == UInt8(ascii: "{"):
                position = bytes.find(Array("}}".utf8), from: position).map { $0 + 2 } ?? bytes.count
            case UInt8(ascii: "&"):
                segments.append(position..<position + 1)
                position = MarkdownTags.entity(at: position, in: bytes) ?? position + 1
            case UInt8(ascii: "{"):
                segments.append(position..<position + 1)
                position += 1
            default: break
            }
        }
        end(&builder)
    }

    @inline(__always)
    private static func isMark(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "<") || byte == UInt8(ascii: "&") || byte == UInt8(ascii: "{")
    }

    private mutating func end(_ builder: inout PassageBuilder) {
        builder.add(segments)
        segments.removeAll(keepingCapacity: true)
    }

    private mutating func readTag(_ builder: inout PassageBuilder) {
        if bytes.has("<!--", at: position) {
            let start = position + 4
            let close = bytes.find(Array("-->".utf8), from: start) ?? bytes.count
            let text = bytes.skipSpaces(from: start, before: close)
            position = min(bytes.count, close + 3)
            guard !Pragmas.begins(at: text, before: close, in: bytes), !bytes.has("[if", at: text) else { return }
            end(&builder)
            builder.addLines(of: text..<close)
            return
        }
        if bytes.has("<![CDATA[", at: position) {
            position = bytes.find(Array("]]>".utf8), from: position).map { $0 + 3 } ?? bytes.count
            return
        }
        let next = bytes[position + 1]
        if next == UInt8(ascii: "?") || next == UInt8(ascii: "!") {
            position = bytes.find([UInt8(ascii: ">")], from: position).map { $0 + 1 } ?? bytes.count
            return
        }
        let isClosing = next == UInt8(ascii: "/")
        let nameStart = position + (isClosing ? 2 : 1)
        guard Bytes.isLetter(bytes[nameStart]) else {
            // No tag: "a < b".
            segments.append(position..<position + 1)
            position += 1
            return
        }
        var nameEnd = nameStart
        // The first eight letters, small, tell all that matter apart.
        var name: UInt64 = 0
        while Bytes.isLetterOrDigit(bytes[nameEnd]) {
            if nameEnd - nameStart < 8 { name = name << 8 | UInt64(bytes[nameEnd] | 0x20) }
            nameEnd += 1
        }
        position = endOfTag(from: nameEnd)
        if !Self.withinSentences.contains(name) { end(&builder) }
        let isEmpty = bytes[position - 2] == UInt8(ascii: "/")
        if !isClosing, !isEmpty, Self.withoutText.contains(name) { skipElement(nameStart..<nameEnd) }
    }

    /// After the tag's `>`, of which there may be more in the quotes of its attributes.
    private func endOfTag(from position: Int) -> Int {
        var next = position
        var quote: UInt8?
        while next < bytes.count {
            let byte = bytes[next]
            if let mark = quote {
                if byte == mark { quote = nil }
            } else if byte == UInt8(ascii: ">") {
                return next + 1
            } else if byte == 0x22 || byte == 0x27, bytes[next - 1] == UInt8(ascii: "=") {
                quote = byte
            }
            next += 1
        }
        return bytes.count
    }

    /// To the closing tag of an element.
    private mutating func skipElement(_ name: Range<Int>) {
        while let close = bytes.find(Array("</".utf8), from: position) {
            position = close
            let shift = close + 2 - name.lowerBound
            if name.allSatisfy({ bytes[$0 + shift] | 0x20 == bytes[$0] | 0x20 }) { return }
            position = close + 2
        }
        position = bytes.count
    }

    private static let withinSentences = words(
        "a abbr acronym b bdi bdo big cite code data del dfn em emphasis font i ins kbd link mark q ref ruby s samp small span strike strong sub sup time tt u ulink var wbr xref"
    )
    private static let withoutText = words(
        "code kbd math noscript object pre programlisting samp screen script style svg textarea tt var")

    private static func words(_ names: String) -> [UInt64] {
        names.split(separator: " ").map { name in name.utf8.prefix(8).reduce(0) { $0 << 8 | UInt64($1 | 0x20) } }
    }
}
