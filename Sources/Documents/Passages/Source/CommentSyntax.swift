/// What a language's comments and strings look like: all that a scanner has to know of it.
package struct CommentSyntax: Sendable, Hashable {
    /// Of several that begin alike the longest comes first.
    let rules: [Rule]
    /// Whether this is a language of tags, which has text between them rather than strings.
    var isMarkup = false

    init(_ rules: [Rule]) {
        self.rules = rules
    }

    enum Rule: Sendable, Hashable {
        /// Until the line's end.
        case line(String, Place = .anywhere)
        case block(String, to: String, nests: Bool = false)
        case string(String, to: String, StringForm)
        /// `"` and `"""` between as many `#` as there are; escapes have as many too. Rust's have none, and an r before.
        case hashed(afterR: Bool)
        /// C++: `R"name( … )name"`.
        case delimited
        /// `'x'`, which is not text. A `'` that is none stands for itself: lifetimes, primes, digits' separators.
        case character
        /// `[[ … ]]`, `[=[ … ]=]`. Given is what it begins with up to the first `[`.
        case longBracket(String, isComment: Bool)
        /// `<<NAME`, and from the next line on what stands before a line that is NAME.
        case hereDocument(String, mayHaveSpace: Bool = false)
        /// `/…/` where no operand stands before it.
        case regularExpression
        /// A line of the preprocessor that has no text in it: `#include`.
        case directive
        /// Nothing: what begins so is not what it seems to be. As many bytes more are skipped.
        case skip(String, more: Int = 0)
        /// Code stands between these alone: `<?php … ?>`.
        case island(String, to: String)
    }

    enum Place: Sendable, Hashable {
        case anywhere
        /// Where a word could begin: `#` in a shell is something else within one.
        case afterSpace
        /// With nothing but white space before it.
        case startOfLine
    }

    struct StringForm: Sendable, Hashable {
        enum Escape: Sendable, Hashable {
            case none, backslash
            /// The closing mark twice is the mark.
            case doubled
        }

        enum Hole: Sendable, Hashable {
            case none
            /// `\( … )`
            case backslashParenthesis
            /// `${ … }`
            case dollarBrace
            /// `${ … }`, `$name`
            case dollar
            /// `${ … }`, `$name`, `$( … )`
            case shell
            /// `#{ … }`
            case hashBrace
            /// `{ … }`
            case brace
            /// `{ … }` where a `$` stands before the string.
            case braceAfterDollar
            /// `{ … }` where an f or a t stands before the string, maybe with another letter.
            case braceAfterLetter
        }

        var escape = Escape.backslash
        var hole = Hole.none
        var isMultiline = false
        /// Whether a person may have written it for others to read.
        var isProse = true
        /// Whether an r before it makes it raw: without escapes.
        var mayBeRaw = false
        /// Whether it begins only where no letter or digit stands before it: "don't" has no string.
        var notAfterLetter = false
    }
}

extension CommentSyntax.Rule {
    /// A string on one line with escapes.
    static func quoted(_ mark: String, hole: CommentSyntax.StringForm.Hole = .none, mayBeRaw: Bool = false) -> Self {
        .string(mark, to: mark, .init(hole: hole, mayBeRaw: mayBeRaw))
    }

    /// A string on several lines with escapes.
    static func text(
        _ mark: String, escape: CommentSyntax.StringForm.Escape = .backslash,
        hole: CommentSyntax.StringForm.Hole = .none, mayBeRaw: Bool = false
    ) -> Self {
        .string(mark, to: mark, .init(escape: escape, hole: hole, isMultiline: true, mayBeRaw: mayBeRaw))
    }

    /// What looks like a string, and is not for reading.
    static func quotedName(_ mark: String, notAfterLetter: Bool = false) -> Self {
        .string(mark, to: mark, .init(isProse: false, notAfterLetter: notAfterLetter))
    }
}

// MARK: The languages

extension CommentSyntax {
    typealias Hole = StringForm.Hole

    private static let slashes: [Rule] = [.line("//"), .block("/*", to: "*/")]
    private static let nestedSlashes: [Rule] = [.line("//"), .block("/*", to: "*/", nests: true)]

