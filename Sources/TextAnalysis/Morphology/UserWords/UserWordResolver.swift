/// Why a word has no place in a dictionary.
struct UserWordFault: Error {
    var reason: String
}

/// Finds what a dictionary would say of a user's word: its feature, its ids, its cost.
///
/// Korean words take the ids of their feature from the dictionary's lists. Other dictionaries are often without these:
/// there a word takes the ids that most words of the system with the same first columns have.
struct UserWordResolver {
    private struct Place: Hashable {
        var left: UInt16
        var right: UInt16
        var partOfSpeech: UInt16
    }

    private let dictionary: MorphologicalDictionary
    private let contextIDs: ContextIDs?
    private var usualCosts: [Place: Int16] = [:]
    private var places: [String: (place: Place, columns: Int)] = [:]
    /// Of the whole dictionary, once a tag has been looked for.
    private var groups: [Group]?

    init(_ dictionary: MorphologicalDictionary) {
        self.dictionary = dictionary
        let files = dictionary.idFiles
        contextIDs =
            dictionary.family == .mecabKo && !files.left.isEmpty && !files.right.isEmpty
            ? ContextIDs(left: files.left, right: files.right, partsOfSpeech: files.partsOfSpeech) : nil
    }

    mutating func reading(of word: UserWord) throws(UserWordFault) -> LexiconImage.Reading {
        if let fault = word.fault { throw UserWordFault(reason: fault) }
        let (feature, place) = if let contextIDs { try Self.korean(word, contextIDs) } else { try other(word) }
        let cost: Int16
        if let given = word.cost { cost = Int16(clamping: given) } else { cost = usualCost(place) }
        return LexiconImage.Reading(
            surface: Array(word.surface.utf8), leftID: place.left, rightID: place.right,
            partOfSpeechID: place.partOfSpeech, cost: cost, feature: Array(feature.utf8))
    }

    /// What more columns say would be lost, or would have to be searched for among all words.
    private static func check(_ tag: String, maximum: Int) throws(UserWordFault) {
        let count = tag.utf8.count { $0 == UInt8(ascii: ",") } + 1
        guard count <= maximum else {
            throw UserWordFault(
                reason: "its tag has \(count) columns; expected at most \(maximum): give the whole feature instead")
        }
    }

    // MARK: - Korean

    private static func korean(
        _ word: UserWord, _ ids: ContextIDs
    ) throws(UserWordFault) -> (feature: String, place: Place) {
        if word.feature == nil { try check(word.tag, maximum: 2) }
        let feature = word.feature ?? koreanFeature(word)
        var columns = feature.unicodeScalars.split(separator: ",", omittingEmptySubsequences: false).map(Substring.init)
        guard columns.count == 8 else {
            throw UserWordFault(
                reason: "its feature has \(columns.count) columns; expected 8: tag, class, consonant, reading, type, "
                    + "first tag, last tag, expression")
        }
        // Words whose reading is not known are followed as if they ended in a vowel.
        if columns[2] == "*" { columns[2] = "F" }
        guard let found = ids.ids(of: columns) else {
            throw UserWordFault(
                reason: "its tag \(columns[0].debugDescription) is unknown; expected one of "
                    + ids.tags.joined(separator: ", "))
        }
        return (feature, Place(left: found.left, right: found.right, partOfSpeech: found.partOfSpeech))
    }

    private static func koreanFeature(_ word: UserWord) -> String {
        let tag = word.tag.split(separator: ",", omittingEmptySubsequences: false)
        let reading = word.reading ?? word.surface
        let type = word.expression == nil ? "*" : "Compound"
        return [
            String(tag.first ?? "*"), tag.count > 1 ? String(tag[1]) : "*", finalConsonant(of: reading),
            reading.contains(",") ? "*" : reading, type, "*", "*", word.expression ?? "*",
        ].joined(separator: ",")
    }

    /// Whether the last syllable ends in a consonant: `T` or `F`, or `*` where it is not written in Hangul.
    private static func finalConsonant(of reading: String) -> String {
        guard let last = reading.unicodeScalars.last, (0xac00...0xd7a3).contains(last.value) else { return "*" }
        return (last.value - 0xac00) % 28 == 0 ? "F" : "T"
    }

