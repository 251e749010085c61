package import Numerics

/// A compiled list of words, `sys.dic`, `unk.dic` or a user's `.dic`: a double array from UTF-8 spellings to ranges of
/// entries, the entries, and their features.
///
/// The layout is MeCab's, version 102. Opening checks every size and every entry; a look-up checks its own steps, so
/// that a file that changes under a mapping can give wrong answers but no read out of bounds.
// Unchecked for its pointers: they are into a mapped file that it holds, and nothing writes through them.
package struct Lexicon: @unchecked Sendable {
    package enum Role: UInt32, Sendable {
        case system = 0
        case user = 1
        case unknown = 2
    }

    let name: String
    let role: Role
    /// Exclusive bounds of the ids that entries may have: columns and rows of the matrix.
    let rightIDs: Int
    let leftIDs: Int
    let file: MappedFile
    /// Points into `file`.
    let tables: LexiconTables

    private static let headerBytes = 72
    private static let magic: UInt32 = 0xef71_8f77
    private static let version: UInt32 = 102

    /// `name` is what errors call the file.
    package init(_ file: MappedFile, name: String, role: Role) throws(DictionaryError) {
        func refusal(_ field: String, _ came: String, _ expected: String) -> DictionaryError {
            DictionaryError(file: name, field: field, came: came, expected: expected)
        }
        let bytes = file.withUnsafeBytes { $0 }
        guard let base = bytes.baseAddress, bytes.count >= Self.headerBytes else {
            throw refusal("size", "\(bytes.count) bytes", "at least \(Self.headerBytes)")
        }
        let header = (0..<9).map { bytes.littleEndian(UInt32.self, at: 4 * $0) ?? 0 }
        guard UInt64(header[0] ^ Self.magic) == UInt64(bytes.count) else {
            throw refusal(
                "magic", "\(header[0])", "\(UInt32(truncatingIfNeeded: bytes.count) ^ Self.magic) for its size")
        }
        guard header[1] == Self.version else {
            throw DictionaryError(
                file: name, field: "version", came: "\(header[1])", expected: "\(Self.version)",
                advice: "compile the dictionary with MeCab 0.996")
        }
        guard header[2] == role.rawValue else { throw refusal("type", "\(header[2])", "\(role.rawValue) (\(role))") }
        let (unitBytes, entryBytes, featureBytes) = (Int(header[6]), Int(header[7]), Int(header[8]))
        guard Self.headerBytes + unitBytes + entryBytes + featureBytes == bytes.count else {
            throw refusal(
                "sizes", "\(Self.headerBytes) + \(unitBytes) + \(entryBytes) + \(featureBytes)",
                "a sum of \(bytes.count), the file's size")
        }
        guard unitBytes % MemoryLayout<LexiconTables.Unit>.stride == 0, unitBytes > 0 else {
            throw refusal("size of the double array", "\(unitBytes)", "a multiple of 8 above 0")
        }
        guard entryBytes % MemoryLayout<LexiconTables.Entry>.stride == 0 else {
            throw refusal("size of the entries", "\(entryBytes)", "a multiple of 16")
        }
        let charset = bytes.name(at: 40, size: 32)
        guard let charset, ["utf8", "utf-8"].contains(charset.lowercased()) else {
            throw DictionaryError(
                file: name, field: "charset", came: charset.map { $0.debugDescription } ?? "no name",
                expected: "UTF-8", advice: "compile the dictionary again with the charset UTF-8")
        }
        self.name = name
        self.role = role
        self.file = file
        rightIDs = Int(header[4])
        leftIDs = Int(header[5])
        let firstEntry = base + Self.headerBytes + unitBytes
        tables = LexiconTables(
            units: (base + Self.headerBytes).assumingMemoryBound(to: LexiconTables.Unit.self),
            unitCount: unitBytes / MemoryLayout<LexiconTables.Unit>.stride,
            entries: firstEntry.assumingMemoryBound(to: LexiconTables.Entry.self),
            entryCount: entryBytes / MemoryLayout<LexiconTables.Entry>.stride,
            features: (firstEntry + entryBytes).assumingMemoryBound(to: UInt8.self),
            featureBytes: featureBytes)
        try checkEntries()
    }

    private func checkEntries() throws(DictionaryError) {
        let entries = tables.entries
        guard tables.entryCount > 0 else { return }
        guard tables.featureBytes > 0, tables.features[tables.featureBytes - 1] == 0 else {
            throw DictionaryError(
                file: name, field: "features", came: tables.featureBytes == 0 ? "none" : "a last byte that is not NUL",
                expected: "strings that end in NUL")
        }
        // The greatest of all tells whether any is out of bounds, without a branch an entry.
        var (left, right, feature) = (UInt16(0), UInt16(0), UInt32(0))
        for index in 0..<tables.entryCount {
            left = max(left, entries[index].leftID)
            right = max(right, entries[index].rightID)
            feature = max(feature, entries[index].feature)
        }
        if Int(left) >= leftIDs { throw outOfBounds("left id", { Int($0.leftID) }, leftIDs) }
        if Int(right) >= rightIDs { throw outOfBounds("right id", { Int($0.rightID) }, rightIDs) }
        if Int(feature) >= tables.featureBytes {
            throw outOfBounds("feature offset", { Int($0.feature) }, tables.featureBytes)
        }
    }

    private func outOfBounds(_ field: String, _ value: (LexiconTables.Entry) -> Int, _ bound: Int) -> DictionaryError {
        let index = (0..<tables.entryCount).first { value(tables.entries[$0]) >= bound } ?? 0
        return DictionaryError(
            file: name, field: "\(field) of entry \(index)", came: "\(value(tables.entries[index]))",
            expected: "less than \(bound)")
    }
}
