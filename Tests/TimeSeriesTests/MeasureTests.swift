import JSON
import Testing
import TimeSeries

@Suite struct MeasureTests {
    @Test func `errors and MASE are numpy's`() throws {
        for golden in try goldens("measures") {
            let training = golden["training"]?.numbers ?? []
            let truth = golden["truth"]?.numbers ?? []
            let scale = ForecastErrors.naiveScale(
                of: training + truth, rows: 0..<training.count, season: golden["season"]?.integer ?? 0)
            #expect(agree(scale, golden["scale"]?.number ?? .nan))
            var errors = [ForecastErrors(), ForecastErrors()]
            for (index, pair) in zip(truth, golden["forecast"]?.numbers ?? []).enumerated() {
                errors[index % 2].add(pair.0 - pair.1, scale: scale)
            }
            var all = ForecastErrors()
            for part in errors { all.add(part) }
            #expect(all.count == truth.count)
            #expect(agree(all.mae, golden["mae"]?.number ?? .nan))
            #expect(agree(all.rmse, golden["rmse"]?.number ?? .nan))
            #expect(agree(all.mase ?? .nan, golden["mase"]?.number ?? 0))
        }
    }

    @Test func `a constant series has no MASE, and a season that is too long counts as 1`() {
        #expect(ForecastErrors.naiveScale(of: [2, 2, 2], rows: 0..<3, season: 1) == 0)
        #expect(ForecastErrors.naiveScale(of: [1, 2, 4], rows: 0..<3, season: 3) == 1.5)
        #expect(ForecastErrors.naiveScale(of: [1, 2, 4], rows: 0..<3, season: 0) == 1.5)
        #expect(ForecastErrors.naiveScale(of: [1, 2, 4], rows: 0..<3, season: 2) == 3)
        #expect(ForecastErrors.naiveScale(of: [1, 2, 4], rows: 0..<4, season: 1) == 0)
        #expect(ForecastErrors.naiveScale(of: [1, 2, 4], rows: 0..<1, season: 1) == 0)
        var errors = ForecastErrors()
        #expect(errors.mae == 0 && errors.rmse == 0 && errors.mase == nil)
        errors.add(-3, scale: 0)
        #expect(errors.mae == 3 && errors.rmse == 3 && errors.mase == nil)
        errors.add(1, scale: 2)
        #expect(errors.mase == 0.5 && errors.count == 2)
    }

    @Test func `intervals are the order statistics of split conformal prediction`() throws {
        for golden in try goldens("measures") {
            let residuals = golden["residuals"]?.numbers ?? []
            for (coverage, ends) in [0.5, 0.8, 0.9].map({ ($0, golden["intervals"]?["\($0)"]?.numbers ?? []) }) {
                let intervals = try #require(ResidualIntervals(residuals: [[residuals]], coverage: coverage))
                #expect(agree(intervals.lower[0] + intervals.upper[0], ends), "\(coverage)")
            }
        }
    }

    @Test func `intervals cover what they promise of values that they have not seen`() throws {
        var dice = Dice(state: 6)
        for coverage in [0.5, 0.8, 0.95] {
            var within = 0
            let rounds = 4000
            for _ in 0..<rounds {
                let residuals = dice.numbers(59, in: -3...1)
                let intervals = try #require(ResidualIntervals(residuals: [[residuals]], coverage: coverage))
                let value = Double.random(in: -3...1, using: &dice)
                if (intervals.lower[0][0]...intervals.upper[0][0]).contains(value) { within += 1 }
            }
            // Four deviations of as many throws.
            let share = Double(within) / Double(rounds)
            #expect(
                (share - coverage).magnitude < 4 * (coverage * (1 - coverage) / Double(rounds)).squareRoot() + 0.017)
            #expect(share > coverage - 4 * (coverage * (1 - coverage) / Double(rounds)).squareRoot())
        }
    }

    @Test func `too few residuals have no interval`() {
        let nine = (1...9).map(Double.init)
        #expect(ResidualIntervals(residuals: [[nine]], coverage: 0.8)?.lower == [[1]])
        #expect(ResidualIntervals(residuals: [[nine]], coverage: 0.8)?.upper == [[9]])
        #expect(ResidualIntervals(residuals: [[Array(nine.dropLast())]], coverage: 0.8) == nil)
        #expect(ResidualIntervals(residuals: [[nine], [[1]]], coverage: 0.8) == nil)
        #expect(ResidualIntervals(residuals: [[nine], []], coverage: 0.8) == nil)
        #expect(ResidualIntervals(residuals: [], coverage: 0.8) == nil)
        #expect(ResidualIntervals(residuals: [[nine + [.nan]]], coverage: 0.8) == nil)
        #expect(ResidualIntervals(residuals: [[nine]], coverage: 1) == nil)
        #expect(ResidualIntervals(residuals: [[nine]], coverage: 0.01) != nil)
        #expect(ResidualIntervals(lower: [[1]], upper: [[0]]) == nil)
        #expect(ResidualIntervals(lower: [[0]], upper: [[.nan]]) == nil)
        #expect(ResidualIntervals(lower: [[0], [0, 1]], upper: [[0], [0, 1]]) == nil)
        #expect(ResidualIntervals(lower: [[-1, -2]], upper: [[1, 2]]) != nil)
    }
}
