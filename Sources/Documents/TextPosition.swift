/// A place in a text as editors name it: a line, from 0, and how far into it.
package struct TextPosition: Sendable, Hashable, Comparable {
    package var line: Int
    /// In units of a `PositionUnit`, from the line's beginning.
    package var column: Int

    package init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }

    package static func < (left: TextPosition, right: TextPosition) -> Bool {
        (left.line, left.column) < (right.line, right.column)
    }
}
