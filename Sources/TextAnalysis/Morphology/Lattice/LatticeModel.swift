/// What every analysis with one dictionary reads, laid out as plain tables. Immutable.
final class LatticeModel: @unchecked Sendable {
    /// The number that stands for the lexicon of unknown words.
    static let unknown: UInt8 = 255

    /// Keep alive what the tables point to.
    let dictionary: MorphologicalDictionary
    private let userLexicon: UserLexicon?
    /// The number of the lexicon of forced words; that of no lexicon where there are none.
    let forced: UInt8
    let hasForcedWords: Bool
    let lexicons: UnsafeMutablePointer<LexiconTables>
    let lexiconCount: Int
    /// (2¹⁶ - 0x800): where the system's lexicon stands after each character of three bytes, from U+0800 on; 0, which
    /// is no such place, where it has no word that begins so.
    let states: UnsafeMutablePointer<Int32>
    let unknown: LexiconTables
    /// (categories): entries of `unknown`.
    let unknownEntries: UnsafeMutablePointer<Lattice.Match>
    let characters: CharacterTable
    let space: CharacterTable.Properties
    let greatestGroup: Int
    let matrix: UnsafePointer<Int16>
    let rightIDs: Int
    let leftIDs: Int
    /// (left ids): the least cost of each row of the matrix.
    let leastCosts: UnsafeMutablePointer<Int16>
    /// (`penaltyCount`): by the id of the part of speech; what lies behind has none.
    let penalties: UnsafeMutablePointer<Int32>
    let penaltyCount: Int

    init(_ dictionary: MorphologicalDictionary, userLexicon: UserLexicon? = nil) {
        self.dictionary = dictionary
        self.userLexicon = userLexicon
        var all = [dictionary.system]
        if let userLexicon { all += [userLexicon.words, userLexicon.forced] }
        hasForcedWords = (userLexicon?.forced.tables.entryCount ?? 0) > 0
        forced = hasForcedWords ? UInt8(truncatingIfNeeded: all.count - 1) : Self.unknown - 1
        lexiconCount = all.count
        lexicons = .allocate(capacity: lexiconCount)
        for (index, lexicon) in all.enumerated() {
            (lexicons + index).initialize(to: lexicon.tables)
        }
        states = .allocate(capacity: 0x10000 - 0x800)
        Self.fill(states, from: lexicons[0])
        unknown = dictionary.unknown.tables
        unknownEntries = .allocate(capacity: dictionary.unknownEntries.count)
        for (index, entries) in dictionary.unknownEntries.enumerated() {
            (unknownEntries + index).initialize(
                to: Lattice.Match(
                    firstEntry: Int32(truncatingIfNeeded: entries.lowerBound), end: 0, next: -1,
                    count: UInt16(truncatingIfNeeded: entries.count), lexicon: Self.unknown))
        }
        characters = dictionary.categories.table
        space = characters.properties(of: 0x20)
        greatestGroup = dictionary.settings.greatestGroup
        matrix = dictionary.matrix.costs
        rightIDs = dictionary.matrix.rightIDs
        leftIDs = dictionary.matrix.leftIDs
        leastCosts = .allocate(capacity: leftIDs)
        for leftID in 0..<leftIDs {
            let row = matrix + rightIDs * leftID
            var least = Int16.max
            for rightID in 0..<rightIDs { least = min(least, row[rightID]) }
            leastCosts[leftID] = least
        }
        penaltyCount = (dictionary.settings.spacePenalties.keys.max() ?? -1) + 1
        penalties = .allocate(capacity: max(penaltyCount, 1))
        penalties.initialize(repeating: 0, count: max(penaltyCount, 1))
        for (id, penalty) in dictionary.settings.spacePenalties {
            penalties[id] = Int32(truncatingIfNeeded: penalty)
        }
    }

    deinit {
        lexicons.deallocate()
        states.deallocate()
        unknownEntries.deallocate()
        leastCosts.deallocate()
        penalties.deallocate()
    }

    private static func fill(_ states: UnsafeMutablePointer<Int32>, from lexicon: LexiconTables) {
        states.initialize(repeating: 0, count: 0x10000 - 0x800)
        let root = lexicon.units[0].base
        for first in UInt8(0xe0)...0xef {
            guard let second = lexicon.step(root, first) else { continue }
            for byte in UInt8(0x80)...0xbf {
                guard let third = lexicon.step(second, byte) else { continue }
                let character = Int(first & 0xf) << 12 | Int(byte & 0x3f) << 6
                guard character >= 0x800 else { continue }
                for byte in UInt8(0x80)...0xbf {
                    states[character - 0x800 + Int(byte & 0x3f)] = lexicon.step(third, byte) ?? 0
                }
            }
        }
    }

    @inline(__always)
    func tables(of lexicon: UInt8) -> LexiconTables {
        lexicon == Self.unknown ? unknown : lexicons[min(Int(lexicon), lexiconCount - 1)]
    }

    @inline(__always)
    func entries(of lexicon: UInt8) -> UnsafePointer<LexiconTables.Entry> {
        lexicon == 0 ? lexicons[0].entries : tables(of: lexicon).entries
    }

    /// The entry of a node other than the first.
    func entry(of node: Lattice.Node) -> LexiconTables.Entry {
        var entry = tables(of: node.lexicon).entries[Int(node.entry)]
        // It may have been written over since the node was made.
        entry.leftID = min(entry.leftID, UInt16(truncatingIfNeeded: leftIDs - 1))
        return entry
    }

    /// What a forced word's cost is lowered by: so much for each byte that no other costs weigh as much. It is left out of
    /// the costs that are told.
    static func bonus(bytes: Int) -> Int64 { Int64(bytes) << 20 }

    /// What a word of a part of speech costs more after a space.
    @inline(__always)
    func spacePenalty(_ partOfSpeechID: UInt16) -> Int {
        Int(partOfSpeechID) < penaltyCount ? Int(penalties[Int(partOfSpeechID)]) : 0
    }

    /// What a node that follows another, which ends at `position`, costs without the connection.
    func ownCost(of node: Lattice.Node, from position: Int) -> Int64 {
        let entry = entry(of: node)
        var cost = Int64(entry.cost)
        if Int(node.start) > position { cost &+= Int64(spacePenalty(entry.partOfSpeechID)) }
        if node.lexicon == forced { cost &-= Self.bonus(bytes: Int(node.end - node.start)) }
        return cost
    }

    @inline(__always)
    func connectionCost(rightID: Int, leftID: Int) -> Int { Int(matrix[rightID + rightIDs * leftID]) }
}
