import JSON
import Numerics
import TextAnalysis

/// The files of a stored vectoriser: `config.json` with {"task": "vectorize", "vectorizer": {…}, "documents": 50000},
/// `vocab.txt` (see `Vectorizer.lines`), and where terms are weighted `model.safetensors` with `idf`, (terms) of float64.
extension ModelFiles {
    private static let weights = "idf"

    func vectorizer(_ config: Fields, named name: String, path: String?) throws(ModelError) -> StoredVectorizer {
        let configuration: VectorizerConfiguration
        let documents: Int
        let source: String?
        let card: ModelCard
        do throws(FieldError) {
            configuration = try VectorizerCoding.decode(config.value("vectorizer", expected: "an object")).configuration
            documents = try config.integer("documents")
            guard documents >= 0 else {
                throw FieldError(field: "documents", reason: "\(documents) came; expected 0 or more")
            }
            source = try config.has("terms_of") ? config.string("terms_of") : nil
            card = try config.has("card") ? ModelCard(decoding: config.fields("card")) : ModelCard()
        } catch {
            throw .invalid(path: place, file: ModelFileName.config.rawValue, reason: error.description)
        }
        let vocabulary = try bytes(.vocabulary, Self.maximumVocabulary)
        let weights = try configuration.method == .tfIdf ? self.weights(atMost: vocabulary.count) : nil
        do {
            let vectorizer = try vocabulary.withUnsafeBytes { (lines) throws(VectorizerError) -> Vectorizer in
                try Vectorizer(
                    configuration, lines: lines, documents: documents, weights: weights, sourceName: source)
            }
            return StoredVectorizer(name: name, path: path, vectorizer: vectorizer, card: card)
        } catch {
            throw .invalid(path: place, file: ModelFileName.vocabulary.rawValue, reason: error.description)
        }
    }

    /// - Parameter terms: a term takes a byte at least.
    private func weights(atMost terms: Int) throws(ModelError) -> [Double] {
        let file = try bytes(.weights, 8 + SafeTensors.maximumHeader + 8 * terms)
        do {
            return try file.withUnsafeBytes { (bytes) throws(FieldError) -> [Double] in
                guard let entry = try SafeTensors(bytes).entries[Self.weights] else {
                    throw FieldError(field: Self.weights, reason: "is missing; expected the weights of the terms")
                }
                guard entry.type == .float64, entry.shape.count == 1 else {
                    throw FieldError(
                        field: Self.weights,
                        reason:
                            "\(entry.type.rawValue) of the shape \(entry.shape) came; expected F64, one for each term")
                }
                let values: [Double] = Elements.values(UnsafeRawBufferPointer(rebasing: bytes[entry.bytes]))
                guard values.allSatisfy(\.isFinite) else {
                    throw FieldError(field: Self.weights, reason: "has a value that is no finite number; fit it again")
                }
                return values
            }
        } catch {
            throw .invalid(path: place, file: ModelFileName.weights.rawValue, reason: error.description)
        }
    }

    static func files(of stored: StoredVectorizer) -> [(ModelFileName, [UInt8])] {
        let vectorizer = stored.vectorizer
        var config: [(name: String, value: JSONValue)] = [
            ("format_version", .integer(Int64(formatVersion))),
            ("task", .string(StoredVectorizer.task)),
            ("vectorizer", VectorizerCoding.encode(vectorizer.configuration)),
            ("documents", .integer(Int64(vectorizer.documents))),
        ]
        if let source = vectorizer.sourceName { config.append(("terms_of", .string(source))) }
        config.append(("card", stored.card.encode()))
        var files: [(ModelFileName, [UInt8])] = [
            (.config, Array((JSONValue.object(JSONObject(config)).prettyPrinted() + "\n").utf8)),
            (.vocabulary, vectorizer.lines()),
            (.card, Array(stored.card.readMe(of: stored).utf8)),
        ]
        if let weights = vectorizer.weights?.values {
            files.append(
                (
                    .weights,
                    SafeTensors.file(of: [(Self.weights, .float64, [weights.count], Elements.bytes(weights))])
                ))
        }
        return files
    }
}
