import Numerics
import Testing
import WordVectors

/// The folder Tests/Goldens/vectors.
let goldens = String(#filePath.split(separator: "/").dropLast(2).map { "/" + $0 }.joined()) + "/Goldens/vectors"

/// All that a reader gives.
struct ReadVectors {
    var words: [String] = []
    var bytes: [[UInt8]] = []
    var vectors: [String: [Float]] = [:]
    var counts: [UInt64] = []
    var subwords: SubwordTable?

    init(_ file: MappedFile, vocabulary: MappedFile? = nil, format: VectorFormat? = nil, threads: Int = 1) throws {
        var reader = try VectorFile.reader(of: file, vocabulary: vocabulary, format: format, threads: threads)
        let dimensions = reader.dimensions
        var batch = VectorBatch()
        while try reader.next(&batch) {
            #expect(batch.values.count == batch.count * dimensions)
            #expect(batch.first == words.count + 1)
            counts += batch.counts
            for index in 0..<batch.count {
                bytes.append(Array(batch.text[batch.word(index)]))
                let word = String(decoding: batch.text[batch.word(index)], as: UTF8.self)
                words.append(word)
                vectors[word] = Array(batch.values[index * dimensions..<(index + 1) * dimensions])
            }
        }
        guard let scheme = reader.subwords else { return }
        var rows: [Float] = []
        var some: [Float] = []
        while try reader.nextSubwords(&some) { rows += some }
        subwords = try SubwordTable(scheme: scheme, rows: .float32(SharedElements(rows)), dimensions: dimensions)
    }
}

func mapped(_ text: String) -> MappedFile { MappedFile(copying: Array(text.utf8)) }

/// Reproducible, for damage by chance.
struct Chance: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return (state >> 32) ^ state &* 0x9e37_79b9_7f4a_7c15
    }
}
