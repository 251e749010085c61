/// Steps that look at one scalar or character after the other.
enum SimpleEdits {
    /// As `SourceScalars` does it: Unicode's mapping of single scalars.
    static func lowercase(_ utf8: UnsafeBufferPointer<UInt8>, _ editor: inout TextEditor) {
        eachScalar(utf8, &editor) { value, mapped in
            if value < 0x80 {
                mapped.append(value &- 0x41 < 26 ? value + 0x20 : value)
            } else if let properties = Unicode.Scalar(value)?.properties, properties.changesWhenLowercased {
                mapped += properties.lowercaseMapping.unicodeScalars.map(\.value)
            } else {
                mapped.append(value)
            }
        }
    }

    static func casefold(_ utf8: UnsafeBufferPointer<UInt8>, _ editor: inout TextEditor) {
        eachScalar(utf8, &editor) { value, mapped in CaseFolding.fold(value) { mapped.append($0) } }
    }

    /// Calls `map` with each scalar that may have case, and replaces it by what that appends.
    private static func eachScalar(
        _ utf8: UnsafeBufferPointer<UInt8>, _ editor: inout TextEditor, _ map: (UInt32, inout [UInt32]) -> Void
    ) {
        var position = 0
        var mapped: [UInt32] = []
        while position < utf8.count {
            if utf8[position] < 0x80, utf8[position] &- 0x41 >= 26 {
                position += 1
                continue
            }
            let (value, end) = UTF8Bytes.scalar(in: utf8, at: position)
            if CaseFolding.mayFold(value) {
                mapped.removeAll(keepingCapacity: true)
                map(value, &mapped)
                if mapped.count != 1 || mapped[0] != value { editor.replaceScalar(position..<end, with: mapped) }
            }
            position = end
        }
    }

    static func foldWhiteSpace(_ utf8: UnsafeBufferPointer<UInt8>, _ editor: inout TextEditor) {
        var position = 0
        while let run = WhiteSpace.next(in: utf8, from: position) {
            position = run.upperBound
            if run.lowerBound == 0 || run.upperBound == utf8.count {
                editor.replace(run, with: EmptyCollection())
            } else if run.count > 1 || utf8[run.lowerBound] != 0x20 {
                editor.replace(run, with: CollectionOfOne(0x20))
            }
        }
    }

    static func foldRepeats(_ utf8: UnsafeBufferPointer<UInt8>, keep: Int, _ editor: inout TextEditor) {
        // The first character of a run, the end of the run, and how many there are.
        var first = 0..<0
        var end = 0
        var count = 0
        func cut(_ editor: inout TextEditor) {
            guard count > keep else { return }
            let kept = drawsOut(utf8, first) ? 1 : keep
            editor.replace(first.lowerBound + kept * first.count..<end, with: EmptyCollection())
        }
        for character in CharacterRanges(utf8) {
            if character.count == first.count, utf8[character].elementsEqual(utf8[first]) {
                count += 1
            } else {
                cut(&editor)
                first = character
                count = 1
            }
            end = character.upperBound
        }
        cut(&editor)
    }

    /// A Hangul syllable without a consonant of its own: 아, 어, 오 ….
    private static func drawsOut(_ utf8: UnsafeBufferPointer<UInt8>, _ character: Range<Int>) -> Bool {
        let (scalar, end) = UTF8Bytes.scalar(in: utf8, at: character.lowerBound)
        guard end == character.upperBound, let syllable = HangulSyllable.parts(of: scalar) else { return false }
        return syllable.leading == 11 && syllable.trailing == 0
    }
}
