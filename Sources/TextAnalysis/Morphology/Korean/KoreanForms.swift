/// The frequent contractions and compounds of Korean, and what they are made of: `KoreanFormsTable.swift`.
enum KoreanForms {
    /// Form and tag of each part; nil where the table does not have the surface under that tag.
    static func parts(of surface: String, tag: String) -> [(form: String, tag: String)]? {
        guard !surface.isEmpty else { return nil }
        let key = Array("\(surface) \(tag) ".utf8)
        let table = UnsafeBufferPointer(start: table.utf8Start, count: table.utf8CodeUnitCount)
        // Lines are in the order of their bytes: low is the beginning of a line, and so is high but at the end.
        var low = 0
        var high = table.count
        while low < high {
            let start = lineStart(at: (low + high) / 2, in: table, notBefore: low)
            let end = table[start..<high].firstIndex(of: newline) ?? high
            let line = table[start..<end]
            if line.starts(with: key) {
                return parts(String(decoding: line.dropFirst(key.count), as: UTF8.self), tag: tag)
            }
            if line.lexicographicallyPrecedes(key) { low = min(end + 1, high) } else { high = start }
        }
        return nil
    }

    private static let newline = UInt8(ascii: "\n")

    private static func lineStart(at position: Int, in table: UnsafeBufferPointer<UInt8>, notBefore low: Int) -> Int {
        var start = position
        while start > low, table[start - 1] != newline { start -= 1 }
        return start
    }

    /// Forms with a space between them; a form has its tag after a slash where it is not the tag's next.
    private static func parts(_ forms: String, tag: String) -> [(form: String, tag: String)] {
        var tags = tag.split(separator: "+")[...]
        return forms.split(separator: " ").map { form in
            let next = tags.popFirst() ?? "UNKNOWN"
            guard let slash = form.lastIndex(of: "/") else { return (String(form), String(next)) }
            return (String(form[..<slash]), String(form[form.index(after: slash)...]))
        }
    }
}
