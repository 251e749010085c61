/// How often each token occurs in some texts: what a vocabulary is made from.
package struct TokenCounts: Sendable {
    private let configuration: TextPipelineConfiguration
    /// Keyed by bytes, since equal strings may be spelt by different scalars.
    private var counts: [[UInt8]: Int] = [:]
    /// Tokens of one scalar, which are most of them where tokens are characters.
    private var scalars: [UInt32: Int] = [:]

    package init(configuration: TextPipelineConfiguration) {
        self.configuration = configuration
    }

    /// Counts a text's tokens, and the features of words, as far as a model reads it.
    package mutating func add(_ text: String) {
        var text = text
        text.withUTF8 { utf8 in
            var reader = TokenReader(utf8, configuration: configuration)
            var features: WordFeatures?
            if case .words(let affixes) = configuration.segmentation { features = WordFeatures(affixes: affixes) }
            var steps = 0
            while steps < configuration.maximumLength, reader.next() {
                if let scalar = reader.scalar {
                    scalars[scalar, default: 0] += 1
                } else {
                    counts[reader.utf8, default: 0] += 1
                }
                features?.forEach(of: reader.utf8, from: UnsafeBufferPointer(rebasing: utf8[reader.range])) {
                    if !$0.isEmpty { counts[Array($0), default: 0] += 1 }
                }
                steps += 1
            }
        }
    }

    /// In no order.
    package var entries: [(word: String, count: Int)] {
        scalars.map { (word: Unicode.Scalar($0.key).map { String(Character($0)) } ?? "", count: $0.value) }
            + counts.map { (word: String(decoding: $0.key, as: UTF8.self), count: $0.value) }
    }
}
