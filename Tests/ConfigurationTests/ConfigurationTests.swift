import Configuration
import Facts
import Model
import Pipeline
import Testing
import Text

func read(_ text: String, watchlist: Bool = false, secrets: @escaping SecretLookup = { _ in .value("s") }) -> (Settings?, [Complaint]) {
    let file = ConfigurationFile(path: "t.yaml", bytes: Array(text.utf8), isWatchlist: watchlist)
    let (settings, complaints) = readSettings([file], secrets: secrets)
    return (settings, complaints)
}

func compile(_ text: String, watchlist: Bool = false) -> [String] {
    let (settings, complaints) = read(text, watchlist: watchlist)
    let more = settings.map { Policy.compile($0, generation: 1).complaints } ?? []
    return (complaints + more).filter { $0.severity == .error }.map(\.text)
}

@Suite struct ComplaintTests {
    @Test(arguments: [
        ("sourcs: []", "t.yaml:1:1: error: unknown setting 'sourcs'; did you mean 'sources'?"),
        ("sources:\n  - id: a\n    folder: x", "t.yaml:3:13: error: 'folder' is 'x', which is no absolute path; begin it with /"),
        ("sources:\n  - folder: /x", "t.yaml:2:5: error: a source needs 'id'"),
        ("sources:\n  - id: a\n    folder: /x\n    after: mvoe", "t.yaml:4:12: error: 'after' is 'mvoe'; did you mean 'move'?"),
        ("sources:\n  - id: a\n    folder: /x\n    settle: soon", "t.yaml:4:13: error: 'settle' is 'soon', which is no duration"),
        ("sources:\n  - id: a\n    folder: /x\n  - id: a\n    folder: /y", "the first stands at t.yaml:2:9"),
        ("name: a\nname: b", "t.yaml:2:1: error: 'name' stands here a second time; it stands at line 1 already"),
        ("sources: /x", "t.yaml:1:10: error: 'sources' must be a list, found a text"),
        ("sources:\n  - id: a\n    folder: /x\n    every: 5m", "'every' has no meaning for a folder"),
        ("sources:\n  - id: a", "source 'a' needs one of folder and feed"),
        ("routes:\n  - to: [nobody]", "there is no receiver 'nobody'"),
        ("receivers:\n  - id: r\n    webhook: { url: \"ftp://x\", secret: s }", "no http or https address"),
        ("http: { listen: \"0.0.0.0:80\" }", "no loopback address"),
        ("allow_private: [10.0.0.0/99]", "no address range"),
        ("name: [", "YAML cannot read this"),
        ("a: &x 1\nb: *x", "anchors, aliases and tags are not read here"),
        ("just words", "expected a map (tocsin), found a text"),
    ])
    func `every mistake says file, line, column and the mend`(text: String, expected: String) {
        let errors = read(text).1.map(\.text)
        #expect(errors.contains { $0.contains(expected) }, "\(errors)")
    }

    @Test(arguments: [
        ("watches:\n  - id: w\n    any: [\"@nme\"]\nlists:\n  names: [a]", "t.yaml:3:11: error: there is no list or watch '@nme'"),
        ("watches:\n  - id: w\n    match: a AND b OR c", "AND and OR are mixed"),
        ("watches:\n  - id: w\n    match: |\n      a AND\n      b c", "t.yaml:5:3: error: in the query of 'w', column 3: two bare words"),
        ("watches:\n  - id: w\n    match: \"a\" AND b", "write the query as a block: \"match: |\""),
        ("watches:\n  - id: w\n    any:\n      - \"a\" b", "an item is one phrase and needs no quotation marks"),
        ("watches:\n  - id: w\n    any:\n      - @names", "a text that begins with @ needs quotes"),
        ("watches:\n  - id: w\n    any:\n      - *star", "put it in quotes"),
        ("watches:\n  - id: w", "watch 'w' looks for nothing"),
        ("watches:\n  - id: w\n    any: [a]\n    match: b", "has both match and any"),
        ("watches:\n  - id: w\n    any: ['!!!']", "holds no letter or digit"),
        ("watches:\n  - id: w\n    any: [a]\n    on_create: {}", "an on_create needs 'look_back'"),
        ("watches:\n  - id: w\n    any: [a]\n    spike: { factor: 1 }", "'factor' should be a number above 1"),
        ("watches:\n  - id: w\n    any: [a]\n    spike: { within: 10m }", "'within' should be from 1h to 4d"),
        ("watches:\n  - id: w\n    any: [a]\n    report: 5m", "'report' should be at least 1h"),
        ("watches:\n  - id: w\n    any: [a]\n    timing: { quiet: [{ from: \"00:00\", to: \"00:00\", dates: 2026-13-01 }] }", "'2026-13-01' is no date"),
        ("watches:\n  - id: w\n    any: [a]\n    timing: { digest: 5s }", "'digest' should be from 1m to 1d"),
        ("watches:\n  - id: w\n    any: [a]\n    timing: { digest: 1h, at: [\"08:00\"] }", "both digest and at"),
        ("watches:\n  - id: w\n    any: [a]\n    timing: { zone: Asia/Baki }", "'Asia/Baki' is no time zone of this machine"),
        ("watches:\n  - id: w\n    any: [a]\n    timing: { quiet: [{ from: \"22:00\", to: \"7\" }] }", "no time of day"),
        ("receivers:\n  - id: r\n    slack: { url: \"https://x/\" }\n    rate: { messages: many }", "'messages' should be a number"),
        ("watches:\n  - id: w\n    any: [a]\n    to: [nobody]\nreceivers:\n  - id: nobod\n    slack: { url: \"https://x/y\" }",
            "there is no receiver 'nobody'; did you mean 'nobod'?"),
    ])
    func `mistakes in watches say how to write it`(text: String, expected: String) {
        let errors = compile(text)
        #expect(errors.contains { $0.contains(expected) }, "\(errors)")
    }

