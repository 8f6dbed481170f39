import Glibc
import Matching
import Model
import Text

/// The matcher alone, on a workload made by a generator with a known truth: `bench matching FOLDER [words] [phrases] [watches] [change] [million]
/// [workload | standard] [SIZE...]`. One thread, its own
/// processor time, best of a few rounds. Every line names set, contract and speed; the pairs of article and watch that were
/// found are written beside the data, so that a checker can compare them with the truth.
struct MatchingBench {
    let folder: String
    let texts: [[UInt8]]
    let bytes: Int

    init(folder: String) {
        self.folder = folder
        var texts: [[UInt8]] = []
        let all = MatchingBench.read(folder + "/docs.bin")
        var at = 0
        while at + 4 <= all.count {
            let count = (0..<4).reduce(0) { $0 | Int(all[at + $1]) << (8 * $1) }
            texts.append(Array(all[(at + 4)..<(at + 4 + count)]))
            at += 4 + count
        }
        (self.texts, bytes) = (texts, texts.reduce(0) { $0 + $1.count })
    }

    func run(_ sets: [Int], _ kinds: [String], _ contracts: [MatchRules] = [.workload, .standard]) {
        let lines = MatchingBench.read(folder + "/phrases.txt").split(separator: 10).map { String(decoding: $0, as: UTF8.self) }
        if kinds.contains("words") { cutOnly() }
        for size in sets where size <= lines.count && kinds.contains("phrases") {
            let watches = lines.prefix(size).enumerated().map { number, line in watch(number, .term(plain(line))) }
            for rules in contracts { measure("phrases", size, watches, rules) }
        }
        if kinds.contains("million") {
            let many = (0..<1_000_000).map { number in
                watch(number, .term(plain(number < lines.count ? lines[number] : lines[number % lines.count] + " " + lines[number * 7 % lines.count])))
            }
            measure("phrases", many.count, many, .workload)
            print("resident after 1,000,000 phrases: \(resident()) MB, the texts of the workload among it")
        }
        if kinds.contains("change"), let size = sets.last { change(lines.prefix(size).enumerated().map { watch($0, .term(plain($1))) }) }
        let rows = MatchingBench.read(folder + "/watches.tsv").split(separator: 10).map { String(decoding: $0, as: UTF8.self) }
        for size in sets where size <= 10_000 && size <= rows.count && kinds.contains("watches") {
            let watches = rows.prefix(size).enumerated().map { number, row in watch(number, query(row)) }
            for rules in contracts { measure("watches", size, watches, rules) }
        }
    }

    /// The words alone: what everything else comes on top of.
    private func cutOnly() {
        var words = 0
        let (runs, whole) = (articles(.workload), articles(.standard))
        let spent = best(5) { for one in runs { words += Reading(one, rules: .runs).wordCount } }
        print("words alone, workload contract: \(rate(spent))")
        let standard = best(5) { for one in whole { words += Reading(one).wordCount } }
        print("words alone, standard contract: \(rate(standard)) (\(words) words)")
        for (name, first, count) in [("Cyrillic", 0x430, 32), ("Armenian", 0x561, 38), ("Arabic", 0x627, 36), ("Chinese", 0x4E00, 20_000)] {
            let other = texts.prefix(2000).map { article(MatchingBench.rewritten($0, UInt32(first), UInt32(count)), .standard) }
            let size = other.reduce(0) { $0 + $1.text.count }
            let spent = best(3) { for one in other { words += Reading(one).wordCount } }
            let speed = Double(size) / spent / 1e6
            print("words alone, standard contract, \(name): \(Int(speed)) MB/s, "
                + "\(Int(Double(bytes) / standard / 1e6 / speed * 100)) % of the time of ASCII a byte")
        }
    }

    /// The same text with its ASCII letters in another script.
    private static func rewritten(_ text: [UInt8], _ first: UInt32, _ count: UInt32) -> [UInt8] {
        var out: [UInt8] = []
        for (index, byte) in text.enumerated() {
            guard byte | 0x20 >= 0x61, byte | 0x20 <= 0x7A else { out.append(byte); continue }
            let mixed = UInt32(byte | 0x20) &* 2_654_435_761 &+ (count > 100 ? UInt32(index / 3) &* 40_503 : 0)
            out += Array(String(Unicode.Scalar(first + mixed % count).map(Character.init) ?? "?").utf8)
        }
        return out
    }

    private func resident() -> Int {
        let status = String(decoding: MatchingBench.read("/proc/self/status"), as: UTF8.self)
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmRSS:") }
        return (line?.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0) / 1024
    }

