import LanguageFeatures
import Testing

@Suite struct `Findings by rules` {
    private static let answer = Classification(
        labels: [.init(label: "negative", probability: 0.93), .init(label: "positive", probability: 0.07)], tokens: 3,
        unknown: 0, truncated: false)

    @Test func `say label, probability and model where nothing else is asked for`() {
        let rule = FindingRule(model: "sentiment-ko", label: "negative", atLeast: 0.9)
        #expect(rule.message(for: Self.answer, of: "sentiment-ko") == "negative, 0.93 (sentiment-ko)")
    }

    @Test(arguments: [(0.93, true), (0.930001, false), (0, true), (1, false)])
    func `begin at the probability that is asked for`(atLeast: Double, isFound: Bool) {
        let rule = FindingRule(model: "m", label: "negative", atLeast: atLeast)
        #expect((rule.message(for: Self.answer, of: "m") != nil) == isFound)
    }

    @Test func `are of the model and the label that were named, each rule for itself`() {
        let rules = [
            FindingRule(model: "m", label: "negative", atLeast: 0.5, message: "harsh"),
            FindingRule(model: "other", label: "negative", atLeast: 0),
            FindingRule(model: "m", label: "neutral", atLeast: 0),
            FindingRule(model: "m", label: "positive", atLeast: 0.05),
        ]
        #expect(
            rules.map { $0.message(for: Self.answer, of: "m") } == ["harsh", nil, nil, "positive, 0.07 (m)"])
    }

    @Test(arguments: [
        ("{model} says {label}: {probability}, {label}!", "m says {model}: 0.89, {model}!"), ("", ""), ("{", "{"),
        ("{what} {label", "{what} {label"),
    ])
    func `replace what stands in braces once`(message: String, text: String) {
        let answer = Classification(
            labels: [.init(label: "{model}", probability: 0.899999)], tokens: 1, unknown: 0, truncated: false)
        let rule = FindingRule(model: "m", label: "{model}", atLeast: 0, message: message)
        #expect(rule.message(for: answer, of: "m") == text)
    }

    @Test(
        arguments: [(0.9, "0.90"), (0.29, "0.29"), (0.999999, "0.99"), (1, "1.00"), (0, "0.00"), (.nan, nil)]
            as [(Double, String?)])
    func `never say more than there is`(probability: Double, text: String?) {
        let answer = Classification(
            labels: [.init(label: "a", probability: probability)], tokens: 1, unknown: 0, truncated: false)
        let rule = FindingRule(model: "m", label: "a", atLeast: 0, message: "{probability}")
        #expect(rule.message(for: answer, of: "m") == text)
    }
}
