/// Cuts steps into spans without gaps, each of one type, by what a network says of every step: the best such cut as a whole.
///
/// Where all that binds a tag is IOB2's rule, that an inside tag goes on with a span of its type, the best path needs of the
/// step before only how good each type was and which was best: its time is steps × types, where a chain of tags that
/// weighs all pairs takes steps × tags².
package struct SpanSearch: Sendable {
    /// The types, in the order of the labels that begin them.
    package let types: [String]
    /// For each type the label that begins a span and the one that goes on with it, nil where there is none.
    private let begins: [Int]
    private let insides: [Int?]
    private let labelCount: Int

    /// - Parameter labels: tags in the order of a network's outputs. Those that mark no span are never chosen.
    package init(labels: [String]) {
        let scheme = TagScheme(labels: labels)
        var types: [String] = []
        var begins: [Int] = []
        for (index, tag) in scheme.tags.enumerated() {
            guard case .begin(let type) = tag else { continue }
            types.append(type)
            begins.append(index)
        }
        self.types = types
        self.begins = begins
        insides = begins.map { scheme.followers[$0] }
        labelCount = labels.count
    }

    /// What the search works with, to be used for one text after another.
    package struct Scratch {
        fileprivate var best: [Float] = []
        fileprivate var next: [Float] = []
        /// (steps, types): the span goes on from the step before.
        fileprivate var goesOn: [Bool] = []
        /// For each step the best type of a span that ends before it.
        fileprivate var before: [Int] = []

        package init() {}
    }

    /// - Parameters:
    ///   - probabilities: (steps, labels) row-major.
    ///   - steps: those to be cut, within them.
    /// - Returns: spans one after another, that are all of `steps`. Of equal cuts, that of shorter spans and of earlier types.
    package func spans(
        of steps: Range<Int>, in probabilities: UnsafeBufferPointer<Float>, _ scratch: inout Scratch
    ) -> [(type: Int, steps: Range<Int>)] {
        let count = types.count
        guard count > 0, !steps.isEmpty, steps.lowerBound >= 0,
            probabilities.count / max(labelCount, 1) >= steps.upperBound
        else { return [] }
        scratch.best = [Float](repeating: 0, count: count)
        scratch.next = scratch.best
        scratch.goesOn = [Bool](repeating: false, count: count * steps.count)
        scratch.before = [Int](repeating: 0, count: steps.count)
        // The best path so far has the weight 1: products of many probabilities would be too small for a float.
        var leader = 0
        for (row, step) in steps.enumerated() {
            let at = step * labelCount
            scratch.before[row] = leader
            var greatest: Float = 0
            for type in 0..<count {
                let begun = probabilities[at + begins[type]]
                var weight = begun
                if row > 0, let inside = insides[type] {
                    let continued = scratch.best[type] * probabilities[at + inside]
                    if continued > begun {
                        weight = continued
                        scratch.goesOn[row * count + type] = true
                    }
                }
                scratch.next[type] = weight
                if weight > greatest {
                    greatest = weight
                    leader = type
                }
            }
            // Weights that are not numbers, or all zero, say nothing: every type is then as good.
            let scale = greatest > 0 && greatest.isFinite ? 1 / greatest : 0
            for type in 0..<count { scratch.best[type] = scale > 0 ? scratch.next[type] * scale : 1 }
        }
        var spans: [(type: Int, steps: Range<Int>)] = []
        var end = steps.upperBound
        var type = leader
        for step in steps.reversed() where !scratch.goesOn[(step - steps.lowerBound) * count + type] {
            spans.append((type, step..<end))
            end = step
            type = scratch.before[step - steps.lowerBound]
        }
        return spans.reversed()
    }
}
