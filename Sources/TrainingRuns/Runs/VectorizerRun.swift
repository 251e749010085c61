package import LanguageFeatures
package import Models
import TextAnalysis

/// `sluice train --task vectorize`: texts are read, a vectoriser is fitted on them and stored like a model.
package struct VectorizerRun: Sendable {
    package var data: DataFile
    package var recipe: VectorizerRecipe
    /// The directory to write.
    package var output: String
    package var threads = 1
    /// For the card; nil: judged by the texts.
    package var languages: [String]?
    package var license = ""
    package var description: String?
    package var source: String?
    private let vectorizer: TextVectorizer

    package init(data: DataFile, recipe: VectorizerRecipe, output: String, vectorizer: TextVectorizer) {
        self.data = data
        self.recipe = recipe
        self.output = output
        self.vectorizer = vectorizer
    }

    /// - Parameter read: is told how many texts there are.
    package func run(read: (Int) -> Void = { _ in }) throws(TrainingRunError) -> StoredVectorizer {
        try OutputPlace.check(output)
        var texts: [String] = []
        do throws(DataError) {
            try data.forEachTextAlone { texts.append($0) }
        } catch {
            throw .data(error)
        }
        read(texts.count)
        let fitted: Vectorizer
        do throws(VectorizerError) {
            fitted = try vectorizer.fit(recipe.request, on: texts, threads: threads)
        } catch {
            throw .recipe(
                RecipeError(
                    recipe: recipe.name, reason: error.description,
                    hint: "nothing was written: mend the recipe or the data"))
        }
        let card = ModelCard(
            description: description ?? "Texts as rows of numbers: \(fitted.configuration.method.rawValue) of "
                + "\(Quantity.count(fitted.termCount)) terms.",
            languages: languages ?? Languages.judged(from: texts),
            data: "\(source ?? InputBytes.name(of: data.path)), \(Quantity.count(texts.count)) texts",
            license: license)
        do throws(ModelError) {
            try ModelDirectory.write(
                StoredVectorizer(name: FileSystem.lastComponent(of: output), vectorizer: fitted, card: card), to: output
            )
            guard case .vectorizer(let stored) = try ModelDirectory.openAny(output) else {
                throw .io(path: output, reason: "is another model now; somebody else wrote there")
            }
            return stored
        } catch {
            throw .model(error)
        }
    }
}
