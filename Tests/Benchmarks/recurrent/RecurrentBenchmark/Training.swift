import RecurrentNetworks

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Trains one network without end, on request: "time 20" answers with sequences a second over so many steps of
/// Adam on batches of 32; "memory" with the bytes by which the process was larger at most than with the sequences alone.
///
/// LENGTHS: "full", all sequences of 100 steps; "mixed", of 1 to 100 steps, 50.5 in the mean; "padded", the same
/// sequences with ids 0 up to 100 steps that count like any other.
func train(layer: String, threads: String, lengths: String) throws {
    guard ["full", "mixed", "padded"].contains(lengths) else { fail("no lengths are called \(lengths)") }
    var options = TrainingOptions()
    options.epochs = 1_000_000
    options.batchSize = Size.batch
    options.clipping = nil
    options.patience = nil
    options.threads = Int(threads) ?? 1
    var set = TrainingSet(width: 1)
    var state: UInt64 = 7
    func random(_ limit: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % limit
    }
    for _ in 0..<Size.batch * 64 {
        let count = lengths == "full" ? Size.steps : 1 + random(Size.steps)
        var ids = (0..<count).map { _ in Int32(1 + random(Size.vocabulary - 1)) }
        if lengths == "padded" { ids += [Int32](repeating: 0, count: Size.steps - count) }
        set.append(ids, label: Int32(random(Size.classes)))
    }
    let before = memory("VmRSS")
    let trainer = try Trainer(
        configuration: configuration(layer: layer, maskZero: lengths != "padded"), options: options,
        classCount: Size.classes)

    // Between two timings the training waits inside its report of a step.
    var stepsLeft = 0
    var steps = 0
    var start: UInt64 = 0
    func nextRequest() -> Bool {
        while let line = readLine() {
            let words = line.split(separator: " ")
            if line == "memory" {
                reply("\(memory("VmHWM") - before)")
                continue
            }
            guard words.count == 2, words[0] == "time", let count = Int(words[1]), count > 0 else {
                fail("unknown request: \(line)")
            }
            (steps, stepsLeft, start) = (count, count, now())
            return true
        }
        return false
    }
    guard nextRequest() else { return }
    _ = try trainer.train(on: set) { progress in
        guard progress.finished == nil else { return true }
        stepsLeft -= 1
        if stepsLeft > 0 { return true }
        let seconds = Double(now() - start) / 1e9
        reply("\(Double(steps * Size.batch) / seconds)")
        return nextRequest()
    }
}

/// A line of /proc/self/status, in bytes; 0 where there is no such file.
private func memory(_ name: String) -> Int {
    guard let file = fopen("/proc/self/status", "r") else { return 0 }
    defer { fclose(file) }
    var line = [CChar](repeating: 0, count: 256)
    while fgets(&line, 256, file) != nil {
        let text = String(decoding: line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        if text.hasPrefix(name + ":") { return (text.split { !$0.isNumber }.first.flatMap { Int($0) } ?? 0) * 1024 }
    }
    return 0
}
