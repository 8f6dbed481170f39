import CLinuxShims
import Executors
import Glibc
package import Ports

/// Starts `tocsin-reader` for each document: the document in its standard input, a reading as JSON out of its
/// standard output. It is killed at its time limit; what it prints beyond the bound is not taken.
package final class ReaderWorker: DocumentReader {
    private let path: String
    private let executor = WorkerExecutor(name: "reader", count: 1)
    private let limitSeconds: Int
    private static let maximumOutput = 128 << 20

    /// `path` is the program; `limitSeconds` how long one document may take.
    package init(path: String, limitSeconds: Int = 30) {
        (self.path, self.limitSeconds) = (path, limitSeconds)
    }

    /// Reads a document on a thread of its own, which may block.
    package func read(_ bytes: [UInt8], type: String?, language: String?) async throws(DocumentFailure)
        -> [UInt8]
    {
        // The thread blocks; it is the executor's own.
        let result: Result<[UInt8], DocumentFailure> = await withTaskExecutorPreference(executor) {
            do throws(DocumentFailure) {
                return .success(try readNow(bytes, type: type, language: language))
            } catch {
                return .failure(error)
            }
        }
        return try result.get()
    }

    /// Reads a document on the calling thread; for the command line.
    package func readNow(_ bytes: [UInt8], type: String?, language: String?) throws(DocumentFailure)
        -> [UInt8]
    {
        let input = try memoryFile(bytes)
        defer { close(input) }
        var ends: (read: Int32, write: Int32) = (-1, -1)
        guard unsafe tocsin_pipe(&ends.read, &ends.write) == 0 else {
            throw DocumentFailure(.unavailable, "no pipe to the reader: errno \(errno)")
        }
        defer { close(ends.read) }
        let process = try start(
            input: input, output: ends.write, [("--type", type), ("--language", language)])
        let (output, isLate) = collect(ends.read)
        if output == nil || isLate { kill(process, SIGKILL) }
        var status: Int32 = 0
        while unsafe waitpid(process, &status, 0) < 0, errno == EINTR {}
        if isLate { throw DocumentFailure(.fatal, "reading it took more than \(limitSeconds) seconds") }
        guard let output else { throw DocumentFailure(.fatal, "reading it made more than 128 MB") }
        guard status == 0 else { throw DocumentFailure(.fatal, ReaderWorker.ending(status)) }
        return output
    }

    /// How a process ended, in words.
    private static func ending(_ status: Int32) -> String {
        let signal = status & 0x7F
        if signal == 0 { return "the reader failed with status \(status >> 8 & 0xFF)" }
        return signal == SIGXCPU || signal == SIGKILL
            ? "the reader ran out of its limits of time and memory"
            : "the reader crashed with signal \(signal)"
    }

    /// A file in memory that holds the document: nobody waits for anybody to read it.
    private func memoryFile(_ bytes: [UInt8]) throws(DocumentFailure) -> Int32 {
        let file = unsafe tocsin_memory_file("document")
        guard file >= 0 else {
            throw DocumentFailure(.unavailable, "no memory for the document: errno \(errno)")
        }
        var done = 0
        while done < bytes.count {
            let count = unsafe bytes.withUnsafeBytes {
                unsafe write(file, $0.baseAddress! + done, bytes.count - done)
            }
            guard count > 0 || errno == EINTR else {
                close(file)
                throw DocumentFailure(.unavailable, "no memory for the document: errno \(errno)")
            }
            done += max(0, count)
        }
        lseek(file, 0, SEEK_SET)
        return file
    }

    /// Starts the program with these descriptors; the output's is closed here.
    private func start(input: Int32, output: Int32, _ options: [(String, String?)]) throws(DocumentFailure)
        -> pid_t
    {
        defer { close(output) }
        var actions = unsafe posix_spawn_file_actions_t()
        unsafe posix_spawn_file_actions_init(&actions)
        defer { unsafe posix_spawn_file_actions_destroy(&actions) }
        unsafe posix_spawn_file_actions_adddup2(&actions, input, 0)
        unsafe posix_spawn_file_actions_adddup2(&actions, output, 1)
        unsafe posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
        unsafe tocsin_close_from(&actions, 3)
        let words = [path] + options.flatMap { name, value in value.map { [name, $0] } ?? [] }
        var arguments = unsafe words.map { unsafe strdup($0) } + [nil]
        let variables = ["LANG=C.UTF-8", "MALLOC_ARENA_MAX=1", "SWIFT_BACKTRACE=enable=no"]
        var environment = unsafe variables.map { unsafe strdup($0) } + [nil]
        defer { unsafe (arguments + environment).forEach { unsafe free($0) } }
        var process: pid_t = 0
        let failed = unsafe posix_spawn(&process, path, &actions, nil, &arguments, &environment)
        guard failed == 0 else {
            throw DocumentFailure(
                .unavailable,
                "the reader \(path) cannot be started: \(unsafe String(cString: strerror(failed)))")
        }
        return process
    }

    /// What comes out until the end; nil when it is too much. Late when the time limit is over.
    private func collect(_ descriptor: Int32) -> (output: [UInt8]?, isLate: Bool) {
        var out: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        // Waits of half a second are counted: a clock that jumps does not matter here.
        var waits = 0
        while true {
            var watched = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
            let ready = unsafe poll(&watched, 1, 500)
            if ready == 0 {
                waits += 1
                if waits >= limitSeconds * 2 { return (out, true) }
                continue
            }
            if ready < 0, errno == EINTR { continue }
            let count = unsafe Glibc.read(descriptor, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return (out, false) }
            out += buffer[..<count]
            if out.count > ReaderWorker.maximumOutput { return (nil, false) }
        }
    }
}
