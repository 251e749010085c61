import ArgumentParser
import ServerProtocol
import Settings
import SluiceClient

/// Which word vectors a command asks.
struct VectorsOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The word vectors: a name, or the path of their folder. Default: those of the configuration, else built-in ones for the words' language, else the first by name.",
            valueName: "name|path"))
    var vectors: String?

    @Option(
        help: ArgumentHelp("A folder in which to look for --vectors first. May be repeated.", valueName: "folder"))
    var models: [String] = []

    func resolved(_ configuration: Settings) throws(Failure) -> String? {
        let folders = try ModelOptions.folders(models, configuration)
        return (vectors ?? configuration.vectors).map { ModelOptions.resolved($0, folders: folders) }
    }
}

/// How neighbours are sought.
struct NeighbourOptions: ParsableArguments {
    @Option(help: ArgumentHelp("How many neighbours.", valueName: "number"))
    var top: Int = WordQuestions.usualTop

    @Option(help: ArgumentHelp("Only words that begin so.", valueName: "text"))
    var prefix: String?

    @Option(help: ArgumentHelp("Only words in which this regular expression is found.", valueName: "expression"))
    var pattern: String?

    @Option(help: ArgumentHelp("Only words in a script, such as hangul or latin.", valueName: "script"))
    var script: String?

    @Option(
        help: ArgumentHelp(
            "Only words of a part of speech, such as NOUN or ADJ. May be repeated.", valueName: "pos"))
    var pos: [String] = []

    @Option(help: ArgumentHelp("Never this word. May be repeated.", valueName: "word"))
    var exclude: [String] = []

    @Option(help: ArgumentHelp("Only the so many most frequent words.", valueName: "number"))
    var limit: Int?

    @Flag(help: "Only words of other dictionary forms than those asked about.")
    var otherLemmas = false

    @Option(
        help: ArgumentHelp(
            "Of forms that differ only by case, or by inflection, the most similar alone.", valueName: "case|inflection"
        ))
    var fold: String?

    @Option(help: ArgumentHelp("cosine, dot or cosmul. Default: cosine.", valueName: "measure"))
    var measure: String?

    @Flag(help: "Search vectors of more than a million words in full.")
    var exact = false

    @Flag(help: "Add a column: what WordNet says that a neighbour is to the word, where it is installed.")
    var relations = false

    func validate() throws {
        if let limit, limit < 1 { throw ValidationError("--limit must be 1 or more.") }
        guard (0...WordQuestions.greatestTop).contains(top) else {
            throw ValidationError("--top must be 0 to \(WordQuestions.greatestTop).")
        }
        if let fold, WordQuestions.Folding(rawValue: fold) == nil {
            throw ValidationError("--fold is '\(fold)'; expected case or inflection.")
        }
        if let measure, WordQuestions.Measure(rawValue: measure) == nil {
            throw ValidationError("--measure is '\(measure)'; expected cosine, dot or cosmul.")
        }
    }

    func search(_ vectors: String?) -> WordQuestions.Search {
        .init(
            vectors: vectors, top: top,
            filter: .init(
                prefix: prefix, pattern: pattern, script: script, partsOfSpeech: pos, exclude: exclude, limit: limit,
                sameLemma: !otherLemmas),
            measure: measure.flatMap(WordQuestions.Measure.init) ?? .cosine,
            folding: fold.flatMap(WordQuestions.Folding.init), exact: exact, relations: relations)
    }

    func lines(_ answer: WordQuestions.Neighbours) -> String {
        answer.neighbours.map { neighbour in
            var columns = [Output.field(neighbour.word), Output.similarity(Double(neighbour.similarity))]
            if relations { columns.append(neighbour.relation ?? "") }
            return columns.joined(separator: "\t") + "\n"
        }.joined()
    }
}

extension WordQuestions.Reached {
    /// Says on standard error what stood for words that are not listed.
    static func note(_ reached: [Self]) {
        for word in reached {
            let what = word.as.map { "\"\(Output.field($0))\" stands for it" } ?? "its n-grams stand for it"
            Output.note("sluice: \"\(Output.field(word.word))\" is not listed: \(what) (\(word.by))")
        }
    }
}
