import Models
import RecurrentNetworks
import TextAnalysis

/// Knowledge distillation (Hinton, Vinyals, Dean 2015, arXiv:1503.02531): texts without labels, each to be learned from
/// with the mean of the probabilities that the teachers give its labels.
struct Distillation {
    let texts: [String]
    /// (texts, labels) row-major, the labels in the order of the rows trained on.
    private(set) var targets: [Float] = []

    /// - Parameter teachers: classifiers with just these labels, in any order; one or more.
    init(
        _ teachers: [Model], of texts: [String], labels: [String], progress: (_ done: Int, _ of: Int) -> Void
    ) {
        self.texts = texts
        let outputs = teachers.map { teacher in labels.map { teacher.labels.firstIndex(of: $0) ?? 0 } }
        targets.reserveCapacity(texts.count * labels.count)
        for (done, text) in texts.enumerated() {
            if done.isMultiple(of: 256) { progress(done, texts.count) }
            var sums = [Float](repeating: 0, count: labels.count)
            for (teacher, order) in zip(teachers, outputs) {
                let encoded = teacher.pipeline.encode(text)
                let probabilities = encoded.ids.withUnsafeBufferPointer {
                    teacher.network.predict(ids: $0, width: encoded.width)
                }
                for (label, output) in order.enumerated() { sums[label] += probabilities[output] }
            }
            targets += sums.map { $0 / Float(teachers.count) }
        }
    }

    /// Why a model cannot teach these labels; nil where it can.
    static func refusal(of teacher: Model, labels: [String]) -> String? {
        guard teacher.task == .classify else { return "a model of the task \(teacher.task.rawValue)" }
        guard Set(teacher.labels) == Set(labels) else {
            return "a model of the labels \(listing(teacher.labels, atMost: 20, quoted: true))"
        }
        return nil
    }
}

extension TrainingSet {
    /// Adds what the teachers say to rows whose labels are numbers.
    mutating func add(_ lessons: Distillation, classes: Int, with pipeline: TextPipeline) {
        for (row, text) in lessons.texts.enumerated() {
            let ids = pipeline.encode(text).ids
            guard !ids.isEmpty else { continue }
            let target = lessons.targets[row * classes..<(row + 1) * classes]
            append(ids, values: targets == .values(width: 1) ? target.suffix(1) : target)
        }
    }
}
