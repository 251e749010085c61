extension Network {
    /// The outputs after 0, 1, … T steps: how the answer moves while the sequence is read. `ids` is (T, width)
    /// row-major. One pass where the network is read forwards; else each beginning is a sequence of its own, which a
    /// layer that goes backwards reads from its end.
    ///
    /// - Parameter isWanted: asked before each pass.
    /// - Returns: T + 1 outputs, nil where they are no longer wanted.
    package func prefixOutputs(ids: [Int32], width: Int, while isWanted: () -> Bool = { true }) -> [[Float]]? {
        let steps = width > 0 ? ids.count / width : 0
        return ids.withUnsafeBufferPointer { ids in
            guard isWanted() else { return nil }
            if var state = try? initialState() {
                let features = plan.output.features
                let first = output(of: state)
                let others = outputs(reading: .ids(ids, width: width), &state)
                return [first] + (0..<steps).map { Array(others[($0 * features)..<(($0 + 1) * features)]) }
            }
            var outputs: [[Float]] = []
            for step in 0...steps {
                guard isWanted() else { return nil }
                outputs.append(predict(ids: UnsafeBufferPointer(rebasing: ids[..<(step * width)]), width: width))
            }
            return outputs
        }
    }
}
