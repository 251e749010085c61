import TextAnalysis

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

struct UnreadableFile: Error {
    var path: String
}

enum Goldens {
    /// The lines of a file in Tests/Goldens.
    static func lines(_ name: String) throws -> [Substring] {
        let tests = #filePath.split(separator: "/").dropLast(2).joined(separator: "/")
        return try lines(at: "/\(tests)/Goldens/\(name)")
    }

    static func lines(at path: String) throws -> [Substring] {
        guard let file = fopen(path, "rb") else { throw UnreadableFile(path: path) }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = fread(&buffer, 1, buffer.count, file)
            guard count > 0 else { break }
            bytes += buffer[..<count]
        }
        return String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: true)
    }
}

/// Repeatable random numbers: splitmix64.
struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var z = state
        z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
        z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
        return z ^ (z >> 31)
    }
}

enum Samples {
    /// Scalars of every kind that normalisation and segmentation tell apart.
    static let scalars: [UInt32] =
        Array(0x00...0x7f) + [
            0x85, 0xa0, 0xa9, 0xad, 0xc0, 0xc5, 0xe9, 0x130, 0x131, 0x17f, 0x1c4, 0x1c5, 0x300, 0x301, 0x307, 0x308,
            0x315, 0x31b, 0x323, 0x327, 0x328, 0x345, 0x34f, 0x370, 0x37e, 0x3a3, 0x3c3, 0x3f4, 0x410, 0x42f, 0x488,
            0x5d0,
            0x600, 0x6dd, 0x70f, 0x904, 0x915, 0x924, 0x930, 0x93c, 0x93e, 0x94d, 0x958, 0x9be, 0x9c7, 0xbc6, 0xbd7,
            0xd4e, 0xe01, 0xe33, 0xe38, 0xfb2, 0xfb3, 0xf71, 0xf72, 0x1025, 0x102e, 0x1100, 0x1112, 0x115f, 0x1160,
            0x1161,
            0x1175, 0x11a7, 0x11a8, 0x11c2, 0x11ff, 0x1680, 0x180e, 0x1e9e, 0x1f00, 0x1fbe, 0x2000, 0x2001, 0x200b,
            0x200c,
            0x200d, 0x200e, 0x2010, 0x2028, 0x2029, 0x202f, 0x203c, 0x2126, 0x212a, 0x212b, 0x20d0, 0x20e3, 0x231a,
            0x2600, 0x261d, 0x2764, 0x2adc, 0x3000, 0x302a, 0x302f, 0x3042, 0x304b, 0x3099, 0x309a, 0x309b, 0x30ab,
            0x3131, 0x314b, 0x3297, 0x4e00, 0x9fff, 0xa66f, 0xa8e0, 0xa960, 0xa97c, 0xac00, 0xac01, 0xac1c, 0xc601,
            0xd7a3, 0xd7b0, 0xd7cb, 0xf900, 0xfa0e, 0xfb1d, 0xfb2a, 0xfe0f, 0xfeff, 0xff21, 0xff41, 0xff76, 0xff9e,
            0xffa0,
            0xfffd, 0x10400, 0x110bd, 0x11131, 0x1e900, 0x1f1e6, 0x1f1f0, 0x1f1f7, 0x1f3fb, 0x1f44b, 0x1f468, 0x1f469,
            0x1f600, 0x1d15e, 0x1d165, 0x2f800, 0xe0020, 0xe0100, 0x10ffff,
        ]

    static func randomTexts(count: Int, seed: UInt64) -> [String] {
        var generator = SeededGenerator(seed: seed)
        return (0..<count).map { _ in
            var text = String.UnicodeScalarView()
            for _ in 0..<Int.random(in: 0...24, using: &generator) {
                guard let value = scalars.randomElement(using: &generator), let scalar = Unicode.Scalar(value) else {
                    continue
                }
                // Runs, for what folds them.
                for _ in 0..<(Int.random(in: 0..<6, using: &generator) == 0 ? 5 : 1) { text.append(scalar) }
            }
            return String(text)
        }
    }
}

extension String {
    init(hexadecimal codePoints: some StringProtocol) {
        var scalars = String.UnicodeScalarView()
        for part in codePoints.split(separator: " ") {
            if let value = UInt32(part, radix: 16), let scalar = Unicode.Scalar(value) { scalars.append(scalar) }
        }
        self.init(scalars)
    }

    /// Equality of strings is canonical equivalence; tests of normalisation must look closer.
    var codePoints: [UInt32] { unicodeScalars.map(\.value) }
}

extension NormalizationOptions {
    static let none = NormalizationOptions(nfc: false, lowercase: false, foldWhiteSpace: false, foldRepeats: nil)
    static let onlyNFC = NormalizationOptions(nfc: true, lowercase: false, foldWhiteSpace: false, foldRepeats: nil)
    static let everyCombination: [NormalizationOptions] = [false, true].flatMap { nfc in
        [false, true].flatMap { lowercase in
            [false, true].flatMap { white in
                [nil, 1, 3].map {
                    NormalizationOptions(nfc: nfc, lowercase: lowercase, foldWhiteSpace: white, foldRepeats: $0)
                }
            }
        }
    }
}
