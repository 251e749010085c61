/// Lines of words as numbers, to train on: four bytes a word.
package struct TrainingCorpus: Sendable {
    /// Those that come often enough, the most frequent first; of words as frequent the first seen.
    package let words: WordList
    /// How often each comes, in their order.
    package let counts: [UInt64]
    /// Rows of words, each line followed by `lineEnd`. Rare words are not there: their neighbours are next to each
    /// other.
    package let tokens: [UInt32]
    /// Words among the tokens.
    package let tokenCount: Int
    /// Words that were read, rare ones among them.
    package let readCount: Int

    package static let lineEnd = UInt32.max
}

/// Makes a `TrainingCorpus` word by word.
package struct TrainingCorpusBuilder: Sendable {
    private var list = WordListBuilder()
    private var counts: [UInt64] = []
    private var tokens: [UInt32] = []
    private var readCount = 0

    package init() {}

    /// Words read so far.
    package var count: Int { readCount }

    /// In bytes: what is longer is no word, and would have thousands of n-grams.
    private static let greatestLength = 1024

    /// Adds a word to the line. What is too long, or cannot be a word of a list (`WordListBuilder.append`), is passed
    /// over.
    package mutating func append(_ word: UnsafeRawBufferPointer) {
        guard word.count <= Self.greatestLength, let row = list.row(of: word) else { return }
        if row == counts.count { counts.append(0) }
        counts[row] += 1
        tokens.append(UInt32(row))
        readCount += 1
    }

    package mutating func endLine() {
        if let last = tokens.last, last != TrainingCorpus.lineEnd { tokens.append(TrainingCorpus.lineEnd) }
    }

    /// Adds a line of UTF-8, split at ASCII white space.
    package mutating func append(line: UnsafeRawBufferPointer) {
        var start = 0
        for index in 0...line.count {
            guard index == line.count || Self.isSpace(line[index]) else { continue }
            if index > start { append(UnsafeRawBufferPointer(rebasing: line[start..<index])) }
            start = index + 1
        }
        endLine()
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (byte >= 0x09 && byte <= 0x0d) }

    /// Joins words that come together far more often than by chance, with a low line between them: one pass, in which
    /// a word joins one other at most; after another pass phrases are longer.
    ///
    /// A pair's score is (n(a b) − minimumCount) · N / (n(a) · n(b)) (Mikolov et al., 2013, as word2phrase scales it).
    package mutating func joinPhrases(minimumCount: Int, threshold: Double = 100) {
        endLine()
        let least = UInt64(max(1, minimumCount))
        var pairs: [UInt64: UInt32] = [:]
        func pair(at index: Int) -> UInt64? {
            let (a, b) = (tokens[index], tokens[index + 1])
            guard a != TrainingCorpus.lineEnd, b != TrainingCorpus.lineEnd, counts[Int(a)] >= least,
                counts[Int(b)] >= least
            else { return nil }
            return UInt64(a) << 32 | UInt64(b)
        }
        for index in tokens.indices.dropLast() {
            if let pair = pair(at: index) { pairs[pair, default: 0] &+= 1 }
        }
        let total = Double(readCount)
        var joined: [UInt64: UInt32] = [:]
        let listed = list.finish()
        // In the order of the text, so that the new words' rows do not hang on the hashing.
        var result: [UInt32] = []
        result.reserveCapacity(tokens.count)
        var newCounts = [UInt64](repeating: 0, count: counts.count)
        func add(_ token: UInt32) {
            result.append(token)
            if token != TrainingCorpus.lineEnd { newCounts[Int(token)] += 1 }
        }
        var index = 0
        while index < tokens.count {
            let token = tokens[index]
            if index + 1 < tokens.count, let pair = pair(at: index), let count = pairs[pair] {
                let (a, b) = (Int(token), Int(tokens[index + 1]))
                let excess = Double(count) - Double(least)
                if excess * total > threshold * Double(counts[a]) * Double(counts[b]) {
                    if joined[pair] == nil {
                        var phrase = Array((listed[a] + "_" + listed[b]).utf8)
                        joined[pair] = phrase.withUnsafeMutableBytes {
                            list.row(of: UnsafeRawBufferPointer($0)).map { UInt32($0) }
                        }
                        if list.count > newCounts.count { newCounts.append(0) }
                    }
                    if let phrase = joined[pair] {
                        add(phrase)
                        index += 2
                        continue
                    }
                }
            }
            add(token)
            index += 1
        }
        (tokens, counts) = (result, newCounts)
    }

    /// - Throws: where fewer than two words come often enough.
    package consuming func finish(minimumCount: Int) throws(WordVectorsError) -> TrainingCorpus {
        endLine()
        let least = UInt64(max(1, minimumCount))
        let order = counts.indices.filter { counts[$0] >= least }.sorted {
            counts[$0] != counts[$1] ? counts[$0] > counts[$1] : $0 < $1
        }
        guard order.count > 1 else {
            throw .invalid(
                field: "minimum_count",
                reason: "\(order.count) of \(counts.count) words come \(least) times or more; expected at least two: "
                    + "lower it, or give more text")
        }
        let listed = list.finish()
        var kept = WordListBuilder()
        var rows = [UInt32](repeating: .max, count: counts.count)
        for (row, old) in order.enumerated() {
            _ = listed.withUTF8(at: old) { kept.append($0) }
            rows[old] = UInt32(row)
        }
        var count = 0
        var length = 0
        for token in tokens {
            let isEnd = token == TrainingCorpus.lineEnd
            let new = isEnd ? TrainingCorpus.lineEnd : rows[Int(token)]
            if isEnd ? length > 0 && tokens[length - 1] != TrainingCorpus.lineEnd : new != .max {
                tokens[length] = new
                length += 1
                if !isEnd { count += 1 }
            }
        }
        tokens.removeLast(tokens.count - length)
        return TrainingCorpus(
            words: kept.finish(), counts: order.map { counts[$0] }, tokens: tokens, tokenCount: count,
            readCount: readCount)
    }
}
