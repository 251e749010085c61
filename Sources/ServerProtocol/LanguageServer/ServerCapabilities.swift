package import JSON

/// What the server says in its answer to `initialize` that it can do (LSP 3.17, `ServerCapabilities`).
package struct ServerCapabilities: Sendable, Equatable {
    package var positionEncoding: PositionEncoding
    /// The legend of the semantic tokens.
    package var tokenTypes: [String]
    package var tokenModifiers: [String]
    package var commands: [String]
    /// Whether code actions are more than commands.
    package var hasCodeActionLiterals: Bool

    package init(
        positionEncoding: PositionEncoding, tokenTypes: [String], tokenModifiers: [String], commands: [String],
        hasCodeActionLiterals: Bool
    ) {
        self.positionEncoding = positionEncoding
        self.tokenTypes = tokenTypes
        self.tokenModifiers = tokenModifiers
        self.commands = commands
        self.hasCodeActionLiterals = hasCodeActionLiterals
    }

    package var json: JSONValue {
        let actions: JSONValue = [
            "codeActionKinds": .strings(CodeActions.Kind.allCases.map(\.rawValue)), "resolveProvider": true,
        ]
        return [
            "positionEncoding": .string(positionEncoding.rawValue),
            // 2: incremental.
            "textDocumentSync": ["openClose": true, "change": 2, "save": false],
            "hoverProvider": true,
            "completionProvider": ["resolveProvider": true],
            "codeActionProvider": hasCodeActionLiterals ? actions : true,
            "codeLensProvider": ["resolveProvider": false],
            "inlayHintProvider": true,
            "diagnosticProvider": [
                "identifier": "sluice", "interFileDependencies": false, "workspaceDiagnostics": false,
            ],
            "semanticTokensProvider": [
                "legend": ["tokenTypes": .strings(tokenTypes), "tokenModifiers": .strings(tokenModifiers)],
                "full": ["delta": true], "range": true,
            ],
            "documentHighlightProvider": true,
            "documentSymbolProvider": true,
            "selectionRangeProvider": true,
            "executeCommandProvider": ["commands": .strings(commands)],
            "workspace": ["workspaceFolders": ["supported": true, "changeNotifications": true]],
        ]
    }
}
