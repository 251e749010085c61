#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

// The C library's, under names of their own, so that nothing else of it is seen from here.
func naturalLogarithm(_ x: Double) -> Double { log(x) }
func naturalLogarithm(ofOneMoreThan x: Double) -> Double { log1p(x) }
func exponential(_ x: Double) -> Double { exp(x) }
func exponentialLessOne(_ x: Double) -> Double { expm1(x) }

/// The sine and the cosine of so many whole turns.
func circle(turns: Double) -> (sine: Double, cosine: Double) { (sin(turns * 2 * .pi), cos(turns * 2 * .pi)) }

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
