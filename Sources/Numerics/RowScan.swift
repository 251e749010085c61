internal import CKernels

/// Rows in few bits as a scan reads them: see `sluice_scan_rows` in CKernels.h. Valid as long as what it points to.
package struct ScannedRows {
    package enum Bits: Sendable {
        case eight
        case four

        /// Dimensions in a group.
        package var width: Int { self == .eight ? 4 : 8 }
        /// What a number has added to it as it is stored.
        package var offset: Int { self == .eight ? 128 : 8 }
    }

    package static let block = 16

    package let bits: Bits
    package let groups: Int
    package let values: UnsafePointer<UInt8>
    package let scales: UnsafePointer<Float>
    package let errors: UnsafePointer<Float>
    package let norms: UnsafePointer<Float>

    package init(
        bits: Bits, groups: Int, values: UnsafePointer<UInt8>, scales: UnsafePointer<Float>,
        errors: UnsafePointer<Float>, norms: UnsafePointer<Float>
    ) {
        self.bits = bits
        self.groups = groups
        self.values = values
        self.scales = scales
        self.errors = errors
        self.norms = norms
    }
}

/// Up to eight queries that look at the same rows in one pass.
///
/// A row is a hit for a query where
/// scale · sum · scales[row] + normFactor · norms[row] + errorFactor · errors[row] > threshold,
/// where `sum` is that of the products of whole numbers, and `scale` the query's.
package struct RowScan: ~Copyable {
    package static let greatestCount = 8

    package let rows: ScannedRows
    package let count: Int
    private let kernels: Kernels
    private let numbers: UnsafeMutablePointer<Int8>
    private let queries: UnsafeMutablePointer<sluice_scan_query>
    private let scales: UnsafeMutablePointer<Float>
    private let sums: UnsafeMutablePointer<Int32>
    private let found: UnsafeMutablePointer<UInt16>

    /// - Precondition: `count` is one of 1...8.
    package init(_ rows: ScannedRows, count: Int, kernels: Kernels = .active) {
        precondition(count > 0 && count <= Self.greatestCount, "a scan has 1 to 8 queries")
        self.rows = rows
        self.count = count
        self.kernels = kernels
        let dimensions = rows.groups * rows.bits.width
        numbers = .allocate(capacity: max(1, count * dimensions))
        numbers.initialize(repeating: 0, count: max(1, count * dimensions))
        queries = .allocate(capacity: count)
        for query in 0..<count {
            (queries + query).initialize(
                to: sluice_scan_query(
                    values: numbers + query * dimensions, start: 0, norm_factor: 0, error_factor: 0,
                    threshold: .infinity, allowed: nil))
        }
        scales = .allocate(capacity: count)
        scales.initialize(repeating: 1, count: count)
        sums = .allocate(capacity: count * ScannedRows.block)
        sums.initialize(repeating: 0, count: count * ScannedRows.block)
        found = .allocate(capacity: count)
        found.initialize(repeating: 0, count: count)
    }

    deinit {
        numbers.deallocate()
        queries.deallocate()
        scales.deallocate()
        sums.deallocate()
        found.deallocate()
    }

    /// Sets a query's numbers, -127 to 127, at most as many as the groups have dimensions, and what one of them is,
    /// which is above 0.
    package mutating func set(_ query: Int, numbers values: [Int8], scale: Float, errorFactor: Float) {
        let dimensions = rows.groups * rows.bits.width
        precondition(query >= 0 && query < count && values.count <= dimensions, "a query that does not fit the rows")
        var sum = 0
        for place in values.indices {
            numbers[query * dimensions + place] = values[place]
            sum += Int(values[place])
        }
        queries[query].start = Int32(-rows.bits.offset * sum)
        scales[query] = scale
        queries[query].error_factor = errorFactor / scale
    }

    @inline(__always)
    package mutating func set(_ query: Int, normFactor: Float, threshold: Float) {
        // The kernel compares in units of the scale, which saves it a product.
        queries[query].norm_factor = normFactor / scales[query]
        queries[query].threshold = threshold / scales[query]
    }

    /// A bit for each row that may be a hit, 16 a block; it has to live as long as the scan.
    package mutating func set(_ query: Int, allowed: UnsafePointer<UInt16>?) { queries[query].allowed = allowed }

    /// The first block from `start` on with a hit for a query, or `end`.
    /// - Parameter visited: a bit for each row, 16 a block: blocks without one are passed over.
    @inline(__always)
    package mutating func next(from start: Int, to end: Int, visited: UnsafePointer<UInt16>?) -> Int {
        var rows = sluice_scan_rows(
            values: rows.values, groups: rows.groups, scales: rows.scales, errors: rows.errors, norms: rows.norms,
            visited: visited)
        let scan = self.rows.bits == .eight ? kernels.table.pointee.scan_int8 : kernels.table.pointee.scan_int4
        return scan(&rows, start, end, queries, count, sums, found)
    }

    /// Of the block that was found: a bit for each row that is a hit.
    @inline(__always)
    package func hits(_ query: Int) -> UInt16 { found[query] }

    /// Of the block that was found, and a query with hits: scale · sum · scales[row] of its rows.
    /// - Precondition: `row` is one of the block's.
    @inline(__always)
    package func score(_ query: Int, row: Int) -> Float {
        Float(sums[query * ScannedRows.block + row % ScannedRows.block]) * (scales[query] * rows.scales[row])
    }

    /// The same of all rows of the block.
    @inline(__always)
    package func scores(_ query: Int, block: Int) -> SIMD16<Float> {
        let sums = UnsafeRawPointer(sums + query * ScannedRows.block).loadUnaligned(as: SIMD16<Int32>.self)
        let rowScales = UnsafeRawPointer(rows.scales + block * ScannedRows.block)
            .loadUnaligned(as: SIMD16<Float>.self)
        return SIMD16<Float>(sums) * (scales[query] * rowScales)
    }
}
