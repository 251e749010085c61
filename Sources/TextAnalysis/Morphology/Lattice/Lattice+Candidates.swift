extension LatticeModel {
    /// The words that begin at `position`: the last match of a list that is in the reverse order of look-up, or -1,
    /// and where they begin behind the spaces.
    ///
    /// MeCab's rules, in its order (`Tokenizer::lookup`): spaces are skipped; the lexicons' words are found, from the
    /// shortest on; where there are some, unknown ones are proposed only if the character's category always wants
    /// them; then the longest run of one kind, then runs of 1, 2, … characters, and one character if there was nothing
    /// else.
    @inline(__always)
    func lookUp(
        at position: Int, of text: UnsafePointer<UInt8>, count: Int, in lattice: inout Lattice
    ) -> (match: Int32, start: Int) {
        var start = position
        var (properties, length) = characters.properties(at: start, end: count, of: text)
        if space.isKind(of: properties) {
            start = skipSpaces(from: start, end: count, of: text, &properties, &length)
            // Only spaces are left: nothing begins here.
            guard start < count else { return (-1, start) }
        }
        if !lattice.block.contains(start) { findWords(from: start, of: text, count: count, in: &lattice) }
        let match = lattice.lastMatches.pointer[start - lattice.block.lowerBound]
        guard match < 0 || properties.isAlwaysUnknown else { return (match, start) }
        return (
            proposeUnknown(
                at: start, first: properties, length, end: count, of: text, after: match, in: &lattice), start
        )
    }

    /// Where spaces end, and what is known of the character there.
    func skipSpaces(
        from position: Int, end: Int, of text: UnsafePointer<UInt8>
    ) -> (start: Int, first: CharacterTable.Properties) {
        var (properties, length) = characters.properties(at: position, end: end, of: text)
        let start = skipSpaces(from: position, end: end, of: text, &properties, &length)
        return (start, properties)
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

    /// Proposes unknown words, each before those that were found, and returns the last.
    @inline(never)
    private func proposeUnknown(
        at start: Int, first: CharacterTable.Properties, _ length: Int, end: Int, of text: UnsafePointer<UInt8>,
        after match: Int32, in lattice: inout Lattice
    ) -> Int32 {
        var last = match
        var proposal = unknownEntries[min(first.category, dictionary.unknownEntries.count - 1)]
        func propose(_ end: Int, _ lattice: inout Lattice) {
            proposal.end = Int32(truncatingIfNeeded: end)
            proposal.next = last
            last = Int32(truncatingIfNeeded: lattice.matches.count)
            lattice.matches.append(proposal)
        }
        var groupEnd = -1
        if first.isGrouped {
            var position = start + length
            var previous = first
            var added = 0
            // A longer run is not proposed, and then it does not matter where it ends.
            while position < end, added <= max(greatestGroup, first.length) {
                let (properties, length) = characters.properties(at: position, end: end, of: text)
                guard previous.isKind(of: properties) else { break }
                previous = properties
                position += length
                added += 1
            }
            groupEnd = position
            if added <= greatestGroup { propose(position, &lattice) }
        }
        var position = start + length
        for _ in 0..<first.length {
            // The run that was proposed is not proposed again, and nothing behind it.
            guard position <= end, position != groupEnd else { break }
            propose(position, &lattice)
            guard position < end else { break }
            let (properties, length) = characters.properties(at: position, end: end, of: text)
            guard first.isKind(of: properties) else { break }
            position += length
        }
        if last < 0 { propose(start + length, &lattice) }
        return last
    }
}
