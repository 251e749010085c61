package import JSON

/// `models/list`: the models that can be named.
package enum ModelsList: RemoteMethod {
    package static let method = "models/list"
    package static let parameters: [Field] = []

    package typealias Parameters = NoParameters

    package struct Result: ResultShape {
        /// By name.
        package var models: [ModelDescription]

        package init(models: [ModelDescription]) {
            self.models = models
        }

        package init(_ json: JSONValue) throws(ShapeError) {
            models = try ResultReader(json, "result").array("models") { json, path throws(ShapeError) in
                try ModelDescription(json, path)
            }
        }

        package var json: JSONValue { ["models": .array(models.map(\.json))] }
    }
}
