package import Model
import Text

/// What a sidecar file `NAME.meta.yaml` may say about the article beside it.
private let sidecarRecord = Record(
    name: "sidecar", meaning: "What is known of the article beside it.",
    settings: [
        Setting("published", .text, "When it was published: 2023-06-26 or 2023-06-26T07:12:41Z."),
        Setting("url", .text, "Its address."), Setting("source", .text, "The outlet."),
        Setting("language", .text, "Its language, as en."), Setting("headline", .text, "Its headline."),
        Setting("byline", .text, "Its author."),
    ])

/// Reads a sidecar. Throws the first complaint; then nothing of it is used.
package func readSidecar(_ bytes: [UInt8], path: String, defaults: Hints) throws(Complaint) -> Hints {
    guard let root = try YAMLReader.read(ConfigurationFile(path: path, bytes: bytes, isWatchlist: false))
    else { return defaults }
    var checker = Checker()
    let fields = checker.fields(root, sidecarRecord)
    if let complaint = checker.complaints.first { throw complaint }
    var hints = defaults
    guard let fields else { return hints }
    hints.url = fields.text("url")
    hints.source = fields.text("source")
    hints.language = fields.text("language") ?? hints.language
    hints.headline = fields.text("headline")
    hints.byline = fields.text("byline")
    if let text = fields.text("published") {
        guard let date = webDate(text) else {
            throw Complaint(
                .error, fields.mark("published"), "'published' is '\(text)', which is no date",
                fix: "write 2023-06-26 or 2023-06-26T07:12:41Z")
        }
        hints.published = Published(
            value: date.iso8601, moment: Moment(milliseconds: date.milliseconds), from: .sidecar)
    }
    return hints
}
