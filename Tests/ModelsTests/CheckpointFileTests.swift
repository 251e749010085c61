import Models
import RecurrentNetworks
import Testing

struct `A checkpoint` {
    @Test func `comes back as it was, bit for bit`() throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/model.checkpoint"
        #expect(try CheckpointFile.read(path) == nil)
        let state = Self.state
        try CheckpointFile.write(state, to: path)
        #expect(try CheckpointFile.read(path) == state)
    }

    @Test func `is refused where a single byte of it has changed`() throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/model.checkpoint"
        try CheckpointFile.write(Self.state, to: path)
        let whole = try TemporaryFolder.read(path)
        for place in stride(from: 8, to: whole.count, by: 3) {
            var damaged = whole
            damaged[place] ^= 0x08
            try TemporaryFolder.write(damaged, to: path)
            let state = try? CheckpointFile.read(path)
            // The padding of the header says nothing.
            #expect(state == nil || state == Self.state, "byte \(place)")
        }
    }

    private static var state: TrainingState {
        var state = TrainingState()
        state.arrays = [
            "weights/dense": .float32([1, -0.5, .infinity, 3e-40]), "moments": .float64([0.1, -7]),
            "order": .int32([3, -1, 2]),
        ]
        state.numbers = ["epoch": 3, "best": -Double.infinity, "loss": 0.123_456_789_012_345_67]
        state.history = [
            EpochRecord(
                epoch: 1, loss: 0.5, accuracy: 0.75, validationLoss: nil, validationAccuracy: nil,
                learningRate: 0.001, seconds: 2.5)
        ]
        return state
    }
}
