/// The members of a JSON object, in the order in which they were written.
///
/// Names are told apart by their bytes, as JSON does, not by Unicode's canonical equivalence, as Swift's strings do.
package struct JSONObject: Sendable, Equatable {
    /// A struct and no tuple: how tuples are copied and destroyed is looked up at run time, on every request's way.
    package struct Member: Sendable {
        package var name: String
        package var value: JSONValue

        package init(name: String, value: JSONValue) {
            self.name = name
            self.value = value
        }
    }

    package private(set) var members: [Member]

    package init(members: [Member]) { self.members = members }

    package init(_ members: [(name: String, value: JSONValue)] = []) {
        self.members = members.map { Member(name: $0.name, value: $0.value) }
    }

    package subscript(name: String) -> JSONValue? {
        get { members.first { sameBytes($0.name, name) }?.value }
        set {
            let index = members.firstIndex { sameBytes($0.name, name) }
            switch (index, newValue) {
            case (let index?, let value?): members[index].value = value
            case (let index?, nil): members.remove(at: index)
            case (nil, let value?): members.append(Member(name: name, value: value))
            case (nil, nil): break
            }
        }
    }

    /// Equal whatever the order of the members.
    package static func == (a: JSONObject, b: JSONObject) -> Bool {
        guard a.members.count == b.members.count else { return false }
        // In the usual case the order is the same, and no member has to be looked for.
        if zip(a.members, b.members).allSatisfy({ sameBytes($0.name, $1.name) && $0.value == $1.value }) { return true }
        return a.members.allSatisfy { b[$0.name] == $0.value }
    }
}

func sameBytes(_ a: String, _ b: String) -> Bool {
    // Names are looked for on every request's way, and most differ in their length.
    guard a.utf8.count == b.utf8.count else { return false }
    let same = a.utf8.withContiguousStorageIfAvailable { a in
        b.utf8.withContiguousStorageIfAvailable { b in a.elementsEqual(b) }
    }
    return (same ?? nil) ?? a.utf8.elementsEqual(b.utf8)
}

/// The first name that stands twice, or nil.
func repeatedName(_ members: [JSONObject.Member]) -> String? {
    // Comparing every pair is quicker for the few members that a request has; a hostile object has a million.
    if members.count <= 12 {
        for (index, member) in members.enumerated() {
            for earlier in members.prefix(index) where sameBytes(earlier.name, member.name) { return member.name }
        }
        return nil
    }
    var seen = Set<NameBytes>(minimumCapacity: members.count)
    return members.first { !seen.insert(NameBytes(name: $0.name)).inserted }?.name
}

private struct NameBytes: Hashable {
    let name: String

    static func == (a: NameBytes, b: NameBytes) -> Bool { sameBytes(a.name, b.name) }

    func hash(into hasher: inout Hasher) {
        var name = name
        name.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }
}
