import Dispatch
import Server
import Synchronization

/// The tokens of a file's lines, on as many threads as there are: what `--wakati` prints, without a question for each
/// line.
struct SeparatedLines {
    /// Bytes that are read at a time, and that a thread takes at a time: small enough for the caches.
    private static let block = 4 << 20
    private static let piece = 64 << 10

    private let separator: LineSeparator
    private let threads: Int

    init(_ separator: LineSeparator, threads: Int) {
        self.separator = separator
        self.threads = threads
    }

    func write(_ file: String) throws {
        var input = try LineInput(file: file)
        var lines = 0
        while let block = try input.nextBlock(of: threads == 1 ? Self.piece : Self.block) {
            for result in results(of: block) {
                let (output, repaired, count) = try result.get()
                for line in repaired { input.wasRepaired(line: lines + line + 1) }
                lines += count
                Output.write(output)
            }
        }
        input.reportRepairs()
    }

    private typealias Piece = (output: [UInt8], repaired: [Int], lines: Int)

    /// In order.
    private func results(of block: ArraySlice<UInt8>) -> [Result<Piece, Failure>] {
        block.withUnsafeBufferPointer { bytes in
            let pieces = Self.pieces(of: bytes)
            // Read by several threads, but not beyond this call, which waits for them all.
            nonisolated(unsafe) let bytes = bytes
            guard threads > 1, pieces.count > 1 else {
                return pieces.map { separate(UnsafeBufferPointer(rebasing: bytes[$0])) }
            }
            let results = Mutex([Result<Piece, Failure>?](repeating: nil, count: pieces.count))
            let next = Atomic(0)
            DispatchQueue.concurrentPerform(iterations: min(threads, pieces.count)) { _ in
                while true {
                    let index = next.add(1, ordering: .relaxed).oldValue
                    guard index < pieces.count else { return }
                    let result = separate(UnsafeBufferPointer(rebasing: bytes[pieces[index]]))
                    results.withLock { $0[index] = result }
                }
            }
            return results.withLock { $0.compactMap { $0 } }
        }
    }

    private func separate(_ lines: UnsafeBufferPointer<UInt8>) -> Result<Piece, Failure> {
        var output: [UInt8] = []
        do throws(AnalysisFailure) {
            let repaired = try separator.append(lines, to: &output)
            let count = lines.count { $0 == 0x0a }
            return .success((output, repaired, count))
        } catch {
            return .failure(Failure(error.description, hint: error.hint))
        }
    }

    /// Pieces that end with lines.
    private static func pieces(of bytes: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
        var pieces: [Range<Int>] = []
        var start = 0
        while start < bytes.count {
            var end = min(start + piece, bytes.count)
            while end < bytes.count, bytes[end - 1] != 0x0a { end += 1 }
            pieces.append(start..<end)
            start = end
        }
        return pieces
    }
}
