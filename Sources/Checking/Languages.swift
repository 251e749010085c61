/// Which language a file is in, by its name: the identifiers are those that editors use.
package enum Languages {
    private static let byEnding: [String: [String]] = [
        "plaintext": ["txt", "text"],
        "markdown": ["md", "markdown", "mdown", "mkd"],
        "restructuredtext": ["rst"],
        "asciidoc": ["adoc", "asciidoc"],
        "org": ["org"],
        "c": ["c", "h"],
        "cpp": ["cpp", "cc", "cxx", "hpp", "hh", "hxx"],
        "objective-c": ["m"],
        "objective-cpp": ["mm"],
        "java": ["java"],
        "javascript": ["js", "mjs", "cjs"],
        "javascriptreact": ["jsx"],
        "typescript": ["ts", "mts", "cts"],
        "typescriptreact": ["tsx"],
        "go": ["go"],
        "rust": ["rs"],
        "swift": ["swift"],
        "kotlin": ["kt", "kts"],
        "csharp": ["cs"],
        "scala": ["scala"],
        "php": ["php"],
        "dart": ["dart"],
        "python": ["py", "pyi"],
        "ruby": ["rb"],
        "shellscript": ["sh", "bash", "zsh"],
        "lua": ["lua"],
        "haskell": ["hs"],
        "sql": ["sql"],
        "html": ["html", "htm", "xhtml"],
        "xml": ["xml", "svg"],
        "vue": ["vue"],
        "svelte": ["svelte"],
        "css": ["css"],
        "scss": ["scss", "sass"],
        "less": ["less"],
        "yaml": ["yaml", "yml"],
        "toml": ["toml"],
        "lisp": ["lisp", "lsp"],
        "scheme": ["scm"],
        "emacs-lisp": ["el"],
        "clojure": ["clj", "cljs", "cljc"],
        "vim": ["vim"],
        "elixir": ["ex", "exs"],
        "erlang": ["erl"],
        "julia": ["jl"],
        "perl": ["pl", "pm"],
        "r": ["r"],
        "powershell": ["ps1", "psm1"],
        "ocaml": ["ml", "mli"],
        "fsharp": ["fs", "fsi"],
    ]

    private static let endings: [String: String] = {
        var result: [String: String] = [:]
        for (language, endings) in byEnding { for ending in endings { result[ending] = language } }
        return result
    }()

    private static let names: [String: String] = [
        "COMMIT_EDITMSG": "git-commit", "MERGE_MSG": "git-commit", "TAG_EDITMSG": "git-commit", "README": "plaintext",
    ]

    /// All that a file can be found to be in.
    package static var all: [String] { Set(endings.values).union(names.values).sorted() }

    /// Nil where the name does not say.
    package static func language(of path: String) -> String? {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        if let language = names[name] { return language }
        guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return nil }
        return endings[name[name.index(after: dot)...].lowercased()]
    }
}
