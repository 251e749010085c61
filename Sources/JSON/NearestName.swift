/// Which known name somebody who mistyped one probably meant.
package enum NearestName {
    /// "; did you mean 'units'?", or nothing where none is near.
    package static func hint(for name: String, among known: [String]) -> String {
        nearest(to: name, among: known).map { "; did you mean '\($0)'?" } ?? ""
    }

    /// By Levenshtein's distance, where at most a third of the letters differ (or 2, if that is more).
    package static func nearest(to name: String, among known: [String]) -> String? {
        let letters = Array(name.lowercased().unicodeScalars.prefix(64))
        let ranked = known.map { (name: $0, distance: distance(letters, Array($0.lowercased().unicodeScalars))) }
        guard let best = ranked.min(by: { $0.distance < $1.distance }),
            best.distance <= max(2, best.name.count / 3), best.distance < best.name.count
        else { return nil }
        return best.name
    }

    private static func distance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
        var row = Array(0...b.count)
        for (i, x) in a.enumerated() {
            var diagonal = i
            row[0] = i + 1
            for (j, y) in b.enumerated() {
                let substituted = diagonal + (x == y ? 0 : 1)
                diagonal = row[j + 1]
                row[j + 1] = min(substituted, row[j + 1] + 1, row[j] + 1)
            }
        }
        return row[b.count]
    }
}
