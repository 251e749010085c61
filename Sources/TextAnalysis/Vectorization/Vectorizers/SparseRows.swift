/// Rows of which only what is not 0 is kept: (rows, `width`), row-major, the columns of a row ascending.
package struct SparseRows: Sendable, Equatable {
    package internal(set) var width: Int
    /// Row i is at `starts[i] ..< starts[i + 1]` of `indices` and `values`.
    package internal(set) var starts: [Int] = [0]
    package internal(set) var indices: [Int32] = []
    package internal(set) var values: [Double] = []

    package var count: Int { starts.count - 1 }

    package struct Row: Sendable, Equatable {
        package var indices: ArraySlice<Int32>
        package var values: ArraySlice<Double>
    }

    package subscript(row: Int) -> Row {
        let range = starts[row]..<starts[row + 1]
        return Row(indices: indices[range], values: values[range])
    }

    mutating func append(_ other: SparseRows) {
        let before = indices.count
        width = max(width, other.width)
        indices += other.indices
        values += other.values
        starts += other.starts.dropFirst().map { $0 + before }
    }
}

/// From the terms of a text to what stands in its row.
struct RowBuilder {
    private let configuration: VectorizerConfiguration
    private let rules: VectorizerRules
    private let weights: InverseFrequencies?
    private let width: Int
    private let counts: Int

    /// - Parameter terms: how many have a column.
    init(_ configuration: VectorizerConfiguration, terms: Int, weights: InverseFrequencies?) {
        self.configuration = configuration
        self.weights = weights
        rules = VectorizerRules(configuration)
        width = rules.width(terms: terms)
        counts = terms
    }

    /// `width` of a sequence is that of the longest, where none is asked for.
    var emptyRows: SparseRows {
        SparseRows(width: configuration.method == .sequence ? configuration.outputLength ?? 0 : width)
    }

    /// `columns` are those of the text's terms in its order, -1 where a term has none; they are sorted in place.
    func append(_ columns: inout [Int32], to rows: inout SparseRows) {
        if let unknown = rules.unknownColumn {
            for index in columns.indices where columns[index] < 0 {
                columns[index] = Int32(truncatingIfNeeded: unknown)
            }
        } else {
            columns.removeAll { $0 < 0 }
        }
        if configuration.method == .sequence {
            appendSequence(columns, to: &rows)
        } else {
            columns.sort()
            appendCounts(columns, to: &rows)
        }
        rows.starts.append(rows.indices.count)
    }

    private func appendSequence(_ columns: [Int32], to rows: inout SparseRows) {
        let length = configuration.outputLength ?? columns.count
        rows.width = max(rows.width, length)
        let kept = configuration.truncating == .post ? columns.prefix(length) : columns.suffix(length)
        let first = configuration.padding == .post ? 0 : length - kept.count
        for (offset, id) in kept.enumerated() {
            rows.indices.append(Int32(truncatingIfNeeded: first + offset))
            rows.values.append(Double(id))
        }
    }

    private func appendCounts(_ columns: [Int32], to rows: inout SparseRows) {
        let first = rows.values.count
        let isBinary = configuration.binary || configuration.method == .oneHot
        var index = 0
        while index < columns.count {
            let column = columns[index]
            var end = index + 1
            while end < columns.count, columns[end] == column { end += 1 }
            let count = isBinary ? 1 : Double(end - index)
            rows.indices.append(column)
            rows.values.append(value(count, column, of: columns.count))
            index = end
        }
        normalize(&rows.values, from: first)
    }

    private func value(_ count: Double, _ column: Int32, of terms: Int) -> Double {
        switch configuration.method {
        case .oneHot, .count, .sequence: return count
        case .frequency: return count / Double(terms)
        case .tfIdf:
            let weighsCounts = configuration.sublinear || configuration.compatibility == .kerasTokenizer
            let frequency = weighsCounts ? 1 + naturalLogarithm(count) : count
            return frequency * (weights?.weight(ofTerm: Int(column) - rules.firstColumn) ?? 1)
        }
    }

    private func normalize(_ values: inout [Double], from first: Int) {
        let sum: Double
        switch configuration.norm {
        case .none: return
        case .l1: sum = values[first...].reduce(0) { $0 + $1.magnitude }
        case .l2: sum = values[first...].reduce(0) { $0 + $1 * $1 }.squareRoot()
        }
        guard sum > 0 else { return }
        for index in first..<values.count { values[index] /= sum }
    }

    /// Sequences whose rows came one by one are padded at the beginning for the longest of all.
    func finish(_ rows: inout SparseRows) {
        guard configuration.method == .sequence, configuration.outputLength == nil, configuration.padding == .pre else {
            return
        }
        for row in 0..<rows.count {
            let range = rows.starts[row]..<rows.starts[row + 1]
            for index in range { rows.indices[index] += Int32(truncatingIfNeeded: rows.width - range.count) }
        }
    }
}
