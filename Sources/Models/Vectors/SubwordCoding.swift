import JSON
import WordVectors

/// A subword scheme as config.json's `subwords`: {"method": "fasttext", "lengths": [3, 6], "buckets": 2000000}.
enum SubwordCoding {
    /// Which buckets were kept stands in a tensor: see `VectorTensor.keptBuckets`.
    static func encode(_ scheme: SubwordScheme) -> JSONValue {
        func range(_ range: ClosedRange<Int>) -> JSONValue {
            .array([.integer(Int64(range.lowerBound)), .integer(Int64(range.upperBound))])
        }
        func number(_ value: Int) -> JSONValue { .integer(Int64(value)) }
        let members: [(name: String, value: JSONValue)] =
            switch scheme {
            case .fastText(let lengths, let buckets, let kept):
                [("method", .string("fasttext")), ("lengths", range(lengths)), ("buckets", number(buckets))]
                    + (kept == nil ? [] : [("pruned", .bool(true))])
            case .jamo(let characters, let jamo, let buckets):
                [
                    ("method", .string("jamo")), ("lengths", range(characters)), ("jamo", range(jamo)),
                    ("buckets", number(buckets)),
                ]
            case .floret(let lengths, let buckets, let hashes, let seed, let start, let end):
                [
                    ("method", .string("floret")), ("lengths", range(lengths)), ("buckets", number(buckets)),
                    ("hashes", number(hashes)), ("seed", number(Int(seed))), ("start", .string(start)),
                    ("end", .string(end)),
                ]
            case .finalfusion(let lengths, let exponent):
                [("method", .string("finalfusion")), ("lengths", range(lengths)), ("exponent", number(exponent))]
            }
        return .object(JSONObject(members))
    }

    /// - Parameter kept: reads which buckets a pruned table has kept.
    static func decode(
        _ fields: Fields, kept: () throws(FieldError) -> [Int32: Int32]
    ) throws(FieldError) -> SubwordScheme {
        let method = try fields.string("method")
        let lengths = try range(fields, "lengths")
        switch method {
        case "fasttext":
            return .fastText(
                lengths: lengths, buckets: try fields.integer("buckets"),
                kept: try fields.bool("pruned", default: false) ? try kept() : nil)
        case "jamo":
            return .jamo(
                characters: lengths, jamo: try range(fields, "jamo"), buckets: try fields.integer("buckets"))
        case "floret":
            let seed = try fields.integer("seed")
            guard let seed = UInt32(exactly: seed) else {
                throw FieldError(
                    field: fields.path(of: "seed"), reason: "\(seed) came; expected 0 to \(UInt32.max)")
            }
            return .floret(
                lengths: lengths, buckets: try fields.integer("buckets"), hashes: try fields.integer("hashes"),
                seed: seed, start: try fields.string("start"), end: try fields.string("end"))
        case "finalfusion":
            return .finalfusion(lengths: lengths, exponent: try fields.integer("exponent"))
        default:
            throw fields.refusal(of: method, in: "method", known: ["fasttext", "jamo", "floret", "finalfusion"])
        }
    }

    private static func range(_ fields: Fields, _ name: String) throws(FieldError) -> ClosedRange<Int> {
        let values = try fields.array(name).compactMap(\.integer)
        guard values.count == 2, values[0] <= values[1] else {
            throw FieldError(field: fields.path(of: name), reason: "expected the shortest and the longest length")
        }
        return values[0]...values[1]
    }
}
