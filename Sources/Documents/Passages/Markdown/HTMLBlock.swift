/// The seven kinds of HTML blocks (CommonMark 0.31, "HTML blocks"), by how they end.
enum HTMLBlock: Equatable {
    /// `<script>`, `<pre>`, `<style>`, `<textarea>`.
    case raw
    case comment, instruction, declaration, characterData
    /// An element of a page's structure, or any tag alone on its line.
    case element, tag

    var endsAtBlankLine: Bool { self == .element || self == .tag }

    /// What begins at the `<` at `position` of a line that ends at `end`; nil if no block does.
    init?(at position: Int, before end: Int, mayBeAnyTag: Bool, in bytes: Bytes) {
        if position + 1 < end, bytes[position + 1] == UInt8(ascii: "?") {
            self = .instruction
        } else if position + 2 < end, bytes[position + 1] == UInt8(ascii: "!") {
            if position + 4 <= end, bytes.has("<!--", at: position) {
                self = .comment
            } else if position + 9 <= end, bytes.has("<![CDATA[", at: position) {
                self = .characterData
            } else if Bytes.isLetter(bytes[position + 2]) {
                self = .declaration
            } else {
                return nil
            }
        } else {
            let isClosing = position + 1 < end && bytes[position + 1] == UInt8(ascii: "/")
            let name = Self.name(at: position + (isClosing ? 2 : 1), before: end, in: bytes)
            let nameEnd = position + (isClosing ? 2 : 1) + name.utf8.count
            let next = nameEnd < end ? bytes[nameEnd] : 0x20
            let isWhole = next == 0x20 || next == 0x09 || next == UInt8(ascii: ">")
            let isSelfClosing = next == UInt8(ascii: "/") && nameEnd + 1 < end && bytes[nameEnd + 1] == 0x3e
            if Self.rawNames.contains(name), !isClosing, isWhole {
                self = .raw
            } else if Self.elementNames.contains(name), isWhole || isSelfClosing {
                self = .element
            } else if mayBeAnyTag, let tagEnd = MarkdownTags.tag(at: position, before: end, in: bytes),
                !Self.rawNames.contains(name) || isClosing,
                (tagEnd..<end).allSatisfy({ bytes[$0] == 0x20 || bytes[$0] == 0x09 })
            {
                self = .tag
            } else {
                return nil
            }
        }
    }

    /// Whether the block's last line is this one.
    func ends(in line: Range<Int>, of bytes: Bytes) -> Bool {
        switch self {
        case .comment: contains("-->", in: line, of: bytes)
        case .instruction: contains("?>", in: line, of: bytes)
        case .declaration: contains(">", in: line, of: bytes)
        case .characterData: contains("]]>", in: line, of: bytes)
        case .raw:
            line.contains { position in
                guard bytes[position] == UInt8(ascii: "<"), bytes[position + 1] == UInt8(ascii: "/") else {
                    return false
                }
                let name = Self.name(at: position + 2, before: line.upperBound, in: bytes)
                return Self.rawNames.contains(name) && bytes[position + 2 + name.utf8.count] == UInt8(ascii: ">")
            }
        case .element, .tag: false
        }
    }

    private func contains(_ end: StaticString, in line: Range<Int>, of bytes: Bytes) -> Bool {
        line.contains { bytes.has(end, at: $0) && $0 + end.utf8CodeUnitCount <= line.upperBound }
    }

    /// A tag's name in small letters, empty where there is none or one that is longer than any that matters.
    private static func name(at position: Int, before end: Int, in bytes: Bytes) -> String {
        var next = position
        while next < end, Bytes.isLetter(bytes[next]) || next > position && Bytes.isDigit(bytes[next]) {
            next += 1
        }
        guard position < next, next - position <= 10 else { return "" }
        return bytes.string(in: position..<next).lowercased()
    }

    private static let rawNames: Set<String> = ["script", "pre", "style", "textarea"]

    private static let elementNames: Set<String> = [
        "address", "article", "aside", "base", "basefont", "blockquote", "body", "caption", "center", "col",
        "colgroup", "dd", "details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer",
        "form", "frame", "frameset", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hr", "html", "iframe",
        "legend", "li", "link", "main", "menu", "menuitem", "nav", "noframes", "ol", "optgroup", "option", "p",
        "param", "search", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "title", "tr",
        "track", "ul",
    ]
}
