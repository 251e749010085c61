package import Numerics

/// `char.bin`: what kinds each character is of, and how unknown words are made of it.
// Unchecked for its pointers: they are into a mapped file that it holds, and nothing writes through them.
package struct CharacterCategories: @unchecked Sendable {
    let file: MappedFile
    let names: [String]
    /// Points into `file`.
    let table: CharacterTable

    package init(_ file: MappedFile, name: String) throws(DictionaryError) {
        let bytes = file.withUnsafeBytes { $0 }
        guard let base = bytes.baseAddress, let categories = bytes.littleEndian(UInt32.self, at: 0) else {
            throw DictionaryError(file: name, field: "size", came: "\(bytes.count) bytes", expected: "at least 4")
        }
        guard (1...18).contains(categories) else {
            throw DictionaryError(
                file: name, field: "number of categories", came: "\(categories)", expected: "1 to 18")
        }
        let expected = 4 + 32 * Int(categories) + 4 * CharacterTable.count
        guard bytes.count == expected else {
            throw DictionaryError(
                file: name, field: "size", came: "\(bytes.count) bytes",
                expected: "\(expected) for \(categories) categories")
        }
        var names: [String] = []
        for index in 0..<Int(categories) {
            let offset = 4 + 32 * index
            guard let category = bytes.name(at: offset, size: 32), !category.isEmpty, bytes[offset + 31] == 0 else {
                throw DictionaryError(
                    file: name, field: "name of category \(index)", came: "no name",
                    expected: "1 to 31 bytes of UTF-8 and a NUL")
            }
            names.append(category)
        }
        let table = (base + 4 + 32 * names.count).assumingMemoryBound(to: UInt32.self)
        for character in 0..<CharacterTable.count {
            let category = CharacterTable.Properties(bits: table[character]).category
            guard category < names.count else {
                throw DictionaryError(
                    file: name, field: "category of the character \(character)", came: "\(category)",
                    expected: "less than \(names.count)")
            }
        }
        self.file = file
        self.names = names
        self.table = CharacterTable(properties: table)
    }
}

/// What look-ups read of `char.bin`: valid as long as the file that it points into.
struct CharacterTable {
    static let count = 0xffff

    /// What is known of one character, as it lies in the file.
    struct Properties {
        var bits: UInt32

        /// A bit a category that the character belongs to.
        @inline(__always) var kinds: UInt32 { bits & 0x3ffff }
        /// The category that an unknown word that begins here has.
        @inline(__always) var category: Int { Int(bits >> 18 & 0xff) }
        /// Unknown words of 1 to `length` characters are proposed.
        @inline(__always) var length: Int { Int(bits >> 26 & 0xf) }
        /// The longest run of one kind is proposed.
        @inline(__always) var isGrouped: Bool { bits >> 30 & 1 != 0 }
        /// Unknown words are proposed even where the lexicons have words.
        @inline(__always) var isAlwaysUnknown: Bool { bits >> 31 != 0 }

        @inline(__always) func isKind(of other: Properties) -> Bool { kinds & other.kinds != 0 }
    }

    let properties: UnsafePointer<UInt32>

    /// Of one that is no character of the basic plane, it is what the table says of 0; U+FFFF is not in the table.
    @inline(__always)
    func properties(of character: Int) -> Properties {
        Properties(bits: character < Self.count ? properties[character] : 0)
    }

    /// The character that begins at `position`, before `end`, and its length in bytes. As in MeCab: continuation bytes
    /// are not looked at, and what is no beginning, or is cut off, is one byte long.
    @inline(__always)
    func properties(
        at position: Int, end: Int, of text: UnsafePointer<UInt8>
    ) -> (properties: Properties, length: Int) {
        let (character, length) = Self.character(at: position, end: end, of: text)
        return (properties(of: character), length)
    }

    @inline(__always)
    static func character(at position: Int, end: Int, of text: UnsafePointer<UInt8>) -> (value: Int, length: Int) {
        let first = Int(text[position])
        if first < 0x80 { return (first, 1) }
        let rest = end - position
        if first & 0xf0 == 0xe0, rest >= 3 {
            return ((first & 0xf) << 12 | Int(text[position + 1] & 0x3f) << 6 | Int(text[position + 2] & 0x3f), 3)
        }
        if first & 0xe0 == 0xc0, rest >= 2 { return ((first & 0x1f) << 6 | Int(text[position + 1] & 0x3f), 2) }
        if first & 0xf8 == 0xf0, rest >= 4 { return (0, 4) }
        if first & 0xfc == 0xf8, rest >= 5 { return (0, 5) }
        if first & 0xfe == 0xfc, rest >= 6 { return (0, 6) }
        return (0, 1)
    }
}
