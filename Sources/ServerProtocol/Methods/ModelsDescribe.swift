package import JSON

/// `models/describe`: one model, without loading it.
package enum ModelsDescribe: RemoteMethod {
    package static let method = "models/describe"
    package static let parameters: [Field] = [.required("model", .string)]

    package struct Parameters: ParameterShape {
        package var model: String

        package init(model: String) {
            self.model = model
        }

        package init(_ reader: ParameterReader) throws(ShapeError) {
            model = try reader.requiredString("model")
        }

        package var json: JSONValue { ["model": .string(model)] }
    }

    package typealias Result = ModelDescription
}
