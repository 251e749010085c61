// Analyses a file for bench.py and compare.py, whole process.
//
//     MorphologyBenchmark wakati DICTIONARY FILE [THREADS]    as mecab -O wakati
//     MorphologyBenchmark features DICTIONARY FILE            as mecab
//     MorphologyBenchmark alternatives DICTIONARY FILE COUNT  as mecab -N COUNT
//     MorphologyBenchmark open DICTIONARY                     milliseconds that opening takes, warm

import Models
import Numerics
import TextAnalysis

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
    case ("wakati", 4): try wakati(arguments[2], arguments[3], threads: 1)
    case ("wakati", 5): try wakati(arguments[2], arguments[3], threads: Int(arguments[4]) ?? 1)
    case ("features", 4): try features(arguments[2], arguments[3])
    case ("alternatives", 5): try alternatives(arguments[2], arguments[3], count: Int(arguments[4]) ?? 1)
    case ("open", 3): try timeOpening(arguments[2])
    default:
        fail(
            "usage: MorphologyBenchmark wakati DICTIONARY FILE [THREADS] | features DICTIONARY FILE | "
                + "alternatives DICTIONARY FILE COUNT | open DICTIONARY")
    }
} catch {
    fail("\(error)")
}
