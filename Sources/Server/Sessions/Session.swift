import Documents
import JSON
import JSONRPC
import Logging
import ServerProtocol
import Synchronization
import Transports

/// One connection's life. Frames come in one after another, and what changes the session is done in that order;
/// then each request is answered at once, or by a worker, and the answers go out as they are ready.
final class Session: MessageReceiver {
    private struct State: ~Copyable {
        var life = LifeCycle()
        /// From `initialize` on.
        var editing: EditingSession?
        /// Requests under way but those that are answered at once; those without an id under nil. An id that is used twice
        /// at once is answered twice, and cancelled together.
        var underWay: [RequestID?: [Reply]] = [:]
        /// Requests under way, and frames whose requests have not all been begun.
        var unanswered = 0
        var hasInputEnded = false
    }

    /// When a message came, and whether that was after a stop was requested: what came before it is answered.
    private struct Arrival {
        var time: ContinuousClock.Instant
        var isLate: Bool
    }

    /// Longer messages are not read on an event loop: others wait there.
    private static let quickMessage = 16 << 10

    private let server: SluiceServer
    private let output: any MessageSender
    private let state = Mutex(State())

    init(server: SluiceServer, output: any MessageSender) {
        self.server = server
        self.output = output
        server.sessions.add(self)
    }

    /// The status of a process that serves this session alone.
    var exitCode: Int32 { state.withLock { $0.life.exitCode } }
    /// What the session has once it follows LSP.
    var editing: EditingSession? { state.withLock { $0.editing } }
    /// The client that has to stay alive, where it said which it is.
    var clientProcess: Int? { state.withLock { $0.life.processId } }

    // MARK: - From the transport

    func receive(_ frame: FrameDecoder.Frame) -> Bool {
        switch frame {
        case .message(let bytes):
            let arrival = Arrival(time: .now, isLate: server.isDraining)
            // From here on a stop, or the end of the input, waits for all that the frame asks.
            hold()
            if bytes.count <= Self.quickMessage {
                read(bytes, arrival)
                release()
                return true
            }
            let refusal = server.readers.submit { [self] in
                read(bytes, arrival)
                output.resume()
                release()
            }
            guard let refusal else { return false }
            refuse(ResponseError(refusal))
            release()
            return true
        case .tooLong:
            let limit = server.configuration.messageLimit
            refuse(
                .tooLarge, "the message is longer than \(limit) bytes",
                hint: "send at most \(limit) bytes in a message: split the texts over several requests")
            return true
        case .broken(let reason):
            refuse(
                .parseError, "the frame cannot be read: \(reason)",
                hint: "begin with Content-Length: N, an empty line and N bytes of JSON, or send one JSON value a line; "
                    + "this connection is closed")
            cancelAll()
            output.close()
            return true
        }
    }

    func inputEnded() {
        let isDone = state.withLock { state in
            state.hasInputEnded = true
            return state.unanswered == 0
        }
        if isDone { output.close() }
    }

    func disconnected() {
        cancelAll()
        editing?.end()
        server.sessions.remove(self)
    }

    /// Ends the session as `exit` does.
    func end() {
        state.withLock { $0.life.end() }
        cancelAll()
        editing?.end()
        output.close()
    }

    private func refuse(_ code: ResponseError.Code, _ message: String, hint: String) {
        refuse(ResponseError(code, message, hint: hint))
    }

    private func refuse(_ error: ResponseError) {
        output.send(.response(Response(id: .null, outcome: .failure(error))))
    }

    // MARK: - Messages

    private func read(_ bytes: [UInt8], _ arrival: Arrival) {
        let value: JSONValue
        do throws(JSONError) {
            value = try JSONValue(
                parsing: bytes, maximumDepth: server.configuration.nestingLimit,
                maximumValues: server.configuration.valuesLimit)
        } catch {
            return refuse(ResponseError(error, server.configuration))
        }
        // Before anything is made of the elements: each answer is longer than the element that asks for it.
        if case .array(let elements) = value, elements.count > server.configuration.batchLimit {
            let limit = server.configuration.batchLimit
            return refuse(
                .tooLarge, "the batch has \(elements.count) requests, expected at most \(limit)",
                hint: "split it into several batches, or send the requests one by one")
        }
        switch Incoming(value) {
        case .single(let message): handle(message, arrival, .client(output))
        case .batch(let messages):
            guard state.withLock({ $0.life.allowsBatches }) else {
                return refuse(
                    .invalidRequest, "a batch came after initialize",
                    hint: "LSP has no batches: send one request a frame")
            }
            let batch = Batch(elements: messages.count, output: output)
            for message in messages { handle(message, arrival, .batch(batch)) }
        }
    }

