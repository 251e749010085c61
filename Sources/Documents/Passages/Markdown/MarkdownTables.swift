// Tables of GitHub's dialect.

extension MarkdownBlocks {
    /// Whether the line is the one below a table's head, which the paragraph's last line was then.
    mutating func beginTable() -> Bool {
        guard [UInt8(ascii: "|"), UInt8(ascii: ":"), UInt8(ascii: "-")].contains(bytes[nonSpace]) else { return false }
        guard let head = lastLine, let last = lines.last, head < last.upperBound else { return false }
        let headEnd = bytes.trimmed(head..<last.upperBound).upperBound
        guard let columns = columnsOfDelimiters(), cells(of: head..<headEnd).count == columns else { return false }
        lines.removeLast()
        if last.lowerBound < head { lines.append(last.lowerBound..<head) }
        takeDefinitions()
        endBlock()
        leaf = .table(columns: columns)
        addCells(of: head..<headEnd, columns: columns)
        return true
    }

    /// How many columns a line of `| --- | :-: |` has; nil if it is none.
    private func columnsOfDelimiters() -> Int? {
        let cells = cells(of: nonSpace..<line.upperBound)
        for cell in cells {
            var dashes = bytes.trimmed(cell)
            if bytes[dashes.lowerBound] == UInt8(ascii: ":") { dashes.removeFirst() }
            if !dashes.isEmpty, bytes[dashes.upperBound - 1] == UInt8(ascii: ":") { dashes.removeLast() }
            guard !dashes.isEmpty, dashes.allSatisfy({ bytes[$0] == UInt8(ascii: "-") }) else { return nil }
        }
        return cells.count
    }

    /// Cells beyond the columns of the head are shown nowhere.
    mutating func addCells(of row: Range<Int>, columns: Int) {
        var count = 0
        let bytes = bytes
        for cell in cells(of: row) where count < columns {
            addBlock(bytes.trimmed(cell))
            count += 1
        }
    }

    /// What lies between bars that no backslash stands before, and without those at both ends.
    private func cells(of row: Range<Int>) -> [Range<Int>] {
        let row = bytes.trimmed(row)
        var cells: [Range<Int>] = []
        cells.reserveCapacity(8)
        var start = row.lowerBound
        for position in row where bytes[position] == UInt8(ascii: "|") {
            guard position == row.lowerBound || bytes[position - 1] != UInt8(ascii: "\\") else { continue }
            if position > row.lowerBound { cells.append(start..<position) }
            start = position + 1
        }
        if start < row.upperBound { cells.append(start..<row.upperBound) }
        return cells
    }
}

extension Range<Int> {
    fileprivate mutating func removeFirst() {
        if !isEmpty { self = lowerBound + 1..<upperBound }
    }

    fileprivate mutating func removeLast() {
        if !isEmpty { self = lowerBound..<upperBound - 1 }
    }
}
