/// The blocks of a Markdown text that hold prose: paragraphs, headings, cells of tables (CommonMark 0.31 with the tables
/// of GitHub's dialect), in quotes and lists of any depth. Front matter, code, HTML and definitions of references are
/// read and left out.
///
/// The way of the specification's appendix, "A parsing strategy": each line goes through the open containers, may
/// begin blocks, and what is left of it is text.
struct MarkdownBlocks {
    private enum Container {
        case quote
        /// What it holds stands `width` columns to the right. One that began with an empty line is over at the next.
        case item(width: Int, isEmpty: Bool)
    }

    /// The open block in the innermost container.
    private enum Leaf: Equatable {
        case none, paragraph, indentedCode
        case table(columns: Int)
        case fence(UInt8, count: Int)
        case html(HTMLBlock)
    }

    private let bytes: Bytes
    private var containers: [Container] = []
    private var leaf = Leaf.none

    /// The lines of all blocks one after another, and of each block the end of its own.
    private var lines: [Range<Int>] = []
    private var blockEnds: [Int] = []
    /// The names that links may refer to, as `MarkdownReferences.name` makes them.
    private var references: Set<String> = []
    /// Where the open paragraph's last line begins, if that line may be a table's head.
    private var lastLine: Int?

    /// The current line without its end, how far it has been read, and what comes next.
    private var line = 0..<0
    private var nextLine = 0
    private var offset = 0
    private var column = 0
    private var nonSpace = 0
    private var indent = 0

    init(_ bytes: Bytes) {
        self.bytes = bytes
    }

    private var isBlank: Bool { nonSpace >= line.upperBound }
    private var firstLineOfParagraph: Int { blockEnds.last ?? 0 }

    /// Reads the whole text. `lineStarts` are its lines.
    mutating func read(lineStarts: [Int]) {
        var index = lineAfterFrontMatter(lineStarts)
        while index < lineStarts.count {
            let start = lineStarts[index]
            index += 1
            nextLine = index < lineStarts.count ? lineStarts[index] : bytes.count
            if containers.isEmpty, Self.isTextAlone(bytes[start]), leaf == .paragraph || leaf == .none {
                addText(start)
                continue
            }
            setLine(from: start)
            readLine()
        }
        closeLeaf()
    }

    /// Whether a line that begins with a byte at the left margin can be nothing but a paragraph's. Links' definitions
    /// are looked for where one ends.
    @inline(__always)
    private static func isTextAlone(_ byte: UInt8) -> Bool {
        byte >= 0x80 || MarkdownTags.isLetter(byte)
    }

    private mutating func setLine(from start: Int) {
        var end = nextLine
        if end > start, bytes[end - 1] == 0x0a { end -= 1 }
        if end > start, bytes[end - 1] == 0x0d { end -= 1 }
        line = start..<end
        (offset, column) = (start, 0)
    }

    /// The first line after metadata between two lines of `---` or `+++`.
    private mutating func lineAfterFrontMatter(_ lineStarts: [Int]) -> Int {
        let marker = bytes[0]
        guard marker == 0x2d || marker == 0x2b, isFrontMatterMark(0, marker, lineStarts) else { return 0 }
        for index in lineStarts.indices.dropFirst() where isFrontMatterMark(index, marker, lineStarts) {
            return index + 1
        }
        return 0
    }

    private mutating func isFrontMatterMark(_ index: Int, _ marker: UInt8, _ lineStarts: [Int]) -> Bool {
        nextLine = index + 1 < lineStarts.count ? lineStarts[index + 1] : bytes.count
        setLine(from: lineStarts[index])
        let start = line.lowerBound
        let isMark = (0..<3).allSatisfy { bytes[start + $0] == marker && start + $0 < line.upperBound }
        let isEnd = index > 0 && marker == 0x2d && bytes.has("...", at: start)
        guard isMark || isEnd else { return false }
        return (start + 3..<line.upperBound).allSatisfy { bytes[$0] == 0x20 || bytes[$0] == 0x09 }
    }
}

// MARK: A line

