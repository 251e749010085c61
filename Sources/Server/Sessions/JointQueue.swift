import JSONRPC
import Synchronization

/// A request that can be answered together with others of its kind, for less than one by one.
struct JointWork: Sendable {
    /// What may be answered together has the same.
    var key: String
    var parameters: any Sendable
    /// One answer for each, in their order.
    var answers:
        @Sendable ([(parameters: any Sendable, context: RequestContext)]) -> [Result<
            Response.Payload, ResponseError
        >]
}

/// Where such requests wait for a thread: who gets one takes the others along.
final class JointQueue: Sendable {
    struct Item: Sendable {
        var work: JointWork
        var context: RequestContext
        var finish: @Sendable (Work.Outcome) -> Void
    }

    /// How many are answered at once.
    private let most: Int
    private let waiting = Mutex<[String: [Item]]>([:])

    init(most: Int) { self.most = most }

    /// Nil where the request was taken.
    func submit(_ item: Item, to pool: WorkerPool) -> WorkerPool.Refusal? {
        let key = item.work.key
        waiting.withLock { $0[key, default: []].append(item) }
        // As many jobs as requests: each takes what waits when its turn comes, and the last ones may find nothing.
        guard let refusal = pool.submit({ [self] in answer(key) }) else { return nil }
        // A job that came before may have taken it already.
        let isLeft = waiting.withLock { waiting in
            guard let place = waiting[key]?.lastIndex(where: { $0.context.cancellation === item.context.cancellation })
            else { return false }
            waiting[key]?.remove(at: place)
            return true
        }
        return isLeft ? refusal : nil
    }

    private func answer(_ key: String) {
        let items = waiting.withLock { waiting in
            let items = Array(waiting[key]?.prefix(most) ?? [])
            waiting[key]?.removeFirst(items.count)
            if waiting[key]?.isEmpty ?? false { waiting[key] = nil }
            return items
        }
        guard let first = items.first else { return }
        let wanted = items.filter { item in
            do throws(ResponseError) {
                try item.context.checkCancellation()
                return true
            } catch {
                item.finish(.failure(error))
                return false
            }
        }
        guard !wanted.isEmpty else { return }
        let answers = first.work.answers(wanted.map { ($0.work.parameters, $0.context) })
        for (item, answer) in zip(wanted, answers) { item.finish(answer) }
    }
}
