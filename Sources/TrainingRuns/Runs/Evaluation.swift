package import LanguageFeatures
package import Models
package import TextAnalysis

/// How a model does on texts whose labels are known.
package enum Evaluation {
    /// A row with what the model answered.
    package enum Reading {
        case classified(text: String, truth: String, Classification.Score)
        /// `predicted` has a tag for each token of the row.
        case tagged(TaggedTexts.Row, predicted: [TokenTag], TaggedText)
    }

    /// Asks the model about every row of a file, holding no more than one.
    ///
    /// - Parameters:
    ///   - repeats: rows that repeat one of these are left out.
    ///   - progress: called with the rows done so far, now and then; false stops the reading, and the report is of
    ///     those.
    ///   - read: called with every row.
    package static func report(
        of model: Model, on file: DataFile, without repeats: TextRepeats? = nil,
        progress: (Int) -> Bool = { _ in true }, read: (Reading) -> Void = { _ in }
    ) throws(DataError) -> EvaluationReport {
        var count = 0
        var lines = 0
        func isWanted() -> Bool {
            lines += 1
            // Writing a text takes longer than reading it.
            return !lines.isMultiple(of: model.task == .translate ? 8 : 256) || progress(count)
        }
        switch model.task {
        case .classify:
            var tally = ClassificationTally(model)
            try file.forEachRow(while: isWanted) { (text, label, line) throws(DataError) in
                guard repeats?.contains(text) != true else { return }
                guard let answer = tally.add(text, truth: label) else {
                    throw unknownLabel(label, of: model, file: file, line)
                }
                read(.classified(text: text, truth: label, answer))
                count += 1
            }
            return .classification(tally.report)
        case .tag:
            var tally = TaggingTally(model)
            try file.forEachTaggedRow(spacing: model.tagsSpacing, while: isWanted) { (row, line) throws(DataError) in
                guard repeats?.contains(row.text) != true else { return }
                if let tag = row.tags.first(where: { !tally.known.contains($0) }) {
                    throw unknownLabel(tag.text, of: model, file: file, line)
                }
                let (predicted, answer) = tally.add(row)
                read(.tagged(row, predicted: predicted, answer))
                count += 1
            }
            return .tagging(tally.report)
        case .translate:
            var tally = TranslationTally(model)
            try file.forEachTranslation(while: isWanted) { text, translation, _ in
                guard repeats?.contains(text) != true else { return }
                // A long text is left in the middle, and then not counted.
                if tally.add(text, translation, while: { progress(count) }) { count += 1 }
            }
            return .translation(tally.report)
        case .generate:
            var tally = GenerationTally(model)
            try file.forEachText(while: isWanted) { (text, label, line) throws(DataError) in
                guard repeats?.contains(text) != true else { return }
                guard tally.add(text, label: label) else {
                    throw unknownLabel(label ?? "", of: model, file: file, line)
                }
                count += 1
            }
            return .generation(tally.report)
        }
    }

    /// How many rows of a file `report` would ask the model about.
    ///
    /// - Parameter isWanted: asked now and then; false ends the reading there.
    package static func rowCount(
        of file: DataFile, for model: Model, while isWanted: () -> Bool
    ) throws(DataError) -> Int {
        var count = 0
        var lines = 0
        func goesOn() -> Bool {
            lines += 1
            return !lines.isMultiple(of: 4_096) || isWanted()
        }
        switch model.task {
        case .classify: try file.forEachRow(while: goesOn) { _, _, _ in count += 1 }
        case .tag: try file.forEachTaggedRow(spacing: model.tagsSpacing, while: goesOn) { _, _ in count += 1 }
        case .translate: try file.forEachTranslation(while: goesOn) { _, _, _ in count += 1 }
        case .generate: try file.forEachText(while: goesOn) { _, _, _ in count += 1 }
        }
        return count
    }

    /// A report on rows in memory; those whose label the model does not have are left out.
    package static func report(of model: Model, on rows: LabelledTexts) -> ClassificationReport {
        var tally = ClassificationTally(model)
        for (text, label) in zip(rows.texts, rows.labels) { _ = tally.add(text, truth: rows.names[Int(label)]) }
        return tally.report
    }

    package static func report(of model: Model, on texts: TaggedTexts) -> TaggingReport {
        var tally = TaggingTally(model)
        for row in texts.rows { tally.add(row) }
        return tally.report
    }

    package static func report(of model: Model, on rows: TranslatedTexts) -> TranslationReport {
        var tally = TranslationTally(model)
        for (text, translation) in zip(rows.texts, rows.translations) { _ = tally.add(text, translation) }
        return tally.report
    }

    private struct ClassificationTally {
        private let classifier: Classifier
        private let indices: [String: Int]
        private(set) var report: ClassificationReport

        init(_ model: Model) {
            classifier = Classifier(model: model)
            indices = Dictionary(model.labels.enumerated().map { ($1, $0) }) { first, _ in first }
            report = ClassificationReport(labels: model.labels)
        }

        /// Nil where the model has no such label.
        mutating func add(_ text: String, truth: String) -> Classification.Score? {
            guard let truth = indices[truth] else { return nil }
            let answer = classifier.classify(text, top: 1)
            report.add(truth: truth, predicted: indices[answer.label] ?? 0, probability: answer.probability)
            return answer.labels.first
        }
    }

    /// What is counted are the tokens of the data, whatever steps the model reads.
    private struct TaggingTally {
        private let tagger: Tagger
        private let outside: TokenTag
        let known: Set<TokenTag>
        private(set) var report: TaggingReport

        init(_ model: Model) {
            let tags = model.labels.map { TokenTag($0) }
            tagger = Tagger(model: model)
            known = Set(tags)
            outside = tags.first { $0.type == nil } ?? .other("O")
            report = TaggingReport(labels: model.labels)
        }

        @discardableResult
        mutating func add(_ row: TaggedTexts.Row) -> (predicted: [TokenTag], TaggedText) {
            let answer = tagger.tag(row.text)
            let predicted = row.tokenTags(
                answer.tokens.map { TokenTag($0.tag) }, answer.tokens.map(\.range), outside: outside)
            report.add(truth: TagScheme.repaired(row.tags).tags, predicted: predicted)
            return (predicted, answer)
        }
    }

    /// A reference counts as the pipeline has it: a model that reads lower case writes lower case.
    private struct TranslationTally {
        private let translator: Translator
        private(set) var report = TranslationReport()

        init(_ model: Model) { translator = Translator(model: model) }

        /// False where it was not wanted to the end. What cannot be translated is as good as left empty.
        mutating func add(_ text: String, _ translation: String, while isWanted: () -> Bool = { true }) -> Bool {
            let written: String
            do throws(TranslationError) {
                guard let answer = try translator.translate(text, while: isWanted) else { return false }
                written = answer.text
            } catch {
                written = ""
            }
            report.add(reference: translator.model.pipeline.normalized(translation), translation: written)
            return true
        }
    }

    private static func unknownLabel(_ label: String, of model: Model, file: DataFile, _ line: Int) -> DataError {
        let kind = model.task == .tag ? "tag" : "label"
        return DataError(
            .unknownLabel, file: file.path, line: line, came: "the \(kind) '\(excerpt(label))'",
            expected: "one of the model's: \(listing(model.labels, atMost: 20, quoted: true))",
            hint: "is --label-column the column you mean, and the model the one for this data?")
    }
}
