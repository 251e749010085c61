import JSON
import Numerics
import Testing
import TimeSeries

/// What Tests/Goldens/series/make.py wrote.
func goldens(_ name: String) throws -> [JSONValue] {
    let tests = #filePath.split(separator: "/").dropLast(2).joined(separator: "/")
    let bytes = try FileBytes(path: "/\(tests)/Goldens/series/\(name).json").withUnsafeBytes { Array($0) }
    return try #require(JSONValue(parsing: bytes).array)
}

extension JSONValue {
    /// Null is NaN.
    var numbers: [Double] { (array ?? []).map { $0.number ?? .nan } }
}

/// Whether two numbers are the same but for rounding, NaN being NaN.
func agree(_ left: Double, _ right: Double, within tolerance: Double = 1e-12) -> Bool {
    left == right || left.isNaN && right.isNaN
        || (left - right).magnitude <= tolerance * max(left.magnitude, right.magnitude, 1e-300)
}

func agree(_ left: [Double], _ right: [Double], within tolerance: Double = 1e-12) -> Bool {
    left.count == right.count && zip(left, right).allSatisfy { agree($0, $1, within: tolerance) }
}

func time(_ text: String) throws -> TimePoint { try #require(TimePoint(text), "\(text)") }

func times(_ texts: String...) throws -> [TimePoint] { try texts.map(time) }

/// Days from a beginning.
func days(_ count: Int, from start: String = "2012-01-01") throws -> [TimePoint] {
    let first = try time(start)
    return try (0..<count).map { try #require(SeriesInterval.seconds(86_400).advanced(first, by: $0)) }
}

/// SplitMix64, so that a failure comes back.
struct Dice: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var z = state
        z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
        z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
        return z ^ (z >> 31)
    }

    mutating func numbers(_ count: Int, in range: ClosedRange<Double>) -> [Double] {
        (0..<count).map { _ in Double.random(in: range, using: &self) }
    }
}

/// The error that `body` ends in.
func refusal(_ body: () throws -> Void) throws -> SeriesError {
    try #require(throws: SeriesError.self, performing: body)
}
