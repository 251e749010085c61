extension Vectorizer {
    /// `vocab.txt` of a stored vectoriser: a term a line in order of the columns, without those that are reserved, then
    /// a tab and in how many texts it was. Escaped as the lines of a `Vocabulary` are.
    package func lines() -> [UInt8] {
        var lines: [UInt8] = []
        for index in 0..<terms.count {
            Vocabulary.escape(terms[index], into: &lines)
            lines.append(UInt8(ascii: "\t"))
            lines += String(documentCounts[index]).utf8
            lines.append(UInt8(ascii: "\n"))
        }
        return lines
    }

    /// Reads what `lines()` writes.
    ///
    /// - Parameters:
    ///   - documents: how many texts it was fitted on.
    ///   - weights: by term, finite; of tf-idf alone.
    ///   - sourceName: of the terms where the analyzer is `morpheme`.
    package init(
        _ configuration: VectorizerConfiguration, lines: UnsafeRawBufferPointer, documents: Int, weights: [Double]?,
        sourceName: String?
    ) throws(VectorizerError) {
        try configuration.validate()
        var terms = TokenList()
        var counts: [Int] = []
        do throws(VocabularyError) {
            let bytes = lines.bindMemory(to: UInt8.self)
            guard String(validating: bytes, as: UTF8.self) != nil else {
                throw VocabularyError(line: 1, reason: "begins a file that is not UTF-8; expected UTF-8")
            }
            for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).dropLast() {
                let number = terms.count + 1
                guard number <= Vocabulary.greatestCount else { throw Vocabulary.tooMany }
                guard let tab = line.firstIndex(of: UInt8(ascii: "\t")) else {
                    throw VocabularyError(line: number, reason: "has no tab; expected a term, a tab and a count")
                }
                let term = UnsafeBufferPointer(rebasing: line[..<tab])
                terms.append(try Vocabulary.unescaped(term, line: number))
                let count = try Vocabulary.count(UnsafeBufferPointer(rebasing: line[(tab + 1)...]), line: number)
                guard count <= documents else {
                    throw VocabularyError(
                        line: number, reason: "has the count \(count); expected at most the \(documents) texts")
                }
                counts.append(count)
            }
            guard bytes.last == UInt8(ascii: "\n") else {
                throw VocabularyError(
                    line: terms.count + 1, reason: "has no end; expected a line feed: it is cut short")
            }
        } catch {
            throw .vocabulary(reason: error.description)
        }
        if let weights, weights.count != terms.count {
            throw .vocabulary(reason: "\(terms.count) terms came, and \(weights.count) weights; expected one for each")
        }
        try self.init(
            configuration, terms: terms, documentCounts: counts, documents: documents,
            weights: weights.map { InverseFrequencies(values: $0, documents: documents, configuration) },
            sourceName: sourceName)
    }
}
