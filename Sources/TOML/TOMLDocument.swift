import JSON

/// The tables of a document, and what may still be written into them. A table is defined once: by its header, or by the
/// dotted keys of one section.
struct TOMLDocument {
    private enum Node {
        /// What nothing can be added to: a plain value, a list in brackets, a table in braces.
        case value(JSONValue)
        /// The index of a table.
        case table(Int)
        /// The index of a list of tables, those of `[[name]]`.
        case list(Int)
    }

    private struct Table {
        /// In the order in which they came.
        var members: [(name: String, node: Node)] = []
        /// By their bytes: Swift's strings would take two spellings of a letter for one.
        var indices: [[UInt8]: Int] = [:]
        /// The section that defined it; nil: it is only part of the name of another.
        var section: Int?
        /// Whether dotted keys of that section did, which may go on doing so.
        var isDotted = false
    }

    private let maximumDepth: Int
    private var tables = [Table()]
    /// The indices of the tables of each list; none is empty.
    private var lists: [[Int]] = []
    /// Sections are numbered as they come; that before all headers is 0.
    private var section = 0
    private var current = 0
    /// How many tables and lists the current table lies in.
    private(set) var depth = 0

    init(maximumDepth: Int) { self.maximumDepth = maximumDepth }

    /// Begins the section of `[key]` or `[[key]]`.
    mutating func open(_ key: [String], isList: Bool, at offset: Int) throws(TOMLError) {
        section += 1
        var table = 0
        depth = 0
        for name in key.dropLast() { table = try step(from: table, to: name, at: offset) }
        guard let name = key.last else { return }
        try descend(isList ? 2 : 1, at: offset)
        let found = node(name, in: table)
        switch (found, isList) {
        case (nil, false): current = make(name, in: table, section: section)
        case (nil, true):
            current = newTable(section: section)
            append(name, .list(lists.count), to: table)
            lists.append([current])
        case (.list(let index), true):
            current = newTable(section: section)
            lists[index].append(current)
        case (.table(let index), false) where tables[index].section == nil:
            tables[index].section = section
            current = index
        case (.table, false):
            throw TOMLError(offset: offset, reason: "found the table '\(name)' a second time")
        default:
            throw TOMLError(offset: offset, reason: "found '\(name)' a second time, as something else")
        }
    }

    /// Adds `key = value` to the current section.
    mutating func add(_ key: [String], _ value: JSONValue, at offset: Int) throws(TOMLError) {
        let outside = depth
        defer { depth = outside }
        var table = current
        for name in key.dropLast() {
            switch node(name, in: table) {
            case nil:
                try descend(1, at: offset)
                table = make(name, in: table, section: section)
                tables[table].isDotted = true
            case .table(let index)
            where tables[index].section == nil || (tables[index].section == section && tables[index].isDotted):
                try descend(1, at: offset)
                tables[index].section = section
                tables[index].isDotted = true
                table = index
            default:
                throw TOMLError(offset: offset, reason: "found '\(name)' a second time: it can no more be added to")
            }
        }
        guard let name = key.last else { return }
        guard node(name, in: table) == nil else {
            throw TOMLError(offset: offset, reason: "found '\(name)' a second time")
        }
        append(name, .value(value), to: table)
    }

    var json: JSONValue { json(of: 0) }

    /// No deeper than `maximumDepth`.
    private func json(of table: Int) -> JSONValue {
        let members = tables[table].members.map { member in
            switch member.node {
            case .value(let value): (name: member.name, value: value)
            case .table(let index): (name: member.name, value: json(of: index))
            case .list(let index): (name: member.name, value: JSONValue.array(lists[index].map(json(of:))))
            }
        }
        return .object(JSONObject(members))
    }

    /// The table that a part of a header's name leads to: of a list, the last.
    private mutating func step(from table: Int, to name: String, at offset: Int) throws(TOMLError) -> Int {
        switch node(name, in: table) {
        case nil:
            try descend(1, at: offset)
            return make(name, in: table, section: nil)
        case .table(let index):
            try descend(1, at: offset)
            return index
        case .list(let index):
            try descend(2, at: offset)
            return lists[index].last ?? table
        case .value:
            throw TOMLError(offset: offset, reason: "found '\(name)' a second time: it can no more be added to")
        }
    }

    private mutating func descend(_ levels: Int, at offset: Int) throws(TOMLError) {
        depth += levels
        guard depth <= maximumDepth else { throw .tooDeep(maximumDepth, at: offset) }
    }

    private func node(_ name: String, in table: Int) -> Node? {
        tables[table].indices[Array(name.utf8)].map { tables[table].members[$0].node }
    }

    private mutating func newTable(section: Int?) -> Int {
        tables.append(Table(section: section))
        return tables.count - 1
    }

    private mutating func make(_ name: String, in table: Int, section: Int?) -> Int {
        let made = newTable(section: section)
        append(name, .table(made), to: table)
        return made
    }

    private mutating func append(_ name: String, _ node: Node, to table: Int) {
        tables[table].indices[Array(name.utf8)] = tables[table].members.count
        tables[table].members.append((name, node))
    }
}

extension TOMLError {
    static func tooDeep(_ maximum: Int, at offset: Int) -> TOMLError {
        TOMLError(offset: offset, reason: "found more than \(maximum) tables and arrays inside one another")
    }
}
