import LanguageFeatures
import Models
import Testing
import TextAnalysis
import TrainingRuns

@Suite struct `Fitting a vectoriser` {
    private func run(_ data: String, _ recipe: String, in folder: TemporaryFolder) throws -> StoredVectorizer {
        let name = data.hasPrefix("label") ? "texts.tsv" : "texts.txt"
        let run = VectorizerRun(
            data: DataFile(path: try folder.write(data, to: name)), recipe: try VectorizerRecipe.find(recipe),
            output: folder.path + "/words", vectorizer: TextVectorizer(source: nil))
        return try run.run()
    }

    @Test func `reads labelled rows or plain lines, and writes what it learned with a card`() throws {
        let folder = try TemporaryFolder()
        let stored = try run("label\ttext\nx\ta b\ny\tb c\n", "count", in: folder)
        #expect(stored.name == "words" && stored.vectorizer.vocabulary == ["a", "b", "c"])
        #expect(stored.vectorizer.documents == 2 && stored.card.languages == ["en"])
        #expect(stored.card.data == "texts.tsv, 2 texts")
        let again = try run("한 줄\n두 줄\n", #"{"method": "tf-idf", "analyzer": "char"}"#, in: folder)
        #expect(again.vectorizer.configuration.analyzer == .char && again.card.languages == ["ko"])
    }

    @Test(arguments: [
        ("text\na b\nb c\n", "texts.tsv"), ("id,text\n1,a b\n2,b c\n", "texts.csv"),
        (#"{"text": "a b"}"# + "\n" + #"{"text": "b c", "label": 3}"#, "texts.jsonl"),
        ("__label__x a b\n__label__y b c\n", "texts"),
    ])
    func `needs no labels`(data: String, name: String) throws {
        let folder = try TemporaryFolder()
        let run = VectorizerRun(
            data: DataFile(path: try folder.write(data, to: name)), recipe: try VectorizerRecipe.find("count"),
            output: folder.path + "/words", vectorizer: TextVectorizer(source: nil))
        #expect(try run.run().vectorizer.vocabulary == ["a", "b", "c"])
    }

    @Test(arguments: [
        ("a b\n", #"{"method": "count", "min_df": 2}"#, "min_df"), ("!\n", "tf-idf", "no terms"),
        ("a\n", #"{"method": "count", "analyzer": "morpheme"}"#, "morpheme"),
    ])
    func `writes nothing where nothing can be learned`(data: String, recipe: String, part: String) throws {
        let folder = try TemporaryFolder()
        let error = #expect(throws: TrainingRunError.self) { try run(data, recipe, in: folder) }
        #expect(error?.description.contains(part) == true && error?.hint != nil)
        #expect(throws: ModelError.self) { try ModelDirectory.openAny(folder.path + "/words") }
    }

    @Test(arguments: ["nothing.json", "{", #"{"method": "tfidf"}"#])
    func `refuses recipes that are none`(recipe: String) {
        #expect(throws: RecipeError.self) { try VectorizerRecipe.find(recipe) }
    }
}
