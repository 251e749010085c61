extension UserWord {
    /// Reads a file of user words: one a line, columns parted by tabs:
    ///
    ///     surface  tag  cost  reading  expression
    ///
    /// Only the first two must be there. The cost is a number, `force`, or empty or `*` for the usual one; a reading or
    /// expression may be empty or `*`, too. Empty lines and lines that begin with `#` say nothing. Throws the first line
    /// that cannot be read.
    package static func words(parsing bytes: [UInt8]) throws(UserWordError) -> [(line: Int, word: UserWord)] {
        var words: [(line: Int, word: UserWord)] = []
        let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        for (index, line) in lines.enumerated() {
            var line = line
            if index == 0, line.starts(with: [0xef, 0xbb, 0xbf]) { line = line.dropFirst(3) }
            if line.last == UInt8(ascii: "\r") { line = line.dropLast() }
            guard !line.isEmpty, line.first != UInt8(ascii: "#") else { continue }
            words.append((index + 1, try word(parsing: line, line: index + 1)))
        }
        return words
    }

    private static func word(parsing line: ArraySlice<UInt8>, line number: Int) throws(UserWordError) -> UserWord {
        guard let text = String(validating: line, as: UTF8.self) else {
            throw UserWordError(line: number, reason: "it is not UTF-8; expected UTF-8: save the file so")
        }
        let columns = text.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        guard (2...5).contains(columns.count) else {
            throw UserWordError(
                line: number,
                reason: "\(columns.count) columns came; expected 2 to 5, parted by tabs: "
                    + "surface, tag, cost, reading, expression")
        }
        func column(_ index: Int) -> String? {
            index < columns.count && !columns[index].isEmpty && columns[index] != "*" ? columns[index] : nil
        }
        var word = UserWord(
            surface: columns[0], tag: column(1) ?? "", reading: column(3), expression: column(4),
            isForced: column(2) == "force")
        if let cost = column(2), !word.isForced {
            guard let value = Int(cost) else {
                throw UserWordError(
                    line: number,
                    reason: "its cost is \(cost.debugDescription); expected a number, 'force', or '*' for the usual one"
                )
            }
            word.cost = value
        }
        if let fault = word.fault { throw UserWordError(line: number, reason: fault) }
        return word
    }
}
