import TextAnalysis

/// Which language a text is analysed in, where the request does not say.
enum AnalysisLanguage {
    /// Latin letters that are too few, or an answer that is not sure enough, to call a text anything but English: that is
    /// the one of these languages that more than words is known of.
    private static let fewBytes = 40
    private static let sure: Float = 0.9

    /// An ISO 639-1 code; nil where the text has no letters that tell.
    static func of(_ text: String) -> String? {
        let text = text.utf8.contains(UInt8(ascii: ":")) && text.contains("://") ? withoutAddresses(text) : text
        guard let answer = LanguageIdentifier.language(of: text) else { return nil }
        let isUnsure = text.utf8.count < fewBytes || answer.probability < sure
        return isUnsure && LanguageIdentifier.usesLatinLetters(answer.language) ? "en" : answer.language
    }

    /// The letters of an address are those of no language.
    private static func withoutAddresses(_ text: String) -> String {
        text.split(separator: " ").filter { !$0.contains("://") }.joined(separator: " ")
    }
}
