/// The blocks of a Markdown text that hold prose: paragraphs, headings, cells of tables (CommonMark 0.31 with the tables
/// of GitHub's dialect), in quotes and lists of any depth. Front matter, code, HTML and definitions of references are
/// read and left out.
///
/// The way of the specification's appendix, "A parsing strategy": each line goes through the open containers, may
/// begin blocks, and what is left of it is text.
struct MarkdownBlocks {
    enum Container {
        case quote
        /// What it holds stands `width` columns to the right. One that began with an empty line is over at the next.
        case item(width: Int, isEmpty: Bool)
    }

    /// The open block in the innermost container.
    enum Leaf: Equatable {
        case none, paragraph, indentedCode
        case table(columns: Int)
        case fence(UInt8, count: Int)
        case html(HTMLBlock)
    }

    /// How many containers may be in one another; in the innermost, the marks of more are text.
    static let deepest = 256

    let bytes: Bytes
    private let hasHTMLBlocks: Bool
    var containers: [Container] = []
    /// How many of them, from the outermost on, are known as items that a blank line is in, so that many blank lines need
    /// not go through them.
    private var filledItems = 0
    var leaf = Leaf.none

    /// The lines of all blocks one after another, and of each block the end of its own.
    var lines: [Range<Int>] = []
    private var blockEnds: [Int] = []
    /// The names that links may refer to, as `MarkdownReferences.name` makes them.
    var references: Set<String> = []
    /// Where the open paragraph's last line begins, if that line may be a table's head.
    var lastLine: Int?

    /// The current line without its end, how far it has been read, and what comes next.
    var line = 0..<0
    var nextLine = 0
    var offset = 0
    var column = 0
    var nonSpace = 0
    var nonSpaceColumn = 0
    var indent = 0
    /// From nowhere before here on is the line's rest a thematic break.
    var breakEnd = 0

    /// Where tags do not begin blocks of HTML, they are read as those within a paragraph: what stands between them is
    /// prose.
    init(_ bytes: Bytes, hasHTMLBlocks: Bool = true) {
        self.bytes = bytes
        self.hasHTMLBlocks = hasHTMLBlocks
    }

    private var isBlank: Bool { nonSpace >= line.upperBound }
    var firstLineOfParagraph: Int { blockEnds.last ?? 0 }

    /// Reads the whole text. `lineStarts` are its lines. A byte order mark is none of it.
    mutating func read(lineStarts: [Int]) {
        var lineStarts = lineStarts
        if !lineStarts.isEmpty, bytes.has("\u{feff}", at: 0) { lineStarts[0] = 3 }
        var index = lineAfterFrontMatter(lineStarts)
        while index < lineStarts.count {
            let start = lineStarts[index]
            index += 1
            read(line: start..<(index < lineStarts.count ? lineStarts[index] : bytes.count))
        }
    }

    /// Reads the next line, which is some of the bytes with the line's end. An empty one is blank.
    @inline(__always)
    mutating func read(line range: Range<Int>) {
        nextLine = range.upperBound
        if containers.isEmpty, !range.isEmpty, Self.isTextAlone(bytes[range.lowerBound]),
            leaf == .paragraph || leaf == .none
        {
            addText(range.lowerBound)
        } else {
            setLine(from: range.lowerBound)
            readLine()
        }
    }

    /// Whether a line that begins with a byte at the left margin can be nothing but a paragraph's. Links' definitions
    /// are looked for where one ends.
    @inline(__always)
    private static func isTextAlone(_ byte: UInt8) -> Bool {
        byte >= 0x80 || Bytes.isLetter(byte)
    }

    private mutating func setLine(from start: Int) {
        var end = nextLine
        if end > start, bytes[end - 1] == 0x0a { end -= 1 }
        if end > start, bytes[end - 1] == 0x0d { end -= 1 }
        line = start..<end
        (offset, column, breakEnd) = (start, 0, start)
        nonSpace = start - 1
    }

    /// The first line after metadata between two lines of `---` or `+++`.
    private mutating func lineAfterFrontMatter(_ lineStarts: [Int]) -> Int {
        let marker = bytes[lineStarts.first ?? 0]
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
                guard matched < Self.deepest else { break begin }
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
            case UInt8(ascii: "<") where hasHTMLBlocks:
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
                guard matched < Self.deepest, let marker = itemMarker(interrupting: isInParagraph) else {
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
        if filledItems > 0 {
            findNonSpace()
            if isBlank {
                advanceToNonSpace()
                matched = filledItems
            }
        }
        defer { if isBlank { filledItems = matched } }
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
        filledItems = min(filledItems, depth)
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

    mutating func endBlock() {
        if lines.count > firstLineOfParagraph { blockEnds.append(lines.count) }
        lastLine = nil
    }

    mutating func addBlock(_ range: Range<Int>) {
        guard !range.isEmpty else { return }
        lines.append(range)
        endBlock()
    }
}

// MARK: Definitions, and what is left

extension MarkdownBlocks {
    /// Takes definitions of references off the beginning of the open paragraph.
    mutating func takeDefinitions() {
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

    /// Adds the prose of all blocks that were read, and forgets them.
    mutating func addPassages(to builder: inout PassageBuilder) {
        closeContainers(to: 0)
        closeLeaf()
        defer {
            lines.removeAll(keepingCapacity: true)
            blockEnds.removeAll(keepingCapacity: true)
            if !references.isEmpty { references.removeAll() }
        }
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
