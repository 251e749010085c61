// What the built-in models make of Korean lines, for accuracy.py to compare: lines come on standard input.
//
//     KoreanLines morphemes   a morpheme a line, `start⇥end⇥form⇥tag⇥lemma⇥parts` (offsets in UTF-8), an empty line after a text
//     KoreanLines spacing     the lines as they are spaced
//     KoreanLines time        microseconds a line of both, the whole file over

import LanguageFeatures
import Models
import TextAnalysis

func tagger() throws -> MorphemeTagger {
    guard let tagger = MorphemeTagger(model: try BuiltInModels.open(MorphemeTagger.builtInName)) else {
        throw ModelError.notFound(name: MorphemeTagger.builtInName, known: BuiltInModels.names)
    }
    return tagger
}

func restorer() throws -> SpaceRestorer {
    guard let restorer = SpaceRestorer(model: try BuiltInModels.open(SpaceRestorer.builtInName)) else {
        throw ModelError.notFound(name: SpaceRestorer.builtInName, known: BuiltInModels.names)
    }
    return restorer
}

var lines: [String] = []
while let line = readLine() { lines.append(line) }

switch CommandLine.arguments.last {
case "morphemes":
    let tagger = try tagger()
    for line in lines {
        for morpheme in tagger.morphemes(of: line) {
            let parts = morpheme.parts.map { "\($0.form)/\($0.tag)" }.joined(separator: " ")
            print(
                morpheme.range.lowerBound, morpheme.range.upperBound, morpheme.surface, morpheme.tag, morpheme.lemma,
                parts,
                separator: "\t")
        }
        print()
    }
case "spacing":
    let restorer = try restorer()
    for line in lines { print(restorer.restored(line).text) }
case "time":
    let (tagger, restorer) = (try tagger(), try restorer())
    func time(_ name: String, _ body: (String) -> Int) {
        var best = Duration.seconds(1_000_000)
        var sum = 0
        for _ in 0..<5 { best = min(best, ContinuousClock().measure { for line in lines { sum += body(line) } }) }
        let microseconds = best / .microseconds(1) / Double(max(1, lines.count))
        print("\(name): \((microseconds * 10).rounded() / 10) µs a line (\(lines.count) lines, best of 5; \(sum / 5))")
    }
    time("morphemes") { tagger.morphemes(of: $0).count }
    time("spacing") { restorer.restored($0).text.utf8.count }
default: print("usage: KoreanLines morphemes|spacing|time < lines")
}
