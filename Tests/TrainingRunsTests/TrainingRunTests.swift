import JSON
import LanguageFeatures
import Models
import RecurrentNetworks
import Testing
import TextAnalysis
import TrainingRuns

struct `Training runs` {
    @Test func `a small file of Korean and English becomes a model that knows its texts`() throws {
        let folder = try TemporaryFolder()
        var run = try smallRun(in: folder)
        run.heldOut = DataFile(
            path: try folder.write("label,text\n음식,국수가 매워요\n날씨,the wind is warm\n", to: "held-out.csv"))
        var events: [String] = []
        let summary = try run.run { event in
            switch event {
            case .read(let rows, let labels): events.append("read \(rows) \(labels.map(\.name)) \(labels.map(\.count))")
            case .split(let training, let validation): events.append("split \(training) \(validation)")
            default: break
            }
            return true
        }
        #expect(events == ["read 112 [\"날씨\", \"음식\"] [56, 56]", "split 90 22"])
        #expect((summary.validation?.accuracy ?? 0) >= 0.9)
        #expect(summary.validation?.count == 22)
        #expect(summary.heldOut?.count == 2)

        let model = try ModelDirectory.open(folder.path + "/model")
        #expect(model.name == "model")
        #expect(model.labels == ["날씨", "음식"])
        #expect(model.card.languages == ["ko", "en"])
        #expect(model.card.data == "small.tsv, 90 rows")
        let accuracy = try #require(model.card.metrics.first { $0.name == "accuracy" })
        #expect(accuracy.value == ((summary.validation?.accuracy ?? 0) * 1e6).rounded() / 1e6)
        #expect(accuracy.measuredOn == "22 validation rows of small.tsv (stratified, seed 3)")
        #expect(model.card.metrics.contains { $0.measuredOn == "2 rows of held-out.csv, unseen in training" })
        let classifier = Classifier(model: model)
        #expect(classifier.classify("떡볶이가 정말 맛있어요").label == "음식")
        #expect(classifier.classify("this weekend looks cloudy").label == "날씨")
        #expect(Evaluation.report(of: model, on: try run.data.read()).accuracy > 0.9)
    }

    @Test func `the course's own network learns, end to end`() throws {
        let folder = try TemporaryFolder()
        var run = try smallRun(in: folder)
        run.recipe = try Recipe.find("course")
        let summary = try run.run { _ in true }
        #expect((summary.validation?.accuracy ?? 0) >= 0.9)
        let classifier = Classifier(model: try ModelDirectory.open(folder.path + "/model"))
        #expect(classifier.classify("our lunch was delicious").label == "음식")
        #expect(classifier.classify("바람이 꽤 쌀쌀해요").label == "날씨")
    }

