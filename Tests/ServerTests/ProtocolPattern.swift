import JSON

/// Patterns of protocol/examples/README.md.
enum ProtocolPattern {
    /// Where and how `value` is not what `pattern` asks for; nil where it is.
    static func mismatch(_ pattern: JSONValue, _ value: JSONValue, at place: String = "$") -> String? {
        switch pattern {
        case .string("$any"):
            return nil
        case .object(let object) where object.members.contains { $0.name.hasPrefix("$") }:
            for member in object.members {
                let (name, argument) = (member.name, member.value)
                if let found = mismatch(matcher: name, argument, value, at: place) { return found }
            }
            return nil
        case .object(let object):
            guard let found = value.object else { return "\(place): expected an object, got \(short(value))" }
            for member in object.members {
                let (name, each) = (member.name, member.value)
                if each == "$absent" {
                    if let member = found[name] { return "\(place).\(name): expected nothing, got \(short(member))" }
                } else if let member = found[name] {
                    if let reason = mismatch(each, member, at: "\(place).\(name)") { return reason }
                } else {
                    return "\(place): no member \(name) in \(short(value))"
                }
            }
            return nil
        case .array(let elements):
            guard let found = value.array, found.count == elements.count else {
                return "\(place): expected \(elements.count) elements, got \(short(value))"
            }
            for (index, (each, element)) in zip(elements, found).enumerated() {
                if let reason = mismatch(each, element, at: "\(place)[\(index)]") { return reason }
            }
            return nil
        default:
            return areEqual(pattern, value) ? nil : "\(place): expected \(short(pattern)), got \(short(value))"
        }
    }

    /// As `mismatch` for as many values as patterns, in any order; each pattern takes the first value that fits.
    static func mismatch(all patterns: [JSONValue], _ values: [JSONValue]) -> String? {
        var left = values
        for pattern in patterns {
            guard let index = left.firstIndex(where: { mismatch(pattern, $0) == nil }) else {
                return "nothing fits \(short(pattern)): "
                    + left.map { mismatch(pattern, $0) ?? "" }.joined(separator: "; ")
            }
            left.remove(at: index)
        }
        return left.isEmpty ? nil : "too many answers: \(left.map(short))"
    }

    private static func mismatch(
        matcher name: String, _ argument: JSONValue, _ value: JSONValue, at place: String
    ) -> String? {
        let no = "\(place): expected \(name) \(short(argument)), got \(short(value))"
        switch name {
        case "$type":
            let kinds = argument.array ?? [argument]
            return kinds.contains { isOfType(value, $0.string ?? "") } ? nil : no
        case "$min", "$max":
            guard let bound = argument.number, let size = size(of: value) else { return no }
            return (name == "$min" ? size >= bound : size <= bound) ? nil : no
        case "$includes":
            guard let text = value.string, let part = argument.string else { return no }
            return text.contains(part) ? nil : no
        case "$each":
            guard let elements = value.array else { return no }
            return elements.enumerated().lazy.compactMap { mismatch(argument, $1, at: "\(place)[\($0)]") }.first
        case "$contains":
            guard let elements = value.array else { return no }
            return elements.contains { mismatch(argument, $0) == nil } ? nil : no
        case "$exact":
            return areEqual(argument, value) ? nil : no
        case "$oneOf":
            let reasons = (argument.array ?? []).map { mismatch($0, value, at: place) }
            return reasons.contains(nil) ? nil : reasons.compactMap { $0 }.joined(separator: "; ")
        case "$not":
            return mismatch(argument, value) == nil ? no : nil
        default:
            return "\(place): \(name) is no matcher"
        }
    }

    private static func size(of value: JSONValue) -> Double? {
        switch value {
        case .string(let text): Double(text.unicodeScalars.count)
        case .array(let elements): Double(elements.count)
        case .object(let object): Double(object.members.count)
        default: value.number
        }
    }

    private static func isOfType(_ value: JSONValue, _ kind: String) -> Bool {
        switch kind {
        case "string": value.string != nil
        case "number": value.number != nil
        case "integer": value.integer != nil
        case "boolean": value.bool != nil
        case "array": value.array != nil
        case "object": value.object != nil
        case "null": value.isNull
        default: false
        }
    }

    /// 1 and 1.0 are equal; strings are equal byte for byte.
    private static func areEqual(_ a: JSONValue, _ b: JSONValue) -> Bool {
        switch (a, b) {
        case (.string(let a), .string(let b)):
            return a.utf8.elementsEqual(b.utf8)
        case (.array(let a), .array(let b)):
            return a.count == b.count && zip(a, b).allSatisfy(areEqual)
        case (.object(let a), .object(let b)):
            return a.members.count == b.members.count
                && a.members.allSatisfy { own in b[own.name].map { areEqual(own.value, $0) } ?? false }
        case (.integer(let a), .integer(let b)):
            return a == b
        default:
            if let a = a.number, let b = b.number { return a == b }
            return a == b
        }
    }

    private static func short(_ value: JSONValue) -> String {
        String(decoding: value.serialized().prefix(300), as: UTF8.self)
    }
}
