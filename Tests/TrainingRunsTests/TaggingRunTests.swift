import LanguageFeatures
import Models
import RecurrentNetworks
import Testing
import TextAnalysis
import TrainingRuns

struct `Training taggers` {
    private static let cities = ["Seoul", "New York", "Paris", "San Jose", "Busan", "Rio"]
    private static let times = ["today", "next week", "at noon", "on Monday", "tonight", "in May"]
    private static let openings = ["fly to", "a hotel in", "what happens in", "weather for"]

    /// 144 texts of a city and a time, as JSON lines.
    static let rows: String = {
        var lines: [String] = []
        for opening in openings {
            for (c, city) in cities.enumerated() {
                for time in times {
                    var (tokens, tags): ([String], [String]) = ([], [])
                    func add(_ text: String, _ type: String?) {
                        for (index, word) in text.split(separator: " ").enumerated() {
                            tokens.append("\"\(word)\"")
                            tags.append("\"\(type.map { (index == 0 ? "B-" : "I-") + $0 } ?? "O")\"")
                        }
                    }
                    if c.isMultiple(of: 2) { add(time, "time") }
                    add(opening, nil)
                    add(city, "city")
                    if !c.isMultiple(of: 2) { add(time, "time") }
                    lines.append(
                        "{\"tokens\": [\(tokens.joined(separator: ", "))], \"tags\": [\(tags.joined(separator: ", "))]}"
                    )
                }
            }
        }
        return lines.joined(separator: "\n")
    }()

    static func recipe(_ ending: String) throws -> Recipe {
        let json = """
            {"pipeline": {"segmentation": {"method": "words", "affixes": 2}, "maximum_length": 40},
             "layers": [
              {"class_name": "Embedding", "config": {"output_dim": 12}},
              {"class_name": "Bidirectional", "config": {
                "layer": {"class_name": "LSTM", "config": {"units": 8, "return_sequences": true}}}},
              \(ending)],
             "fit": {"epochs": 15, "batch_size": 16, "learning_rate": 0.02, "patience": null, "seed": 3}}
            """
        return try Recipe(parsing: Array(json.utf8), name: "small", task: .tag)
    }

    static let chain = #"{"class_name": "Dense", "config": {"activation": "linear"}}, {"class_name": "CRF"}"#
    static let softmax = #"{"class_name": "Dense", "config": {"activation": "softmax"}}"#

    @Test func `weights of labels are refused: they are of whole texts`() throws {
        let folder = try TemporaryFolder()
        var run = TrainingRun(
            data: DataFile(path: try folder.write(Self.rows, to: "rows.jsonl")), recipe: try Self.recipe(Self.chain),
            output: folder.path + "/model")
        run.recipe.fit.classWeights = ["B-city": 2]
        let error = try #require(throws: TrainingRunError.self) { try run.run { _ in true } }
        #expect("\(error)".contains("fit.class_weight: came for the task tag"))
    }

