/// `models/reload`: reads a model again. Where that fails the old one stays.
package enum ModelsReload: RemoteMethod {
    package static let method = "models/reload"
    package static let parameters = ModelReference.fields + [ModelReference.keepAlive]

    package typealias Parameters = ModelReference
    package typealias Result = ModelDescription
}
