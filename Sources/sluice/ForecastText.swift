import ServerProtocol
import TimeSeries
import TrainingRuns

/// What `sluice forecast` prints.
extension SeriesForecast.Result {
    /// A line a step: its time or its number, forecast, lower and upper, the last two empty where there are none. The
    /// column's name comes first where several are foreseen. Of labels a line each, with its probability.
    var lines: String {
        switch answer {
        case .labels(_, let labels):
            return labels.map { "\(Output.field($0.label))\t\(Output.probability($0.probability))\n" }.joined()
        case .numbers(let first, let others):
            var text = ""
            for target in [first] + others {
                for (step, value) in target.forecast.enumerated() {
                    if !others.isEmpty { text += Output.field(target.name) + "\t" }
                    text += (times.flatMap { step < $0.count ? $0[step] : nil } ?? String(step + 1)) + "\t"
                    let bounds = [target.lower, target.upper].map { bound in
                        bound.flatMap { step < $0.count ? Self.text($0[step]) : nil } ?? ""
                    }
                    text += ([Self.text(value)] + bounds).joined(separator: "\t") + "\n"
                }
            }
            return text
        }
    }

    private static func text(_ value: Double) -> String {
        value.magnitude < 1e15 ? Int(exactly: value).map(String.init) ?? String(value) : String(value)
    }

    /// Rows of the past that are drawn: as many as make the forecast a fifth of the picture, but not too few.
    private static let leastDrawn = 24

    /// A picture for each column that is foreseen, with what came before; an empty line after each.
    func pictures(after past: SeriesTable, on screen: ProgressDisplay.Screen) -> String {
        guard case .numbers(let first, let others) = answer else { return "" }
        return ([first] + others).map { target in
            let count = min(past.count, max(Self.leastDrawn, 4 * target.forecast.count))
            // What came as arguments has no name.
            let values = past.values(of: target.name) ?? past.columns.first?.values ?? []
            let shown = past.count - count
            let plot = SeriesPlot(
                title: Output.field(target.name), past: Array(values.suffix(count)), forecast: target.forecast,
                lower: target.lower ?? [], upper: target.upper ?? [],
                marks: (
                    past.times.flatMap { $0.dropFirst(shown).first?.description } ?? (count < 2 ? "" : "\(1 - count)"),
                    past.times?.last?.description ?? "0", times?.last ?? "+\(target.forecast.count)"
                ))
            let text = plot.text(width: screen.width(), hasColour: screen.hasColour)
            return text.isEmpty ? "" : text + "\n"
        }.joined()
    }
}
