import Dispatch
import JSON
import Models
import RecurrentNetworks
import Synchronization
import Testing
import TextAnalysis

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

@Suite struct `Model directories` {
    @Test func `what is written is what is opened`() throws {
        let folder = try TemporaryFolder()
        let model = try Samples.model()
        let history: JSONValue = [["epoch": 1, "loss": 0.5]]
        let path = folder.path + "/made/on the way/sample"
        try ModelDirectory.write(model, history: history, to: path + "/")
        #expect(
            TemporaryFolder.names(in: path)
                == ["README.md", "config.json", "history.json", "model.safetensors", "vocab.txt"])
        #expect(TemporaryFolder.names(in: folder.path + "/made/on the way") == ["sample"])

        let opened = try ModelDirectory.open(path + "//")
        #expect(opened.name == "sample")
        #expect(opened.path == path)
        #expect(opened.task == .classify)
        #expect(opened.labels == model.labels)
        #expect(opened.pipeline == model.pipeline)
        #expect(opened.network.configuration == model.network.configuration)
        #expect(opened.network.weights == model.network.weights)
        #expect(opened.card == model.card)
        let written = try JSONValue(
            parsing: String(decoding: TemporaryFolder.read(path + "/history.json"), as: UTF8.self))
        #expect(written == history)
        for text in ["", "가나다", "좋다 👍🏽\n"] {
            #expect(Samples.predict(opened, text) == Samples.predict(model, text))
        }
    }

    @Test(arguments: [WeightFormat.float32, .float16, .int8])
    func `a translator comes back with its decoder, and writes what it wrote`(format: WeightFormat) throws {
        let folder = try TemporaryFolder()
        let model = try Samples.translator()
        let path = folder.path + "/sample"
        try ModelDirectory.write(model, weights: format, to: path)
        let opened = try ModelDirectory.open(path)
        #expect(opened.task == .translate && opened.labels.isEmpty && opened.boundary == 9)
        #expect(opened.network.configuration == model.network.configuration)
        let card = String(decoding: try TemporaryFolder.read(path + "/README.md"), as: UTF8.self)
        #expect(card.contains("pipeline_tag: translation") && !card.contains("Labels"))
        guard format == .float32 else { return }
        #expect(opened.network.weights == model.network.weights)
        for text in ["", "가나다", "좋다 👍🏽\n"] {
            func write(_ model: Model) throws -> WrittenSequence? {
                try model.network.write(
                    for: model.pipeline.encode(text).ids, width: 1, boundary: model.boundary, limit: 12)
            }
            #expect(try write(opened) == write(model))
        }
    }

    @Test func `half floats are the nearest ones`() throws {
        let folder = try TemporaryFolder()
        let model = try Samples.model()
        try ModelDirectory.write(model, weights: .float16, to: folder.path + "/half")
        let opened = try ModelDirectory.open(folder.path + "/half")
        for (name, tensor) in model.network.weights {
            guard case .float32(let values) = tensor.values,
                case .float32(let read) = opened.network.weights[name]?.values
            else {
                Issue.record("\(name) is not float32")
                continue
            }
            for (value, half) in zip(values, read) { #expect(abs(value - half) <= value.magnitude / 2048) }
        }
    }

    @Test func `8-bit embeddings are off by half a scale at most, and the file is a quarter`() throws {
        let folder = try TemporaryFolder()
        let model = try Samples.model()
        try ModelDirectory.write(model, weights: .int8, to: folder.path + "/small")
        let opened = try ModelDirectory.open(folder.path + "/small")
        guard case .int8(let rows, let scales) = opened.network.weights["embedding/embeddings"]?.values,
            case .float32(let values) = model.network.weights["embedding/embeddings"]?.values
        else {
            Issue.record("the embedding is not 8-bit")
            return
        }
        #expect(scales.count == 33 && rows.count == values.count)
        for (index, value) in values.enumerated() {
            #expect(abs(value - scales[index / 4] * Float(rows[index])) <= scales[index / 4] * 0.5001)
        }
        // Each row uses the whole range.
        for row in 0..<33 { #expect(rows[4 * row..<4 * row + 4].contains { abs(Int($0)) == 127 }) }

        // Written again in 8 bits nothing changes; as float32 it is the same network.
        try ModelDirectory.write(opened, weights: .int8, to: folder.path + "/again")
        #expect(try ModelDirectory.open(folder.path + "/again").network.weights == opened.network.weights)
        try ModelDirectory.write(opened, weights: .float32, to: folder.path + "/wide")
        let wide = try ModelDirectory.open(folder.path + "/wide")
        for (a, b) in zip(Samples.predict(wide, "가나다 좋"), Samples.predict(opened, "가나다 좋")) {
            #expect(abs(a - b) < 1e-5)
        }
    }

    @Test func `rows of zeros are stored in 8 bits`() {
        let (rows, scales) = Quantization.rows(of: [0, 0, 2, -1, .leastNonzeroMagnitude, 0], columns: 2)
        #expect(rows[0...3] == [0, 0, 127, -64] || rows[0...3] == [0, 0, 127, -63])
        #expect(scales[0] == 0 && scales[1] == 2 / 127)
        #expect(rows.count == 6 && scales.count == 3)
    }

    @Test func `the card is front matter and prose`() throws {
        let folder = try TemporaryFolder()
        try ModelDirectory.write(try Samples.model(), to: folder.path + "/sample")
        let card = String(decoding: try TemporaryFolder.read(folder.path + "/sample/README.md"), as: UTF8.self)
        #expect(card.hasPrefix("---\nlanguage:\n- \"ko\"\n- \"en\"\nlicense: \"CC0-1.0\"\n"))
        #expect(card.contains("pipeline_tag: text-classification"))
        #expect(card.contains("metrics: [{type: \"accuracy\", value: 0.875}]"))
        #expect(card.contains("| accuracy | 0.875 | eight rows |"))
        #expect(card.contains("# sample\n"))
    }

    @Test func `an older model is replaced, and what else is there stays`() throws {
        let folder = try TemporaryFolder()
        let path = folder.makeFolder("sample")
        try ModelDirectory.write(try Samples.model(seed: 1), history: [], to: path)
        try TemporaryFolder.write([1, 2, 3], to: path + "/notes.txt")
        let newer = try Samples.model(seed: 2)
        try ModelDirectory.write(newer, to: path)
        #expect(try ModelDirectory.open(path).network.weights == newer.network.weights)
        // The older model's history is not the newer one's.
        #expect(
            TemporaryFolder.names(in: path) == [
                "README.md", "config.json", "model.safetensors", "notes.txt", "vocab.txt",
            ])
        #expect(TemporaryFolder.names(in: folder.path) == ["sample"])
    }

    @Test func `a folder that is no model is not replaced`() throws {
        let folder = try TemporaryFolder()
        let path = folder.makeFolder("photos")
        try TemporaryFolder.write([1], to: path + "/cat.jpg")
        #expect(throws: ModelError.self) { try ModelDirectory.write(try Samples.model(), to: path) }
        #expect(throws: ModelError.self) { try ModelDirectory.write(try Samples.model(), to: path + "/cat.jpg") }
        #expect(TemporaryFolder.names(in: path) == ["cat.jpg"])
        #expect(TemporaryFolder.names(in: folder.path) == ["photos"])
    }

    @Test func `a place that cannot be written to says why`() throws {
        let folder = try TemporaryFolder()
        try TemporaryFolder.write([1], to: folder.path + "/file")
        #expect {
            try ModelDirectory.write(try Samples.model(), to: folder.path + "/file/model")
        } throws: { error in
            guard case .io(let path, let reason) = error as? ModelError else { return false }
            return path.hasSuffix("/file") && reason.contains("cannot be made")
        }
    }

    @Test(arguments: [Float.nan, .infinity, -.infinity])
    func `weights that are not finite are not written`(value: Float) throws {
        let folder = try TemporaryFolder()
        let model = try Samples.model()
        var weights = model.network.weights
        weights["dense/bias"] = Tensor(shape: [2], values: .float32([0, value]))
        let network = try Network(configuration: model.network.configuration, weights: weights)
        let broken = try Model(name: "broken", labels: model.labels, pipeline: model.pipeline, network: network)
        #expect {
            try ModelDirectory.write(broken, to: folder.path + "/broken")
        } throws: { error in
            guard case .invalid(_, "model.safetensors", let reason) = error as? ModelError else { return false }
            return reason.contains("dense/bias")
        }
        #expect(TemporaryFolder.names(in: folder.path) == [])
    }

    @Test func `no flip of bytes ends the process`() throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/sample"
        try ModelDirectory.write(try Samples.model(), weights: .int8, to: path)
        var generator = SeededGenerator(state: 11)
        var opened = 0
        var refused = 0
        for file in ["config.json", "model.safetensors", "vocab.txt"] {
            let whole = try TemporaryFolder.read(path + "/" + file)
            for round in 0..<1200 {
                var bytes = whole
                for _ in 0...Int.random(in: 0..<3, using: &generator) {
                    // Mostly in the part that says what the rest means.
                    let reach = round % 3 == 0 ? bytes.count : min(bytes.count, 400)
                    let index = Int.random(in: 0..<reach, using: &generator)
                    bytes[index] =
                        Bool.random(using: &generator)
                        ? bytes[index] ^ (1 << UInt8.random(in: 0..<8, using: &generator))
                        : UInt8.random(in: 0...255, using: &generator)
                }
                if round % 10 == 0 { bytes = Array(bytes.prefix(Int.random(in: 0...bytes.count, using: &generator))) }
                try TemporaryFolder.write(bytes, to: path + "/" + file)
                do {
                    let model = try ModelDirectory.open(path)
                    #expect(Samples.predict(model, "가나다").count == model.labels.count)
                    opened += 1
                } catch {
                    #expect(!error.description.isEmpty)
                    refused += 1
                }
            }
            try TemporaryFolder.write(whole, to: path + "/" + file)
        }
        #expect(opened > 100 && refused > 1000)
    }

    @Test(arguments: [WeightFormat.float16, .int8])
    func `a model that would not open again leaves the old one where it is`(format: WeightFormat) throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/sample"
        let good = try Samples.model()
        try ModelDirectory.write(good, to: path)
        // More than a half float holds, and finite as it was trained.
        var weights = good.network.weights
        weights["dense/bias"] = Tensor(shape: [2], values: .float32([0, 70_000]))
        let network = try Network(configuration: good.network.configuration, weights: weights)
        let large = try Model(name: "large", labels: good.labels, pipeline: good.pipeline, network: network)
        #expect {
            try ModelDirectory.write(large, weights: format, to: path)
        } throws: { error in
            guard case .invalid(path, "model.safetensors", let reason) = error as? ModelError else { return false }
            return reason.contains("dense/bias") && reason.contains("float32")
        }
        #expect(try ModelDirectory.open(path).network.weights == good.network.weights)
        #expect(TemporaryFolder.names(in: folder.path) == ["sample"])
    }

    @Test func `a link is followed: the directory that it leads to is replaced`() throws {
        let folder = try TemporaryFolder()
        let target = folder.makeFolder("target")
        try ModelDirectory.write(try Samples.model(seed: 1), to: target)
        try TemporaryFolder.write([1], to: target + "/notes.txt")
        #expect(symlink("target", folder.path + "/link") == 0)
        let newer = try Samples.model(seed: 2)
        try ModelDirectory.write(newer, to: folder.path + "/link")
        var status = stat()
        #expect(lstat(folder.path + "/link", &status) == 0 && status.st_mode & S_IFMT == S_IFLNK)
        #expect(try ModelDirectory.open(target).network.weights == newer.network.weights)
        #expect(TemporaryFolder.names(in: target).contains("notes.txt"))
        #expect(TemporaryFolder.names(in: folder.path) == ["link", "target"])
    }

    @Test func `while a model is replaced there is one at any time`() throws {
        final class Watch: Sendable {
            let isOpen = Atomic(false)
            let isDone = Atomic(false)
            let absences = Atomic(0)
        }
        let folder = try TemporaryFolder()
        let path = folder.path + "/sample"
        let model = try Samples.model()
        try ModelDirectory.write(model, to: path)
        let watch = Watch()
        let group = DispatchGroup()
        DispatchQueue.global().async(group: group) {
            while !watch.isDone.load(ordering: .relaxed) {
                if !ModelDirectory.exists(at: path) { watch.absences.add(1, ordering: .relaxed) }
                watch.isOpen.store(true, ordering: .relaxed)
            }
        }
        while !watch.isOpen.load(ordering: .relaxed) { usleep(1000) }
        for _ in 0..<50 { try ModelDirectory.write(model, to: path) }
        watch.isDone.store(true, ordering: .relaxed)
        group.wait()
        #expect(watch.absences.load(ordering: .relaxed) == 0)
    }
}
