import Documents
import Formats
import Glibc
import Model
import Text

// The reader worker: one document in its standard input, what it holds as JSON in its standard output. The
// service starts one for each document; it is no command for people.
guard Sandbox.enter() else {
    Sandbox.print(Array("{\"note\":\"the sandbox of the reader cannot be made\"}".utf8))
    exit(2)
}
var hints = Hints()
var words = CommandLine.arguments.dropFirst()[...]
while let word = words.popFirst() {
    switch word {
    case "--type": hints.contentType = words.popFirst()
    case "--language": hints.language = words.popFirst()
    case "--trial":
        for one in Sandbox.trial() {
            Sandbox.print(Array("\(one.what): \(one.isPossible ? "possible" : "refused")\n".utf8))
        }
        exit(0)
    default:
        Sandbox.print(Array("usage: tocsin-reader [--type TYPE] [--language LANGUAGE] < DOCUMENT\n".utf8))
        exit(64)
    }
}
guard let bytes = Sandbox.readInput(most: 256 << 20) else { exit(3) }
Sandbox.print(readDocument(bytes, hints).json.bytes)
