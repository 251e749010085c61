import JSONRPC
import LanguageFeatures
import Models
import ServerProtocol

extension ModelStore {
    /// Gives `body` the vectors of that name or path, and what finds related words in them. With no name those of
    /// `defaultVectors`.
    func use<R>(
        vectors name: String?, for words: [String],
        _ body: (_ name: String, RelatedWords) throws(ResponseError) -> R
    ) throws(ResponseError) -> R {
        try use(self.name(ofVectors: name, for: words)) { (model) throws(ResponseError) in
            guard let related = model.relatedWords else {
                throw ResponseError(
                    .invalidParams, "\"\(model.name)\" has no word vectors: its task is to \(model.task)",
                    hint:
                        "name word vectors, or a model whose first layer is an embedding of words; models/list shows them"
                )
            }
            return try body(model.name, related)
        }
    }

    /// Which vectors are meant.
    func name(ofVectors name: String?, for words: [String]) throws(ResponseError) -> String {
        if let name { return name }
        return try defaultVectors(for: words)
    }

    /// Those that `use` would give, where they are in memory.
    func ready(vectors name: String?, for words: [String]) -> RelatedWords? {
        (try? self.name(ofVectors: name, for: words)).flatMap { ready($0)?.relatedWords }
    }
}
