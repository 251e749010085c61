/// What Korean user words need of `left-id.def`, `right-id.def` and `pos-id.def`: which ids stand for which features.
/// The ids of the first two differ from one build of a dictionary to the next.
struct ContextIDs {
    private let left: [String: UInt16]
    private let right: [String: UInt16]
    /// Patterns of columns, `*` being any, in order.
    private let partsOfSpeech: [(columns: [Substring], id: UInt16)]

    init(left: [UInt8], right: [UInt8], partsOfSpeech: [UInt8]) {
        func lines(_ bytes: [UInt8]) -> [[Substring]] {
            String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline).map {
                $0.split(separator: " ", maxSplits: 1)
            }
        }
        func ids(_ bytes: [UInt8]) -> [String: UInt16] {
            var ids: [String: UInt16] = [:]
            for line in lines(bytes) where line.count == 2 {
                if let id = UInt16(line[0]) { ids[String(line[1])] = id }
            }
            return ids
        }
        self.left = ids(left)
        self.right = ids(right)
        self.partsOfSpeech = lines(partsOfSpeech).compactMap { line in
            guard line.count == 2, let id = UInt16(line[1]) else { return nil }
            return (line[0].split(separator: ",", omittingEmptySubsequences: false), id)
        }
    }

    /// The ids of a feature of mecab-ko-dic's eight columns; nil where the dictionary knows no words of the kind.
    ///
    /// What stands to the left of a word sees its first tag and semantic class, what stands to the right its last tag,
    /// class and whether it ends in a consonant; particles and the like are told apart by their reading, too. Where
    /// there are no words of the class, the class counts as none.
    func ids(of feature: [Substring]) -> (left: UInt16, right: UInt16, partOfSpeech: UInt16)? {
        guard feature.count == 8 else { return nil }
        let isComposed = feature[4] == "Inflect" || feature[4] == "Preanalysis"
        let first = isComposed && feature[5] != "*" ? feature[5] : feature[0]
        let last = isComposed && feature[6] != "*" ? feature[6] : feature[0]
        let (meaning, consonant, reading) = (feature[1], feature[2], feature[3])
        let leftID = Self.first(
            in: left,
            [
                "\(first),\(meaning),*,\(reading),*,*,*,*", "\(first),*,*,\(reading),*,*,*,*",
                "\(first),\(meaning),*,*,*,*,*,*", "\(first),*,*,*,*,*,*,*", "\(first),*,*,*,*,*,*,BOS/EOS",
            ])
        // A foreign word is followed by what follows a noun.
        let rightTag = last == "SL" ? "NNG" : last
        let rightID = Self.first(
            in: right,
            [
                "\(rightTag),\(meaning),\(consonant),\(reading),*,*,*,*",
                "\(rightTag),*,\(consonant),\(reading),*,*,*,*",
                "\(rightTag),\(meaning),\(consonant),*,*,*,*,*", "\(rightTag),*,\(consonant),*,*,*,*,*",
                "\(rightTag),*,*,*,*,*,*,*", "\(rightTag),*,*,*,*,*,*,BOS/EOS",
            ])
        guard let leftID, let rightID else { return nil }
        return (leftID, rightID, partOfSpeech(of: feature))
    }

    private static func first(in ids: [String: UInt16], _ features: [String]) -> UInt16? {
        features.lazy.compactMap { ids[$0] }.first
    }

    private func partOfSpeech(of feature: [Substring]) -> UInt16 {
        partsOfSpeech.first { pattern in
            zip(pattern.columns, feature).allSatisfy { $0 == "*" || $0 == $1 }
        }?.id ?? 0
    }

    /// The tags that words may have.
    var tags: [String] {
        Set(left.keys.compactMap { $0.split(separator: ",").first.map(String.init) }).subtracting(["*", "BOS/EOS"])
            .sorted()
    }
}
