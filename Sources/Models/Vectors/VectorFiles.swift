import JSON
import Numerics
import WordVectors

/// The tensors of word vectors. Those of `model.safetensors` are of (words, dimensions) and (rows, dimensions); those
/// of `index.safetensors` are as `WordList.Parts` and `QuantizedRows.Parts` have them.
enum VectorTensor {
    static let embeddings = "embeddings"
    static let subwordEmbeddings = "subword_embeddings"
    /// One for each row, where the rows are of 8 bits.
    static let scales = "_scale"
    static let counts = "counts"
    /// Of a pruned fastText model: the bucket of each row of the subwords.
    static let keptBuckets = "subword_buckets"

    static let wordOffsets = "word_offsets"
    static let wordSlots = "word_slots"
    static let rows8 = "rows8"
    static let scales8 = "scales8"
    static let errors8 = "errors8"
    static let norms = "norms"
    static let rows4 = "rows4"
    static let scales4 = "scales4"
}

/// The files of word vectors: `config.json` with {"task": "words", "words": 400000, "dimensions": 50,
/// "subwords": {…}?, "checksums": {…}}, `vocab.txt` with a word a line, `model.safetensors` with their rows, and
/// `index.safetensors`, which is made when it is opened where there is none. All but the first are read where they lie.
extension ModelFiles {
    func vectors(_ config: Fields, named name: String, path: String?) throws(ModelError) -> StoredVectors {
        let count: Int
        let dimensions: Int
        let card: ModelCard
        var checksums: [String: String] = [:]
        do throws(FieldError) {
            count = try config.integer("words")
            dimensions = try config.integer("dimensions")
            guard (0...WordList.greatestCount).contains(count) else {
                throw FieldError(field: "words", reason: "\(count) came; expected 0 to \(WordList.greatestCount)")
            }
            guard (1...VectorTable.greatestDimensions).contains(dimensions) else {
                throw FieldError(
                    field: "dimensions",
                    reason: "\(dimensions) came; expected 1 to \(VectorTable.greatestDimensions)")
            }
            if config.has("checksums") {
                let fields = try config.fields("checksums")
                for name in fields.names { checksums[name] = try fields.string(name) }
            }
            card = try config.has("card") ? ModelCard(decoding: config.fields("card")) : ModelCard()
        } catch {
            throw refusal(.config, error)
        }
        let index = try placed(.index)
        // Each search reads it from end to end.
        if case .mapped(let file)? = index { file.preferLargePages() }
        let indexTensors = try index.map { (file) throws(ModelError) in try tensors(file, .index) }
        let words = try words(count, indexTensors)
        let weights = try tensors(file(.weights), .weights)
        let rows: VectorRows
        let counts: SharedElements<UInt64>
        do throws(FieldError) {
            rows = try self.rows(VectorTensor.embeddings, count, dimensions, weights)
            counts =
                try weights.has(VectorTensor.counts)
                ? weights.elements(VectorTensor.counts, .int64, [count]) : SharedElements([])
        } catch {
            throw refusal(.weights, error)
        }
        let subwords = try subwords(config, dimensions, weights)
        let quantized = try indexTensors.map { (tensors) throws(ModelError) in
            try quantizedRows(count, dimensions, tensors)
        }
        let table: VectorTable
        do throws(WordVectorsError) {
            table = try VectorTable(
                words: words, dimensions: dimensions, rows: rows, index: quantized, subwords: subwords, counts: counts)
        } catch {
            throw refusal(.weights, error)
        }
        guard !table.isPoisoned else {
            throw refusal(.weights, "a file was cut short while it was opened; import the vectors again")
        }
        return StoredVectors(name: name, path: path, table: table, card: card, checksums: checksums)
    }

    private func words(_ count: Int, _ index: PlacedTensors?) throws(ModelError) -> WordList {
        let file = try file(.vocabulary)
        guard let text: SharedElements<UInt8> = file.elements(0..<file.count) else {
            throw refusal(.vocabulary, "cannot be read where it lies; import the vectors again")
        }
        let words: WordList
        do {
            if let index {
                words = try WordList(
                    checking: WordList.Parts(
                        text: text, offsets: try index.elements(VectorTensor.wordOffsets, .uint32, [count + 1]),
                        slots: try index.elements(VectorTensor.wordSlots, .uint32)))
            } else {
                words = try WordList(lines: text)
            }
        } catch {
            throw refusal(index == nil ? .vocabulary : .index, error)
        }
        guard words.count == count else {
            throw refusal(.vocabulary, "\(words.count) words came; expected \(count), as config.json says")
        }
        return words
    }

