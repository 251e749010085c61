/// The words that are not counted: a list by its name, and what was added to it and taken from it.
package struct StopWordSelection: Sendable, Equatable {
    package var list: StopWords.List?
    package var added: [String]
    package var removed: [String]

    package init(list: StopWords.List? = nil, added: [String] = [], removed: [String] = []) {
        self.list = list
        self.added = added
        self.removed = removed
    }

    package var isEmpty: Bool { list == nil && added.isEmpty }

    /// In no order.
    package var words: Set<String> {
        Set(list?.words ?? []).union(added).subtracting(removed)
    }
}
