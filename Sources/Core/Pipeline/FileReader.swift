import Alerting
import Configuration
import Digest
import Model
import Ports

/// Reads files at rest on the worker threads: opens safely, hashes, recognises, extracts, matches, and hands
/// the result to the committer. A file that cannot be read now comes back; one that never can is stored with
/// its reason.
final class FileReader: Sendable {
    struct Job: Sendable {
        var name: Settling.Name
        var circumstance: Circumstance
        /// When its arrival was noticed.
        var seen: Moment
        var done: @Sendable (Result) -> Void
    }

    enum Result: Sendable, Equatable { case stored, gone, later(String) }

    private let world: World
    private let policy: PolicyBox
    private let committer: Committer
    private let queue = BoundedQueue<Job>(capacity: 256)

    init(world: World, policy: PolicyBox, committer: Committer) {
        (self.world, self.policy, self.committer) = (world, policy, committer)
    }

    /// How many files wait.
    var backlog: Int { queue.count }

    func put(_ job: Job, _ lane: BoundedQueue<Job>.Lane) async { _ = await queue.put(job, lane) }

    /// Ends the workers once the queue is empty.
    func close() { queue.close() }

    /// Runs the workers until closed.
    func run() async {
        await withTaskGroup { group in
            for _ in 0..<world.workerCount {
                group.addTask(executorPreference: world.workers) {
                    while let job = await self.queue.take(upTo: 1).first { await self.read(job) }
                }
            }
        }
    }

    private func read(_ job: Job) async {
        let policy = policy.current
        guard let folder = policy.settings.folders.first(where: { $0.id == job.name.source }) else {
            return job.done(.gone)
        }
        let candidates: [Candidate]
        do throws(FileRefusal) {
            candidates = try prepare(job, policy, folder)
        } catch {
            switch error.kind {
            case .gone: return job.done(.gone)
            case .later: return job.done(.later(error.reason))
            case .refused: candidates = [refused(job, error.reason)]
            }
        }
        let world = world
        let stored = await committer.put(
            Prepared(candidates: candidates, policy: policy) { results in
                // Only now, when everything is durable, may the file go.
                if folder.after != .leave, results.allSatisfy({ $0.result != .refused }) {
                    FileReader.finish(job.name, folder, world)
                }
                job.done(.stored)
            })
        if !stored { job.done(.gone) }
    }

    private func prepare(_ job: Job, _ policy: Policy, _ folder: FolderSource) throws(FileRefusal)
        -> [Candidate]
    {
        let (bytes, mark) = try world.folders.read(job.name.source, job.name.place)
        var hints = Hints()
        hints.language = folder.language
        if let side = world.folders.sidecar(job.name.source, job.name.place) {
            do {
                hints = try readSidecar(side, path: job.name.place + ".meta.yaml", defaults: hints)
            } catch {
                world.telemetry.note(
                    Event("sidecars_refused", .warning, error.text, fields: [("SOURCE", folder.id)]))
            }
        }
        let arrival = Arrival(
            source: folder.id, kind: .folder, place: job.name.place, bytes: bytes, hints: hints,
            digest: sha256(bytes),
            firstSeen: job.seen)
        return Passage(policy).run(arrival, circumstance: job.circumstance, mark: mark)
    }

    /// A file that is never opened, or is too large: known again by its mark, shown with its reason.
    private func refused(_ job: Job, _ reason: String) -> Candidate {
        Candidate(
            source: job.name.source, kind: .folder, place: job.name.place, key: "", aliases: [], digest: [],
            firstSeen: job.seen, circumstance: name(of: .ordinary), article: nil, refusal: reason,
            fingerprint: Fingerprint(url: nil, headline: 0, sketch: []), matches: [],
            mark: world.folders.look(job.name.source, job.name.place))
    }

    private static func finish(_ name: Settling.Name, _ folder: FolderSource, _ world: World) {
        do {
            try world.folders.finish(name.source, name.place, delete: folder.after == .delete)
        } catch {
            world.telemetry.note(
                Event(
                    "files_not_finished", .warning,
                    "\(name.place): cannot \(folder.after.rawValue) it: \(error.reason)",
                    fields: [("SOURCE", name.source)]))
        }
    }
}
