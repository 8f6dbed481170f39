import CLinuxShims
import CSeccomp
import Glibc

/// What the reader may use of the machine: no sockets, no other processes, nothing written but its output,
/// and bounds of memory and time. A hostile document that takes the process over finds nothing to do with
/// it.
enum Sandbox {
    /// Calls that reading needs. Everything else is refused with EPERM.
    private static let allowed = [
        "read", "pread64", "write", "writev", "close", "fstat", "stat", "lstat", "newfstatat", "statx",
        "statfs", "fstatfs",
        "access", "faccessat", "faccessat2", "lseek", "mmap", "munmap", "mremap", "madvise", "brk", "futex",
        "exit",
        "exit_group", "rt_sigaction", "rt_sigprocmask", "rt_sigreturn", "sigaltstack", "clock_gettime",
        "clock_getres",
        "gettimeofday", "time", "getrandom", "gettid", "getpid", "getppid", "getuid", "geteuid", "getgid",
        "getegid", "sched_yield",
        "sched_getaffinity", "getrlimit", "readlink", "readlinkat", "getcwd", "getdents64", "sysinfo",
        "uname",
        "restart_syscall", "rseq", "set_robust_list", "fadvise64", "poll", "ppoll", "nanosleep",
        "clock_nanosleep", "tgkill",
    ]
    private static let memory: UInt = 768 << 20
    private static let processorSeconds: UInt = 20

    /// Puts the calling process into it, for good; false when that fails.
    static func enter() -> Bool {
        tocsin_die_with_parent()
        let bounds: [(__rlimit_resource, UInt)] = [
            (RLIMIT_AS, memory), (RLIMIT_CPU, processorSeconds), (RLIMIT_FSIZE, 0), (RLIMIT_CORE, 0),
            (RLIMIT_NOFILE, 64),
        ]
        guard bounds.allSatisfy({ limit($0.0, $0.1) }) else { return false }
        guard let filter = unsafe tocsin_filter_refusing() else { return false }
        defer { unsafe seccomp_release(filter) }
        // Names that an architecture does not have are no loss there.
        for name in allowed { _ = unsafe tocsin_filter_allow(filter, name) }
        let writing = UInt(O_WRONLY | O_RDWR | O_CREAT | O_TRUNC | O_APPEND)
        unsafe tocsin_filter_allow_without(filter, "openat", 2, writing)
        unsafe tocsin_filter_allow_without(filter, "open", 1, writing)
        unsafe tocsin_filter_allow_without(filter, "mprotect", 2, UInt(PROT_EXEC))
        return unsafe seccomp_load(filter) == 0
    }

    private static func limit(_ resource: __rlimit_resource, _ value: UInt) -> Bool {
        var limits = rlimit(rlim_cur: value, rlim_max: value)
        return unsafe setrlimit(Int32(resource.rawValue), &limits) == 0
    }

    /// What a process inside must not be able to do, by name, and whether it can: for the tests.
    static func trial() -> [(what: String, isPossible: Bool)] {
        let socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        let file = unsafe open("/tmp/tocsin-reader-trial", O_WRONLY | O_CREAT, 0o600)
        let local = Glibc.socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        let child = fork()
        if child == 0 { exit(0) }
        return [
            ("a network socket", socket >= 0), ("a local socket", local >= 0), ("writing a file", file >= 0),
            ("another process", child >= 0), ("reading a file", unsafe open("/etc/hostname", O_RDONLY) >= 0),
        ]
    }

    static func readInput(most: Int) -> [UInt8]? {
        var out: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = unsafe Glibc.read(0, &buffer, buffer.count)
            guard count > 0 else { return count == 0 ? out : nil }
            out += buffer[..<count]
            if out.count > most { return nil }
        }
    }

    static func print(_ bytes: [UInt8]) {
        var done = 0
        while done < bytes.count {
            let count = unsafe bytes.withUnsafeBytes {
                unsafe write(1, $0.baseAddress! + done, bytes.count - done)
            }
            guard count > 0 else { exit(1) }
            done += count
        }
    }
}
