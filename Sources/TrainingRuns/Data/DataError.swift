/// Why a file of texts or of a series cannot be read: where, what came, what was expected and what to do.
package struct DataError: Error, Sendable, Equatable, CustomStringConvertible {
    package enum Kind: String, Sendable, Equatable, CaseIterable {
        /// The file system refused, or the file is no file.
        case unreadable
        /// Gzip data that ends early or contradicts itself.
        case damagedGzip
        case empty
        case unknownFormat
        case missingColumn
        case repeatedColumn
        case wrongFieldCount
        case unclosedQuote
        case strayQuote
        case invalidJSON
        case wrongType
        case invalidUTF8
        case emptyLabel
        case emptyTranslation
        case unusableLabel
        case missingLabel
        case severalLabels
        case oneClass
        case tooManyLabels
        case unknownLabel
        case tooLong
        /// A text that cannot be normalised or analysed.
        case unusableText
        /// Tokens and tags of different number.
        case tokenCount
        /// A token that is empty, or not in the text.
        case strayToken
        /// In a column of numbers.
        case notANumber
        case decimalComma
        case infinite
        /// In a column of dates; also one that is written otherwise than those before it.
        case notADate
    }

    package var kind: Kind
    /// As the user named it; `-` is standard input.
    package var file: String
    /// Counted from 1. Nil where the trouble is the file's, not a line's.
    package var line: Int?
    package var came: String
    package var expected: String
    package var hint: String

    package init(_ kind: Kind, file: String, line: Int? = nil, came: String, expected: String, hint: String) {
        self.kind = kind
        self.file = file
        self.line = line
        self.came = came
        self.expected = expected
        self.hint = hint
    }

    package var description: String {
        "\(InputBytes.place(of: file, line: line)): \(came); expected \(expected)"
    }
}

/// A piece of somebody's data, fit to stand inside a message: one line, no control characters, not long.
func excerpt(_ text: some StringProtocol, limit: Int = 40) -> String {
    var result = ""
    var count = 0
    for scalar in text.unicodeScalars {
        if count == limit { return result + "…" }
        let isControl = scalar.value < 0x20 || (0x7f...0x9f).contains(scalar.value)
        result.unicodeScalars.append(isControl ? " " : scalar)
        count += 1
    }
    return result
}
