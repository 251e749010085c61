import Numerics
import Testing

@Suite struct `Numbers of SplitMix64` {
    /// What the reference implementation (Sebastiano Vigna, splitmix64.c) gives.
    @Test func `gives the reference's numbers`() {
        var random = SplitMix64(state: 1_234_567)
        let expected: [UInt64] = [
            6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
            4_593_380_528_125_082_431, 16_408_922_859_458_223_821,
        ]
        #expect(expected.map { _ in random.next() } == expected)
    }

    @Test(arguments: [1, 2, 3, 7, 1_000, Int.max])
    func `stays below a bound`(_ bound: Int) {
        var random = SplitMix64(state: 1)
        let drawn = (0..<1_000).map { _ in random.below(bound) }
        #expect(drawn.allSatisfy { (0..<bound).contains($0) })
        #expect(bound > 7 || Set(drawn).count == bound)
    }

    @Test(arguments: [0, -1, Int.min])
    func `draws 0 where nothing is below the bound`(_ bound: Int) {
        var random = SplitMix64(state: 1)
        #expect(random.below(bound) == 0)
    }
}
