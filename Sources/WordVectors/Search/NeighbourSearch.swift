import Numerics

/// Finds the rows of a table that are most like a vector.
///
/// The answer is the plain scan's, to the bit: `exhaustive` computes every similarity in float32 and is what the tests
/// hold the fast way against. Ties stand in the order of the words. Of more than a million rows the first look is in 4
/// bits, which may miss one, unless a query is to be `exact`.
package struct NeighbourSearch: Sendable {
    package let table: VectorTable

    package init(_ table: VectorTable) { self.table = table }

    package func nearest(_ query: NeighbourQuery) throws(WordVectorsError) -> Neighbours {
        guard let answer = nearest([query]).first else { return Neighbours(rows: [], isExact: true) }
        return try answer.get()
    }

    /// Several at once: they share passes over the rows, and each has the answer that it has alone.
    package func nearest(_ queries: [NeighbourQuery]) -> [Result<Neighbours, WordVectorsError>] {
        var answers = [Result<Neighbours, WordVectorsError>?](repeating: nil, count: queries.count)
        var waiting: [ScannedRows.Bits: [(place: Int, query: SharedScan.Query)]] = [:]
        for (place, query) in queries.enumerated() {
            do throws(WordVectorsError) {
                let direction = try QueryDirection(query, in: table)
                let count = min(max(0, query.count), table.count)
                // Of many answers the bounds spare nothing.
                guard query.measure != .cosmul, query.foldKey == nil, count > 0, count <= table.count / 4 else {
                    answers[place] = .success(try alone(query, direction, count: count))
                    continue
                }
                let bits: ScannedRows.Bits = query.exact || table.index.parts.coarse == nil ? .eight : .four
                waiting[bits, default: []].append((place, .init(query, direction, count: count, bits: bits)))
            } catch {
                answers[place] = .failure(error)
            }
        }
        for (bits, all) in waiting {
            for start in stride(from: 0, to: all.count, by: RowScan.greatestCount) {
                let some = all[start..<min(all.count, start + RowScan.greatestCount)]
                var scan = SharedScan(table: table, queries: some.map(\.query))
                for ((place, _), rows) in zip(some, scan.run(bits)) {
                    answers[place] = .success(Neighbours(rows: rows, isExact: bits == .eight))
                }
            }
        }
        return answers.map { $0 ?? .success(Neighbours(rows: [], isExact: true)) }
    }

    /// What a shared pass does not do.
    private func alone(
        _ query: NeighbourQuery, _ direction: QueryDirection, count: Int
    ) throws(WordVectorsError) -> Neighbours {
        guard count > 0 else { return Neighbours(rows: [], isExact: true) }
        guard query.foldKey != nil else {
            guard query.measure == .cosmul, count <= table.count / 4, direction.vectors.count <= RowScan.greatestCount
            else { return try exhaustive(query) }
            let scan = ProductScan(table: table, query: query, direction: direction, count: count)
            return Neighbours(rows: scan.run(), isExact: true)
        }
        // How many rows it takes until so many keys have been seen shows in trying.
        var more = query
        more.foldKey = nil
        more.count = 2 * min(query.count, table.count)
        while true {
            var answer = try nearest(more)
            let isAll = answer.rows.count < more.count
            answer.rows = Self.folded(answer.rows, query)
            if isAll || answer.rows.count >= query.count { return answer }
            more.count *= 4
        }
    }

    /// Computes the similarity of every row: the reference.
    package func exhaustive(_ query: NeighbourQuery) throws(WordVectorsError) -> Neighbours {
        let direction = try QueryDirection(query, in: table)
        var best = BestRows(capacity: query.foldKey == nil ? query.count : table.count)
        table.withSimilarities(to: direction) { similarity in
            for row in 0..<table.count where query.filter?.contains(row) ?? true && !direction.excludes(row) {
                guard let similarity = similarity(row), query.accepts?(row) ?? true else { continue }
                best.insert(Neighbour(index: row, similarity: similarity))
            }
        }
        return Neighbours(rows: Self.folded(best.sorted(), query), isExact: true)
    }

    /// The first of each key, as many as were asked for.
    static func folded(_ rows: [Neighbour], _ query: NeighbourQuery) -> [Neighbour] {
        guard let key = query.foldKey else { return rows }
        var (seen, kept): (Set<String>, [Neighbour]) = ([], [])
        for row in rows where kept.count < query.count {
            if seen.insert(key(row.index)).inserted { kept.append(row) }
        }
        return kept
    }
}
