import JSON

extension TextAnalyze {
    package struct Token: Sendable, Equatable {
        /// As it stands in the text.
        package var text: String
        /// Offsets into the text, end-exclusive.
        package var start: Int
        package var end: Int
        /// As it was analysed: `text`, normalised as the request asks.
        package var normal: String
        /// The form that a dictionary lists: 먹다 of 먹었다, `go` of `went`.
        package var lemma: String?
        /// The form without its endings: 먹 of 먹었다, `hous` of `houses`.
        package var stem: String?
        /// A universal part of speech, such as `NOUN`.
        package var pos: String?
        /// The analyser's own tag, such as `NNG`.
        package var tag: String?
        package var stop: Bool
        /// The analyser had to guess.
        package var unknown: Bool
        package var parts: [MorphemePart]?
        package var costs: Costs?

        package init(
            text: String, start: Int, end: Int, normal: String, lemma: String?, stem: String?, pos: String?,
            tag: String?, stop: Bool, unknown: Bool, parts: [MorphemePart]? = nil, costs: Costs? = nil
        ) {
            self.text = text
            self.start = start
            self.end = end
            self.normal = normal
            self.lemma = lemma
            self.stem = stem
            self.pos = pos
            self.tag = tag
            self.stop = stop
            self.unknown = unknown
            self.parts = parts
            self.costs = costs
        }

        init(_ json: JSONValue, _ path: String) throws(ShapeError) {
            let reader = try ResultReader(json, path)
            text = try reader.string("text")
            start = try reader.integer("start")
            end = try reader.integer("end")
            normal = try reader.string("normal")
            lemma = reader["lemma"]?.string
            stem = reader["stem"]?.string
            pos = reader["pos"]?.string
            tag = reader["tag"]?.string
            stop = try reader.bool("stop")
            unknown = try reader.bool("unknown")
            if reader["parts"] != nil { parts = try reader.array("parts", MorphemePart.init) }
            if let costs = reader["costs"] { self.costs = try Costs(costs, "\(path).costs") }
        }

        var json: JSONValue {
            .members(
                ("text", .string(text)), ("start", .integer(start)), ("end", .integer(end)),
                ("normal", .string(normal)), ("lemma", lemma.json), ("stem", stem.json), ("pos", pos.json),
                ("tag", tag.json), ("stop", .bool(stop)), ("unknown", .bool(unknown)),
                ("parts", parts.map { .array($0.map(\.json)) }), ("costs", costs?.json))
        }
    }

    /// What a dictionary's lattice adds up for a token.
    package struct Costs: Sendable, Equatable {
        /// Of the word itself.
        package var word: Int
        /// Of following the token before.
        package var connection: Int
        /// For a space before a tag that goes without one.
        package var penalty: Int
        /// Of the path up to the end of this token.
        package var total: Int

        package init(word: Int, connection: Int, penalty: Int, total: Int) {
            self.word = word
            self.connection = connection
            self.penalty = penalty
            self.total = total
        }

        init(_ json: JSONValue, _ path: String) throws(ShapeError) {
            let reader = try ResultReader(json, path)
            word = try reader.integer("word")
            connection = try reader.integer("connection")
            penalty = try reader.integer("penalty")
            total = try reader.integer("total")
        }

        var json: JSONValue {
            .members(
                ("word", .integer(word)), ("connection", .integer(connection)), ("penalty", .integer(penalty)),
                ("total", .integer(total)))
        }
    }

    /// A morpheme within a token: of a compound, or of a form in which several have grown together.
    package struct MorphemePart: Sendable, Equatable {
        /// The form; of one that has grown together with the next it may be spelt otherwise than in the text.
        package var text: String
        package var tag: String
        /// Offsets into the text, end-exclusive; parts that have grown together may overlap.
        package var start: Int
        package var end: Int

        package init(text: String, tag: String, start: Int, end: Int) {
            self.text = text
            self.tag = tag
            self.start = start
            self.end = end
        }

        init(_ json: JSONValue, _ path: String) throws(ShapeError) {
            let reader = try ResultReader(json, path)
            text = try reader.string("text")
            tag = try reader.string("tag")
            start = try reader.integer("start")
            end = try reader.integer("end")
        }

        var json: JSONValue {
            .members(("text", .string(text)), ("tag", .string(tag)), ("start", .integer(start)), ("end", .integer(end)))
        }
    }

    /// Another analysis of the whole text.
    package struct Alternative: Sendable, Equatable {
        /// Of the path: the lower, the likelier.
        package var cost: Int
        package var tokens: [Token]

        package init(cost: Int, tokens: [Token]) {
            self.cost = cost
            self.tokens = tokens
        }

        init(_ json: JSONValue, _ path: String) throws(ShapeError) {
            let reader = try ResultReader(json, path)
            cost = try reader.integer("cost")
            tokens = try reader.array("tokens", Token.init)
        }

        var json: JSONValue {
            .members(("cost", .integer(cost)), ("tokens", .array(tokens.map(\.json))))
        }
    }

    /// A user word that stands in the text and lost against other words.
    package struct UserWordOutcome: Sendable, Equatable {
        /// As it stands in the text.
        package var word: String
        package var tag: String
        /// Offsets into the text, end-exclusive.
        package var start: Int
        package var end: Int
        /// Of the best path through it.
        package var cost: Int
        /// Of the path that was answered.
        package var bestCost: Int
        /// The greatest cost with which the word is sure to be taken; nil where it has to be forced.
        package var neededCost: Int?
        /// The best path through it.
        package var path: [Token]

        package init(
            word: String, tag: String, start: Int, end: Int, cost: Int, bestCost: Int, neededCost: Int?, path: [Token]
        ) {
            self.word = word
            self.tag = tag
            self.start = start
            self.end = end
            self.cost = cost
            self.bestCost = bestCost
            self.neededCost = neededCost
            self.path = path
        }

        init(_ json: JSONValue, _ path: String) throws(ShapeError) {
            let reader = try ResultReader(json, path)
            word = try reader.string("word")
            tag = try reader.string("tag")
            start = try reader.integer("start")
            end = try reader.integer("end")
            cost = try reader.integer("cost")
            bestCost = try reader.integer("bestCost")
            neededCost = reader["neededCost"]?.integer
            self.path = try reader.array("path", Token.init)
        }

        var json: JSONValue {
            .members(
                ("word", .string(word)), ("tag", .string(tag)), ("start", .integer(start)), ("end", .integer(end)),
                ("cost", .integer(cost)), ("bestCost", .integer(bestCost)), ("neededCost", neededCost.json),
                ("path", .array(path.map(\.json))))
        }
    }
}
