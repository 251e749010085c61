import JSON
import LanguageFeatures
package import Models
package import TrainingRuns

/// What a model is and what goes on inside it, as a page to look at. Each section is a file in `Sections/` and stands by
/// itself: a model gets those that there is something to say in.
package struct ModelReport {
    package var model: Model
    /// Rows whose labels are known, to measure with.
    package var data: DataFile?
    /// Texts to look into; where there are none, some rows of the data.
    package var texts: [String] = []

    /// What is being done.
    package enum Progress {
        case measuring(rows: Int)
        /// The share that is done, 0 ... 1.
        case mapping(Double)
        case explaining(text: Int, of: Int)
    }

    package init(model: Model) {
        self.model = model
    }

    /// - Parameter progress: called now and then.
    package func page(progress: (Progress) -> Void = { _ in }) throws(DataError) -> [UInt8] {
        let measured = try data.map { file throws(DataError) in
            try MeasuredRows(of: model, file) { progress(.measuring(rows: $0)) }
        }
        let map = EmbeddingMap(model) { progress(.mapping($0)) }
        let examples = texts.isEmpty ? measured?.examples ?? [] : texts.map { Example(text: $0) }
        let read = ReadTexts(of: model, examples) { progress(.explaining(text: $0, of: $1)) }
        let sections: [(name: String, value: JSONValue?)] = [
            ("overview", overview), ("training", Training.json(of: try? model.history())),
            ("evaluation", measured?.json), ("map", map?.json),
            ("texts", read.json),
        ]
        let members = sections.map { (name: $0.name, value: $0.value ?? .null) }
        return ReportPage.bytes(
            title: model.name,
            data: .object(
                JSONObject(
                    [
                        ("name", .string(model.name)), ("task", .string(model.task.rawValue)),
                        ("labels", .array(model.labels.map { .string($0) })),
                    ] + members)))
    }
}

/// A text to look into, and what is known of it.
struct Example {
    var text: String
    /// The label; of a tagger the spans, each with its type.
    var truth: Truth?

    enum Truth {
        case label(String)
        case spans([(type: String, text: String)])
    }
}

extension String {
    /// So much of a text as is read on a page.
    var shortened: String {
        guard let end = index(startIndex, offsetBy: 1_000, limitedBy: endIndex), end < endIndex else { return self }
        return self[..<end] + "…"
    }
}

extension JSONValue {
    /// So many decimals: a page of numbers is as large as what they are written with.
    static func decimals(_ value: Double, _ count: Int) -> JSONValue {
        guard value.isFinite else { return .null }
        var scale = 1.0
        for _ in 0..<count { scale *= 10 }
        let scaled = (value * scale).rounded()
        return scaled == 0 ? .integer(0) : .number(scaled / scale)
    }

    /// As exact as a Float, whatever the size.
    static func brief(_ value: Double) -> JSONValue {
        guard value.isFinite else { return .null }
        let short = Double("\(Float(value))") ?? value
        return .number(short.isFinite ? short : value)
    }

    static func count(_ value: Int) -> JSONValue { .integer(Int64(value)) }
}
