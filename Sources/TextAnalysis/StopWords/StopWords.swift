/// Lists of words that say little of what a text is about.
package enum StopWords {
    package enum List: String, Sendable, CaseIterable {
        case korean, english
        /// The 318 English words of scikit-learn's `stop_words="english"`.
        case sklearn

        package var words: [String] {
            switch self {
            case .korean: StopWords.korean
            case .english: StopWords.english
            case .sklearn: StopWords.sklearn
            }
        }
    }
}
