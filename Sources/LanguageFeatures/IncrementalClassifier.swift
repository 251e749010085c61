package import Models
package import RecurrentNetworks
import TextAnalysis

/// Classifies a text while it is written: only what follows a change is read again, where the model's network reads
/// forwards. The answer is the one that `Classifier` gives.
///
/// The ids are compared, not the texts, because a change may reach back: a combining mark joins the character before
/// it, and a word is known by its last letter.
package struct IncrementalClassifier: Sendable {
    private let classifier: Classifier
    private var reader: IncrementalReader

    package init(model: Model) {
        classifier = Classifier(model: model)
        reader = IncrementalReader(model.network)
    }

    package var model: Model { classifier.model }

    /// The steps that the last answer took.
    package var stepsRead: Int { reader.stepsRead }

    /// The bytes of the states that are kept.
    package var memory: Int { reader.memory }

    /// Why every answer reads the whole text; nil where it does not have to.
    package var obstacle: NetworkError? { model.network.plan.obstacleToReading }

    /// As `Classifier.classify`, for the text as it is now.
    package mutating func classify(_ text: String, top: Int? = nil) -> Classification {
        let encoded = model.pipeline.encode(text)
        let outputs = reader.output(ids: encoded.ids, width: encoded.width)
        return classifier.classification(outputs, of: encoded, top: top)
    }
}
