import LanguageFeatures
import Testing
import TrainingRuns

struct `Splitting rows` {
    @Test(arguments: [(50, 50), (900, 100), (7, 3), (2, 2)])
    func `a stratified split keeps every label's share`(first: Int, second: Int) {
        let labels = [Int32](repeating: 0, count: first) + [Int32](repeating: 1, count: second)
        let (kept, aside) = Splits.stratified(labels: labels, fraction: 0.2, seed: 9)
        #expect(Set(kept).isDisjoint(with: aside))
        #expect((kept + aside).sorted() == Array(labels.indices))
        #expect(kept == kept.sorted() && aside == aside.sorted())
        for (label, count) in [(Int32(0), first), (1, second)] {
            let asideCount = aside.filter { labels[$0] == label }.count
            #expect(asideCount == max(1, Int((Double(count) * 0.2).rounded())))
        }
    }

    @Test func `a label with one row stays in training`() {
        let (kept, aside) = Splits.stratified(labels: [0, 0, 0, 0, 0, 1], fraction: 0.2, seed: 1)
        #expect(kept.contains(5))
        #expect(aside.count == 1)
    }

    @Test func `the seed alone decides who is drawn`() {
        let labels = (0..<1000).map { Int32($0 % 4) }
        let first = Splits.stratified(labels: labels, fraction: 0.2, seed: 5)
        let again = Splits.stratified(labels: labels, fraction: 0.2, seed: 5)
        let other = Splits.stratified(labels: labels, fraction: 0.2, seed: 6)
        #expect(first.aside == again.aside)
        #expect(first.aside != other.aside)
    }

    @Test(arguments: [(10, 0.2, 8), (10, 0.25, 7), (7, 0.5, 3), (3, 0, 3), (0, 0.5, 0)])
    func `the last rows are Keras's validation_split`(count: Int, fraction: Double, kept: Int) {
        let split = Splits.lastRows(count: count, fraction: fraction)
        #expect(split.kept == Array(0..<kept))
        #expect(split.aside == Array(kept..<count))
    }

    @Test func `on a file sorted by label the last rows measure nothing, the stratified split does`() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write(SmallTexts.sortedTSV, to: "sorted.tsv")
        func accuracy(stratified: Bool) throws -> Double {
            let fit = ", \"stratified\": \(stratified), \"validation_split\": 0.5"
            let recipe = try Recipe(parsing: SmallTexts.recipe(fit), name: "small")
            let run = TrainingRun(data: DataFile(path: path), recipe: recipe, output: folder.path + "/model")
            return try run.run { _ in true }.validation?.accuracy ?? -1
        }
        // Half of a sorted file of two labels: the network never sees the second one.
        #expect(try accuracy(stratified: false) == 0)
        #expect(try accuracy(stratified: true) >= 0.9)
    }
}
