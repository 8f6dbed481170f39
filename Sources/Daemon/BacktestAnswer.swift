import Configuration
import Console
import Executors
import Matching
import Model
import Pipeline
import Ports
import Storage
import Text

extension Service {
    /// Runs the watchlist in a request's body over the archive, on a thread of its own; one at a time.
    func backtest(_ request: ConsoleRequest) async -> ConsoleAnswer {
        @Sendable func refuse(_ status: Int, _ lines: [String]) -> ConsoleAnswer {
            let body = JSON.object([("complaints", .array(lines.map(JSON.string)))])
            return ConsoleAnswer(status: status, contentType: "application/json", body: body.bytes)
        }
        let name = request.query["name"] ?? "watchlist.yaml"
        let file = ConfigurationFile(path: name, bytes: request.body, isWatchlist: true)
        let (settings, first) = readSettings([file], secrets: { _ in .value("") }, standalone: true)
        let policy = policy.current
        let compiled = settings.map { compileWatches($0, policy.gazetteer) }
        let errors = (first + (compiled?.complaints ?? [])).filter { $0.severity == .error }
        guard let compiled, errors.isEmpty else { return refuse(422, errors.map(\.text)) }
        let wanted = request.query["watch"]
        let watches = compiled.watches.filter { wanted == nil || $0.id == wanted }
        guard !watches.isEmpty else { return refuse(422, ["there is no watch '\(wanted ?? "")' in \(name)"]) }
        guard let seconds = request.query["seconds"].flatMap({ Int64($0) }), seconds > 0 else { return refuse(422, ["since when?"]) }
        guard reloading.beginBacktest() else { return refuse(429, ["another backtest is running; try again when it is done"]) }
        defer { reloading.endBacktest() }
        let live = policy.watches
        let job = Backtest(
            watches: watches, live: Dictionary(uniqueKeysWithValues: watches.compactMap { one in live[one.id].map { (one.id, $0) } }),
            gazetteer: compiled.gazetteer, since: System.now.advanced(by: .seconds(-seconds)))
        let path = stateFolder + "/tocsin.db"
        return await withCheckedContinuation { continuation in
            startThread(name: "backtest") {
                do throws(LedgerError) {
                    let begun = System.now
                    let (articles, outcomes) = try job.run(try Archive(path: path))
                    let body = JSON.object([
                        ("since", .string(job.since.iso8601)), ("articles", .integer(Int64(articles))),
                        ("milliseconds", .integer(System.now.milliseconds - begun.milliseconds)),
                        ("watches", .array(job.watches.map { (outcomes[$0.id] ?? Backtest.Outcome()).json($0.id) })),
                    ])
                    continuation.resume(returning: ConsoleAnswer(status: 200, contentType: "application/json", body: body.bytes))
                } catch {
                    continuation.resume(returning: refuse(503, [error.what]))
                }
            }
        }
    }
}
