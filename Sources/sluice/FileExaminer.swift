import Checking
import Documents
import Numerics
import ServerProtocol
import Settings
import Transports

/// Looks at files, one after another, in a session of its own.
struct FileExaminer {
    enum Examined: Sendable {
        case failed(reason: String)
        case leftOut(reason: String)
        /// With what the server would tell a person.
        case checked([Finding], complaints: [String])
    }

    private let session: CheckSession
    private let settings: Settings

    init(_ session: CheckSession, _ settings: Settings) {
        self.session = session
        self.settings = settings
    }

    func isRead(_ languageID: String) -> Bool {
        ProseFormat(languageID: languageID) != nil && settings.languageIds?.contains(languageID) ?? true
    }

    private var tooLarge: Examined {
        .leftOut(reason: "it has more than \(settings.documentBytesLimit) bytes (limits.documentBytes)")
    }

    func examine(_ file: CheckedFile) throws -> Examined {
        let bytes: [UInt8]
        do throws(FileError) {
            // A mark of the byte order does not count.
            bytes = try FileBytes(path: file.path, maximum: settings.documentBytesLimit + 3).withUnsafeBytes(Array.init)
        } catch .tooLarge {
            return tooLarge
        } catch {
            // Shown as what was named, as those are that are not there.
            return .failed(reason: "cannot read \(file.shown)\(error.description.dropFirst(error.path.count))")
        }
        return try examine(file, bytes)
    }

    func examine(_ file: CheckedFile, _ bytes: [UInt8]) throws -> Examined {
        var bytes = bytes[...]
        if bytes.starts(with: [0xef, 0xbb, 0xbf]) { bytes = bytes.dropFirst(3) }
        guard bytes.count <= settings.documentBytesLimit else { return tooLarge }
        guard isRead(file.languageID) else { return .leftOut(reason: "no prose is read of \(file.languageID)") }
        guard !bytes.prefix(8192).contains(0) else {
            return .leftOut(reason: "it looks binary: there are NULs in it")
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            return .leftOut(
                reason: "it is no text in UTF-8 (Korean files are often CP949: iconv -f CP949 -t UTF-8)")
        }
        var complaints: [String] = []
        let findings = try session.findings(in: text, of: file) { complaints.append($0) }
        return .checked(findings, complaints: complaints)
    }
}

/// Files that several examiners look at side by side, each taking the next one when it is done.
final class SharedFiles: Sendable {
    private struct State {
        var next = 0
        var examined: [Int: Result<FileExaminer.Examined, any Error>] = [:]
    }

    private let files: [CheckedFile]
    private let state = Monitor(State())

    init(_ files: [CheckedFile]) { self.files = files }

    /// Has another thread help, where there are a thread and a session to be had.
    func help(_ makeExaminer: @escaping @Sendable () throws -> FileExaminer) {
        _ = startThread { [self] in
            guard let examiner = try? makeExaminer() else { return }
            while examineNext(examiner) {}
        }
    }

    /// What was found in a file. Each may be asked for once; who has to wait for it helps meanwhile.
    func examined(_ index: Int, _ examiner: FileExaminer) throws -> FileExaminer.Examined {
        while true {
            if let result = state.change({ $0.examined.removeValue(forKey: index) }) { return try result.get() }
            if !examineNext(examiner), let result = state.wait({ $0.examined.removeValue(forKey: index) }) {
                return try result.get()
            }
        }
    }

    /// False where none is left.
    private func examineNext(_ examiner: FileExaminer) -> Bool {
        let index = state.change { state in
            defer { state.next += 1 }
            return state.next
        }
        guard index < files.count else { return false }
        let result = Result { try examiner.examine(files[index]) }
        state.change { $0.examined[index] = result }
        return true
    }
}
