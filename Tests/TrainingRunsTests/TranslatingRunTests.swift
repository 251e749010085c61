import LanguageFeatures
import Models
import RecurrentNetworks
import Testing
import TextAnalysis
import TrainingRuns

struct `Training translators` {
    private static let months = ["January", "March", "May", "July"]

    /// 112 days in words, and what stands for them in digits.
    static let rows: [(text: String, translation: String)] = (1...28).flatMap { day in
        months.enumerated().map { index, month in
            (
                day.isMultiple(of: 3) ? "\(month) \(day)" : "\(day) \(month)",
                "0\(2 * index + 1)-" + (day < 10 ? "0\(day)" : "\(day)")
            )
        }
    }

    static let tsv = "text\ttranslation\n" + rows.map { "\($0.text)\t\($0.translation)\n" }.joined()

    static func recipe(
        pipeline: String = #"{"segmentation": {"method": "character"}, "maximum_length": 20}"#,
        layers: String = encoder, decoder: String? = attending, task: Model.Task = .translate
    ) throws -> Recipe {
        let decoder = decoder.map { #""decoder": [\#($0)],"# } ?? ""
        let json = """
            {"pipeline": \(pipeline), "layers": [\(layers)], \(decoder)
             "fit": {"epochs": 60, "batch_size": 8, "learning_rate": 0.01, "schedule": "warm_up_linear", "patience": null,
                     "validation_split": 0.1, "seed": 3}}
            """
        return try Recipe(parsing: Array(json.utf8), name: "small", task: task)
    }

    static let embedding = #"{"class_name": "Embedding", "config": {"output_dim": 12}}"#
    static let encoder =
        embedding
        + #", {"class_name": "Bidirectional", "config": {"#
        + #""layer": {"class_name": "GRU", "config": {"units": 24, "return_sequences": true}}}}"#
    static let gru = #"{"class_name": "GRU", "config": {"units": 48, "return_sequences": true}}"#
    static let softmax = #"{"class_name": "Dense", "config": {"activation": "softmax"}}"#
    static let attending = gru + #", {"class_name": "Attention"}, "# + softmax
    static let plain = gru + ", " + softmax

    @Test(arguments: [attending, plain])
    func `a file of texts and translations becomes a model that writes them`(decoder: String) throws {
        let folder = try TemporaryFolder()
        var run = TrainingRun(
            data: DataFile(path: try folder.write(Self.tsv, to: "days.tsv")),
            recipe: try Self.recipe(decoder: decoder), output: folder.path + "/model")
        run.heldOut = DataFile(
            path: try folder.write(#"{"text": "5 May", "translation": "05-05"}"#, to: "more.jsonl"))
        var read = ""
        let summary = try run.run { event in
            if case .read(let rows, let labels) = event { read = "\(rows) \(labels.count)" }
            return true
        }
        #expect(read == "112 0")
        guard case .translation(let validation)? = summary.validation, case .translation(let heldOut)? = summary.heldOut
        else {
            Issue.record("no reports of translations")
            return
        }
        #expect(validation.count == 11 && heldOut.count == 1)
        let model = try ModelDirectory.open(folder.path + "/model")
        #expect(model.task == .translate && model.labels.isEmpty)
        #expect(model.network.plan.output == .sequence(model.pipeline.idCount + 1))
        #expect(
            model.card.metrics.first { $0.name == "exact_match" }?.value == (validation.exactMatch * 1e6).rounded()
                / 1e6)
        #expect(model.card.metrics.contains { $0.name == "character_error_rate" })
        let report = try Evaluation.report(of: model, on: run.data)
        #expect(report.count == 112 && report.accuracy > 0.9)
        // What is not wanted ends within a text, too, which then counts for nothing.
        #expect(try Evaluation.report(of: model, on: run.data) { _ in false }.count == 0)
        #expect(Translator(model: model).attends == (decoder == Self.attending))
    }

    @Test func `a target that is longer than the model writes is learned as far as it writes`() throws {
        let folder = try TemporaryFolder()
        let recipe = try Self.recipe(
            pipeline:
                #"{"normalization": {"fold_repeats": null}, "segmentation": {"method": "character"}, "maximum_length": 5}"#
        )
        let run = TrainingRun(
            data: DataFile(
                path: try folder.write(
                    "text\ttranslation\n" + String(repeating: "a\tbbbbbbbb\n", count: 40), to: "a.tsv")),
            recipe: recipe, output: folder.path + "/model")
        let answer = try Translator(model: try run.run { _ in true }.model).translate("a")
        #expect(answer?.text == "bbbbb" && answer?.isComplete == false)
    }

    @Test func `texts and translations are read from columns, members and packed files`() throws {
        let folder = try TemporaryFolder()
        func rows(_ file: DataFile) throws -> [String] {
            var rows: [String] = []
            try file.forEachTranslation { rows.append("\($0)|\($1)|\($2)") }
            return rows
        }
        let tsv = "translation\ttext\n35\t삼오\n\n7\t칠\n"
        for packed in [false, true] {
            let name = packed ? "a.tsv.gz" : "a.tsv"
            #expect(
                try rows(DataFile(path: folder.write(tsv, to: name, packed: packed))) == ["삼오|35|2", "칠|7|4"])
        }
        let csv = try folder.write("ko,en\n\"가, 나\",\"a, b\"\n", to: "a.csv")
        #expect(try rows(DataFile(path: csv, textColumn: "ko", labelColumn: "en")) == ["가, 나|a, b|2"])
        let json = try folder.write(#"{"text": "삼오", "translation": 35}"# + "\n", to: "a.jsonl")
        #expect(try rows(DataFile(path: json)) == ["삼오|35|1"])

        for (text, name, kind, says) in [
            ("text\tlabel\na\tb\n", "b.tsv", DataError.Kind.missingColumn, "'translation' or 'target'"),
            ("text\ttranslation\na\t \n", "c.tsv", .emptyTranslation, "an empty translation"),
            ("text\ttranslation\n", "d.tsv", .empty, "texts and their translations"),
            ("__label__a b\n", "e.txt", .unknownFormat, "a header with tabs"),
            (#"{"text": "a", "translation": [1]}"#, "f.jsonl", .wrongType, "'translation'"),
            (#"{"text": "a"}"#, "g.jsonl", .missingColumn, "'translation' or 'target'"),
        ] {
            let error = try #require(throws: DataError.self) {
                try rows(DataFile(path: try folder.write(text, to: name)))
            }
            #expect(error.kind == kind && "\(error)".contains(says), "\(error)")
            if kind == .missingColumn { #expect(error.hint.contains("--label-column")) }
        }
    }

    /// What is wrong, and parts of the message and the hint: the place, what came, what it needs, and the mend.
    static let wrong: [(layers: String, decoder: String?, task: Model.Task, says: [String])] = [
        (
            encoder, nil, .translate,
            ["layer 'bidirectional'", "came a sequence", "what a decoder writes", #"put a "decoder""#]
        ),
        (encoder, "", .translate, ["decoder", "no layers came", "a recurrent layer"]),
        (encoder, attending, .classify, ["decoder: came 3 layers, needs none", "take the decoder out"]),
        (encoder, attending, .tag, ["decoder: came 3 layers, needs none", "--task translate"]),
        (
            encoder, gru.replacing("48", with: "20") + ", " + softmax, .translate,
            ["decoder's gru", "came GRU(20)", "needs GRU(48)", "with 48 units"]
        ),
        (
            encoder, gru.replacing("GRU", with: "LSTM") + ", " + softmax, .translate,
            ["decoder's lstm", "came LSTM(48)", "needs GRU(48)", "the same kind of layer"]
        ),
        (
            encoder.replacing(", \"return_sequences\": true", with: ""), attending, .translate,
            ["layer 'bidirectional'", "came a vector (48)", "return_sequences", "attends"]
        ),
        (embedding, plain, .translate, ["layer 'embedding'", "a recurrent layer", "end the encoder with"]),
        (
            encoder, gru.replacing("true", with: "false") + ", " + softmax, .translate,
            ["return_sequences false", "set return_sequences to true"]
        ),
        (encoder, softmax, .translate, ["decoder's dense", "first", "begin the decoder with GRU(48)"]),
        (encoder, gru, .translate, ["decoder's gru", "Dense(4, softmax)", "end the decoder with it"]),
        (
            encoder, gru + #", {"class_name": "Dense", "config": {"units": 9, "activation": "softmax"}}"#, .translate,
            ["decoder's dense", "Dense(4, softmax)"]
        ),
        (
            encoder + #", {"class_name": "Attention"}"#, plain, .translate,
            ["Attention layer outside", "move it to the decoder"]
        ),
        (
            encoder,
            gru + #", {"class_name": "Dense", "config": {"units": 24}}, {"class_name": "Attention"}, "# + softmax,
            .translate, ["decoder's attention", "came a sequence (T, 24)", "48 features", "a layer of 48 units"]
        ),
        (
            encoder, gru + #", {"class_name": "Attention"}, {"class_name": "Attention"}, "# + softmax, .translate,
            ["decoder's attention", "came a sequence (T, 96)", "48 features"]
        ),
        (
            embedding + ", " + gru.replacing("true}", with: "true, \"go_backwards\": true}"), attending, .translate,
            ["decoder's attention", "'gru' of the encoder, which goes backwards", "set go_backwards to false"]
        ),
        (
            encoder, gru + #", {"class_name": "Atention"}, "# + softmax, .translate,
            ["decoder[1]", "Atention", "Attention"]
        ),
    ]

    @Test(arguments: wrong.indices)
    func `layers that cannot translate are refused before anything is read, with the mend`(index: Int) throws {
        let (layers, decoder, task, says) = Self.wrong[index]
        let error = try #require(throws: RecipeError.self) {
            try Self.recipe(layers: layers, decoder: decoder, task: task)
        }
        for text in says { #expect("\(error) | \(error.hint)".contains(text), "\(error) | \(error.hint)") }
    }

    @Test(arguments: [
        (
            #"{"segmentation": {"method": "words", "affixes": 2}, "maximum_length": 20}"#,
            "method character, or white_space"
        ),
        (#"{"segmentation": {"method": "character"}, "maximum_length": 2001}"#, "at most 2000 steps"),
    ])
    func `pipelines that texts cannot be put together from, or that are too long, are refused`(
        pipeline: String, says: String
    ) throws {
        let error = try #require(throws: RecipeError.self) { try Self.recipe(pipeline: pipeline) }
        #expect("\(error)".contains("recipe small: pipeline.") && "\(error)".contains(says), "\(error)")
    }

    @Test func `numbers of the recipe that the data contradicts are refused when the data is read`() throws {
        let folder = try TemporaryFolder()
        let recipe = try Self.recipe(
            layers: Self.encoder.replacing("\"output_dim\": 12", with: "\"input_dim\": 100, \"output_dim\": 12"))
        let run = TrainingRun(
            data: DataFile(path: try folder.write(Self.tsv, to: "days.tsv")), recipe: recipe,
            output: folder.path + "/model")
        let error = try #require(throws: TrainingRunError.self) { try run.run { _ in true } }
        #expect("\(error)".contains("input_dim 100, needs") && error.hint?.contains("leave input_dim out") == true)
    }
}
