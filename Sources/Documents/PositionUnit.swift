/// What columns count: bytes, UTF-16 code units or scalars (LSP 3.17, `PositionEncodingKind`).
package enum PositionUnit: Sendable, CaseIterable {
    case utf8, utf16, utf32
}
