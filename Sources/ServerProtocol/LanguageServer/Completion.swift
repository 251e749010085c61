package import JSON

/// `textDocument/completion` (LSP 3.17): words that go on with what is typed, and words that could stand instead.
package enum Completion: RemoteMethod {
    package static let method = "textDocument/completion"
    package static let parameters: [Field] =
        [.textDocument, .position, .optional("context", .object)] + Field.tokens
    package static let ignoresUnknownParameters = true
    package static let needsInitialize = true

    package typealias Parameters = DocumentPosition

    package struct Item: WrittenShape {
        /// LSP's `CompletionItemKind`: 1 is text.
        package static let textKind = 1

        package var label: String
        /// Shown beside it: a similarity, or where it comes from.
        package var detail: String
        package var sortText: String
        package var filterText: String
        package var edit: DocumentEdit
        /// What `completionItem/resolve` needs.
        package var data: JSONValue

        package init(
            label: String, detail: String, sortText: String, filterText: String, edit: DocumentEdit, data: JSONValue
        ) {
            self.label = label
            self.detail = detail
            self.sortText = sortText
            self.filterText = filterText
            self.edit = edit
            self.data = data
        }

        package var json: JSONValue {
            [
                "label": .string(label), "kind": .integer(Self.textKind), "detail": .string(detail),
                "sortText": .string(sortText), "filterText": .string(filterText), "textEdit": edit.json,
                "data": data,
            ]
        }
    }

    package struct List: WrittenShape {
        /// Whether more typing may bring others.
        package var isIncomplete: Bool
        package var items: [Item]

        package init(isIncomplete: Bool, items: [Item]) {
            self.isIncomplete = isIncomplete
            self.items = items
        }

        package var json: JSONValue {
            ["isIncomplete": .bool(isIncomplete), "items": .array(items.map(\.json))]
        }
    }

    package typealias Result = Optionally<List>
}

/// `completionItem/resolve` (LSP 3.17): adds to an item what is only worked out for one that is looked at.
package enum CompletionResolve: RemoteMethod {
    package static let method = "completionItem/resolve"
    package static let parameters: [Field] = [.required("label", .string), .optional("data", .any)]
    package static let ignoresUnknownParameters = true
    package static let needsInitialize = true

    package typealias Parameters = WholeItem
    package typealias Result = ResolvedItem
}

/// An item of ours that comes back as it was sent.
package struct WholeItem: ParameterShape {
    package var item: JSONValue

    package init(_ item: JSONValue) {
        self.item = item
    }

    package init(_ reader: ParameterReader) {
        item = reader.whole
    }

    package var json: JSONValue { item }
}

/// The item with more members.
package struct ResolvedItem: WrittenShape {
    package var json: JSONValue

    package init(_ item: JSONValue, adding members: [(name: String, value: JSONValue)]) {
        var object = item.object ?? JSONObject()
        for (name, value) in members { object[name] = value }
        json = .object(object)
    }
}
