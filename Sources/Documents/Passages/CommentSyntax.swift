package struct CommentSyntax: Sendable, Hashable {}
