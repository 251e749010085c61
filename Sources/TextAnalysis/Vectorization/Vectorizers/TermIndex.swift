/// Terms and their places, found by their bytes; each is there once.
struct TermIndex: Sendable {
    private var table = WordTable()

    init(_ terms: TokenList) throws(VectorizerError) {
        guard terms.count > 0 else { throw .vocabulary(reason: "is empty; expected at least one term") }
        var table = WordTable()
        var trouble: VectorizerError?
        terms.withUnsafeTokens { term in
            for place in 0..<terms.count where trouble == nil {
                let name = String(decoding: term(place), as: UTF8.self)
                if term(place).isEmpty {
                    trouble = .vocabulary(reason: "term \(place + 1) is empty; expected a term")
                } else if table.add(term(place)) != place {
                    trouble = .vocabulary(reason: "'\(name.prefix(80))' came twice; expected each term once")
                }
            }
        }
        if let trouble { throw trouble }
        self.table = table
    }

    func term(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        let place = table.find(bytes)
        return place == WordTable.none ? nil : Int(place)
    }
}
