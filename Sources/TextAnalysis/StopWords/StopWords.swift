/// Lists of words that say little of what a text is about.
package enum StopWords {
    private static let koreanSet = Set(korean)
    private static let englishSet = Set(english)
    private static let sklearnSet = Set(sklearn)

    package enum List: String, Sendable, CaseIterable {
        case korean, english
        /// The 318 English words of scikit-learn's `stop_words="english"`.
        case sklearn

        /// The same words, made a set of once.
        package var set: Set<String> {
            switch self {
            case .korean: StopWords.koreanSet
            case .english: StopWords.englishSet
            case .sklearn: StopWords.sklearnSet
            }
        }

        package var words: [String] {
            switch self {
            case .korean: StopWords.korean
            case .english: StopWords.english
            case .sklearn: StopWords.sklearn
            }
        }
    }
}
