import Alerting
import Configuration
import Digest
import Formats
import Model
import Ports
import Text

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

    /// `later`: with a reason, and a bound of the wait when it is known what is waited for.
    enum Result: Sendable, Equatable {
        case stored, gone
        case later(String, atMost: Duration? = nil)
    }

    private let world: World
    private let policy: PolicyBox
    private let committer: Committer
    private let queue = BoundedQueue<Job>(capacity: 256)
    /// Documents for the reader worker, one at a time, so that what takes long holds up nothing else.
    private let documents = BoundedQueue<Job>(capacity: 256)

    init(world: World, policy: PolicyBox, committer: Committer) {
        (self.world, self.policy, self.committer) = (world, policy, committer)
    }

    /// How many files wait.
    var backlog: Int { queue.count + documents.count }

    func put(_ job: Job, _ lane: BoundedQueue<Job>.Lane) async { _ = await queue.put(job, lane) }

    /// Ends the workers once the queue is empty.
    func close() { queue.close() }

    /// Runs the workers until closed.
    func run() async {
        await withTaskGroup { group in
            group.addTask {
                while let job = await self.documents.take(upTo: 1).first {
                    await self.read(job, isDocument: true)
                }
            }
            await withTaskGroup { workers in
                for _ in 0..<world.workerCount {
                    workers.addTask(executorPreference: world.workers) {
                        while let job = await self.queue.take(upTo: 1).first { await self.read(job) }
                    }
                }
            }
            documents.close()
        }
    }

    private func read(_ job: Job, isDocument: Bool = false) async {
        let policy = policy.current
        guard let folder = policy.settings.folders.first(where: { $0.id == job.name.source }) else {
            return job.done(.gone)
        }
        var candidates: [Candidate]
        do throws(FileRefusal) {
            let (arrival, mark) = try open(job, folder)
            if !isDocument, needsReader(arrival.bytes, arrival.hints) {
                if await !documents.put(job, .live) { job.done(.gone) }
                return
            }
            let passage = Passage(policy)
            if isDocument {
                let reading = try await document(arrival)
                candidates = passage.candidates(reading, arrival, circumstance: job.circumstance, mark: mark)
            } else {
                candidates = passage.run(arrival, circumstance: job.circumstance, mark: mark)
            }
        } catch {
            switch error.kind {
            case .gone: return job.done(.gone)
            case .later: return job.done(.later(error.reason))
            case .refused: candidates = [refused(job, error.reason)]
            }
        }
        await store(candidates, job, policy, folder)
    }

    /// Stores what was read. Of a file with items that are embargoed, the others are stored, and the file is
    /// looked at again until it holds none.
    private func store(_ all: [Candidate], _ job: Job, _ policy: Policy, _ folder: FolderSource) async {
        let now = world.wall.now
        var candidates = all.filter { $0.article?.embargo.map { $0 <= now } ?? true }
        let isHeld = candidates.count < all.count
        let until = all.compactMap { $0.article?.embargo }.max()
        if isHeld { for index in candidates.indices { candidates[index].mark = nil } }
        let wait = all.compactMap { $0.article?.embargo }.filter { $0 > now }.min()
            .map { Duration.milliseconds($0.milliseconds - now.milliseconds) }
        let held = Result.later("embargoed until \(until?.iso8601 ?? "later")", atMost: wait)
        if candidates.isEmpty { return job.done(held) }
        let world = world
        let stored = await committer.put(
            Prepared(candidates: candidates, policy: policy) { results in
                if isHeld { return job.done(held) }
                // Only now, when everything is durable, may the file go.
                if folder.after != .leave, results.allSatisfy({ $0.result != .refused }) {
                    FileReader.finish(job.name, folder, world)
                }
                job.done(.stored)
            })
        if !stored { job.done(.gone) }
    }

    private func open(_ job: Job, _ folder: FolderSource) throws(FileRefusal) -> (Arrival, FileMark) {
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
        return (arrival, mark)
    }

    /// What the reader worker finds in a document. One that ends it twice is refused with the reason.
    private func document(_ arrival: Arrival) async throws(FileRefusal) -> FormatReading {
        guard let reader = world.documents else {
            throw FileRefusal(.later, "there is no reader for documents")
        }
        let (type, language) = (arrival.hints.contentType, arrival.hints.language)
        for attempt in 1... {
            do throws(DocumentFailure) {
                let output = try await reader.read(arrival.bytes, type: type, language: language)
                world.conditions.report("reader", trouble: nil)
                guard let json = try? JSON.parse(output) else {
                    return FormatReading(note: "the reader gave no answer")
                }
                var reading = FormatReading(json)
                for index in reading.items.indices {
                    reading.items[index].hints = arrival.hints.over(reading.items[index].hints)
                }
                return reading
            } catch {
                let isDocument = error.kind == .fatal
                world.telemetry.note(
                    Event(
                        "documents_failed", .warning, "\(arrival.place): \(error.what)",
                        fields: [("SOURCE", arrival.source), ("PLACE", arrival.place)],
                        label: ("result", isDocument ? "fatal" : "unavailable")))
                if isDocument, attempt < 2 { continue }
                if isDocument { return FormatReading(note: "\(error.what), twice") }
                world.conditions.report(
                    "reader",
                    trouble: Trouble(
                        "documents cannot be read: \(error.what)",
                        mend: "install the package tocsin again; tocsin-reader belongs beside it", isDue: true
                    ))
                throw FileRefusal(.later, error.what)
            }
        }
        return FormatReading()
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
