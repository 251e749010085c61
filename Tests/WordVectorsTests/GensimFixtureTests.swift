import Numerics
import Testing
import WordVectors

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Files of other programs, old ones among them, which gensim's package has for its own tests: read in place where
/// VIRTUAL_ENV names a Python environment with gensim 4.4.
struct GensimFixtureTests {
    private static let folder: String? = {
        guard let environment = getenv("VIRTUAL_ENV") else { return nil }
        for minor in 9...15 {
            let path =
                String(cString: environment) + "/lib/python3.\(minor)/site-packages/gensim/test/test_data"
            if access(path, R_OK) == 0 { return path }
        }
        return nil
    }()

    @Test(
        .enabled(if: folder != nil, "VIRTUAL_ENV names no Python environment with gensim"),
        arguments: [
            ("lee_fasttext_new.bin", 1763, 10), ("lee_fasttext.bin", 1762, 10), ("crime-and-punishment.bin", 291, 5),
            ("crime-and-punishment.vec", 291, 5), ("pang_lee_polarity_fasttext.bin", 1694, 100),
            ("pang_lee_polarity_fasttext.vec", 1694, 100), ("cp852_fasttext.bin", 171, 2),
            ("non_ascii_fasttext.bin", 171, 2), ("euclidean_vectors.bin", 2747, 10), ("test_glove.txt", 76, 50),
            ("word2vec_pre_kv_c", 1750, 10),
        ])
    func `Files that others wrote are read to their end`(name: String, words: Int, dimensions: Int) throws {
        let read = try ReadVectors(MappedFile(path: (Self.folder ?? "") + "/" + name))
        #expect(read.words.count == words)
        #expect(read.vectors.values.allSatisfy { $0.count == dimensions && $0.allSatisfy(\.isFinite) })
    }

    @Test(
        .enabled(if: folder != nil, "VIRTUAL_ENV names no Python environment with gensim"),
        arguments: ["crime-and-punishment", "pang_lee_polarity_fasttext"])
    func `A binary file and its text have the same vectors, as far as the text has digits`(name: String) throws {
        let path = (Self.folder ?? "") + "/" + name
        let binary = try ReadVectors(MappedFile(path: path + ".bin"))
        let text = try ReadVectors(MappedFile(path: path + ".vec"))
        #expect(binary.words == text.words)
        for word in binary.words {
            let pairs = zip(binary.vectors[word] ?? [], text.vectors[word] ?? [])
            #expect(pairs.allSatisfy { abs($0 - $1) <= 1e-4 * max(1, abs($0)) }, "\(word)")
        }
    }

    @Test(.enabled(if: folder != nil, "VIRTUAL_ENV names no Python environment with gensim"))
    func `gensim's own format is refused, and what to do instead is said`() throws {
        for name in ["fasttext_old", "doc2vec_old"] {
            let file = try MappedFile(path: (Self.folder ?? "") + "/" + name)
            let error = #expect(throws: WordVectorsError.self) { try ReadVectors(file) }
            #expect(error?.description.contains("pickle") == true)
        }
    }
}
