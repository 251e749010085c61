/// How a document says which of it is prose.
package enum ProseFormat: Sendable, Hashable {
    /// All of it, in paragraphs.
    case plain
    case markdown
    /// What git hands to an editor: a message, and below it comments, a diff.
    case commitMessage
    /// Comments and strings of a program.
    case source(CommentSyntax)

    /// Of a document with an identifier of LSP ("Text Document Language Identifiers", or what an editor has made of its
    /// own name for a kind of file); nil where such a document is no prose or is not known.
    package init?(languageID: String) {
        let name = languageID.lowercased()
        switch name {
        case "plaintext", "text", "txt", "mail", "asciidoc", "org", "restructuredtext", "rst": self = .plain
        case "markdown", "gfm", "mdx", "quarto", "rmarkdown", "rmd": self = .markdown
        case "git-commit", "gitcommit", "commit-message", "jj-commit", "jjdescription": self = .commitMessage
        default:
            guard let syntax = CommentSyntax.named(name) else { return nil }
            self = .source(syntax)
        }
    }
}
