/// Numbers as text, correctly rounded to float32.
enum DecimalNumber {
    /// Reads a number that begins at `index` and moves behind it; nil where there is none. `nan` and `inf` are numbers
    /// too, so that who reads them can say what came.
    @inline(__always)
    static func read(_ bytes: UnsafePointer<UInt8>, _ index: inout Int, end: Int) -> Float? {
        let start = index
        var position = index
        var isNegative = false
        if position < end, bytes[position] == UInt8(ascii: "-") || bytes[position] == UInt8(ascii: "+") {
            isNegative = bytes[position] == UInt8(ascii: "-")
            position += 1
        }
        var digits: UInt64 = 0
        let firstDigit = position
        while position < end, bytes[position] &- 48 < 10 {
            digits = digits &* 10 &+ UInt64(bytes[position] &- 48)
            position += 1
        }
        var count = position - firstDigit
        var exponent = 0
        if position < end, bytes[position] == UInt8(ascii: ".") {
            position += 1
            let firstDecimal = position
            while position < end, bytes[position] &- 48 < 10 {
                digits = digits &* 10 &+ UInt64(bytes[position] &- 48)
                position += 1
            }
            count += position - firstDecimal
            exponent = firstDecimal - position
        }
        guard count > 0 else { return word(bytes, &index, end: end) }
        if position < end, bytes[position] | 0x20 == UInt8(ascii: "e") {
            guard let power = readExponent(bytes, &position, end: end) else { return nil }
            exponent += power
        }
        index = position
        // Both factors are exact in float32, so one rounding is left.
        if count <= 19, digits <= 1 << 24, exponent >= -10, exponent <= 0 {
            let value = Float(digits) / powers32[-exponent]
            return isNegative ? -value : value
        }
        if count <= 19, let value = exact(digits, exponent) { return isNegative ? -value : value }
        return Float(
            String(decoding: UnsafeBufferPointer(start: bytes + start, count: position - start), as: UTF8.self))
    }

    private static func readExponent(_ bytes: UnsafePointer<UInt8>, _ position: inout Int, end: Int) -> Int? {
        position += 1
        var isNegative = false
        if position < end, bytes[position] == UInt8(ascii: "-") || bytes[position] == UInt8(ascii: "+") {
            isNegative = bytes[position] == UInt8(ascii: "-")
            position += 1
        }
        let first = position
        var exponent = 0
        while position < end, bytes[position] &- 48 < 10 {
            // Beyond that the number is 0 or infinite, whatever its digits.
            exponent = min(exponent * 10 + Int(bytes[position] &- 48), 1 << 20)
            position += 1
        }
        guard position > first else { return nil }
        return isNegative ? -exponent : exponent
    }

    /// Through float64, where the digits and the power are exact in it, so that it is rounded once. To round that again
    /// is wrong only where it lies in the middle between two numbers of float32, or where those are not as dense.
    private static func exact(_ digits: UInt64, _ exponent: Int) -> Float? {
        guard digits <= 1 << 53, exponent >= -22, exponent <= 22 else { return nil }
        let value = exponent < 0 ? Double(digits) / powers64[-exponent] : Double(digits) * powers64[exponent]
        guard value >= 1e-37, value <= 1e37, value.bitPattern & 0x1fff_ffff != 0x1000_0000 else {
            return digits == 0 ? 0 : nil
        }
        return Float(value)
    }

    private static func word(_ bytes: UnsafePointer<UInt8>, _ index: inout Int, end: Int) -> Float? {
        var position = index
        while position < end, position - index < 10, bytes[position] > 0x20 { position += 1 }
        let text = String(decoding: UnsafeBufferPointer(start: bytes + index, count: position - index), as: UTF8.self)
            .lowercased()
        guard ["nan", "-nan", "+nan", "inf", "-inf", "+inf", "infinity", "-infinity", "+infinity"].contains(text)
        else { return nil }
        index = position
        return text.hasSuffix("nan") ? .nan : .infinity
    }

    /// 10⁰ to 10¹⁰.
    private static let powers32: [Float] = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10]
    /// 10⁰ to 10²².
    private static let powers64: [Double] = [
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20,
        1e21, 1e22,
    ]
}
