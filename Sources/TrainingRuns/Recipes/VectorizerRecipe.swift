import JSON
package import Models
import Numerics

/// What `sluice train --task vectorize` fits: the object that `text/vectorize` takes, too (`VectorizerCoding`).
package struct VectorizerRecipe: Sendable, Equatable {
    /// A file, or what was written out.
    package let name: String
    package let request: VectorizerCoding.Request

    /// A method by its name, an object of JSON, or a file of one. Nil: tf-idf.
    package static func find(_ recipe: String?) throws(RecipeError) -> VectorizerRecipe {
        let recipe = recipe ?? "tf-idf"
        let methods = ["one-hot", "count", "frequency", "tf-idf", "sequence"]
        if methods.contains(recipe) {
            return try VectorizerRecipe(parsing: Array(#"{"method": "\#(recipe)"}"#.utf8), name: recipe)
        }
        if recipe.hasPrefix("{") { return try VectorizerRecipe(parsing: Array(recipe.utf8), name: "given") }
        let file: FileBytes
        do { file = try FileBytes(path: recipe, maximum: 64_000_000) } catch {
            throw RecipeError(
                recipe: recipe, reason: "\(error)",
                hint: "give the path of a JSON file, an object of JSON, or one of \(methods.joined(separator: ", "))")
        }
        return try VectorizerRecipe(parsing: file.withUnsafeBytes { Array($0) }, name: recipe)
    }

    package init(parsing bytes: [UInt8], name: String) throws(RecipeError) {
        self.name = name
        let value: JSONValue
        do { value = try JSONValue(parsing: bytes) } catch {
            throw RecipeError(recipe: name, reason: "\(error)", hint: "a recipe is one JSON object")
        }
        do { request = try VectorizerCoding.decode(value) } catch {
            throw RecipeError(
                recipe: name, reason: error.description,
                hint: "the names and values are those of scikit-learn, and of Keras for what only Keras has")
        }
    }
}
