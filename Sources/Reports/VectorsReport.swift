import JSON
import LanguageFeatures
package import Models
import WordVectors

/// What word vectors are, and a map of their most frequent words, as a page to look at.
package struct VectorsReport {
    package var vectors: StoredVectors

    package init(vectors: StoredVectors) {
        self.vectors = vectors
    }

    /// - Parameter progress: called now and then with the share that is done, 0 ... 1.
    package func page(progress: (Double) -> Void = { _ in }) -> [UInt8] {
        let map = EmbeddingMap(vectors.table, progress: progress)
        return ReportPage.bytes(
            title: vectors.name,
            data: .object(
                JSONObject([
                    ("name", .string(vectors.name)), ("task", .string(StoredVectors.task)), ("labels", .array([])),
                    ("overview", overview), ("training", .null), ("evaluation", .null), ("map", map?.json ?? .null),
                    ("texts", .null),
                ])))
    }

    private var overview: JSONValue {
        let (table, card) = (vectors.table, vectors.card)
        return .object(
            JSONObject([
                ("description", .string(card.description)), ("data", .string(card.data)),
                ("license", .string(card.license)), ("languages", .array(card.languages.map { .string($0) })),
                ("source", .string(vectors.path ?? "built-in")), ("vocabulary", .count(table.count)),
                ("dimensions", .count(table.dimensions)), ("memory", .count(table.memory)),
                ("weights", .string(table.rows.kind)),
                (
                    "subwords",
                    .string(
                        table.subwords.map { "made of \($0.scheme.rowCount) rows of n-grams" }
                            ?? "by their dictionary form or spelling alone")
                ),
                ("metrics", card.metricsJSON),
            ]))
    }
}

extension VectorRows {
    fileprivate var kind: String {
        switch self {
        case .float32: "float32, with a copy in 8 bits to search in"
        case .int8: "8 bits with a scale for each word"
        }
    }
}
