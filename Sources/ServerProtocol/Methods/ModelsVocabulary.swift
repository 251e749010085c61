package import JSON

/// `models/vocabulary`: entries of a model's vocabulary, by word, by id or as a range of ids.
package enum ModelsVocabulary: RemoteMethod {
    package static let method = "models/vocabulary"
    /// The most entries of one answer.
    package static let most = 10_000
    package static let parameters: [Field] = [
        .required("model", .string), .optional("words", .strings(atMost: most)),
        .optional("ids", .integers(atMost: most)), .optional("from", .integer(0...Int.max)),
        .optional("count", .integer(1...most)),
    ]

    package struct Parameters: ParameterShape {
        package var model: String
        package var selection: Selection

        package enum Selection: Sendable, Equatable {
            case words([String])
            case ids([Int])
            case range(from: Int, count: Int)
        }

        package init(model: String, selection: Selection = .range(from: 0, count: 100)) {
            self.model = model
            self.selection = selection
        }

        package init(_ reader: ParameterReader) throws(ShapeError) {
            model = try reader.requiredString("model")
            let range = reader["from"] != nil || reader["count"] != nil
            switch (reader.strings("words"), reader.integers("ids"), range) {
            case (let words?, nil, false): selection = .words(words)
            case (nil, let ids?, false): selection = .ids(ids)
            case (nil, nil, _):
                selection = .range(from: reader.integer("from") ?? 0, count: reader.integer("count") ?? 100)
            default:
                throw ShapeError(
                    "\(method) was given more than one of \"words\", \"ids\" and the range \"from\", \"count\"",
                    hint: "give one of them")
            }
        }

        package var json: JSONValue {
            switch selection {
            case .words(let words): ["model": .string(model), "words": .strings(words)]
            case .ids(let ids): ["model": .string(model), "ids": .integers(ids)]
            case .range(let from, let count):
                ["model": .string(model), "from": .integer(from), "count": .integer(count)]
            }
        }
    }

    package struct Entry: Sendable, Equatable {
        package var word: String
        /// Nil where the vocabulary does not have the word.
        package var id: Int?
        /// How often the word occurred in the training texts; 0 where that is not known.
        package var count: Int

        package init(word: String, id: Int?, count: Int) {
            self.word = word
            self.id = id
            self.count = count
        }
    }

    package struct Result: ResultShape {
        /// Entries of the whole vocabulary.
        package var size: Int
        package var entries: [Entry]

        package init(size: Int, entries: [Entry]) {
            self.size = size
            self.entries = entries
        }

        package init(_ json: JSONValue) throws(ShapeError) {
            let reader = try ResultReader(json, "result")
            size = try reader.integer("size")
            entries = try reader.array("entries") { json, path throws(ShapeError) in
                let entry = try ResultReader(json, path)
                return Entry(
                    word: try entry.string("word"), id: entry["id"]?.integer, count: try entry.integer("count"))
            }
        }

        package var json: JSONValue {
            .members(
                ("size", .integer(size)),
                (
                    "entries",
                    .array(
                        entries.map { entry in
                            .members(
                                ("word", .string(entry.word)), ("id", entry.id.json ?? .null),
                                ("count", .integer(entry.count)))
                        })
                ))
        }
    }
}
