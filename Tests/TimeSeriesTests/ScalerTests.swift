import JSON
import Testing
import TimeSeries

@Suite struct ScalerTests {
    @Test func `scalers are scikit-learn's, also of constants, outliers, one row and missing values`() throws {
        for golden in try goldens("scalers") {
            let name = golden["name"]?.string ?? ""
            let values = golden["values"]?.numbers ?? []
            for kind in [ScalerKind.standard, .minMax, .robust] {
                let expected = try #require(golden[kind.rawValue])
                let scaler = try Scaler(fitting: kind, values)
                let scale = expected["scale"]?.number ?? .nan
                #expect(agree(scaler.scale, scale, within: 1e-13), "\(name) \(kind): \(scaler.scale) \(scale)")
                let center = expected["center"]?.number ?? .nan
                #expect((scaler.center - center).magnitude <= 1e-14 * max(center.magnitude, scale), "\(name) \(kind)")
                // What a column is scaled to is known as well as its values are beside its scale.
                let size = values.filter { !$0.isNaN }.map(\.magnitude).max() ?? 0
                for (value, scaled) in zip(values.map(scaler.scaled), expected["scaled"]?.numbers ?? []) {
                    #expect(
                        value.isNaN && scaled.isNaN
                            || (value - scaled).magnitude <= 1e-9 * scaled.magnitude + 1e-14 * (1 + size / scale),
                        "\(name) \(kind)")
                }
            }
        }
    }

    @Test func `the order of the values does not show`() throws {
        var dice = Dice(state: 5)
        for kind in ScalerKind.allCases {
            let values = dice.numbers(1000, in: -1e6...1e6)
            let (one, other) = (
                try Scaler(fitting: kind, values), try Scaler(fitting: kind, values.shuffled(using: &dice))
            )
            #expect(agree(one.center, other.center, within: 1e-15) && agree(one.scale, other.scale, within: 1e-15))
        }
    }

    @Test(arguments: ScalerKind.allCases)
    func `what was scaled is restored`(kind: ScalerKind) throws {
        var dice = Dice(state: 2)
        for size in [1e-6, 1, 1e9] {
            for count in [1, 2, 3, 50] {
                let scaler = try Scaler(fitting: kind, dice.numbers(count, in: -size...size))
                for value in dice.numbers(20, in: -2 * size...2 * size) {
                    #expect((scaler.restored(scaler.scaled(value)) - value).magnitude <= 1e-14 * size)
                }
            }
        }
    }

    @Test func `of nothing, or of a constant, the scale is 1`() throws {
        for kind in ScalerKind.allCases {
            #expect(try Scaler(fitting: kind, []).scale == 1)
            #expect(try Scaler(fitting: kind, [.nan]).center == 0)
            #expect(try Scaler(fitting: kind, [0.1, 0.1, 0.1]).scale == 1)
        }
    }

    @Test func `scales that are no number are refused`() throws {
        let largest = Double.greatestFiniteMagnitude
        for kind in [ScalerKind.standard, .minMax, .robust] {
            #expect(try refusal { _ = try Scaler(fitting: kind, [-largest, largest]) }.kind == .value)
        }
        for scale in [0, -1, .nan, .infinity] {
            #expect(try refusal { _ = try Scaler(kind: .standard, center: 0, scale: scale) }.kind == .model)
        }
        #expect(try refusal { _ = try Scaler(kind: .standard, center: .nan, scale: 1) }.kind == .model)
    }
}