extension MarkdownBlocks {
    private mutating func readLine() {
        var matched = matchContainers()
        findNonSpace()
        if matched == containers.count, continueLeaf() { return }
        // What is open in containers that this line is not in stays open until the line has begun something else, for
        // it may go on with the paragraph.
        begin: while !isBlank {
            let isInParagraph = matched == containers.count && leaf == .paragraph
            if indent >= 4 {
                guard leaf != .paragraph else { break }
                open(.indentedCode, in: matched)
                return
            }
            switch bytes[nonSpace] {
            case UInt8(ascii: ">"):
                open(.none, in: matched)
                advanceToNonSpace()
                advancePastQuoteMark()
                containers.append(.quote)
            case UInt8(ascii: "#"):
                guard let heading = headingText() else { break begin }
                open(.none, in: matched)
                addBlock(heading)
                return
            case UInt8(ascii: "`"), UInt8(ascii: "~"):
                guard let fence = fence() else { break begin }
                open(fence, in: matched)
                return
            case UInt8(ascii: "<"):
                let kind = HTMLBlock(at: nonSpace, before: line.upperBound, mayBeAnyTag: leaf != .paragraph, in: bytes)
                guard let kind else { break begin }
                open(kind.ends(in: nonSpace..<line.upperBound, of: bytes) ? .none : .html(kind), in: matched)
                return
            default:
                if isInParagraph, endHeading() { return }
                if isThematicBreak() {
                    open(.none, in: matched)
                    return
                }
                guard let marker = itemMarker(interrupting: isInParagraph) else {
                    if isInParagraph, beginTable() { return }
                    break begin
                }
                open(.none, in: matched)
                containers.append(readItemMarker(marker))
            }
            matched = containers.count
            findNonSpace()
        }
        addRest(matched: matched)
    }

    /// Reads the marks of the open containers, and tells how many of them the line is in.
    private mutating func matchContainers() -> Int {
        var matched = 0
        while matched < containers.count {
            findNonSpace()
            switch containers[matched] {
            case .quote:
                guard !isBlank, indent < 4, bytes[nonSpace] == UInt8(ascii: ">") else { return matched }
                advanceToNonSpace()
                advancePastQuoteMark()
            case .item(let width, let isEmpty):
                if isBlank {
                    if isEmpty { return matched }
                    advanceToNonSpace()
                } else {
                    guard indent >= width else { return matched }
                    advance(columns: width)
                }
            }
            matched += 1
        }
        return matched
    }

    /// Whether the line goes on with the open block and is done with. Closes the block where it is over.
    private mutating func continueLeaf() -> Bool {
        switch leaf {
        case .none, .paragraph: break
        case .table:
            if isBlank { leaf = .none }
        case .indentedCode:
            if isBlank || indent >= 4 { return true }
            leaf = .none
        case .fence(let mark, let count):
            if indent < 4, isClosingFence(mark, count: count) { leaf = .none }
            return true
        case .html(let kind):
            if isBlank, kind.endsAtBlankLine {
                leaf = .none
            } else if kind.ends(in: offset..<line.upperBound, of: bytes) {
                leaf = .none
            }
            return true
        }
        return false
    }

    /// What no block has begun with: text.
    private mutating func addRest(matched: Int) {
        if isBlank {
            closeContainers(to: matched)
            closeLeaf()
        } else if leaf == .paragraph {
            // Where containers were left, the paragraph in them goes on nevertheless: "lazily".
            addText(nonSpace)
            if matched < containers.count { lastLine = nil }
        } else if case .table(let columns) = leaf, matched == containers.count {
            addCells(of: nonSpace..<line.upperBound, columns: columns)
        } else {
            closeContainers(to: matched)
            addText(nonSpace)
        }
    }

    /// Adds the line from `start` on to the open paragraph, or to a new one.
    @inline(__always)
    private mutating func addText(_ start: Int) {
        if leaf != .paragraph {
            leaf = .paragraph
            markItemAsFilled()
        }
        let first = firstLineOfParagraph
        if lines.count > first, let last = lines.last, last.upperBound == start {
            lines[lines.count - 1] = last.lowerBound..<nextLine
        } else if start < nextLine {
            lines.append(start..<nextLine)
        }
        lastLine = start
    }

    /// Closes what the line is not in and what was open there, and opens a block.
    private mutating func open(_ new: Leaf, in depth: Int) {
        closeContainers(to: depth)
        closeLeaf()
        leaf = new
        markItemAsFilled()
    }

    private mutating func closeContainers(to depth: Int) {
        guard containers.count > depth else { return }
        closeLeaf()
        containers.removeLast(containers.count - depth)
    }

    private mutating func closeLeaf() {
        if leaf == .paragraph {
            takeDefinitions()
            endBlock()
        }
        leaf = .none
    }

    private mutating func markItemAsFilled() {
        if case .item(let width, true) = containers.last {
            containers[containers.count - 1] = .item(width: width, isEmpty: false)
        }
    }

