/// Eight floats at a time, for the few loops that no kernel has.
typealias Floats8 = SIMD8<Float>

extension UnsafeMutablePointer where Pointee == Float {
    @inline(__always)
    func load8(_ index: Int) -> Floats8 {
        UnsafeRawPointer(self + index).loadUnaligned(as: Floats8.self)
    }

    @inline(__always)
    func store8(_ value: Floats8, _ index: Int) {
        UnsafeMutableRawPointer(self + index).storeBytes(of: value, as: Floats8.self)
    }
}

extension UnsafePointer where Pointee == Float {
    @inline(__always)
    func load8(_ index: Int) -> Floats8 {
        UnsafeRawPointer(self + index).loadUnaligned(as: Floats8.self)
    }
}
