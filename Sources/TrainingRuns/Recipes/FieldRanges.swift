import JSON
import Models

/// Numbers of a recipe that have to lie in a range. Nil where there is no such member.
extension Fields {
    func isNull(_ name: String) throws(FieldError) -> Bool {
        guard has(name) else { return false }
        return try value(name).isNull
    }

    func whole(_ name: String, _ range: ClosedRange<Int>) throws(FieldError) -> Int? {
        guard has(name) else { return nil }
        let number = try integer(name)
        guard range.contains(number) else {
            let most = range.upperBound == .max ? "or more" : "to \(range.upperBound)"
            throw FieldError(field: path(of: name), reason: "\(number) came; expected \(range.lowerBound) \(most)")
        }
        return number
    }

    func real(_ name: String, above least: Double, atMost most: Double) throws(FieldError) -> Float? {
        try real(name, "more than \(least), at most \(most)") { $0 > least && $0 <= most }
    }

    func real(_ name: String, above least: Double, below most: Double) throws(FieldError) -> Float? {
        try real(name, "more than \(least), less than \(most)") { $0 > least && $0 < most }
    }

    func real(_ name: String, from least: Double, below most: Double) throws(FieldError) -> Float? {
        try real(name, "\(least) or more, less than \(most)") { $0 >= least && $0 < most }
    }

    private func real(
        _ name: String, _ expected: String, _ isGood: (Double) -> Bool
    ) throws(FieldError) -> Float? {
        guard has(name) else { return nil }
        let value = try number(name)
        guard isGood(value) else {
            throw FieldError(field: path(of: name), reason: "\(value) came; expected \(expected)")
        }
        return Float(value)
    }
}