    static let c = CommentSyntax(slashes + [.directive, .delimited, .quoted("\""), .character])
    static let csharp = CommentSyntax(
        slashes + [
            .directive, .text("\"\"\"", escape: .none, hole: .braceAfterDollar),
            .string("@\"", to: "\"", .init(escape: .doubled, hole: .braceAfterDollar, isMultiline: true)),
            .string("$@\"", to: "\"", .init(escape: .doubled, hole: .brace, isMultiline: true)),
            .quoted("\"", hole: .braceAfterDollar), .character,
        ])
    static let dart = CommentSyntax(
        nestedSlashes + [
            .text("\"\"\"", hole: .dollar, mayBeRaw: true), .text("'''", hole: .dollar, mayBeRaw: true),
            .quoted("\"", hole: .dollar, mayBeRaw: true), .quoted("'", hole: .dollar, mayBeRaw: true),
        ])
    static let go = CommentSyntax(slashes + [.text("`", escape: .none), .quoted("\""), .character])
    static let groovy = CommentSyntax(
        slashes + [
            .text("\"\"\"", hole: .dollar), .text("'''"), .quoted("\"", hole: .dollar), .quoted("'"),
        ])
    static let java = CommentSyntax(slashes + [.text("\"\"\""), .quoted("\""), .character])
    static let javascript = CommentSyntax(
        slashes + [.regularExpression, .text("`", hole: .dollarBrace), .quoted("\""), .quoted("'")])
    static let kotlin = CommentSyntax(
        nestedSlashes + [
            .text("\"\"\"", escape: .none, hole: .dollar), .quoted("\"", hole: .dollar), .character,
        ])
    static let php = CommentSyntax(
        slashes + [
            .skip("#["), .line("#"), .hereDocument("<<<"), .text("\"", hole: .dollar), .text("'"),
            .island("<?", to: "?>"),
        ])
    static let rust = CommentSyntax(
        nestedSlashes + [.hashed(afterR: true), .text("\"", mayBeRaw: true), .character])
    static let scala = CommentSyntax(
        nestedSlashes + [
            .text("\"\"\"", escape: .none, hole: .dollar), .quoted("\"", hole: .dollar), .character,
        ])
    static let swift = CommentSyntax(
        nestedSlashes + [
            .hashed(afterR: false), .text("\"\"\"", hole: .backslashParenthesis),
            .quoted("\"", hole: .backslashParenthesis),
        ])

    static let python = CommentSyntax([
        .line("#"), .text("\"\"\"", hole: .braceAfterLetter), .text("'''", hole: .braceAfterLetter),
        .quoted("\"", hole: .braceAfterLetter), .quoted("'", hole: .braceAfterLetter),
    ])
    static let ruby = CommentSyntax([
        .line("#"), .block("\n=begin", to: "\n=end"), .regularExpression, .hereDocument("<<"),
        .text("\"", hole: .hashBrace), .text("'"), .quotedName("`"),
    ])
    static let elixir = CommentSyntax([
        .line("#"), .text("\"\"\"", hole: .hashBrace), .text("'''", hole: .hashBrace),
        .text("\"", hole: .hashBrace), .skip("?\\", more: 1), .skip("?", more: 1),
    ])
    static let julia = CommentSyntax([
        .block("#=", to: "=#", nests: true), .line("#"), .text("\"\"\"", hole: .dollar), .quoted("\"", hole: .dollar),
        .character,
    ])
    static let perl = CommentSyntax([
        .line("#", .afterSpace), .block("\n=pod", to: "\n=cut"), .block("\n=head", to: "\n=cut"),
        .hereDocument("<<"), .text("\"", hole: .dollar), .string("'", to: "'", .init(notAfterLetter: true)),
    ])
    static let r = CommentSyntax([.line("#"), .text("\""), .text("'"), .quotedName("`")])
    static let shell = CommentSyntax([
        .line("#", .afterSpace), .hereDocument("<<", mayHaveSpace: true), .skip("\\", more: 1),
        .text("\"", hole: .shell), .string("$'", to: "'", .init(isMultiline: true)), .text("'", escape: .none),
    ])
    static let powershell = CommentSyntax([
        .block("<#", to: "#>"), .line("#", .afterSpace), .skip("`", more: 1),
        .string("\"", to: "\"", .init(escape: .doubled, hole: .shell, isMultiline: true)),
        .text("'", escape: .doubled),
    ])
    /// Files of commands and settings: whatever they have as strings is not for reading.
    static let numberSign = CommentSyntax([
        .line("#", .afterSpace), .string("\"\"\"", to: "\"\"\"", .init(isMultiline: true, isProse: false)),
        .string("'''", to: "'''", .init(escape: .none, isMultiline: true, isProse: false)),
        .quotedName("\"", notAfterLetter: true), .quotedName("'", notAfterLetter: true),
    ])
    static let semicolonOrNumberSign = CommentSyntax([.line("#", .startOfLine), .line(";", .startOfLine)])

