package import JSON
import Numerics
package import WordVectors

/// How the rows of word vectors are stored.
package enum VectorRowFormat: String, Sendable, CaseIterable {
    case float32
    /// 8 bits with a scale for each row: a quarter of the size.
    case int8
}

/// Writes a directory of word vectors as they come, in less memory than they take: rows go to the disk, and the index
/// is made of them there, piece by piece. One that does not `finish` leaves nothing.
package final class VectorsWriter {
    private let draft: ModelDirectory.Draft
    private let path: String
    private let dimensions: Int
    private let format: VectorRowFormat
    private let file: PieceFile
    private var words = WordListBuilder()
    private var counts: [UInt64] = []
    private var embeddings = RowsTensor(name: VectorTensor.embeddings, offset: start)
    private var subwords: (scheme: SubwordScheme, rows: RowsTensor)?

    /// Where the rows begin: the header, which says how many they are, is written last. Room for all tensors' names.
    private static let start = 4096

    private struct RowsTensor {
        var name: String
        var offset: Int
        var count = 0
        /// Where rows are of 8 bits.
        var scales: [Float] = []
    }

    /// - Parameter path: as of `ModelDirectory.write`.
    package init(
        to path: String, dimensions: Int, format: VectorRowFormat = .float32
    ) throws(ModelError) {
        draft = try ModelDirectory.Draft(of: path)
        self.path = path
        self.dimensions = dimensions
        self.format = format
        file = try PieceFile(draft.folder + "/" + ModelFileName.weights.rawValue)
    }

    /// How many words there are.
    package var count: Int { words.count }

    /// Whether the word is new and can be listed: then its row has to come, in the order of the words.
    package func append(_ word: UnsafeRawBufferPointer) -> Bool { words.append(word) }

    /// The row of the word, which is listed if it was not: then the row has to come. Nil where the list is full, and
    /// for what is no word.
    package func row(of word: UnsafeRawBufferPointer) -> Int? { words.row(of: word) }

    /// How often training saw the next word that has no count yet: all have one, or none.
    package func append(count: UInt64) { counts.append(count) }

    /// (any number, dimensions): of the words, then of the subwords where `begin` was called.
    package func append(rows: UnsafeBufferPointer<Float>) throws(ModelError) {
        if var tensor = subwords?.rows {
            try append(rows, to: &tensor)
            subwords?.rows = tensor
        } else {
            try append(rows, to: &embeddings)
        }
    }

    /// All rows of words were appended; `scheme.rowCount` rows of subwords follow.
    package func begin(subwords scheme: SubwordScheme) {
        let end = embeddings.offset + embeddings.count * rowSize
        subwords = (scheme, RowsTensor(name: VectorTensor.subwordEmbeddings, offset: (end + 63) / 64 * 64))
    }

    private var rowSize: Int { format == .int8 ? dimensions : 4 * dimensions }

    private func append(_ rows: UnsafeBufferPointer<Float>, to tensor: inout RowsTensor) throws(ModelError) {
        let offset = tensor.offset + tensor.count * rowSize
        switch format {
        case .float32: try file.write(UnsafeRawBufferPointer(rows), at: offset)
        case .int8:
            let (values, scales) = Quantization.rows(of: Array(rows), columns: dimensions)
            try file.write(values, at: offset)
            tensor.scales += scales
        }
        tensor.count += rows.count / dimensions
    }

    /// Writes the rest of the files and puts the directory in its place.
    /// - Parameter withIndex: else it is made at each opening.
    package func finish(
        card: ModelCard, history: JSONValue? = nil, withIndex: Bool = true
    ) throws(ModelError) -> StoredVectors {
        let words = self.words.finish()
        guard embeddings.count == words.count, counts.isEmpty || counts.count == words.count,
            subwords.map({ $0.rows.count == $0.scheme.rowCount }) ?? true
        else {
            throw .invalid(
                path: path, file: ModelFileName.weights.rawValue,
                reason: "\(embeddings.count) rows and \(counts.count) counts came for \(words.count) words, and "
                    + "\(subwords?.rows.count ?? 0) rows of subwords; nothing was written")
        }
        try finishWeights(words.count)
        let vocabulary = try PieceFile(place(.vocabulary))
        try words.parts.text.withUnsafeElements { (text) throws(ModelError) in
            try vocabulary.write(UnsafeRawBufferPointer(text), at: 0)
        }
        try vocabulary.finish()
        var files: [ModelFileName] = [.vocabulary, .weights]
        if withIndex {
            try VectorIndexFile.write(
                words, rowsOf: place(.weights), at: embeddings.offset, scales: embeddings.scales,
                dimensions: dimensions,
                to: place(.index))
            files.append(.index)
        }
        let sums = try Checksums.sums(of: files.map(\.rawValue), in: draft.folder)
        let config = ModelFiles.config(
            words: words.count, dimensions: dimensions, subwords: subwords?.scheme, checksums: sums, card: card)
        let text = card.readMe(
            ofWords: words.count, dimensions: dimensions, subwords: subwords?.scheme.rowCount,
            named: FileSystem.lastComponent(of: path), rows: format)
        try FileSystem.write(Array((config.prettyPrinted() + "\n").utf8), to: place(.config))
        try FileSystem.write(Array(text.utf8), to: place(.card))
        if let history {
            try FileSystem.write(Array((history.prettyPrinted() + "\n").utf8), to: place(.history))
        }
        guard case .vectors(let stored) = try draft.install() else {
            throw .io(path: path, reason: "is another model now; somebody else wrote there")
        }
        return stored
    }

    private func place(_ name: ModelFileName) -> String { draft.folder + "/" + name.rawValue }

    private func finishWeights(_ count: Int) throws(ModelError) {
        let type: SafeTensors.ElementType = format == .int8 ? .int8 : .float32
        var tensors: [TensorLayout.Tensor] = []
        var rest: [(name: String, bytes: [UInt8])] = []
        func append(_ name: String, _ type: SafeTensors.ElementType, _ count: Int, _ bytes: [UInt8]) {
            tensors.append(.init(name: name, type: type, shape: [count]))
            rest.append((name, bytes))
        }
        let rows = [embeddings] + (subwords.map { [$0.rows] } ?? [])
        for tensor in rows { tensors.append(.init(name: tensor.name, type: type, shape: [tensor.count, dimensions])) }
        for tensor in rows where format == .int8 {
            append(tensor.name + VectorTensor.scales, .float32, tensor.count, Elements.bytes(tensor.scales))
        }
        if case .fastText(_, _, let kept?)? = subwords?.scheme {
            let buckets = kept.sorted { $0.value < $1.value }.map(\.key)
            append(VectorTensor.keptBuckets, .int32, buckets.count, Elements.bytes(buckets))
        }
        if !counts.isEmpty { append(VectorTensor.counts, .int64, count, Elements.bytes(counts)) }
        let layout = TensorLayout(tensors, start: Self.start)
        for tensor in rows where layout.offsets[tensor.name] != tensor.offset {
            throw .io(
                path: file.path,
                reason: "has \(tensor.name) at byte \(tensor.offset), which its header does not say; nothing was "
                    + "written")
        }
        try file.write(layout.header, at: 0)
        for (name, bytes) in rest {
            guard let offset = layout.offsets[name] else { continue }
            try file.write(bytes, at: offset)
        }
        // A last tensor of no bytes would else be beyond the end.
        try file.setSize(layout.size)
        try file.finish()
    }
}