    @Test(arguments: [
        #"{"units": 1, "activation": "sigmoid"}"#, #"{"activation": "softmax"}|mean_squared_error"#,
        #"{"units": 1, "activation": "sigmoid"}|huber"#, #"{"activation": "softmax"}|mean_absolute_error"#,
        #"{"activation": "softmax"}|categorical_crossentropy"#,
    ])
    func `two labels are learned by every loss that suits the last layer`(ending: String) throws {
        let folder = try TemporaryFolder()
        let parts = ending.split(separator: "|").map(String.init)
        let json = String(
            decoding: SmallTexts.recipe(parts.count > 1 ? ", \"loss\": \"\(parts[1])\"" : ""), as: UTF8.self)
        var run = try smallRun(in: folder)
        run.recipe = try Recipe(
            parsing: Array(json.replacing(#"{"activation": "softmax"}"#, with: parts[0]).utf8), name: "small")
        (run.recipe.fit.training.epochs, run.recipe.fit.training.patience) = (60, nil)
        let model = try run.run { _ in true }.model
        #expect(model.labels.count == 2 && model.network.plan.output == .vector(2))
        let classifier = Classifier(model: model)
        #expect(classifier.classify("떡볶이가 정말 맛있어요").label == "음식")
        #expect(classifier.classify("this weekend looks cloudy").label == "날씨")
    }

    @Test func `one sigmoid unit is refused where there are three labels`() throws {
        let folder = try TemporaryFolder()
        var run = try smallRun(in: folder)
        run.data = DataFile(path: try folder.write("label,text\na,one\nb,two\nc,three\n", to: "three.csv"))
        let json = String(decoding: SmallTexts.recipe(), as: UTF8.self)
        run.recipe = try Recipe(
            parsing: Array(
                json.replacing(#"{"activation": "softmax"}"#, with: #"{"units": 1, "activation": "sigmoid"}"#).utf8),
            name: "small")
        let error = try #require(throws: TrainingRunError.self) { try run.run { _ in true } }
        #expect("\(error)".contains("came 1 units, needs 3"))
        #expect(error.hint?.contains("softmax") == true)
    }

    @Test func `corrections are learned besides, the last one of a text, and the card says how many`() throws {
        let folder = try TemporaryFolder()
        let lines = ["날씨", "음식", "음식"].map { #"{"text": "the sky tastes salty 하늘", "label": "\#($0)"}"# }
        let more = (0..<4).map { #"{"text": "하늘이 \#($0) 짜요", "label": "음식"}"# }
        func label(_ weight: Float?) throws -> (answer: String, data: String) {
            var run = try smallRun(in: folder)
            if let weight {
                run.feedback = DataFile(
                    path: try folder.write((lines + more).joined(separator: "\n"), to: "feedback.jsonl"))
                run.feedbackWeight = weight
            }
            var corrections: Int?
            let summary = try run.run { event in
                if case .corrections(let rows) = event { corrections = rows }
                return true
            }
            #expect(corrections == (weight == nil ? nil : 5))
            #expect(summary.validation?.count == 22)
            return (Classifier(model: summary.model).classify("the sky tastes salty 하늘").label, summary.model.card.data)
        }
        #expect(try label(nil).data == "small.tsv, 90 rows")
        let corrected = try label(20)
        #expect(corrected.answer == "음식")
        #expect(corrected.data == "small.tsv, 90 rows, and 5 corrections, each as 20 rows")
    }

    @Test func `a correction to a label that the data does not have, and a weight for one, are refused`() throws {
        let folder = try TemporaryFolder()
        var run = try smallRun(in: folder)
        run.feedback = DataFile(path: try folder.write(#"{"text": "a", "label": "운동"}"#, to: "feedback.jsonl"))
        let error = try #require(throws: TrainingRunError.self) { try run.run { _ in true } }
        #expect("\(error)".contains("운동") && "\(error)".contains("날씨"))
        run = try smallRun(in: folder)
        run.recipe.fit.classWeights = ["운동": 2]
        let other = try #require(throws: TrainingRunError.self) { try run.run { _ in true } }
        #expect("\(other)".contains("class_weight") && "\(other)".contains("날씨"))
    }

    @Test func `a label that weighs nothing is not learned`() throws {
        let folder = try TemporaryFolder()
        var run = try smallRun(in: folder)
        run.recipe.fit.classWeights = ["날씨": 0]
        let model = try run.run { _ in true }.model
        #expect(Classifier(model: model).classify("the sky looks cloudy").label == "음식")
    }

    @Test func `the vocabulary is of the training rows alone`() throws {
        let folder = try TemporaryFolder()
        // The last row is kept aside, and only it has 龍.
        let path = try folder.write("label\ttext\na\tone\nb\ttwo\na\tone\nb\ttwo 龍\n", to: "rows.tsv")
        let fit = ", \"stratified\": false, \"validation_split\": 0.25"
        let recipe = try Recipe(parsing: SmallTexts.recipe(fit), name: "small")
        let run = TrainingRun(data: DataFile(path: path), recipe: recipe, output: folder.path + "/model")
        let vocabulary = try run.run { _ in true }.model.pipeline.vocabulary
        #expect(vocabulary.id(of: "t") != nil)
        #expect(vocabulary.id(of: "龍") == nil)
    }

    @Test func `one seed gives the same model, for any number of threads`() throws {
        let folder = try TemporaryFolder()
        var weights: [[String: Tensor]] = []
        for threads in [1, 3] {
            var run = try smallRun(in: folder)
            run.recipe.fit.training.epochs = 2
            run.threads = threads
            weights.append(try run.run { _ in true }.model.network.weights)
        }
        #expect(weights[0] == weights[1])
    }

    @Test func `a run that is stopped keeps the best weights so far and says so in its history`() throws {
        let folder = try TemporaryFolder()
        let run = try smallRun(in: folder)
        let summary = try run.run { event in
            if case .fit(.progress(let progress)) = event { return progress.epoch < 4 }
            return true
        }
        #expect(summary.ending == .stopped)
        #expect(summary.history.count == 3)
        #expect(summary.bestEpoch != nil)
        let history = try JSONValue(parsing: contents(of: folder.path + "/model/history.json"))
        #expect(history["ending"] == "stopped")
        #expect(history["epochs"]?.array?.count == 3)
        #expect(history["epochs"]?.array?.first?["val_accuracy"]?.number != nil)
        #expect(try ModelDirectory.open(folder.path + "/model").labels.count == 2)
    }

    @Test func `a run stopped before its first epoch ends still writes a model`() throws {
        let folder = try TemporaryFolder()
        let summary = try smallRun(in: folder).run { event in
            if case .fit(.progress) = event { return false }
            return true
        }
        #expect(summary.bestEpoch == nil)
        #expect(try ModelDirectory.open(folder.path + "/model").labels.count == 2)
    }

    @Test func `of a run that keeps nothing of what is stopped nothing is left, whenever that is`() throws {
        let folder = try TemporaryFolder()
        var run = try smallRun(in: folder)
        run.recipe.fit.training.epochs = 2
        run.keepsStopped = false
        run.checkpointInterval = 0
        var events = 0
        #expect(throws: Never.self) {
            try run.run { _ in
                events += 1
                return true
            }
        }
        let finished = try contents(of: folder.path + "/model/model.safetensors")
        #expect(!CheckpointFile.exists(folder.path + "/model.checkpoint"))
        // The last event comes before the writing.
        run.output = folder.path + "/other"
        for last in [1, 2, 3, events / 2, events - 1, events] {
            var seen = 0
            let error = #expect(throws: TrainingRunError.self) {
                try run.run { _ in
                    seen += 1
                    return seen < last
                }
            }
            #expect(error == .stopped, "after \(last) of \(events)")
            #expect(!ModelDirectory.exists(at: folder.path + "/other"))
            #expect(!CheckpointFile.exists(folder.path + "/other.checkpoint"))
        }
        // What it finishes is what another run finishes.
        run.keepsStopped = true
        _ = try run.run { _ in true }
        #expect(try contents(of: folder.path + "/other/model.safetensors") == finished)
        let cards = try ["model", "other"].map { try ModelDirectory.open(folder.path + "/" + $0).card }
        #expect(cards[0].metrics == cards[1].metrics)
    }

    @Test(arguments: WeightFormat.allCases)
    func `the figures on the card are those of the weights as they are stored`(format: WeightFormat) throws {
        let folder = try TemporaryFolder()
        var run = try smallRun(in: folder)
        run.recipe.fit.training.epochs = 3
        run.weights = format
        run.heldOut = run.data
        let summary = try run.run { _ in true }
        let stored = try ModelDirectory.open(folder.path + "/model")
        let report = try Evaluation.report(of: stored, on: run.data)
        #expect(report == summary.heldOut)
        let written = stored.card.metrics.first { $0.name == "calibration_error" && $0.measuredOn.contains("unseen") }
        #expect(written?.value == ((report.figures.last?.value ?? 0) * 1e6).rounded() / 1e6)
    }

    @Test func `rows that repeat another file but for punctuation are left out of a measurement`() throws {
        let folder = try TemporaryFolder()
        let run = try smallRun(in: folder)
        _ = try run.run { _ in true }
        let model = try ModelDirectory.open(run.output)
        let seen = DataFile(path: try folder.write("label\ttext\n음식\t국수가 매워요!\n날씨\t바람이 차다\n", to: "seen.tsv"))
        let test = DataFile(
            path: try folder.write(
                "label\ttext\n음식\t국수가 매워요...\n날씨\t바람이차다\n날씨\t바람이 찬가\n음식\t…\n", to: "test.tsv"))
        let repeats = try TextRepeats(of: seen)
        #expect(try Evaluation.report(of: model, on: test).count == 4)
        #expect(try Evaluation.report(of: model, on: test, without: repeats).count == 2)
    }

    @Test func `one label only is refused, and nothing is written`() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("label\ttext\na\tone\na\ttwo\n", to: "one.tsv")
        var run = try smallRun(in: folder)
        run.data = DataFile(path: path)
        let error = #expect(throws: TrainingRunError.self) { try run.run { _ in true } }
        guard case .data(let reason)? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(reason.kind == .oneClass)
        #expect(throws: ModelError.self) { try ModelDirectory.open(folder.path + "/model") }
    }

    @Test func `a recipe whose last layer does not fit the labels is refused before training`() throws {
        let folder = try TemporaryFolder()
        var run = try smallRun(in: folder)
        let json = String(decoding: SmallTexts.recipe(), as: UTF8.self)
            .replacing("{\"activation\": \"softmax\"}", with: "{\"units\": 3, \"activation\": \"softmax\"}")
        run.recipe = try Recipe(parsing: Array(json.utf8), name: "small")
        var trained = false
        let error = #expect(throws: TrainingRunError.self) {
            try run.run { event in
                if case .fit(.progress) = event { trained = true }
                return true
            }
        }
        #expect(!trained)
        #expect("\(error.map { "\($0) \($0.hint ?? "")" } ?? "")".contains("3 units, needs 2"))
    }

    @Test func `a place that is no place for a model is refused before the data are read`() throws {
        let folder = try TemporaryFolder()
        var run = try smallRun(in: folder)
        run.data = DataFile(path: "/nowhere/at/all.tsv")
        run.output = folder.path
        _ = try folder.write("mine", to: "precious.txt")
        let error = #expect(throws: TrainingRunError.self) { try run.run { _ in true } }
        guard case .output? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test func `rows whose label the model does not have end an evaluation with their line`() throws {
        let folder = try TemporaryFolder()
        var run = try smallRun(in: folder)
        run.recipe.fit.training.epochs = 1
        let model = try run.run { _ in true }.model
        let path = try folder.write("label\ttext\n음식\ta\n운동\tb\n", to: "other.tsv")
        let error = #expect(throws: DataError.self) { try Evaluation.report(of: model, on: DataFile(path: path)) }
        #expect(error?.kind == .unknownLabel)
        #expect(error?.line == 3)
        #expect(error?.expected.contains("'날씨', '음식'") == true)
    }

    /// Says whether training began.
    private func failure(of run: TrainingRun) -> (error: TrainingRunError?, hasTrained: Bool) {
        var hasTrained = false
        let error = #expect(throws: TrainingRunError.self) {
            try run.run { event in
                if case .fit(.progress) = event { hasTrained = true }
                return true
            }
        }
        return (error, hasTrained)
    }

    @Test(arguments: [
        (nil, DataError.Kind.unreadable), ("label\tbody\n음식\tx\n", .missingColumn),
        ("label\ttext\n음식\tx\n운동\ty\n", .unknownLabel), ("", .empty),
    ])
    func `held-out rows that cannot be measured with are refused before the training`(
        text: String?, kind: DataError.Kind
    ) throws {
        let folder = try TemporaryFolder()
        var run = try smallRun(in: folder)
        let path = folder.path + "/held-out.tsv"
        if let text { _ = try folder.write(text, to: "held-out.tsv") }
        run.heldOut = DataFile(path: path)
        let (error, hasTrained) = failure(of: run)
        guard case .data(let reason)? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(reason.kind == kind && reason.file == path)
        #expect(!hasTrained)
        #expect(throws: ModelError.self) { try ModelDirectory.open(folder.path + "/model") }
    }

    @Test(arguments: ["", "/", "//", ".", "./", "..", "somewhere/.", "somewhere/.."])
    func `a place that has no name of its own is refused`(output: String) throws {
        let folder = try TemporaryFolder()
        var run = try smallRun(in: folder)
        run.output = output
        guard case (.output(_, let reason, _)?, false) = failure(of: run) else {
            Issue.record("it trained")
            return
        }
        #expect(reason.contains("no name for a model"))
    }

    @Test func `a column with nearly as many labels as rows is refused`() throws {
        let folder = try TemporaryFolder()
        var run = try smallRun(in: folder)
        let rows = (0..<120).map { "user\($0 / 2 + $0 % 2 * 20)\t\($0)" }
        run.data = DataFile(
            path: try folder.write("label\ttext\n" + rows.joined(separator: "\n"), to: "users.tsv"))
        guard case (.data(let reason)?, false) = failure(of: run) else {
            Issue.record("it trained")
            return
        }
        #expect(reason.kind == .tooManyLabels)
        #expect(reason.came.contains("80 different labels in 120 rows"))
        #expect(reason.hint.contains("--label-column"))
    }

    @Test func `the history says by what settings the training went, as a recipe`() throws {
        let folder = try TemporaryFolder()
        var run = try smallRun(in: folder)
        run.recipe.fit.training.epochs = 1
        run.recipe.fit.training.seed = 77
        run.recipe.fit.training.schedule = .warmUpLinear(warmUp: 0.25)
        run.recipe.fit.training.averaging = 0.99
        _ = try run.run { _ in true }
        let settings = try #require(
            try JSONValue(parsing: contents(of: folder.path + "/model/history.json"))["settings"])
        #expect(settings["fit"]?["epochs"] == 1)
        #expect(settings["fit"]?["seed"] == 77)
        #expect(settings["fit"]?["learning_rate"] == 0.01)
        let again = try Recipe(parsing: settings.serialized(), name: "again")
        #expect(again.fit == run.recipe.fit)
        #expect(again.pipeline == run.recipe.pipeline)
    }

    private func smallRun(in folder: TemporaryFolder) throws -> TrainingRun {
        let path = try folder.write(SmallTexts.tsv, to: "small.tsv")
        let recipe = try Recipe(parsing: SmallTexts.recipe(), name: "small")
        return TrainingRun(data: DataFile(path: path), recipe: recipe, output: folder.path + "/model")
    }
}