    private mutating func endBlock() {
        if lines.count > firstLineOfParagraph { blockEnds.append(lines.count) }
        lastLine = nil
    }

    private mutating func addBlock(_ range: Range<Int>) {
        guard !range.isEmpty else { return }
        lines.append(range)
        endBlock()
    }
}

// MARK: Columns

extension MarkdownBlocks {
    /// Finds the next byte that is neither a space nor a tab, and the columns until there.
    private mutating func findNonSpace() {
        var position = offset
        var column = column
        while position < line.upperBound {
            let byte = bytes[position]
            if byte == 0x20 { column += 1 } else if byte == 0x09 { column += 4 - column % 4 } else { break }
            position += 1
        }
        nonSpace = position
        indent = column - self.column
    }

    private mutating func advanceToNonSpace() {
        column += indent
        offset = nonSpace
        indent = 0
    }

    private mutating func advance(columns: Int) {
        var left = columns
        while left > 0, offset < line.upperBound {
            guard bytes[offset] == 0x09 else {
                offset += 1
                column += 1
                left -= 1
                continue
            }
            let width = 4 - column % 4
            // Some columns of a tab may be left for what comes next.
            if width <= left { offset += 1 }
            column += min(width, left)
            left -= min(width, left)
        }
    }

    private var isAtSpace: Bool { offset < line.upperBound && (bytes[offset] == 0x20 || bytes[offset] == 0x09) }

    private mutating func advancePastQuoteMark() {
        advance(columns: 1)
        if isAtSpace { advance(columns: 1) }
    }
}

// MARK: What a line may begin

extension MarkdownBlocks {
    /// The text of a heading of `#`.
    private func headingText() -> Range<Int>? {
        var start = nonSpace
        while start < line.upperBound, bytes[start] == UInt8(ascii: "#") { start += 1 }
        guard start - nonSpace <= 6, start == line.upperBound || isSpace(start) else { return nil }
        var end = endWithoutSpaces(from: start)
        var mark = end
        while mark > start, bytes[mark - 1] == UInt8(ascii: "#") { mark -= 1 }
        if mark == start || mark < end && isSpace(mark - 1) { end = mark }
        return start..<end
    }

    private func fence() -> Leaf? {
        let mark = bytes[nonSpace]
        var end = nonSpace
        while end < line.upperBound, bytes[end] == mark { end += 1 }
        guard end - nonSpace >= 3 else { return nil }
        if mark == UInt8(ascii: "`"), (end..<line.upperBound).contains(where: { bytes[$0] == mark }) { return nil }
        return .fence(mark, count: end - nonSpace)
    }

    private func isClosingFence(_ mark: UInt8, count: Int) -> Bool {
        var end = nonSpace
        while end < line.upperBound, bytes[end] == mark { end += 1 }
        return end - nonSpace >= count && endWithoutSpaces(from: end) == end
    }

    /// Makes the open paragraph a heading, where the line is its underline.
    private mutating func endHeading() -> Bool {
        let mark = bytes[nonSpace]
        guard mark == UInt8(ascii: "=") || mark == UInt8(ascii: "-") else { return false }
        var end = nonSpace
        while end < line.upperBound, bytes[end] == mark { end += 1 }
        guard endWithoutSpaces(from: end) == end else { return false }
        takeDefinitions()
        guard lines.count > firstLineOfParagraph else { return false }
        endBlock()
        leaf = .none
        return true
    }

    private func isThematicBreak() -> Bool {
        let mark = bytes[nonSpace]
        guard mark == UInt8(ascii: "*") || mark == UInt8(ascii: "-") || mark == UInt8(ascii: "_") else { return false }
        var count = 0
        for position in nonSpace..<line.upperBound {
            if bytes[position] == mark { count += 1 } else if !isSpace(position) { return false }
        }
        return count >= 3
    }