extension ModelDirectory {
    /// A table that is in memory.
    package static func write(
        _ vectors: StoredVectors, format: VectorRowFormat = .float32, history: JSONValue? = nil, withIndex: Bool = true,
        to path: String
    ) throws(ModelError) {
        let table = vectors.table
        let writer = try VectorsWriter(to: path, dimensions: table.dimensions, format: format)
        for index in 0..<table.count { _ = table.words.withUTF8(at: index, writer.append) }
        try append(table.rows, table.count, table.dimensions, to: writer)
        for index in 0..<table.counts.count { writer.append(count: table.counts[index]) }
        if let subwords = table.subwords {
            writer.begin(subwords: subwords.scheme)
            try append(subwords.rows, subwords.scheme.rowCount, subwords.dimensions, to: writer)
        }
        _ = try writer.finish(card: vectors.card, history: history, withIndex: withIndex)
    }

    private static func append(
        _ rows: VectorRows, _ count: Int, _ dimensions: Int, to writer: VectorsWriter
    ) throws(ModelError) {
        var row = [Float](repeating: 0, count: dimensions)
        for index in 0..<count {
            row.withUnsafeMutableBufferPointer { row in
                if let start = row.baseAddress { rows.copy(index, dimensions: dimensions, to: start) }
            }
            try row.withUnsafeBufferPointer { (row) throws(ModelError) in try writer.append(rows: row) }
        }
    }
}
