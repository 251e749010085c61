#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// How much a term weighs by how few of the texts have it.
package struct InverseFrequencies: Sendable, Equatable {
    /// By term.
    package let values: [Double]
    /// Of what has no column.
    private let unknown: Double

    /// - Parameters:
    ///   - documents: in how many of the texts each term is.
    ///   - all: how many texts there were.
    init(documents: [Int], of all: Int, _ configuration: VectorizerConfiguration) {
        let count = Double(all)
        let formula = VectorizerRules(configuration).inverseFrequency
        let values = documents.map { documents -> Double in
            let frequency = Double(documents)
            switch formula {
            case .smooth: return naturalLogarithm((1 + count) / (1 + frequency)) + 1
            // A term of a given vocabulary may be in none of the texts.
            case .plain: return frequency > 0 ? naturalLogarithm(count / frequency) + 1 : 0
            case .keras: return naturalLogarithm(1 + count / (1 + frequency))
            }
        }
        self.init(values: values, documents: all, configuration)
    }

    /// As they were stored.
    init(values: [Double], documents: Int, _ configuration: VectorizerConfiguration) {
        self.values = values
        unknown =
            switch configuration.compatibility {
            // A term that no text had.
            case .kerasTokenizer: naturalLogarithm(1 + Double(documents))
            default: values.isEmpty ? 0 : values.reduce(0, +) / Double(values.count)
            }
    }

    func weight(ofTerm term: Int) -> Double { values.indices.contains(term) ? values[term] : unknown }
}

func naturalLogarithm(_ value: Double) -> Double {
    #if canImport(Glibc)
        Glibc.log(value)
    #elseif canImport(Musl)
        Musl.log(value)
    #else
        Darwin.log(value)
    #endif
}
