import RecurrentNetworks
package import TextAnalysis
import WordVectors

/// What a model directory holds: a network that reads texts and what belongs to it, a network that foresees time series,
/// a vectoriser or a table of word vectors, which have none.
package enum StoredModel: Sendable {
    case network(Model)
    case vectorizer(StoredVectorizer)
    case vectors(StoredVectors)
    case forecaster(StoredForecaster)

    package var name: String {
        switch self {
        case .network(let model): model.name
        case .vectorizer(let vectorizer): vectorizer.name
        case .vectors(let vectors): vectors.name
        case .forecaster(let forecaster): forecaster.name
        }
    }

    /// Its directory, or nil for a built-in one.
    package var path: String? {
        switch self {
        case .network(let model): model.path
        case .vectorizer(let vectorizer): vectorizer.path
        case .vectors(let vectors): vectors.path
        case .forecaster(let forecaster): forecaster.path
        }
    }

    /// As `config.json` names it.
    package var task: String {
        switch self {
        case .network(let model): model.task.rawValue
        case .vectorizer: StoredVectorizer.task
        case .vectors: StoredVectors.task
        case .forecaster: StoredForecaster.task
        }
    }

    package var card: ModelCard {
        switch self {
        case .network(let model): model.card
        case .vectorizer(let vectorizer): vectorizer.card
        case .vectors(let vectors): vectors.card
        case .forecaster(let forecaster): forecaster.card
        }
    }

    /// Bytes in memory, nearly all of them; of word vectors, which are mapped, those that they may come to.
    package var memory: Int {
        switch self {
        case .network(let model): model.network.memory + model.pipeline.vocabulary.memory
        case .vectorizer(let vectorizer): vectorizer.vectorizer.memory
        case .vectors(let vectors): vectors.table.memory
        case .forecaster(let forecaster): forecaster.network.memory
        }
    }

    /// The network that reads texts, for who can do nothing without one.
    package func network() throws(ModelError) -> Model {
        if case .network(let model) = self { return model }
        let command =
            switch self {
            case .network, .vectorizer: "vectorize"
            case .vectors: "similar"
            case .forecaster: "forecast"
            }
        throw .invalid(
            path: path ?? name, file: ModelFileName.config.rawValue,
            reason:
                "task: '\(task)' came; expected a model whose network reads texts: ask this one with sluice \(command)")
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
