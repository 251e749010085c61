import Numerics
import RecurrentNetworks
import TextAnalysis
package import WordVectors

/// A table of word vectors as it is stored, and its card.
package struct StoredVectors: Sendable {
    package static let task = "words"

    package let name: String
    /// Its directory, or nil for a built-in one and for one that was just made.
    package let path: String?
    package let table: VectorTable
    package let card: ModelCard
    /// Of the files by their names, taken when they were made: see `verify`.
    package let checksums: [String: String]

    package init(
        name: String, path: String? = nil, table: VectorTable, card: ModelCard = ModelCard(),
        checksums: [String: String] = [:]
    ) {
        self.name = name
        self.path = path
        self.table = table
        self.card = card
        self.checksums = checksums
    }
}

extension StoredVectors {
    /// What the first layer of a trained network knows of the tokens of its vocabulary, without the reserved ones, in
    /// their order. Nil where that layer is no embedding, or where there are no tokens.
    package static func embedding(of model: Model) throws(ModelError) -> StoredVectors? {
        let vocabulary = model.pipeline.vocabulary
        guard let layer = model.network.plan.layers.first, layer.configuration.embeddingOptions != nil,
            let tensor = model.network.weights[layer.name + "/embeddings"], tensor.shape.count == 2,
            tensor.shape[0] >= vocabulary.count
        else { return nil }
        let dimensions = tensor.shape[1]
        var builder = WordListBuilder()
        var ids: [Int] = []
        for id in Vocabulary.reserved.count..<max(Vocabulary.reserved.count, vocabulary.count) {
            guard var word = vocabulary.word(at: id),
                word.withUTF8({ builder.append(UnsafeRawBufferPointer($0)) })
            else { continue }
            ids.append(id)
        }
        guard !ids.isEmpty else { return nil }
        let rows: VectorRows =
            switch tensor.values {
            case .float32(let values):
                .float32(SharedElements(ids.flatMap { values[$0 * dimensions..<($0 + 1) * dimensions] }))
            case .int8(let values, let scales):
                .int8(
                    SharedElements(ids.flatMap { values[$0 * dimensions..<($0 + 1) * dimensions] }),
                    scales: SharedElements(ids.map { scales[$0] }))
            }
        let counts = ids.compactMap { vocabulary.count(at: $0).flatMap { UInt64(exactly: $0) } }
        let table: VectorTable
        do throws(WordVectorsError) {
            table = try VectorTable(
                words: builder.finish(), dimensions: dimensions, rows: rows,
                counts: SharedElements(counts.count == ids.count ? counts : []))
        } catch {
            throw .invalid(
                path: model.path ?? model.name, file: ModelFileName.weights.rawValue, reason: error.description)
        }
        return StoredVectors(name: model.name, path: model.path, table: table, card: model.card)
    }
}
