import JSON
import LanguageFeatures
package import Models
import Numerics
package import TextAnalysis
package import WordVectors

/// `sluice vectors train`: lines of text are read, word vectors are trained on them and stored as a model directory.
package struct VectorTraining: Sendable {
    /// What words are made of beside themselves.
    package enum Subwords: String, Sendable, CaseIterable {
        case none
        /// n-grams of 3 to 6 characters, as fastText has them.
        case characters
        /// n-grams of 1 to 4 syllables and of 3 to 5 jamo.
        case jamo
        /// Jamo where most words are Hangul, else characters.
        case auto
    }

    /// Files of a text a line, plain or gzip; `-` is standard input.
    package var corpora: [String]
    /// The directory to write.
    package var output: String
    /// Without subwords, which follow from `subwords`, and what follows from the model
    /// (`VectorTrainingOptions.takeDefaults`).
    package var options = VectorTrainingOptions()
    package var minimumCount = 5
    package var subwords = Subwords.auto
    /// Rows of n-grams.
    package var buckets = 1 << 18
    /// How often words that come together are joined.
    package var phrases = 0
    /// What is done to a line first.
    package var normalizer: Normalizer?
    /// What words are; nil: what stands between spaces.
    package var source: (any TermSource)?
    package var threads = 1
    package var format = VectorRowFormat.float32
    /// For the card; nil: judged by the text.
    package var languages: [String]?
    package var license = ""
    package var description: String?
    package var data: String?

    package enum Event: Sendable {
        /// So many words so far.
        case reading(words: Int)
        case corpus(words: Int, tokens: Int, subwords: Int)
        case progress(VectorTrainer.Progress)
    }

    package struct Summary: Sendable {
        package let vectors: StoredVectors
        /// Words read, of all epochs.
        package let words: Int
        /// Of training alone, without reading.
        package let seconds: Double
    }

    package init(corpora: [String], output: String) {
        self.corpora = corpora
        self.output = output
    }

    /// - Parameter event: false ends the run there, and nothing is written.
    /// - Returns: nil where it was ended.
    package func run(_ event: (Event) -> Bool = { _ in true }) throws(TrainingRunError) -> Summary? {
        try OutputPlace.check(output, vectors: true)
        var texts: [String] = []
        guard let corpus = try read(sample: &texts, event) else { return nil }
        var options = options
        options.subwords = scheme(for: corpus)
        if let memory = MachineMemory.size { options.memoryLimit = memory }
        options.takeDefaults()
        let trainer = try vectors { () throws(WordVectorsError) in try VectorTrainer(corpus, options) }
        let start = Event.corpus(
            words: corpus.words.count, tokens: corpus.tokenCount, subwords: options.subwords?.rowCount ?? 0)
        guard event(start) else { return nil }
        var losses: [Double] = []
        let clock = ContinuousClock()
        let began = clock.now
        let trained = try vectors { () throws(WordVectorsError) in
            try trainer.train(threads: threads) { progress in
                if progress.epoch == losses.count { losses.append(progress.loss) }
                losses[progress.epoch] = progress.loss
                return event(.progress(progress))
            }
        }
        guard let trained else { return nil }
        let seconds = (clock.now - began) / .seconds(1)
        let table = try vectors { () throws(WordVectorsError) in
            try VectorTable(
                words: trained.words, dimensions: trained.dimensions, rows: .float32(trained.rows),
                subwords: trained.subwords, counts: SharedElements(trained.counts))
        }
        let card = ModelCard(
            description: description
                ?? "Word vectors: \(options.model.rawValue) of \(options.dimensions) dimensions, trained with negative "
                + "sampling.",
            languages: languages ?? Languages.judged(from: texts),
            data: "\(data ?? names), \(Quantity.count(corpus.readCount)) words", license: license)
        let stored = StoredVectors(name: FileSystem.lastComponent(of: output), table: table, card: card)
        do throws(ModelError) {
            try ModelDirectory.write(
                stored, format: format, history: history(options, losses, seconds),
                // Of a small table it is made in the time that reading it would take.
                withIndex: table.count * table.dimensions > 1 << 20, to: output)
        } catch {
            throw .model(error)
        }
        return Summary(vectors: stored, words: corpus.readCount * options.epochs, seconds: seconds)
    }

    private func vectors<Value>(
        _ body: () throws(WordVectorsError) -> Value
    ) throws(TrainingRunError) -> Value {
        do throws(WordVectorsError) { return try body() } catch { throw .vectors(error) }
    }

    private var names: String {
        corpora.map(InputBytes.name).joined(separator: ", ")
    }

    // MARK: - Reading

    private func read(
        sample: inout [String], _ event: (Event) -> Bool
    ) throws(TrainingRunError) -> TrainingCorpus? {
        var builder = TrainingCorpusBuilder()
        var line: [UInt8] = []
        for path in corpora {
            do throws(DataError) {
                var lines = try LineReader(file: path)
                while try lines.next(into: &line) {
                    if lines.number % 1024 == 0, !event(.reading(words: builder.count)) { return nil }
                    let text = try decode(line, file: path, line: lines.number)
                    if sample.count < 2000 { sample.append(text) }
                    try append(text, to: &builder, file: path, line: lines.number)
                }
            } catch {
                throw .data(error)
            }
        }
        // Looser from pass to pass, as word2phrase is used: what has joined is rarer than its parts.
        for pass in 0..<phrases {
            guard event(.reading(words: builder.count)) else { return nil }
            builder.joinPhrases(minimumCount: minimumCount, threshold: 100 / Double(1 << min(pass, 10)))
        }
        return try vectors { () throws(WordVectorsError) in try builder.finish(minimumCount: minimumCount) }
    }

    private func append(
        _ text: String, to builder: inout TrainingCorpusBuilder, file: String, line: Int
    ) throws(DataError) {
        var text = text
        func refused(_ reason: String) -> DataError {
            DataError(
                .unusableText, file: file, line: line, came: reason, expected: "a text that can be taken apart",
                hint: "cut it into shorter lines, or leave it out")
        }
        do throws(NormalizationError) {
            if let normalizer { text = try normalizer.normalized(text).text }
        } catch {
            throw refused(error.description)
        }
        guard let source else {
            text.withUTF8 { builder.append(line: UnsafeRawBufferPointer($0)) }
            return
        }
        let terms: [String]
        do throws(VectorizerError) { terms = try source.terms(of: text) } catch { throw refused(error.description) }
        for var term in terms { term.withUTF8 { builder.append(UnsafeRawBufferPointer($0)) } }
        builder.endLine()
    }

    // MARK: - What is made of it

    private func scheme(for corpus: TrainingCorpus) -> SubwordScheme? {
        let characters = SubwordScheme.fastText(lengths: 3...6, buckets: buckets, kept: nil)
        let jamo = SubwordScheme.jamo(characters: 1...4, jamo: 3...5, buckets: buckets)
        switch subwords {
        case .none: return nil
        case .characters: return characters
        case .jamo: return jamo
        case .auto:
            let hangul = (0..<corpus.words.count).count { index in
                corpus.words[index].unicodeScalars.contains { (0xac00...0xd7a3).contains($0.value) }
            }
            return 2 * hangul > corpus.words.count ? jamo : characters
        }
    }

    /// `history.json`: the settings, and each epoch's loss as it ended.
    private func history(_ options: VectorTrainingOptions, _ losses: [Double], _ seconds: Double) -> JSONValue {
        func number(_ value: Int) -> JSONValue { .integer(Int64(value)) }
        let epochs = losses.enumerated().map { index, loss in
            JSONValue.object(
                JSONObject([("epoch", number(index + 1)), ("loss", .number((loss * 1e7).rounded() / 1e7))]))
        }
        let settings: [(name: String, value: JSONValue)] = [
            ("model", .string(options.model.rawValue)), ("dimensions", number(options.dimensions)),
            ("window", number(options.window)), ("negative", number(options.negative)),
            ("negative_power", .number(options.negativePower)),
            ("epochs", number(options.epochs)), ("minimum_count", number(minimumCount)),
            ("subsampling", .number(options.subsampling)),
            ("learning_rate", .number((Double(options.learningRate) * 1e7).rounded() / 1e7)),
            ("phrases", number(phrases)), ("words_by", .string(source?.name ?? "spaces")),
            ("seed", .string(String(options.seed))), ("deterministic", .bool(options.isDeterministic)),
        ]
        return .object(
            JSONObject([
                ("epochs", .array(epochs)), ("seconds", .number((seconds * 1000).rounded() / 1000)),
                ("settings", .object(JSONObject(settings))),
            ]))
    }
}
