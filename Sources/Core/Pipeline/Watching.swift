import Alerting
import Configuration
package import Model
package import Ports
import Text

/// What the clock and the past say of watches and sources, rather than an article: spikes of coverage,
/// reports of watches, sources that fell silent, and silences that ended.
final class Watching: Sendable {
    private let world: World
    private let policy: PolicyBox
    private let courier: Courier
    private let began: Moment
    /// How far back a watch's usual coverage and a source's rhythm are looked for.
    private static let (coveragePast, rhythmPast) = (
        Duration.seconds(28 * 86_400), Duration.seconds(60 * 86_400)
    )

    init(world: World, policy: PolicyBox, courier: Courier) {
        (self.world, self.policy, self.courier) = (world, policy, courier)
        began = world.wall.now
    }

    /// Runs until cancelled.
    func run() async throws {
        var minutes = 0
        while !Task.isCancelled {
            try? await world.clock.sleep(for: .seconds(60))
            if Task.isCancelled { return }
            let policy = policy.current
            do throws(LedgerError) {
                try await tellSpikes(policy)
                try await tellReports(policy)
                try await tellSilences(policy)
                if minutes % 60 == 0 { try await listen(policy) }
                minutes += 1
            } catch {
                guard error.isFull else { throw error }
                world.telemetry.note(Event("store_full", .error, error.what))
            }
        }
    }

    private func tellSpikes(_ policy: Policy) async throws(LedgerError) {
        let now = world.wall.now
        for draft in policy.settings.watches {
            guard let rule = draft.spike, let watch = policy.watches[draft.id] else { continue }
            let coverage = try await world.ledger.watches.coverage(
                watch.id, within: rule.within, past: Watching.coveragePast, now: now)
            if let told = coverage.told, told.advanced(by: rule.within) > now { continue }
            let usual = usualCoverage(
                now: coverage.now, before: coverage.before, length: coverage.length, within: rule.within,
                factor: rule.factor, least: rule.least)
            guard let usual else { continue }
            let receivers = policy.receivers(of: watch, at: now)
            let line =
                "\(watch.title): \(coverage.now) articles in \(inWords(rule.within)), usually "
                + (usual < 1 ? "less than one" : String(Int(usual.rounded())))
            try await world.ledger.watches.tellSpike(
                watch.id, title: watch.title,
                since: now.advanced(by: .milliseconds(-rule.within.milliseconds)),
                now: now
            ) { items in
                policy.spike(watch, line, items, to: receivers, at: now)
            }
            courier.wake(receivers)
        }
    }

    private func tellReports(_ policy: Policy) async throws(LedgerError) {
        let now = world.wall.now
        for draft in policy.settings.watches {
            guard let every = draft.report, let watch = policy.watches[draft.id],
                let last = try await world.ledger.watches.reported(watch.id), last.advanced(by: every) <= now
            else { continue }
            let since = now.advanced(by: .milliseconds(-every.milliseconds))
            let activity = try await world.ledger.watches.activity(watch.id, since: since)
            let notice = activityReport(
                watch.title, activity, within: every, failing: world.conditions.failingSources,
                condition: watch.id)
            let receivers = policy.receivers(of: watch, at: now)
            let message = policy.serviceMessage(.report, notice, at: now, to: receivers)
            try await world.ledger.watches.tellReport(watch.id, message, now: now)
            courier.wake(receivers)
        }
    }

    private func tellSilences(_ policy: Policy) async throws(LedgerError) {
        let now = world.wall.now
        for (silence, held) in try await world.ledger.watches.endedSilences(now: now) {
            let what = [silence.watch.map { "watch \($0)" }, silence.source.map { "source \($0)" }].compactMap
            { $0 }
            let notice = Notice(
                condition: "silence/\(silence.id)", state: "ended",
                what:
                    "the silence of \(what.isEmpty ? "everything" : what.joined(separator: ", ")) by \(silence.author) "
                    + "(\(silence.reason)) has ended; it held \(counted(held, "match", "matches"))"
                    + (held > 0 ? ", told in one digest" : ""))
            let watch = silence.watch.flatMap { policy.watches[$0] }
            let receivers =
                watch.map { policy.receivers(of: $0, at: now) } ?? policy.settings.operatorReceivers
            let message = policy.serviceMessage(.operatorNotice, notice, at: silence.until, to: receivers)
            try await world.ledger.watches.tellSilenceEnd(silence.id, message)
            courier.wake(receivers)
        }
    }

