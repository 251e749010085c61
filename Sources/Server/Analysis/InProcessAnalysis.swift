import JSON
import JSONRPC
package import LanguageFeatures
package import ServerProtocol

/// Why texts are not analysed.
package struct AnalysisFailure: Error, Sendable, CustomStringConvertible {
    package let description: String
    /// What to do.
    package let hint: String

    init(_ error: ResponseError) {
        description = error.message
        hint = error.data?["hint"]?.string ?? ""
    }
}

extension SluiceServer {
    /// What finds the morphemes of Korean; nil where nothing does.
    package func terms(_ dictionaries: [String]) throws(AnalysisFailure) -> EngineTerms? {
        do throws(ResponseError) {
            // An engine is a value: it may be used for longer than here.
            return try analysers.use(language: "ko", TextAnalyze.Parameters(text: "", dictionaries: dictionaries)) {
                EngineTerms($0)
            }
        } catch {
            throw AnalysisFailure(error)
        }
    }

    /// What finds the words that Korean texts are about; nil where nothing does.
    package func contentWords(_ dictionaries: [String]) throws(AnalysisFailure) -> ContentWords? {
        do throws(ResponseError) {
            return try analysers.use(language: "ko", TextAnalyze.Parameters(text: "", dictionaries: dictionaries)) {
                ContentWords($0)
            }
        } catch {
            throw AnalysisFailure(error)
        }
    }

    /// - Parameter parameters: language and dictionary; the rest says nothing here.
    package func lineSeparator(_ parameters: TextAnalyze.Parameters) -> LineSeparator {
        LineSeparator(server: self, parameters: parameters)
    }
}
