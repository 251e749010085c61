import JSONRPC
import LanguageFeatures
import ServerProtocol
import Synchronization
import TextAnalysis

/// The tokens of whole files, without an answer made for each line: the same tokens that `text/analyze` answers, with
/// spaces between them. For a program that has the server in itself; any number of threads may use it.
package final class LineSeparator: Sendable {
    private let server: SluiceServer
    private let parameters: TextAnalyze.Parameters
    private let dictionaries = Mutex<[String: DictionaryEngine?]>([:])

    init(server: SluiceServer, parameters: TextAnalyze.Parameters) {
        self.server = server
        self.parameters = parameters
    }

    /// Appends each line with spaces between its tokens.
    ///
    /// - Parameter lines: each with a line feed, maybe a carriage return before it, but the last.
    /// - Returns: lines that are not UTF-8, what could not be read taken as U+FFFD.
    package func append(
        _ lines: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]
    ) throws(AnalysisFailure) -> [Int] {
        do throws(ResponseError) {
            return try separate(lines, to: &output)
        } catch {
            throw AnalysisFailure(error)
        }
    }

    private func separate(
        _ lines: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]
    ) throws(ResponseError) -> [Int] {
        var repaired: [Int] = []
        var number = 0
        var start = 0
        // Lines one after another that the same dictionary analyses.
        var run: (engine: DictionaryEngine, start: Int)?
        func flush(_ end: Int) throws(ResponseError) {
            guard let ready = run else { return }
            run = nil
            do throws(TextAnalysisError) {
                let bytes = UnsafeBufferPointer(rebasing: lines[ready.start..<end])
                try ready.engine.appendSeparated(bytes, to: &output)
            } catch {
                throw ResponseError(error)
            }
        }
        while start < lines.count {
            let end = lines[start...].firstIndex(of: 0x0a) ?? lines.count
            let next = min(end + 1, lines.count)
            let hasReturn = end > start && lines[end - 1] == 0x0d
            let line = lines[start..<(hasReturn ? end - 1 : end)]
            let valid = String(validating: line, as: UTF8.self)
            if valid == nil { repaired.append(number) }
            let text = valid ?? String(decoding: line, as: UTF8.self)
            let language = parameters.language ?? AnalysisLanguage.of(text)
            if valid != nil, !hasReturn, let engine = try dictionary(for: language) {
                if run?.engine.name != engine.name {
                    try flush(start)
                    run = (engine, start)
                }
            } else {
                try flush(start)
                try append(text, language, to: &output)
            }
            number += 1
            start = next
        }
        try flush(lines.count)
        return repaired
    }

    private func dictionary(for language: String?) throws(ResponseError) -> DictionaryEngine? {
        let key = language ?? ""
        if let known = dictionaries.withLock({ $0[key] }) { return known }
        let engine = try server.analysers.dictionary(language: language, parameters)
        dictionaries.withLock { $0[key] = .some(engine) }
        return engine
    }

    private func append(_ text: String, _ language: String?, to output: inout [UInt8]) throws(ResponseError) {
        let tokens = try server.analysers.use(language: language, parameters) { (engine) throws(ResponseError) in
            do throws(TextAnalysisError) {
                return try TextAnalyzer(engine: engine).analyze(text, language: language).tokens
            } catch {
                throw ResponseError(error)
            }
        }
        let utf8 = Array(text.utf8)
        for (index, token) in tokens.enumerated() {
            if index > 0 { output.append(UInt8(ascii: " ")) }
            output += utf8[token.morpheme.range.clamped(to: 0..<utf8.count)]
        }
        output.append(0x0a)
    }
}
