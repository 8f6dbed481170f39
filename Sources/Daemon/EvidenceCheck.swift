import Console
import Executors
import Model
import Ports
import Storage
import Text

/// What an alert's body says of its article, held against the stored text: every span that bears its words,
/// and every highlight within its sentence. Answers how many were looked at, and those that do not hold.
func checkEvidence(_ body: JSON, text: [UInt8]) -> (count: Int, flaws: [String]) {
    var check = EvidenceCheck(scalars: Array(String(decoding: text, as: UTF8.self).unicodeScalars))
    let data = body["data"] ?? .null
    check.walk(data, "data")
    let sentences = data["sentences"]?.array ?? []
    for (number, mention) in (data["mentions"]?.array ?? []).enumerated() {
        guard let place = mention["sentence"]?.integer, sentences.indices.contains(Int(place)) else {
            continue
        }
        let sentence = Array((sentences[Int(place)]["text"]?.string ?? "").unicodeScalars)
        check.compare(
            mention["highlight"], mention["text"], in: sentence, "data.mentions.\(number).highlight")
    }
    return (check.count, check.flaws)
}

private struct EvidenceCheck {
    let scalars: [Unicode.Scalar]
    var count = 0
    var flaws: [String] = []

    mutating func walk(_ json: JSON, _ path: String) {
        switch json {
        case .array(let values):
            for (number, value) in values.enumerated() { walk(value, "\(path).\(number)") }
        case .object(let members):
            if json["text"]?.string != nil { compare(json["span"], json["text"], in: scalars, path) }
            for member in members where member.key != "items" { walk(member.value, "\(path).\(member.key)") }
        default: break
        }
    }

    mutating func compare(_ span: JSON?, _ words: JSON?, in text: [Unicode.Scalar], _ path: String) {
        guard let bounds = span?.array?.compactMap(\.integer), bounds.count == 2, let words = words?.string
        else { return }
        count += 1
        let (from, to) = (Int(bounds[0]), Int(bounds[1]))
        let isInside = from >= 0 && from < to && to <= text.count
        let found = isInside ? String(String.UnicodeScalarView(text[from..<to])) : ""
        if found != words { flaws.append("\(path): the text has '\(found)' where the alert says '\(words)'") }
    }
}

extension Service {
    /// Holds every alert since an instant against the text that is stored of its article.
    func verify(_ request: ConsoleRequest) async throws(LedgerError) -> JSON {
        let seconds = request.query["seconds"].flatMap { Int64($0) } ?? 30 * 86_400
        let archive = ArchiveFile(path: stateFolder + "/tocsin.db")
        var (alerts, spans, outdated): (Int64, Int64, Int64) = (0, 0, 0)
        var flaws: [JSON] = []
        for one in try await archive.toldBodies(since: System.now.advanced(by: .seconds(-seconds))) {
            guard let text = one.text else {
                outdated += 1
                continue
            }
            alerts += 1
            guard let body = try? JSON.parse(one.body) else { continue }
            let found = checkEvidence(body, text: text)
            spans += Int64(found.count)
            flaws += found.flaws.map { .string("\(one.alert) to \(one.receiver): \($0)") }
        }
        return .object([
            ("bodies", .integer(alerts)), ("spans", .integer(spans)),
            ("of_older_versions", .integer(outdated)),
            ("flaws_total", .integer(Int64(flaws.count))), ("flaws", .array(Array(flaws.prefix(100)))),
        ])
    }
}
