package import TextAnalysis

/// How well tags were predicted: add each text's, then ask.
///
/// A span counts as found where type, beginning and end are right, as conlleval and seqeval count. Figures are those of
/// seqeval in its default mode, with `zero_division=0`.
package struct TaggingReport: Sendable, Equatable {
    package struct Figures: Sendable, Equatable {
        package let precision: Double
        package let recall: Double
        package let f1: Double
        /// Spans that are there.
        package let support: Int
    }

    private struct Count: Equatable {
        var found = 0
        var predicted = 0
        var there = 0

        var figures: Figures {
            func ratio(_ part: Int, _ whole: Int) -> Double { whole == 0 ? 0 : Double(part) / Double(whole) }
            return Figures(
                precision: ratio(found, predicted), recall: ratio(found, there),
                f1: ratio(2 * found, predicted + there),
                support: there)
        }
    }

    /// The types of spans, in the order of the labels.
    package let types: [String]
    private var counts: [String: Count]
    /// Texts, and their tokens.
    package private(set) var count = 0
    package private(set) var tokens = 0
    private var correct = 0

    package init(labels: [String]) {
        var types: [String] = []
        for type in labels.compactMap({ TokenTag($0).type }) where !types.contains(type) { types.append(type) }
        self.types = types
        counts = Dictionary(uniqueKeysWithValues: types.map { ($0, Count()) })
    }

    /// Both have a tag for each token.
    package mutating func add(truth: [TokenTag], predicted: [TokenTag]) {
        count += 1
        tokens += truth.count
        correct += zip(truth, predicted).count { $0 == $1 }
        let (there, found) = (Set(TagSpan.all(in: truth)), Set(TagSpan.all(in: predicted)))
        for span in there { counts[span.type, default: Count()].there += 1 }
        for span in found {
            counts[span.type, default: Count()].predicted += 1
            if there.contains(span) { counts[span.type, default: Count()].found += 1 }
        }
    }

    /// The share of the tokens whose tag is right; 0 where there are none, as every figure here.
    package var accuracy: Double { tokens == 0 ? 0 : Double(correct) / Double(tokens) }

    /// Over the spans of all types (the micro average).
    package var overall: Figures {
        counts.values.reduce(into: Count()) { sum, count in
            sum.found += count.found
            sum.predicted += count.predicted
            sum.there += count.there
        }.figures
    }

    package func figures(of type: String) -> Figures { counts[type, default: Count()].figures }

    /// The mean of the F1 of the types that are there or predicted at least once.
    package var macroF1: Double {
        let seen = counts.values.filter { $0.there + $0.predicted > 0 }
        // In an order of its own, since that of a dictionary differs from run to run, and sums with it.
        return seen.isEmpty ? 0 : seen.map(\.figures.f1).sorted().reduce(0, +) / Double(seen.count)
    }
}
