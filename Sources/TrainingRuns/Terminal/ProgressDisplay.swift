package import RecurrentNetworks
package import WordVectors

#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// Progress on standard error: one line that is drawn again in place on a terminal, plain lines elsewhere.
package struct ProgressDisplay {
    /// What a standard stream is.
    package struct Screen: Sendable {
        package var isTerminal: Bool
        package var hasColour: Bool
        /// Columns; asked for again at every drawing, since windows change.
        package var width: @Sendable () -> Int

        package init(isTerminal: Bool, hasColour: Bool, width: @escaping @Sendable () -> Int) {
            self.isTerminal = isTerminal
            self.hasColour = hasColour
            self.width = width
        }

        /// Honours NO_COLOR (no-color.org), TERM=dumb and COLUMNS.
        package static let standardError = Screen(of: 2)
        package static let standardOutput = Screen(of: 1)

        private init(of descriptor: Int32) {
            isTerminal = Self.isTerminal(descriptor) && Self.environment("TERM") != "dumb"
            hasColour = isTerminal && Self.environment("NO_COLOR") == nil
            width = { Self.columns(of: descriptor) }
        }

        package static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

        /// Of the terminal behind a descriptor; 80 where there is none that says.
        package static func columns(of descriptor: Int32) -> Int {
            var size = winsize()
            if ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 { return Int(size.ws_col) }
            return environment("COLUMNS").flatMap { Int($0) }.map { min(max($0, 20), 1000) } ?? 80
        }

        private static func environment(_ name: String) -> String? {
            guard let value = getenv(name), value.pointee != 0 else { return nil }
            return String(cString: value)
        }
    }

    private let screen: Screen
    private let write: (String) -> Void
    private let now: () -> ContinuousClock.Instant
    private var began: ContinuousClock.Instant?
    private var drawn: ContinuousClock.Instant?
    private var isLineOpen = false

    package init(
        screen: Screen = .standardError, now: @escaping () -> ContinuousClock.Instant = { .now },
        write: @escaping (String) -> Void
    ) {
        self.screen = screen
        self.now = now
        self.write = write
    }

    /// A line that stays.
    package mutating func note(_ text: String) {
        write((isLineOpen ? "\r\u{1b}[K" : "") + text + "\n")
        isLineOpen = false
    }

    package mutating func show(_ progress: TrainingProgress) {
        let time = now()
        let start = began ?? time
        began = start
        if let record = progress.finished {
            note(Self.finished(record, of: progress.epochs))
            return
        }
        guard isDue(at: time) else { return }
        let done = Double(progress.epoch - 1) + Double(progress.batch) / Double(max(progress.batches, 1))
        let left = done > 0 ? (time - start) / .seconds(1) / done * (Double(progress.epochs) - done) : 0
        // The last column stays free: some terminals wrap when it is written.
        draw(Self.line(progress, left: left, width: screen.width() - 1, hasColour: screen.hasColour))
    }

    /// Of word vectors.
    package mutating func show(_ progress: VectorTrainer.Progress) {
        let share = Double(progress.words) / Double(max(progress.total, 1))
        let speed = "\(Quantity.count(Int(progress.wordsPerSecond.rounded()))) words/s"
        let loss = "loss " + Quantity.fixed(progress.loss, decimals: 4)
        let epoch = "epoch \(progress.epoch + 1)/\(progress.epochs)"
        guard isDue(at: now()) else { return }
        let left =
            progress.wordsPerSecond > 0
            ? Double(progress.total - progress.words) / progress.wordsPerSecond : 0
        let width = screen.width() - 1
        let rest = [loss, speed, Self.duration(left) + " left"].joined(separator: " ")
        let taken = epoch.count + rest.count + 2
        let bar = Self.bar(share, columns: min(30, max(width - taken, 3)), hasColour: screen.hasColour)
        draw(taken + 3 <= width ? "\(epoch) \(bar) \(rest)" : String(epoch.prefix(max(0, width))))
    }

    /// Work of which nobody knows how much there is.
    package mutating func show(_ text: String) {
        guard isDue(at: now()) else { return }
        draw(TextWidth.cut(text, to: max(1, screen.width() - 1)))
    }

    /// Work that is no training: how much of it is done.
    package mutating func show(_ done: Int, of all: Int, what: String) {
        guard all > 0, isDue(at: now()) else { return }
        let counts = "\(Quantity.count(done))/\(Quantity.count(all))"
        let width = screen.width() - 1
        let bar = Self.bar(
            Double(done) / Double(all), columns: min(30, max(width - what.count - counts.count - 2, 3)),
            hasColour: screen.hasColour)
        draw(
            what.count + counts.count + 6 <= width ? "\(what) \(bar) \(counts)" : String(counts.prefix(max(0, width))))
    }

    /// Ten a second are enough for eyes.
    private mutating func isDue(at time: ContinuousClock.Instant) -> Bool {
        guard screen.isTerminal else { return false }
        if let drawn, time - drawn < .milliseconds(100) { return false }
        drawn = time
        return true
    }

    /// One write, so that nothing flickers.
    private mutating func draw(_ line: String) {
        write("\r" + line + "\u{1b}[K")
        isLineOpen = true
    }

    /// Ends an open line, so that what follows begins on its own.
    package mutating func finish() {
        guard isLineOpen else { return }
        write("\r\u{1b}[K")
        isLineOpen = false
    }

    // MARK: - Lines

    static func line(_ progress: TrainingProgress, left: Double, width: Int, hasColour: Bool) -> String {
        let epoch = "epoch \(progress.epoch)/\(progress.epochs)"
        let digits = String(progress.batches).count
        let batch = TextWidth.padded(String(progress.batch), to: digits, atStart: true) + "/\(progress.batches)"
        let figures = [
            "loss " + Quantity.fixed(progress.loss, decimals: 4),
            progress.accuracy.map { "accuracy " + Quantity.fixed($0, decimals: 3) } ?? "",
            Quantity.count(Int(progress.textsPerSecond.rounded())) + " texts/s",
            duration(left) + " left",
        ]
        // Narrow terminals lose the least needed first: speed, time, accuracy, loss.
        for kept in [[0, 1, 2, 3], [0, 1, 3], [0, 1], [0], []] {
            let rest = kept.map { figures[$0] }.filter { !$0.isEmpty }
            let taken = ([epoch, batch] + rest).reduce(0) { $0 + $1.count + 1 }
            guard taken + 6 <= width else { continue }
            let share = Double(progress.batch) / Double(max(progress.batches, 1))
            let bar = bar(share, columns: min(30, width - taken), hasColour: hasColour)
            return ([epoch, bar, batch] + rest).joined(separator: " ")
        }
        return String("\(epoch) \(batch)".prefix(max(0, width)))
    }

    /// ASCII alone: block characters are two columns wide in some Korean terminals.
    private static func bar(_ share: Double, columns: Int, hasColour: Bool) -> String {
        let inner = max(1, columns - 2)
        let filled = min(inner, Int(share * Double(inner)))
        let head = filled < inner ? ">" : ""
        let done = String(repeating: "=", count: filled) + head
        let open = String(repeating: " ", count: inner - filled - head.count)
        return "[" + (hasColour ? "\u{1b}[32m\(done)\u{1b}[0m" : done) + open + "]"
    }

    static func finished(_ record: EpochRecord, of epochs: Int) -> String {
        let width = String(epochs).count
        var parts = [
            "epoch \(TextWidth.padded(String(record.epoch), to: width, atStart: true))/\(epochs)",
            "loss " + Quantity.fixed(record.loss, decimals: 4),
        ]
        if let accuracy = record.accuracy { parts.append("accuracy " + Quantity.fixed(accuracy, decimals: 4)) }
        if let loss = record.validationLoss {
            let figures = [loss] + [record.validationAccuracy].compactMap { $0 }
            parts.append("validation " + figures.map { Quantity.fixed($0, decimals: 4) }.joined(separator: " "))
        }
        parts.append(Quantity.short(record.seconds) + " s")
        return parts.joined(separator: "  ")
    }

    private static func duration(_ seconds: Double) -> String {
        let whole = Int(min(max(0, seconds), 1e9).rounded())
        let tail = whole % 60
        let minutes = whole / 60
        let padded = (tail < 10 ? "0" : "") + String(tail)
        if minutes < 60 { return "\(minutes):\(padded)" }
        return "\(minutes / 60):" + (minutes % 60 < 10 ? "0" : "") + "\(minutes % 60):" + padded
    }
}
