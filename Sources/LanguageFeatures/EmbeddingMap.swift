package import Models
import Numerics
import RecurrentNetworks
import TextAnalysis
package import WordVectors

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Which tokens does a model take to be alike? The embeddings of its most frequent tokens, or the vectors of the most
/// frequent words of a table, laid out in a plane in two ways, each with its nearest neighbours and what the model answers
/// to it alone.
package struct EmbeddingMap: Sendable, Equatable {
    package struct Entry: Sendable, Equatable {
        package let word: String
        package let id: Int
        /// How often training saw it; nil where that was not kept.
        package let count: Int?
        /// Along the first two principal components.
        package let x, y: Double
        /// Where t-SNE puts it: near its neighbours.
        package let clusterX, clusterY: Double
        /// The most alike first, by the cosine of the angle between the embeddings, −1 ... 1; never itself.
        package let neighbours: [Neighbour]
        /// The most probable label where this row of the table is all that the model reads: an index of the model's
        /// labels. Nil where the model gives no labels.
        package let label: Int?
        /// Of the label, 0 ... 1; of a CRF's scores their softmax.
        package let probability: Double?
    }

    package struct Neighbour: Sendable, Equatable {
        /// An index of `entries`.
        package let entry: Int
        package let cosine: Double
    }

    /// The most frequent first; in the order of their ids where no counts were kept.
    package let entries: [Entry]
    /// Numbers of an embedding.
    package let dimension: Int
    /// The shares of the variance that the two axes of the plane have.
    package let explainedVariance: [Double]

    package static let largestSize = 3_000
    /// Numbers of an embedding: the work of the principal components grows with their cube.
    package static let widestEmbedding = 512

    /// - Parameters:
    ///   - size: how many tokens; the model may have fewer.
    ///   - neighbours: how many of each.
    ///   - progress: called with the share that is done, 0 ... 1.
    /// - Returns: nil where the model has no table of tokens, or wider embeddings than are mapped.
    package init?(
        _ model: Model, size: Int = largestSize, neighbours: Int = 10, progress: (Double) -> Void = { _ in }
    ) {
        let vocabulary = model.pipeline.vocabulary
        guard let first = model.network.plan.layers.first, let options = first.configuration.embeddingOptions,
            options.outputDimension <= Self.widestEmbedding, let name = first.weights.first?.name,
            let table = model.network.weights[name]
        else { return nil }
        let known = vocabulary.entries(from: 2).filter { $0.id < options.inputDimension }
        let chosen = known.sorted { ($1.count ?? 0, $0.id) < ($0.count ?? 0, $1.id) }.prefix(size)
        guard chosen.count > 2 else { return nil }

        let labels = Labels(model)
        let tokens = chosen.map { entry in
            let answer = labels?.answer(to: entry.id)
            return Token(
                word: entry.word, id: entry.id, count: entry.count,
                row: table.row(entry.id, of: options.outputDimension),
                label: answer?.label, probability: answer?.probability)
        }
        self.init(tokens, neighbours: neighbours, progress: progress)
    }

    /// The first words of a table, which are its most frequent where it stands in that order.
    ///
    /// - Returns: nil of fewer than three words, or wider vectors than are mapped.
    package init?(
        _ table: VectorTable, size: Int = largestSize, neighbours: Int = 10, progress: (Double) -> Void = { _ in }
    ) {
        guard table.count > 2, table.dimensions <= Self.widestEmbedding else { return nil }
        let tokens = (0..<min(size, table.count)).compactMap { index -> Token? in
            let row = table.vector(at: index)
            // A damaged row would put all the others nowhere.
            guard row.allSatisfy(\.isFinite) else { return nil }
            return Token(
                word: table.words[index], id: index,
                count: table.counts.count > index ? Int(clamping: table.counts[index]) : nil, row: row)
        }
        guard tokens.count > 2 else { return nil }
        self.init(tokens, neighbours: neighbours, progress: progress)
    }

    /// What is put on the map.
    private struct Token {
        var word: String
        var id: Int
        var count: Int?
        var row: [Float]
        var label: Int?
        var probability: Double?
    }

    private init(_ tokens: [Token], neighbours: Int, progress: (Double) -> Void) {
        dimension = tokens.first?.row.count ?? 0
        let rows = tokens.map(\.row)
        let components = PrincipalComponents(of: rows, count: 2)
        explainedVariance = components.explainedVariance
        let nearest = Self.nearest(rows, count: neighbours)
        progress(0.1)
        let clusters = StochasticNeighbourEmbedding(of: rows, from: components.coordinates) { progress(0.1 + 0.9 * $0) }
        entries = tokens.enumerated().map { index, token in
            let place = components.coordinates[index]
            return Entry(
                word: token.word, id: token.id, count: token.count, x: place.first ?? 0,
                y: place.count > 1 ? place[1] : 0, clusterX: Double(clusters.x[index]),
                clusterY: Double(clusters.y[index]), neighbours: nearest[index], label: token.label,
                probability: token.probability)
        }
    }

    private static func nearest(_ rows: [[Float]], count: Int) -> [[Neighbour]] {
        let unit = rows.map { row in
            let length = row.reduce(0) { $0 + $1 * $1 }.squareRoot()
            return length > 0 ? row.map { $0 / length } : row
        }
        return unit.indices.map { index in
            let row = unit[index]
            var best: [(cosine: Float, entry: Int)] = []
            for other in unit.indices where other != index {
                let cosine = unit[other].withUnsafeBufferPointer { b in
                    row.withUnsafeBufferPointer { a in
                        var sum: Float = 0
                        for i in 0..<min(a.count, b.count) { sum += a[i] * b[i] }
                        return sum
                    }
                }
                if best.count == count, let last = best.last, cosine <= last.cosine { continue }
                // Of equals the more frequent stays first.
                let place = best.firstIndex { $0.cosine < cosine } ?? best.count
                best.insert((cosine, other), at: place)
                if best.count > count { best.removeLast() }
            }
            return best.map { Neighbour(entry: $0.entry, cosine: Double($0.cosine)) }
        }
    }

    /// What a model answers to one row of its table alone.
    private struct Labels {
        let model: Model

        init?(_ model: Model) {
            let plan = model.network.plan
            guard !model.labels.isEmpty, plan.decoderStart == nil, plan.output.features == model.labels.count else {
                return nil
            }
            self.model = model
        }

        func answer(to id: Int) -> (label: Int, probability: Double) {
            var step = [Int32](repeating: 0, count: max(1, model.pipeline.width))
            step[0] = Int32(truncatingIfNeeded: id)
            let outputs = step.withUnsafeBufferPointer { model.network.predict(ids: $0, width: step.count) }
            let label = outputs.indices.reduce(0) { outputs[$1] > outputs[$0] ? $1 : $0 }
            guard case .conditionalRandomField? = model.network.configuration.layers.last else {
                return (label, outputs.isEmpty ? 0 : Double(outputs[label]))
            }
            let sum = outputs.reduce(0) { $0 + exp(Double($1 - outputs[label])) }
            return (label, 1 / max(1, sum))
        }
    }
}

extension Tensor {
    /// A row of a checked table (rows, columns).
    fileprivate func row(_ row: Int, of columns: Int) -> [Float] {
        let range = row * columns..<(row + 1) * columns
        switch values {
        case .float32(let values): return Array(values[range])
        case .int8(let values, let scales): return values[range].map { scales[row] * Float($0) }
        }
    }
}
