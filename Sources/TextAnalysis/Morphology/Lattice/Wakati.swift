extension MorphologicalAnalyser {
    /// Writes each line of a text with a space between its morphemes, and a line feed behind every line: what
    /// `mecab -O wakati` writes, but for its space at the end. The quick way for whole files: it makes nothing a morpheme.
    ///
    /// A text may be given in pieces that end with lines, to several threads with a worker each.
    package func appendSeparated(
        _ text: UnsafeBufferPointer<UInt8>, to output: inout [UInt8], worker: inout LatticeWorker
    ) throws(MorphologyError) {
        try Self.check(text.count)
        guard let base = text.baseAddress else { return }
        output.reserveCapacity(output.count + text.count + text.count / 2)
        Self.forEachLine(of: text) { line in
            let start = base + line.lowerBound
            model.findBestPath(of: start, count: line.count, in: &worker.lattice)
            append(start, to: &output, lattice: worker.lattice)
        }
        try checkDictionary()
    }

    private func append(_ line: UnsafePointer<UInt8>, to output: inout [UInt8], lattice: borrowing Lattice) {
        for index in 0..<lattice.answer.count {
            let node = lattice.answer.pointer[index]
            if index > 0 { output.append(UInt8(ascii: " ")) }
            output.append(
                contentsOf: UnsafeBufferPointer(start: line + Int(node.start), count: Int(node.end - node.start)))
        }
        output.append(UInt8(ascii: "\n"))
    }
}
