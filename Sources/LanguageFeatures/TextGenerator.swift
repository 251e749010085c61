package import Models
package import RecurrentNetworks
package import TextAnalysis

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// What could follow? Texts that a model writes, each token drawn by its probability after those before it.
///
/// The network reads n + k before the first token, n being the pipeline's `idCount` and k the label's place, 0 where
/// there are no labels. It answers with n + 1 probabilities: of the ids, and of the end of the text.
package struct TextGenerator: Sendable {
    package let model: Model

    /// What is to be written.
    package struct Request: Sendable, Equatable {
        /// What the text begins with.
        package var prompt = ""
        /// One of the model's; nil draws one, where it has any.
        package var label: String?
        /// The most tokens to draw.
        package var length = 200
        /// 0 writes the most probable token always; 1 draws by the probabilities as they are.
        package var temperature = 1.0
        /// The same seed draws the same text.
        package var seed: UInt64 = 0

        package init() {}
    }

    /// `model` is one whose task is `generate`.
    package init(model: Model) {
        self.model = model
    }

    /// A text as a row to train on: what is read, and the id that each step should answer, −1 where it is unknown and
    /// where the text is cut. Both empty where the text has no token.
    package static func example(
        of text: String, label: Int, _ pipeline: TextPipeline
    ) -> (ids: [Int32], targets: [Int32]) {
        let encoded = pipeline.encode(text)
        guard encoded.count > 0 else { return ([], []) }
        let end = Int32(truncatingIfNeeded: pipeline.idCount)
        let targets = encoded.ids.map { $0 == Vocabulary.unknown ? -1 : $0 } + [encoded.truncated ? -1 : end]
        return ([end + Int32(truncatingIfNeeded: label)] + encoded.ids, targets)
    }

    /// Writes a text. Nil where `isWanted`, which is asked before each token, says no.
    ///
    /// - Parameter piece: gets the text as it grows: joined, the pieces are the text of the answer.
    package func write(
        _ request: Request, while isWanted: () -> Bool = { true }, piece: (String) -> Void = { _ in }
    ) throws(GenerationError) -> GeneratedText? {
        var result = GeneratedText()
        let label = try label(of: request)
        result.label = label.map { model.labels[$0] }
        let pipeline = model.pipeline
        let prompt = pipeline.encode(request.prompt)
        guard !prompt.truncated else { throw .promptTooLong(limit: pipeline.configuration.maximumLength) }
        result.unknown = prompt.unknown

        let separator = pipeline.configuration.segmentation == .whiteSpace ? " " : ""
        func add(_ token: String) {
            let new = result.text.isEmpty ? token : separator + token
            result.text += new
            piece(new)
        }
        if prompt.count > 0 { add(pipeline.tokens(of: request.prompt).joined(separator: separator)) }

        let end = Int32(truncatingIfNeeded: pipeline.idCount)
        let sampler: Sampler
        var state: NetworkState
        do { sampler = try Sampler(temperature: request.temperature, seed: request.seed) } catch {
            throw .temperature(error.came)
        }
        do { state = try model.network.initialState() } catch { throw .network(error) }
        ([end + Int32(truncatingIfNeeded: label ?? 0)] + prompt.ids).withUnsafeBufferPointer {
            model.network.read(.ids($0, width: 1), &state)
        }
        let (padding, unknown) = (Int(Vocabulary.padding), Int(Vocabulary.unknown))
        var generator = Generator(model.network, from: state, sampler) { $0 != padding && $0 != unknown }
        var logProbability = 0.0
        while result.tokens < request.length {
            guard isWanted() else { return nil }
            guard let id = generator.next() else { break }
            logProbability += log(Double(generator.probability))
            guard id != end, let token = pipeline.vocabulary.word(at: Int(id)) else {
                result.ended = true
                break
            }
            add(token)
            result.tokens += 1
        }
        // What is certain has 0, not −0.
        result.logProbability = logProbability.toSixDecimals + 0
        return result
    }

    private func label(of request: Request) throws(GenerationError) -> Int? {
        if let label = request.label {
            guard let index = model.labels.firstIndex(of: label) else {
                throw .unknownLabel(label, labels: model.labels)
            }
            return index
        }
        guard !model.labels.isEmpty else { return nil }
        // From numbers of its own, so that the first token does not hang together with the label.
        let even = [Float](repeating: 1, count: model.labels.count)
        var sampler = try? Sampler(seed: request.seed ^ 0x6c61_6265_6c00_0000)
        return sampler?.draw(even) { _ in true } ?? 0
    }

    /// Adds to a report how well the text is foreseen. A text without a token is counted, and nothing in it.
    package func foresee(_ text: String, label: Int, into report: inout GenerationReport) {
        let pipeline = model.pipeline
        let (ids, targets) = Self.example(of: text, label: label, pipeline)
        report.count += 1
        let outputs = ids.withUnsafeBufferPointer { model.network.predict(ids: $0, width: 1) }
        let width = model.network.plan.output.features
        let areWords = pipeline.configuration.segmentation == .whiteSpace
        for (step, target) in targets.enumerated() {
            guard target >= 0 else {
                if step < ids.count - 1 { report.unknown += 1 }
                continue
            }
            let row = outputs[step * width..<(step + 1) * width]
            let probability = row[step * width + Int(target)]
            // A word is followed by a space or by the end.
            let word = areWords ? pipeline.vocabulary.word(at: Int(target)) : nil
            report.add(
                probability: probability, isFirst: !row.contains { $0 > probability },
                characters: areWords ? word.map { $0.count + 1 } ?? 0 : 1)
        }
    }
}

package struct GeneratedText: Sendable, Equatable {
    /// What was asked for as the model reads it, and what it wrote: words have a space between them.
    package internal(set) var text = ""
    /// Nil where the model has no labels.
    package internal(set) var label: String?
    /// Those that were drawn, without the end.
    package internal(set) var tokens = 0
    /// Tokens of the prompt that the vocabulary does not have.
    package internal(set) var unknown = 0
    /// The model ended the text; else it could have gone on.
    package internal(set) var ended = false
    /// ln of the probability of all that was drawn, the end among it, before the temperature; to six decimals.
    package internal(set) var logProbability = 0.0
}

/// Why nothing was written.
package enum GenerationError: Error, Sendable, Equatable, CustomStringConvertible {
    case unknownLabel(String, labels: [String])
    case promptTooLong(limit: Int)
    case temperature(String)
    case network(NetworkError)

    package var description: String {
        switch self {
        case .unknownLabel(let label, let labels):
            labels.isEmpty
                ? "the label \"\(label.prefix(80))\" came, but the model writes without labels"
                : "the model has no label \"\(label.prefix(80))\""
        case .promptTooLong(let limit): "the prompt has more than the \(limit) tokens that the model reads of a text"
        case .temperature(let came): "the temperature \(came) came, expected a number, 0 or more"
        case .network(let error): error.description
        }
    }

    package var hint: String {
        switch self {
        case .unknownLabel(_, let labels):
            labels.isEmpty ? "leave the label out" : "the labels are \(labels.prefix(100).joined(separator: ", "))"
        case .promptTooLong: "give the end of it alone"
        case .temperature: "0 writes the most probable token always, 1 draws by the probabilities as they are"
        case .network: "train the model again"
        }
    }
}
