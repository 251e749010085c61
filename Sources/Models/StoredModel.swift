import RecurrentNetworks
package import TextAnalysis

/// What a model directory holds: a network and what belongs to it, or a vectoriser, which has none.
package enum StoredModel: Sendable {
    case network(Model)
    case vectorizer(StoredVectorizer)

    package var name: String {
        switch self {
        case .network(let model): model.name
        case .vectorizer(let vectorizer): vectorizer.name
        }
    }

    /// Its directory, or nil for a built-in one.
    package var path: String? {
        switch self {
        case .network(let model): model.path
        case .vectorizer(let vectorizer): vectorizer.path
        }
    }

    /// As `config.json` names it.
    package var task: String {
        switch self {
        case .network(let model): model.task.rawValue
        case .vectorizer: StoredVectorizer.task
        }
    }

    package var card: ModelCard {
        switch self {
        case .network(let model): model.card
        case .vectorizer(let vectorizer): vectorizer.card
        }
    }

    /// Bytes in memory, nearly all of them.
    package var memory: Int {
        switch self {
        case .network(let model): model.network.memory + model.pipeline.vocabulary.memory
        case .vectorizer(let vectorizer): vectorizer.vectorizer.memory
        }
    }

    /// The network's part, for who can do nothing without one.
    package func network() throws(ModelError) -> Model {
        switch self {
        case .network(let model): return model
        case .vectorizer(let vectorizer):
            throw .invalid(
                path: vectorizer.path ?? vectorizer.name, file: ModelFileName.config.rawValue,
                reason: "task: 'vectorize' came; expected a model with a network: ask this one with sluice vectorize")
        }
    }
}

/// A fitted vectoriser as it is stored: what makes rows of numbers of texts, and its card.
package struct StoredVectorizer: Sendable {
    package static let task = "vectorize"

    package let name: String
    /// Its directory, or nil for one that was just fitted.
    package let path: String?
    package let vectorizer: Vectorizer
    package let card: ModelCard

    package init(name: String, path: String? = nil, vectorizer: Vectorizer, card: ModelCard = ModelCard()) {
        self.name = name
        self.path = path
        self.vectorizer = vectorizer
        self.card = card
    }
}
