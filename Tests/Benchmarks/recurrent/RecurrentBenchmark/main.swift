// Times networks for bench.py, which asks by lines on standard input and reads lines back.
//
//     RecurrentBenchmark answer LAYER WEIGHTS
//     RecurrentBenchmark train LAYER THREADS LENGTHS
//     RecurrentBenchmark peak

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

let arguments = CommandLine.arguments
do {
    switch (arguments.dropFirst().first, arguments.count) {
    case ("answer", 4): try answer(layer: arguments[2], weights: arguments[3])
    case ("train", 5): try train(layer: arguments[2], threads: arguments[3], lengths: arguments[4])
    case ("peak", 2): peak()
    default: fail("usage: RecurrentBenchmark answer LAYER WEIGHTS | train LAYER THREADS LENGTHS | peak")
    }
} catch {
    fail("\(error)")
}

/// Writes a line at once, though a pipe takes it.
func reply(_ line: String) {
    print(line)
    fflush(nil)
}

func fail(_ message: String) -> Never {
    reply("error \(message)")
    exit(2)
}

func now() -> UInt64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
}
