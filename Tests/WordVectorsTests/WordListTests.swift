import Numerics
import Testing
import WordVectors

@Suite struct WordListTests {
    @Test func `words are found at their rows, the first of two that are alike`() {
        var kept: [Int] = []
        let list = WordList(distinct: ["영화", "the", "", "영화", "a\nb", "of", "two words"], kept: &kept)
        #expect(kept == [0, 1, 5, 6])
        #expect(list.count == 4)
        #expect(list.index(of: "영화") == 0)
        #expect(list.index(of: "of") == 2)
        #expect(list.index(of: "two words") == 3)
        #expect(list[3] == "two words")
        #expect(list.index(of: "영") == nil)
        #expect(list.index(of: "") == nil)
    }

    @Test func `many words are found, and as many others are not`() {
        var kept: [Int] = []
        let list = WordList(distinct: (0..<20_000).lazy.map { "word\($0)" }, kept: &kept)
        #expect((0..<20_000).allSatisfy { (n: Int) in list.index(of: "word\(n)") == n })
        #expect((20_000..<40_000).allSatisfy { (n: Int) in list.index(of: "word\(n)") == nil })
        #expect(throws: Never.self) { try WordList(checking: list.parts) }
    }

    @Test func `parts that do not fit each other are refused`() {
        var kept: [Int] = []
        let list = WordList(distinct: ["a", "b"], kept: &kept)
        func refused(_ change: (inout WordList.Parts) -> Void) -> Bool {
            var parts = list.parts
            change(&parts)
            return (try? WordList(checking: parts)) == nil
        }
        #expect(refused { $0.offsets = SharedElements([]) })
        #expect(refused { $0.offsets = SharedElements([0, 2, 5]) })
        #expect(refused { $0.offsets = SharedElements([0, 4, 4]) })
        #expect(refused { $0.offsets = SharedElements([0, 9, 4]) })
        #expect(refused { $0.slots = SharedElements([1, 2]) })
        #expect(refused { $0.slots = SharedElements([1, 2, 0]) })
        #expect(refused { $0.slots = SharedElements([1, 3, 0, 0]) })
        #expect(refused { $0.slots = SharedElements([1, 2, 1, 1]) })
    }
}
