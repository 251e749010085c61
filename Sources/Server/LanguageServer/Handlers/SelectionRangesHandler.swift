import Documents
import JSONRPC
import ServerProtocol
import Settings
import TextAnalysis

enum SelectionRangesHandler: DocumentHandler {
    typealias Method = SelectionRanges

    static let feature = Feature.selectionRanges
    static let nothing = Method.Result([])

    static func answer(
        _ parameters: Method.Parameters, _ snapshot: DocumentSnapshot, _ context: RequestContext
    ) throws(ResponseError) -> Method.Result {
        var selections: [SelectionRanges.Selection] = []
        for position in parameters.positions {
            try context.checkCancellation()
            selections.append(.init(ranges: try ranges(at: snapshot.offset(of: position), snapshot, context)))
        }
        return Several(selections)
    }

    /// Each within the next; the last is the document.
    private static func ranges(
        at offset: Int, _ snapshot: DocumentSnapshot, _ context: RequestContext
    ) throws(ResponseError) -> [PositionRange] {
        var ranges: [Range<Int>] = []
        if let (passage, inside) = snapshot.version.passage(at: offset) {
            let text = passage.reading.text
            let reader = PassageReader(context.server, snapshot.settings)
            let levels: [Range<Int>?] = [
                try reader.words(of: passage.reading).word(at: inside)?.range,
                Partition.whitespace.ranges(in: text).around(inside),
                Partition.sentences.ranges(in: text).around(inside),
                0..<text.utf8.count,
            ]
            for case let level? in levels { ranges.append(passage.passage.documentRange(of: level)) }
        }
        ranges.append(0..<snapshot.document.count)
        var nested: [Range<Int>] = []
        for range in ranges {
            guard let inner = nested.last else {
                nested.append(range)
                continue
            }
            // A morpheme may reach over what white space parts.
            let outer = min(inner.lowerBound, range.lowerBound)..<max(inner.upperBound, range.upperBound)
            if outer != inner { nested.append(outer) }
        }
        return nested.map { snapshot.positions(of: $0) }
    }
}

extension [Range<Int>] {
    /// The one around an offset, else the one that ends there.
    fileprivate func around(_ offset: Int) -> Range<Int>? {
        first { $0.contains(offset) } ?? first { $0.upperBound == offset }
    }
}
