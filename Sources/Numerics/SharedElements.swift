/// Elements in memory that nobody changes, and what keeps them there: a part of a mapped file, static memory, or
/// memory of their own. All copies share them, on any thread: unchecked, since a pointer says nothing of who writes, and
/// nobody does after `init`; of a mapped file other processes may, as `MappedFile` tells.
///
/// Public, though it is for this package alone: of a type with less than that no other module inlines or specialises
/// anything, `@inlinable` or not.
public struct SharedElements<Element: BitwiseCopyable & Sendable>: @unchecked Sendable {
    /// Valid while a copy of this value lives: read within `withUnsafeElements`.
    @usableFromInline let elements: UnsafeBufferPointer<Element>
    @usableFromInline let owner: ElementsOwner

    /// Copies the elements to memory that starts at a 64-byte boundary.
    package init(_ values: some Collection<Element>) {
        self.init(count: values.count) { target in _ = target.initialize(from: values) }
    }

    /// Elements that `fill` writes, each of them, into memory that starts at a 64-byte boundary.
    package init<Failure: Error>(
        count: Int, _ fill: (UnsafeMutableBufferPointer<Element>) throws(Failure) -> Void
    ) throws(Failure) {
        let memory = OwnedMemory(byteCount: max(0, count) * MemoryLayout<Element>.stride)
        let target = memory.bytes.bindMemory(to: Element.self)
        try fill(target)
        elements = UnsafeBufferPointer(target)
        owner = .memory(memory)
    }

    /// A part of a mapped file, as it lies there. Nil where it is no whole number of elements, does not start at a
    /// multiple of an element's alignment, or does not lie within the file.
    package init?(_ file: MappedFile, bytes: Range<Int>) {
        guard bytes.lowerBound >= 0, bytes.upperBound <= file.count else { return nil }
        let part: UnsafeBufferPointer<Element>? = file.withUnsafeBytes { all in
            Self.elements(of: UnsafeRawBufferPointer(rebasing: all[bytes]))
        }
        guard let part else { return nil }
        elements = part
        owner = .file(file)
    }

    /// Memory that lives as long as the process, under the same conditions.
    package init?(staticMemory bytes: UnsafeRawBufferPointer) {
        guard let part = Self.elements(of: bytes) else { return nil }
        elements = part
        owner = .process
    }

    private static func elements(of bytes: UnsafeRawBufferPointer) -> UnsafeBufferPointer<Element>? {
        guard bytes.count % MemoryLayout<Element>.stride == 0 else { return nil }
        guard let start = bytes.baseAddress else { return UnsafeBufferPointer(start: nil, count: 0) }
        guard UInt(bitPattern: start) % UInt(MemoryLayout<Element>.alignment) == 0 else { return nil }
        return UnsafeBufferPointer(
            start: start.assumingMemoryBound(to: Element.self), count: bytes.count / MemoryLayout<Element>.stride)
    }

    @inlinable
    package var count: Int { elements.count }

    /// Whether a read has met bytes of the file that were gone: see `MappedFile`.
    package var isPoisoned: Bool {
        if case .file(let file) = owner { return file.isPoisoned }
        return false
    }

    /// - Precondition: `index` is one of `0..<count`; what comes of a file or a client is checked by the caller.
    @inlinable @inline(__always)
    package subscript(index: Int) -> Element {
        precondition(index >= 0 && index < elements.count, "an index outside the elements")
        defer { extendLifetime(owner) }
        return elements[index]
    }

    @inlinable @inline(__always)
    package func withUnsafeElements<Result, Failure: Error>(
        _ body: (UnsafeBufferPointer<Element>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        defer { extendLifetime(owner) }
        return try body(elements)
    }
}

/// Not within `SharedElements`, where there would be one for each kind of element, to be looked up at run time.
@usableFromInline
enum ElementsOwner {
    case file(MappedFile)
    case memory(OwnedMemory)
    case process
}

/// Memory at a 64-byte boundary, written while its one owner is made and never after.
@usableFromInline
final class OwnedMemory: @unchecked Sendable {
    let bytes: UnsafeMutableRawBufferPointer

    init(byteCount: Int) {
        bytes = .allocate(byteCount: byteCount, alignment: AlignedBuffer.alignment)
        LargePages.ask(for: bytes)
    }

    deinit { bytes.deallocate() }
}
