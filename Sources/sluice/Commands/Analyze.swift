import ArgumentParser
import JSON
import ServerProtocol
import Settings
import SluiceClient

struct Analyze: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract:
            "Say what texts are made of: text, part of speech, tag and lemma of each morpheme or word, one a line.",
        discussion: """
            Texts come as arguments, from a file (--file) or from standard input ('-'), there one a line; an empty line \
            comes after each. Korean and Japanese are analysed with a MeCab dictionary where one is installed, else Korean \
            by a built-in model; --json says what answered.

              sluice analyze "고마워, 영화가 재미있었다"
              sluice analyze --wakati --file reviews.txt
              sluice analyze --stop --normalize repeats --normalize urls "진짜 재밌다ㅋㅋㅋㅋㅋ https://example.com"
              sluice analyze --user-words words.tsv --costs "킹받는 영화"
            """)

    @Argument(help: ArgumentHelp("The texts, or '-' for standard input.", valueName: "text"))
    var texts: [String] = []

    @Option(help: ArgumentHelp("A file with one text a line.", valueName: "path"))
    var file: String?

    @Option(help: ArgumentHelp("The language, such as ko. Default: found from each text.", valueName: "code"))
    var language: String?

    @OptionGroup var dictionary: DictionaryOptions

    @Flag(help: "Print the tokens of a text on one line, with spaces between them.")
    var wakati = false

    @Option(help: "With --wakati and --no-daemon: how many threads. Default: as many as there are cores.")
    var threads: Int?

    @Option(
        help: ArgumentHelp(
            "Print pieces of the texts instead, one a line: sentences, paragraphs, lines, words, whitespace (what lies between it) or graphemes.",
            valueName: "kind"))
    var segments: String?

    @Flag(help: "The same as --segments sentences.")
    var sentences = false

    @Option(help: ArgumentHelp("Whose stems those of English are, with --json: snowball or porter.", valueName: "name"))
    var stemmer: String?

    @Flag(help: "Leave stop words out: particles, endings, punctuation, and words such as 그것 or the.")
    var stop = false

    @Flag(help: "Print the stop words and tags of --language instead, with what the configuration changes.")
    var listStopWords = false

    @Option(
        help: ArgumentHelp(
            "A step of normalisation before the analysis; give it again for more: nfc, nfd, nfkc, nfkd, lowercase, casefold, strip-accents, whitespace, repeats, colloquial, urls, emails, mentions, hashtags, numbers, emoji, spacing, or an object of JSON such as {\"replace\": \"ㅋ+\", \"with\": \"\"}.",
            valueName: "step"))
    var normalize: [String] = []

    @Option(help: ArgumentHelp("Compounds: none, mixed or discard. Default: none.", valueName: "mode"))
    var decompound: String?

    @Option(
        help: ArgumentHelp("So many analyses, the likeliest first, each after a line '# cost'.", valueName: "number"))
    var nbest: Int?

    @Flag(help: "Add a column: what a compound or a contracted form is made of.")
    var parts = false

    @Flag(help: "Add columns: costs of word, connection, penalty and sum; and say which user words lost, and why.")
    var costs = false

    @Flag(help: "Print each answer as one line of JSON.")
    var json = false

    @OptionGroup var daemon: DaemonOptions

    func validate() throws {
        if listStopWords {
            guard language != nil, texts.isEmpty, file == nil else {
                throw ValidationError("--list-stop-words goes with --language, such as ko or en, and without texts.")
            }
        } else {
            try TextInput.validate(texts, file: file)
        }
        guard [wakati, sentences, segments != nil, json].count(where: { $0 }) <= 1 else {
            throw ValidationError("Give one of --wakati, --segments, --sentences and --json.")
        }
        if let segments, pieces == nil {
            let names = TextAnalyze.Part.allCases.filter(TextAnalyze.Part.segments.contains).map(\.rawValue)
            throw ValidationError("--segments is \"\(segments)\", expected one of \(names.joined(separator: ", ")).")
        }
        if let stemmer, TextAnalyze.Stemmer(rawValue: stemmer) == nil {
            throw ValidationError("--stemmer is \"\(stemmer)\", expected snowball or porter.")
        }
        if let threads, !(1...1024).contains(threads) { throw ValidationError("--threads must be 1 to 1024.") }
        if let nbest, !(1...TextAnalyze.greatestNBest).contains(nbest) {
            throw ValidationError("--nbest must be 1 to \(TextAnalyze.greatestNBest).")
        }
        if let decompound, TextAnalyze.Decompound(rawValue: decompound) == nil {
            let names = TextAnalyze.Decompound.allCases.map(\.rawValue).joined(separator: ", ")
            throw ValidationError("--decompound must be one of \(names).")
        }
        if stemmer != nil, !json { throw ValidationError("--stemmer goes with --json, which has the stems.") }
        if pieces != nil, stop || decompound != nil {
            throw ValidationError("--stop and --decompound are about tokens; --segments and --sentences print none.")
        }
        if (wakati || pieces != nil) && (parts || costs || nbest != nil) {
            throw ValidationError("--parts, --costs and --nbest go with columns or with --json.")
        }
    }

    /// What is printed in place of tokens.
    private var pieces: TextAnalyze.Part? {
        if sentences { return .sentences }
        return segments.flatMap(TextAnalyze.Part.init).flatMap { TextAnalyze.Part.segments.contains($0) ? $0 : nil }
    }

    func run() throws {
        let configuration = try Configuration.load()
        var include = TextAnalyze.Part.byDefault
        if wakati { include = [.morphemes] }
        if let pieces { include = [pieces] }
        if parts { include.insert(.parts) }
        if costs { include.insert(.costs) }
        let dictionaries = dictionary.resolved(configuration)
        var parameters = TextAnalyze.Parameters(
            text: "", language: language, dictionary: dictionaries.named, include: include,
            nbest: nbest ?? 1, decompound: decompound.flatMap(TextAnalyze.Decompound.init) ?? .none,
            normalize: try normalize.map(Self.step), stop: .init(drop: stop),
            userDictionary: dictionary.userWords.map { Path.absolute($0) } ?? configuration.userDictionary,
            dictionaries: dictionaries.others, stemmer: stemmer.flatMap(TextAnalyze.Stemmer.init) ?? .snowball)
        parameters.stop.add = configuration.stopWords.add
        parameters.stop.remove = configuration.stopWords.remove
        let endpoint = try daemon.endpoint(configuration)
        if listStopWords {
            parameters.include = [.morphemes, .stopWords]
            let lists = try endpoint.ask(TextAnalyze.self, parameters).result.stopWords
            let lines = (lists?.tags ?? []).map { "tag\t\($0)\n" } + (lists?.words ?? []).map { "word\t\($0)\n" }
            Output.write(lines.joined())
            return
        }
        if wakati, case .inProcess(let server) = endpoint, file != nil || texts == ["-"], normalize.isEmpty, !stop,
            decompound == nil
        {
            return try SeparatedLines(server.lineSeparator(parameters), threads: threads ?? Processors.count)
                .write(file ?? "-")
        }
        var warnings: Set<String> = []
        try TextInput.forEachBatch(texts, file: file) { batch in
            var lines: [UInt8] = []
            for text in batch {
                parameters.text = text
                let answer = try endpoint.ask(TextAnalyze.self, parameters)
                // Words of the configuration are for some texts; who names a file means these.
                if dictionary.userWords != nil {
                    for warning in answer.result.warnings where warnings.insert(warning).inserted {
                        Output.note(warning)
                    }
                }
                if json {
                    answer.raw.serialize(into: &lines)
                    lines.append(0x0a)
                } else {
                    lines += self.text(of: answer.result, in: text).utf8
                }
            }
            Output.write(lines)
        }
    }

    /// A name, or an object as the protocol has it.
    private static func step(_ text: String) throws -> TextAnalyze.Step {
        guard text.hasPrefix("{") else { return .named(text) }
        do {
            return try TextAnalyze.Step(JSONValue(parsing: Array(text.utf8)), "--normalize")
        } catch let error as ShapeError {
            throw Failure(error.reason, hint: error.hint, status: 2)
        } catch {
            throw Failure(
                "--normalize is no JSON: \(error)", hint: #"such as '{"step": "urls", "with": ""}'"#, status: 2)
        }
    }

    /// A part of a form in which several have grown together has no text of its own.
    private func shown(_ token: TextAnalyze.Token) -> String { decompound == nil ? token.text : token.normal }

    private func text(of answer: TextAnalyze.Result, in text: String) -> String {
        if wakati { return (answer.tokens ?? []).map(shown).joined(separator: " ") + "\n" }
        if let pieces {
            let utf16 = Array(text.utf16)
            return (answer.segments[pieces] ?? []).map { piece in
                let range = max(0, piece.start)..<min(utf16.count, max(piece.start, piece.end))
                return Output.field(String(decoding: utf16[range], as: UTF16.self)) + "\n"
            }.joined() + "\n"
        }
        if let alternatives = answer.alternatives {
            return alternatives.map { "# \($0.cost)\n" + lines(of: $0.tokens) }.joined() + "\n"
        }
        return lines(of: answer.tokens ?? []) + (answer.userWords ?? []).map(lost).joined() + "\n"
    }

    private func lines(of tokens: [TextAnalyze.Token]) -> String {
        tokens.map { token in
            var columns = [shown(token), token.pos ?? "", token.tag ?? "", token.lemma ?? ""].map(Output.field)
            if parts {
                columns.append((token.parts ?? []).map { Output.field($0.text) + "/" + $0.tag }.joined(separator: "+"))
            }
            if costs, let costs = token.costs {
                columns += [costs.word, costs.connection, costs.penalty, costs.total].map { String($0) }
            }
            return columns.joined(separator: "\t") + "\n"
        }.joined()
    }

    private func lost(_ outcome: TextAnalyze.UserWordOutcome) -> String {
        let path = outcome.path.map { Output.field($0.text) + "/" + ($0.tag ?? "") }.joined(separator: " ")
        return "# \(Output.field(outcome.word))/\(outcome.tag) lost: the best path through it, \(path), costs "
            + "\(outcome.cost), the one above \(outcome.bestCost). It wins "
            + (outcome.neededCost.map { "with a cost of \($0) or less, or " } ?? "") + "where it is forced.\n"
    }
}