    /// One watch more, and one looking for something else, until the set that knows is ready.
    private func change(_ watches: [Watch]) {
        let set = WatchSet(watches)
        let added = watches + [watch(watches.count, .term(plain("Lachin corridor")))]
        var edited = watches
        edited[watches.count / 2].query = .term(plain("Lachin corridor"))
        let article = Article(text: Array("The Lachin corridor is closed.".utf8), headline: "", paragraphs: [Paragraph(.body, TextSpan(0, 30))])
        for (what, list) in [("added to", added), ("changed among", edited)] {
            var found = 0
            let spent = best(5) { found = set.changed(to: list).percolate(Reading(article)).count }
            print("one watch \(what) \(watches.count): live after \(Int(spent * 1e6)) µs, found \(found) times")
        }
    }

    private func articles(_ rules: MatchRules) -> [Article] { texts.map { article($0, rules) } }

    private func measure(_ kind: String, _ size: Int, _ watches: [Watch], _ rules: MatchRules) {
        let name = rules == .workload ? "workload" : "standard"
        var census = WordCensus()
        for text in texts.prefix(500) { census.add(Reading(article(text, rules), rules: rules.tokens)) }
        let before = processorSeconds()
        let percolator = Percolator(watches, rules: rules, census: census)
        let built = processorSeconds() - before
        let all = articles(rules)
        var pairs: [UInt32] = []
        var mentions: [Percolator.Mention] = []
        var total = 0
        let spent = best(40) {
            pairs.removeAll(keepingCapacity: true)
            total = 0
            for (number, one) in all.enumerated() {
                mentions.removeAll(keepingCapacity: true)
                percolator.mentions(Reading(one, rules: rules.tokens), &mentions)
                total += mentions.count
                var last: Int32 = -1
                for mention in mentions where mention.watch != last {
                    last = mention.watch
                    pairs.append(UInt32(number))
                    pairs.append(UInt32(last))
                }
            }
        }
        print("\(kind) \(size), \(name) contract: \(rate(spent)), \(total / texts.count) mentions an article, "
            + "compiled in \(Int(built * 1000)) ms, tables of \(percolator.size / 1_000_000) MB")
        let tag = kind == "watches" ? "w\(size)" : "\(size)"
        if rules == .workload, size <= 100_000 { write(pairs, folder + "/out.tocsin.\(tag).bin") }
    }

    private func rate(_ seconds: Double) -> String {
        "\(Int(Double(bytes) / seconds / 1e6)) MB/s, \(Int(Double(texts.count) / seconds)) articles/s"
    }

    private func plain(_ text: String) -> Term {
        var term = Term(text)
        term.hasNoWildcards = true
        return term
    }

    private func watch(_ number: Int, _ query: Query) -> Watch {
        Watch(id: String(number), title: "", owner: nil, note: nil, query: query, clause: "", zones: [.body], priority: .normal,
            receivers: [], list: "")
    }

    /// A row of watches.tsv: id, any, all-group, none, near (a|b|n, n a distance), prefix.
    private func query(_ row: String) -> Query {
        let fields = row.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        func terms(_ text: String) -> [Query] { text.split(separator: "|").map { .term(plain(String($0))) } }
        var any = terms(fields[1])
        let near = fields[4].split(separator: "|").map(String.init)
        if near.count == 3, let distance = Int(near[2]) {
            any.append(.near(.term(plain(near[0])), .term(plain(near[1])), .words(distance - 1, ordered: false)))
        }
        if !fields[5].isEmpty { any.append(.term(Term(fields[5] + "*"))) }
        var parts: [Query] = [.any(any)]
        if !fields[2].isEmpty { parts.append(.any(terms(fields[2]))) }
        if !fields[3].isEmpty { parts.append(.not(.any(terms(fields[3])))) }
        return parts.count == 1 ? parts[0] : .all(parts)
    }

    private func article(_ text: [UInt8], _ rules: MatchRules) -> Article {
        guard rules == .standard else { return Article(text: text, headline: "", paragraphs: [Paragraph(.body, TextSpan(0, text.count))]) }
        var out: [Paragraph] = []
        var start = 0
        for index in text.indices where text[index] == 10 && index + 1 < text.count && text[index + 1] == 10 {
            if index > start { out.append(Paragraph(.body, TextSpan(start, index))) }
            start = index + 2
        }
        out.append(Paragraph(.body, TextSpan(start, text.count)))
        return Article(text: text, headline: "", paragraphs: out)
    }

    private func best(_ rounds: Int, _ work: () -> Void) -> Double {
        (0..<rounds).map { _ in
            let start = processorSeconds()
            work()
            return processorSeconds() - start
        }.min() ?? 0
    }

    private func processorSeconds() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    static func read(_ path: String) -> [UInt8] {
        guard let file = fopen(path, "rb") else { return [] }
        defer { fclose(file) }
        var out: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 20)
        while case let count = fread(&buffer, 1, buffer.count, file), count > 0 { out += buffer[..<count] }
        return out
    }

    private func write(_ numbers: [UInt32], _ path: String) {
        guard let file = fopen(path, "wb") else { return }
        defer { fclose(file) }
        _ = numbers.withUnsafeBytes { fwrite($0.baseAddress, 1, $0.count, file) }
    }
}
