extension LatticeModel {
    /// Fills `candidates` with the words that begin at `position`, in the order of look-up: those of the lexicons from
    /// the shortest on, then unknown words. Returns where they begin behind the spaces.
    ///
    /// MeCab's rules, in its order (`Tokenizer::lookup`): spaces are skipped; where a lexicon has words, unknown ones
    /// are proposed only if the character's category always wants them; then the longest run of one kind, then runs of
    /// 1, 2, … characters, and one character if there was nothing else.
    @inline(__always)
    func lookUp(
        at position: Int, of text: UnsafePointer<UInt8>, count: Int, into lattice: inout Lattice
    ) -> Int {
        lattice.candidates.count = 0
        let end = count - position > Self.greatestReach ? position + Self.greatestReach : count
        var start = position
        var (properties, length) = characters.properties(at: start, end: end, of: text)
        if space.isKind(of: properties) {
            start = skipSpaces(from: start, end: end, of: text, &properties, &length)
            // Only spaces are left: nothing begins here.
            guard start < end else { return start }
        }
        for number in 0..<lexiconCount {
            findWords(at: start, end: end, of: text, lexicon: number, into: &lattice)
        }
        if lattice.candidates.count == 0 || properties.isAlwaysUnknown {
            proposeUnknown(at: start, first: properties, length, end: end, of: text, into: &lattice)
        }
        return start
    }

    /// Each character is compared with the one before it, the first with a space. `properties` and `length` are then
    /// those of the first character that is no space.
    @inline(never)
    private func skipSpaces(
        from position: Int, end: Int, of text: UnsafePointer<UInt8>, _ properties: inout CharacterTable.Properties,
        _ length: inout Int
    ) -> Int {
        var start = position
        var previous = space
        while previous.isKind(of: properties) {
            start += length
            guard start < end else { break }
            previous = properties
            (properties, length) = characters.properties(at: start, end: end, of: text)
        }
        return start
    }

    @inline(__always)
    private func findWords(
        at start: Int, end: Int, of text: UnsafePointer<UInt8>, lexicon number: Int, into lattice: inout Lattice
    ) {
        let lexicon = lexicons[number]
        var state = lexicon.units[0].base
        var position = start
        while position < end, let next = lexicon.step(state, text[position]) {
            state = next
            position += 1
            if let entries = lexicon.match(state) {
                lattice.candidates.append(
                    Lattice.Candidates(
                        firstEntry: Int32(truncatingIfNeeded: entries.lowerBound),
                        count: Int32(truncatingIfNeeded: entries.count), end: Int32(truncatingIfNeeded: position),
                        lexicon: UInt8(truncatingIfNeeded: number)))
            }
        }
    }

    @inline(never)
    private func proposeUnknown(
        at start: Int, first: CharacterTable.Properties, _ length: Int, end: Int, of text: UnsafePointer<UInt8>,
        into lattice: inout Lattice
    ) {
        var candidates = unknownEntries[min(first.category, dictionary.unknownEntries.count - 1)]
        var groupEnd = -1
        if first.isGrouped {
            var position = start + length
            var previous = first
            var added = 0
            while position < end {
                let (properties, length) = characters.properties(at: position, end: end, of: text)
                guard previous.isKind(of: properties) else { break }
                previous = properties
                position += length
                added += 1
            }
            groupEnd = position
            if added <= greatestGroup {
                candidates.end = Int32(truncatingIfNeeded: position)
                lattice.candidates.append(candidates)
            }
        }
        var position = start + length
        for _ in 0..<first.length {
            // The run that was proposed is not proposed again, and nothing behind it.
            guard position <= end, position != groupEnd else { break }
            candidates.end = Int32(truncatingIfNeeded: position)
            lattice.candidates.append(candidates)
            guard position < end else { break }
            let (properties, length) = characters.properties(at: position, end: end, of: text)
            guard first.isKind(of: properties) else { break }
            position += length
        }
        if lattice.candidates.count == 0 {
            candidates.end = Int32(truncatingIfNeeded: start + length)
            lattice.candidates.append(candidates)
        }
    }
}
