import CLinuxShims
import Folders
import Glibc
import Ports
import Testing

/// A folder of its own for one test, removed afterwards.
final class Inbox {
    let path: String
    let watcher = LinuxFolders()

    init() async {
        path = "/tmp/tocsin-test-\(getpid())-\(UInt64.random(in: 0 ..< .max))"
        mkdir(path, 0o700)
        _ = await watcher.watch([WatchedFolder(source: "s", path: path, usesEvents: true, maximumSize: 1000, movesDone: true)])
        _ = await watcher.hints()
        _ = try? await watcher.list("s") { _ in true }
    }

    deinit { _ = shell("rm -rf '\(path)'") }

    /// Runs a producer, with the folder as its directory.
    @discardableResult
    func shell(_ script: String) -> Int32 { system("cd '\(path)' 2>/dev/null; \(script)") }

    /// Hints until one is what is waited for; bounded by the test's time limit.
    func wait(for wanted: FolderHint) async -> Bool {
        for _ in 0..<200 {
            let hints = await watcher.hints()
            if hints.contains(wanted) { return true }
            if hints.isEmpty { return false }
        }
        return false
    }

    func places() async -> [String] {
        var out: [String] = []
        _ = try? await watcher.list("s") { out += $0.map(\.place); return true }
        return out.sorted()
    }
}

/// What the kernel reports for each way in which producers write (measured), and that the file is found each time.
@Suite(.timeLimit(.minutes(1))) struct ProducerTests {
    @Test func `written and closed: at rest`() async {
        let inbox = await Inbox()
        inbox.shell("echo text > a.txt")
        #expect(await inbox.wait(for: .settled(source: "s", place: "a.txt")))
    }

    @Test func `renamed into place, also over another: at rest`() async {
        let inbox = await Inbox()
        inbox.shell("echo one > a.txt; echo two > .a.tmp; mv .a.tmp a.txt")
        #expect(await inbox.wait(for: .settled(source: "s", place: "a.txt")))
    }

    @Test func `hard link: only a hint, then found by looking`() async {
        let inbox = await Inbox()
        inbox.shell("echo text > ../tocsin-link-$$; ln ../tocsin-link-$$ b.txt; rm ../tocsin-link-$$")
        #expect(await inbox.wait(for: .stirring(source: "s", place: "b.txt")))
        #expect(inbox.watcher.look("s", "b.txt") != nil)
    }

    @Test func `a nameless file linked into place: found by its name`() async {
        let inbox = await Inbox()
        let script = "import os;d=os.open('.',os.O_DIRECTORY);f=os.open('.',os.O_TMPFILE|os.O_WRONLY,0o600);os.write(f,b'x');"
            + "os.link('/proc/self/fd/%d'%f,'c.txt',dst_dir_fd=d,follow_symlinks=True)"
        guard inbox.shell("python3 -c \"\(script)\"") == 0 else { return }
        #expect(await inbox.wait(for: .stirring(source: "s", place: "c.txt")))
    }

    @Test func `folders made faster than they can be watched: their files are found`() async {
        let inbox = await Inbox()
        inbox.shell("mkdir -p x/y/z; echo text > x/y/z/d.txt")
        #expect(await inbox.wait(for: .rescan(source: "s", cause: "new-folder")))
        #expect(await inbox.places() == ["x/y/z/d.txt"])
        inbox.shell("echo more > x/y/z/e.txt")
        #expect(await inbox.wait(for: .settled(source: "s", place: "x/y/z/e.txt")))
    }

    @Test func `the folder itself moved away and made anew: watched again`() async {
        let inbox = await Inbox()
        inbox.shell("mv '\(inbox.path)' '\(inbox.path).old'; mkdir '\(inbox.path)'; rm -rf '\(inbox.path).old'")
        #expect(await inbox.wait(for: .rescan(source: "s", cause: "folder-replaced")))
        _ = await inbox.places()
        inbox.shell("echo text > f.txt")
        #expect(await inbox.wait(for: .settled(source: "s", place: "f.txt")))
    }

    @Test func `a burst that overflows the kernel's queue leads to a rescan that finds all`() async {
        let inbox = await Inbox()
        inbox.shell("seq 1 40000 | xargs touch")
        var causes: Set<String> = []
        while !causes.contains("overflow") && !causes.contains("burst") {
            let hints = await inbox.watcher.hints()
            for case .rescan(_, let cause) in hints { causes.insert(cause) }
            // The queue may have been emptied in time: then every name has come.
            if causes.isEmpty, hints.count >= 19_000 { break }
            if hints.isEmpty { break }
        }
        #expect(await inbox.places().count == 40_000)
    }

    @Test func `what changes without an event is found by the scan`() async {
        let inbox = await Inbox()
        inbox.shell("echo one > ../tocsin-other-$$; ln ../tocsin-other-$$ g.txt")
        let before = inbox.watcher.look("s", "g.txt")
        inbox.shell("for f in ../tocsin-other-*; do echo longer text > $f; rm $f; done")
        #expect(inbox.watcher.look("s", "g.txt") != before)
    }

    @Test func `litter of producers and editors is passed by`() async {
        let inbox = await Inbox()
        inbox.shell("touch .hid a~ b.tmp c.part d.crdownload e.swp f.meta.yaml Thumbs.db ok.txt; mkdir done .sync; touch done/x .sync/y")
        #expect(await inbox.places() == ["ok.txt"])
    }
}

