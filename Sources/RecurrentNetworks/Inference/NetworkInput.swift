/// The steps that a network is given.
package enum NetworkInput {
    /// So many ids a step, (T, width), of a network that begins with an Embedding.
    case ids(UnsafeBufferPointer<Int32>, width: Int)
    /// So many numbers a step, (T, width), of a network that begins with an InputLayer.
    case features(UnsafeBufferPointer<Float>, width: Int)

    package var steps: Int {
        switch self {
        case .ids(let ids, let width): width > 0 ? ids.count / width : 0
        case .features(let features, let width): width > 0 ? features.count / width : 0
        }
    }

    /// Some of the steps.
    subscript(steps: Range<Int>) -> NetworkInput {
        switch self {
        case .ids(let ids, let width):
            .ids(.init(rebasing: ids[(steps.lowerBound * width)..<(steps.upperBound * width)]), width: width)
        case .features(let features, let width):
            .features(.init(rebasing: features[(steps.lowerBound * width)..<(steps.upperBound * width)]), width: width)
        }
    }
}
