package import Numerics

/// Rows in 8 bits with a bound on what is lost, in the order in which the scan reads them.
///
/// Row x is stored as x̂ = scale · q with q from -127 to 127, scale = max|x| / 127, and error = ‖x − x̂‖ rounded up.
/// Rows that have no direction, or none to compute with, have norm 0 and are never found: rows of zeros, rows with
/// something that is no number, and rows whose norm is not within `norms`.
package struct QuantizedRows: Sendable {
    package struct Parts: Sendable {
        /// (⌈count / 16⌉, ⌈dimensions / 4⌉, 16, 4): q + 128; 128 in what is padding.
        package var values: SharedElements<UInt8>
        /// (⌈count / 16⌉ · 16), 0 in what is padding.
        package var scales: SharedElements<Float>
        package var errors: SharedElements<Float>
        /// ‖x‖ of each row.
        package var norms: SharedElements<Float>
        /// The same in 4 bits, where there are so many rows that a first look at those saves time.
        package var coarse: Coarse?

        package init(
            values: SharedElements<UInt8>, scales: SharedElements<Float>, errors: SharedElements<Float>,
            norms: SharedElements<Float>, coarse: Coarse? = nil
        ) {
            self.values = values
            self.scales = scales
            self.errors = errors
            self.norms = norms
            self.coarse = coarse
        }
    }

    /// Rows in 4 bits: x ≈ scale · q with q from -8 to 7.
    package struct Coarse: Sendable {
        /// (⌈count / 16⌉, ⌈dimensions / 8⌉, 16, 4): q + 8, dimension i of a group in the low half of byte i, dimension
        /// 4 + i in its high half; 8 in what is padding.
        package var values: SharedElements<UInt8>
        /// (⌈count / 16⌉ · 16), 0 in what is padding.
        package var scales: SharedElements<Float>

        package init(values: SharedElements<UInt8>, scales: SharedElements<Float>) {
            self.values = values
            self.scales = scales
        }
    }

    package let count: Int
    package let dimensions: Int
    package let parts: Parts

    /// The norms of rows that can be found. Products of such numbers neither overflow nor vanish in float32.
    package static let norms: ClosedRange<Float> = 1e-15...1e15
    /// More rows than this are made in 4 bits too.
    package static let greatestCountWithoutCoarse = 1_000_000

    /// Checks the parts' sizes, and that scales, errors and norms are finite and not below 0.
    package init(checking parts: Parts, count: Int, dimensions: Int) throws(WordVectorsError) {
        let blocks = (count + 15) / 16
        let mend = "import the vectors again"
        func check(_ name: String, _ came: Int, _ expected: Int) throws(WordVectorsError) {
            guard came == expected else {
                throw .invalid(field: name, reason: "\(came) elements came; expected \(expected): \(mend)")
            }
        }
        guard count >= 0, count <= WordList.greatestCount, dimensions > 0, dimensions <= VectorTable.greatestDimensions
        else {
            throw .invalid(field: "rows8", reason: "\(count) rows of \(dimensions) numbers are too many: \(mend)")
        }
        try check("rows8", parts.values.count, blocks * ((dimensions + 3) / 4) * 64)
        for (name, elements) in [("scales8", parts.scales), ("errors8", parts.errors), ("norms", parts.norms)] {
            try check(name, elements.count, blocks * 16)
            guard Self.areLengths(elements) else {
                throw .invalid(field: name, reason: "one is below 0 or no number: \(mend)")
            }
        }
        if let coarse = parts.coarse {
            try check("rows4", coarse.values.count, blocks * ((dimensions + 7) / 8) * 64)
            try check("scales4", coarse.scales.count, blocks * 16)
            guard Self.areLengths(coarse.scales) else {
                throw .invalid(field: "scales4", reason: "one is below 0 or no number: \(mend)")
            }
        }
        self.parts = parts
        self.count = count
        self.dimensions = dimensions
    }

    /// Finite and not below 0: as bits, below those of infinity.
    private static func areLengths(_ elements: SharedElements<Float>) -> Bool {
        elements.withUnsafeElements { elements in
            var greatest: UInt32 = 0
            for element in elements { greatest = max(greatest, (element + 0).bitPattern) }
            return greatest < Float.infinity.bitPattern
        }
    }

    /// Blocks do not depend on each other: the parts of pieces of a multiple of 16 rows, one after the other, are the
    /// parts of all.
    /// - Parameter coarse: whether 4 bits are made too; nil: where there are more than a million rows.
    package init(quantizing rows: VectorRows, dimensions: Int, coarse: Bool? = nil) throws(WordVectorsError) {
        guard let count = rows.count(dimensions: dimensions) else {
            throw .invalid(field: "embeddings", reason: "they are no rows of \(dimensions) numbers")
        }
        let quantizer = RowQuantizer(rows: rows, count: count, dimensions: dimensions)
        var parts = quantizer.parts()
        if coarse ?? (count > Self.greatestCountWithoutCoarse) { parts.coarse = quantizer.coarse() }
        self.parts = parts
        self.count = count
        self.dimensions = dimensions
    }

    package var blocks: Int { (count + 15) / 16 }

    package var memory: Int {
        parts.values.count + 4 * (parts.scales.count + parts.errors.count + parts.norms.count)
            + (parts.coarse.map { $0.values.count + 4 * $0.scales.count } ?? 0)
    }

    package var isPoisoned: Bool {
        parts.values.isPoisoned || parts.scales.isPoisoned || parts.errors.isPoisoned || parts.norms.isPoisoned
            || parts.coarse.map { $0.values.isPoisoned || $0.scales.isPoisoned } ?? false
    }

    /// The rows as a scan reads them. Rows of 4 bits have their scales as errors: what is lost is in proportion.
    /// Nil where there are none of so many bits, or no rows at all.
    func withScannedRows<Result>(_ bits: ScannedRows.Bits, _ body: (ScannedRows) -> Result) -> Result? {
        let (values, scales, errors): (SharedElements<UInt8>, SharedElements<Float>, SharedElements<Float>)
        switch bits {
        case .eight: (values, scales, errors) = (parts.values, parts.scales, parts.errors)
        case .four:
            guard let coarse = parts.coarse else { return nil }
            (values, scales, errors) = (coarse.values, coarse.scales, coarse.scales)
        }
        let groups = (dimensions + bits.width - 1) / bits.width
        return values.withUnsafeElements { values in
            scales.withUnsafeElements { scales in
                errors.withUnsafeElements { errors in
                    parts.norms.withUnsafeElements { norms in
                        guard let values = values.baseAddress, let scales = scales.baseAddress,
                            let errors = errors.baseAddress, let norms = norms.baseAddress, count > 0
                        else { return nil }
                        return body(
                            ScannedRows(
                                bits: bits, groups: groups, values: values, scales: scales, errors: errors,
                                norms: norms))
                    }
                }
            }
        }
    }
}
