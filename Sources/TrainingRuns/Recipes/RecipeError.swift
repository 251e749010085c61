/// Why a recipe cannot be used: where in it, what came, what was expected and the mend.
package struct RecipeError: Error, Sendable, Equatable, CustomStringConvertible {
    /// A file, or the name of a shipped recipe.
    package var recipe: String
    package var reason: String
    package var hint: String

    package init(recipe: String, reason: String, hint: String) {
        self.recipe = recipe
        self.reason = reason
        self.hint = hint
    }

    package var description: String { "recipe \(recipe): \(reason)" }
}
