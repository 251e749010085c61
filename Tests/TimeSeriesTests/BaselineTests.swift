import JSON
import Testing
import TimeSeries

@Suite struct BaselineTests {
    @Test func `the naive forecasts repeat what was`() {
        let values: [Double] = [1, 2, 3, 4, 5, 6]
        #expect(NaiveForecast.lastValue.forecast(values, after: 3, steps: 2) == [4, 4])
        #expect(NaiveForecast.seasonal(3).forecast(values, after: 3, steps: 5) == [2, 3, 4, 2, 3])
        #expect(NaiveForecast.seasonal(4).forecast(values, after: 3, steps: 1) == [1])
        #expect(NaiveForecast.seasonal(1).forecast(values, after: 5, steps: 2) == [6, 6])
        #expect(NaiveForecast.seasonal(5).forecast(values, after: 3, steps: 1) == nil)
        #expect(NaiveForecast.seasonal(0).forecast(values, after: 3, steps: 1) == nil)
        #expect(NaiveForecast.lastValue.forecast(values, after: 6, steps: 1) == nil)
        #expect(NaiveForecast.lastValue.forecast(values, after: -1, steps: 1) == nil)
        #expect(NaiveForecast.lastValue.forecast(values, after: 1, steps: -1) == nil)
    }

    @Test func `the linear baseline is scikit-learn's Ridge`() throws {
        for golden in try goldens("linear") {
            let series = (golden["series"]?.array ?? []).map(\.numbers)
            let (window, horizon) = (golden["window"]?.integer ?? 0, golden["horizon"]?.integer ?? 0)
            let origins = (golden["first"]?.integer ?? 0)..<(golden["end"]?.integer ?? 0)
            let linear = try #require(
                LinearBaseline(fitting: series, origins: origins, window: window, horizon: horizon))
            let forecast = try #require(linear.forecast(series, after: series[0].count - 1))
            // How large a target is decides how much rounding costs.
            for (index, value) in zip(forecast.joined(), golden["forecast"]?.numbers ?? []).enumerated() {
                let size = series[index / horizon].map(\.magnitude).max() ?? 1
                #expect((value.0 - value.1).magnitude <= 1e-8 * size, "\(golden["name"]?.string ?? "")")
            }
            #expect(
                LinearBaseline(
                    window: window, targets: series.count, horizon: horizon, kernel: linear.kernel, bias: linear.bias)
                    == linear)
        }
    }

    @Test func `a line is continued, a constant stays`() throws {
        let line = (0..<50).map { 3 + 0.5 * Double($0) }
        let constant = [Double](repeating: 7, count: 50)
        let linear = try #require(
            LinearBaseline(fitting: [line, constant], origins: 3..<40, window: 4, horizon: 3))
        let forecast = try #require(linear.forecast([line, constant], after: 49))
        #expect(agree(forecast[0], [28, 28.5, 29], within: 1e-5))
        #expect(forecast[1] == [7, 7, 7])
    }

    @Test func `a kernel is by rows of the window, then by targets`() throws {
        let linear = try #require(
            LinearBaseline(window: 2, targets: 1, horizon: 2, kernel: [1, 10, 100, 1000], bias: [0.5, 0.25]))
        #expect(linear.forecast([[9, 2, 3]], after: 2) == [[302.5, 3020.25]])
        #expect(linear.forecast([[9, 2, 3]], after: 0) == nil)
        #expect(linear.forecast([[9, 2, 3]], after: 3) == nil)
        #expect(linear.forecast([[9, 2, 3], [1, 2, 3]], after: 2) == nil)
        #expect(LinearBaseline(window: 2, targets: 1, horizon: 1, kernel: [1], bias: [0]) == nil)
        #expect(LinearBaseline(window: 1, targets: 1, horizon: 1, kernel: [.nan], bias: [0]) == nil)
        #expect(LinearBaseline(window: .max, targets: 2, horizon: .max, kernel: [1], bias: [0]) == nil)
        #expect(LinearBaseline(window: 0, targets: 1, horizon: 1, kernel: [], bias: [0]) == nil)
    }

    @Test func `what cannot be fitted is nothing`() {
        let values = (0..<40).map { Double($0 * $0 % 7) }
        var broken = values
        broken[20] = .nan
        let fit = { (series: [[Double]], origins: Range<Int>, window: Int, horizon: Int) in
            LinearBaseline(fitting: series, origins: origins, window: window, horizon: horizon)
        }
        #expect(fit([values], 2..<36, 3, 4) != nil)
        #expect(fit([values], 2..<37, 3, 4) == nil)
        #expect(fit([values], 1..<36, 3, 4) == nil)
        #expect(fit([values], 2..<3, 3, 4) == nil)
        #expect(fit([broken], 2..<36, 3, 4) == nil)
        #expect(fit([], 2..<36, 3, 4) == nil)
        #expect(fit([values, [1]], 2..<36, 3, 4) == nil)
        #expect(fit([values], 2..<36, 0, 4) == nil)
        #expect(fit([values], 2..<36, 3, .max) == nil)
        #expect(fit([values], 2..<36, .max, 3) == nil)
        #expect(fit([values.map { $0 * 1e200 }], 2..<36, 3, 4) == nil)
    }
}
