#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Lines over a logarithmic axis, as an SVG picture that is readable on light and on dark pages.
struct Chart {
    struct Line {
        var name: String
        /// `a`, `b`, `c` or `base`: see the style.
        var style: String
        var points: [(x: Double, y: Double)]
    }

    var title: String
    var xLabel: String
    var yLabel: String
    var x: ClosedRange<Double>
    var xTicks: [Double]
    /// Powers of ten.
    var decades: ClosedRange<Int>
    var lines: [Line]

    private static let (width, height) = (760.0, 400.0)
    private static let (left, right, top, bottom) = (70.0, 120.0, 44.0, 50.0)

    /// Okabe and Ito's colours, which people who see few colours tell apart; each line is named at its end, too.
    private static let style = """
        text{font:13px system-ui,sans-serif;fill:#222}.t{font-weight:600;font-size:15px}.g{stroke:#ccc}
        .bg{fill:#fff}path{fill:none;stroke-width:2}path.a{stroke:#d55e00}path.b{stroke:#0072b2}
        path.c{stroke:#009e73}path.base{stroke:#777;stroke-dasharray:6 4}text.a{fill:#c25400}text.b{fill:#0072b2}
        text.c{fill:#00805d}
        @media(prefers-color-scheme:dark){text{fill:#ddd}.g{stroke:#444}.bg{fill:#16181c}
        path.a{stroke:#ff8c42}path.b{stroke:#56b4e9}path.c{stroke:#2fd3a2}path.base{stroke:#999}
        text.a{fill:#ff8c42}text.b{fill:#56b4e9}text.c{fill:#2fd3a2}}
        """

    func svg() -> String {
        let (w, h) = (Self.width - Self.left - Self.right, Self.height - Self.top - Self.bottom)
        func px(_ value: Double) -> Double { Self.left + w * (value - x.lowerBound) / (x.upperBound - x.lowerBound) }
        func py(_ value: Double) -> Double {
            let (low, high) = (Double(decades.lowerBound), Double(decades.upperBound))
            let place = min(max(log10(max(value, 1e-300)), low), high)
            return Self.top + h * (1 - (place - low) / (high - low))
        }
        func f(_ value: Double) -> String { "\((value * 10).rounded() / 10)" }
        var body = """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(f(Self.width)) \(f(Self.height))" role="img" \
            aria-label="\(title)"><style>\(Self.style)</style>
            <rect class="bg" width="100%" height="100%"/>
            <text class="t" x="\(f(Self.left))" y="24">\(title)</text>

            """
        let step = max(1, (decades.count + 5) / 6)
        for decade in stride(from: decades.upperBound, through: decades.lowerBound, by: -step) {
            let y = py(pow(10, Double(decade)))
            body += """
                <line class="g" x1="\(f(Self.left))" x2="\(f(Self.left + w))" y1="\(f(y))" y2="\(f(y))"/>
                <text x="\(f(Self.left - 8))" y="\(f(y + 4))" text-anchor="end">\(Self.power(decade))</text>

                """
        }
        for tick in xTicks {
            body += """
                <text x="\(f(px(tick)))" y="\(f(Self.top + h + 20))" text-anchor="middle">\(Int(tick))</text>

                """
        }
        body += """
            <text x="\(f(Self.left + w / 2))" y="\(f(Self.height - 10))" text-anchor="middle">\(xLabel)</text>
            <text transform="translate(16 \(f(Self.top + h / 2))) rotate(-90)" text-anchor="middle">\(yLabel)</text>

            """
        // Names that would lie on each other move down.
        var taken = -Double.infinity
        let named = lines.map { ($0, $0.points.last.map { py($0.y) } ?? 0) }.sorted { $0.1 < $1.1 }
        for (line, end) in named {
            let y = max(end, taken + 16)
            taken = y
            body += """
                <text class="\(line.style)" x="\(f(Self.left + w + 8))" y="\(f(y + 4))">\(line.name)</text>

                """
        }
        for line in lines {
            // What is below the axis is not drawn.
            let shown = line.points.filter { $0.y >= pow(10, Double(decades.lowerBound)) }
            let path = shown.enumerated().map { "\($0 == 0 ? "M" : "L")\(f(px($1.x))) \(f(py($1.y)))" }
            body += "<path class=\"\(line.style)\" d=\"\(path.joined())\"/>\n"
        }
        return body + "</svg>\n"
    }

    static func power(_ decade: Int) -> String {
        guard abs(decade) > 3 else { return "\(pow(10, Double(decade)).formatted)" }
        let digits = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"]
        let raised = String(decade.magnitude).compactMap(\.wholeNumberValue).map { digits[$0] }.joined()
        return "10" + (decade < 0 ? "⁻" : "") + raised
    }
}

extension Double {
    fileprivate var formatted: String { self >= 1 ? "\(Int(self))" : "\(self)" }
}
