extension Network {
    /// The outputs after 0, 1, … T steps: how the answer moves while the sequence is read. `ids` is (T, width)
    /// row-major. A bidirectional layer reads each beginning from its end, too.
    ///
    /// - Parameter isWanted: asked at every step.
    /// - Returns: T + 1 outputs, nil where they are no longer wanted.
    package func prefixOutputs(ids: [Int32], width: Int, while isWanted: () -> Bool = { true }) -> [[Float]]? {
        let steps = width > 0 ? ids.count / width : 0
        return ids.withUnsafeBufferPointer { ids in
            var outputs: [[Float]] = []
            outputs.reserveCapacity(steps + 1)
            for step in 0...steps {
                guard isWanted() else { return nil }
                outputs.append(predict(ids: UnsafeBufferPointer(rebasing: ids[..<(step * width)]), width: width))
            }
            return outputs
        }
    }
}
