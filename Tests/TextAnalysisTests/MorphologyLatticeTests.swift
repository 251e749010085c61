import Testing
import TextAnalysis

/// The lattice against a search of all paths, on a small dictionary in which many paths tie.
struct MorphologyLatticeTests {
    private func withAnalyser(
        seed: UInt64, userWords: [UserWord] = [], _ body: (MorphologicalAnalyser, inout LatticeWorker) throws -> Void
    ) throws {
        let analyser = try MorphologicalAnalyser(try TinyDictionary(seed: seed).open(), userWords: userWords)
        var worker = LatticeWorker()
        try body(analyser, &worker)
    }

    @Test(arguments: 1...6 as ClosedRange<UInt64>)
    func `alternatives come from the cheapest on, each once, and the first costs what the best path does`(
        seed: UInt64
    ) throws {
        try withAnalyser(seed: seed) { analyser, worker in
            for line in TinyDictionary.lines(count: 60, seed: seed) {
                let best = try analyser.tokens(of: line, worker: &worker)
                let alternatives = try analyser.alternatives(of: line, count: 512, worker: &worker)
                let costs = alternatives.map { analyser.cost(of: $0) }
                #expect(costs == costs.sorted())
                #expect(costs.first == analyser.cost(of: best))
                let spelt = alternatives.map { path in path.map { "\($0.start) \($0.end) \(analyser.feature(of: $0))" }
                }
                #expect(Set(spelt).count == spelt.count)
            }
        }
    }

    @Test(arguments: 1...4 as ClosedRange<UInt64>)
    func `tokens are in order, do not overlap, and leave out nothing but white space`(seed: UInt64) throws {
        try withAnalyser(seed: seed) { analyser, worker in
            for line in TinyDictionary.lines(count: 300, seed: seed) {
                let bytes = Array(line.utf8)
                var end = 0
                for token in try analyser.tokens(of: line, worker: &worker) {
                    #expect(bytes[end..<token.start].allSatisfy { $0 == 0x20 || $0 == 0x09 })
                    #expect(token.end > token.start)
                    end = token.end
                }
                #expect(bytes[end...].allSatisfy { $0 == 0x20 || $0 == 0x09 })
            }
        }
    }

    @Test
    func `what a worker did before changes nothing`() throws {
        try withAnalyser(seed: 3) { analyser, worker in
            for line in TinyDictionary.lines(count: 200, seed: 9) {
                var fresh = LatticeWorker()
                let expected = try analyser.tokens(of: line, worker: &fresh)
                let tokens = try analyser.tokens(of: line, worker: &worker)
                #expect(tokens == expected)
            }
        }
    }

    @Test
    func `lines are analysed by themselves, and positions are those of the text`() throws {
        try withAnalyser(seed: 2) { analyser, worker in
            let lines = TinyDictionary.lines(count: 40, seed: 5)
            var expected: [LatticeToken] = []
            var start = 0
            for line in lines {
                for var token in try analyser.tokens(of: line, worker: &worker) {
                    token.start += start
                    token.end += start
                    expected.append(token)
                }
                start += line.utf8.count + 1
            }
            let tokens = try analyser.tokens(of: lines.joined(separator: "\n"), worker: &worker)
            #expect(tokens == expected)
        }
    }

    @Test
    func `the quick way writes the same words`() throws {
        try withAnalyser(seed: 4) { analyser, worker in
            for line in TinyDictionary.lines(count: 200, seed: 6) {
                let bytes = Array(line.utf8)
                let tokens = try analyser.tokens(of: line, worker: &worker)
                let expected = Array(tokens.map { bytes[$0.start..<$0.end] }.joined(separator: [0x20]))
                var output: [UInt8] = []
                try (bytes + [0x0a]).withUnsafeBufferPointer { text in
                    try analyser.appendSeparated(text, to: &output, worker: &worker)
                }
                #expect(output == expected + [0x0a], "\(line.debugDescription)")
            }
        }
    }

    @Test
    func `an empty text and one of white space have no tokens`() throws {
        try withAnalyser(seed: 1) { analyser, worker in
            for text in ["", " ", "   \t  ", "\n", " \n \n"] {
                let tokens = try analyser.tokens(of: text, worker: &worker)
                #expect(tokens.isEmpty)
            }
            let alternatives = try analyser.alternatives(of: "  ", count: 5, worker: &worker)
            #expect(alternatives == [[]])
        }
    }

    @Test
    func `broken UTF-8 is analysed, byte for byte`() throws {
        try withAnalyser(seed: 1) { analyser, worker in
            var generator = SeededGenerator(seed: 7)
            for _ in 0..<500 {
                let bytes =
                    (0..<Int.random(in: 0...40, using: &generator)).map { _ in
                        // Beginnings and ends of characters, mixed.
                        [0xea, 0xb0, 0x80, 0xf0, 0x9f, 0xed, 0xff, 0xc3, 0x20, 0x61, 0xfc, 0xf8].randomElement(
                            using: &generator) ?? 0
                    } as [UInt8]
                try bytes.withUnsafeBufferPointer { text in
                    var end = 0
                    for token in try analyser.tokens(of: text, worker: &worker) {
                        #expect(token.start >= end && token.end > token.start && token.end <= text.count)
                        end = token.end
                    }
                }
            }
        }
    }

    @Test
    func `the terms of a token's cost add up`() throws {
        try withAnalyser(seed: 5) { analyser, worker in
            for line in TinyDictionary.lines(count: 100, seed: 8) {
                var sum = 0
                for token in try analyser.tokens(of: line, worker: &worker) {
                    sum += token.wordCost + token.connectionCost + token.spacePenalty
                    #expect(token.cumulativeCost == sum)
                }
            }
        }
    }
}
