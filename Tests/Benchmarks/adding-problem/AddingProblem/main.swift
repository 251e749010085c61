// The picture of long memory: SimpleRNN, GRU and LSTM at the adding problem. README.md beside the folder says what is
// seen.
//
//     AddingProblem FOLDER [THREADS]
//
// writes loss.svg, gradients-before.svg and gradients-after.svg there, and the figures into its README.md.

import RecurrentNetworks

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

struct Trouble: Error, CustomStringConvertible {
    var description: String
}

func text(of path: String) throws -> String {
    guard let file = fopen(path, "r") else { throw Trouble(description: "cannot read \(path)") }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 1 << 20)
    let count = fread(&bytes, 1, bytes.count, file)
    return String(decoding: bytes[..<count], as: UTF8.self)
}

func write(_ text: String, to path: String) throws {
    guard let file = fopen(path, "w") else { throw Trouble(description: "cannot write \(path)") }
    defer { fclose(file) }
    guard fwrite(text, 1, text.utf8.count, file) == text.utf8.count else {
        throw Trouble(description: "cannot write \(path)")
    }
}

func say(_ line: String) {
    print(line)
    fflush(nil)
}

func decimals(_ value: Double, _ count: Int) -> String {
    let scale = pow(10, Double(count))
    let digits = String(Int((value * scale).rounded()))
    let padded = String(repeating: "0", count: max(0, count + 1 - digits.count)) + digits
    return padded.dropLast(count) + "." + padded.suffix(count)
}

func power(_ value: Double) -> String {
    if value >= 0.001 { return decimals(value, 3) }
    // Smaller numbers are 0 in 32 bits.
    guard value > 1e-37 else { return "< 10⁻³⁷" }
    return "about " + Chart.power(Int(log10(value).rounded()))
}

func table(_ subjects: [Subject]) -> String {
    var lines = [
        "| | error of 1,000 unseen sequences | training steps until it stayed below 0.01 | "
            + "gradient at step 1, before | after | seconds |",
        "|---|---|---|---|---|---|",
        "| always 1 | \(decimals(Task.baseline(of: Task.unseen), 5)) | | | | |",
    ]
    for subject in subjects {
        lines.append(
            "| \(subject.name) | \(decimals(subject.validationLoss, 5)) | "
                + (subject.solved.map(String.init) ?? "never in \(subject.steps)")
                + " | \(power(subject.before.first ?? 0)) | \(power(subject.after.first ?? 0)) | "
                + "\(Int(subject.seconds)) |")
    }
    return lines.joined(separator: "\n")
}

func gradients(_ title: String, _ subjects: [Subject], _ values: (Subject) -> [Double]) -> String {
    let least = subjects.flatMap(values).filter { $0 > 0 }.min() ?? 1
    let most = subjects.flatMap(values).max() ?? 1
    return Chart(
        title: title, xLabel: "time step t of the sequence", yLabel: "‖∂L/∂h‖ at t, over that at step 200",
        x: 1...Double(Task.steps), xTicks: [1, 50, 100, 150, 200],
        decades: max(-16, Int(log10(least).rounded(.down)))...max(0, Int(log10(most).rounded(.up))),
        lines: zip(subjects, ["a", "b", "c"]).map { subject, style in
            .init(
                name: subject.name, style: style,
                points: values(subject).enumerated().map { (Double($0 + 1), $1) })
        }
    ).svg()
}

func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count >= 2 else { throw Trouble(description: "usage: AddingProblem FOLDER [THREADS]") }
    let folder = arguments[1]
    let threads = arguments.count > 2 ? Int(arguments[2]) ?? 1 : 1
    let options = RecurrentOptions(units: Subject.units)
    let subjects = try [
        ("SimpleRNN", LayerConfiguration.simpleRNN(options)), ("GRU", .gru(options)), ("LSTM", .lstm(options)),
    ].map { try Subject($0.0, $0.1, threads: threads, progress: say) }

    let steps = Double(subjects[0].steps)
    let baseline = Chart.Line(
        name: "always 1", style: "base", points: [(0, Task.baseline), (steps, Task.baseline)])
    let loss = Chart(
        title: "The adding problem, 200 steps: error while training", xLabel: "training steps, of 50 sequences each",
        yLabel: "mean squared error", x: 0...steps, xTicks: (0...4).map { steps / 4 * Double($0) }, decades: -5...0,
        lines: [baseline]
            + zip(subjects, ["a", "b", "c"]).map { subject, style in
                .init(
                    name: subject.name, style: style,
                    points: subject.losses.enumerated().map { (Double(($0 + 1) * Subject.window), $1) })
            })
    try write(loss.svg(), to: folder + "/loss.svg")
    try write(
        gradients("Before training: how much of the gradient is left", subjects, \.before),
        to: folder + "/gradients-before.svg")
    try write(
        gradients("After training: how much of the gradient is left", subjects, \.after),
        to: folder + "/gradients-after.svg")

    let page = folder + "/README.md"
    let (begin, end) = ("<!-- measured -->\n", "<!-- end of measured -->")
    let parts = try text(of: page).components(between: begin, end)
    try write(parts.before + begin + table(subjects) + "\n" + end + parts.after, to: page)
    say(table(subjects))
}

extension String {
    fileprivate func components(between begin: String, _ end: String) throws -> (before: String, after: String) {
        guard let first = ranges(of: begin).first, let last = ranges(of: end).first,
            first.upperBound <= last.lowerBound
        else { throw Trouble(description: "README.md has no place for the figures") }
        return (String(self[..<first.lowerBound]), String(self[last.upperBound...]))
    }
}

do { try main() } catch {
    say("\(error)")
    exit(1)
}
