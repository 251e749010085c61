import CKernels

extension LatticeModel {
    /// The bytes of a line that are looked up at once.
    private static let blockBytes = 512

    /// Finds the words of all lexicons that begin at the characters of a block of the line, starting with `start`.
    ///
    /// Each step of a double array waits for memory. So all searches of a block take their steps side by side, and what
    /// one reads next is asked for before the others take theirs.
    @inline(never)
    func findWords(from start: Int, of text: UnsafePointer<UInt8>, count: Int, in lattice: inout Lattice) {
        let length = min(count - start, Self.blockBytes)
        lattice.matches.count = 0
        lattice.cursors.count = 0
        lattice.lastMatches.count = 0
        lattice.lastMatches.reserve(length + 8)
        lattice.lastMatches.pointer.update(repeating: -2, count: length + 8)
        var position = start
        while position < start + length {
            let next = position + CharacterTable.character(at: position, end: count, of: text).length
            lattice.cursors.append(
                Lattice.Cursor(
                    state: 0, position: Int32(truncatingIfNeeded: position),
                    start: Int32(truncatingIfNeeded: position), characterEnd: Int32(truncatingIfNeeded: next)))
            lattice.lastMatches.pointer[position - start] = -1
            position = next
        }
        lattice.block = start..<position
        for number in 0..<lexiconCount {
            findWords(of: lexicons[number], number: UInt8(truncatingIfNeeded: number), end: count, text, in: &lattice)
        }
    }

    @inline(__always)
    private func findWords(
        of lexicon: LexiconTables, number: UInt8, end: Int, _ text: UnsafePointer<UInt8>, in lattice: inout Lattice
    ) {
        lattice.running.reserve(lattice.cursors.count)
        let running = lattice.running.pointer
        let root = lexicon.units[0].base
        var count = 0
        for index in 0..<lattice.cursors.count {
            var cursor = lattice.cursors.pointer[index]
            cursor.state = root
            if number == 0, let character = threeByteCharacter(text, cursor) {
                cursor.state = states[character &- 0x800]
                if cursor.state == 0 { continue }
                cursor.position = cursor.characterEnd
                prefetchStep(of: cursor, in: lexicon, end: end, text)
            }
            running[count] = cursor
            count += 1
        }
        while count > 0 {
            var kept = 0
            for index in 0..<count {
                var cursor = running[index]
                if cursor.position == cursor.characterEnd {
                    guard finishCharacter(&cursor, of: lexicon, number, end: end, text, in: &lattice) else { continue }
                }
                let byte = text[Int(cursor.position)]
                let place = Int(cursor.state) &+ Int(byte) &+ 1
                guard place >= 0, place < lexicon.unitCount else { continue }
                let unit = lexicon.units[place]
                guard unit.check == UInt32(bitPattern: cursor.state) else { continue }
                cursor.state = unit.base
                cursor.position &+= 1
                prefetchStep(of: cursor, in: lexicon, end: end, text)
                running[kept] = cursor
                kept += 1
            }
            count = kept
        }
    }

    /// Asks for what tells whether a word ends at a cursor, and for its next step.
    @inline(__always)
    private func prefetchStep(
        of cursor: Lattice.Cursor, in lexicon: LexiconTables, end: Int, _ text: UnsafePointer<UInt8>
    ) {
        let state = lexicon.units + Int(cursor.state)
        sluice_prefetch_line(state)
        sluice_prefetch_line(state + Int(text[min(Int(cursor.position), end &- 1)]) + 1)
    }

    /// The character at a cursor, if it is a good one of three bytes; at least U+0800.
    @inline(__always)
    private func threeByteCharacter(_ text: UnsafePointer<UInt8>, _ cursor: Lattice.Cursor) -> Int? {
        guard cursor.characterEnd &- cursor.position == 3 else { return nil }
        let bytes = text + Int(cursor.position)
        guard bytes[0] & 0xf0 == 0xe0, bytes[1] & 0xc0 == 0x80, bytes[2] & 0xc0 == 0x80 else { return nil }
        let character = Int(bytes[0] & 0xf) << 12 | Int(bytes[1] & 0x3f) << 6 | Int(bytes[2] & 0x3f)
        return character < 0x800 ? nil : character
    }

    /// Notes the words that end where a cursor stands, behind a character, and turns to the next one; false at the end
    /// of the text.
    @inline(__always)
    private func finishCharacter(
        _ cursor: inout Lattice.Cursor, of lexicon: LexiconTables, _ number: UInt8, end: Int,
        _ text: UnsafePointer<UInt8>, in lattice: inout Lattice
    ) -> Bool {
        if let entries = lexicon.match(cursor.state) {
            let place = Int(cursor.start) - lattice.block.lowerBound
            let last = Int32(truncatingIfNeeded: lattice.matches.count)
            lattice.matches.append(
                Lattice.Match(
                    firstEntry: Int32(truncatingIfNeeded: entries.lowerBound), end: cursor.position,
                    next: lattice.lastMatches.pointer[place], count: UInt16(truncatingIfNeeded: entries.count),
                    lexicon: number))
            sluice_prefetch_line(lexicon.entries + entries.lowerBound)
            lattice.lastMatches.pointer[place] = last
        }
        let position = Int(cursor.position)
        guard position < end else { return false }
        cursor.characterEnd &+= Int32(
            truncatingIfNeeded: CharacterTable.character(at: position, end: end, of: text).length)
        return true
    }
}
