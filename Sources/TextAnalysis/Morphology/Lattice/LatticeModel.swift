/// What every analysis with one dictionary reads, laid out as plain tables. Immutable.
final class LatticeModel: @unchecked Sendable {
    /// The number that stands for the lexicon of unknown words.
    static let unknown: UInt8 = 255
    /// The bytes that one word can have, with the spaces before it.
    static let greatestReach = 65535

    /// Keeps alive what the tables point to.
    let dictionary: MorphologicalDictionary
    let lexicons: UnsafeMutablePointer<LexiconTables>
    let lexiconCount: Int
    let unknown: LexiconTables
    /// (categories): entries of `unknown`.
    let unknownEntries: UnsafeMutablePointer<Lattice.Candidates>
    let characters: CharacterTable
    let space: CharacterTable.Properties
    let greatestGroup: Int
    let matrix: UnsafePointer<Int16>
    let rightIDs: Int
    let leftIDs: Int
    /// (`penaltyCount`): by the id of the part of speech; what lies behind has none.
    let penalties: UnsafeMutablePointer<Int32>
    let penaltyCount: Int

    init(_ dictionary: MorphologicalDictionary) {
        self.dictionary = dictionary
        lexiconCount = dictionary.lexicons.count
        lexicons = .allocate(capacity: lexiconCount)
        for (index, lexicon) in dictionary.lexicons.enumerated() {
            (lexicons + index).initialize(to: lexicon.tables)
        }
        unknown = dictionary.unknown.tables
        unknownEntries = .allocate(capacity: dictionary.unknownEntries.count)
        for (index, entries) in dictionary.unknownEntries.enumerated() {
            (unknownEntries + index).initialize(
                to: Lattice.Candidates(
                    firstEntry: Int32(truncatingIfNeeded: entries.lowerBound),
                    count: Int32(truncatingIfNeeded: entries.count), end: 0, lexicon: Self.unknown))
        }
        characters = dictionary.categories.table
        space = characters.properties(of: 0x20)
        greatestGroup = dictionary.settings.greatestGroup
        matrix = dictionary.matrix.costs
        rightIDs = dictionary.matrix.rightIDs
        leftIDs = dictionary.matrix.leftIDs
        penaltyCount = (dictionary.settings.spacePenalties.keys.max() ?? -1) + 1
        penalties = .allocate(capacity: max(penaltyCount, 1))
        penalties.initialize(repeating: 0, count: max(penaltyCount, 1))
        for (id, penalty) in dictionary.settings.spacePenalties {
            penalties[id] = Int32(truncatingIfNeeded: penalty)
        }
    }

    deinit {
        lexicons.deallocate()
        unknownEntries.deallocate()
        penalties.deallocate()
    }

    @inline(__always)
    func tables(of lexicon: UInt8) -> LexiconTables {
        lexicon == Self.unknown ? unknown : lexicons[min(Int(lexicon), lexiconCount - 1)]
    }

    /// What a word of a part of speech costs more after a space.
    @inline(__always)
    func spacePenalty(_ partOfSpeechID: UInt16) -> Int {
        Int(partOfSpeechID) < penaltyCount ? Int(penalties[Int(partOfSpeechID)]) : 0
    }

    @inline(__always)
    func connectionCost(rightID: Int, leftID: Int) -> Int { Int(matrix[rightID + rightIDs * leftID]) }
}
