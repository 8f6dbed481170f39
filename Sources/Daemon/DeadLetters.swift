import Storage

/// Why a delivery was given up, as a class, and what mends it.
struct DeadLetterCause: Equatable {
    var name: String
    var mend: String

    /// By the last status and what was said of it.
    init(_ one: DeliveryRecord) {
        let again = "then `tocsin deliveries replay --receiver \(one.receiver)`"
        switch (one.lastStatus, one.lastError ?? "") {
        case (_, let error) where error.hasPrefix("given up after 14 days"):
            self.init(
                "expired", "the receiver was down or wrong for 14 days; mend what the error names, \(again)")
        case (413, _), (552, _):
            self.init("too-large", "raise the receiver's limit, or write `body: thin`, \(again)")
        case (415, _): self.init("wrong-type", "let the receiver take JSON, \(again)")
        case (554, _):
            self.init(
                "refused-mail", "the mail server took it for unwanted mail; let our address pass, \(again)")
        case (400, _), (422, _):
            self.init(
                "refused-message",
                "the receiver does not take this message; see its log and `tocsin send-test \(one.receiver)`, \(again)"
            )
        default:
            self.init("refused", "see what the receiver says to `tocsin send-test \(one.receiver)`, \(again)")
        }
    }

    private init(_ name: String, _ mend: String) { (self.name, self.mend) = (name, mend) }
}
