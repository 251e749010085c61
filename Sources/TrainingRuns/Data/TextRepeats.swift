package import Models
import TextAnalysis

/// Which texts nearly repeat a text of a file: the same letters and digits, whatever stands between them.
///
/// A test file that was drawn from the same source as the training file holds such rows, and a model is better on them
/// than it will be on anything new.
package struct TextRepeats: Sendable {
    private var keys: Set<[UInt8]> = []

    package init(of texts: [String]) {
        for text in texts { keys.insert(Self.key(of: text)) }
    }

    /// Reads a file of rows for the task whole.
    package init(of file: DataFile, for task: Model.Task = .classify) throws(DataError) {
        var texts: [String] = []
        switch task {
        case .classify, .tag: texts = try file.read().texts
        case .translate: try file.forEachTranslation { text, _, _ in texts.append(text) }
        case .generate: try file.forEachText { text, _, _ in texts.append(text) }
        }
        self.init(of: texts)
    }

    package func contains(_ text: String) -> Bool { keys.contains(Self.key(of: text)) }

    /// Letters and digits of the normalised text; of a text that has none, all of it.
    private static func key(of text: String) -> [UInt8] {
        let normalized = NormalizationOptions(foldRepeats: nil).normalized(text)
        var key = String.UnicodeScalarView()
        for scalar in normalized.unicodeScalars {
            switch scalar.properties.generalCategory {
            case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
                .letterNumber, .otherNumber:
                key.append(scalar)
            default: break
            }
        }
        return key.isEmpty ? Array(normalized.utf8) : Array(String(key).utf8)
    }
}
