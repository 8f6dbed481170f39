import Testing
import Text

@Suite struct SentenceTests {
    private func cut(_ text: String) -> [String] {
        let bytes = Array(text.utf8)
        return sentences(bytes, TextSpanBounds(start: 0, end: bytes.count)).map {
            String(decoding: bytes[$0.start..<$0.end], as: UTF8.self)
        }
    }

    @Test(arguments: [
        ("One. Two.", ["One.", "Two."]),
        ("Mr. Miller spoke on Nov. 10, 2020. He left.", ["Mr. Miller spoke on Nov. 10, 2020.", "He left."]),
        ("U.S. Secretary Blinken called. The U.S. The end.", ["U.S. Secretary Blinken called.", "The U.S.", "The end."]),
        ("\"It is done.\" He left.", ["\"It is done.\"", "He left."]),
        ("\"Is it?\" he asked. Yes.", ["\"Is it?\" he asked.", "Yes."]),
        ("Washington, D.C. on Sunday.", ["Washington, D.C. on Sunday."]),
        ("It cost 3.5 million. J. Smith paid.", ["It cost 3.5 million.", "J. Smith paid."]),
        ("Wait... what? Yes!", ["Wait... what?", "Yes!"]),
        ("東京。大阪。", ["東京。", "大阪。"]),
        ("Он сказал. Она ушла.", ["Он сказал.", "Она ушла."]),
        ("ის წავიდა. დღეს აქ დარჩა.", ["ის წავიდა.", "დღეს აქ დარჩა."]),
        ("no end mark", ["no end mark"]), ("", []),
        ("جاء الوزير أمس، والسفير، وتحدث عن الطريق، وغادر المدينة ليلا", ["جاء الوزير أمس، والسفير،", "وتحدث عن الطريق،", "وغادر المدينة ليلا"]),
        ("جاء الوزير أمس، وتحدث عن الطريق، ثم زار الجسر، وغادر المدينة.", ["جاء الوزير أمس، وتحدث عن الطريق، ثم زار الجسر، وغادر المدينة."]),
        ("The road at Upper Kell Image: Ann Roe / Agency.", ["The road at Upper Kell", "Image: Ann Roe / Agency."]),
        ("It fell to 2012 [...] However, it rose.", ["It fell to 2012 [...]", "However, it rose."]),
        ("The film \"Big Picture: Two\" and Photo: fine.", ["The film \"Big Picture: Two\" and Photo: fine."]),
        ("It was [...] Smith who left.", ["It was [...] Smith who left."]),
    ])
    func `sentences end where a reader ends them`(text: String, expected: [String]) { #expect(cut(text) == expected) }
}

@Suite struct DateTests {
    @Test(arguments: [
        ("Mon, 26 Jun 2023 07:12:41 GMT", "2023-06-26T07:12:41Z"),
        ("26 Jun 23 07:12 +0400", "2023-06-26T07:12:00+04:00"),
        ("2023-06-26T07:12:41.250+04:00", "2023-06-26T07:12:41+04:00"),
        ("2023-06-26", "2023-06-26"), ("June 26, 2023", "2023-06-26"), ("26 June 2023", "2023-06-26"),
        ("Mon Jun 26 07:12:41 2023", "2023-06-26T07:12:41"), ("20230626T071241Z", "2023-06-26T07:12:41Z"),
        ("2023/6/26 7:12:41", "2023-06-26T07:12:41"), ("2023.6.6", "2023-06-06"), ("2023年6月26日", "2023-06-26"),
        ("2023年06月26日 07:12", "2023-06-26T07:12:00"),
    ])
    func `dates of the web keep their precision`(text: String, expected: String) { #expect(webDate(text)?.iso8601 == expected) }

    @Test(arguments: ["", "yesterday", "2023-02-30", "31 June 2023", "2023-13-01", "Monday", "12", "99999999999", "June", "2023-6", "2023/6/", "2023-626"])
    func `what is no date is none`(text: String) { #expect(webDate(text) == nil) }

    @Test func `an instant is the same in every zone`() {
        #expect(webDate("2023-06-26T11:12:41+04:00")?.milliseconds == webDate("Mon, 26 Jun 2023 07:12:41 GMT")?.milliseconds)
        #expect(webDate("1970-01-02")?.milliseconds == 86_400_000)
    }

    /// The commonest forms are read byte by byte; without a comma, or with a space for the T, they are not.
    @Test(arguments: ["GMT", "UTC", "+0000", "-0000", "+0400", "-0930", "+1545", "+9900", "", "EST", "Z", "+04:30", "nonsense"])
    func `the two ways to read a date agree`(zone: String) {
        for (day, month, clock) in [
            ("1", "Jan", "00:00:00"), ("29", "feb", "23:59:60"), ("31", "Dec", "24:00"), ("31", "Jun", "12:00:00"), ("0", "May", "12:00:00"), ("07", "AUG", "7:05"),
            ("12", "Sept", "10:00:00"), ("32", "Jan", "10:00:00"),
        ] {
            for year in ["1970", "2024", "2023", "0023", "99"] {
                #expect(webDate("Mon, \(day) \(month) \(year) \(clock) \(zone)") == webDate("Mon  \(day) \(month) \(year) \(clock) \(zone)"))
                #expect(webDate("\(day) \(month) \(year) \(clock) \(zone)") == webDate("\(day), \(month) \(year) \(clock) \(zone)"))
            }
        }
        for (day, clock) in [("2024-02-29", "07:12:41"), ("2023-02-29", "07:12:41"), ("0023-01-31", "23:59:60.123"), ("2023-12-31", "24:00:00"), ("1999-13-01", "00:00")] {
            #expect(webDate("\(day)T\(clock)\(zone)") == webDate("\(day) \(clock)\(zone)"))
        }
    }

    @Test func `JSON is written and read back`() throws {
        let text = "\"q\\ \u{0}\u{1F}\n\t\r \u{85}\u{2028}\u{2029}\u{2027}\u{C2}Â é “q” 中 😀" + String(repeating: "\"", count: 9000)
        let value = JSON.object([
            (text, .array([.null, .bool(true), .integer(-7), .number(1.5), .string(""), .object([]), .array([])])), ("b", .string(text)),
        ])
        #expect(try JSON.parse(value.bytes) == value)
        #expect(try JSON.parse(Array(value.pretty.utf8)) == value)
        #expect(JSON.array([.string("\u{1}\u{85}\u{2029}\"")]).text == #"["\u0001\u0085\u2029\""]"#)
        #expect(JSON.object([("a", .array([.integer(1)])), ("b", .object([]))]).pretty == "{\n  \"a\": [\n    1\n  ],\n  \"b\": {}\n}")
    }
}

@Suite struct EncodingTests {
    @Test func `a wrong label does not spoil the text`() {
        let utf8 = Array("Laçın dəhlizi".utf8)
        #expect(decodeText(utf8, claimed: "iso-8859-1", declared: nil).bytes == utf8)
        #expect(decodeText([0xE9, 0x74, 0xE9], claimed: "utf-8", declared: nil).bytes == Array("été".utf8))
    }

    @Test func `labels, marks and flaws`() {
        #expect(decodeText([0xCB, 0xE0, 0xF7, 0xE8, 0xED], claimed: "windows-1251", declared: nil).bytes == Array("Лачин".utf8))
        #expect(decodeText([0xFF, 0xFE, 0x4C, 0, 0x61, 0], claimed: nil, declared: nil).bytes == Array("La".utf8))
        #expect(decodeText([0xEF, 0xBB, 0xBF], claimed: nil, declared: nil).bytes == [])
        let mended = decodeText(Array("good text with éé and ".utf8) + [0xFF], claimed: "utf-8", declared: nil)
        #expect(mended.flaws == 1 && String(decoding: mended.bytes, as: UTF8.self).hasSuffix("\u{FFFD}"))
    }
}

@Suite struct JSONTests {
    @Test func `what is written is read back the same`() throws {
        let value = JSON.object([("a", .array([.integer(1), .null, .bool(true), .string("q\"\\\n\u{1}ə")])), ("b", .number(1.5))])
        #expect(try JSON.parse(value.bytes) == value)
        #expect(try JSON.parse(Array(value.pretty.utf8)) == value)
        #expect(try JSON.parse(Array("\"\\ud83d\\ude00\"".utf8)).string == "😀")
    }

    @Test(arguments: [
        ("", ""), ("eight letters and more", "eight letters and more"), ("a\tb\r\n", "a\\tb\\r\\n"), ("\u{1}\u{1F}", "\\u0001\\u001f"),
        ("12345678\"", "12345678\\\""), ("\\", "\\\\"), ("a\u{2028}b\u{2029}", "a\\u2028b\\u2029"), ("\u{85}x", "\\u0085x"),
        ("“quoted” – Â â é", "“quoted” – Â â é"), ("\u{7F}", "\u{7F}"), ("1234567\u{2027}\u{202A}", "1234567\u{2027}\u{202A}"),
    ])
    func `only what must be is escaped`(text: String, written: String) {
        #expect(JSON.string(text).text == "\"\(written)\"")
    }

    @Test(arguments: ["", "{", "[1,]", "{\"a\"}", "nul", "\"", "1 2", String(repeating: "[", count: 100_000)])
    func `flawed JSON is refused, never a crash`(text: String) {
        #expect(throws: JSONError.self) { try JSON.parse(Array(text.utf8)) }
    }
}

@Suite struct ScalarMapTests {
    @Test func `byte offsets become scalar offsets`() {
        let text = String(repeating: "Laçın dəhlizi — 東京 ", count: 40)
        let bytes = Array(text.utf8)
        let map = ScalarMap(bytes)
        var (offset, count) = (0, 0)
        for scalar in text.unicodeScalars {
            #expect(map.scalars(before: offset) == count)
            offset += UTF8.encode(scalar)!.count
            count += 1
        }
        #expect(map.scalars(before: bytes.count) == count)
    }
}
