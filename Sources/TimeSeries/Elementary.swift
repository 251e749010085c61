#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// What the C library computes of a number, and nothing else of it.
enum Elementary {
    static func log(_ x: Double) -> Double { logarithm(x) }
    static func log1p(_ x: Double) -> Double { logarithmOfOneMore(x) }
    static func exp(_ x: Double) -> Double { exponential(x) }
    static func expm1(_ x: Double) -> Double { exponentialLessOne(x) }

    /// The sine and the cosine of `turns` whole turns.
    static func circle(_ turns: Double) -> (sine: Double, cosine: Double) {
        (sine(turns * 2 * .pi), cosine(turns * 2 * .pi))
    }
}

private func logarithm(_ x: Double) -> Double { log(x) }
private func logarithmOfOneMore(_ x: Double) -> Double { log1p(x) }
private func exponential(_ x: Double) -> Double { exp(x) }
private func exponentialLessOne(_ x: Double) -> Double { expm1(x) }
private func sine(_ x: Double) -> Double { sin(x) }
private func cosine(_ x: Double) -> Double { cos(x) }

extension Double {
    /// Itself, or the largest number there is in its direction: what is written as JSON has no infinity.
    var finite: Double { isInfinite ? (self < 0 ? -Double.greatestFiniteMagnitude : .greatestFiniteMagnitude) : self }

    /// For messages: six digits at most, and no `.0`.
    var brief: String {
        guard isFinite else { return description }
        let size = magnitude
        guard size >= 1e-4, size < 1e15 else { return self == 0 ? "0" : description }
        // Six digits in all: so many of them behind the point as leave room for those before it.
        var unit = 1.0
        while size * unit < 1e5 { unit *= 10 }
        let rounded = (self * unit).rounded() / unit
        return rounded == rounded.rounded() ? Int64(rounded).description : rounded.description
    }
}
