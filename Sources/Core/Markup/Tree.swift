import Text

/// HTML or XML as flat arrays: nodes in document order (a parent stands before its children), names and
/// attributes beside. Offsets are bytes of `source`. Memory is at most a constant times the source; nothing
/// is ever thrown on garbage.
public struct MarkupTree: Sendable {
    /// One element or one run of text.
    public struct Node: Sendable {
        /// Index into `names`; 0 is text.
        @usableFromInline package var name: Int32
        @usableFromInline package var parent: Int32
        /// The first child, the next sibling: node indices, -1 for none.
        @usableFromInline package var firstChild: Int32 = -1
        @usableFromInline package var next: Int32 = -1
        /// Content: behind the start tag, before the end tag; of text, the text itself.
        package var start: Int32
        package var end: Int32
        var attributesStart: Int32 = 0
        /// A bit for each attribute, by its name; see ``AttributeName``.
        @usableFromInline var attributeBits: UInt16 = 0
        @usableFromInline package var attributesCount: UInt8 = 0
        /// Its end tag was there (an unclosed element ended with its parent).
        package var isClosed: Bool { isMarked }
        /// A CDATA section: character references in it are plain text.
        package var isLiteral: Bool { name == 0 && isMarked }
        /// Of an element that it is closed, of text that it is literal: so a node takes 32 bytes.
        var isMarked = false
    }

    struct Attribute: Sendable {
        var nameStart: Int32, nameEnd: Int32, valueStart: Int32, valueEnd: Int32
    }

    package let source: [UInt8]
    /// End tags were missing or stood where nothing was open.
    package internal(set) var isMalformed = false
    @usableFromInline package internal(set) var nodes: [Node] = []
    /// Lower case for HTML, as written for XML; `names[0]` is "".
    package internal(set) var names: [String] = [""]
    var attributes: [Attribute] = []

    private let isXML: Bool

    init(source: [UInt8], isXML: Bool) { (self.source, self.isXML) = (source, isXML) }

    /// The element's name; "" for text.
    package func name(_ node: Int) -> String { names[Int(nodes[node].name)] }

    /// Whether an element of HTML is one of these.
    @inlinable
    public func isOne(of tags: Tags, _ node: Int) -> Bool {
        let number = nodes[node].name
        return number < 64 && tags.rawValue &>> UInt64(truncatingIfNeeded: number) & 1 != 0
    }

    /// What an element of HTML is; empty for those that are not among ``Tags``.
    package func tags(_ node: Int) -> Tags {
        let number = nodes[node].name
        return number < 64 ? Tags.all.intersection(Tags(rawValue: 1 << UInt64(number))) : []
    }

    /// All elements of a name (of HTML in lower case), in document order.
    package func elements(_ name: String) -> [Int] {
        guard let number = names.firstIndex(of: name) else { return [] }
        return nodes.indices.filter { nodes[$0].name == number }
    }

    /// Whether the node is text.
    @inlinable
    public func isText(_ node: Int) -> Bool { nodes[node].name == 0 }

    /// Child indices in order.
    @inlinable
    public func children(_ node: Int) -> Children { Children(nodes: nodes, at: nodes[node].firstChild) }

    /// The children of a node, one after the other.
    public struct Children: Sequence, IteratorProtocol {
        @usableFromInline let nodes: [Node]
        @usableFromInline var at: Int32

        @inlinable
        init(nodes: [Node], at: Int32) { (self.nodes, self.at) = (nodes, at) }

        @inlinable
        public mutating func next() -> Int? {
            guard at >= 0 else { return nil }
            let found = Int(at)
            at = nodes[found].next
            return found
        }
    }

    /// The value of an attribute with its character references read; nil when it is not there.
    @inlinable
    public func attribute(_ node: Int, _ name: AttributeName) -> String? {
        mayHave(node, name) ? value(node, name) : nil
    }

    @usableFromInline
    func value(_ node: Int, _ name: AttributeName) -> String? {
        guard let written = written(node, name) else { return nil }
        let mark = UInt8(ascii: "&")
        let run = source.span.extracting(written)
        let value = source[written]
        if place(of: mark, in: run, from: 0) == run.count { return String(decoding: value, as: UTF8.self) }
        var out: [UInt8] = []
        appendDecoded(value, to: &out)
        return String(decoding: out, as: UTF8.self)
    }

    /// Whether an element has an attribute whose value, as it is written, holds a word of ASCII in whatever
    /// case.
    @inlinable
    public func attribute(_ node: Int, _ name: AttributeName, mayHold word: String) -> Bool {
        mayHave(node, name) && isHeld(word, by: name, of: node)
    }

    @usableFromInline
    func isHeld(_ word: String, by name: AttributeName, of node: Int) -> Bool {
        guard let written = written(node, name), written.count >= word.utf8.count else { return false }
        return (written.lowerBound...written.upperBound - word.utf8.count).contains { isWritten($0, word) }
    }

