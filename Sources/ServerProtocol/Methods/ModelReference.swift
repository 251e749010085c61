package import JSON

/// Which model `models/load|unload|reload` mean, and how long it stays.
package struct ModelReference: ParameterShape {
    /// A name or an absolute path.
    package var model: String
    /// It came as `path`, so it has to be one.
    package var isPath: Bool
    /// Seconds after the last use: 0 until it is answered, -1 for ever. Nil: not said.
    package var keepAlive: Double?

    package init(model: String, isPath: Bool = false, keepAlive: Double? = nil) {
        self.model = model
        self.isPath = isPath
        self.keepAlive = keepAlive
    }

    package init(_ reader: ParameterReader) throws(ShapeError) {
        switch (reader.string("path"), reader.string("model")) {
        case (let path?, nil):
            guard path.utf8.first == UInt8(ascii: "/") else {
                throw ShapeError(
                    "the path \"\(path.prefix(200))\" is not absolute",
                    hint: "the daemon does not know your working folder: send an absolute path")
            }
            model = path
            isPath = true
        case (nil, let name?):
            model = name
            isPath = false
        case (nil, nil):
            throw ShapeError(
                "\"path\" or \"model\" is needed, and neither came",
                hint: "give \"model\", a name or an absolute path, or \"path\", an absolute path")
        case (.some, .some):
            throw ShapeError("\"path\" or \"model\" is needed, and both came", hint: "give one of them")
        }
        keepAlive = reader.number("keepAlive")
        if let seconds = keepAlive, seconds < 0, seconds != -1 {
            throw ShapeError(
                "the parameter \"keepAlive\" is \(seconds), expected -1 or a number of seconds, 0 or more",
                hint: "-1 keeps the model for ever, 0 only until the request is answered")
        }
    }

    package var json: JSONValue {
        .members((isPath ? "path" : "model", .string(model)), ("keepAlive", keepAlive.json))
    }

    static let fields: [Field] = [.optional("path", .string), .optional("model", .string)]
    static let keepAlive = Field.optional("keepAlive", .number(atLeast: -1))
}