    /// The bytes of a list item's marker.
    private func itemMarker(interrupting isInParagraph: Bool) -> Range<Int>? {
        var end = nonSpace
        switch bytes[end] {
        case UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "-"): end += 1
        case 0x30...0x39:
            while end < line.upperBound, MarkdownTags.isDigit(bytes[end]) { end += 1 }
            let isOne = end == nonSpace + 1 && bytes[nonSpace] == 0x31
            guard end - nonSpace <= 9, isOne || !isInParagraph || isNumberOne(nonSpace..<end) else { return nil }
            guard bytes[end] == UInt8(ascii: ".") || bytes[end] == UInt8(ascii: ")") else { return nil }
            end += 1
        default: return nil
        }
        guard end >= line.upperBound || isSpace(end) else { return nil }
        if isInParagraph, endWithoutSpaces(from: end) == end { return nil }
        return nonSpace..<min(end, line.upperBound)
    }

    private func isNumberOne(_ digits: Range<Int>) -> Bool {
        bytes[digits.upperBound - 1] == 0x31 && digits.dropLast().allSatisfy { bytes[$0] == 0x30 }
    }

    private mutating func readItemMarker(_ marker: Range<Int>) -> Container {
        let markerIndent = indent
        advanceToNonSpace()
        advance(columns: marker.count)
        let (start, startColumn) = (offset, column)
        repeat { advance(columns: 1) } while column - startColumn < 5 && isAtSpace
        var spaces = column - startColumn
        let isEmpty = offset >= line.upperBound
        // Code that begins at once, or nothing at all: the first space alone belongs to the marker.
        if spaces >= 5 || spaces < 1 || isEmpty {
            spaces = 1
            (offset, column) = (start, startColumn)
            if isAtSpace { advance(columns: 1) }
        }
        return .item(width: markerIndent + marker.count + spaces, isEmpty: true)
    }

    private func isSpace(_ position: Int) -> Bool { bytes[position] == 0x20 || bytes[position] == 0x09 }

    /// The end of the line without its spaces, but not before `start`.
    private func endWithoutSpaces(from start: Int) -> Int {
        var end = line.upperBound
        while end > start, isSpace(end - 1) { end -= 1 }
        return end
    }
}

// MARK: Tables

extension MarkdownBlocks {
    /// Whether the line is the one below a table's head, which the paragraph's last line was then.
    private mutating func beginTable() -> Bool {
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
    private mutating func addCells(of row: Range<Int>, columns: Int) {
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

// MARK: Definitions, and what is left

extension MarkdownBlocks {
    /// Takes definitions of references off the beginning of the open paragraph.
    private mutating func takeDefinitions() {
        let first = firstLineOfParagraph
        guard first < lines.count, bytes[lines[first].lowerBound] == UInt8(ascii: "[") else { return }
        let segments = Array(lines[first...])
        var taken = 0
        withJoined(segments) { text in
            while let definition = MarkdownReferences.definition(at: taken, in: text) {
                if let name = definition.name { references.insert(name) }
                taken = definition.end
            }
        }
        guard taken > 0 else { return }
        lines.removeSubrange(first...)
        for segment in segments {
            let part = min(taken, segment.count)
            if part < segment.count { lines.append(segment.lowerBound + part..<segment.upperBound) }
            taken -= part
        }
    }

    private func withJoined(_ segments: [Range<Int>], _ body: (Bytes) -> Void) {
        if segments.count == 1, let only = segments.first {
            return body(Bytes(UnsafeBufferPointer(rebasing: bytes.buffer[only])))
        }
        var joined: [UInt8] = []
        for segment in segments { joined.append(contentsOf: UnsafeBufferPointer(rebasing: bytes.buffer[segment])) }
        joined.withUnsafeBufferPointer { body(Bytes($0)) }
    }

    /// Adds the prose of all blocks that were read.
    func addPassages(to builder: inout PassageBuilder) {
        var inlines = MarkdownInlines(references: references)
        var kept: [Range<Int>] = []
        var joined: [UInt8] = []
        var first = 0
        for end in blockEnds {
            defer { first = end }
            if end - first == 1 {
                let only = lines[first]
                let text = Bytes(UnsafeBufferPointer(rebasing: bytes.buffer[only]))
                let mark = MarkdownInlines.firstMark(in: text)
                guard mark < text.count else {
                    builder.add(only)
                    continue
                }
                kept.removeAll(keepingCapacity: true)
                inlines.forEachPiece(of: text, from: mark) { piece in
                    kept.append(only.lowerBound + piece.lowerBound..<only.lowerBound + piece.upperBound)
                }
            } else {
                kept.removeAll(keepingCapacity: true)
                joined.removeAll(keepingCapacity: true)
                for line in lines[first..<end] { joined += UnsafeBufferPointer(rebasing: bytes.buffer[line]) }
                var walk = SegmentWalk(lines[first..<end])
                joined.withUnsafeBufferPointer { buffer in
                    inlines.forEachPiece(of: Bytes(buffer), from: 0) { piece in
                        walk.forEachSegment(of: piece) { kept.append($0) }
                    }
                }
            }
            builder.add(kept)
        }
    }
}
