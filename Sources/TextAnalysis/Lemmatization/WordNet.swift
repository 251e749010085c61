/// The words of WordNet 3, by part of speech, and their irregular forms: what `Morphy` asks.
///
/// The files are those of wndb(5WN) and are handed in as bytes: `index.noun` and its like, whose lines begin with a word
/// and a space (lines of the licence with two spaces), and `noun.exc` and its like, a form and its bases a line.
package struct WordNet: Sendable {
    package enum Category: String, Sendable, CaseIterable {
        case noun, verb
        case adjective = "adj"
        case adverb = "adv"
    }

    /// Why a file is none of WordNet's.
    package struct FileError: Error, Sendable, Equatable, CustomStringConvertible {
        /// From 1.
        package let line: Int
        package let reason: String

        package var description: String { "line \(line) \(reason)" }
    }

    private struct Part: Sendable {
        var words = WordTable()
        /// By the number of a word: how many of its senses were met in texts. How often they were is not in the index.
        var taggedSenses: [Int] = []
        /// A form's number to its bases, in the file's order.
        var forms = WordTable()
        var bases: [[String]] = []
    }

    private var parts: [Category: Part] = [:]

    package init() {}

    /// Adds `index.<category>`.
    package mutating func addIndex(_ category: Category, _ file: UnsafeRawBufferPointer) throws(FileError) {
        var part = parts[category] ?? Part()
        try Self.forEachLine(file) { (line, number) throws(FileError) in
            // The licence.
            if line.starts(with: "  ".utf8) { return }
            let fields = line.split(separator: UInt8(ascii: " "))
            // word, category, synsets, pointers, the pointers' signs, senses, tagged senses, offsets.
            guard fields.count >= 7, fields[1].count == 1, let pointers = Self.number(fields[3]),
                pointers <= fields.count, let tagged = fields.dropFirst(5 + pointers).first.flatMap(Self.number)
            else {
                throw FileError(
                    line: number, reason: "is no line of an index; expected a word, its category, counts and offsets")
            }
            let place = part.words.add(UnsafeBufferPointer(rebasing: fields[0]))
            // A word that comes twice keeps its first line.
            if Int(place) == part.taggedSenses.count { part.taggedSenses.append(tagged) }
        }
        parts[category] = part
    }

    /// Adds `<category>.exc`.
    package mutating func addExceptions(_ category: Category, _ file: UnsafeRawBufferPointer) throws(FileError) {
        var part = parts[category] ?? Part()
        try Self.forEachLine(file) { (line, number) throws(FileError) in
            let fields = line.split(separator: UInt8(ascii: " "))
            guard fields.count >= 2 else {
                throw FileError(line: number, reason: "is no exception; expected a form and its base")
            }
            let bases = fields.dropFirst().map { String(decoding: $0, as: UTF8.self) }
            let place = Int(part.forms.add(UnsafeBufferPointer(rebasing: fields[0])))
            // Of a form that comes twice the first line; wn takes the one that its search happens to meet.
            if place == part.bases.count { part.bases.append(bases) }
        }
        parts[category] = part
    }

    private static func forEachLine(
        _ file: UnsafeRawBufferPointer, _ body: (UnsafeBufferPointer<UInt8>, Int) throws(FileError) -> Void
    ) throws(FileError) {
        let bytes = file.bindMemory(to: UInt8.self)
        guard String(validating: bytes, as: UTF8.self) != nil else {
            throw FileError(line: 1, reason: "begins a file that is not UTF-8; expected UTF-8")
        }
        var start = 0
        var number = 1
        while start < bytes.count {
            let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
            if end > start { try body(UnsafeBufferPointer(rebasing: bytes[start..<end]), number) }
            start = end + 1
            number += 1
        }
    }

    private static func number(_ digits: some Collection<UInt8>) -> Int? {
        guard digits.count <= 9 else { return nil }
        return Int(String(decoding: digits, as: UTF8.self)).flatMap { $0 >= 0 ? $0 : nil }
    }

    /// Whether the word, its spaces written `_`, is in the index.
    package func has(_ word: String, _ category: Category) -> Bool { taggedSenses(of: word, category) != nil }

    /// How many of its senses were met in the texts that WordNet counted; nil where it is not in the index.
    package func taggedSenses(of word: String, _ category: Category) -> Int? {
        guard let part = parts[category] else { return nil }
        var word = word
        let place = word.withUTF8 { part.words.find($0) }
        return place == WordTable.none ? nil : part.taggedSenses[Int(place)]
    }

    /// The bases of an irregular form, in the file's order.
    func exceptions(for form: String, _ category: Category) -> [String] {
        guard let part = parts[category] else { return [] }
        var form = form
        let place = form.withUTF8 { part.forms.find($0) }
        return place == WordTable.none ? [] : part.bases[Int(place)]
    }
}
