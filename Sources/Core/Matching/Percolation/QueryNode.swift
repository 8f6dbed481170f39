import Model

/// A part of a compiled query. All parts of all queries lie in one list, every part's own parts right behind
/// it: deciding a watch walks along the list, and nothing is counted or followed.
struct QueryNode: Sendable {
    enum Kind: UInt8, Sendable {
        case leaf, leaves, all, any, not, near, apart, outside, atLeast, first, within, test, score, weight
    }

    var kind: Kind
    /// Of `near` and `apart`: how close; of `within`: where.
    var closeness = Closeness.words
    var scope = SearchScope([])
    /// How many places of the list it takes, its parts included.
    var size: Int32 = 1
    /// Of a leaf its number; of several the first; of `near` and `apart` the most words between; of
    /// `atLeast`, `first`, `score` and `weight` the number asked for; of `test` its place in the list of
    /// tests.
    var number: Int32 = 0
    /// Of several leaves, the number behind the last.
    var end: Int32 = 0

    /// `Proximity` without its number.
    enum Closeness: UInt8, Sendable { case sentence, paragraph, said, words, orderedWords }

    /// How close two things must stand.
    var proximity: Proximity {
        switch closeness {
        case .sentence: .sentence
        case .paragraph: .paragraph
        case .said: .said
        case .words: .words(Int(number), ordered: false)
        case .orderedWords: .words(Int(number), ordered: true)
        }
    }

    init(_ kind: Kind, number: Int = 0) {
        (self.kind, self.number) = (kind, Int32(clamping: number))
    }

    init(_ kind: Kind, _ proximity: Proximity) {
        self.init(kind)
        switch proximity {
        case .sentence: closeness = .sentence
        case .paragraph: closeness = .paragraph
        case .said: closeness = .said
        case .words(let most, let isOrdered):
            (closeness, number) = (isOrdered ? .orderedWords : .words, Int32(clamping: most))
        }
    }
}

/// The compiled queries of a set of watches.
struct QueryTree: Sendable {
    private(set) var nodes: [QueryNode] = []
    private(set) var tests: [ArticleTest] = []

    /// A part by its place.
    subscript(place: Int32) -> QueryNode { nodes[Int(place)] }

    /// The places of a part's own parts.
    func parts(of place: Int32) -> [Int32] {
        var out: [Int32] = []
        var part = place + 1
        while part < place + self[place].size {
            out.append(part)
            part += self[part].size
        }
        return out
    }

    /// The second of a part's two parts.
    func second(of place: Int32) -> Int32 { place + 1 + self[place + 1].size }

    /// Adds a part; answers its place.
    mutating func add(_ node: QueryNode) -> Int32 {
        nodes.append(node)
        return Int32(nodes.count - 1)
    }

    /// Adds a part whose own parts follow, until it is closed.
    mutating func open(_ node: QueryNode) -> Int32 { add(node) }

    mutating func close(_ place: Int32) { nodes[Int(place)].size = Int32(nodes.count) - place }

    /// Adds a question about the article.
    mutating func add(_ test: ArticleTest) -> Int32 {
        tests.append(test)
        return add(QueryNode(.test, number: tests.count - 1))
    }

    /// Notes of a group that its parts are single leaves with numbers in a row, so that nobody need walk
    /// along them.
    mutating func noteLeaves(at place: Int32) {
        let parts = Int(place + 1)..<Int(place + self[place].size)
        guard parts.count > 1, let first = parts.first.map({ nodes[$0] }) else { return }
        for (offset, part) in parts.enumerated() {
            guard nodes[part].kind == .leaf, nodes[part].number == first.number + Int32(offset) else {
                return
            }
        }
        nodes[Int(place)].kind = .leaves
        (nodes[Int(place)].number, nodes[Int(place)].end) = (first.number, first.number + Int32(parts.count))
    }
}

/// Many short texts in one piece of memory.
struct TextPool: Sendable {
    private var bytes: [UInt8] = []
    private var ends: [UInt32] = []

    /// Bytes of memory.
    var size: Int { bytes.count + ends.count * 4 }

    mutating func append(_ text: String) {
        bytes += Array(text.utf8)
        ends.append(UInt32(bytes.count))
    }

    subscript(number: Int) -> String {
        let start = number > 0 ? Int(ends[number - 1]) : 0
        return String(decoding: bytes[start..<Int(ends[number])], as: UTF8.self)
    }

    /// The number of a text; nil when it is not there.
    func number(of text: String) -> Int? {
        let wanted = Array(text.utf8)
        var start = 0
        for (number, end) in ends.enumerated() {
            if Int(end) - start == wanted.count, bytes[start..<Int(end)].elementsEqual(wanted) {
                return number
            }
            start = Int(end)
        }
        return nil
    }
}
