package struct RegularExpression: Sendable {
    package struct Template: Sendable {}
    package init(_ pattern: String) throws(RegularExpressionError) {}
    package func template(_ text: String) throws(RegularExpressionError) -> Template { Template() }
    package func replacing(in text: String, with: Template) throws(RegularExpressionError) -> EditedText? { nil }
}
package enum RegularExpressionError: Error, Sendable, Equatable, CustomStringConvertible {
    case x
    package var description: String { "" }
}