@Suite struct SafeOpeningTests {
    @Test func `only regular files are read`() async throws {
        let inbox = await Inbox()
        inbox.shell("mkfifo p; ln -s /etc/passwd l; mkdir d; ln -s /etc e; echo text > ok.txt")
        #expect(throws: FileRefusal.self) { try inbox.watcher.read("s", "p") }
        #expect(throws: FileRefusal.self) { try inbox.watcher.read("s", "l") }
        #expect(throws: FileRefusal.self) { try inbox.watcher.read("s", "d") }
        #expect(throws: FileRefusal.self) { try inbox.watcher.read("s", "e/passwd") }
        #expect(throws: FileRefusal.self) { try inbox.watcher.read("s", "../../etc/passwd") }
        #expect(try inbox.watcher.read("s", "ok.txt").bytes == Array("text\n".utf8))
        let troubles = try await inbox.watcher.list("s") { _ in true }
        #expect(Set(troubles.map(\.place)) == ["p", "l", "e"])
    }

    /// Old container runtimes and systemd-nspawn 252 answer openat2 with ENOSYS.
    @Test func `without openat2 no link is followed either`() async {
        let inbox = await Inbox()
        inbox.shell("mkfifo p; ln -s /etc/passwd l; mkdir -p d/s; echo text > d/s/ok.txt; ln -s d e; ln -s /etc f")
        let folder = open(inbox.path, O_RDONLY | O_DIRECTORY)
        defer { close(folder) }
        for open in [tocsin_open_beneath, tocsin_open_beneath_by_components] {
            let descriptor = open(folder, "d/s/ok.txt")
            #expect(descriptor >= 0)
            close(descriptor)
            for place in ["l", "e/s/ok.txt", "f/passwd", "../../etc/passwd", "/etc/passwd", "d//s/ok.txt/..", "none"] {
                #expect(open(folder, place) < 0, "\(place)")
            }
        }
    }

    @Test func `a file of five gigabytes is refused by its size, unread`() async {
        let inbox = await Inbox()
        inbox.shell("truncate -s 5G big.txt")
        let refusal = #expect(throws: FileRefusal.self) { try inbox.watcher.read("s", "big.txt") }
        #expect(refusal?.kind == .refused && refusal?.reason.contains("max_size") == true)
    }

    @Test func `an unreadable file is for later, a missing one is gone`() async {
        let inbox = await Inbox()
        let refusal = #expect(throws: FileRefusal.self) { try inbox.watcher.read("s", "nothing") }
        #expect(refusal?.kind == .gone)
        inbox.shell("echo x > locked; chmod 000 locked")
        if geteuid() != 0 {
            #expect(#expect(throws: FileRefusal.self) { try inbox.watcher.read("s", "locked") }?.kind == .later)
        }
    }

    @Test func `finished files move into done, under a free name, with their sidecar`() async throws {
        let inbox = await Inbox()
        inbox.shell("mkdir done; echo 1 > done/a.txt; echo 2 > a.txt; echo 'url: https://x/' > a.txt.meta.yaml")
        try inbox.watcher.finish("s", "a.txt", delete: false)
        #expect(inbox.shell("test -f done/2-a.txt -a -f done/a.txt.meta.yaml -a ! -e a.txt") == 0)
    }
}
