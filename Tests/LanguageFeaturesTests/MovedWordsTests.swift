import LanguageFeatures
import Models
import Testing

@Suite(.enabled(if: BuiltInModels.names.contains("sentiment-ko"), "sentiment-ko is not built in"))
struct `Words that moved a label` {
    private static func moved(_ text: String, label: String? = nil, count: Int = 3) throws -> [MovedWord] {
        let classifier = Classifier(model: try BuiltInModels.open("sentiment-ko"))
        return try #require(try MovedWords(classifier).words(of: text, label: label, count: count))
    }

    @Test func `are whole words, the one that moved it most first`() throws {
        let text = "이 영화는 정말 지루해서 돈이 아까웠다."
        let moved = try Self.moved(text, label: "negative", count: 10)
        let utf8 = Array(text.utf8)
        for word in moved {
            #expect(String(decoding: utf8[word.range], as: UTF8.self) == word.text)
            #expect(["이", "영화는", "정말", "지루해서", "돈이", "아까웠다"].contains(word.text))
        }
        #expect(zip(moved, moved.dropFirst()).allSatisfy { abs($0.change) >= abs($1.change) })
        #expect(moved.first { $0.text == "지루해서" }.map { $0.change > 0 } ?? false)
        #expect(try Self.moved(text, count: 2).count == 2)
    }

    @Test func `make the whole difference between the text and none`() throws {
        let text = "배우들의 '연기'가 10년간 최고였다!!"
        let explanation = try #require(
            try Explainer(model: try BuiltInModels.open("sentiment-ko")).explain(
                text, label: "positive", method: .prefix))
        let sum = try Self.moved(text, label: "positive", count: 100).map(\.change).reduce(0, +)
        let baseline = try #require(explanation.baseline)
        #expect(abs(sum - (explanation.probability - baseline)) < 1e-4)
    }

    @Test(arguments: ["", " ", "!?…", "\u{1f600}", "\u{0}"])
    func `are none where there are no words`(text: String) throws {
        #expect(try Self.moved(text).isEmpty)
        #expect(try Self.moved("좋은 영화", count: 0).isEmpty)
        #expect(try Self.moved("좋은 영화", count: -1).isEmpty)
    }

    @Test func `are none of a model's that has no such label, or when nobody waits for them`() throws {
        let classifier = Classifier(model: try BuiltInModels.open("sentiment-ko"))
        #expect(throws: ExplainerError.self) { try MovedWords(classifier).words(of: "영화", label: "so-so") }
        #expect(try MovedWords(classifier).words(of: "영화", while: { false }) == nil)
    }
}
