import JSON

/// Corrections of what a model said: JSON lines with text and label, as `DataFile` reads them, which grow by a line at
/// a time. Several processes may write to one file.
package struct CorrectionsFile: Sendable {
    package let path: String
    /// Bytes that it may have.
    package let limit: Int

    package init(path: String, limit: Int) {
        self.path = path
        self.limit = limit
    }

    /// The name of a file for a model. What a name may not hold becomes `_`; where that changed it, or where the name
    /// alone does not say which model is meant, a number made of `key` tells it from others.
    package static func name(forModel model: String, key: String, isUnique: Bool) -> String {
        let plain = String(
            String.UnicodeScalarView(
                model.unicodeScalars.prefix(50).map { scalar in
                    scalar.properties.isAlphabetic || scalar.properties.numericType != nil
                        || "-_.".unicodeScalars
                            .contains(scalar)
                        ? scalar : "_"
                }))
        let name = plain.first == "." ? "_" + plain.dropFirst() : plain
        if isUnique, name == model { return name + ".jsonl" }
        // FNV-1a, 64 bits.
        let hash = key.utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
        let digits = String(hash, radix: 16)
        return "\(name)-\(String(repeating: "0", count: 16 - digits.count))\(digits).jsonl"
    }

    /// - Returns: how many lines the file has now.
    package func append(text: String, label: String) throws(LineFileError) -> Int {
        let object: JSONValue = ["text": .string(text), "label": .string(label)]
        return try LineFile(path: path, limit: limit).append(object.serialized())
    }
}
