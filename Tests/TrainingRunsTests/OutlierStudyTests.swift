import LanguageFeatures
import RecurrentNetworks
import Testing
import TimeSeries
import TrainingRuns

@Suite struct `One outlier under each scaler` {
    /// 48 of them to train on.
    private static let values = (0..<60).map { Double($0 * 7 % 13) + Double($0 % 3) * 0.25 }

    private func study(_ values: [String], _ folder: TemporaryFolder) throws -> OutlierStudy {
        var study = OutlierStudy(
            data: SeriesFile(path: try folder.write("값\n" + values.joined(separator: "\n") + "\n", to: "a.csv")),
            target: "값")
        study.window = 4
        return study
    }

    @Test func `scalers are fitted with the outlier, and nothing else is changed`() throws {
        let folder = try TemporaryFolder()
        var seen: [(Int, Int)] = []
        let result = try study(Self.values.map(\.description), folder).run {
            seen.append(($0, $1))
            return true
        }
        #expect(seen.map(\.0) == Array(0..<60) && seen.allSatisfy { $0.1 == 60 })
        #expect(result.values == Self.values)
        #expect(result.training == 0..<48 && result.test == 48..<60 && result.row == 24)

        let training = Array(Self.values[..<48])
        let mean = training.reduce(0, +) / 48
        let deviation = (training.map { ($0 - mean) * ($0 - mean) }.reduce(0, +) / 48).squareRoot()
        #expect(abs(result.mean - mean) < 1e-12 && abs(result.deviation - deviation) < 1e-12)
        #expect(result.scalers.map { $0[0].scaler.kind } == ScalerKind.allCases)
        for effects in result.scalers {
            #expect(effects.count == OutlierStudy.sizes.count)
            for (size, effect) in zip(OutlierStudy.sizes, effects) {
                var spoilt = training
                if size > 0 { spoilt[24] = result.mean + size * result.deviation }
                #expect(effect.scaler == (try Scaler(fitting: effect.scaler.kind, spoilt)))
                #expect(result.outlier(size) == spoilt[24])
                #expect(effect.keptSpread == effects[0].scaler.scale / effect.scaler.scale)
                #expect(effect.errors.count == OutlierStudy.seeds.count)
                #expect(effect.errors.allSatisfy { $0.count == 12 && $0.mae.isFinite })
            }
        }
        // The mean and the range give way, the quartiles do not.
        let kept = Dictionary(uniqueKeysWithValues: result.scalers.map { ($0[0].scaler.kind, $0[4].keptSpread) })
        let standard = try #require(kept[.standard])
        // With one of n values moved k deviations off the variance becomes 1 + k²/n of what it was, nearly.
        #expect(abs(standard - 1 / (1 + 2500.0 / 48).squareRoot()) < 0.01)
        #expect(try #require(kept[.minMax]) < 0.1)
        #expect(abs(try #require(kept[.robust]) - 1) < 0.01 && kept[ScalerKind.none] == 1)
    }

    @Test func `baselines are those of the rows to measure on`() throws {
        let folder = try TemporaryFolder()
        let result = try study(Self.values.map(\.description), folder).run()
        let last = try #require(result.baselines.first { $0.subject == .lastValue })
        let errors = (48..<60).map { abs(Self.values[$0] - Self.values[$0 - 1]) }
        #expect(abs(last.overall.mae - errors.reduce(0, +) / 12) < 1e-12)
    }

    @Test func `it ends when it is told to`() throws {
        let folder = try TemporaryFolder()
        #expect(throws: TrainingRunError.stopped) {
            try study(Self.values.map(\.description), folder).run { done, _ in done < 2 }
        }
    }

    @Test(arguments: [
        ([String](repeating: "7", count: 60), "the same value in all rows"),
        ((0..<60).map { "\(Double($0 % 7) * 1e-300)" }, "the same value in all rows"),
        ((0..<60).map { $0 % 2 == 0 ? "sun" : "rain" }, "expected a number"),
        (["1", "2", "3", "4"], "rows"),
        ((0..<60).map { $0 == 9 ? "NA" : "\($0)" }, "missing"),
    ])
    func `what no outlier can be put into is refused`(values: [String], words: String) throws {
        let folder = try TemporaryFolder()
        let error = try #require(throws: TrainingRunError.self) { try study(values, folder).run() }
        #expect(error.description.contains(words), "\(error)")
        #expect(error.hint?.isEmpty == false)
    }
}
