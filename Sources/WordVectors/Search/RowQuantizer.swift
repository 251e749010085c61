internal import Dispatch
import Numerics

/// Makes the parts of `QuantizedRows`, on all cores.
struct RowQuantizer {
    let rows: VectorRows
    let count: Int
    let dimensions: Int

    private var blocks: Int { (count + 15) / 16 }

    func parts() -> QuantizedRows.Parts {
        let lengths = blocks * 16
        var values: SharedElements<UInt8>?
        var errors: SharedElements<Float>?
        var norms: SharedElements<Float>?
        let scales = SharedElements<Float>(count: lengths) { scales in
            errors = SharedElements(count: lengths) { errors in
                norms = SharedElements(count: lengths) { norms in
                    values = SharedElements(count: blocks * ((dimensions + 3) / 4) * 64) { values in
                        let target = Eight(
                            values: values.baseAddress, scales: scales.baseAddress, errors: errors.baseAddress,
                            norms: norms.baseAddress)
                        forEachRow { row, place in quantize(row, at: place, into: target) }
                    }
                }
            }
        }
        let none = SharedElements<Float>([])
        return QuantizedRows.Parts(
            values: values ?? SharedElements([]), scales: scales, errors: errors ?? none, norms: norms ?? none)
    }

    func coarse() -> QuantizedRows.Coarse {
        var values: SharedElements<UInt8>?
        let scales = SharedElements<Float>(count: blocks * 16) { scales in
            values = SharedElements(count: blocks * ((dimensions + 7) / 8) * 64) { values in
                let target = Four(values: values.baseAddress, scales: scales.baseAddress)
                forEachRow { row, place in quantizeCoarsely(row, at: place, into: target) }
            }
        }
        return QuantizedRows.Coarse(values: values ?? SharedElements([]), scales: scales)
    }

    /// Runs `body` for each place of each block on all cores; nil stands for padding, and for a row that is not to be
    /// found.
    private func forEachRow(_ body: @Sendable (UnsafePointer<Float>?, Int) -> Void) {
        // Blocks enough for a thread to have something to do, and few enough for all to end together.
        let piece = 256
        let (blocks, count, dimensions, rows) = (blocks, count, dimensions, rows)
        withoutActuallyEscaping(body) { body in
            DispatchQueue.concurrentPerform(iterations: (blocks + piece - 1) / piece) { number in
                let scratch = AlignedBuffer(count: dimensions)
                for place in (number * piece * 16)..<(min(blocks, (number + 1) * piece) * 16) {
                    guard place < count else {
                        body(nil, place)
                        continue
                    }
                    rows.withRow(place, dimensions: dimensions, scratch: scratch.pointer) { row in
                        body(QuantizedRows.isFound(row, count: dimensions) ? row : nil, place)
                    }
                }
            }
        }
    }

    // MARK: One row

    /// Where the threads write, each its own rows; nil where there is nothing to be written.
    private struct Eight: @unchecked Sendable {
        var values: UnsafeMutablePointer<UInt8>?
        var scales: UnsafeMutablePointer<Float>?
        var errors: UnsafeMutablePointer<Float>?
        var norms: UnsafeMutablePointer<Float>?
    }

    private struct Four: @unchecked Sendable {
        var values: UnsafeMutablePointer<UInt8>?
        var scales: UnsafeMutablePointer<Float>?
    }

    private func quantize(_ row: UnsafePointer<Float>?, at place: Int, into target: Eight) {
        guard let values = target.values, let scales = target.scales, let errors = target.errors,
            let norms = target.norms
        else { return }
        let groups = (dimensions + 3) / 4
        let first = values + (place / 16 * groups * 16 + place % 16) * 4
        guard let row else {
            (scales[place], errors[place], norms[place]) = (0, 0, 0)
            for group in 0..<groups {
                for byte in 0..<4 { first[group * 64 + byte] = 128 }
            }
            return
        }
        let scale = Self.greatest(row, dimensions) / 127
        let inverse = 1 / scale
        var lost = SIMD4<Double>.zero
        var squares = SIMD4<Double>.zero
        for group in 0..<groups {
            let x = Self.four(row, group * 4, dimensions)
            let shifted = x * inverse + Self.shift
            let wide = SIMD4<Double>(x)
            let difference = wide - Double(scale) * SIMD4<Double>(shifted - Self.shift)
            lost += difference * difference
            squares += wide * wide
            Self.store(Self.number(shifted) &+ 128, to: first + group * 64)
        }
        scales[place] = scale
        // What sums in double lose is far below what the next float adds.
        errors[place] = Float(lost.sum().squareRoot()).nextUp
        norms[place] = Float(squares.sum().squareRoot())
    }

