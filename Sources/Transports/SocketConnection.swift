import JSONRPC
import NIOCore
import Synchronization

/// One client on the socket. Everything happens on its event loop, without hops; only `send`, `resume` and `close`
/// may come from elsewhere, and then find their way there.
final class SocketConnection: ChannelDuplexHandler, MessageSender, @unchecked Sendable {
    typealias InboundIn = ByteBuffer
    typealias OutboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private let eventLoop: any EventLoop
    private let configuration: UnixSocketServer.Configuration
    private let framing = Mutex<Framing?>(nil)
    private let makeReceiver: @Sendable (any MessageSender) -> any MessageReceiver

    // On the event loop only.
    private var context: ChannelHandlerContext?
    private var receiver: (any MessageReceiver)?
    private var decoder: FrameDecoder
    private var isReceiverBusy = false
    private var isReading = false
    private var hasUnflushed = false
    private var isReadHeld = false
    private var hasInputEnded = false
    private var isInputReported = false
    private var isClosing = false

    init(
        eventLoop: any EventLoop, configuration: UnixSocketServer.Configuration,
        makeReceiver: @escaping @Sendable (any MessageSender) -> any MessageReceiver
    ) {
        self.eventLoop = eventLoop
        self.configuration = configuration
        self.makeReceiver = makeReceiver
        decoder = FrameDecoder(limits: configuration.limits)
    }

    func handlerAdded(context: ChannelHandlerContext) {
        self.context = context
        receiver = makeReceiver(self)
    }

    func channelInactive(context: ChannelHandlerContext) { leave() }

    /// Also where the channel never became active, because it could not be registered.
    func handlerRemoved(context: ChannelHandlerContext) { leave() }

    private func leave() {
        context = nil
        receiver?.disconnected()
        receiver = nil
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        context.close(promise: nil)
    }

    // MARK: - In

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        // What comes after a close is read only to learn of its end.
        if isClosing { return }
        unwrapInboundIn(data).withUnsafeReadableBytes { decoder.append($0) }
        isReading = true
        pump()
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        isReading = false
        flush()
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        guard case ChannelEvent.inputClosed? = event as? ChannelEvent else {
            context.fireUserInboundEventTriggered(event)
            return
        }
        hasInputEnded = true
        if isClosing {
            context.close(promise: nil)
        } else {
            pump()
        }
    }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        pump()
        readIfHeld()
    }

    /// Hands on every frame there is, as long as the receiver and the client keep up.
    private func pump() {
        guard let context, let receiver else { return }
        while !isReceiverBusy, !isClosing, context.channel.isWritable {
            let next = decoder.next() ?? (hasInputEnded ? decoder.finish() : nil)
            guard let frame = next else {
                if hasInputEnded, !isInputReported {
                    isInputReported = true
                    receiver.inputEnded()
                }
                return
            }
            if let known = decoder.framing { framing.withLock { $0 = known } }
            isReceiverBusy = true
            if receiver.receive(frame) { isReceiverBusy = false }
        }
    }

    func resume() {
        if eventLoop.inEventLoop {
            goOn()
        } else {
            eventLoop.execute { self.goOn() }
        }
    }

    private func goOn() {
        isReceiverBusy = false
        pump()
        readIfHeld()
    }

    /// A client that does not read its answers is not read from either.
    func read(context: ChannelHandlerContext) {
        if isClosing || (!isReceiverBusy && context.channel.isWritable) {
            context.read()
        } else {
            isReadHeld = true
        }
    }

    private func readIfHeld() {
        guard isReadHeld, let context, !isReceiverBusy, context.channel.isWritable else { return }
        isReadHeld = false
        context.read()
    }

    // MARK: - Out

    func send(_ message: Outgoing) {
        var bytes: [UInt8] = []
        FrameEncoder.append(message, framing: framing.withLock { $0 } ?? .lines, to: &bytes)
        if eventLoop.inEventLoop {
            write(bytes)
        } else {
            eventLoop.execute { [bytes] in self.write(bytes) }
        }
    }

    private func write(_ bytes: [UInt8]) {
        guard let context, !isClosing else { return }
        // Looked up only where there may be much: that takes longer than the writing of a short answer.
        let pending = context.channel.isWritable ? 0 : pendingOutput(context)
        // One answer alone goes out however long it is: what may be asked at once is limited elsewhere.
        if pending > 0, pending + bytes.count > configuration.pendingOutputLimit {
            // It has not read for a long time, and what it asked for must not fill our memory.
            context.close(promise: nil)
            return
        }
        let data = wrapOutboundOut(context.channel.allocator.buffer(bytes: bytes))
        // Where more was asked at once, one flush at its end serves all.
        if isReading, decoder.pendingCount > 0 {
            context.write(data, promise: nil)
            hasUnflushed = true
        } else {
            hasUnflushed = false
            context.writeAndFlush(data, promise: nil)
        }
    }

    private func pendingOutput(_ context: ChannelHandlerContext) -> Int {
        (try? context.channel.syncOptions?.getOption(.bufferedWritableBytes)) ?? 0
    }

    private func flush() {
        guard hasUnflushed, let context else { return }
        hasUnflushed = false
        context.flush()
    }

    func close() {
        // In line behind what other threads have sent, also from here: a close must not overtake an answer.
        eventLoop.execute { self.closeAfterOutput() }
    }

    /// Says that nothing more comes once everything has gone out, then waits a moment for the client's own end:
    /// closing a Unix socket with bytes unread would reset it under the client's last read.
    private func closeAfterOutput() {
        guard let context, !isClosing else { return }
        isClosing = true
        decoder = FrameDecoder(limits: configuration.limits)
        let channel = context.channel
        eventLoop.scheduleTask(in: configuration.closeTimeout) { channel.close(promise: nil) }
        context.writeAndFlush(wrapOutboundOut(channel.allocator.buffer(capacity: 0))).assumeIsolated().whenComplete {
            [self] _ in
            if hasInputEnded {
                channel.close(promise: nil)
            } else {
                channel.close(mode: .output, promise: nil)
                self.context?.read()
            }
        }
    }
}
