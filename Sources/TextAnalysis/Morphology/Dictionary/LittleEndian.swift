/// Integers as they lie in the files of a dictionary, at any alignment. Nil behind the end.
extension UnsafeRawBufferPointer {
    func littleEndian<Value: FixedWidthInteger>(_ type: Value.Type, at offset: Int) -> Value? {
        guard offset >= 0, offset <= count - MemoryLayout<Value>.size else { return nil }
        return Value(littleEndian: loadUnaligned(fromByteOffset: offset, as: Value.self))
    }

    /// A name in a field of a fixed size: the bytes before the first NUL. Nil where they are not UTF-8.
    func name(at offset: Int, size: Int) -> String? {
        guard offset >= 0, offset <= count - size else { return nil }
        let field = self[offset..<(offset + size)].prefix { $0 != 0 }
        return String(validating: field, as: UTF8.self)
    }
}
