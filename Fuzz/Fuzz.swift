import Extraction
import Facts
import Folders
import Formats
import Glibc
import Matching
import Model
import Text

// Coverage-guided fuzzing by libFuzzer: `scripts/fuzz matching|reading|facts [SECONDS]`. A property that does not hold stops the run and
// keeps the input.

/// One input. The target is chosen by TOCSIN_FUZZ.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOne(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    switch target {
    case "reading": reading(bytes)
    case "facts": facts(bytes)
    default: matching(bytes)
    }
    return 0
}

@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
    _ count: UnsafeMutablePointer<CInt>,
    _ words: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
    _ one: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

/// The entry point under the name that the build system expects; libFuzzer's own goes unused.
@_cdecl("fuzz_main")
public func fuzzMain(_ count: CInt, _ words: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> CInt {
    var (count, words) = (count, words)
    return runDriver(&count, &words, fuzzOne)
}

private let target = getenv("TOCSIN_FUZZ").map { String(cString: $0) } ?? "matching"

/// A query on the first line, a text on the rest. What is printed reads as the same query; what the tables let through is what the
/// evaluator alone says; every span lies in the text.
private func matching(_ bytes: [UInt8]) {
    let lines = bytes.split(separator: 10, maxSplits: 1, omittingEmptySubsequences: false)
    let written = String(decoding: lines.first ?? [], as: UTF8.self)
    guard let query = try? parseQuery(written) else { return }
    guard let again = try? parseQuery(query.written), again == query else {
        fatalError("\(written) is printed as \(query.written), which is another query")
    }
    _ = lint(written, query)
    let text = lines.count > 1 ? Array(lines[1]) : []
    guard String(validating: text, as: UTF8.self) != nil else { return }
    let article = Article(
        text: text, headline: "", paragraphs: text.isEmpty ? [] : [Paragraph(.body, TextSpan(0, text.count))])
    let watch = Watch(
        id: "w", title: "", owner: nil, note: nil, query: query, clause: "", zones: [.body],
        priority: .normal, receivers: [], list: "")
    let percolator = Percolator([watch])
    let found = percolator.percolate(Reading(article))
    for one in found.flatMap(\.evidence) where one.span.start >= one.span.end || one.span.end > text.count {
        fatalError("a span outside the text")
    }
    guard let explained = percolator.explain(watch, Reading(article)) else { fatalError("no explanation") }
    if found.isEmpty, explained.holds, !explained.spans.isEmpty {
        fatalError("\(written) holds and was not found")
    }
    if !found.isEmpty, !explained.holds { fatalError("\(written) was found and does not hold") }
}

private let gazetteer: Gazetteer =
    getenv("TOCSIN_GAZETTEER").flatMap { mapFile(String(cString: $0)) }.flatMap { Gazetteer($0) } ?? .empty

/// Any text as an article: every fact can be read where it says that it stands, and twice the same is found.
private func facts(_ bytes: [UInt8]) {
    guard String(validating: bytes, as: UTF8.self) != nil else { return }
    let article = extract(RawItem(id: nil, content: .plain(bytes), hints: Hints()))
    let found = findFacts(article, gazetteer)
    if let flaw = flaws(of: found, in: article).first { fatalError(flaw) }
    let again = findFacts(article, gazetteer)
    guard again.mentions == found.mentions, again.quotes == found.quotes, again.dates == found.dates else {
        fatalError("another reading finds other facts")
    }
}

/// Any bytes as a file: recognised, read, extracted.
private func reading(_ bytes: [UInt8]) {
    let hints = Hints()
    guard let format = format(of: bytes, hints) else { return }
    for item in format.read(bytes, hints).items {
        let article = extract(item)
        for paragraph in article.paragraphs
        where paragraph.span.end > article.text.count || paragraph.span.start > paragraph.span.end {
            fatalError("a paragraph outside the text")
        }
    }
}
