import ArgumentParser
import JSON
import ServerProtocol
import Settings
import SluiceClient

struct Vectorize: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Turn texts into rows of numbers: column and value of what is not 0, one text a line.",
        discussion: """
            Texts come as arguments, from a file (--file) or from standard input ('-'), there one a line. A vectoriser is \
            one that sluice train --task vectorize stored, by its name or its path, or what is to be fitted on these very \
            texts: a method (one-hot, count, frequency, tf-idf, sequence) or an object of JSON.

              sluice vectorize --vectorizer ./models/words "정말 재미있어요"
              sluice vectorize --vectorizer tf-idf --terms --file reviews.txt
              sluice vectorize --vectorizer '{"method": "count", "analyzer": "char", "ngram_range": [1, 3]}' --file reviews.txt
            """)

    private static let methods = ["one-hot", "count", "frequency", "tf-idf", "sequence"]

    @Argument(help: ArgumentHelp("The texts, or '-' for standard input.", valueName: "text"))
    var texts: [String] = []

    @Option(help: ArgumentHelp("A file with one text a line.", valueName: "path"))
    var file: String?

    @Option(help: ArgumentHelp("The vectoriser.", valueName: "name|path|method|json"))
    var vectorizer: String

    @Option(
        help: ArgumentHelp("A folder in which to look for --vectorizer first. May be repeated.", valueName: "folder"))
    var models: [String] = []

    @Flag(help: "Print terms instead of columns.")
    var terms = false

    @Flag(help: "Print the answer as JSON, with the vocabulary where --terms is given: one line for each request.")
    var json = false

    @OptionGroup var daemon: DaemonOptions

    func validate() throws { try TextInput.validate(texts, file: file) }

    func run() throws {
        let configuration = try Configuration.load()
        let endpoint = try daemon.endpoint(configuration)
        let choice = DictionaryOptions.resolved(nil, configuration)
        let dictionaries = choice.named.map { [$0] } ?? choice.others
        switch try reference(configuration) {
        case .stored(let name):
            try TextInput.forEachBatch(texts, file: file) { try answer($0, by: .stored(name), dictionaries, endpoint) }
        case .fitted(let object):
            // On all of them together.
            var all: [String] = []
            try TextInput.forEachBatch(texts, file: file) { all += $0 }
            try answer(all, by: .fitted(object), dictionaries, endpoint)
        }
    }

    private func reference(_ configuration: Settings) throws -> TextVectorize.VectorizerReference {
        if vectorizer.hasPrefix("{") {
            do { return .fitted(try JSONValue(parsing: Array(vectorizer.utf8))) } catch {
                throw Failure("--vectorizer is no JSON: \(error)", hint: #"such as '{"method": "tf-idf"}'"#)
            }
        }
        if Self.methods.contains(vectorizer) {
            return .fitted(["method": .string(vectorizer)])
        }
        return .stored(ModelOptions.resolved(vectorizer, folders: try ModelOptions.folders(models, configuration)))
    }

    private func answer(
        _ batch: [String], by reference: TextVectorize.VectorizerReference, _ dictionaries: [String],
        _ endpoint: Endpoint
    ) throws {
        let answer: (raw: JSONValue, result: TextVectorize.Result)
        do throws(ClientError) {
            answer = try endpoint.ask(
                TextVectorize.self,
                .init(texts: batch, vectorizer: reference, vocabulary: terms, dictionaries: dictionaries))
        } catch {
            throw try failure(error)
        }
        var lines: [UInt8] = []
        if json {
            answer.raw.serialize(into: &lines)
            lines.append(0x0a)
        } else {
            for row in answer.result.rows { lines += text(of: row, answer.result.vocabulary).utf8 }
        }
        Output.write(lines)
    }

    /// Where there is no such vectoriser it may be a method that was meant, or another that is stored.
    private func failure(_ error: ClientError) throws -> any Error {
        guard case .refused(_, _, "modelNotFound", _) = error else { return error }
        let configuration = try Configuration.load()
        // The daemon does not know the folders that are named here.
        let here = Endpoint.inProcess(
            LocalServer(models: try ModelOptions.folders(models, configuration), configuration))
        let listed = try here.ask(ModelsList.self, .init()).result.models
        let stored = listed.filter { $0.contents?.task == "vectorize" }.map(\.name)
        let hint =
            "the methods are \(Self.methods.joined(separator: ", ")); "
            + (stored.isEmpty
                ? "sluice train --task vectorize stores a vectoriser"
                : "the stored vectorisers are \(stored.joined(separator: ", "))")
        return Failure(
            "there is no vectoriser \"\(vectorizer)\"", hint: ModelOptions.hint(for: vectorizer) ?? hint)
    }

    /// As svmlight has it: column, colon, value, with spaces between.
    private func text(of row: TextVectorize.Row, _ vocabulary: [String]?) -> String {
        zip(row.indices, row.values).map { index, value in
            let number = Int(exactly: value).map(String.init) ?? String(value)
            guard let vocabulary else { return "\(index):\(number)" }
            return (vocabulary.indices.contains(index) ? Output.field(vocabulary[index]) : String(index)) + ":" + number
        }.joined(separator: terms ? "\t" : " ") + "\n"
    }
}