    @Test func `strings stay strings`() throws {
        let (settings, _) = read("lists:\n  codes: [NO, 022, yes, 1e3, null text]")
        #expect(settings?.lists["codes"]?.items.map(\.text) == ["NO", "022", "yes", "1e3", "null text"])
    }

    @Test func `bounds hold against hostile files`() {
        #expect(read(String(repeating: "[", count: 200_000)).1.contains { $0.what.contains("32 levels") })
        #expect(read(String(repeating: "a", count: 17 << 20)).1.contains { $0.what.contains("16 MB") })
        let invalid = ConfigurationFile(path: "t.yaml", bytes: [0x61, 10, 0xFF, 0xFE], isWatchlist: false)
        #expect(readSettings([invalid], secrets: { _ in .value("") }).complaints.contains { $0.mark?.line == 2 && $0.what.contains("UTF-8") })
    }
}

@Suite struct SecretTests {
    @Test func `secrets are looked up and never shown`() {
        let text = "receivers:\n  - id: r\n    slack: { url: \"https://x/${credential:s}/${env:E}$${plain}\" }"
        let (settings, complaints) = read(text) { reference in .value(reference == .credential("s") ? "one" : "two") }
        #expect(settings?.receivers[0].url?.exposed == "https://x/one/two${plain}", "\(complaints)")
        #expect("\(settings!.receivers[0])".contains("one") == false)
    }

    @Test func `a credential outside the service is not verifiable, and no error`() {
        let text = "receivers:\n  - id: r\n    webhook: { url: \"https://x/\", secret: \"${credential:s}\" }"
        let (settings, complaints) = read(text) { _ in .notVerifiableHere }
        #expect(settings != nil)
        #expect(complaints.contains { $0.severity == .note && $0.what.contains("not verifiable here") })
        #expect(read(text) { _ in .missing("is not there") }.0 == nil)
    }

    @Test func `a short signing secret is refused`() {
        let text = "receivers:\n  - id: r\n    webhook: { url: \"https://x/\", secret: whsec_abcd }"
        #expect(read(text).1.contains { $0.what.contains("24 to 64 bytes") })
    }
}

@Suite struct WatchlistTests {
    @Test func `lists, defaults and a block make watches`() throws {
        let text = """
            watchlist: caucasus
            owner: ana@desk.example
            defaults: { to: [hook], zones: [headline, body] }
            lists:
              names: [Lachin corridor, { az: Laçın dəhlizi }]
            watches:
              - id: one
                any: ["@names"]
                none: [film festival]
                near: { within: 5, any: [checkpoint] }
              - id: two
                match: |
                  "Lachin corridor" AND (Miller OR Blinken)
                priority: urgent
            """
        let files = [
            ConfigurationFile(path: "w.yaml", bytes: Array(text.utf8), isWatchlist: true),
            ConfigurationFile(path: "t.yaml", bytes: Array("receivers:\n  - id: hook\n    slack: { url: \"https://x/\" }".utf8),
                isWatchlist: false),
        ]
        let settings = try #require(readSettings(files, secrets: { _ in .value("s") }).settings)
        let (watches, complaints, _) = compileWatches(settings, .empty)
        #expect(complaints.isEmpty)
        #expect(watches.map(\.id) == ["one", "two"])
        #expect(watches[0].owner == "ana@desk.example" && watches[0].receivers == ["hook"] && watches[1].priority == .urgent)
        #expect(watches[0].zones == [.headline, .body] && watches[0].list == "caucasus")
    }
}

@Suite struct SchemaTests {
    @Test func `the JSON Schema and the reference name every setting`() throws {
        let schema = jsonSchema(of: SettingsTable.main, title: "t")
        #expect(try JSON.parse(schema.bytes) == schema)
        let page = settingsReference()
        for setting in SettingsTable.main.settings + SettingsTable.watchlist.settings {
            #expect(page.contains("| `\(setting.name)`"))
        }
        #expect(schema["properties"]?["sources"]?["items"]?["properties"]?["folder"] != nil)
    }

    @Test func `a sidecar fills in what is known`() throws {
        let hints = try readSidecar(Array("published: 2023-06-26\nurl: https://x/a".utf8), path: "a.meta.yaml", defaults: Hints())
        #expect(hints.published.value == "2023-06-26" && hints.published.from == .sidecar && hints.url == "https://x/a")
        #expect(throws: Complaint.self) { try readSidecar(Array("published: soon".utf8), path: "a", defaults: Hints()) }
        #expect(throws: Complaint.self) { try readSidecar(Array("pubished: 2023-06-26".utf8), path: "a", defaults: Hints()) }
    }
}

@Suite struct ValueTests {
    @Test(arguments: [("10.0.0.0/8", "10.1.2.3", true), ("10.0.0.0/8", "11.0.0.1", false), ("fd00::/8", "fd12::1", true),
        ("127.0.0.1", "127.0.0.1", true), ("::1/128", "::1", true), ("10.0.0.0/8", "::ffff:10.9.9.9", true)])
    func `address ranges`(range: String, address: String, expected: Bool) throws {
        let parsed = try #require(AddressRange.parse(address))
        #expect(AddressRange(range)?.contains(parsed) == expected)
    }

    @Test func `durations and sizes`() {
        #expect(parseDuration("1h30m") == .seconds(5400) && parseDuration("90d") == .seconds(7_776_000))
        #expect(parseDuration("5") == nil && parseDuration("m") == nil && parseSize("64M") == 64 << 20 && parseSize("x") == nil)
    }
}
