import CLinuxShims
import Glibc
import Model
import Ports

/// What the operating system is asked for, in one place.
enum System {
    /// A variable of the environment.
    static func environment(_ name: String) -> String? {
        unsafe getenv(name).map { unsafe String(cString: $0) }
    }

    /// The whole of a file; nil when it cannot be read or is larger than `most`.
    static func read(_ path: String, most: Int = 256 << 20) -> [UInt8]? {
        let file = unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return nil }
        defer { close(file) }
        return readAll(file, most: most)
    }

    /// Everything from standard input.
    static func readStandardInput() -> [UInt8] { readAll(0, most: 1 << 30) ?? [] }

    private static func readAll(_ file: Int32, most: Int) -> [UInt8]? {
        var out: [UInt8] = []
        return unsafe withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 65_536) { room in
            while true {
                let count = unsafe Glibc.read(file, room.baseAddress, room.count)
                if count < 0, errno == EINTR { continue }
                if count < 0 { return nil }
                if count == 0 { return out }
                // A large file gets all its room at once; of a small one its size is not asked.
                if out.isEmpty, count == room.count { out.reserveCapacity(min(size(file), most)) }
                unsafe out += room[..<count]
                if out.count > most { return nil }
            }
        }
    }

    /// Bytes of a regular file; 0 for any other.
    private static func size(_ file: Int32) -> Int {
        var about = stat()
        guard unsafe fstat(file, &about) == 0, about.st_mode & S_IFMT == S_IFREG else { return 0 }
        return Int(about.st_size)
    }

    /// Writes a file beside its place and renames it there, synced; throws what went wrong in words.
    static func write(_ bytes: [UInt8], to path: String, mode: mode_t = 0o600) throws(SystemError) {
        let beside = path + ".new"
        let file = unsafe open(beside, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, mode)
        guard file >= 0 else { throw SystemError(path) }
        var at = 0
        while at < bytes.count {
            let count = unsafe bytes.withUnsafeBytes {
                unsafe Glibc.write(file, $0.baseAddress! + at, $0.count - at)
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { let error = SystemError(path); close(file); throw error }
            at += count
        }
        guard fsync(file) == 0 else { let error = SystemError(path); close(file); throw error }
        close(file)
        guard unsafe rename(beside, path) == 0 else { throw SystemError(path) }
    }

    /// Puts other bytes into a file that is there, which keeps its owner and mode.
    static func replace(_ path: String, with bytes: [UInt8]) throws(SystemError) {
        var before = stat()
        guard unsafe stat(path, &before) == 0 else { throw SystemError(path) }
        try write(bytes, to: path, mode: before.st_mode & 0o777)
        _ = unsafe chmod(path, before.st_mode & 0o777)
        if geteuid() == 0 { _ = unsafe chown(path, before.st_uid, before.st_gid) }
    }

    /// Names in a folder, sorted; none when it is not there.
    static func names(in folder: String) -> [String] {
        guard let stream = unsafe opendir(folder) else { return [] }
        defer { _ = unsafe closedir(stream) }
        var out: [String] = []
        while let entry = unsafe readdir(stream) {
            let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { tuple in
                unsafe tuple.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
            }
            if name != ".", name != ".." { out.append(name) }
        }
        return out.sorted()
    }

    /// Whether something stands at a path.
    /// The path of the program that runs.
    static var ownPath: String {
        var buffer = [UInt8](repeating: 0, count: 4096)
        let count = unsafe buffer.withUnsafeMutableBytes {
            unsafe readlink("/proc/self/exe", $0.bindMemory(to: CChar.self).baseAddress!, $0.count)
        }
        return String(decoding: buffer[..<max(0, count)], as: UTF8.self)
    }

    static func exists(_ path: String) -> Bool { unsafe access(path, F_OK) == 0 }

    /// Makes a folder; fine when it is there.
    static func makeFolder(_ path: String, mode: mode_t = 0o700) { _ = unsafe mkdir(path, mode) }

    /// Removes a file, if it is there.
    static func remove(_ path: String) { _ = unsafe unlink(path) }

    /// Renames a file.
    static func move(_ from: String, to: String) throws(SystemError) {
        guard unsafe rename(from, to) == 0 else { throw SystemError(from) }
    }

    /// Locks a file for this process's life; nil when another holds it.
    static func lock(_ path: String) -> Int32? {
        let file = unsafe open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard file >= 0, flock(file, LOCK_EX | LOCK_NB) == 0 else { if file >= 0 { close(file) }; return nil }
        return file
    }

    /// Owner, group and mode of what stands at a path; nil when nothing does.
    static func ownerAndMode(_ path: String) -> (user: UInt32, group: UInt32, mode: UInt32)? {
        var about = stat()
        guard unsafe stat(path, &about) == 0 else { return nil }
        return (about.st_uid, about.st_gid, about.st_mode)
    }

    /// The number of a group; nil when there is none of that name.
    static func group(_ name: String) -> UInt32? { unsafe getgrnam(name).map { unsafe $0.pointee.gr_gid } }

    /// Writes to standard output (1) or standard error (2).
    static func print(_ text: String, to stream: Int32 = 1) { write(Array(text.utf8), to: stream) }

    /// Writes bytes to standard output or standard error.
    static func write(_ bytes: [UInt8], to stream: Int32 = 1) {
        var at = 0
        while at < bytes.count {
            let count = unsafe bytes.withUnsafeBytes {
                unsafe Glibc.write(stream, $0.baseAddress! + at, $0.count - at)
            }
            if count < 0, errno == EINTR { continue }
            if count <= 0 { return }
            at += count
        }
    }

    /// Whether standard output is a terminal that may be coloured.
    static var isTerminal: Bool { isatty(1) == 1 && environment("NO_COLOR") == nil }

    /// The wall clock now.
    static var now: Moment {
        var time = timespec()
        _ = unsafe clock_gettime(CLOCK_REALTIME, &time)
        return Moment(milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
    }

    /// Microseconds of the monotonic clock, for systemd.
    static var monotonicMicroseconds: UInt64 {
        var time = timespec()
        _ = unsafe clock_gettime(CLOCK_MONOTONIC, &time)
        return UInt64(time.tv_sec) * 1_000_000 + UInt64(time.tv_nsec) / 1000
    }

    /// Catches the signals that the service waits for; answers the descriptor to read them from.
    static func catchSignals() -> Int32 { tocsin_catch_signals() }

    /// Waits for the next of those signals; nil when there will be none.
    static func nextSignal(_ descriptor: Int32) -> Int32? {
        var byte: UInt8 = 0
        while true {
            let count = unsafe Glibc.read(descriptor, &byte, 1)
            if count == 1 { return Int32(byte) }
            if count < 0, errno == EINTR { continue }
            return nil
        }
    }

    /// Ends the process.
    static func exit(_ code: Int32) -> Never { Glibc.exit(code) }
}

/// A system call that failed.
struct SystemError: Error, Sendable {
    var what: String

    /// The last failure (errno) concerning a path.
    init(_ path: String) { what = unsafe "\(path): " + String(cString: strerror(errno)) }
}

extension System {
    /// Sleeps; for the command line, which has nothing else to do.
    static func pause(seconds: UInt32) { _ = sleep(seconds) }
}

/// Ends the process with a command's exit code.
package func endProcess(_ code: Int32) -> Never { System.exit(code) }
