import Configuration
import Console
import Model
import Pipeline
import Ports
import Storage
import Text

extension Service {
    /// Deliveries in a state, the newest first; of dead ones why, and what mends it.
    func deliveries(_ request: ConsoleRequest) async throws(LedgerError) -> JSON {
        let limit = min(request.query["limit"].flatMap { Int($0) } ?? 50, 1000)
        let text = request.query["state"]
        let state = text.flatMap { DeliveryState(rawValue: $0) }
        if let text, state == nil {
            let known = DeliveryState.allCases.map(\.rawValue).joined(separator: ", ")
            return .object([("error", .string("there is no state '\(text)'; known: \(known)"))])
        }
        let found = try await assembly.ledger.deliveries(state, receiver: request.query["receiver"], limit: limit)
        return .array(found.map { one in
            let cause = one.state == DeliveryState.dead.rawValue ? DeadLetterCause(one) : nil
            return .object([
                ("id", .string(one.id)), ("alert", .string(one.alert)), ("receiver", .string(one.receiver)),
                ("state", .string(one.state)), ("tries", .integer(Int64(one.tries))), ("due", .text(one.due?.iso8601)),
                ("created", .string(one.created.iso8601)), ("last_status", one.lastStatus.map { .integer(Int64($0)) } ?? .null),
                ("last_error", .text(one.lastError)), ("cause", .text(cause?.name)), ("mend", .text(cause?.mend)),
            ])
        })
    }

    /// Makes one delivery, or every dead one, due now.
    func retry(_ request: ConsoleRequest) async throws(LedgerError) -> JSON {
        let count = try await assembly.ledger.retryDeliveries(
            id: request.query["id"], receiver: request.query["receiver"], now: System.now)
        flow.outboxChanged()
        return .object([("retried", .integer(Int64(count)))])
    }

    /// Sends deliveries once more, by receiver, watch, story, alert or time.
    func replay(_ request: ConsoleRequest) async throws(LedgerError) -> JSON {
        let now = System.now
        var order = ReplayOrder()
        (order.receiver, order.watch) = (request.query["receiver"], request.query["watch"])
        (order.story, order.alert) = (request.query["story"], request.query["alert"])
        func ago(_ name: String) -> Moment? {
            request.query[name].flatMap { Int64($0) }.map { now.advanced(by: .seconds(-$0)) }
        }
        (order.since, order.until) = (ago("since"), ago("until"))
        order.isAll = request.query["all"] != nil
        if let id = order.receiver, !policy.current.settings.receivers.contains(where: { $0.id == id }) {
            return .object([("error", .string("there is no receiver '\(id)'"))])
        }
        let isDry = request.query["dry"] != nil
        let (counts, lines) = try await assembly.ledger.replay(order, isDryRun: isDry, now: now)
        if !isDry { flow.outboxChanged() }
        return .object([
            ("receivers", .array(counts.map { one in
                .object([("receiver", .string(one.receiver)), ("count", .integer(Int64(one.count)))])
            })),
            ("newest", .array(lines.map(JSON.string))), ("dry_run", .bool(isDry)),
        ])
    }
}
