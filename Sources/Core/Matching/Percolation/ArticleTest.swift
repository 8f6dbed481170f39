import Model
import Text

/// A question about an article made ready to be asked.
enum ArticleTest: Sendable {
    /// Hashes of words that must stand side by side in a name of the source.
    case source([UInt64])
    case url(String)
    case language(String)
    case tag([UInt64])
    case date(from: Moment?, until: Moment?)
    case words(least: Int, most: Int)

    init(_ test: Test) {
        switch test {
        case .source(let name): self = .source(hashes(name))
        case .url(let part): self = .url(part.lowercased())
        case .language(let code): self = .language(code.lowercased())
        case .tag(let name): self = .tag(hashes(name))
        case .date(let from, let until): self = .date(from: from, until: until)
        case .words(let least, let most): self = .words(least: least, most: most)
        }
    }

    /// The answer for an article.
    func holds(for reading: Reading, _ scope: SearchScope) -> Bool {
        let article = reading.article
        switch self {
        case .source(let wanted): return reading.sources.contains { contains(hashes($0), wanted) }
        case .url(let part): return article.url?.lowercased().contains(part) ?? false
        case .language(let code):
            guard let language = article.language?.lowercased() else { return false }
            return language == code || language.hasPrefix(code + "-")
        case .tag(let wanted): return article.tags.contains { hashes($0) == wanted }
        case .date(let from, let until):
            guard let moment = article.published.moment else { return false }
            return from.map { moment >= $0 } ?? true && until.map { moment < $0 } ?? true
        case .words(let least, let most):
            let count = reading.zoneOf.indices.filter { scope.holds($0, of: reading) }
                .reduce(0) { $0 + reading.range(ofParagraph: $1).count }
            return count >= least && count <= most
        }
    }
}

private func hashes(_ text: String) -> [UInt64] { Tokenizer.words(text).tokens.map(\.hash) }

private func contains(_ list: [UInt64], _ part: [UInt64]) -> Bool {
    guard !part.isEmpty, list.count >= part.count else { return false }
    return (0...(list.count - part.count)).contains { list[$0..<($0 + part.count)].elementsEqual(part) }
}
