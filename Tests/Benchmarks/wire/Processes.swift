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

    /// - Parameter processor: where all its threads have to stay; nil: anywhere.
    init(_ program: String, _ arguments: [String], socket: String, on processor: Int? = nil) {
        self.socket = socket
        // A process begins where whoever spawned it may be.
        if let processor { Processors.stay(on: [processor]) }
        defer { if processor != nil { Processors.stay(on: Processors.allowed) } }
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

/// Which processors the calling thread may use. Where the system has no such calls, `allowed` is empty.
enum Processors {
    // Looked up by name: <sched.h> shows the two to _GNU_SOURCE alone, which Swift does not define.
    private typealias Call = @convention(c) (pid_t, Int, UnsafeMutableRawPointer) -> Int32
    private static let mostProcessors = 1024

    private static func call(_ name: String, _ set: inout [UInt8]) -> Bool {
        guard let symbol = dlsym(nil, name) else { return false }
        return unsafeBitCast(symbol, to: Call.self)(0, set.count, &set) >= 0
    }

    static let allowed: [Int] = {
        var set = [UInt8](repeating: 0, count: mostProcessors / 8)
        guard call("sched_getaffinity", &set) else { return [] }
        return (0..<mostProcessors).filter { set[$0 / 8] & (1 << ($0 % 8)) != 0 }
    }()

    static func stay(on processors: [Int]) {
        var set = [UInt8](repeating: 0, count: mostProcessors / 8)
        for processor in processors { set[processor / 8] |= 1 << (processor % 8) }
        if !call("sched_setaffinity", &set) { fail("cannot stay on processors \(processors)") }
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
