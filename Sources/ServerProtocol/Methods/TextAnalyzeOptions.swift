package import JSON

extension TextAnalyze {
    /// A step of the normalisation that comes before the analysis.
    package enum Step: Sendable, Equatable {
        /// `keep` and `with` are for those that have them; nil for the usual.
        case named(String, keep: Int? = nil, with: String? = nil)
        case replace(pattern: String, with: String)

        private static let shape =
            #"give a step as its name, as {"step": name, "with": text}, or as {"replace": pattern, "with": text}"#

        package init(_ json: JSONValue, _ path: String) throws(ShapeError) {
            switch json {
            case .string(let name): self = .named(name)
            case .object(let object) where object["replace"] != nil:
                let reader = try MemberReader(json, path, names: ["replace", "with"])
                self = .replace(
                    pattern: try reader.string("replace"), with: try reader.optionalString("with") ?? "")
            case .object(let object) where object["step"] != nil:
                let reader = try MemberReader(json, path, names: ["step", "keep", "with"])
                self = .named(
                    try reader.string("step"), keep: try reader.optionalInteger("keep"),
                    with: try reader.optionalString("with"))
            case .object: throw ShapeError("\(path) has neither \"step\" nor \"replace\"", hint: Self.shape)
            default: throw ShapeError("\(path) is \(json.kind), expected a string or an object", hint: Self.shape)
            }
        }

        var json: JSONValue {
            switch self {
            case .named(let name, nil, nil): .string(name)
            case .named(let name, let keep, let text):
                .members(("step", .string(name)), ("keep", keep.json), ("with", text.json))
            case .replace(let pattern, let text): ["replace": .string(pattern), "with": .string(text)]
            }
        }
    }

    /// Which tokens are stop words, and whether they are left out.
    package struct Stop: Sendable, Equatable {
        /// The stop words, in place of those of the language; nil for these.
        package var words: [String]?
        package var add: [String]
        package var remove: [String]
        /// The tags whose tokens are stop words, in place of those of the language; nil for these.
        package var tags: [String]?
        /// Whether stop words are left out, not only marked.
        package var drop: Bool

        package init(
            words: [String]? = nil, add: [String] = [], remove: [String] = [], tags: [String]? = nil,
            drop: Bool = false
        ) {
            self.words = words
            self.add = add
            self.remove = remove
            self.tags = tags
            self.drop = drop
        }

        init(_ json: JSONValue) throws(ShapeError) {
            let reader = try MemberReader(json, "stop", names: ["words", "add", "remove", "tags", "drop"])
            words = try reader.optionalStrings("words")
            add = try reader.optionalStrings("add") ?? []
            remove = try reader.optionalStrings("remove") ?? []
            tags = try reader.optionalStrings("tags")
            drop = try reader.optionalBool("drop") ?? false
        }

        package var json: JSONValue {
            .members(
                ("words", words.map { .strings($0) }), ("add", add.isEmpty ? JSONValue?.none : .strings(add)),
                ("remove", remove.isEmpty ? JSONValue?.none : .strings(remove)), ("tags", tags.map { .strings($0) }),
                ("drop", drop ? true : JSONValue?.none))
        }
    }

    /// A word that the dictionary is to have for this request.
    package struct UserWord: Sendable, Equatable {
        /// As it is written; a verb or an adjective by its dictionary form, which stands for all its forms.
        package var word: String
        package var tag: String
        /// The lower, the more likely; nil for the usual one of the tag.
        package var cost: Int?
        package var reading: String?
        /// The parts, as the dictionary writes them: `form/TAG/*+form/TAG/*`.
        package var expression: String?
        /// How a verb or an adjective conjugates, such as `ㅂ`; nil to guess.
        package var conjugation: String?
        /// It is taken wherever it stands.
        package var force: Bool

        package init(
            word: String, tag: String, cost: Int? = nil, reading: String? = nil, expression: String? = nil,
            conjugation: String? = nil, force: Bool = false
        ) {
            self.word = word
            self.tag = tag
            self.cost = cost
            self.reading = reading
            self.expression = expression
            self.conjugation = conjugation
            self.force = force
        }

        init(_ json: JSONValue, _ path: String) throws(ShapeError) {
            let reader = try MemberReader(
                json, path, names: ["word", "tag", "cost", "reading", "expression", "conjugation", "force"])
            word = try reader.string("word")
            tag = try reader.string("tag")
            cost = try reader.optionalInteger("cost")
            reading = try reader.optionalString("reading")
            expression = try reader.optionalString("expression")
            conjugation = try reader.optionalString("conjugation")
            force = try reader.optionalBool("force") ?? false
        }

        package var json: JSONValue {
            .members(
                ("word", .string(word)), ("tag", .string(tag)), ("cost", cost.json), ("reading", reading.json),
                ("expression", expression.json), ("conjugation", conjugation.json),
                ("force", force ? true : JSONValue?.none))
        }
    }
}
