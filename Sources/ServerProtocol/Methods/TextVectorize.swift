package import JSON

/// `text/vectorize`: texts as rows of numbers.
package enum TextVectorize: RemoteMethod {
    package static let method = "text/vectorize"
    package static let parameters: [Field] = [
        .optional("text", .string), .optional("texts", .strings()), .required("vectorizer", .stringOrObject),
        .optional("vocabulary", .boolean),
        .optional("dictionaries", .strings(atMost: TextAnalyze.greatestDictionaries)),
    ]

    package struct Parameters: ParameterShape {
        /// One row each.
        package var texts: [String]
        package var vectorizer: VectorizerReference
        /// Whether to add what the columns stand for.
        package var vocabulary: Bool
        /// As of `text/analyze`: what finds morphemes.
        package var dictionaries: [String]

        package init(
            texts: [String], vectorizer: VectorizerReference, vocabulary: Bool = false, dictionaries: [String] = []
        ) {
            self.dictionaries = dictionaries
            self.texts = texts
            self.vectorizer = vectorizer
            self.vocabulary = vocabulary
        }

        package init(_ reader: ParameterReader) throws(ShapeError) {
            switch (reader.string("text"), reader.strings("texts")) {
            case (let text?, nil): texts = [text]
            case (nil, let texts?): self.texts = texts
            case (nil, nil):
                throw ShapeError(
                    "\(method) needs \"text\" or \"texts\", and neither came",
                    hint: "give \"text\", a string, or \"texts\", an array of strings")
            case (.some, .some):
                throw ShapeError(
                    "\(method) needs \"text\" or \"texts\", and both came",
                    hint: "put the text among \"texts\", or make two requests")
            }
            vectorizer =
                if let name = reader.string("vectorizer") { .stored(name) } else {
                    .fitted(reader["vectorizer"] ?? [:])
                }
            vocabulary = reader.bool("vocabulary") ?? false
            dictionaries = reader.strings("dictionaries") ?? []
        }

        package var json: JSONValue {
            let reference: JSONValue =
                switch vectorizer {
                case .stored(let name): .string(name)
                case .fitted(let object): object
                }
            return .members(
                ("texts", .strings(texts)), ("vectorizer", reference), ("vocabulary", vocabulary ? true : nil),
                ("dictionaries", dictionaries.isEmpty ? JSONValue?.none : .strings(dictionaries)))
        }
    }

    package enum VectorizerReference: Sendable, Equatable {
        /// A name, or an absolute path.
        case stored(String)
        /// What to fit on the texts: an object, as recipes have it.
        case fitted(JSONValue)
    }

    /// What is not 0.
    package struct Row: Sendable, Equatable {
        /// Columns, ascending.
        package var indices: [Int]
        package var values: [Double]

        package init(indices: [Int], values: [Double]) {
            self.indices = indices
            self.values = values
        }

        fileprivate init(_ json: JSONValue, _ path: String) throws(ShapeError) {
            let reader = try ResultReader(json, path)
            indices = try reader.array("indices") { (json, path) throws(ShapeError) in
                guard let index = json.integer else {
                    throw ShapeError(
                        "\(path) is \(json.kind), expected an integer", hint: "is the daemon of this build?")
                }
                return index
            }
            values = try reader.array("values") { (json, path) throws(ShapeError) in
                guard let value = json.number else {
                    throw ShapeError("\(path) is \(json.kind), expected a number", hint: "is the daemon of this build?")
                }
                return value
            }
        }

        fileprivate var json: JSONValue {
            .members(
                ("indices", .array(indices.map { .integer($0) })), ("values", .array(values.map { .number($0) })))
        }
    }

    package struct Result: ResultShape {
        /// The name of a stored one.
        package var vectorizer: String?
        /// What was counted: `word`, `char`, `char_wb` or `morpheme`.
        package var analyzer: String
        /// Rows and columns.
        package var shape: [Int]
        /// In the order of the texts.
        package var rows: [Row]
        /// By column; where it was asked for.
        package var vocabulary: [String]?

        package init(vectorizer: String?, analyzer: String, shape: [Int], rows: [Row], vocabulary: [String]?) {
            self.vectorizer = vectorizer
            self.analyzer = analyzer
            self.shape = shape
            self.rows = rows
            self.vocabulary = vocabulary
        }

        package init(_ json: JSONValue) throws(ShapeError) {
            let reader = try ResultReader(json, "result")
            vectorizer = reader["vectorizer"]?.string
            analyzer = try reader.string("analyzer")
            shape = reader["shape"]?.array?.compactMap(\.integer) ?? []
            guard shape.count == 2 else {
                throw ShapeError("result.shape is not two integers", hint: "is the daemon of this build?")
            }
            rows = try reader.array("rows", Row.init)
            vocabulary = reader["vocabulary"]?.array?.compactMap(\.string)
        }

        package var json: JSONValue {
            .members(
                ("vectorizer", vectorizer.json), ("analyzer", .string(analyzer)),
                ("shape", .array(shape.map { .integer($0) })), ("rows", .array(rows.map(\.json))),
                ("vocabulary", vocabulary.map { .strings($0) }))
        }
    }
}
