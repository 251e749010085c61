import LanguageFeatures
import Models
import RecurrentNetworks
import TextAnalysis

/// `tag`: each token of a text has a tag. A recipe whose pipeline leaves white space out learns where it belongs, from
/// plain texts.
extension TaggedTexts: TaskRows {
    static func targets(for pipeline: TextPipeline) -> TrainingSet.Targets { .stepLabels }

    /// Each two tags may follow one another: their pairs are weighed at every step of a text.
    package static let maximumLabels = 1_000

    package static func read(_ file: DataFile, for recipe: Recipe) throws(DataError) -> TaggedTexts {
        var rows: [Row] = []
        try file.forEachTaggedRow(spacing: recipe.pipeline.normalization.dropWhiteSpace) { row, _ in rows.append(row) }
        let texts = TaggedTexts(rows: rows)
        guard texts.names.count >= 2 else {
            throw DataError(
                .oneClass, file: file.path, came: "tokens of \(texts.names.count) tags: \(texts.names.joined())",
                expected: "at least two tags to tell apart", hint: "is --label-column the column you mean?")
        }
        guard texts.names.count <= maximumLabels else {
            throw DataError(
                .tooManyLabels, file: file.path,
                came: "\(texts.names.count) different tags, such as \(listing(texts.names, atMost: 3, quoted: true))",
                expected: "at most \(maximumLabels)", hint: "is the last column the one of the tags?")
        }
        return texts
    }

    func reading(_ file: DataFile, for recipe: Recipe) throws(DataError) -> TaggedTexts {
        let known = Set(names)
        var rows: [Row] = []
        try file.forEachTaggedRow(spacing: recipe.pipeline.normalization.dropWhiteSpace) {
            (row, line) throws(DataError) in
            if let tag = row.tags.first(where: { !known.contains($0.text) }) {
                throw DataError(
                    .unknownLabel, file: file.path, line: line, came: "a text with the tag '\(excerpt(tag.text))'",
                    expected: "tags to train on: \(listing(names, atMost: 20, quoted: true))",
                    hint: "is the file one of the same tags?")
            }
            rows.append(row)
        }
        return replacing(with: rows)
    }

    var texts: [String] { rows.map(\.text) }

    var counts: [Int] {
        var counts = [Int](repeating: 0, count: names.count)
        for tag in rows.lazy.flatMap(\.tags) { if let index = indices[tag] { counts[Int(index)] += 1 } }
        return counts
    }

    /// A text has many tags: texts are drawn as they come.
    var strata: [Int32] { [Int32](repeating: 0, count: count) }

    func selecting(_ chosen: [Int]) -> TaggedTexts { replacing(with: chosen.map { rows[$0] }) }

    func appending(_ other: TaggedTexts?) -> TaggedTexts { replacing(with: rows + (other?.rows ?? [])) }

    func example(_ row: Int, with pipeline: TextPipeline) -> (ids: [Int32], targets: [Int32]) {
        let (encoded, ranges) = pipeline.encodeWithRanges(rows[row].text)
        return (encoded.ids, rows[row].stepTags(ranges).map { tag in tag.flatMap { indices[$0] } ?? -1 })
    }

    func weight(of row: Int, _ fit: FitOptions) -> Float { 1 }

    func report(of model: Model) -> EvaluationReport { .tagging(Evaluation.report(of: model, on: self)) }

    var summary: String {
        var types: [String] = []
        for type in names.compactMap({ TokenTag($0).type }) where !types.contains(type) { types.append(type) }
        return "A tagger of texts: \(listing(types.isEmpty ? names : types, atMost: 8))."
    }

    var note: String? {
        repairs == 0
            ? nil
            : "\(Quantity.count(repairs)) inside tags went on with nothing; they are taken for the beginning of a span"
    }
}
