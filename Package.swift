// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

/// A room of the house: a Swift target with the house's language settings.
func room(_ name: String, needs: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: needs, swiftSettings: strict)
}

func tests(of name: String, needs: [Target.Dependency] = []) -> Target {
    .testTarget(name: name + "Tests", dependencies: [.init(stringLiteral: name)] + needs, swiftSettings: strict)
}

let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let nioCore = Target.Dependency.product(name: "NIOCore", package: "swift-nio")
let nioPosix = Target.Dependency.product(name: "NIOPosix", package: "swift-nio")
let serviceLifecycle = Target.Dependency.product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let unixSignals = Target.Dependency.product(name: "UnixSignals", package: "swift-service-lifecycle")

let package = Package(
    name: "sluice",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "sluice", targets: ["sluice"]),
        .library(name: "SluiceClient", targets: ["SluiceClient"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    ],
    targets: [
        // C: the arithmetic, and the files that are compiled in.
        .target(name: "CKernels"),
        // C: what a signal handler may do is not for Swift.
        .target(name: "CMappedFiles"),
        .target(name: "CBuiltInModels", sources: ["built_in_models.c"]),
        .target(name: "COpenRPC"),
        .target(name: "CReports", sources: ["reports.c"]),
        // The system's zlib, for gzip files of texts.
        .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"])]),

        // Values and bytes.
        room("Numerics", needs: ["CKernels", "CMappedFiles"]),
        room("JSON"),
        room("TOML", needs: ["JSON"]),

        // What a person has set, and a text under edit. Neither knows the domain.
        room("Settings", needs: ["JSON", "Numerics", "TOML"]),
        room("Documents"),
        // What the command that checks files finds and writes.
        room("Checking", needs: ["Documents", "JSON", "Settings"]),

        // The domain. These know neither each other nor any I/O.
        room("TextAnalysis", needs: ["CKernels", "Numerics"]),
        room("RecurrentNetworks", needs: ["Numerics"]),
        room("WordVectors", needs: ["Numerics"]),
        room("TimeSeries"),

        // What opens, composes and makes models.
        room(
            "Models",
            needs: [
                "JSON", "Numerics", "TextAnalysis", "RecurrentNetworks", "WordVectors", "TimeSeries", "CBuiltInModels",
            ]),
        room(
            "LanguageFeatures",
            needs: ["Numerics", "TextAnalysis", "RecurrentNetworks", "WordVectors", "TimeSeries", "Models"]),
        room(
            "TrainingRuns",
            needs: [
                "JSON", "Numerics", "TextAnalysis", "RecurrentNetworks", "WordVectors", "TimeSeries", "Models",
                "LanguageFeatures", "CZlib",
            ]),

        room(
            "Reports",
            needs: [
                "JSON", "TextAnalysis", "RecurrentNetworks", "WordVectors", "TimeSeries", "Models", "LanguageFeatures",
                "TrainingRuns", "CReports",
            ]),

        // The wire.
        room("JSONRPC", needs: ["JSON"]),
        room("ServerProtocol", needs: ["JSON", "JSONRPC", "COpenRPC"]),
        room("Transports", needs: ["JSONRPC", nioCore, nioPosix, logging]),

        // Where the wire meets the domain.
        room(
            "Server",
            needs: [
                "JSON", "JSONRPC", "ServerProtocol", "Transports", "Models", "LanguageFeatures", "TrainingRuns",
                "TextAnalysis", "RecurrentNetworks", "WordVectors", "TimeSeries", "Numerics", "Documents", "Settings",
                logging, serviceLifecycle, unixSignals,
            ]),
        room("SluiceClient", needs: ["JSON", "ServerProtocol"]),
        // What stands between an editor and the daemon.
        room(
            "Forwarder", needs: ["Documents", "JSON", "JSONRPC", "ServerProtocol", "SluiceClient", "Transports"]),
        .executableTarget(
            name: "sluice",
            dependencies: [
                "JSON", "ServerProtocol", "Server", "Transports", "SluiceClient", "RecurrentNetworks", "Models",
                "LanguageFeatures", "Numerics", "TextAnalysis", "WordVectors", "TimeSeries", "TrainingRuns", "Reports",
                "Settings", "Forwarder", "Documents", "Checking", argumentParser, logging,
            ],
            swiftSettings: strict),

        // Times the compiled network beside other engines: see bench.py there.
        .executableTarget(
            name: "WireBenchmark",
            dependencies: ["JSON", "Models", "Numerics", "RecurrentNetworks", "Server", "TimeSeries", "WordVectors"],
            path: "Tests/Benchmarks/wire", swiftSettings: strict),
        .target(name: "MultiplyAddPeak", path: "Tests/Benchmarks/recurrent/MultiplyAddPeak"),
        .executableTarget(
            name: "RecurrentBenchmark", dependencies: ["Numerics", "RecurrentNetworks", "MultiplyAddPeak"],
            path: "Tests/Benchmarks/recurrent/RecurrentBenchmark", swiftSettings: strict),
        .executableTarget(
            name: "MorphologyBenchmark", dependencies: ["Models", "Numerics", "TextAnalysis"],
            path: "Tests/Benchmarks/morphology/MorphologyBenchmark", swiftSettings: strict),
        // What the built-in models make of Korean lines: see accuracy.py there.
        .executableTarget(
            name: "KoreanLines", dependencies: ["TextAnalysis", "Models", "LanguageFeatures"],
            path: "Tests/Benchmarks/morphology-accuracy/KoreanLines", swiftSettings: strict),
        // Times vectorising beside scikit-learn, and writes the rows for compare.py to hold against it and Keras.
        .executableTarget(
            name: "VectorizeBenchmark", dependencies: ["JSON", "Models", "Numerics", "TextAnalysis"],
            path: "Tests/Benchmarks/vectorize/VectorizeBenchmark", swiftSettings: strict),
        // Times neighbours beside gensim and faiss: see search.py there.
        .executableTarget(
            name: "VectorBenchmark", dependencies: ["Numerics", "WordVectors"],
            path: "Tests/Benchmarks/vectors/VectorBenchmark", swiftSettings: strict),
        // Makes the pictures of Tests/Benchmarks/adding-problem.
        .executableTarget(
            name: "AddingProblem", dependencies: ["RecurrentNetworks"],
            path: "Tests/Benchmarks/adding-problem/AddingProblem", swiftSettings: strict),

        // Tests, one target a room. The comparison of the kernels is in C, to run in an emulator too.
        .target(name: "KernelsCheck", dependencies: ["CKernels"], path: "Tests/KernelsCheck"),
        tests(of: "Numerics", needs: ["KernelsCheck"]),
        tests(of: "TextAnalysis", needs: ["Numerics"]),
        tests(of: "Models", needs: ["JSON", "TextAnalysis", "RecurrentNetworks", "TimeSeries"]),
        tests(
            of: "LanguageFeatures",
            needs: ["JSON", "Models", "Numerics", "TextAnalysis", "RecurrentNetworks", "WordVectors", "TimeSeries"]),
        tests(of: "JSON"),
        tests(of: "TOML", needs: ["JSON", "Numerics"]),
        tests(of: "JSONRPC", needs: ["JSON"]),
        tests(of: "ServerProtocol", needs: ["JSON", "JSONRPC"]),
        tests(of: "Transports", needs: ["JSON", "JSONRPC"]),
        tests(
            of: "Server", needs: ["JSON", "JSONRPC", "Models", "ServerProtocol", "Transports"]),
        tests(of: "RecurrentNetworks", needs: ["Numerics"]),
        tests(of: "WordVectors", needs: ["Numerics"]),
        tests(of: "TimeSeries", needs: ["JSON", "Numerics"]),
        tests(
            of: "TrainingRuns",
            needs: [
                "CZlib", "JSON", "Numerics", "TextAnalysis", "RecurrentNetworks", "TimeSeries", "Models",
                "LanguageFeatures", "WordVectors",
            ]),
        tests(
            of: "Reports",
            needs: [
                "JSON", "TextAnalysis", "RecurrentNetworks", "TimeSeries", "Models", "LanguageFeatures", "TrainingRuns",
            ]),
        tests(of: "SluiceClient"),
        tests(of: "Settings", needs: ["JSON", "Numerics"]),
        tests(of: "Documents"),
        tests(of: "Checking", needs: ["Documents", "JSON", "Numerics", "Settings"]),
        tests(of: "Forwarder", needs: ["Documents", "JSON", "JSONRPC", "ServerProtocol", "Transports"]),
        // Runs the program as it was built.
        .testTarget(
            name: "EndToEndTests", dependencies: ["JSON"], path: "Tests/EndToEnd", swiftSettings: strict),
    ],
    cLanguageStandard: .c2x
)
