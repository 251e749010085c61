extension Network {
    /// The same network with what its last layer's softmax reads divided by `temperature`: above 1 its answers are less
    /// sure, below 1 surer, and their order stays (temperature scaling; Guo et al. 2017, arXiv:1706.04599). It becomes
    /// part of that Dense's weights. A network that ends otherwise is left as it is.
    package func divided(byTemperature temperature: Float) throws(NetworkError) -> Network {
        guard let last = plan.layers.last, case .dense(_, .softmax) = last.configuration else { return self }
        var scaled = weights
        for weight in last.weights {
            guard let tensor = scaled[weight.name], case .float32(let values) = tensor.values else { continue }
            scaled[weight.name] = Tensor(shape: tensor.shape, values: .float32(values.map { $0 / temperature }))
        }
        return try Network(configuration: configuration, weights: scaled)
    }
}

extension Network {
    /// Of a network that ends in a Dense of one sigmoid unit the one that answers the same with a softmax of two: what
    /// the unit does not say, then what it says, since σ(z) = softmax(0, z). Any other is left as it is.
    package func withSoftmaxForSigmoid() throws(NetworkError) -> Network {
        guard let last = plan.layers.last, case .dense(1, .sigmoid) = last.configuration else { return self }
        var layers = configuration
        layers.layers[layers.layers.count - 1] = .dense(units: 2, activation: .softmax)
        var widened = weights
        for weight in last.weights {
            guard let tensor = widened[weight.name], case .float32(let values) = tensor.values else { continue }
            widened[weight.name] = Tensor(
                shape: tensor.shape.dropLast() + [2], values: .float32(values.flatMap { [0, $0] }))
        }
        return try Network(configuration: layers, weights: widened)
    }
}
