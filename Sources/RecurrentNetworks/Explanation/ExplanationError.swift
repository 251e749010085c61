/// Why an answer cannot be explained.
package enum ExplanationError: Error, Sendable, Equatable, CustomStringConvertible {
    /// The network has a decoder, or answers with two tensors.
    case unsupported(answer: LayerShape)
    /// More memory than one explanation may take.
    case tooLarge(steps: Int, bytes: Int)

    package var description: String {
        switch self {
        case .unsupported(let answer):
            return "the network answers with \(answer); a network without a decoder that answers with one vector, or "
                + "with one a step, can be explained"
        case .tooLarge(let steps, let bytes):
            return "to explain \(steps) steps of this network takes \(bytes >> 20) MiB; at most "
                + "\(SequenceExplainer.maximumMemory >> 20) MiB are allowed: explain a part of the text"
        }
    }
}
