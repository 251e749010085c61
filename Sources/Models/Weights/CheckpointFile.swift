import JSON
import Numerics
package import RecurrentNetworks

/// The state of an interrupted training as a safetensors file: arrays as tensors of one dimension, numbers and the
/// history among its metadata.
package enum CheckpointFile {
    /// Far above what any training here takes.
    private static let maximumSize = 1 << 36
    private static let prefixOfNumbers = "number/"
    private static let history = "history"
    private static let checksum = "checksum"

    /// See `FileSystem.replace`.
    package static func write(_ state: TrainingState, to path: String) throws(ModelError) {
        var tensors: [(name: String, type: SafeTensors.ElementType, shape: [Int], bytes: [UInt8])] = []
        for (name, values) in state.arrays {
            let (type, bytes): (SafeTensors.ElementType, [UInt8]) =
                switch values {
                case .float32(let values): (.float32, Elements.bytes(values))
                case .float64(let values): (.float64, Elements.bytes(values))
                case .int32(let values): (.int32, Elements.bytes(values))
                }
            tensors.append((name, type, [values.count], bytes))
        }
        tensors.sort { ($1.type.size, $0.name) < ($0.type.size, $1.name) }
        // As text that gives the same bits back: JSON has no infinity.
        var metadata = state.numbers.map { (name: prefixOfNumbers + $0, value: $1.description) }
        metadata.append((history, text(of: state.history)))
        var sum = Checksum()
        for tensor in tensors { sum.add("\(tensor.name) \(tensor.type.rawValue)", tensor.bytes) }
        for entry in metadata { sum.add(entry.name, Array(entry.value.utf8)) }
        metadata.append((checksum, sum.text))
        metadata.sort { $0.name < $1.name }

        // It comes before the model, whose place may not be there yet.
        try FileSystem.makeDirectories(FileSystem.parent(of: path))
        try FileSystem.replace(path, with: SafeTensors.file(of: tensors, metadata: metadata))
    }

    /// Nil where there is none.
    package static func read(_ path: String) throws(ModelError) -> TrainingState? {
        guard exists(path) else { return nil }
        let file: FileBytes
        do { file = try FileBytes(path: path, maximum: maximumSize) } catch {
            throw .io(path: path, reason: error.description)
        }
        do {
            return try file.withUnsafeBytes { (bytes) throws(FieldError) in try state(in: bytes) }
        } catch {
            throw .io(path: path, reason: "is no checkpoint: \(error); remove it to begin anew")
        }
    }

    package static func exists(_ path: String) -> Bool { FileSystem.exists(path) }

    package static func remove(_ path: String) { FileSystem.removeFile(path) }

    private static func state(in file: UnsafeRawBufferPointer) throws(FieldError) -> TrainingState {
        let tensors = try SafeTensors(file)
        var sum = Checksum()
        for (name, entry) in tensors.entries {
            sum.add("\(name) \(entry.type.rawValue)", UnsafeRawBufferPointer(rebasing: file[entry.bytes]))
        }
        for (name, text) in tensors.metadata where name != checksum { sum.add(name, Array(text.utf8)) }
        guard tensors.metadata[checksum] == sum.text else {
            throw FieldError(
                field: checksum,
                reason: "\(tensors.metadata[checksum]?.prefix(40) ?? "nothing") came; expected \(sum.text): the file "
                    + "was changed or damaged")
        }
        var state = TrainingState()
        for (name, entry) in tensors.entries {
            let bytes = UnsafeRawBufferPointer(rebasing: file[entry.bytes])
            switch entry.type {
            case .float32: state.arrays[name] = .float32(Elements.values(bytes))
            case .float64: state.arrays[name] = .float64(Elements.values(bytes))
            case .int32: state.arrays[name] = .int32(Elements.values(bytes))
            case .float16, .bfloat16, .int8, .int64, .uint8, .uint32:
                throw FieldError(field: name, reason: "\(entry.type.rawValue) came; expected F32, F64 or I32")
            }
        }
        for (name, text) in tensors.metadata where name.hasPrefix(prefixOfNumbers) {
            guard let number = Double(text) else {
                throw FieldError(field: name, reason: "'\(text.prefix(40))' came; expected a number")
            }
            state.numbers[String(name.dropFirst(prefixOfNumbers.count))] = number
        }
        state.history = try records(tensors.metadata[history] ?? "")
        return state
    }

    // MARK: - The history

    private static func text(of history: [EpochRecord]) -> String {
        let records = history.map { record in
            JSONValue.array(
                [
                    Double(record.epoch), record.loss, record.accuracy, record.validationLoss,
                    record.validationAccuracy, record.learningRate, record.seconds,
                ].map { $0.map { .string($0.description) } ?? .null })
        }
        return String(decoding: JSONValue.array(records).serialized(), as: UTF8.self)
    }

    private static func records(_ text: String) throws(FieldError) -> [EpochRecord] {
        let unreadable = FieldError(field: history, reason: "is not what a checkpoint has there")
        guard let rows = (try? JSONValue(parsing: Array(text.utf8)))?.array else { throw unreadable }
        var records: [EpochRecord] = []
        for row in rows {
            let numbers = (row.array ?? []).map { $0.string.flatMap { Double($0) } }
            guard numbers.count == 7, let epoch = numbers[0].flatMap({ Int(exactly: $0) }), let loss = numbers[1],
                let rate = numbers[5], let seconds = numbers[6]
            else { throw unreadable }
            records.append(
                EpochRecord(
                    epoch: epoch, loss: loss, accuracy: numbers[2], validationLoss: numbers[3],
                    validationAccuracy: numbers[4], learningRate: rate, seconds: seconds))
        }
        return records
    }
}

/// What tells that a file is no longer what was written: FNV-1a of each part by itself, added up, so that their order
/// is free.
private struct Checksum {
    private var sum: UInt64 = 0

    var text: String { String(sum, radix: 16) }

    mutating func add(_ name: String, _ bytes: some Collection<UInt8>) {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in name.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
        let whole: Void? = bytes.withContiguousStorageIfAvailable { bytes in
            for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
        }
        if whole == nil { for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 } }
        sum = sum &+ hash
    }
}
