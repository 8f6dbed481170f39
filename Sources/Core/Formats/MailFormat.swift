package import Model
import Text

/// One e-mail, as a mail server keeps it (.eml) or a browser saves a page (.mhtml). Read by the reader
/// worker, with GMime.
package enum MailFormat: Format {
    package static let name = "mail"
    package static var needsReader: Bool { true }

    package static func claims(_ head: FormatHead) -> Bool {
        head.isText && (head.contentType == "message/rfc822" || isHeader(lines(head.text)))
    }

    package static func read(_ bytes: [UInt8], _ hints: Hints) -> FormatReading { forTheReader(name) }

    /// Headers that a mail has and another text has not.
    private static let names: Set<Substring> = [
        "received", "return-path", "delivered-to", "message-id", "mime-version", "from", "to", "date",
        "subject",
        "content-type", "content-transfer-encoding", "dkim-signature", "reply-to", "list-id", "x-mailer",
        "authentication-results", "arc-seal", "snapshot-content-location", "sender", "cc",
    ]

    /// The lines of a text, whatever ends them.
    static func lines(_ text: String) -> [Substring] {
        text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
    }

    /// Whether lines (in lower case) begin with a mail's header: nothing but fields, three of them of mails.
    static func isHeader(_ lines: some Collection<Substring>) -> Bool {
        var known: Set<Substring> = []
        for line in lines.prefix(200) {
            if line.isEmpty { break }
            if line.first == " " || line.first == "\t" { continue }
            guard let colon = line.firstIndex(of: ":"), colon > line.startIndex,
                line[..<colon].allSatisfy({ $0.isASCII && $0 > " " && $0 != "<" && $0 != "{" })
            else {
                // The last line of what is looked at may be cut off.
                if known.count >= 3 { break }
                return false
            }
            if names.contains(line[..<colon]) { known.insert(line[..<colon]) }
        }
        // "From:", "To:", "Date:" and "Subject:" head memoranda too: a mark of a machine must be there.
        let machine = known.subtracting(["from", "to", "date", "subject", "cc", "sender", "reply-to"])
        return known.count >= 3 && !machine.isEmpty
    }
}

/// A mailbox of many e-mails (mbox). Read by the reader worker, with GMime.
package enum MailboxFormat: Format {
    package static let name = "mailbox"
    package static var needsReader: Bool { true }

    package static func claims(_ head: FormatHead) -> Bool {
        head.isText && head.text.hasPrefix("from ")
            && MailFormat.isHeader(MailFormat.lines(head.text).dropFirst())
    }

    package static func read(_ bytes: [UInt8], _ hints: Hints) -> FormatReading { forTheReader(name) }
}
