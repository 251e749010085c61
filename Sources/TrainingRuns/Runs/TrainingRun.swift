package import LanguageFeatures
package import Models
package import RecurrentNetworks
import TextAnalysis

/// From a file of rows and a recipe to a model directory: read, split, make the pipeline, plan, train, write, measure.
/// What differs from task to task is in `Tasks/`.
package struct TrainingRun: Sendable {
    package var data: DataFile
    /// Rows that training never sees, to measure the finished model with.
    package var heldOut: DataFile?
    /// Corrections to learn from too, each as if it were `feedbackWeight` rows; never validated with.
    package var feedback: DataFile?
    package var feedbackWeight: Float = 4
    /// Texts to learn from too, a line each, with what the teachers say of them: model directories of the same labels.
    package var unlabelled: DataFile?
    package var teachers: [String] = []
    package var recipe: Recipe
    /// The model directory. The model is called after it.
    package var output: String
    package var weights = WeightFormat.float32
    package var threads = 1
    /// Go on from the checkpoint of an interrupted training of the same, where there is one.
    package var resumes = false
    /// Seconds between checkpoints; one more is kept at each epoch's end.
    package var checkpointInterval = 60.0
    /// Whether a training that is stopped writes the best weights so far, and checkpoints to go on from. Else it ends
    /// at the next event, and the output is as it was.
    package var keepsStopped = true
    /// IETF language tags; nil: judged by the letters of the texts.
    package var languages: [String]?
    package var license = ""
    /// For the card: what the model does, and where its data comes from; nil: said from the labels and the file's name.
    package var description: String?
    package var source: String?

    package init(data: DataFile, recipe: Recipe, output: String) {
        self.data = data
        self.recipe = recipe
        self.output = output
    }

    /// What happens, as it happens.
    package enum Event {
        /// `labels`: how many rows, or tokens, have each.
        case read(rows: Int, labels: [(name: String, count: Int)])
        /// Rows that were made good while they were read, in words.
        case repaired(String)
        case split(training: Int, validation: Int)
        case corrections(rows: Int)
        /// Of the texts that the teachers label; those that are rows already are left out.
        case teaching(done: Int, of: Int)
        /// Labels that no training row has: the split left them out.
        case unseenLabels([String])
        /// Rows without a token, which nothing can be learned from.
        case leftOut(rows: Int)
        case network(vocabulary: Int, parameters: Int)
        case fit(NetworkFit.Event)
        case calibrated(Calibration)
        case measuring
        /// The finished model, with its figures, is about to be written.
        case writing
    }

    package struct Summary: Sendable {
        package var model: Model
        package var history: [EpochRecord]
        /// From 1; nil where no epoch was finished.
        package var bestEpoch: Int?
        package var ending: TrainingResult.Ending
        /// Of the validation rows, where any were kept aside, and of the held-out file.
        package var validation: EvaluationReport?
        package var heldOut: EvaluationReport?
    }

    /// Trains, writes the directory, and measures what was written.
    ///
    /// - Parameter report: false, in answer to `.fit(.progress)`, ends the training; the best weights so far are written.
    ///   Where nothing is kept of what is stopped, false in answer to any event ends it with `.stopped`.
    package func run(_ report: (Event) -> Bool) throws(TrainingRunError) -> Summary {
        switch recipe.task {
        case .classify: try run(LabelledTexts.self, report)
        case .tag: try run(TaggedTexts.self, report)
        case .translate: try run(TranslatedTexts.self, report)
        case .generate: try run(WrittenTexts.self, report)
        }
    }

    private func run<Rows: TaskRows>(
        _ kind: Rows.Type, _ report: (Event) -> Bool
    ) throws(TrainingRunError) -> Summary {
        try OutputPlace.check(output)
        let rows: Rows
        do { rows = try Rows.read(data, for: recipe) } catch { throw .data(error) }
        try checkClassWeights(labels: rows.names)
        // Read before the training, so that a file that cannot be measured with is found before the hours that it
        // takes; and once, since it may be standard input.
        let heldOut = try self.heldOut.map { (file) throws(TrainingRunError) in try more(file, like: rows) }
        let corrections = try feedback.map { (file) throws(TrainingRunError) in
            try more(file, like: rows).lastOfEachText()
        }
        let labels = zip(rows.names, rows.counts)
        try tell(report, .read(rows: rows.count, labels: labels.map { (name: $0, count: $1) }))
        if let note = rows.note { try tell(report, .repaired(note)) }

        let (training, validation) = split(rows)
        guard training.count > 0 else {
            throw .data(
                DataError(
                    .empty, file: data.path, came: "\(rows.count) rows, all of them kept aside",
                    expected: "rows to train on", hint: "make validation_split smaller"))
        }
        try tell(report, .split(training: training.count, validation: validation.count))
        let unseen = zip(labels, training.counts).filter { $0.1 > 0 && $1 == 0 }.map(\.0.0)
        if !unseen.isEmpty { try tell(report, .unseenLabels(unseen)) }

        if let corrections { try tell(report, .corrections(rows: corrections.count)) }
        let learned = training.appending(corrections)
        let lessons = try distillation(labels: rows.names, apart: rows.texts + (heldOut?.texts ?? []), report)
        let pipeline = try pipeline(from: learned.vocabularyTexts + (lessons?.texts ?? []))
        let (configuration, loss): (NetworkConfiguration, Loss)
        do { (configuration, loss) = try recipe.configuration(fitting: pipeline, labels: rows.names) } catch {
            throw .recipe(error)
        }
        var trainingSet = encode(learned, with: pipeline, corrections: corrections?.count ?? 0)
        let validationRows = encode(validation, with: pipeline)
        var validationSet = validationRows
        if trainingSet.count < learned.count { try tell(report, .leftOut(rows: learned.count - trainingSet.count)) }
        if trainingSet.targets == .labels, lessons != nil || loss != .crossEntropy {
            let outputs = configuration.layers.last?.isSigmoid == true ? 1 : rows.names.count
            try checkNumbers(of: trainingSet.count + validationSet.count, each: outputs)
            trainingSet = trainingSet.withValues(for: outputs)
            validationSet = validationSet.withValues(for: outputs)
        }
        if let lessons { trainingSet.add(lessons, classes: rows.names.count, with: pipeline) }
        var result = try train(
            configuration, by: loss, on: trainingSet, validation: validationSet,
            classes: recipe.task.sizes(ids: pipeline.idCount, labels: rows.names.count).outputs, report)
        do {
            result.network = try result.network.withSoftmaxForSigmoid()
            if let calibration = try Calibration(of: result.network, on: validationRows) {
                result.network = calibration.network
                _ = report(.calibrated(calibration))
            }
        } catch {
            throw .training(.network(error))
        }
        let summary = try write(
            result, pipeline, training: training, validation: validation, heldOut: heldOut,
            corrections: corrections?.count, lessons: lessons?.texts.count, report)
        guard let summary else { throw .stopped }
        return summary
    }

    // MARK: - Steps

    private func tell(_ report: (Event) -> Bool, _ event: Event) throws(TrainingRunError) {
        if !report(event), !keepsStopped { throw .stopped }
    }

    private var fit: NetworkFit {
        NetworkFit(
            output: output, resumes: resumes, checkpointInterval: checkpointInterval, keepsStopped: keepsStopped)
    }

    private func more<Rows: TaskRows>(_ file: DataFile, like rows: Rows) throws(TrainingRunError) -> Rows {
        do { return try rows.reading(file, for: recipe) } catch { throw .data(error) }
    }

    private func checkClassWeights(labels: [String]) throws(TrainingRunError) {
        guard recipe.fit.classWeights.isEmpty || recipe.task == .classify else {
            throw .recipe(
                RecipeError(
                    recipe: recipe.name,
                    reason: "fit.class_weight: came for the task \(recipe.task.rawValue); only labels of whole texts "
                        + "have weights",
                    hint: "leave it out"))
        }
        for label in recipe.fit.classWeights.keys.sorted() where !labels.contains(label) {
            throw .recipe(
                RecipeError(
                    recipe: recipe.name,
                    reason: "fit.class_weight: the label '\(excerpt(label))' came; expected one of "
                        + listing(labels, atMost: 20, quoted: true),
                    hint: "name labels as the data does"))
        }
    }

    private func split<Rows: TaskRows>(_ rows: Rows) -> (training: Rows, validation: Rows) {
        let fit = recipe.fit
        let split =
            fit.isStratified
            ? Splits.stratified(labels: rows.strata, fraction: fit.validationSplit, seed: fit.training.seed)
            : Splits.lastRows(count: rows.count, fraction: fit.validationSplit)
        return (rows.selecting(split.kept), rows.selecting(split.aside))
    }

    /// Texts that were rows to learn from or to measure with are none for the teachers.
    private func distillation(
        labels: [String], apart known: [String], _ report: (Event) -> Bool
    ) throws(TrainingRunError) -> Distillation? {
        guard let unlabelled, !teachers.isEmpty else { return nil }
        var models: [Model] = []
        for path in teachers {
            do { models.append(try ModelDirectory.open(path)) } catch { throw .model(error) }
        }
        if let (path, reason) = zip(teachers, models).lazy.compactMap({ path, model in
            Distillation.refusal(of: model, labels: labels).map { (path, $0) }
        }).first {
            throw .teacher(
                path: path,
                reason: "\(reason) came; expected a classifier of the labels "
                    + listing(labels, atMost: 20, quoted: true))
        }
        let texts: [String]
        do { texts = try unlabelled.readLines() } catch { throw .data(error) }
        try checkNumbers(of: texts.count, each: labels.count)
        var seen = Set(known)
        return Distillation(models, of: texts.filter { seen.insert($0).inserted }, labels: labels) {
            _ = report(.teaching(done: $0, of: $1))
        }
    }

    /// Rows that are learned from by numbers, not by their labels, have one for each label.
    private func checkNumbers(of rows: Int, each labels: Int) throws(TrainingRunError) {
        let most = 500_000_000
        guard rows <= most / max(labels, 1) else {
            throw .recipe(
                RecipeError(
                    recipe: recipe.name,
                    reason: "\(Quantity.count(rows)) rows came, each to be compared with a number for each of "
                        + "\(Quantity.count(labels)) labels; \(Quantity.count(most)) numbers are the most",
                    hint: "train without fit.loss and --teacher, or on fewer rows"))
        }
    }

    /// The vocabulary is of the training rows alone: what is kept aside to measure with stays unseen.
    private func pipeline(from texts: [String]) throws(TrainingRunError) -> TextPipeline {
        var counts = TokenCounts(configuration: recipe.pipeline)
        for text in texts { counts.add(text) }
        let nGrams = FrequentNGrams(configuration: recipe.pipeline).select(from: texts, maximumCount: recipe.nGrams)
        let vocabulary = Vocabulary(
            counting: counts, minimumCount: recipe.minimumCount, maximumSize: recipe.maximumSize, nGrams: nGrams)
        do {
            return try TextPipeline(configuration: recipe.pipeline, vocabulary: vocabulary)
        } catch {
            throw .recipe(
                RecipeError(recipe: recipe.name, reason: "pipeline.\(error)", hint: "mend the recipe's pipeline"))
        }
    }

    /// The last rows are the corrections. Rows without a token are left out.
    private func encode<Rows: TaskRows>(
        _ rows: Rows, with pipeline: TextPipeline, corrections: Int? = nil
    ) -> TrainingSet {
        var set = TrainingSet(width: pipeline.width, targets: Rows.targets(for: pipeline))
        for row in 0..<rows.count {
            let example = rows.example(row, with: pipeline)
            guard !example.ids.isEmpty else { continue }
            // Validation rows all count alike.
            let weight = corrections == nil ? 1 : rows.weight(of: row, recipe.fit)
            set.append(
                example.ids, labels: example.targets,
                weight: row >= rows.count - (corrections ?? 0) ? weight * feedbackWeight : weight)
        }
        return set
    }

    private func train(
        _ configuration: NetworkConfiguration, by loss: Loss, on set: TrainingSet, validation: TrainingSet,
        classes: Int?,
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
        options.loss = loss
        let trainer: Trainer
        do {
            trainer = try Trainer(
                configuration: configuration, options: options, classCount: loss == .crossEntropy ? classes : nil,
                isStepwise: recipe.task != .classify)
        } catch {
            throw .recipe(RecipeError(recipe: recipe.name, reason: error.description, hint: "nothing was trained"))
        }
        let vocabulary = set.width == 0 ? 0 : configuration.vocabularySize
        try tell(report, .network(vocabulary: vocabulary, parameters: trainer.plan.parameterCount))
        return try fit.train(trainer, on: set, validation: validation) { report(.fit($0)) }
    }

    /// The directory is written before anything is measured, so that the figures are those of the weights as they
    /// are stored, and so that nothing that happens while measuring can lose them. Where nothing is kept of what is
    /// stopped it is written at the end alone.
    ///
    /// Nil where it was stopped and so not written.
    private func write<Rows: TaskRows>(
        _ result: TrainingResult, _ pipeline: TextPipeline, training: Rows, validation: Rows, heldOut: Rows?,
        corrections: Int?, lessons: Int?, _ report: (Event) -> Bool
    ) throws(TrainingRunError) -> Summary? {
        let name = FileSystem.lastComponent(of: output)
        let history = TrainingHistory.json(recipe: recipe, result: result)
        let times = Int(exactly: feedbackWeight).map(String.init) ?? feedbackWeight.description
        let lessonsName = InputBytes.name(of: unlabelled?.path ?? "")
        let said = teachers.count == 1 ? "a teacher says" : "\(teachers.count) teachers say"
        var card = ModelCard(
            description: description ?? training.summary,
            languages: languages ?? Languages.judged(from: training.texts),
            data: "\(source ?? InputBytes.name(of: data.path)), \(Quantity.count(training.count)) rows"
                + (corrections.map { ", and \(Quantity.count($0)) corrections, each as \(times) rows" } ?? "")
                + (lessons.map { ", and \(Quantity.count($0)) texts of \(lessonsName) with what \(said) of them" } ?? ""),
            license: license)
        do throws(ModelError) {
            let trained = try Model(
                name: name, task: recipe.task, labels: training.names, pipeline: pipeline,
                network: result.network, card: card)
            var stored = trained
            if keepsStopped {
                try ModelDirectory.write(trained, history: history, weights: weights, to: output)
                fit.removeCheckpoint(after: result.ending)
            }
            guard report(.measuring) || keepsStopped else { return nil }
            if keepsStopped { stored = try ModelDirectory.open(output) }
            var summary = Summary(
                model: stored, history: result.history, bestEpoch: result.bestEpoch, ending: result.ending)
            if validation.count > 0 {
                let figures = validation.report(of: stored)
                summary.validation = figures
                let drawn = Rows.targets(for: pipeline) == .labels ? "stratified" : "drawn"
                let way = recipe.fit.isStratified ? "\(drawn), seed \(recipe.fit.training.seed)" : "the last rows"
                card.metrics += Self.metrics(
                    figures,
                    "\(Quantity.count(figures.count)) validation rows of \(InputBytes.name(of: data.path)) (\(way))"
                )
            }
            if let heldOut {
                let name = InputBytes.name(of: self.heldOut?.path ?? "")
                let figures = heldOut.report(of: stored)
                summary.heldOut = figures
                card.metrics += Self.metrics(
                    figures, "\(Quantity.count(figures.count)) rows of \(name), unseen in training")
                let repeats = TextRepeats(of: training.texts + validation.texts)
                let texts = heldOut.texts
                let apart = heldOut.selecting(texts.indices.filter { !repeats.contains(texts[$0]) })
                    .report(of: stored)
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
                name: name, task: recipe.task, labels: training.names, pipeline: stored.pipeline,
                network: stored.network, card: card)
            guard report(.writing) || keepsStopped else { return nil }
            try ModelDirectory.write(measured, history: history, weights: weights, to: output)
            summary.model = try ModelDirectory.open(output)
            return summary
        } catch {
            throw .model(error)
        }
    }

    /// To six decimals: more would be noise.
    private static func metrics(_ report: EvaluationReport, _ rows: String) -> [ModelCard.Metric] {
        report.figures.map { .init(name: $0.name, value: ($0.value * 1e6).rounded() / 1e6, measuredOn: rows) }
    }
}

extension NetworkConfiguration {
    fileprivate var vocabularySize: Int {
        layers.first?.embeddingOptions?.inputDimension ?? 0
    }
}
