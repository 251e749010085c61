/// Texts and their labels, each label's name kept once.
package struct LabelledTexts: Sendable, Equatable {
    package private(set) var texts: [String] = []
    /// An index of `names` for each text.
    package private(set) var labels: [Int32] = []
    /// In the order of their first appearance, or sorted after `sortNames`.
    package private(set) var names: [String] = []
    private var indices: [String: Int32] = [:]

    package init() {}

    package var count: Int { texts.count }

    package mutating func append(_ text: String, label: String) {
        if let index = indices[label] {
            labels.append(index)
        } else {
            let index = Int32(names.count)
            indices[label] = index
            names.append(label)
            labels.append(index)
        }
        texts.append(text)
    }

    /// Numbers in order when every name is one, else by their code points: the same for any order of the rows.
    package mutating func sortNames() {
        let numbers = names.map { Int($0) }
        let order =
            numbers.contains(nil)
            ? names.indices.sorted { names[$0].unicodeScalars.lexicographicallyPrecedes(names[$1].unicodeScalars) }
            : names.indices.sorted { (numbers[$0] ?? 0) < (numbers[$1] ?? 0) }
        var renumbered = [Int32](repeating: 0, count: names.count)
        for (new, old) in order.enumerated() { renumbered[old] = Int32(new) }
        names = order.map { names[$0] }
        labels = labels.map { renumbered[Int($0)] }
        indices = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, Int32($0)) })
    }

    /// The rows at `rows`, under the same names.
    package func selecting(_ rows: [Int]) -> LabelledTexts {
        var result = self
        result.texts = rows.map { texts[$0] }
        result.labels = rows.map { labels[$0] }
        return result
    }

    /// The rows of both, under these names; `other` has no others.
    package func appending(_ other: LabelledTexts?) -> LabelledTexts {
        var result = self
        for (text, label) in zip(other?.texts ?? [], other?.labels ?? []) {
            result.append(text, label: other?.names[Int(label)] ?? "")
        }
        return result
    }

    /// Of rows with the same text the last one: who corrects twice means the second.
    package func lastOfEachText() -> LabelledTexts {
        var last: [String: Int] = [:]
        for (row, text) in texts.enumerated() { last[text] = row }
        return selecting(texts.indices.filter { last[texts[$0]] == $0 })
    }

    /// How many texts each name has, in the order of `names`.
    package var counts: [Int] {
        var counts = [Int](repeating: 0, count: names.count)
        for label in labels { counts[Int(label)] += 1 }
        return counts
    }
}