    /// Notices sources that fell silent. A source that fails is told of as such.
    private func listen(_ policy: Policy) async throws(LedgerError) {
        let now = world.wall.now
        let sources =
            policy.settings.folders.map { ($0.id, $0.title, $0.silenceAfter) }
            + policy.settings.feeds.map { ($0.id, $0.title, $0.silenceAfter) }
        for (id, title, rule) in sources {
            guard rule != .never else {
                world.conditions.report("silent/\(id)", trouble: nil)
                continue
            }
            let arrivals = try await world.ledger.watches.arrivals(
                id, since: now.advanced(by: .milliseconds(-Watching.rhythmPast.milliseconds)))
            world.conditions.report("silent/\(id)", trouble: trouble(id, title, rule, arrivals, now))
        }
    }

    private func trouble(
        _ id: String, _ title: String, _ rule: SilenceRule, _ arrivals: [Moment], _ now: Moment
    ) -> Trouble? {
        let mend = "see whether it still publishes and `tocsin status`; or set silence_after for source \(id)"
        if case .after(let length) = rule {
            let since = max(arrivals.first ?? began, began)
            guard since.advanced(by: length) <= now else { return nil }
            let pause = inWords(.milliseconds(now.milliseconds - (arrivals.first ?? began).milliseconds))
            return Trouble("source \(title) brought nothing for \(pause)", mend: mend, isDue: true)
        }
        guard let silence = silence(of: arrivals, now: now, upSince: began) else { return nil }
        let pause = inWords(.milliseconds(now.milliseconds - silence.since.milliseconds))
        return Trouble(
            "source \(title) brought nothing for \(pause); it usually does after \(inWords(silence.usual)), "
                + "and after \(inWords(silence.longest)) at the latest", mend: mend, isDue: true)
    }
}

/// What a watch checked and found, hits or none, and whether anything kept it from more.
package func activityReport(
    _ title: String, _ activity: WatchActivity, within: Duration, failing: [String], condition: String
) -> Notice {
    let down =
        failing.isEmpty
        ? "no source failing" : "\(failing.count) failing: \(failing.prefix(5).joined(separator: ", "))"
    let what =
        "\(title): \(counted(activity.hits, "hit")) in \(inWords(within)), "
        + "\(activity.told) told at once; \(counted(activity.checked, "article")) checked, \(down)"
    return Notice(
        condition: "watch/\(condition)", state: "report", what: what,
        figures: [
            ("hits", activity.hits), ("told", activity.told), ("articles_checked", activity.checked),
            ("sources_failing", Int64(failing.count)),
        ])
}

extension Conditions {
    /// Sources that cannot be read at the moment.
    package var failingSources: [String] {
        current.filter { $0.name.hasPrefix("source/") }.map {
            String($0.name.dropFirst("source/".utf8.count))
        }
    }
}

extension Policy {
    /// The receivers of a message about a watch that is about no single article.
    package func receivers(of watch: Watch, at now: Moment) -> [String] {
        if let away = absences.first(where: { $0.covers(watch, at: now) }) { return away.to }
        return receivers(watch) { $0.fitsWatch(watch) }
    }

    /// The message of a spike.
    func spike(
        _ watch: Watch, _ line: String, _ items: [DigestItem], to receivers: [String], at now: Moment
    ) -> ServiceMessage? {
        guard !items.isEmpty else { return nil }
        let alert = composeSpike(watch, line, items, at: now)
        return ServiceMessage(
            alert: (alert.id, alert.kind, alert.text), created: now, messages: messages(alert, to: receivers))
    }
}