    // MARK: - Other dictionaries

    private mutating func other(_ word: UserWord) throws(UserWordFault) -> (feature: String, place: Place) {
        let tag = word.tag.isEmpty ? Self.tag(of: word.feature ?? "") : word.tag
        try Self.check(tag, maximum: 4)
        let found = try place(of: tag)
        if let feature = word.feature { return (feature, found.place) }
        var columns = tag.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        while columns.count < found.columns { columns.append("*") }
        // IPADIC's base form, reading and pronunciation.
        if dictionary.family == .ipadic, columns.count == 9 {
            columns[6] = word.surface.contains(",") ? "*" : word.surface
            columns[7] = word.reading ?? "*"
            columns[8] = word.reading ?? "*"
        }
        return (columns.joined(separator: ","), found.place)
    }

    /// The columns of the part of speech.
    private static func tag(of feature: String) -> String {
        feature.split(separator: ",", omittingEmptySubsequences: false).prefix(4).joined(separator: ",")
    }

    /// What most words of the system have whose features begin with these columns.
    private mutating func place(of tag: String) throws(UserWordFault) -> (place: Place, columns: Int) {
        if let known = places[tag] { return known }
        let groups = groups ?? Self.groups(of: dictionary.system.tables)
        self.groups = groups
        let prefix = Array(tag.utf8) + [UInt8(ascii: ",")]
        var counts: [Place: (count: Int, columns: Int)] = [:]
        for group in groups where group.columns.starts(with: prefix) {
            counts[group.place, default: (0, group.columnCount)].count += group.count
        }
        let most = counts.max {
            ($0.value.count, $1.key.left, $1.key.right) < ($1.value.count, $0.key.left, $0.key.right)
        }
        guard let most else {
            throw UserWordFault(
                reason: "its tag \(tag.debugDescription) is unknown; expected the first columns of some word's feature "
                    + "in the dictionary")
        }
        places[tag] = (most.key, most.value.columns)
        return (most.key, most.value.columns)
    }

    /// The system's words of one place whose features begin with the same four columns.
    private struct Group {
        var place: Place
        /// The four, or fewer where there are fewer, each with a comma behind it.
        var columns: [UInt8]
        var columnCount: Int
        var count: Int
    }

    /// One pass over the dictionary, whatever the number of tags. Few places have more than one group.
    private static func groups(of tables: LexiconTables) -> [Group] {
        var groups: [Group] = []
        var found: [Place: [Int]] = [:]
        for index in 0..<tables.entryCount {
            let (feature, place) = (tables.feature(of: index), Self.place(of: tables.entries[index]))
            var (end, commas) = (0, 0)
            while commas < 4, let comma = feature[end...].firstIndex(of: UInt8(ascii: ",")) {
                end = comma + 1
                commas += 1
            }
            let columns = feature[..<end]
            if let same = found[place]?.first(where: { groups[$0].columns.elementsEqual(columns) }) {
                groups[same].count += 1
            } else {
                found[place, default: []].append(groups.count)
                let columnCount = feature.count { $0 == UInt8(ascii: ",") } + 1
                groups.append(Group(place: place, columns: Array(columns), columnCount: columnCount, count: 1))
            }
        }
        return groups
    }

    // MARK: - Costs

    private static func place(of entry: LexiconTables.Entry) -> Place {
        Place(left: entry.leftID, right: entry.rightID, partOfSpeech: entry.partOfSpeechID)
    }

    /// The median of what the system's words with these ids cost; 0 where there are none.
    private mutating func usualCost(_ place: Place) -> Int16 {
        if let known = usualCosts[place] { return known }
        let tables = dictionary.system.tables
        var costs: [Int16] = []
        for index in 0..<tables.entryCount where Self.place(of: tables.entries[index]) == place {
            costs.append(tables.entries[index].cost)
        }
        costs.sort()
        let median = costs.isEmpty ? 0 : costs[costs.count / 2]
        usualCosts[place] = median
        return median
    }
}
