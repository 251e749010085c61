/// Why an answer cannot be explained.
package enum ExplanationError: Error, Sendable, Equatable, CustomStringConvertible {
    /// The network reads no ids, or its answer is not one vector.
    case unsupported(answer: LayerShape)
    /// More memory than one explanation may take.
    case tooLarge(steps: Int, bytes: Int)

    package var description: String {
        switch self {
        case .unsupported(let answer):
            return "the network answers with \(answer); a network that reads ids and answers with one vector can be "
                + "explained"
        case .tooLarge(let steps, let bytes):
            return "to explain \(steps) steps of this network takes \(bytes >> 20) MiB; at most "
                + "\(SequenceExplainer.maximumMemory >> 20) MiB are allowed: explain a part of the text"
        }
    }
}
