/// Why a text cannot be analysed.
package enum MorphologyError: Error, Sendable, Equatable, CustomStringConvertible {
    case tooLarge(bytes: Int, maximum: Int)
    /// A file of the dictionary was shortened while it was in use.
    case dictionaryCutShort

    package var description: String {
        switch self {
        case .tooLarge(let bytes, let maximum):
            return "the text has \(bytes) bytes; expected at most \(maximum): analyse it in pieces"
        case .dictionaryCutShort:
            return "a file of the dictionary was cut short while it was in use; expected it to stay as it was opened: "
                + "put it back in place by renaming, and open the dictionary again"
        }
    }
}
