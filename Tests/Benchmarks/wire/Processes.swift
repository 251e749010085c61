#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Another process that serves a socket.
final class Daemon {
    let socket: String
    private var process = pid_t()

    init(_ program: String, _ arguments: [String], socket: String) {
        self.socket = socket
        var words: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) }
        words.append(nil)
        guard posix_spawn(&process, program, nil, nil, words, environ) == 0 else { fail("cannot run \(program)") }
        for word in words { free(word) }
        for _ in 0..<2_000 where access(socket, F_OK) != 0 { usleep(5_000) }
        guard access(socket, F_OK) == 0 else { fail("\(program) does not listen on \(socket)") }
        usleep(300_000)
    }

    func stop() {
        kill(process, SIGTERM)
        var status: Int32 = 0
        waitpid(process, &status, 0)
        unlink(socket)
    }
}

enum Thread {
    private final class Body {
        let run: @Sendable () -> Void
        init(_ run: @escaping @Sendable () -> Void) { self.run = run }
    }

    #if canImport(Darwin)
        typealias Handle = pthread_t?
    #else
        typealias Handle = pthread_t
    #endif

    @discardableResult
    static func start(_ body: @escaping @Sendable () -> Void) -> Handle {
        let argument = Unmanaged.passRetained(Body(body)).toOpaque()
        #if canImport(Darwin)
            var thread: pthread_t?
            pthread_create(
                &thread, nil,
                {
                    Unmanaged<Body>.fromOpaque($0).takeRetainedValue().run()
                    return nil
                }, argument)
        #else
            var thread = pthread_t()
            pthread_create(
                &thread, nil,
                { argument in
                    if let argument { Unmanaged<Body>.fromOpaque(argument).takeRetainedValue().run() }
                    return nil
                }, argument)
        #endif
        return thread
    }

    final class Group {
        private var handles: [Handle] = []

        func start(_ body: @escaping @Sendable () -> Void) { handles.append(Thread.start(body)) }

        func join() {
            #if canImport(Darwin)
                for handle in handles { if let handle { pthread_join(handle, nil) } }
            #else
                for handle in handles { pthread_join(handle, nil) }
            #endif
        }
    }

    final class Lock: @unchecked Sendable {
        private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)

        init() { pthread_mutex_init(mutex, nil) }
        deinit { mutex.deallocate() }

        func with(_ body: () -> Void) {
            pthread_mutex_lock(mutex)
            body()
            pthread_mutex_unlock(mutex)
        }
    }
}
