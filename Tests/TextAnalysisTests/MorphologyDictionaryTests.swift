import Numerics
import Testing
import TextAnalysis

/// What a damaged dictionary is refused with; that nothing of it is read out of bounds is seen under a sanitizer.
struct MorphologyDictionaryTests {
    static let tiny = TinyDictionary()

    /// Analyses with what could be opened, whatever it is.
    private func use(_ dictionary: MorphologicalDictionary) throws {
        let analyser = MorphologicalAnalyser(dictionary)
        var worker = LatticeWorker()
        for line in ["가나다라마 ab가  나c😀é한\t", "다라마바b a", "가 나다"] {
            for token in try analyser.tokens(of: line, worker: &worker) { _ = analyser.feature(of: token) }
            _ = try analyser.alternatives(of: line, count: 3, worker: &worker)
        }
    }

    @Test(arguments: TinyDictionary.File.allCases)
    func `a file that is cut short is refused`(file: TinyDictionary.File) {
        let whole = Self.tiny[file]
        // Of the table of characters, which is large and the same throughout, some.
        for count in stride(from: 0, to: whole.count, by: max(1, whole.count / 4000)) {
            var spoilt = Self.tiny
            spoilt[file] = Array(whole.prefix(count))
            #expect(throws: DictionaryError.self) { try spoilt.open() }
            spoilt[file] = whole + [UInt8](repeating: 0, count: count % 7 + 1)
            #expect(throws: DictionaryError.self) { try spoilt.open() }
        }
    }

    @Test(arguments: TinyDictionary.File.allCases)
    func `a byte that is changed is refused, or harmless`(file: TinyDictionary.File) throws {
        let whole = Self.tiny[file]
        var refused = 0
        for index in stride(from: 0, to: whole.count, by: max(1, whole.count / 2500)) {
            for change in [0x01, 0x80, 0xff] as [UInt8] {
                var spoilt = Self.tiny
                spoilt[file][index] ^= change
                do throws(DictionaryError) {
                    let dictionary = try spoilt.open()
                    try? use(dictionary)
                } catch {
                    refused += 1
                    #expect(!error.file.isEmpty && !error.field.isEmpty && !error.came.isEmpty)
                }
            }
        }
        #expect(refused > 0)
    }

    /// Where a field lies, what is put there, and the field that the error names.
    @Test(arguments: [
        (0, "magic"), (4, "version"), (8, "type"), (16, "right ids"), (20, "left ids"), (24, "sizes"), (28, "sizes"),
        (32, "sizes"), (40, "charset"),
    ])
    func `an error names the field of a lexicon's header that is wrong`(offset: Int, field: String) {
        var spoilt = Self.tiny
        spoilt.system[offset] ^= 0x08
        #expect { try spoilt.open() } throws: { error in
            (error as? DictionaryError)?.file == "sys.dic" && (error as? DictionaryError)?.field == field
        }
    }

    @Test(arguments: [(0, "left id of entry 2"), (2, "right id of entry 2"), (8, "feature offset of entry 2")])
    func `an error names the entry that is out of bounds`(offset: Int, field: String) throws {
        var spoilt = Self.tiny
        let units = spoilt.system[24..<28].reversed().reduce(0) { $0 << 8 | Int($1) }
        let place = 72 + units + 2 * 16 + offset
        spoilt.system[place + (offset == 8 ? 2 : 0)] = 0x77
        #expect { try spoilt.open() } throws: { error in
            (error as? DictionaryError)?.field == field && (error as? DictionaryError)?.file == "sys.dic"
        }
    }

    @Test
    func `a lexicon in another charset, and one whose features do not end, are refused`() {
        var spoilt = Self.tiny
        spoilt.system.replaceSubrange(40..<45, with: Array("EUCJP".utf8))
        #expect(throws: DictionaryError.self) { try spoilt.open() }
        spoilt = Self.tiny
        spoilt.system[spoilt.system.count - 1] = 0x41
        #expect { try spoilt.open() } throws: { ($0 as? DictionaryError)?.field == "features" }
    }

    @Test
    func `a category without an entry for unknown words is refused by name`() {
        var spoilt = Self.tiny
        // The names of categories lie behind a number; HANGUL is the third.
        spoilt.characters.replaceSubrange((4 + 64)..<(4 + 66), with: Array("XX".utf8))
        #expect { try spoilt.open() } throws: { ($0 as? DictionaryError)?.field == "category XXNGUL" }
    }

    @Test
    func `a matrix of another size than the lexicons' ids is refused`() {
        var spoilt = Self.tiny
        spoilt.matrix =
            TinyDictionary.bytes(UInt16(2)) + TinyDictionary.bytes(UInt16(3))
            + [UInt8](repeating: 0, count: 12)
        #expect { try spoilt.open() } throws: { ($0 as? DictionaryError)?.field == "right ids" }
        spoilt.matrix = TinyDictionary.bytes(UInt16(0)) + TinyDictionary.bytes(UInt16(0))
        #expect { try spoilt.open() } throws: { ($0 as? DictionaryError)?.file == "matrix.bin" }
    }

    @Test(arguments: [
        ("a = 1\n# left-space-penalty-factor = 1,1\n", [:]),
        ("left-space-penalty-factor = 100,3000,120,6000\n", [100: 3000, 120: 6000]),
        ("left-space-penalty-factor=1,-5,1,7, 0x10 , 010 ,9\n", [1: -5, 16: 8]),
        ("left-space-penalty-factor = x,y,65537,2\n", [0: 0, 1: 2]),
        ("left-space-penalty-factor", [:]),
        ("left-space-penalty-factor = 1,999999999,2,-999999999", [1: 16_777_216, 2: -16_777_216]),
    ])
    func `penalties of words after spaces are read as mecab-ko reads them`(text: String, penalties: [Int: Int]) {
        #expect(DictionarySettings(parsing: Array(text.utf8)).spacePenalties == penalties)
    }

    @Test(arguments: [("10", 10), ("0", 24), ("x", 24), ("1000000000", 256)])
    func `runs of one kind have a limit`(value: String, expected: Int) {
        #expect(DictionarySettings(parsing: Array("max-grouping-size = \(value)".utf8)).greatestGroup == expected)
    }
}