    @Test(arguments: [chain, softmax])
    func `a file of tagged texts becomes a model that finds their spans`(ending: String) throws {
        let folder = try TemporaryFolder()
        var run = TrainingRun(
            data: DataFile(path: try folder.write(Self.rows, to: "rows.jsonl")), recipe: try Self.recipe(ending),
            output: folder.path + "/model")
        run.heldOut = DataFile(
            path: try folder.write("fly O\nto O\nSeoul B-city\n\nRio B-city\ntonight I-time\n", to: "more.conll"))
        run.weights = .int8
        var events: [String] = []
        let summary = try run.run { event in
            if case .read(let rows, let labels) = event { events.append("\(rows) \(labels.map(\.name))") }
            if case .unseenLabels(let labels) = event { events.append("unseen \(labels)") }
            return true
        }
        #expect(events == ["144 [\"O\", \"B-city\", \"I-city\", \"B-time\", \"I-time\"]"])
        guard case .tagging(let report)? = summary.validation, case .tagging(let heldOut)? = summary.heldOut else {
            Issue.record("no reports of taggings")
            return
        }
        #expect(report.overall.f1 > 0.95)
        #expect(heldOut.count == 2 && heldOut.tokens == 5 && heldOut.overall.support == 3)

        let model = try ModelDirectory.open(folder.path + "/model")
        #expect(model.task == .tag)
        #expect(model.card.description == "A tagger of texts: city, time.")
        #expect(model.card.metrics.first { $0.name == "f1" }?.value == (report.overall.f1 * 1e6).rounded() / 1e6)
        let answer = Tagger(model: model).tag("Weather for New York on Monday")
        #expect(answer.spans.map(\.type) == ["city", "time"])
        #expect(answer.spans.map(\.range) == [12..<20, 21..<30])
        #expect(try Evaluation.report(of: model, on: run.data).accuracy > 0.95)

        // A tag that the model does not have, and a model of another task.
        let other = DataFile(path: try folder.write("Seoul\tB-place\n", to: "other.tsv"))
        let error = try #require(throws: DataError.self) { try Evaluation.report(of: model, on: other) }
        #expect(error.kind == .unknownLabel && error.line == 1 && "\(error)".contains("'B-place'"))
        run.heldOut = other
        let refusal = try #require(throws: TrainingRunError.self) { try run.run { _ in true } }
        #expect("\(refusal)".contains("other.tsv:1") && "\(refusal)".contains("'B-place'"))
    }

    @Test func `a recipe for another task is refused before the data are read`() throws {
        let json = Array(String(decoding: SmallTexts.recipe(), as: UTF8.self).utf8)
        let error = try #require(throws: RecipeError.self) { try Recipe(parsing: json, name: "small", task: .tag) }
        #expect("\(error)".contains("for the task tag") && error.hint.contains("CRF"))
        #expect(throws: RecipeError.self) {
            try Self.recipe(
                #"{"class_name": "Dense", "config": {"activation": "tanh", "units": 3}}, {"class_name": "CRF"}"#)
        }
        #expect(throws: RecipeError.self) { try Self.recipe(#"{"class_name": "CRF"}"#) }
    }

    @Test func `texts that are all empty, and one alone, are no reason to stop in the middle`() throws {
        let folder = try TemporaryFolder()
        func run(_ text: String) throws -> TrainingRun {
            TrainingRun(
                data: DataFile(path: try folder.write(text, to: "rows.jsonl")), recipe: try Self.recipe(Self.chain),
                output: folder.path + "/model")
        }
        let one = try run(#"{"tokens": ["in", "Paris"], "tags": ["O", "B-city"]}"#).run { _ in true }
        #expect(one.validation == nil && one.model.labels == ["O", "B-city", "I-city"])
        let empty = #"{"tokens": ["  "], "tags": ["O"]}"# + "\n" + #"{"tokens": [" "], "tags": ["B-x"]}"#
        let error = try #require(throws: TrainingRunError.self) { try run(empty).run { _ in true } }
        #expect("\(error)".contains("without a single token"))
    }

    @Test func `spaces are learned from plain lines, and put back where they belong`() throws {
        let folder = try TemporaryFolder()
        let words = ["국수가", "정말", "맛있어요", "하늘이", "아침은", "따뜻해요", "비가", "와요"]
        var lines: [String] = []
        for first in words {
            for second in words { for third in words { lines.append("\(first) \(second) \(third)") } }
        }
        var recipe = try Recipe.find("spacing-ko", task: .tag)
        recipe.fit.training.epochs = 12
        recipe.fit.training.batchSize = 16
        let run = TrainingRun(
            data: DataFile(path: try folder.write(lines.joined(separator: "\n"), to: "lines.txt")), recipe: recipe,
            output: folder.path + "/model")
        let summary = try run.run { _ in true }
        guard case .tagging(let report)? = summary.validation else {
            Issue.record("no report of a tagging")
            return
        }
        #expect(report.overall.f1 > 0.95)
        let tagger = Tagger(model: summary.model)
        #expect(tagger.tag("하늘이정말따뜻해요").respaced == "하늘이 정말 따뜻해요")
        #expect(tagger.tag(" 하늘 이정말  따뜻해요 ").respaced == "하늘이 정말 따뜻해요 ")
        #expect(tagger.tag("").respaced == "")
    }
}