    /// The scale is that of a few which loses least: a largest number that stands alone is cut off.
    private func quantizeCoarsely(_ row: UnsafePointer<Float>?, at place: Int, into target: Four) {
        guard let values = target.values, let scales = target.scales else { return }
        let groups = (dimensions + 7) / 8
        let first = values + (place / 16 * groups * 16 + place % 16) * 4
        guard let row else {
            scales[place] = 0
            for group in 0..<groups {
                for byte in 0..<4 { first[group * 64 + byte] = 0x88 }
            }
            return
        }
        let full = Self.greatest(row, dimensions) / 7
        var best: (scale: Float, lost: Float) = (full, .infinity)
        for cut in [1, 0.9, 0.8, 0.7, 0.6] as [Float] {
            let (scale, inverse) = (full * cut, 1 / (full * cut))
            var lost = SIMD4<Float>.zero
            for start in stride(from: 0, to: dimensions, by: 4) {
                let x = Self.four(row, start, dimensions)
                // In units of the scale, so that squares of tiny numbers do not vanish.
                let scaled = x * inverse
                let difference = scaled - (Self.clamped(scaled) - Self.shift)
                lost += difference * difference
            }
            let sum = lost.sum() * cut * cut
            if sum < best.lost { best = (scale, sum) }
        }
        let inverse = 1 / best.scale
        for group in 0..<groups {
            let low = Self.number(Self.clamped(Self.four(row, group * 8, dimensions) * inverse))
            let high = Self.number(Self.clamped(Self.four(row, group * 8 + 4, dimensions) * inverse))
            Self.store((low &+ 8) | ((high &+ 8) &<< 4), to: first + group * 64)
        }
        scales[place] = best.scale
    }

    /// Four numbers from `start` on, 0 beyond the end.
    @inline(__always)
    private static func four(_ row: UnsafePointer<Float>, _ start: Int, _ count: Int) -> SIMD4<Float> {
        if start + 4 <= count { return UnsafeRawPointer(row + start).loadUnaligned(as: SIMD4<Float>.self) }
        var four = SIMD4<Float>.zero
        for place in 0..<max(0, count - start) { four[place] = row[start + place] }
        return four
    }

    /// 1.5 · 2²³: with it added, a number of at most 2²² has no bits for what is below 1. It is rounded to the nearest
    /// whole number, half-way to the even one, and stands in the low bits.
    private static var shift: Float { 12_582_912 }

    @inline(__always)
    private static func number(_ shifted: SIMD4<Float>) -> SIMD4<UInt32> {
        unsafeBitCast(shifted, to: SIMD4<UInt32>.self) &- shift.bitPattern
    }

    /// A number of 4 bits, shifted.
    @inline(__always)
    private static func clamped(_ x: SIMD4<Float>) -> SIMD4<Float> {
        x.replacing(with: -8, where: x .< -8).replacing(with: 7, where: x .> 7) + shift
    }

    /// The lowest byte of each.
    @inline(__always)
    private static func store(_ four: SIMD4<UInt32>, to target: UnsafeMutablePointer<UInt8>) {
        for byte in 0..<4 { target[byte] = UInt8(truncatingIfNeeded: four[byte]) }
    }

    @inline(__always)
    private static func greatest(_ row: UnsafePointer<Float>, _ count: Int) -> Float {
        var greatest = SIMD4<Float>.zero
        for start in stride(from: 0, to: count, by: 4) {
            let x = four(row, start, count)
            greatest.replace(with: x, where: x .> greatest)
            greatest.replace(with: -x, where: -x .> greatest)
        }
        return greatest.max()
    }
}

extension QuantizedRows {
    /// Whether a row has a direction, and a norm to compute with.
    static func isFound(_ row: UnsafePointer<Float>, count: Int) -> Bool {
        var squares = SIMD4<Double>.zero
        var place = 0
        while place + 4 <= count {
            let x = SIMD4<Double>(UnsafeRawPointer(row + place).loadUnaligned(as: SIMD4<Float>.self))
            squares += x * x
            place += 4
        }
        var sum = squares.sum()
        while place < count {
            sum += Double(row[place]) * Double(row[place])
            place += 1
        }
        // False for what is no number.
        return norms.contains(Float(sum.squareRoot()))
    }
}
