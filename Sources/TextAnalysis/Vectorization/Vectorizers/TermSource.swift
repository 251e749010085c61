/// Cuts texts into the terms that are counted, where those are more than what lies between spaces: morphemes.
package protocol TermSource: Sendable {
    /// What a stored vectoriser remembers it by: the terms of another source are others.
    var name: String { get }

    /// In the text's order. White space inside a term cuts it. Throws where the text cannot be analysed.
    func terms(of text: String) throws(VectorizerError) -> [String]
}