    static let lua = CommentSyntax([
        .longBracket("--[", isComment: true), .longBracket("[", isComment: false), .line("--"), .quoted("\""),
        .quoted("'"),
    ])
    static let haskell = CommentSyntax([
        .skip("-->"), .skip("--|"), .line("--"),
        .string("{-#", to: "#-}", .init(escape: .none, isMultiline: true, isProse: false)),
        .block("{-", to: "-}", nests: true), .quoted("\""), .character,
    ])
    static let sql = CommentSyntax([
        .line("--"), .block("/*", to: "*/", nests: true), .text("'", escape: .doubled),
        .string("\"", to: "\"", .init(escape: .doubled, isProse: false)), .quotedName("`"),
    ])
    static let ocaml = CommentSyntax([.skip("(*)"), .block("(*", to: "*)", nests: true), .text("\""), .character])
    static let fsharp = CommentSyntax([
        .line("//"), .skip("(*)"), .block("(*", to: "*)", nests: true), .text("\"\"\"", escape: .none), .text("\""),
        .character,
    ])
    static let erlang = CommentSyntax([.line("%"), .skip("$", more: 1), .text("\""), .quotedName("'")])

    static let lisp = CommentSyntax([
        .line(";"), .block("#|", to: "|#", nests: true), .skip("#\\", more: 1), .text("\""),
    ])
    static let emacsLisp = CommentSyntax([
        .line(";"), .skip("?\\", more: 1), .skip("?\""), .skip("?;"), .text("\""),
    ])
    static let clojure = CommentSyntax([.line(";"), .skip("\\", more: 1), .text("\"")])
    static let vimscript = CommentSyntax([
        .line("\"", .startOfLine), .quoted("\""), .string("'", to: "'", .init(escape: .doubled)),
    ])

    static let css = CommentSyntax([.block("/*", to: "*/"), .quotedName("\""), .quotedName("'")])
    static let scss = CommentSyntax([
        .line("//", .afterSpace), .block("/*", to: "*/"), .quotedName("\""), .quotedName("'"),
    ])
    static let markup: CommentSyntax = {
        var syntax = CommentSyntax([])
        syntax.isMarkup = true
        return syntax
    }()

    /// By LSP's identifiers and the names of editors, in small letters.
    static func named(_ name: String) -> CommentSyntax? { byName[name] }

    private static let byName: [String: CommentSyntax] = {
        let languages: [(CommentSyntax, String)] = [
            (
                c,
                "c cpp c++ objc objcpp objective-c objective-cpp objectivec cuda cuda-cpp glsl hlsl proto proto3 protobuf d zig"
            ),
            (csharp, "csharp cs c#"), (dart, "dart"), (go, "go"), (groovy, "groovy gradle jenkinsfile"),
            (java, "java"),
            (
                javascript,
                "javascript javascriptreact javascript.jsx js js2 js-jsx js-ts jsx typescript typescriptreact typescript.tsx typescript-ts ts tsx tsx-ts"
            ),
            (kotlin, "kotlin"), (php, "php"), (rust, "rust"), (scala, "scala"), (swift, "swift"),
            (python, "python python-ts starlark bzl bazel"), (ruby, "ruby ruby-ts"), (elixir, "elixir"),
            (julia, "julia"), (perl, "perl cperl raku"), (r, "r ess-r"),
            (shell, "shellscript sh bash zsh ksh fish bash-ts"), (powershell, "powershell ps1"),
            (
                numberSign,
                "yaml yml yaml-ts toml toml-ts conf-toml conf dockerfile dockerfile-ts makefile make gnumakefile cmake nix terraform hcl graphql"
            ),
            (semicolonOrNumberSign, "ini dosini conf-unix properties editorconfig gitconfig"),
            (lua, "lua luau"), (haskell, "haskell lhaskell elm purescript"), (sql, "sql mysql plsql pgsql sqlite"),
            (ocaml, "ocaml tuareg"), (fsharp, "fsharp f#"), (erlang, "erlang"),
            (lisp, "lisp common-lisp commonlisp scheme racket"), (emacsLisp, "elisp emacs-lisp lisp-interaction"),
            (clojure, "clojure clojurescript fennel"), (vimscript, "vim vimscript viml"), (css, "css css-ts"),
            (scss, "scss sass less stylus"),
            (markup, "html mhtml html-ts xml nxml xhtml xsl xslt svg vue svelte htmldjango handlebars"),
        ]
        var byName: [String: CommentSyntax] = [:]
        for (syntax, names) in languages {
            for name in names.split(separator: " ") { byName[String(name)] = syntax }
        }
        return byName
    }()
}
