/// How a word is cut into n-grams, and which row each has.
///
/// A row is found by a hash, so two n-grams may share one. What is a character follows from UTF-8 alone: a byte that
/// does not continue one begins one.
package enum SubwordScheme: Sendable, Equatable {
    /// As fastText: characters of `<word>`, FNV-1a, `buckets` rows.
    /// - Parameter kept: of a pruned file, the row of each bucket that was kept; nil where all are there.
    case fastText(lengths: ClosedRange<Int>, buckets: Int, kept: [Int32: Int32]?)
    /// n-grams of syllables and, for Hangul, of jamo (Park et al., ACL 2018): see `JamoNGrams`.
    case jamo(characters: ClosedRange<Int>, jamo: ClosedRange<Int>, buckets: Int)
    /// As floret: MurmurHash3, each n-gram in `hashes` rows; the whole word with its signs is one n-gram more.
    case floret(lengths: ClosedRange<Int>, buckets: Int, hashes: Int, seed: UInt32, start: String, end: String)
    /// As finalfusion: characters of `<word>`, the signs too, FNV-1a in 64 bits, 2 to the `exponent` rows.
    case finalfusion(lengths: ClosedRange<Int>, exponent: Int)

    /// What fastText and finalfusion put around a word.
    static let start = UInt8(ascii: "<")
    static let end = UInt8(ascii: ">")

    /// Rows in the table.
    package var rowCount: Int {
        switch self {
        case .fastText(_, let buckets, let kept): kept?.count ?? buckets
        case .jamo(_, _, let buckets): buckets
        case .floret(_, let buckets, _, _, _, _): buckets
        case .finalfusion(_, let exponent): 1 << exponent
        }
    }

    /// The rows of the word's n-grams, in their order, one twice where two n-grams share it.
    package func rows(of word: String) -> [Int] {
        var word = word
        return word.withUTF8 { rows(of: UnsafeRawBufferPointer($0)) }
    }

    /// The same of a word's bytes, which may be no UTF-8.
    package func rows(of word: UnsafeRawBufferPointer) -> [Int] {
        var rows: [Int] = []
        switch self {
        case .fastText(let lengths, let buckets, let kept):
            // What ends a line has no n-grams.
            guard buckets > 0, !word.elementsEqual("</s>".utf8) else { return [] }
            let wrapped = [Self.start] + word + [Self.end]
            NGrams.forEach(of: wrapped, lengths: lengths) { ngram in
                let bucket = Int(FNV.hash(wrapped[ngram])) % buckets
                guard let kept else { return rows.append(bucket) }
                if let row = Int32(exactly: bucket).flatMap({ kept[$0] }) { rows.append(Int(row)) }
            }
        case .jamo(let characters, let jamo, let buckets):
            guard buckets > 0 else { return [] }
            JamoNGrams.forEach(of: word, characters: characters, jamo: jamo) { ngram in
                rows.append(Int(FNV.hash(ngram)) % buckets)
            }
        case .floret(let lengths, let buckets, let hashes, let seed, let start, let end):
            guard buckets > 0 else { return [] }
            let wrapped = Array(start.utf8) + word + Array(end.utf8)
            func append(_ ngram: Range<Int>) {
                let hash = wrapped.withUnsafeBytes {
                    MurmurHash3.words(of: UnsafeRawBufferPointer(rebasing: $0[ngram]), seed: seed)
                }
                for index in 0..<min(max(hashes, 0), 4) { rows.append(Int(hash[index]) % buckets) }
            }
            append(wrapped.startIndex..<wrapped.endIndex)
            NGrams.forEach(of: wrapped, lengths: lengths, append)
        case .finalfusion(let lengths, let exponent):
            let wrapped = [Self.start] + word + [Self.end]
            NGrams.forEach(of: wrapped, lengths: lengths, withSigns: true) { ngram in
                let hash = FNV.hash(scalars: String(decoding: wrapped[ngram], as: UTF8.self).unicodeScalars)
                rows.append(Int(truncatingIfNeeded: hash) & ((1 << exponent) - 1))
            }
        }
        return rows
    }

    /// Refuses what no table can have: n-grams of no character, rows that are not there.
    package func check() throws(WordVectorsError) {
        func refuse(_ reason: String) throws(WordVectorsError) -> Never {
            throw .invalid(field: "subwords", reason: reason)
        }
        let (lengths, buckets) =
            switch self {
            case .fastText(let lengths, let buckets, _): ([lengths], buckets)
            case .jamo(let characters, let jamo, let buckets): ([characters, jamo], buckets)
            case .floret(let lengths, let buckets, _, _, _, _): ([lengths], buckets)
            case .finalfusion(let lengths, let exponent): ([lengths], (0...30).contains(exponent) ? 1 << exponent : 0)
            }
        for lengths in lengths where lengths.lowerBound < 1 || lengths.upperBound > Self.greatestLength {
            try refuse("n-grams of \(lengths) characters came; expected 1 to \(Self.greatestLength)")
        }
        guard buckets > 0, buckets <= Int(Int32.max) else {
            try refuse("\(buckets) buckets came; expected 1 to \(Int32.max)")
        }
        if case .fastText(_, _, let kept?) = self {
            var seen = [Bool](repeating: false, count: kept.count)
            for (bucket, row) in kept {
                guard bucket >= 0, bucket < buckets, row >= 0, row < kept.count, !seen[Int(row)] else {
                    try refuse(
                        "the kept bucket \(bucket) has the row \(row); expected a bucket below \(buckets) and each row "
                            + "below \(kept.count) once")
                }
                seen[Int(row)] = true
            }
        }
        if case .floret(_, _, let hashes, _, _, _) = self, !(1...4).contains(hashes) {
            try refuse("\(hashes) hashes came; expected 1 to 4")
        }
    }

    /// Longer ones are in no model, and would make a long word cost its square.
    package static let greatestLength = 64
}
