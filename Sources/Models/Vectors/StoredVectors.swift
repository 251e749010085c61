import JSON
package import WordVectors

/// A table of word vectors as it is stored, and its card.
package struct StoredVectors: Sendable {
    package static let task = "words"

    package let name: String
    /// Its directory, or nil for a built-in one and for one that was just made.
    package let path: String?
    package let table: VectorTable
    package let card: ModelCard
    /// Of the files by their names, taken when they were made: see `verify`.
    package let checksums: [String: String]

    package init(
        name: String, path: String? = nil, table: VectorTable, card: ModelCard = ModelCard(),
        checksums: [String: String] = [:]
    ) {
        self.name = name
        self.path = path
        self.table = table
        self.card = card
        self.checksums = checksums
    }
}