    /// Where the value of an attribute stands in the source, references unread.
    private func written(_ node: Int, _ name: AttributeName) -> Range<Int>? {
        let span = source.span
        let first = Int(nodes[node].attributesStart)
        for index in first..<(first + Int(nodes[node].attributesCount)) {
            let a = attributes[index]
            if name.stands(at: Int(a.nameStart), Int(a.nameEnd), in: span) {
                return Int(a.valueStart)..<Int(a.valueEnd)
            }
        }
        return nil
    }

    /// Whether a word begins there, in whatever case.
    private func isWritten(_ start: Int, _ word: String) -> Bool {
        var at = start
        for byte in word.utf8 {
            guard asciiLower(source[at]) == asciiLower(byte) else { return false }
            at += 1
        }
        return true
    }

    /// Name and value of every attribute.
    package func attributes(of node: Int) -> [(name: String, value: String)] {
        let first = Int(nodes[node].attributesStart)
        return (first..<(first + Int(nodes[node].attributesCount))).map { index in
            let a = attributes[index]
            var out: [UInt8] = []
            appendDecoded(source[Int(a.valueStart)..<Int(a.valueEnd)], to: &out)
            return (
                String(decoding: source[Int(a.nameStart)..<Int(a.nameEnd)], as: UTF8.self),
                String(decoding: out, as: UTF8.self)
            )
        }
    }

    /// Whether the node is an element with attributes.
    @inlinable
    public func hasAttributes(_ node: Int) -> Bool { nodes[node].attributesCount > 0 }

    /// Where the values of `class` and `id` stand in the source, references unread; empty without one.
    package func classAndID(_ node: Int) -> (Range<Int>, Range<Int>) {
        let (isNamed, isMarked) = (mayHave(node, "class"), mayHave(node, "id"))
        return (
            isNamed ? written(node, "class") ?? 0..<0 : 0..<0, isMarked ? written(node, "id") ?? 0..<0 : 0..<0
        )
    }

    /// Whether an element may have an attribute; if not, it has none of this name.
    @inlinable
    public func mayHave(_ node: Int, _ name: AttributeName) -> Bool {
        nodes[node].attributeBits & name.bit != 0
    }

    /// Name and value of the attributes whose names begin so.
    package func attributes(of node: Int, beginning: String) -> [(name: String, value: String)] {
        let first = Int(nodes[node].attributesStart)
        let isWanted = (first..<(first + Int(nodes[node].attributesCount))).contains { index in
            source[Int(attributes[index].nameStart)..<Int(attributes[index].nameEnd)].starts(
                with: beginning.utf8)
        }
        return isWanted ? attributes(of: node).filter { $0.name.hasPrefix(beginning) } : []
    }

    /// Adds the text of a text node, with its character references read.
    package func appendText(_ node: Int, to out: inout [UInt8]) {
        let run = source[Int(nodes[node].start)..<Int(nodes[node].end)]
        if nodes[node].isLiteral { out += run } else { appendDecoded(run, to: &out, isXML: isXML) }
    }

    /// All text below a node, as it stands.
    package func text(_ node: Int) -> String {
        text(node..<endOfSubtree(node))
    }

    /// The text of some nodes that follow one another, as it stands.
    package func text(_ nodes: Range<Int>) -> String {
        String(decoding: text(from: nodes.lowerBound, to: nodes.upperBound), as: UTF8.self)
    }

    /// All text below a node without white space of ASCII at both ends.
    package func trimmedText(_ node: Int) -> String {
        let stop = endOfSubtree(node)
        if stop == node + 2, isText(node + 1), let plain = plainText(node + 1) {
            return String(decoding: withoutSpace(source[plain]), as: UTF8.self)
        }
        return String(decoding: withoutSpace(text(from: node, to: stop)[...]), as: UTF8.self)
    }

    private func text(from first: Int, to stop: Int) -> [UInt8] {
        var out: [UInt8] = []
        for index in first..<stop where isText(index) { appendText(index, to: &out) }
        return out
    }

    private func withoutSpace(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte >= 9 && byte <= 13 }
        let start = text.firstIndex { !isSpace($0) } ?? text.endIndex
        var end = text.endIndex
        while end > start, isSpace(text[end - 1]) { end -= 1 }
        return text[start..<end]
    }

    /// Where the text of a text node stands in the source; nil when it holds references.
    private func plainText(_ node: Int) -> Range<Int>? {
        let (start, end) = (Int(nodes[node].start), Int(nodes[node].end))
        let mark = UInt8(ascii: "&")
        let run = source.span.extracting(start..<end)
        guard nodes[node].isLiteral || place(of: mark, in: run, from: 0) == run.count else { return nil }
        return start..<end
    }

    /// The index behind the last node below `node`.
    @inlinable
    public func endOfSubtree(_ node: Int) -> Int {
        var current = node
        while current >= 0 {
            if nodes[current].next >= 0 { return Int(nodes[current].next) }
            current = Int(nodes[current].parent)
        }
        return nodes.count
    }
}

@inline(__always)
package func asciiLower(_ byte: UInt8) -> UInt8 { byte >= 65 && byte <= 90 ? byte | 0x20 : byte }
