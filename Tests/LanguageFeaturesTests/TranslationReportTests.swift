import LanguageFeatures
import Testing

@Suite struct `Reports of translations` {
    private func report(_ pairs: [(String, String)]) -> TranslationReport {
        var report = TranslationReport()
        for (reference, translation) in pairs { report.add(reference: reference, translation: translation) }
        return report
    }

    static let pairs: [(String, String, edits: Int)] = [
        ("kitten", "sitting", 3), ("Saturday", "Sunday", 3), ("", "abc", 3), ("abc", "", 3), ("삼만 오천", "삼만오천", 1),
        ("2024-03-05", "2024-05-03", 2), ("👍🏽가", "👍가", 1), ("same", "same", 0), ("", "", 0),
    ]

    @Test(arguments: pairs)
    func `the distance is the fewest characters to put in, leave out or replace`(
        reference: String, translation: String, edits: Int
    ) {
        for (a, b) in [(reference, translation), (translation, reference)] where !a.isEmpty {
            #expect(report([(a, b)]).characterErrorRate == Double(edits) / Double(a.count))
            #expect(report([(a, b)]).exactMatch == (edits == 0 ? 1 : 0))
        }
    }

    /// All ways to make one the other, tried one by one.
    private func fewest(_ a: ArraySlice<Character>, _ b: ArraySlice<Character>) -> Int {
        guard let first = a.first, let other = b.first else { return max(a.count, b.count) }
        let (rest, more) = (a.dropFirst(), b.dropFirst())
        if first == other { return fewest(rest, more) }
        return 1 + min(fewest(rest, more), fewest(rest, b), fewest(a, more))
    }

    @Test func `it is that of every way to make one the other`() {
        var state: UInt64 = 5
        func draw(_ below: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % below
        }
        for _ in 0..<200 {
            func text() -> [Character] { (0..<1 + draw(6)).map { _ in ["a", "b", "c"][draw(3)] } }
            let (a, b) = (text(), text())
            #expect(
                report([(String(a), String(b))]).characterErrorRate == Double(fewest(a[...], b[...])) / Double(a.count))
        }
    }

    @Test(.timeLimit(.minutes(1)))
    func `of texts that are too long to be compared every character is an error`() {
        let long = String(repeating: "가", count: 1 << 20)
        #expect(report([(long, String(long.dropLast()))]).characterErrorRate == 1)
        #expect(report([(long, long)]).characterErrorRate == 0)
        #expect(report([("ab", long)]).characterErrorRate == Double(1 << 19))
        // The longest that are compared.
        let longest = String(repeating: "가", count: 8_000)
        #expect(report([(longest, "")]).characterErrorRate == 1)
        #expect(report([(longest, "나" + longest.dropFirst())]).characterErrorRate == 1.0 / 8_000)
    }

    @Test func `figures are over all the texts`() {
        let report = report([("ab", "ab"), ("abcd", "abxd"), ("ab", "xyz")])
        #expect(report.count == 3 && report.exactMatch == 1.0 / 3 && report.characterErrorRate == 4.0 / 8)
        #expect(TranslationReport().exactMatch == 0 && TranslationReport().characterErrorRate == 0)
        let figures = EvaluationReport.translation(report).figures
        #expect(figures.map(\.name) == ["exact_match", "character_error_rate"])
        #expect(figures.map(\.value) == [1.0 / 3, 0.5])
    }
}
