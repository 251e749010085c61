package import Models
import Numerics
package import WordVectors

/// `sluice vectors import`: a file of word vectors is read once, and written as a model directory that opens by
/// mapping.
///
/// Memory does not grow with the file, but for the words and a few numbers for each: rows go to the disk as they are
/// read. Of floret's format, which has no words, the rows of n-grams are read whole before the first word is made of
/// them.
package struct VectorImport: Sendable {
    package var file: String
    /// The directory to write.
    package var output: String
    /// Nil: told by the bytes.
    package var format: VectorFormat?
    /// A file with a word a line, for formats that hold none.
    package var vocabulary: String?
    /// Only so many words, the first ones.
    package var limit: Int?
    package var rows = VectorRowFormat.float32
    package var threads = 1
    /// For the card.
    package var languages: [String] = []
    package var license = ""
    package var description: String?
    package var source: String?

    package init(file: String, output: String) {
        self.file = file
        self.output = output
    }

    /// What came of it.
    package struct Summary: Sendable, Equatable {
        package var words = 0
        package var dimensions = 0
        /// Rows of n-grams; 0 where words that are not listed have no vector.
        package var subwords = 0
        /// Words that were read.
        package var read = 0
        /// Left out: the word was there already.
        package var duplicates = 0
        /// Left out: a row with something infinite or no number; the number of the first in the file.
        package var notFinite = 0
        package var firstNotFinite: Int?
        /// Left out: no word, or one with a line feed in it.
        package var unlistable = 0
        /// Kept: words that were no UTF-8, with U+FFFD in place of what was none.
        package var repaired = 0
        /// Kept: rows of zeros, which are never found.
        package var zeros = 0

        package init() {}
    }

    /// Nil where it was stopped: nothing was written then.
    /// - Parameter progress: is told how much of how much was read, and says whether to go on.
    package func run(
        progress: (_ done: Int, _ all: Int) -> Bool = { _, _ in true }
    ) throws(TrainingRunError) -> Summary? {
        try OutputPlace.check(output, vectors: true)
        let mapped = try map(file)
        var words: MappedFile?
        if let vocabulary { words = try map(vocabulary) }
        do {
            var reader = try VectorFile.reader(of: mapped, vocabulary: words, format: format, threads: threads)
            return try write(&reader, mapped, words, progress)
        } catch let error as WordVectorsError {
            throw .file(path: file, reason: error.description)
        } catch let error as ModelError {
            throw .model(error)
        } catch {
            throw .file(path: file, reason: "\(error)")
        }
    }

    private func map(_ path: String) throws(TrainingRunError) -> MappedFile {
        do {
            return try MappedFile(path: path)
        } catch {
            throw switch error {
            case .notFound: .file(path: path, reason: "is not there; give the path of a file of word vectors")
            case .notARegularFile: .file(path: path, reason: "is no file; a folder's vectors lie in a file of it")
            default: .file(path: path, reason: error.description)
            }
        }
    }

    private func write(
        _ reader: inout any VectorReader, _ mapped: MappedFile, _ words: MappedFile?,
        _ progress: (Int, Int) -> Bool
    ) throws -> Summary? {
        let writer = try VectorsWriter(to: output, dimensions: reader.dimensions, format: rows)
        var intake = VectorIntake(dimensions: reader.dimensions, limit: limit)
        var batch = VectorBatch()
        while !intake.isFull, try reader.next(&batch) {
            try intake.add(batch, to: writer)
            mapped.release(0..<mapped.count)
            let (done, all) =
                if let expected = reader.expectedCount {
                    (intake.summary.read, limit.map { min($0, expected) } ?? expected)
                } else {
                    (reader.position >> 20, mapped.count >> 20)
                }
            guard progress(done, all) else { return nil }
        }
        if let scheme = reader.subwords {
            writer.begin(subwords: scheme)
            var rows: [Float] = []
            while try reader.nextSubwords(&rows) {
                guard rows.allSatisfy(\.isFinite) else {
                    throw WordVectorsError.invalid(
                        field: "n-grams", reason: "a row has something that is no finite number: the file is damaged")
                }
                try rows.withUnsafeBufferPointer { try writer.append(rows: $0) }
                intake.summary.subwords += rows.count / reader.dimensions
                mapped.release(0..<mapped.count)
                guard progress(intake.summary.subwords, scheme.rowCount) else { return nil }
            }
        }
        for (field, file) in [("file", mapped), ("vocabulary", words)] where file?.isPoisoned ?? false {
            throw WordVectorsError.invalid(
                field: field, reason: "was shortened while it was read; nothing was written: get it again")
        }
        intake.summary.words = writer.count
        guard writer.count > 0 || intake.summary.subwords > 0 else {
            throw WordVectorsError.invalid(
                field: "words", reason: "none came that can be listed; nothing was written")
        }
        let card = ModelCard(
            description: description ?? "Vectors of words, imported.", languages: languages,
            data: source ?? FileSystem.lastComponent(of: file), license: license)
        _ = try writer.finish(card: card)
        return intake.summary
    }
}

