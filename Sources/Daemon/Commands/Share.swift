import Text

/// What became of an article as plain text for somebody who does not know Tocsin: `tocsin why --share`.
func sharedText(_ article: JSON) -> String {
    var lines = [article["headline"]?.string?.oneLine ?? ""]
    if let url = article["url"]?.string { lines.append(url) }
    let source = article["source"]?.string ?? ""
    lines.append("Came in from \(source) at \(article["first_seen"]?.string ?? "").")
    lines.append("")
    let decisions = article["decisions"]?.array ?? []
    for one in decisions { lines.append(sentence(one)) }
    if decisions.isEmpty { lines.append("No watch matched it.") }
    for one in article["held"]?.array ?? [] where one["alert"]?.string == nil {
        let receiver = one["receiver"]?.string ?? ""
        lines.append("It waits for \(receiver) until \(one["due"]?.string ?? ""), and comes in one digest.")
    }
    let told = article["alerts"]?.array ?? []
    if !told.isEmpty { lines.append("") }
    for alert in told {
        lines.append("Alert of \(alert["at"]?.string ?? ""): \(alert["text"]?.string ?? "")")
    }
    if let story = article["same_story"]?["articles"]?.array, story.count > 1 {
        lines += ["", "Of the same story:"]
        for one in story.prefix(20) where one["article"]?.string != article["id"]?.string {
            let place = one["url"]?.string ?? one["source"]?.string ?? ""
            lines.append("- \((one["headline"]?.string ?? "").oneLine) (\(place))")
        }
    }
    return lines.map { $0 + "\n" }.joined()
}

/// One decision of the gates.
private func sentence(_ decision: JSON) -> String {
    let mentions = decision["mentions"]?.integer ?? 0
    let found =
        "\(counted(mentions, "mention")) for \(decision["clause"]?.string ?? "")"
    let note = decision["note"]?.string.map { " (\($0))" } ?? ""
    let reason = words(decision["reason"]?.string ?? "")
    let what =
        switch decision["verdict"]?.string {
        case "tell": "rang"
        case "hold": "was held back until \(decision["until"]?.string ?? "its time"): \(reason)"
        case "count": "did not ring: \(reason)"
        default: "did not ring: \(reason)"
        }
    return "The watch \(decision["watch"]?.string ?? "") \(what)\(note). It found \(found)."
}

/// A reason for people.
private func words(_ reason: String) -> String {
    let known = [
        "copy-of-story": "the same news had been told, and this added nothing",
        "already-told": "an earlier version rang",
        "baseline": "it was there before its source was first watched",
        "source-flood": "one of many old entries that came at once",
        "not-an-article": "it does not look like an article",
        "not-usable": "the agency killed it or holds it back", "no-receiver": "no receiver is named",
        "digest": "it comes with the next digest", "quiet-hours": "quiet hours",
        "cooldown": "the watch had just rung",
        "receiver-rate": "the receiver had as many messages as it may have",
        "best-copy": "it waits for the best copy of its story",
        "silenced": "somebody silenced it",
        "owner-away": "its owner is away", "look-back": "it was in the archive when the watch was made",
    ]
    return known[reason] ?? reason
}
