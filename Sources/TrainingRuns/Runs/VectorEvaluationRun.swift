package import JSON
package import WordVectors

/// `sluice vectors evaluate`: a file of pairs or analogies is read, and the vectors are measured by it.
package struct VectorEvaluationRun: Sendable {
    private let evaluation: VectorEvaluation

    /// - Parameter limit: how many of the first words take part.
    package init(_ table: VectorTable, limit: Int = VectorEvaluation.usualLimit) {
        evaluation = VectorEvaluation(table, limit: limit)
    }

    /// - Parameters:
    ///   - file: a path, or `-` for standard input; plain or gzip.
    ///   - progress: is told how many of how many questions have been answered; false leaves it.
    /// - Returns: nil where it was left.
    package func report(
        on file: String, progress: @escaping @Sendable (Int, Int) -> Bool = { _, _ in true }
    ) throws(DataError) -> VectorReport? {
        var reader = try LineReader(file: file)
        var (bytes, text): ([UInt8], String) = ([], "")
        while try reader.next(into: &bytes) {
            text += try decode(bytes, file: file, line: reader.number)
            text += "\n"
        }
        var skipped = 0
        let set: EvaluationSet
        do throws(WordVectorsError) { set = try EvaluationSet(parsing: text, skipped: &skipped) } catch {
            throw DataError(
                .unknownFormat, file: file, came: "no line that can be asked",
                expected: "two words and a number a line, or \": section\" and then four words a line",
                hint: "files such as WordSim-353 as TSV, and Google's questions-words.txt, are of these kinds")
        }
        switch set {
        case .pairs(let pairs): return VectorReport(file: file, skipped: skipped, .pairs(evaluation.scores(of: pairs)))
        case .analogies(let sections):
            let all = sections.reduce(0) { $0 + $1.questions.count }
            return evaluation.scores(of: sections) { progress($0, all) }.map {
                VectorReport(file: file, skipped: skipped, .analogies($0))
            }
        }
    }
}

/// What vectors came to on a file.
package struct VectorReport: Sendable, Equatable {
    package enum Scores: Sendable, Equatable {
        case pairs(VectorEvaluation.PairScores)
        case analogies([VectorEvaluation.AnalogyScores])
    }

    package var file: String
    /// Lines of the file that were neither.
    package var skipped: Int
    package var scores: Scores

    init(file: String, skipped: Int, _ scores: Scores) {
        self.file = file
        self.skipped = skipped
        self.scores = scores
    }

    private static func total(_ sections: [VectorEvaluation.AnalogyScores]) -> VectorEvaluation.AnalogyScores {
        sections.reduce(into: VectorEvaluation.AnalogyScores(name: "total")) { total, section in
            total.right += section.right
            total.known += section.known
            total.unknown += section.unknown
        }
    }

    /// For people.
    package var text: String {
        var table: Table
        switch scores {
        case .pairs(let scores):
            table = Table(columns: [.left, .right])
            table.add(["pairs", Quantity.count(scores.known)])
            table.add(["unknown", Quantity.count(scores.unknown)])
            table.add(["Spearman", scores.spearman.map { Quantity.rate($0) } ?? "-"])
            table.add(["Pearson", scores.pearson.map { Quantity.rate($0) } ?? "-"])
            if skipped > 0 { table.add(["lines skipped", Quantity.count(skipped)]) }
        case .analogies(let sections):
            table = Table(columns: [.left, .right, .right, .right, .right])
            table.add(["section", "accuracy", "right", "asked", "unknown"])
            for section in sections + [Self.total(sections)] {
                table.add(
                    [section.name, section.accuracy.map { Quantity.rate($0) } ?? "-"]
                        + [section.right, section.known, section.unknown].map { Quantity.count($0) })
            }
            if skipped > 0 { table.add(["lines skipped", "", "", Quantity.count(skipped)]) }
        }
        return table.description
    }

    package var json: JSONValue {
        func number(_ value: Double?) -> JSONValue { value.map { .number($0) } ?? .null }
        func count(_ value: Int) -> JSONValue { .integer(Int64(value)) }
        func figures(_ section: VectorEvaluation.AnalogyScores) -> [(String, JSONValue)] {
            [
                ("accuracy", number(section.accuracy)), ("right", count(section.right)),
                ("known", count(section.known)), ("unknown", count(section.unknown)),
            ]
        }
        let head: [(String, JSONValue)] = [("file", .string(file)), ("skipped", count(skipped))]
        switch scores {
        case .pairs(let scores):
            return .object(
                JSONObject(
                    head + [
                        ("spearman", number(scores.spearman)), ("pearson", number(scores.pearson)),
                        ("known", count(scores.known)), ("unknown", count(scores.unknown)),
                    ]))
        case .analogies(let sections):
            let parts = sections.map { section in
                JSONValue.object(JSONObject([("section", .string(section.name))] + figures(section)))
            }
            return .object(JSONObject(head + figures(Self.total(sections)) + [("sections", .array(parts))]))
        }
    }
}
