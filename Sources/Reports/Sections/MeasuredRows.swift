import JSON
import LanguageFeatures
import Models
import TextAnalysis
import TrainingRuns

/// How a model does on rows whose labels are known: the figures, the errors that it was surest of, and rows to look
/// into.
struct MeasuredRows {
    static let shownErrors = 40
    /// So many that are right, and so many that are wrong.
    static let shownExamples = 6

    let report: EvaluationReport
    let file: String
    /// Of a tagger, the probabilities of its spans.
    private let spans: Reliability
    private let errors: [Wrong]
    private let rights: [(label: String, example: Example)]

    struct Wrong {
        var example: Example
        /// The label or the span's type.
        var answer: String
        /// Of a tagger, where it saw the span; nil where the whole text has the label.
        var span: String?
        /// What is there in truth.
        var truth: String
        var probability: Double
    }

    init(of model: Model, _ data: DataFile, progress: (Int) -> Void) throws(DataError) {
        file = data.path
        var notes = Notes()
        report = try Evaluation.report(
            of: model, on: data,
            progress: {
                progress($0)
                return true
            }, read: { notes.take($0) })
        (spans, errors, rights) = (notes.spans, notes.errors, notes.rights)
    }

    /// Right ones, a label after the other, and the surest errors.
    var examples: [Example] {
        var byLabel: [String: [Example]] = [:]
        var labels: [String] = []
        for (label, example) in rights {
            if byLabel[label] == nil { labels.append(label) }
            byLabel[label, default: []].append(example)
        }
        var chosen: [Example] = []
        for round in 0..<Self.shownExamples {
            for label in labels where chosen.count < Self.shownExamples {
                if let list = byLabel[label], round < list.count { chosen.append(list[round]) }
            }
        }
        var seen: Set<String> = []
        let wrong = errors.map(\.example).filter { Notes.isReadable($0.text) && seen.insert($0.text).inserted }
        return chosen + wrong.prefix(Self.shownExamples)
    }

    var json: JSONValue {
        var members: [(name: String, value: JSONValue)] = [
            ("file", .string(file.split(separator: "/").last.map(String.init) ?? file)), ("rows", .count(report.count)),
            (
                "figures",
                .array(
                    report.figures.map { figure in
                        .object(JSONObject([("name", .string(figure.name)), ("value", .decimals(figure.value, 6))]))
                    })
            ),
            (
                "errors",
                .array(
                    errors.map { wrong in
                        .object(
                            JSONObject([
                                ("text", .string(wrong.example.text.shortened)), ("answer", .string(wrong.answer)),
                                ("span", wrong.span.map { .string($0) } ?? .null), ("truth", .string(wrong.truth)),
                                ("probability", .decimals(wrong.probability, 4)),
                            ]))
                    })
            ),
        ]
        if case .classification(let report) = report {
            members += [
                ("classes", Self.classes(report)), ("confusion", Self.confusion(report)),
                ("reliability", Self.json(of: report.reliability)),
            ]
        } else if case .tagging(let report) = report {
            members.append(("classes", Self.types(report)))
            if !report.types.isEmpty { members.append(("reliability", Self.json(of: spans))) }
        }
        return .object(JSONObject(members))
    }

    static func classes(_ report: ClassificationReport) -> JSONValue {
        .array(
            report.classes.map { figures in
                row(figures.label, figures.precision, figures.recall, figures.f1, figures.support)
            })
    }

    private static func types(_ report: TaggingReport) -> JSONValue {
        .array(
            report.types.map { type in
                let figures = report.figures(of: type)
                return row(type, figures.precision, figures.recall, figures.f1, figures.support)
            })
    }

    private static func row(
        _ label: String, _ precision: Double, _ recall: Double, _ f1: Double, _ support: Int
    ) -> JSONValue {
        .object(
            JSONObject([
                ("label", .string(label)), ("precision", .decimals(precision, 4)), ("recall", .decimals(recall, 4)),
                ("f1", .decimals(f1, 4)), ("support", .count(support)),
            ]))
    }

    /// [truth, predicted, rows] where there are rows: of a thousand labels most pairs have none.
    static func confusion(_ report: ClassificationReport) -> JSONValue {
        .array(
            report.confusion.enumerated().flatMap { truth, row in
                row.enumerated().filter { $0.element > 0 }.map { predicted, count in
                    .array([.count(truth), .count(predicted), .count(count)])
                }
            })
    }

    static func json(of reliability: Reliability) -> JSONValue {
        .object(
            JSONObject([
                ("error", .decimals(reliability.error, 6)),
                (
                    "bins",
                    .array(
                        reliability.bins.map { bin in
                            .array([
                                .count(bin.count), .decimals(bin.accuracy, 4), .decimals(bin.meanProbability, 4),
                            ])
                        })
                ),
            ]))
    }
}

/// What is kept of the rows as they pass.
private struct Notes {
    var spans = Reliability()
    /// The surest first.
    var errors: [MeasuredRows.Wrong] = []
    var rights: [(label: String, example: Example)] = []
    private var rightsOf: [String: Int] = [:]

    /// Neither a word nor a page.
    static func isReadable(_ text: String) -> Bool { (8...80).contains(text.count) }

    mutating func take(_ reading: Evaluation.Reading) {
        if case .classified(let text, let truth, let answer) = reading {
            let example = Example(text: text, truth: .label(truth))
            if answer.label == truth {
                note(right: truth, example)
            } else {
                note(
                    MeasuredRows.Wrong(
                        example: example, answer: answer.label, truth: truth, probability: answer.probability))
            }
        } else if case .tagged(let row, _, let answer) = reading {
            take(row, answer)
        }
    }

    private mutating func take(_ row: TaggedTexts.Row, _ answer: TaggedText) {
        let utf8 = Array(row.text.utf8)
        func text(_ range: Range<Int>) -> String {
            String(decoding: utf8[range.clamped(to: 0..<utf8.count)], as: UTF8.self)
        }
        let there = TagSpan.all(in: TagScheme.repaired(row.tags).tags).map { span in
            (
                type: span.type,
                range: row.tokens[span.tokens.lowerBound].lowerBound..<row.tokens[span.tokens.upperBound - 1].upperBound
            )
        }
        let example = Example(text: row.text, truth: .spans(there.map { ($0.type, text($0.range)) }))
        var isRight = there.count == answer.spans.count
        for span in answer.spans {
            let found = there.contains { $0.type == span.type && $0.range == span.range }
            spans.add(probability: span.probability, isRight: found)
            guard !found else { continue }
            isRight = false
            let others = there.filter { $0.range.overlaps(span.range) }.map { "\($0.type): \(text($0.range))" }
            note(
                MeasuredRows.Wrong(
                    example: example, answer: span.type, span: text(span.range),
                    truth: others.joined(separator: "; "), probability: span.probability))
        }
        if isRight, there.count > 1 { note(right: there[0].type, example) }
    }

    private mutating func note(right label: String, _ example: Example) {
        guard Self.isReadable(example.text), rightsOf[label, default: 0] < MeasuredRows.shownExamples else { return }
        rightsOf[label, default: 0] += 1
        rights.append((label, example))
    }

    /// Of equals the first in the file stays first.
    private mutating func note(_ wrong: MeasuredRows.Wrong) {
        if errors.count == MeasuredRows.shownErrors, let last = errors.last, last.probability >= wrong.probability {
            return
        }
        errors.insert(wrong, at: errors.firstIndex { $0.probability < wrong.probability } ?? errors.count)
        if errors.count > MeasuredRows.shownErrors { errors.removeLast() }
    }
}
