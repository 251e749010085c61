import MultiplyAddPeak

/// What one core can do at most, on request: "time 1000000" answers with thousands of millions of multiplications and
/// additions a second over so many rounds; 0 where that cannot be told.
func peak() {
    while let line = readLine() {
        let words = line.split(separator: " ")
        guard words.count == 2, words[0] == "time", let rounds = Int(words[1]), rounds > 0 else {
            fail("unknown request: \(line)")
        }
        let start = now()
        let operations = multiply_add_rounds(rounds)
        reply("\(Double(operations * rounds) / Double(now() - start))")
    }
}
