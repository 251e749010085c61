/// What vectors are measured with: pairs of words that people have judged, or analogies.
package enum EvaluationSet: Sendable, Equatable {
    /// Lines of two words and a number, separated by tabs or else by spaces: WordSim-353, SimLex-999.
    case pairs([WordPair])
    /// Sections that begin with ": name", of lines of four words: Google's questions-words.
    case analogies([AnalogySection])

    package struct WordPair: Sendable, Equatable {
        package var a: String
        package var b: String
        package var score: Double

        package init(a: String, b: String, score: Double) {
            self.a = a
            self.b = b
            self.score = score
        }
    }

    package struct AnalogySection: Sendable, Equatable {
        package var name: String
        /// (a, b, c, d): a is to b as c is to d.
        package var questions: [[String]]

        package init(name: String, questions: [[String]]) {
            self.name = name
            self.questions = questions
        }
    }

    /// Which of the two it is shows in the first line that is no comment.
    /// - Parameter skipped: lines that are neither a comment nor of so many parts; empty ones are not counted.
    package init(parsing text: String, skipped: inout Int) throws(WordVectorsError) {
        skipped = 0
        let lines = text.split(whereSeparator: \.isNewline).filter {
            !$0.hasPrefix("#") && !$0.allSatisfy(\.isWhitespace)
        }
        if lines.first?.hasPrefix(":") == true {
            self = .analogies(Self.sections(lines, &skipped))
        } else {
            self = .pairs(Self.pairs(lines, &skipped))
        }
        let isEmpty =
            switch self {
            case .pairs(let pairs): pairs.isEmpty
            case .analogies(let sections): sections.allSatisfy(\.questions.isEmpty)
            }
        guard !isEmpty else {
            throw .invalid(
                field: "evaluation",
                reason: "none of \(lines.count) lines is two words and a number, or, after a line that begins with "
                    + "\": \", four words")
        }
    }

    private static func pairs(_ lines: [Substring], _ skipped: inout Int) -> [WordPair] {
        lines.compactMap { line in
            let hasTab = line.contains("\t")
            let parts = line.split(omittingEmptySubsequences: !hasTab) { hasTab ? $0 == "\t" : $0.isWhitespace }
            guard parts.count == 3, let score = Double(parts[2].filter { !$0.isWhitespace }), score.isFinite else {
                skipped += 1
                return nil
            }
            return WordPair(a: String(parts[0]), b: String(parts[1]), score: score)
        }
    }

    private static func sections(_ lines: [Substring], _ skipped: inout Int) -> [AnalogySection] {
        var sections: [AnalogySection] = []
        for line in lines {
            if line.hasPrefix(":") {
                let name = line.drop { $0 == ":" || $0 == " " }
                sections.append(AnalogySection(name: String(name), questions: []))
                continue
            }
            let words = line.split(whereSeparator: \.isWhitespace).map(String.init)
            if words.count == 4, !sections.isEmpty {
                sections[sections.count - 1].questions.append(words)
            } else {
                skipped += 1
            }
        }
        return sections
    }
}
