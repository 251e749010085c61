package import TextAnalysis
package struct WordReplacement: Sendable {
    package init?(at offset: Int, morphemes: [Morpheme], language: String?) { return nil }
    package let lemma: String
    package let range: Range<Int>
    package let wordRange: Range<Int>
    package func form(of replacement: String) -> String? { nil }
}
package struct WordCompletion: Sendable {
    package struct Candidate: Sendable {
        package enum Source: Sendable { case vocabulary, document, related(similarity: Float) }
        package var word: String
        package var text: String
        package var range: Range<Int>
        package var score: Double
        package var source: Source
    }
}