    private func rows(
        _ name: String, _ count: Int, _ dimensions: Int, _ tensors: PlacedTensors
    ) throws(FieldError) -> VectorRows {
        let shape = [count, dimensions]
        guard tensors.type(of: name) == .int8 else { return .float32(try tensors.elements(name, .float32, shape)) }
        let scales: SharedElements<Float> = try tensors.elements(name + VectorTensor.scales, .float32, [count])
        guard scales.withUnsafeElements({ $0.allSatisfy(\.isFinite) }) else {
            throw FieldError(
                field: name + VectorTensor.scales,
                reason: "has a value that is no finite number; import the vectors again")
        }
        return .int8(try tensors.elements(name, .int8, shape), scales: scales)
    }

    private func subwords(
        _ config: Fields, _ dimensions: Int, _ tensors: PlacedTensors
    ) throws(ModelError) -> SubwordTable? {
        guard config.has("subwords") else { return nil }
        let scheme: SubwordScheme
        var read = ModelFileName.config
        do throws(FieldError) {
            scheme = try SubwordCoding.decode(config.fields("subwords")) { () throws(FieldError) in
                read = .weights
                let buckets: SharedElements<Int32> = try tensors.elements(VectorTensor.keptBuckets, .int32)
                var kept: [Int32: Int32] = [:]
                for row in 0..<buckets.count {
                    let known = kept.updateValue(Int32(truncatingIfNeeded: row), forKey: buckets[row])
                    guard known != nil else { continue }
                    throw FieldError(
                        field: VectorTensor.keptBuckets,
                        reason: "the bucket \(buckets[row]) came twice; expected each once: import the vectors again")
                }
                return kept
            }
        } catch {
            throw refusal(read, error)
        }
        do {
            try scheme.check()
            return try SubwordTable(
                scheme: scheme,
                rows: rows(VectorTensor.subwordEmbeddings, scheme.rowCount, dimensions, tensors),
                dimensions: dimensions)
        } catch {
            throw refusal(.weights, error)
        }
    }

    private func quantizedRows(
        _ count: Int, _ dimensions: Int, _ tensors: PlacedTensors
    ) throws(ModelError) -> QuantizedRows {
        do {
            var parts = QuantizedRows.Parts(
                values: try tensors.elements(VectorTensor.rows8, .uint8),
                scales: try tensors.elements(VectorTensor.scales8, .float32),
                errors: try tensors.elements(VectorTensor.errors8, .float32),
                norms: try tensors.elements(VectorTensor.norms, .float32))
            if tensors.has(VectorTensor.rows4) {
                parts.coarse = QuantizedRows.Coarse(
                    values: try tensors.elements(VectorTensor.rows4, .uint8),
                    scales: try tensors.elements(VectorTensor.scales4, .float32))
            }
            return try QuantizedRows(checking: parts, count: count, dimensions: dimensions)
        } catch {
            throw refusal(.index, error)
        }
    }

    private func file(_ name: ModelFileName) throws(ModelError) -> PlacedFile {
        guard let file = try placed(name) else {
            throw refusal(
                name, "is missing; word vectors need config.json, model.safetensors and vocab.txt: import them again")
        }
        return file
    }

    private func tensors(_ file: PlacedFile, _ name: ModelFileName) throws(ModelError) -> PlacedTensors {
        do throws(FieldError) { return try PlacedTensors(file) } catch { throw refusal(name, error) }
    }

    private func refusal(_ file: ModelFileName, _ reason: Any) -> ModelError {
        .invalid(path: place, file: file.rawValue, reason: "\(reason)")
    }

    /// - Parameter checksums: of the other files, by their names.
    static func config(
        words: Int, dimensions: Int, subwords: SubwordScheme?, checksums: [(name: String, value: String)],
        card: ModelCard
    ) -> JSONValue {
        var members: [(name: String, value: JSONValue)] = [
            ("format_version", .integer(Int64(formatVersion))),
            ("task", .string(StoredVectors.task)),
            ("words", .integer(Int64(words))),
            ("dimensions", .integer(Int64(dimensions))),
        ]
        if let subwords { members.append(("subwords", SubwordCoding.encode(subwords))) }
        members.append(
            ("checksums", .object(JSONObject(checksums.map { (name: $0.name, value: JSONValue.string($0.value)) }))))
        members.append(("card", card.encode()))
        return .object(JSONObject(members))
    }
}
