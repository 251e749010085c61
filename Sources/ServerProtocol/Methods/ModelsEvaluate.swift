package import JSON

/// `models/evaluate`: how a model does on a file of labelled or tagged texts, or of texts to foresee.
package enum ModelsEvaluate: RemoteMethod {
    package static let method = "models/evaluate"
    package static let parameters: [Field] = [
        .required("model", .string), .required("data", .string), .optional("textColumn", .string),
        .optional("labelColumn", .string),
    ]

    package struct Parameters: ParameterShape {
        package var model: String
        /// Absolute path.
        package var data: String
        /// Nil: the usual ones.
        package var textColumn: String?
        package var labelColumn: String?

        package init(model: String, data: String, textColumn: String? = nil, labelColumn: String? = nil) {
            self.model = model
            self.data = data
            self.textColumn = textColumn
            self.labelColumn = labelColumn
        }

        package init(_ reader: ParameterReader) throws(ShapeError) {
            model = try reader.requiredString("model")
            data = try reader.requiredString("data")
            try SystemPath.checkAbsolute(data, "the data")
            textColumn = reader.string("textColumn")
            labelColumn = reader.string("labelColumn")
        }

        package var json: JSONValue {
            .members(
                ("model", .string(model)), ("data", .string(data)), ("textColumn", textColumn.json),
                ("labelColumn", labelColumn.json))
        }
    }

    package struct ClassFigures: Sendable, Equatable {
        package var label: String
        package var precision: Double
        package var recall: Double
        package var f1: Double
        /// Rows of this label.
        package var support: Int

        package init(label: String, precision: Double, recall: Double, f1: Double, support: Int) {
            self.label = label
            self.precision = precision
            self.recall = recall
            self.f1 = f1
            self.support = support
        }
    }

    /// Spans found, over those of all types.
    package struct SpanFigures: Sendable, Equatable {
        package var precision: Double
        package var recall: Double
        package var f1: Double
        package var support: Int

        package init(precision: Double, recall: Double, f1: Double, support: Int) {
            self.precision = precision
            self.recall = recall
            self.f1 = f1
            self.support = support
        }
    }

    package struct Result: ResultShape {
        package var model: String
        package var rows: Int
        /// Of the rows, or of the tokens of a tagger; of a translator the rows whose translation is exactly right; of a
        /// writer the share of the tokens than which it held none for more probable.
        package var accuracy: Double
        /// Nil of a translator and of a writer, as `classes` is.
        package var macroF1: Double?
        /// The labels of a classifier, or the types of spans of a tagger, in the order of the model's labels.
        package var classes: [ClassFigures]?
        /// Of a classifier: the expected calibration error over 15 bins of equal width.
        package var calibrationError: Double?
        /// Of a classifier: a row for each true label, a column for each predicted one, in the order of `classes`.
        package var confusionMatrix: [[Int]]?
        /// Of a tagger and of a writer: the tokens of the rows, those of a writer with the ends of the texts.
        package var tokens: Int?
        /// Of a tagger: what was found of the spans.
        package var spans: SpanFigures?
        /// Of a translator: characters that are wrong, over those of the references.
        package var characterErrorRate: Double?
        /// Of a writer: tokens that the vocabulary does not have, which are left out.
        package var unknown: Int?
        package var perplexity: Double?
        package var bitsPerCharacter: Double?

        package init(
            model: String, rows: Int, accuracy: Double, macroF1: Double? = nil, classes: [ClassFigures]? = nil,
            calibrationError: Double? = nil, confusionMatrix: [[Int]]? = nil, tokens: Int? = nil,
            spans: SpanFigures? = nil, characterErrorRate: Double? = nil, unknown: Int? = nil,
            perplexity: Double? = nil, bitsPerCharacter: Double? = nil
        ) {
            self.model = model
            self.rows = rows
            self.accuracy = accuracy
            self.macroF1 = macroF1
            self.calibrationError = calibrationError
            self.classes = classes
            self.confusionMatrix = confusionMatrix
            self.tokens = tokens
            self.spans = spans
            self.characterErrorRate = characterErrorRate
            self.unknown = unknown
            self.perplexity = perplexity
            self.bitsPerCharacter = bitsPerCharacter
        }

        package init(_ json: JSONValue) throws(ShapeError) {
            let reader = try ResultReader(json, "result")
            model = try reader.string("model")
            rows = try reader.integer("rows")
            accuracy = try reader.number("accuracy")
            macroF1 = reader["macroF1"]?.number
            characterErrorRate = reader["characterErrorRate"]?.number
            if reader["classes"] != nil {
                classes = try reader.array("classes") { json, path throws(ShapeError) in
                    let figures = try ResultReader(json, path)
                    return ClassFigures(
                        label: try figures.string("label"), precision: try figures.number("precision"),
                        recall: try figures.number("recall"), f1: try figures.number("f1"),
                        support: try figures.integer("support"))
                }
            }
            calibrationError = reader["calibrationError"]?.number
            if reader["confusionMatrix"] != nil {
                confusionMatrix = try reader.array("confusionMatrix") { json, path throws(ShapeError) in
                    guard let row = json.array else { throw ResultReader.mismatch(path, json, "an array") }
                    return row.compactMap(\.integer)
                }
            }
            tokens = reader["tokens"]?.integer
            unknown = reader["unknown"]?.integer
            perplexity = reader["perplexity"]?.number
            bitsPerCharacter = reader["bitsPerCharacter"]?.number
            if reader["spans"] != nil {
                let figures = try reader.object("spans")
                spans = SpanFigures(
                    precision: try figures.number("precision"), recall: try figures.number("recall"),
                    f1: try figures.number("f1"), support: try figures.integer("support"))
            }
        }

        package var json: JSONValue {
            let classes = classes?.map { figures -> JSONValue in
                .members(
                    ("label", .string(figures.label)), ("precision", .number(figures.precision)),
                    ("recall", .number(figures.recall)), ("f1", .number(figures.f1)),
                    ("support", .integer(figures.support)))
            }
            let spans = spans.map { spans -> JSONValue in
                .members(
                    ("precision", .number(spans.precision)), ("recall", .number(spans.recall)),
                    ("f1", .number(spans.f1)), ("support", .integer(spans.support)))
            }
            return .members(
                ("model", .string(model)), ("rows", .integer(rows)), ("tokens", tokens.json),
                ("unknown", unknown.json), ("perplexity", perplexity.json), ("bitsPerCharacter", bitsPerCharacter.json),
                ("accuracy", .number(accuracy)), ("macroF1", macroF1.json),
                ("calibrationError", calibrationError.json), ("spans", spans),
                ("characterErrorRate", characterErrorRate.json),
                ("classes", classes.map { .array($0) }),
                ("confusionMatrix", confusionMatrix.map { .array($0.map { .integers($0) }) }))
        }
    }
}
