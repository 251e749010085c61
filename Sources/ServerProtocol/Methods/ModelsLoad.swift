/// `models/load`: opens a model and keeps it in memory.
package enum ModelsLoad: RemoteMethod {
    package static let method = "models/load"
    package static let parameters = ModelReference.fields + [ModelReference.keepAlive]

    package typealias Parameters = ModelReference
    package typealias Result = ModelDescription
}
