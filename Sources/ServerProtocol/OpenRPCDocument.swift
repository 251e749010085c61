private import COpenRPC

/// The protocol's own description, as `rpc.discover` gives it.
package enum OpenRPCDocument {
    /// Byte for byte `protocol/openrpc.json`.
    package static let bytes: [UInt8] = Array(
        UnsafeRawBufferPointer(start: sluice_openrpc_begin(), count: sluice_openrpc_count()))
}
