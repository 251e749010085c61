import JSON
import LanguageFeatures

extension EmbeddingMap {
    /// By column, which is shorter than by token.
    var json: JSONValue {
        func column(_ value: (Entry) -> JSONValue) -> JSONValue { .array(entries.map(value)) }
        return .object(
            JSONObject([
                ("dimension", .count(dimension)),
                ("explained", .array(explainedVariance.map { .decimals($0, 4) })),
                ("words", column { .string($0.word) }),
                ("counts", column { $0.count.map { .count($0) } ?? .null }),
                ("x", column { .decimals($0.x, 4) }), ("y", column { .decimals($0.y, 4) }),
                ("clusterX", column { .decimals($0.clusterX, 3) }), ("clusterY", column { .decimals($0.clusterY, 3) }),
                ("label", column { $0.label.map { .count($0) } ?? .null }),
                ("probability", column { $0.probability.map { .decimals($0, 3) } ?? .null }),
                ("neighbours", column { .array($0.neighbours.map { .count($0.entry) }) }),
                ("cosines", column { .array($0.neighbours.map { .decimals($0.cosine, 3) }) }),
            ]))
    }
}
