package import LanguageFeatures
package import Models
package import RecurrentNetworks
import TextAnalysis

/// From a file of labelled texts and a recipe to a model directory.
package struct TrainingRun: Sendable {
    package var data: DataFile
    /// Rows that training never sees, to measure the finished model with.
    package var heldOut: DataFile?
    /// Corrections to learn from too, each as if it were `feedbackWeight` rows; never validated with.
    package var feedback: DataFile?
    package var feedbackWeight: Float = 4
    package var recipe: Recipe
    /// The model directory. The model is called after it.
    package var output: String
    package var weights = WeightFormat.float32
    package var threads = 1
    /// Go on from the checkpoint of an interrupted training of the same, where there is one.
    package var resumes = false
    /// Seconds between checkpoints; one more is kept at each epoch's end.
    package var checkpointInterval = 60.0
    /// IETF language tags; nil: judged by the letters of the texts.
    package var languages: [String]?
    package var license = ""
    /// For the card: what the model does, and where its data comes from; nil: said from the labels and the file's name.
    package var description: String?
    package var source: String?

    /// A matrix of who was taken for whom, of 8 bytes for each two labels, is made when a model is measured.
    package static let maximumLabels = 5_000

    package init(data: DataFile, recipe: Recipe, output: String) {
        self.data = data
        self.recipe = recipe
        self.output = output
    }

    /// What happens, as it happens.
    package enum Event {
        case read(rows: Int, labels: [(name: String, rows: Int)])
        case split(training: Int, validation: Int)
        case corrections(rows: Int)
        /// Labels that no training row has: the split left them out.
        case unseenLabels([String])
        /// Rows without a token, which nothing can be learned from.
        case leftOut(rows: Int)
        case network(vocabulary: Int, parameters: Int)
        /// There was no checkpoint to go on from, or there is one that was not asked for.
        case nothingToResume
        case checkpointIgnored(path: String)
        /// Epochs done, and batches of the next.
        case resumed(epochs: Int, batches: Int)
        /// Why a checkpoint could not be written; the training goes on.
        case checkpointFailed(reason: String)
        case progress(TrainingProgress)
        case measuring
    }

    package struct Summary: Sendable {
        package var model: Model
        package var history: [EpochRecord]
        /// From 1; nil where no epoch was finished.
        package var bestEpoch: Int?
        package var ending: TrainingResult.Ending
        /// Of the validation rows, where any were kept aside, and of the held-out file.
        package var validation: ClassificationReport?
        package var heldOut: ClassificationReport?
    }

    /// Trains, writes the directory, and measures what was written.
    ///
    /// - Parameter report: false, in answer to `.progress`, ends the training; the best weights so far are written.
    package func run(_ report: (Event) -> Bool) throws(TrainingRunError) -> Summary {
        try OutputPlace.check(output)
        let rows: LabelledTexts
        do { rows = try data.read() } catch { throw .data(error) }
        guard rows.names.count >= 2 else {
            throw .data(
                DataError(
                    .oneClass, file: data.path,
                    came: "\(rows.count) rows, all with the label '\(rows.names.first ?? "")'",
                    expected: "rows of at least two labels", hint: "is --label-column the column you mean?"))
        }
        try checkNumberOfLabels(rows)
        try checkClassWeights(labels: rows.names)
        let heldOut = try self.heldOut.map { (file) throws(TrainingRunError) in try known(file, names: rows.names) }
        let corrections = try feedback.map { (file) throws(TrainingRunError) in
            try known(file, names: rows.names).lastOfEachText()
        }
        _ = report(.read(rows: rows.count, labels: Array(zip(rows.names, rows.counts)).map { (name: $0, rows: $1) }))

        let (training, validation) = split(rows)
        guard training.count > 0 else {
            throw .data(
                DataError(
                    .empty, file: data.path, came: "\(rows.count) rows, all of them kept aside",
                    expected: "rows to train on", hint: "make validation_split smaller"))
        }
        _ = report(.split(training: training.count, validation: validation.count))
        let unseen = zip(rows.names, training.counts).filter { $1 == 0 }.map(\.0)
        if !unseen.isEmpty { _ = report(.unseenLabels(unseen)) }

        if let corrections { _ = report(.corrections(rows: corrections.count)) }
        let learned = training.appending(corrections)
        let pipeline = try pipeline(from: learned)
        let configuration: NetworkConfiguration
        do { configuration = try recipe.configuration(fitting: pipeline, labels: rows.names) } catch {
            throw .recipe(error)
        }
        let trainingSet = encode(
            learned, with: pipeline, weights: rows.names.map { recipe.fit.classWeights[$0] ?? 1 },
            corrections: corrections?.count ?? 0)
        if trainingSet.count < learned.count { _ = report(.leftOut(rows: learned.count - trainingSet.count)) }
        let result = try train(
            configuration, on: trainingSet, validation: encode(validation, with: pipeline),
            classes: rows.names.count, report)
        return try write(
            result, pipeline, labels: rows.names, training: training, validation: validation, heldOut: heldOut,
            corrections: corrections?.count, report)
    }

    // MARK: - Steps

    /// A column of names or numbers is taken for labels easily, and its network would take all the memory there is.
    private func checkNumberOfLabels(_ rows: LabelledTexts) throws(TrainingRunError) {
        let most = Self.maximumLabels
        guard rows.names.count > most || rows.count >= 100 && rows.names.count > rows.count / 2 else { return }
        throw .data(
            DataError(
                .tooManyLabels, file: data.path,
                came: "\(rows.names.count) different labels in \(rows.count) rows, such as "
                    + rows.names.prefix(3).map { "'\(excerpt($0))'" }.joined(separator: ", "),
                expected: "at most \(most), and two rows or more for each",
                hint: "is --label-column the column you mean?"))
    }

    /// Read before the training, so that a file that cannot be measured with is found before the hours that it takes;
    /// and once, since it may be standard input.
    private func known(_ file: DataFile, names labels: [String]) throws(TrainingRunError) -> LabelledTexts {
        let known = Set(labels)
        var rows = LabelledTexts()
        do {
            try file.forEachRow { (text, label, line) throws(DataError) in
                guard known.contains(label) else {
                    let names = labels.prefix(20).map { "'\(excerpt($0))'" }.joined(separator: ", ")
                    throw DataError(
                        .unknownLabel, file: file.path, line: line, came: "the label '\(excerpt(label))'",
                        expected: "one of the labels to train on: \(names)\(labels.count > 20 ? ", …" : "")",
                        hint: "is --label-column the column you mean, and the file one of the same labels?")
                }
                rows.append(text, label: label)
            }
        } catch {
            throw .data(error)
        }
        return rows
    }

    private func checkClassWeights(labels: [String]) throws(TrainingRunError) {
        for label in recipe.fit.classWeights.keys.sorted() where !labels.contains(label) {
            throw .recipe(
                RecipeError(
                    recipe: recipe.name,
                    reason: "fit.class_weight: the label '\(excerpt(label))' came; expected one of "
                        + labels.prefix(20).map { "'\(excerpt($0))'" }.joined(separator: ", "),
                    hint: "name labels as the data does"))
        }
    }

    private func split(_ rows: LabelledTexts) -> (training: LabelledTexts, validation: LabelledTexts) {
        let fit = recipe.fit
        let split =
            fit.isStratified
            ? Splits.stratified(labels: rows.labels, fraction: fit.validationSplit, seed: fit.training.seed)
            : Splits.lastRows(count: rows.count, fraction: fit.validationSplit)
        return (rows.selecting(split.kept), rows.selecting(split.aside))
    }

    /// The vocabulary is of the training rows alone: what is kept aside to measure with stays unseen.
    private func pipeline(from training: LabelledTexts) throws(TrainingRunError) -> TextPipeline {
        var counts = TokenCounts(configuration: recipe.pipeline)
        for text in training.texts { counts.add(text) }
        let nGrams = FrequentNGrams(configuration: recipe.pipeline)
            .select(from: training.texts, maximumCount: recipe.nGrams)
        let vocabulary = Vocabulary(
            counting: counts, minimumCount: recipe.minimumCount, maximumSize: recipe.maximumSize, nGrams: nGrams)
        do {
            return try TextPipeline(configuration: recipe.pipeline, vocabulary: vocabulary)
        } catch {
            throw .recipe(
                RecipeError(recipe: recipe.name, reason: "pipeline.\(error)", hint: "mend the recipe's pipeline"))
        }
    }

    /// `weights` are of the labels, none for all 1; the last rows are the corrections.
    private func encode(
        _ rows: LabelledTexts, with pipeline: TextPipeline, weights: [Float] = [], corrections: Int = 0
    ) -> TrainingSet {
        var set = TrainingSet(width: pipeline.width)
        for (row, (text, label)) in zip(rows.texts, rows.labels).enumerated() {
            let encoded = pipeline.encode(text)
            guard encoded.count > 0 else { continue }
            let weight = weights.isEmpty ? 1 : weights[Int(label)]
            set.append(
                encoded.ids, label: label,
                weight: row >= rows.count - corrections ? weight * feedbackWeight : weight)
        }
        return set
    }

    private func train(
        _ configuration: NetworkConfiguration, on set: TrainingSet, validation: TrainingSet, classes: Int,
        _ report: (Event) -> Bool
    ) throws(TrainingRunError) -> TrainingResult {
        guard set.count > 0 else {
            throw .data(
                DataError(
                    .empty, file: data.path, came: "texts without a single token", expected: "texts",
                    hint: "is --text-column the column you mean?"))
        }
        var options = recipe.fit.training
        options.threads = threads
        let trainer: Trainer
        do { trainer = try Trainer(configuration: configuration, options: options, classCount: classes) } catch {
            throw .recipe(RecipeError(recipe: recipe.name, reason: error.description, hint: "nothing was trained"))
        }
        let vocabulary = set.width == 0 ? 0 : configuration.vocabularySize
        _ = report(.network(vocabulary: vocabulary, parameters: trainer.plan.parameterCount))
        var checkpoints = Checkpoints(output: output, interval: checkpointInterval)
        let state = try resumedState(checkpoints, report)
        do {
            return try trainer.train(on: set, validation: validation.count > 0 ? validation : nil, from: state) {
                let goOn = report(.progress($0))
                if let reason = checkpoints.keep($0, isLast: !goOn) { _ = report(.checkpointFailed(reason: reason)) }
                return goOn
            }
        } catch {
            throw .training(error)
        }
    }

    private func resumedState(
        _ checkpoints: Checkpoints, _ report: (Event) -> Bool
    ) throws(TrainingRunError) -> TrainingState? {
        guard resumes else {
            if CheckpointFile.exists(checkpoints.path) { _ = report(.checkpointIgnored(path: checkpoints.path)) }
            return nil
        }
        guard let state = try checkpoints.read() else {
            _ = report(.nothingToResume)
            return nil
        }
        _ = report(
            .resumed(
                epochs: state.numbers["epoch"].flatMap { Int(exactly: $0) } ?? 0,
                batches: state.numbers["batch"].flatMap { Int(exactly: $0) } ?? 0))
        return state
    }

    /// The directory is written before anything is measured, so that the figures are those of the weights as they
    /// are stored, and so that nothing that happens while measuring can lose them.
    private func write(
        _ result: TrainingResult, _ pipeline: TextPipeline, labels: [String], training: LabelledTexts,
        validation: LabelledTexts, heldOut: LabelledTexts?, corrections: Int?, _ report: (Event) -> Bool
    ) throws(TrainingRunError) -> Summary {
        let name = FileSystem.lastComponent(of: output)
        let history = TrainingHistory.json(recipe: recipe, result: result)
        let times = Int(exactly: feedbackWeight).map(String.init) ?? feedbackWeight.description
        var card = ModelCard(
            description: description
                ?? "A classifier of texts: \(labels.prefix(8).joined(separator: ", "))\(labels.count > 8 ? ", …" : "").",
            languages: languages ?? Languages.judged(from: training.texts),
            data: "\(source ?? FileSystem.lastComponent(of: data.path)), \(Quantity.count(training.count)) rows"
                + (corrections.map { ", and \(Quantity.count($0)) corrections, each as \(times) rows" } ?? ""),
            license: license)
        do throws(ModelError) {
            let trained = try Model(
                name: name, labels: labels, pipeline: pipeline, network: result.network, card: card)
            try ModelDirectory.write(trained, history: history, weights: weights, to: output)
            // Where it was stopped there is something to go on with.
            if result.ending != .stopped { Checkpoints(output: output, interval: checkpointInterval).remove() }
            _ = report(.measuring)
            let stored = try ModelDirectory.open(output)
            var summary = Summary(
                model: stored, history: result.history, bestEpoch: result.bestEpoch, ending: result.ending)
            if validation.count > 0 {
                let figures = Evaluation.report(of: stored, on: validation)
                summary.validation = figures
                let way = recipe.fit.isStratified ? "stratified, seed \(recipe.fit.training.seed)" : "the last rows"
                card.metrics += Self.metrics(
                    figures,
                    "\(Quantity.count(figures.count)) validation rows of \(FileSystem.lastComponent(of: data.path)) (\(way))"
                )
            }
            if let heldOut {
                let name = FileSystem.lastComponent(of: self.heldOut?.path ?? "")
                let figures = Evaluation.report(of: stored, on: heldOut)
                summary.heldOut = figures
                card.metrics += Self.metrics(
                    figures, "\(Quantity.count(figures.count)) rows of \(name), unseen in training")
                let repeats = TextRepeats(of: training.texts + validation.texts)
                let apart = Evaluation.report(
                    of: stored,
                    on: heldOut.selecting(heldOut.texts.indices.filter { !repeats.contains(heldOut.texts[$0]) }))
                if apart.count > 0, apart.count < figures.count {
                    let left = Quantity.count(figures.count - apart.count)
                    card.metrics += Self.metrics(
                        apart,
                        "\(Quantity.count(apart.count)) rows of \(name), without \(left) that nearly repeat a row "
                            + "trained on"
                    )
                }
            }
            let measured = try Model(
                name: name, labels: labels, pipeline: stored.pipeline, network: stored.network, card: card)
            try ModelDirectory.write(measured, history: history, weights: weights, to: output)
            summary.model = try ModelDirectory.open(output)
            return summary
        } catch {
            throw .model(error)
        }
    }

    /// To six decimals: more would be noise.
    private static func metrics(_ report: ClassificationReport, _ rows: String) -> [ModelCard.Metric] {
        [("accuracy", report.accuracy), ("macro_f1", report.macroF1), ("calibration_error", report.calibrationError)]
            .map { .init(name: $0, value: ($1 * 1e6).rounded() / 1e6, measuredOn: rows) }
    }
}

extension NetworkConfiguration {
    fileprivate var vocabularySize: Int {
        layers.first?.embeddingOptions?.inputDimension ?? 0
    }
}