    /// Where an answer goes: at once to the client, or to the batch that its request came in.
    private enum Destination: Sendable {
        case client(any MessageSender)
        case batch(Batch)

        /// Nil of what is not answered.
        func take(_ response: Response?) {
            switch self {
            case .client(let output): if let response { output.send(.response(response)) }
            case .batch(let batch): batch.add(response)
            }
        }
    }

    private func handle(
        _ message: Result<Message, InvalidMessage>, _ arrival: Arrival, _ destination: Destination
    ) {
        switch message {
        case .failure(let invalid):
            let error = ResponseError(
                invalid.error.code, invalid.error.message,
                hint: #"send {"jsonrpc": "2.0", "id": 1, "method": "…", "params": {…}}"#)
            destination.take(Response(id: invalid.id, outcome: .failure(error)))
        case .success(.response(let id, let outcome)):
            editing?.requests.take(id, outcome)
            destination.take(nil)
        case .success(.notification(let notification)):
            handle(notification, arrival, destination)
        case .success(.request(let request)):
            handle(request, arrival, destination)
        }
    }

    private func handle(_ notification: Notification, _ arrival: Arrival, _ destination: Destination) {
        switch notification.method {
        case Exit.method: end()
        case CancelRequest.method:
            if let parameters = try? CancelRequest.read(notification.params) { cancel(parameters.id) }
        default:
            if let editing, state.withLock({ (try? $0.life.admit(notification.method, needsInitialize: true)) != nil }),
                editing.take(notification)
            {
                break
            }
            // A request without an id is done, and its answer dropped.
            guard let route = Routes.named(notification.method),
                state.withLock({ (try? $0.life.admit(route.name, needsInitialize: route.needsInitialize)) != nil })
            else { break }
            return run(route, notification.params, id: nil, arrival, destination)
        }
        destination.take(nil)
    }

    private func handle(_ request: Request, _ arrival: Arrival, _ destination: Destination) {
        let route = Routes.named(request.method)
        do throws(ResponseError) {
            try state.withLock { state throws(ResponseError) in
                try state.life.admit(request.method, needsInitialize: route?.needsInitialize ?? false)
            }
            guard let route else { throw Routes.unknown(request.method) }
            switch route.name {
            case Initialize.method:
                let parameters = try Routes.parameters(Initialize.self, request.params)
                let result = try initialize(parameters).json
                destination.take(Response(id: request.id, outcome: .success(.value(result))))
            case Shutdown.method:
                _ = try Routes.parameters(Shutdown.self, request.params)
                state.withLock { $0.life.shutDown() }
                destination.take(Response(id: request.id, outcome: .success(.value(.null))))
            default:
                return run(route, request.params, id: request.id, arrival, destination)
            }
            server.statistics.record(route.index, arrival.time.duration(to: .now), isError: false)
        } catch {
            destination.take(Response(id: request.id, outcome: .failure(error)))
            if let route { server.statistics.record(route.index, arrival.time.duration(to: .now), isError: true) }
        }
    }

    private func initialize(_ parameters: Initialize.Parameters) throws(ResponseError) -> Initialize.Result {
        let encoding = try state.withLock { state throws(ResponseError) in
            try state.life.initialize(parameters)
            return state.life.positionEncoding
        }
        let editing = EditingSession(server, parameters, PositionUnit(encoding), output: output)
        state.withLock { $0.editing = editing }
        return Initialize.Result(
            editing.capabilities(encoding), serverName: "sluice", serverVersion: BuildIdentity.version)
    }

    // MARK: - Answering

    private func run(
        _ route: Route, _ params: JSONValue?, id: RequestID?, _ arrival: Arrival, _ destination: Destination
    ) {
        let editing = editing
        let work: Work
        do throws(ResponseError) {
            if arrival.isLate, !route.isAnsweredWhileDraining {
                throw .stopping
            }
            work = try route.prepare(params, server, editing)
        } catch {
            destination.take(id.map { Response(id: $0, outcome: .failure(error)) })
            server.statistics.record(route.index, arrival.time.duration(to: .now), isError: true)
            return
        }

        let cancellation = Cancellation()
        let progress = editing.flatMap { editing in
            work.progress.map { token, appearance in
                SessionProgress(editing, appearance.title, token: token, hasPercentage: appearance.hasPercentage) {
                    [weak self] in self?.cancel(cancellation)
                }
            }
        }
        let reply = Reply(
            id: id, route: route, arrival: arrival, cancellation: cancellation, progress: progress,
            destination: destination)
        // What is answered at once is over before this session's next frame is read: nothing can cancel it.
        if work.intent != .quick { begin(reply) }
        progress?.begin()
        let context = RequestContext(
            server: server, cancellation: cancellation, intent: work.intent,
            positionEncoding: work.positionEncoding ?? state.withLock { $0.life.positionEncoding },
            output: output, editing: editing, progress: progress)

        let refusal: WorkerPool.Refusal?
        switch work.intent {
        case .quick: return answer(reply, work.outcome(context))
        case .reading: refusal = server.reading.submit { [self] in finish(reply, work.outcome(context)) }
        case .work:
            if let joint = work.joint {
                let item = JointQueue.Item(work: joint, context: context) { [self] in finish(reply, $0) }
                refusal = server.joint.submit(item, to: server.workers)
            } else {
                refusal = server.workers.submit { [self] in finish(reply, work.outcome(context)) }
            }
        case .long: refusal = server.longWorkers.submit { [self] in finish(reply, work.outcome(context)) }
        }
        if let refusal { finish(reply, .failure(ResponseError(refusal))) }
    }

    /// A request under way, and whom to give the answer.
    private struct Reply: Sendable {
        let id: RequestID?
        let route: Route
        let arrival: Arrival
        let cancellation: Cancellation
        let progress: SessionProgress?
        let destination: Destination
    }

    /// It can be cancelled from here on, until `finish`.
    private func begin(_ reply: Reply) {
        state.withLock { $0.underWay[reply.id, default: []].append(reply) }
        hold()
    }

    /// Answers, unless that has been done: a request that was cancelled has its answer while somebody still works on it.
    private func finish(_ reply: Reply, _ outcome: Work.Outcome) {
        guard reply.cancellation.claimAnswer() else { return }
        answer(reply, outcome)
        state.withLock { state in
            guard var list = state.underWay.removeValue(forKey: reply.id) else { return }
            list.removeAll { $0.cancellation === reply.cancellation }
            if !list.isEmpty { state.underWay[reply.id] = list }
        }
        release()
    }

    private func answer(_ reply: Reply, _ outcome: Work.Outcome) {
        // Its token is good for as long as the request has no answer.
        reply.progress?.end()
        reply.destination.take(reply.id.map { Response(id: $0, outcome: outcome) })
        let duration = reply.arrival.time.duration(to: .now)
        server.statistics.record(reply.route.index, duration, isError: outcome.isFailure)
        editing?.trace("\(reply.route.name): \(duration)\(outcome.isFailure ? ", refused" : "")")
    }

    /// Neither the connection nor the daemon ends before as many calls of `release` have come.
    private func hold() {
        server.begin()
        state.withLock { $0.unanswered += 1 }
    }

    private func release() {
        let isLast = state.withLock { state in
            state.unanswered -= 1
            return (state.hasInputEnded || server.isDraining) && state.unanswered == 0
        }
        if isLast { output.close() }
        server.end()
    }

    /// Answers at once; whoever works on it ends when it next asks whether that is wanted.
    private func cancel(_ id: RequestID) {
        for reply in state.withLock({ $0.underWay[id] ?? [] }) {
            reply.cancellation.cancel()
            finish(reply, .failure(.cancelled))
        }
    }

    /// The same of the request of this cancellation.
    private func cancel(_ cancellation: Cancellation) {
        cancellation.cancel()
        let found = state.withLock { $0.underWay.values.joined().first { $0.cancellation === cancellation } }
        if let found { finish(found, .failure(.cancelled)) }
    }

    private func cancelAll() {
        let all = state.withLock { $0.underWay.values.flatMap { $0 } }
        for reply in all { reply.cancellation.cancel() }
    }
}

extension ResponseError {
    fileprivate init(_ error: JSONError, _ limits: ServerConfiguration) {
        if error.isTooLarge {
            self.init(
                .tooLarge, "the message has \(error)",
                hint: "send at most \(limits.valuesLimit) values in a message: split the texts over several requests")
        } else {
            self.init(
                .parseError, "the message is no JSON: \(error)",
                hint: "send one JSON value, in UTF-8, nested at most \(limits.nestingLimit) levels deep")
        }
    }

    fileprivate init(_ refusal: WorkerPool.Refusal) {
        switch refusal {
        case .stopped: self = .stopping
        case .full(let count):
            self.init(
                .overloaded, "\(count) requests of this kind wait already",
                hint: "ask again in a moment, or send several texts in one request")
        case .noThread:
            self.init(
                .overloaded, "the system gives the daemon no thread",
                hint: "ask again in a moment, or end other programs of yours")
        }
    }
}

extension Result {
    fileprivate var isFailure: Bool {
        if case .failure = self { true } else { false }
    }
}
