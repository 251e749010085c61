#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

struct TroubleWithTheTest: Error {
    var what: String
}

/// A folder with mode 0700 that goes when the test ends.
final class PrivateFolder {
    let path: String
    var socket: String { path + "/s" }

    init() throws {
        var name = Array("/tmp/sluice-client-XXXXXX".utf8CString)
        guard mkdtemp(&name) != nil else { throw TroubleWithTheTest(what: "mkdtemp") }
        path = name.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } ?? "" }
    }

    deinit {
        rmdir(path + "/s.lock")
        for name in ["s", "s.lock", "program", "started"] { unlink(path + "/" + name) }
        rmdir(path)
    }

    /// A shell script that can be run.
    func program(_ lines: String) throws -> String {
        let file = path + "/program"
        guard let stream = fopen(file, "w") else { throw TroubleWithTheTest(what: file) }
        fputs("#!/bin/sh\n" + lines + "\n", stream)
        fclose(stream)
        chmod(file, 0o700)
        return file
    }
}

/// Listens on a socket and says what it was told to say, one connection after another.
final class FakeDaemon: @unchecked Sendable {
    /// What to do with a connection: answer each line with one of these, then close.
    typealias Script = [@Sendable (String) -> String]

    private let listening: Int32

    init(_ path: String, _ connections: [Script]) throws {
        listening = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
        let code = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(listening, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        guard code == 0, listen(listening, 8) == 0 else { throw TroubleWithTheTest(what: "listen on \(path)") }
        let descriptor = listening
        inThread {
            for script in connections {
                let connection = accept(descriptor, nil, nil)
                guard connection >= 0 else { return }
                Self.play(script, on: connection)
                close(connection)
            }
        }
    }

    deinit {
        shutdown(listening, Int32(SHUT_RDWR))
        close(listening)
    }

    private static func play(_ script: Script, on connection: Int32) {
        for answer in script {
            var line: [UInt8] = []
            var byte: UInt8 = 0
            while read(connection, &byte, 1) == 1, byte != 0x0a { line.append(byte) }
            if line.isEmpty { return }
            let text = answer(String(decoding: line, as: UTF8.self))
            _ = send(connection, text, text.utf8.count, Int32(MSG_NOSIGNAL))
        }
    }
}

private func inThread(_ body: @escaping @Sendable () -> Void) {
    final class Box {
        let body: @Sendable () -> Void
        init(_ body: @escaping @Sendable () -> Void) { self.body = body }
    }
    var thread = pthread_t()
    let box = Unmanaged.passRetained(Box(body)).toOpaque()
    pthread_create(
        &thread, nil,
        { pointer in
            if let pointer { Unmanaged<Box>.fromOpaque(pointer).takeRetainedValue().body() }
            return nil
        }, box)
    pthread_detach(thread)
}
