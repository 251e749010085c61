import ServerProtocol

/// Offsets into one text: from UTF-8 bytes, in which the domain counts, to the unit of a session.
///
/// One that lies near the one before is found quickly, so they are best asked for in their order.
struct TextOffsets {
    private let utf8: String.UTF8View
    private let encoding: PositionEncoding
    /// Where we are: in the text, and how many bytes and units are before it.
    private var index: String.Index
    private var bytes = 0
    private var units = 0

    init(_ text: String, in encoding: PositionEncoding) {
        utf8 = text.utf8
        self.encoding = encoding
        index = text.utf8.startIndex
    }

    /// `offset` is between two scalars, from 0 to the length of the text.
    mutating func callAsFunction(_ offset: Int) -> Int {
        if encoding == .utf8 { return offset }
        while bytes < offset, index < utf8.endIndex {
            units += weight(utf8[index])
            bytes += 1
            index = utf8.index(after: index)
        }
        while bytes > offset, index > utf8.startIndex {
            index = utf8.index(before: index)
            bytes -= 1
            units -= weight(utf8[index])
        }
        return units
    }

    /// The units of a scalar count at its first byte; four bytes are two units of UTF-16.
    private func weight(_ byte: UInt8) -> Int {
        if byte & 0xc0 == 0x80 { return 0 }
        return encoding == .utf16 && byte >= 0xf0 ? 2 : 1
    }
}
