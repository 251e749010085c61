import RecurrentNetworks
import ServerProtocol

extension TextExplain.LayerStates {
    /// Gates and states to six decimals. Not so the norms: how they vanish is what they are for.
    init(_ states: LayerStates) {
        func rows(_ values: [Float]) -> [[Double]] {
            stride(from: 0, to: values.count, by: max(states.units, 1)).map { start in
                values[start..<min(start + states.units, values.count)].map { Self.rounded(Double($0)) }
            }
        }
        self.init(
            layer: states.layer, direction: states.direction == .forward ? .forward : .backward, units: states.units,
            gates: states.gates.map { .init(name: $0.name, values: rows($0.values)) }, cell: states.cell.map(rows),
            hidden: rows(states.hidden), gradientNorms: states.gradientNorms.map { Double(Float($0).description) ?? $0 }
        )
    }

    private static func rounded(_ value: Double) -> Double { (value * 1e6).rounded() / 1e6 }
}
