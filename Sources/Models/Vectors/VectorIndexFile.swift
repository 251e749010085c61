import Numerics
import WordVectors

/// `index.safetensors`: made of rows that are on the disk already, piece by piece.
enum VectorIndexFile {
    /// Numbers of a piece: 16 MB of float32.
    private static let pieceSize = 1 << 22

    /// - Parameter rowsOf: the file with (words, dimensions) float32 at `start`, or 8-bit where there are scales.
    static func write(
        _ words: WordList, rowsOf path: String, at start: Int, scales: [Float], dimensions: Int, to target: String
    ) throws(ModelError) {
        let file: MappedFile
        do { file = try MappedFile(path: path) } catch { throw .io(path: path, reason: error.description) }
        let count = words.count
        let blocks = (count + 15) / 16
        let isCoarse = count > QuantizedRows.greatestCountWithoutCoarse
        func numbers(_ name: String) -> TensorLayout.Tensor {
            TensorLayout.Tensor(name: name, type: .float32, shape: [blocks * 16])
        }
        var tensors = [
            TensorLayout.Tensor(name: VectorTensor.wordOffsets, type: .uint32, shape: [count + 1]),
            .init(name: VectorTensor.wordSlots, type: .uint32, shape: [words.parts.slots.count]),
            .init(name: VectorTensor.rows8, type: .uint8, shape: [blocks, (dimensions + 3) / 4, 16, 4]),
            numbers(VectorTensor.scales8), numbers(VectorTensor.errors8), numbers(VectorTensor.norms),
        ]
        if isCoarse {
            tensors.append(.init(name: VectorTensor.rows4, type: .uint8, shape: [blocks, (dimensions + 7) / 8, 16, 4]))
            tensors.append(numbers(VectorTensor.scales4))
        }
        let layout = TensorLayout(tensors)
        let output = try PieceFile(target)
        func write<Element>(
            _ elements: SharedElements<Element>, _ name: String, at index: Int = 0
        ) throws(ModelError) {
            guard let offset = layout.offsets[name] else { return }
            try elements.withUnsafeElements { (elements) throws(ModelError) in
                try output.write(
                    UnsafeRawBufferPointer(elements), at: offset + index * MemoryLayout<Element>.stride)
            }
        }
        try output.write(layout.header, at: 0)
        try write(words.parts.offsets, VectorTensor.wordOffsets)
        try write(words.parts.slots, VectorTensor.wordSlots)
        let piece = max(16, pieceSize / dimensions / 16 * 16)
        for first in stride(from: 0, to: count, by: piece) {
            let range = first..<min(first + piece, count)
            let bytes = range.lowerBound * dimensions..<range.upperBound * dimensions
            guard let rows = rows(bytes, of: file, at: start, scales: scales.isEmpty ? nil : scales[range]) else {
                throw .io(path: path, reason: "was changed while it was written")
            }
            let parts: QuantizedRows.Parts
            do throws(WordVectorsError) {
                parts = try QuantizedRows(quantizing: rows, dimensions: dimensions, coarse: isCoarse).parts
            } catch {
                throw .io(path: path, reason: error.description)
            }
            try write(parts.values, VectorTensor.rows8, at: first / 16 * ((dimensions + 3) / 4 * 64))
            try write(parts.scales, VectorTensor.scales8, at: first)
            try write(parts.errors, VectorTensor.errors8, at: first)
            try write(parts.norms, VectorTensor.norms, at: first)
            if let coarse = parts.coarse {
                try write(coarse.values, VectorTensor.rows4, at: first / 16 * ((dimensions + 7) / 8 * 64))
                try write(coarse.scales, VectorTensor.scales4, at: first)
            }
            file.release(0..<file.count)
        }
        try output.setSize(layout.size)
        try output.finish()
    }

    private static func rows(
        _ elements: Range<Int>, of file: MappedFile, at start: Int, scales: ArraySlice<Float>?
    ) -> VectorRows? {
        if let scales {
            return SharedElements(file, bytes: start + elements.lowerBound..<start + elements.upperBound).map {
                .int8($0, scales: SharedElements(scales))
            }
        }
        return SharedElements(file, bytes: start + 4 * elements.lowerBound..<start + 4 * elements.upperBound).map {
            .float32($0)
        }
    }
}
