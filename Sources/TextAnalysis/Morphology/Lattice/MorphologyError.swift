/// Why a text cannot be analysed.
package enum MorphologyError: Error, Sendable, Equatable, CustomStringConvertible {
    case tooLarge(bytes: Int, maximum: Int)
    /// More words than can be kept may stand in a line whose analyses are compared.
    case tooManyWords(maximum: Int)
    /// A file of the dictionary was shortened while it was in use.
    case dictionaryCutShort

    package var description: String {
        switch self {
        case .tooLarge(let bytes, let maximum):
            return "the text has \(bytes) bytes; expected at most \(maximum): analyse it in pieces"
        case .tooManyWords(let maximum):
            return "more than \(maximum) words of the dictionary and the user may stand in one line; expected at most "
                + "so many where analyses are compared: give the line in pieces, or fewer user words"
        case .dictionaryCutShort:
            return "a file of the dictionary was cut short while it was in use; expected it to stay as it was opened: "
                + "put it back in place by renaming, and open the dictionary again"
        }
    }
}
