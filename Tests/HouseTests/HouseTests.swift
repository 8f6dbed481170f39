@testable import Daemon
import Glibc
import Matching
import Testing

/// The house rules of CONTRIBUTING.md, read from the sources. A message says how to mend what it found.
@Suite struct HouseTests {
    static let root = String(#filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 })

    /// Swift sources below a folder: path relative to the root, and text.
    static func sources(_ folder: String) -> [(path: String, lines: [Substring])] {
        files(folder).filter { $0.hasSuffix(".swift") }.map { path in
            (path, read(path).split(separator: "\n", omittingEmptySubsequences: false))
        }
    }

    static func files(_ folder: String) -> [String] {
        guard let stream = opendir(root + "/" + folder) else { return [] }
        defer { closedir(stream) }
        var out: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) } }
            if name.hasPrefix(".") { continue }
            let path = folder + "/" + name
            out += Int32(entry.pointee.d_type) == Int32(DT_DIR) ? files(path) : [path]
        }
        return out.sorted()
    }

    static func read(_ path: String) -> String {
        guard let file = fopen(root + "/" + path, "r") else { return "" }
        defer { fclose(file) }
        var out: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while case let count = fread(&buffer, 1, buffer.count, file), count > 0 { out += buffer[..<count] }
        return String(decoding: out, as: UTF8.self)
    }

    /// Tables of text are exempt from the bounds of size.
    static let longLines: Set<String> = ["Sources/Core/Configuration/SettingsTable.swift", "Sources/Daemon/CommandTable.swift", "Sources/Core/Text/MonthNames.swift"]
    /// Files that are mostly JSON, SQL or words may have lines of up to 140: a member a line reads better than a sign a line.
    static let wideFiles: Set<String> = [
        "Answers.swift", "AlertBody.swift", "Match.swift", "Extract.swift", "Why.swift", "Query.swift", "Backtest.swift", "MatchBatch.swift",
        "BacktestAnswer.swift", "Feeds.swift", "JSONSchema.swift", "SlackReceiver.swift", "Surfaces.swift", "Schema.swift", "Outbox.swift", "Archive.swift",
        "Records.swift", "SQLiteLedger.swift", "CandidateWriter.swift", "WordCensus.swift", "FactsJSON.swift", "ReaderView.swift",
        "Holding.swift", "Deliveries.swift", "StoryFinder.swift", "StoryRecords.swift", "AlertDetail.swift", "StoryTraits.swift", "AlertAnswers.swift", "Replays.swift", "WatchRecords.swift", "WatchSummaries.swift",
        "ChangeRecords.swift", "NameLetters.swift",
    ]

    @Test func `files are at most 400 lines, lines of code at most 110 characters`() {
        for (path, lines) in HouseTests.sources("Sources") {
            #expect(lines.count <= 400, "\(path) has \(lines.count) lines: split it by meaning")
            guard !HouseTests.longLines.contains(path) else { continue }
            let isWide = HouseTests.wideFiles.contains(String(path.split(separator: "/").last ?? ""))
            for (number, line) in lines.enumerated() where line.utf8.count > 110 {
                let most = isWide || line.contains("\"") ? 140 : 110
                if line.count > most { Issue.record("\(path):\(number + 1) is \(line.count) characters long: break it") }
            }
        }
    }

    @Test func `functions are at most 60 lines and four levels deep`() {
        for (path, lines) in HouseTests.sources("Sources") {
            var start: (line: Int, indent: Int)?
            for (number, line) in lines.enumerated() {
                let indent = line.prefix { $0 == " " }.count
                let text = line.dropFirst(indent)
                if start == nil, text.contains("func ") || text.hasPrefix("init"), text.hasSuffix("{") { start = (number, indent) }
                if let open = start, indent == open.indent, text == "}" {
                    #expect(number - open.line <= 60, "\(path):\(open.line + 1) is a function of \(number - open.line) lines: split it")
                    start = nil
                }
                if let open = start, indent > open.indent + 28, text.hasPrefix("if ") || text.hasPrefix("for ") {
                    Issue.record("\(path):\(number + 1) is nested too deep: push the branch up or make a function")
                }
            }
        }
    }

    /// Hot loops may be unsafe too, in the rooms that every byte passes, in files that say so and why.
    @Test func `unsafe code stays in the files that own a C library, and in marked hot loops`() {
        for (path, lines) in HouseTests.sources("Sources") where !path.contains("+C.swift") {
            if path.hasSuffix("+Hot.swift"), ["Text", "Markup", "Matching"].contains(where: { path.contains("/Core/\($0)/") }) {
                #expect(lines.contains { $0.hasPrefix("// ") && $0.contains(" raw ") || $0.contains("loop") }, "\(path) does not say why it is unsafe")
                continue
            }
            for (number, line) in lines.enumerated() where line.contains("unsafe ") && !line.contains("///") && !line.contains("//") {
                Issue.record("\(path):\(number + 1) says unsafe: move it into a file named …+C.swift, or a hot loop's …+Hot.swift")
            }
        }
    }

    @Test func `core has no Foundation, no print, no forced try, no detached task`() {
        let banned = ["import Foundation", " print(", "try!", "Task.detached", "@unchecked Sendable", "fatalError(", " as!"]
        for (path, lines) in HouseTests.sources("Sources/Core") {
            for (number, line) in lines.enumerated() where !line.contains("//") {
                for word in banned where (" " + line).contains(word) { Issue.record("\(path):\(number + 1) has '\(word)'") }
            }
        }
    }

    @Test func `clock and chance come in from outside`() {
        let banned = ["ContinuousClock()", "SuspendingClock()", "clock_gettime", "gettimeofday", ".random(in", "Task.sleep", "Date()"]
        for (path, lines) in HouseTests.sources("Sources/Core") {
            for (number, line) in lines.enumerated() {
                for word in banned where line.contains(word) {
                    Issue.record("\(path):\(number + 1) has '\(word)': take it from World")
                }
            }
        }
    }

    @Test func `every type and function that a room shows is documented`() {
        let kinds = ["package func ", "package struct ", "package enum ", "package final class ", "package actor ", "package protocol "]
        let known = ["==(", "<(", "description", "shared"]
        for (path, lines) in HouseTests.sources("Sources/Core") {
            for (number, line) in lines.enumerated() {
                let text = line.drop { $0 == " " }
                guard kinds.contains(where: text.hasPrefix) || text.hasPrefix("package static func "), !known.contains(where: text.contains) else { continue }
                let above = number > 0 ? lines[number - 1].drop { $0 == " " } : ""
                let isConformance = path.contains("SQLiteLedger") || path.contains("LinuxFolders") || path.contains("Receiver.swift")
                    || path.contains("Format.swift") || path.contains("JournalTelemetry") || path.contains("Thread+C") || path.contains("CurlTransport")
                    || text.contains("static func <") || text.contains("static func ==")
                if isConformance { continue }
                #expect(above.hasPrefix("///") || above.hasPrefix("@"), "\(path):\(number + 1) has no documentation: say what it is or does")
            }
        }
    }

    @Test func `rolls are complete`() {
        let formats = HouseTests.read("Sources/Core/Formats/Format.swift")
        for path in HouseTests.files("Sources/Core/Formats") where path.hasSuffix("Format.swift") && !path.hasSuffix("/Format.swift") {
            let name = path.split(separator: "/").last!.dropLast(6)
            #expect(formats.contains("\(name).self"), "\(path) is not in the roll `formats`: add a line")
        }
        let receivers = HouseTests.read("Sources/Core/Receivers/Receiver.swift")
        for path in HouseTests.files("Sources/Core/Receivers") where path.hasSuffix("Receiver.swift") && !path.hasSuffix("/Receiver.swift") {
            let name = path.split(separator: "/").last!.dropLast(6)
            #expect(receivers.contains("\(name).self"), "\(path) is not in the roll `receiverKinds`: add a line")
        }
    }

    @Test func `every operator stands in its roll and on the grammar page`() {
        let roll = HouseTests.read("Sources/Core/Matching/Operators/QueryOperator.swift")
        let page = HouseTests.read("docs/query-language.md")
        for path in HouseTests.files("Sources/Core/Matching/Operators") where !path.hasSuffix("/QueryOperator.swift") {
            let name = path.split(separator: "/").last!.dropLast(6)
            #expect(roll.contains("\(name).self"), "\(path) is not in the roll `queryOperators`: add a line")
        }
        for one in queryOperatorTable { #expect(page.contains(one.name), "docs/query-language.md does not speak of \(one.name)") }
    }

    @Test func `generated pages are fresh`() {
        #expect(HouseTests.read("docs/settings.md") == reference("settings"), "run: tocsin reference settings > docs/settings.md")
        #expect(HouseTests.read("docs/tocsin.1") == reference("man"), "run: tocsin reference man > docs/tocsin.1")
        #expect(HouseTests.read("docs/tocsin.bash") == reference("bash"), "run: tocsin reference bash > docs/tocsin.bash")
        #expect(HouseTests.read("docs/tocsin.schema.json") == schemaText("tocsin"), "run: tocsin schema tocsin > docs/tocsin.schema.json")
        #expect(HouseTests.read("docs/watchlist.schema.json") == schemaText("watchlist"), "run: tocsin schema watchlist > docs/watchlist.schema.json")
    }

    @Test func `the changelog knows this version`() {
        #expect(HouseTests.read("CHANGELOG.md").contains("## \(tocsinVersion)"))
        #expect(HouseTests.read("debian/changelog").hasPrefix("tocsin (\(tocsinVersion)"))
    }

    @Test func `every directive of the unit stands below a reason`() {
        var hasReason = false
        for line in HouseTests.read("systemd/tocsin.service").split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("#") { hasReason = true }
            if line.isEmpty { hasReason = false }
            if line.contains("="), !["Description", "Documentation", "After", "Wants", "WantedBy", "StartLimitIntervalSec"].contains(String(line.prefix { $0 != "=" })) {
                #expect(hasReason, "\(line) stands without a reason")
            }
        }
    }

    @Test func `nothing of another machine is named`() {
        for folder in ["Sources", "Tests", "scripts", "docs", "etc", "systemd", "debian"] {
            for path in HouseTests.files(folder) where path != "Tests/HouseTests/HouseTests.swift" {
                let text = HouseTests.read(path)
                #expect(!text.contains("/work" + "/main") && !text.contains("/root/."), "\(path) names a path of one machine")
            }
        }
    }
}
