/// Writes a lexicon as its file would be: what `Lexicon.init` reads.
package enum LexiconImage {
    /// What a lexicon says of one reading of a word.
    package struct Reading: Sendable {
        package var surface: [UInt8]
        package var leftID: UInt16
        package var rightID: UInt16
        package var partOfSpeechID: UInt16
        package var cost: Int16
        package var feature: [UInt8]

        package init(
            surface: [UInt8], leftID: UInt16, rightID: UInt16, partOfSpeechID: UInt16, cost: Int16, feature: [UInt8]
        ) {
            self.surface = surface
            self.leftID = leftID
            self.rightID = rightID
            self.partOfSpeechID = partOfSpeechID
            self.cost = cost
            self.feature = feature
        }
    }

    /// At most this many readings of one word; one byte counts them.
    static let greatestReadings = 255

    /// Readings of one word keep their order. A key with more readings than can be counted loses the last.
    package static func bytes(_ readings: [Reading], role: Lexicon.Role, rightIDs: Int, leftIDs: Int) -> [UInt8] {
        var places: [[UInt8]: [Int]] = [:]
        for (index, reading) in readings.enumerated() { places[reading.surface, default: []].append(index) }
        let keys = places.keys.sorted { $0.lexicographicallyPrecedes($1) }
        var values: [Int32] = []
        var (entries, features) = ([UInt8](), [UInt8]())
        var entryCount = 0
        for key in keys {
            let indices = (places[key] ?? []).prefix(greatestReadings)
            values.append(Int32(truncatingIfNeeded: entryCount << 8 | indices.count))
            entryCount += indices.count
            for reading in indices.map({ readings[$0] }) {
                append(reading.leftID, to: &entries)
                append(reading.rightID, to: &entries)
                append(reading.partOfSpeechID, to: &entries)
                append(reading.cost, to: &entries)
                append(UInt32(truncatingIfNeeded: features.count), to: &entries)
                append(UInt32(0), to: &entries)
                features += reading.feature
                features.append(0)
            }
        }
        let units = DoubleArrayBuilder(keys: keys, values: values).units
        let count = 72 + 8 * units.count + entries.count + features.count
        var bytes: [UInt8] = []
        let header = [
            count ^ 0xef71_8f77, 102, Int(role.rawValue), readings.count, rightIDs, leftIDs, 8 * units.count,
            entries.count, features.count, 0,
        ]
        for field in header { append(UInt32(truncatingIfNeeded: field), to: &bytes) }
        bytes += "UTF-8".utf8 + [UInt8](repeating: 0, count: 27)
        for unit in units {
            append(unit.base, to: &bytes)
            append(unit.check, to: &bytes)
        }
        return bytes + entries + features
    }

    private static func append(_ value: some FixedWidthInteger, to bytes: inout [UInt8]) {
        withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
    }
}
