/// Texts, each with its translation.
package struct TranslatedTexts: Sendable, Equatable {
    package private(set) var texts: [String] = []
    package private(set) var translations: [String] = []

    package init() {}

    package var count: Int { texts.count }

    package mutating func append(_ text: String, translation: String) {
        texts.append(text)
        translations.append(translation)
    }
}
