package import Numerics

/// `matrix.bin`: what it costs that one word follows another, by the right id of the first and the left id of the
/// second. Costs are (left ids, right ids), a row a left id.
// Unchecked for its pointers: they are into a mapped file that it holds, and nothing writes through them.
package struct ConnectionMatrix: @unchecked Sendable {
    let file: MappedFile
    let rightIDs: Int
    let leftIDs: Int
    /// Points into `file`.
    let costs: UnsafePointer<Int16>

    package init(_ file: MappedFile, name: String) throws(DictionaryError) {
        let bytes = file.withUnsafeBytes { $0 }
        guard let base = bytes.baseAddress, let rightIDs = bytes.littleEndian(UInt16.self, at: 0),
            let leftIDs = bytes.littleEndian(UInt16.self, at: 2)
        else { throw DictionaryError(file: name, field: "size", came: "\(bytes.count) bytes", expected: "at least 4") }
        let expected = 4 + 2 * Int(rightIDs) * Int(leftIDs)
        guard rightIDs > 0, leftIDs > 0, bytes.count == expected else {
            throw DictionaryError(
                file: name, field: "size", came: "\(bytes.count) bytes",
                expected: "\(expected) for its \(rightIDs) by \(leftIDs) ids, of which there is at least one each")
        }
        self.file = file
        self.rightIDs = Int(rightIDs)
        self.leftIDs = Int(leftIDs)
        costs = (base + 4).assumingMemoryBound(to: Int16.self)
    }

    /// The ids are less than `rightIDs` and `leftIDs`.
    @inline(__always)
    func cost(rightID: Int, leftID: Int) -> Int { Int(costs[rightID + rightIDs * leftID]) }
}
