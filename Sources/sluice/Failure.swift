import SluiceClient

/// Work that failed: what a person is told before the process ends with status 1.
struct Failure: Error {
    /// What came and what was expected.
    var message: String
    /// What to do.
    var hint: String?
    /// 1: the work failed; 2: wrong usage.
    var status: Int32 = 1

    init(_ message: String, hint: String? = nil, status: Int32 = 1) {
        self.message = message
        self.hint = hint
        self.status = status
    }

    init(_ error: ClientError) {
        self.init(error.description, hint: error.hint)
    }

    func report() {
        Output.note("sluice: \(message)")
        if let hint, !hint.isEmpty { Output.note("  \(hint)") }
    }
}
