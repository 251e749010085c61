/// The numbers of JSON texts.
enum JSONNumber {
    /// Reads the number that begins at `start`; `end` is the index after it.
    ///
    /// What is written without fraction and exponent and fits 64 bits is an integer (-0 excepted, which has none);
    /// everything else is the `Double` nearest to what is written.
    static func parse(
        _ bytes: UnsafeRawBufferPointer, from start: Int
    ) throws(JSONError) -> (value: JSONValue, end: Int) {
        var position = start
        let negative = bytes[position] == UInt8(ascii: "-")
        if negative { position += 1 }

        // Digits are taken up as long as they surely fit; beyond that only the slow way is exact.
        var mantissa: UInt64 = 0
        var exact = true
        var exponent = 0
        func digits(fraction: Bool) throws(JSONError) {
            let first = position
            while position < bytes.count, 0x30...0x39 ~= bytes[position] {
                if mantissa < 922_337_203_685_477_580 {
                    mantissa = mantissa &* 10 &+ UInt64(bytes[position] &- 0x30)
                    if fraction { exponent -= 1 }
                } else {
                    exact = false
                }
                position += 1
            }
            guard position > first else {
                let found = position < bytes.count ? JSONText.describe(bytes[position]) : "the end of the text"
                throw JSONError(offset: position, reason: "found \(found), expected a digit")
            }
        }

        let firstDigit = position
        try digits(fraction: false)
        if bytes[firstDigit] == UInt8(ascii: "0"), position > firstDigit + 1 {
            throw JSONError(offset: firstDigit, reason: "found a number that begins with a zero too many")
        }
        var integral = true
        if position < bytes.count, bytes[position] == UInt8(ascii: ".") {
            integral = false
            position += 1
            try digits(fraction: true)
        }
        if position < bytes.count, bytes[position] | 0x20 == UInt8(ascii: "e") {
            integral = false
            exact = false
            position += 1
            if position < bytes.count, bytes[position] == UInt8(ascii: "-") || bytes[position] == UInt8(ascii: "+") {
                position += 1
            }
            try digits(fraction: false)
        }

        if integral, exact, !(negative && mantissa == 0) {
            return (.integer(negative ? -Int64(mantissa) : Int64(mantissa)), position)
        }
        // Both are exact doubles here, so the one division rounds correctly.
        if exact, mantissa <= 1 << 53, exponent >= -22 {
            let value = Double(mantissa) / powersOfTen[-exponent]
            return (.number(negative ? -value : value), position)
        }
        let text = String(decoding: bytes[start..<position], as: UTF8.self)
        if integral, let value = Int64(text), value != 0 { return (.integer(value), position) }
        guard let value = Double(text), value.isFinite else {
            throw JSONError(offset: start, reason: "found a number beyond what 64-bit floating point can hold")
        }
        return (.number(value), position)
    }

    /// Appends the shortest decimal that reads back as the same bits.
    static func append(_ value: Double, to output: inout [UInt8]) {
        guard value.isFinite else {
            // JSON has no such numbers.
            output.append(contentsOf: "null".utf8)
            return
        }
        // Most numbers on the wire are probabilities of six decimals. A decimal of at most 15 digits that rounds
        // to a double is the shortest one that does, so for these no search is needed.
        let magnitude = value.magnitude
        if magnitude < 1e9, magnitude >= 1e-6 {
            let millionths = Int64(magnitude * 1e6 + 0.5)
            if Double(millionths) / 1e6 == magnitude {
                append(UInt64(millionths), decimals: 6, isNegative: value < 0, to: &output)
                return
            }
        }
        var text = value.description
        text.withUTF8 { output.append(contentsOf: $0) }
    }

    /// The same for float32, whose shortest decimals have half the digits.
    static func append(_ value: Float, to output: inout [UInt8]) {
        guard value.isFinite else {
            output.append(contentsOf: "null".utf8)
            return
        }
        if let (scaled, decimals) = shortest(value) {
            append(UInt64(scaled), decimals: decimals, isNegative: value < 0, to: &output)
            return
        }
        var text = value.description
        text.withUTF8 { output.append(contentsOf: $0) }
    }

    /// `scaled` / 10^`decimals` without a sign, where it has 6 to 8 decimals, zeros at its end included; nil of the rest.
    static func shortest(_ value: Float) -> (scaled: Int64, decimals: Int)? {
        let magnitude = Double(value.magnitude)
        guard magnitude < 8, magnitude >= 1e-4 else { return nil }
        // The nearest decimal of each length, until one reads back. To read it by way of a double is to read it: between
        // a decimal of eight places and the middle of two floats lie 2⁻⁴⁴ of it or more, or nothing.
        for decimals in 6...8 {
            let scaled = Int64(magnitude * powersOfTen[decimals] + 0.5)
            if Double(Float(Double(scaled) / powersOfTen[decimals])) == magnitude { return (scaled, decimals) }
        }
        return nil
    }

    static func append(_ value: Int64, to output: inout [UInt8]) {
        if value < 0 { output.append(UInt8(ascii: "-")) }
        append(value.magnitude, to: &output)
    }

    private static func append(_ value: UInt64, to output: inout [UInt8]) {
        if value < 10 {
            output.append(0x30 + UInt8(value))
            return
        }
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { digits in
            var rest = value
            var first = 20
            while rest > 0 {
                first -= 1
                let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10)
                digits[first] = 0x30 + UInt8(digit)
                rest = quotient
            }
            output.append(contentsOf: digits[first...])
        }
    }

    /// `value` / 10^`decimals`, without the zeros at its end but for one decimal.
    private static func append(_ value: UInt64, decimals: Int, isNegative: Bool, to output: inout [UInt8]) {
        var (rest, decimals) = (value, decimals)
        while decimals > 1, rest % 10 == 0 {
            rest /= 10
            decimals -= 1
        }
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 28) { digits in
            var first = 28
            func put() {
                let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10)
                first -= 1
                digits[first] = 0x30 + UInt8(truncatingIfNeeded: digit)
                rest = quotient
            }
            for _ in 0..<decimals { put() }
            first -= 1
            digits[first] = UInt8(ascii: ".")
            repeat { put() } while rest > 0
            if isNegative {
                first -= 1
                digits[first] = UInt8(ascii: "-")
            }
            output.append(contentsOf: digits[first...])
        }
    }

    /// 10⁰ … 10²², the powers of ten that are exact doubles.
    static let powersOfTen: [Double] = [
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18,
        1e19, 1e20, 1e21, 1e22,
    ]
}

extension Double {
    /// The number of the shortest decimal that reads back as this float32: what people write and read, 0.4, where all of
    /// its digits are 0.4000000059604645.
    package init(shortest value: Float) {
        if let (scaled, decimals) = JSONNumber.shortest(value) {
            let magnitude = Double(scaled) / JSONNumber.powersOfTen[decimals]
            self = value < 0 ? -magnitude : magnitude
        } else {
            self = Double(value.description) ?? Double(value)
        }
    }
}
