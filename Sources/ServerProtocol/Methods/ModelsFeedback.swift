package import JSON

/// `models/feedback`: a correction of what a model said, kept for the next training.
package enum ModelsFeedback: RemoteMethod {
    package static let method = "models/feedback"
    package static let parameters: [Field] = [
        .required("text", .string), .required("label", .string), .required("model", .string),
    ]

    package struct Parameters: ParameterShape {
        package var text: String
        /// What the model should have said.
        package var label: String
        package var model: String

        package init(text: String, label: String, model: String) {
            self.text = text
            self.label = label
            self.model = model
        }

        package init(_ reader: ParameterReader) throws(ShapeError) {
            text = try reader.requiredString("text")
            label = try reader.requiredString("label")
            model = try reader.requiredString("model")
        }

        package var json: JSONValue { ["text": .string(text), "label": .string(label), "model": .string(model)] }
    }

    package struct Result: ResultShape {
        package var model: String
        /// Of the file: what `sluice train --feedback` reads.
        package var path: String
        /// How many the file has, this one among them.
        package var corrections: Int

        package init(model: String, path: String, corrections: Int) {
            self.model = model
            self.path = path
            self.corrections = corrections
        }

        package init(_ json: JSONValue) throws(ShapeError) {
            let reader = try ResultReader(json, "result")
            model = try reader.string("model")
            path = try reader.string("path")
            corrections = try reader.integer("corrections")
        }

        package var json: JSONValue {
            ["model": .string(model), "path": .string(path), "corrections": .integer(corrections)]
        }
    }
}
