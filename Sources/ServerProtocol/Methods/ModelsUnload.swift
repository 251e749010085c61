/// `models/unload`: takes a model out of memory once the requests that use it are answered.
package enum ModelsUnload: RemoteMethod {
    package static let method = "models/unload"
    package static let parameters = ModelReference.fields

    package typealias Parameters = ModelReference
    package typealias Result = ModelDescription
}
