import Testing
import TimeSeries

@Suite struct SeriesSplitTests {
    @Test func `parts follow each other in time, and no target reaches into the next`() throws {
        var dice = Dice(state: 8)
        for _ in 0..<500 {
            let rows = Int.random(in: 1...300, using: &dice)
            let configuration = SeriesConfiguration(
                targets: ["a"], window: .random(in: 1...30, using: &dice), horizon: .random(in: 1...10, using: &dice),
                transforms: Bool.random(using: &dice) ? [.difference] : [])
            let shares = [0, 0.1, 0.2, 0.33]
            let (validation, test) = (shares.randomElement(using: &dice) ?? 0, shares.randomElement(using: &dice) ?? 0)
            guard
                let split = try? SeriesSplit(
                    rows: rows, validation: validation, test: test, configuration: configuration)
            else { continue }
            let parts = [split.training, split.validation, split.test]
            #expect(split.training.lowerBound == 0 && split.test.upperBound == rows)
            #expect(zip(parts, parts.dropFirst()).allSatisfy { $0.upperBound == $1.lowerBound })
            for (part, share) in zip(parts, [1, validation, test]) where share > 0 {
                let origins = split.origins(of: part, steps: configuration.horizon)
                #expect(!origins.isEmpty)
                for origin in origins {
                    #expect(origin - configuration.contextRows + 1 >= 0)
                    #expect(part.contains(origin + 1) && part.contains(origin + configuration.horizon))
                }
                // And there are no others.
                #expect(!part.contains(origins.upperBound + configuration.horizon))
                #expect(origins.lowerBound == configuration.contextRows - 1 || !part.contains(origins.lowerBound))
            }
        }
    }

    @Test func `shares are rounded to rows`() throws {
        let configuration = SeriesConfiguration(targets: ["a"], window: 28, horizon: 7)
        let split = try SeriesSplit(rows: 1461, validation: 0.2, test: 0.2, configuration: configuration)
        #expect(split.training == 0..<877 && split.validation == 877..<1169 && split.test == 1169..<1461)
        #expect(split.origins(of: split.training, steps: 7) == 27..<870)
        #expect(split.origins(of: split.validation, steps: 7) == 876..<1162)
        #expect(split.origins(of: split.test, steps: 1) == 1168..<1460)
        #expect(split.origins(of: split.test, steps: 1000).isEmpty)
    }

    @Test func `a window longer than the series is refused with the numbers`() throws {
        let configuration = SeriesConfiguration(targets: ["a"], window: 100, horizon: 7)
        var error = try refusal {
            _ = try SeriesSplit(rows: 50, validation: 0.2, test: 0.2, configuration: configuration)
        }
        #expect(error.description == "50 rows; expected at least 107, for a window of 100 and a horizon of 7")
        error = try refusal { _ = try SeriesSplit(rows: 120, validation: 0.2, test: 0.2, configuration: configuration) }
        #expect(error.came == "72 of 120 rows in the training part")
        error = try refusal { _ = try SeriesSplit(rows: 120, validation: 0.01, test: 0, configuration: configuration) }
        #expect(error.description.contains("1 of 120 rows in the validation part; expected at least 7"))
        #expect(
            try refusal { _ = try SeriesSplit(rows: -1, validation: 0, test: 0, configuration: configuration) }.kind
                == .length)
    }

    @Test(arguments: [(0.5, 0.5), (-0.1, 0.2), (.nan, 0.2), (0.2, .nan), (2, 0), (0, .infinity)])
    func `shares that leave nothing to learn from are refused`(validation: Double, test: Double) throws {
        let configuration = SeriesConfiguration(targets: ["a"], window: 1)
        let error = try refusal {
            _ = try SeriesSplit(rows: 100, validation: validation, test: test, configuration: configuration)
        }
        #expect(error.kind == .configuration)
    }
}
