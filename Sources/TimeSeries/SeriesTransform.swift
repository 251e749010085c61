/// What is done to the targets before they are scaled, in this order whatever the order in a recipe.
package enum SeriesTransform: String, Sendable, CaseIterable {
    /// The natural logarithm, of values above 0.
    case log
    /// The natural logarithm of 1 + x, of values above −1.
    case log1p
    /// The change from the row before.
    case difference
}

/// The logarithm of a list of transforms, if it has one.
enum Logarithm {
    case none, log, log1p

    init(_ transforms: [SeriesTransform]) {
        self = transforms.contains(.log) ? .log : transforms.contains(.log1p) ? .log1p : .none
    }

    /// No value at or below it has one.
    var bound: Double {
        switch self {
        case .none: -.infinity
        case .log: 0
        case .log1p: -1
        }
    }

    func applied(to value: Double) -> Double {
        switch self {
        case .none: value
        case .log: naturalLogarithm(value)
        case .log1p: naturalLogarithm(ofOneMoreThan: value)
        }
    }

    func undone(_ value: Double) -> Double {
        switch self {
        case .none: value
        case .log: exponential(value)
        case .log1p: exponentialLessOne(value)
        }
    }
}
