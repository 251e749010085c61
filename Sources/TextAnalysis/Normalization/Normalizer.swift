/// One step of a normalisation: makes a changed text of a text and says where it came from.
package protocol TextEdit: Sendable {
    /// Nil where the text stays as it is.
    func edit(_ text: String) throws(NormalizationError) -> EditedText?
}

/// Steps in an order. Immutable and shared; costs what its steps do, and next to nothing for one that changes nothing.
package struct Normalizer: TextEdit {
    package let steps: [any TextEdit]

    package init(steps: [any TextEdit]) {
        self.steps = steps
    }

    /// Steps by their names: see `NormalizationStep`.
    package init(_ names: [String]) throws(NormalizationError) {
        var steps: [any TextEdit] = []
        for name in names { steps.append(try NormalizationStep(name)) }
        self.init(steps: steps)
    }

    /// The text after all steps, with the map from it to `text`.
    package func normalized(_ text: String) throws(NormalizationError) -> EditedText {
        try edit(text) ?? EditedText(text)
    }

    package func edit(_ text: String) throws(NormalizationError) -> EditedText? {
        var result: EditedText?
        for step in steps {
            guard let next = try step.edit(result?.text ?? text) else { continue }
            result = EditedText(text: next.text, map: result?.map.followed(by: next.map) ?? next.map)
        }
        return result
    }
}

package enum NormalizationError: Error, Sendable, Equatable, CustomStringConvertible {
    case unknownStep(name: String)
    /// An option that the step does not have, or a value that it cannot have.
    case invalidOption(step: String, option: String, came: String, needed: String)
    case regularExpression(RegularExpressionError)
    case resultTooLong(step: String)

    package var description: String {
        switch self {
        case .unknownStep(let name):
            return "there is no step \"\(name)\" of normalisation"
        case .resultTooLong(let step):
            return "the step \(step) makes the text more than twice as long, and longer than 16 MB: replace by less"
        case .invalidOption(let step, let option, let came, let needed):
            return "\(option) of the step \(step) is \(came); expected \(needed)"
        case .regularExpression(let error):
            return error.description
        }
    }
}
