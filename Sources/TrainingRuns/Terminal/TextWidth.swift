/// How many columns a text takes in a terminal: two for a wide or fullwidth character (Unicode Standard Annex #11;
/// Hangul syllables, Hanja, Kana, most emoji), none for a mark that joins the one before it.
package enum TextWidth {
    package static func of(_ text: String) -> Int {
        text.reduce(0) { $0 + of($1) }
    }

    package static func of(_ character: Character) -> Int {
        guard let first = character.unicodeScalars.first else { return 0 }
        // A variation selector 16 or a joined sequence asks for the emoji's picture, which is wide.
        if character.unicodeScalars.count > 1,
            character.unicodeScalars.contains(where: { $0.value == 0xfe0f || $0.value == 0x200d })
        {
            return 2
        }
        switch first.properties.generalCategory {
        case .control, .format, .nonspacingMark, .enclosingMark: return 0
        default: return wide.contains { $0.contains(first.value) } || first.properties.isEmojiPresentation ? 2 : 1
        }
    }

    /// `text` with spaces up to `width` columns; never cut.
    package static func padded(_ text: String, to width: Int, atStart: Bool = false) -> String {
        let spaces = String(repeating: " ", count: max(0, width - of(text)))
        return atStart ? spaces + text : text + spaces
    }

    /// At most `width` columns of `text`, the last of them `…` where something was left out.
    package static func cut(_ text: String, to width: Int) -> String {
        guard of(text) > width else { return text }
        var result = ""
        var used = 0
        for character in text {
            let columns = of(character)
            guard used + columns <= width - 1 else { break }
            result.append(character)
            used += columns
        }
        return width > 0 ? result + "…" : ""
    }

    /// East_Asian_Width W and F, in whole blocks.
    private static let wide: [ClosedRange<UInt32>] = [
        0x1100...0x115f, 0x2e80...0x303e, 0x3041...0x33ff, 0x3400...0x4dbf, 0x4e00...0x9fff, 0xa000...0xa4cf,
        0xa960...0xa97c, 0xac00...0xd7a3, 0xf900...0xfaff, 0xfe10...0xfe19, 0xfe30...0xfe6f, 0xff00...0xff60,
        0xffe0...0xffe6, 0x1f300...0x1f64f, 0x1f900...0x1f9ff, 0x20000...0x3fffd,
    ]
}
