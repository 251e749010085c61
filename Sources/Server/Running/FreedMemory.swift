import Synchronization

#if canImport(Glibc)
    import Glibc
#endif

/// Memory that large work has used and freed. The C library keeps it for more of the same; on a quiet moment it goes back
/// to the system.
final class FreedMemory: Sendable {
    private let isAwaited = Atomic(false)

    /// Gives it back in a second, when answers have gone out.
    func giveBackSoon() {
        guard !isAwaited.exchange(true, ordering: .relaxed) else { return }
        Task.detached(priority: .background) { [self] in
            try? await Task.sleep(for: .seconds(1))
            isAwaited.store(false, ordering: .relaxed)
            Self.giveBack()
        }
    }

    /// Where the C library is glibc, whose headers do not show the function to Swift.
    private static func giveBack() {
        #if canImport(Glibc)
            typealias Trim = @convention(c) (_ kept: Int) -> Int32
            guard let function = dlsym(nil, "malloc_trim") else { return }
            _ = unsafeBitCast(function, to: Trim.self)(0)
        #endif
    }
}