/// Takes the words that can be listed, each once, with their rows.
struct VectorIntake {
    var summary = VectorImport.Summary()
    private let dimensions: Int
    private let limit: Int?

    init(dimensions: Int, limit: Int?) {
        self.dimensions = dimensions
        self.limit = limit
        summary.dimensions = dimensions
    }

    var isFull: Bool { limit.map { summary.read >= $0 } ?? false }

    mutating func add(_ batch: VectorBatch, to writer: VectorsWriter) throws {
        /// Rows that lie side by side and are not written yet.
        var waiting = 0..<0
        let count = min(batch.count, limit.map { $0 - summary.read } ?? batch.count)
        try batch.values.withUnsafeBufferPointer { values in
            for index in 0..<count {
                let row = UnsafeBufferPointer(rebasing: values[index * dimensions..<(index + 1) * dimensions])
                let greatest = Self.greatest(row)
                guard isFinite(greatest, number: batch.first + index), try list(batch, index, in: writer) else {
                    continue
                }
                if greatest == 0 { summary.zeros += 1 }
                if waiting.upperBound != index {
                    try writer.append(rows: Self.rows(waiting, of: values, dimensions))
                    waiting = index..<index
                }
                waiting = waiting.lowerBound..<index + 1
            }
            try writer.append(rows: Self.rows(waiting, of: values, dimensions))
        }
        summary.read += count
    }

    private static func rows(
        _ range: Range<Int>, of values: UnsafeBufferPointer<Float>, _ dimensions: Int
    ) -> UnsafeBufferPointer<Float> {
        UnsafeBufferPointer(rebasing: values[range.lowerBound * dimensions..<range.upperBound * dimensions])
    }

    /// The bits of the greatest size of a value: 0 where all are zeros, at least those of infinity where one is no
    /// finite number. Without early exits, so that the loop becomes vector code.
    private static func greatest(_ row: UnsafeBufferPointer<Float>) -> UInt32 {
        var greatest: UInt32 = 0
        for value in row { greatest = max(greatest, value.bitPattern & 0x7fff_ffff) }
        return greatest
    }

    private mutating func isFinite(_ greatest: UInt32, number: Int) -> Bool {
        guard greatest >= Float.infinity.bitPattern else { return true }
        summary.notFinite += 1
        if summary.firstNotFinite == nil { summary.firstNotFinite = number }
        return false
    }

    /// Whether the word is new: then its row follows.
    private mutating func list(_ batch: VectorBatch, _ index: Int, in writer: VectorsWriter) throws -> Bool {
        let range = batch.word(index)
        let before = writer.count
        let isListed = batch.text.withUnsafeBytes { text -> Bool? in
            let word = UnsafeRawBufferPointer(rebasing: text[range])
            guard !word.isEmpty, !word.contains(UInt8(ascii: "\n")) else { return nil }
            let isASCII = word.allSatisfy { $0 < 0x80 }
            if isASCII || String(validating: word, as: UTF8.self) != nil { return writer.row(of: word) != nil }
            var repaired = String(decoding: word, as: UTF8.self)
            let row = repaired.withUTF8 { writer.row(of: UnsafeRawBufferPointer($0)) }
            if writer.count > before { summary.repaired += 1 }
            return row != nil
        }
        guard let isListed else {
            summary.unlistable += 1
            return false
        }
        guard isListed else {
            throw WordVectorsError.invalid(
                field: "words",
                reason: "more came than the \(before) that a list holds, which is \(WordList.greatestCount) or 4 GB; "
                    + "nothing was written: import the first ones with --limit")
        }
        guard writer.count > before else {
            summary.duplicates += 1
            return false
        }
        if index < batch.counts.count { writer.append(count: batch.counts[index]) }
        return true
    }
}
