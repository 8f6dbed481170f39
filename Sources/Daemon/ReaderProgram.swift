import Formats
import Model
import Ports
import Text
import Workers

/// Where the reader worker lies: beside this program (in a build), or where the package puts it.
func readerPath() -> String {
    if let path = System.environment("TOCSIN_READER") { return path }
    let own = System.ownPath.split(separator: "/").dropLast().reduce("") { $0 + "/" + $1 } + "/tocsin-reader"
    return System.exists(own) ? own : "/usr/libexec/tocsin/tocsin-reader"
}

/// What some bytes hold, by whatever reads them: in this process, or in the reader worker as the service
/// does.
func readAnything(_ bytes: [UInt8], _ hints: Hints) -> FormatReading {
    guard let found = format(of: bytes, hints) else { return FormatReading(note: describeUnknown(bytes)) }
    guard needsReader(bytes, hints) else { return found.read(bytes, hints) }
    do throws(DocumentFailure) {
        let worker = ReaderWorker(path: readerPath())
        let output = try worker.readNow(bytes, type: hints.contentType, language: hints.language)
        guard let json = try? JSON.parse(output) else {
            return FormatReading(note: "the reader gave no answer")
        }
        var reading = FormatReading(json)
        for index in reading.items.indices {
            reading.items[index].hints = hints.over(reading.items[index].hints)
        }
        return reading
    } catch {
        return FormatReading(note: error.what)
    }
}
