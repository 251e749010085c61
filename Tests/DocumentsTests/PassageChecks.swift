import Documents
import Testing

/// What holds for the passages of any text.
func expectSound(_ passages: [Passage], in document: TextDocument, _ context: String) {
    let bytes = document.utf8
    var start = 0
    for passage in passages {
        var text: [UInt8] = []
        var end = start
        for segment in passage.segments {
            guard segment.lowerBound >= end, !segment.isEmpty, segment.upperBound <= bytes.count else {
                Issue.record("\(context): segments out of order: \(passage.segments)")
                return
            }
            for bound in [segment.lowerBound, segment.upperBound]
            where bound < bytes.count && bytes[bound] & 0xc0 == 0x80 {
                Issue.record("\(context): \(bound) is within a scalar")
            }
            text += bytes[segment]
            end = segment.upperBound
        }
        // Passages begin one after another, and one may stand within the next's marks, but no byte is in two.
        start = end
        guard !text.isEmpty, text == Array(passage.text.utf8), text.count <= 4096 else {
            Issue.record("\(context): \(passage.segments) is not \(passage.text.debugDescription)")
            return
        }
    }
}

/// A text in which « and » mark what is prose, where what stands between a ‹ and a › within it is left out; `¶` begins
/// the next passage where two touch.
func marked(_ document: TextDocument, _ passages: [Passage]) -> String {
    var result = ""
    var position = 0
    for passage in passages {
        for (index, segment) in passage.segments.enumerated() {
            let between = document.string(in: position..<segment.lowerBound)
            result += index == 0 ? between + "«" : "‹" + between + "›"
            result += document.string(in: segment)
            position = segment.upperBound
        }
        result += "»"
    }
    return result + document.string(in: position..<document.count)
}
