/// Which rows a word's input vector is the mean of: its own, and those of its n-grams behind all words'.
struct WordRows: Sendable {
    private let rows: [Int32]
    /// (words + 1), where each word's rows start; empty where a word has its own row alone.
    private let starts: [Int]
    let words: Int
    /// The most that a word has.
    let longest: Int

    init(_ words: WordList, subwords: SubwordScheme?) {
        self.words = words.count
        guard let subwords else {
            (rows, starts, longest) = ([], [], 1)
            return
        }
        var rows: [Int32] = []
        var starts = [0]
        var longest = 1
        for index in 0..<words.count {
            rows.append(Int32(truncatingIfNeeded: index))
            rows += subwords.rows(of: words[index]).map { Int32(truncatingIfNeeded: words.count + $0) }
            longest = max(longest, rows.count - (starts.last ?? 0))
            starts.append(rows.count)
        }
        (self.rows, self.starts, self.longest) = (rows, starts, longest)
    }

    var hasSubwords: Bool { !starts.isEmpty }

    /// Gives the rows of a word, where it has more than its own.
    func withRows<Result>(of word: Int, _ body: (UnsafeBufferPointer<Int32>) -> Result) -> Result {
        rows.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[starts[word]..<starts[word + 1]])) }
    }

    /// For each of `count` n-gram rows whether a word has it.
    func used(count: Int) -> [Bool] {
        var used = [Bool](repeating: false, count: count)
        for row in rows where Int(row) >= words { used[Int(row) - words] = true }
        return used
    }
}
