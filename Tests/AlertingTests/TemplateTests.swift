import Model
import Receivers
import Testing
import Text

@Suite struct TemplateTests {
    private let samples = Examples.bodies(for: "r", origin: "desk")

    private func made(_ json: String) throws -> JSON {
        try BodyTemplate(JSON.parse(Array(json.utf8)), samples: samples).filled(samples[0])
    }

    @Test(arguments: [
        (#"{"text": "{{ data.text | cut 12 }}"}"#, #"{"text":"development…"}"#),
        (#"{"n": "{{ data.sequence }}", "s": "no. {{ data.sequence }}"}"#, #"{"n":42,"s":"no. 42"}"#),
        (#"["{{ data.watches.0.title }}", "{{data.watches.*.id}}", "in: {{ data.watches.*.title }}", 1.5, true, null]"#,
            #"["The ridge",["ridge"],"in: The ridge",1.5,true,null]"#),
        (#"{"$each": "data.mentions", "$item": {"t": "{{ item.text }}", "of": "{{ data.article.id }}"}, "$most": 5}"#,
            #"[{"t":"Ridge road","of":"ar_example1"}]"#),
        (#"{"plain": "a } b { c", "digest only": "{{ data.summary }} {{ data.items.0.text }}"}"#, #"{"plain":"a } b { c","digest only":" "}"#),
    ])
    func `holes are filled with values`(template: String, expected: String) throws {
        #expect(try made(template).text == expected)
    }

    @Test(arguments: [
        (#"{"a": "{{ data.txt }}"}"#, "no alert has 'data.txt'"), (#"{"a": "x {{ data.watches }}"}"#, "cannot stand within a text"),
        (#"{"a": "{{ data.text"}"#, "a {{ has no }}"), (#"{"a": "{{ data.text | shout }}"}"#, "asks for what there is not"),
        (#"{"$each": "data.text", "$item": 1}"#, "is no list"), (#"{"$each": "data.watches"}"#, "$each needs a path and $item"),
        (#"{"a": "{{ item.id }}"}"#, "no alert has 'item.id'"), (#"{"a": "{{ }}"}"#, "is no path"),
    ])
    func `what no alert can fill is refused when it is written`(template: String, what: String) throws {
        #expect(performing: { _ = try made(template) }, throws: { error in
            (error as? BodyTemplate.Flaws)?.all.contains { $0.what.contains(what) } ?? false
        })
    }

    @Test func `no text of an article becomes structure`() throws {
        let hostile = #"", "admin": true, "x": "{{ data.sequence }} \u{2028} </script>"#
        let alert = JSON.object([("data", .object([("text", .string(hostile)), ("sequence", .integer(1))]))])
        let template = try BodyTemplate(JSON.parse(Array(#"{"a": "{{ data.text }}", "b": "<{{ data.text }}>"}"#.utf8)), samples: samples)
        let read = try JSON.parse(template.filled(alert).bytes)
        #expect(read["a"]?.string == hostile && read["b"]?.string == "<\(hostile)>" && read["admin"] == nil)
    }
}
