import CLinuxShims
import Glibc
import Synchronization

/// One inotify instance and the thread that reads it. Every event becomes a call; overflow and lost watches
/// are calls too.
final class Inotify: Sendable {
    /// What happened, reduced to what matters.
    enum Change: Sendable, Equatable {
        case settled(String), stirring(String), folder(String), lost, overflow
    }

    private let descriptor: Int32
    /// Folder by watch number.
    private let watches = Mutex<[Int32: WatchedPlace]>([:])

    struct WatchedPlace: Sendable, Equatable {
        var source: String
        /// Relative to the source's folder; nil for the folder's parent, which is watched for the folder
        /// itself.
        var place: String?
        /// The folder's own name, for the parent's events.
        var name: String
    }

    init?() {
        descriptor = inotify_init1(Int32(IN_CLOEXEC))
        if descriptor < 0 { return nil }
    }

    /// Watches a folder; answers false when the kernel has no watch left.
    func add(_ path: String, _ place: WatchedPlace) -> Bool {
        let mask =
            place.place == nil
            ? IN_CREATE | IN_MOVED_TO | IN_ONLYDIR
            : IN_CREATE | IN_CLOSE_WRITE | IN_MOVED_TO | IN_ATTRIB | IN_DELETE_SELF | IN_MOVE_SELF
                | IN_ONLYDIR
                | IN_DONT_FOLLOW | IN_EXCL_UNLINK
        return watches.withLock { watches in
            let number = unsafe inotify_add_watch(descriptor, path, UInt32(mask))
            guard number >= 0 else { return errno != ENOSPC }
            watches[number] = place
            return true
        }
    }

    /// Forgets all watches of a source.
    func remove(source: String) {
        watches.withLock { watches in
            for (number, place) in watches where place.source == source {
                inotify_rm_watch(descriptor, number)
                watches[number] = nil
            }
        }
    }

    /// Reads events for ever; blocks, so it has a thread of its own.
    func run(_ tell: @escaping (WatchedPlace?, Change) -> Void) {
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = unsafe read(descriptor, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return }
            var at = 0
            while at + 16 <= count {
                let (number, mask, length) = unsafe buffer.withUnsafeBytes { raw in
                    unsafe (
                        raw.loadUnaligned(fromByteOffset: at, as: Int32.self),
                        raw.loadUnaligned(fromByteOffset: at + 4, as: UInt32.self),
                        Int(raw.loadUnaligned(fromByteOffset: at + 12, as: UInt32.self))
                    )
                }
                let name = String(
                    decoding: buffer[(at + 16)..<(at + 16 + length)].prefix { $0 != 0 }, as: UTF8.self)
                handle(number, mask, name, tell)
                at += 16 + length
            }
        }
    }

    private func handle(
        _ number: Int32, _ mask: UInt32, _ name: String, _ tell: (WatchedPlace?, Change) -> Void
    ) {
        func has(_ flag: some BinaryInteger) -> Bool { mask & UInt32(truncatingIfNeeded: flag) != 0 }
        if has(IN_Q_OVERFLOW) { return tell(nil, .overflow) }
        guard let place = watches.withLock({ $0[number] }) else { return }
        if has(IN_IGNORED) { watches.withLock { $0[number] = nil } }
        guard let folder = place.place else {
            if name == place.name { tell(place, .lost) }
            return
        }
        if has(IN_IGNORED) || has(IN_UNMOUNT) || has(IN_DELETE_SELF) || has(IN_MOVE_SELF) {
            return tell(place, .lost)
        }
        let path = folder.isEmpty ? name : folder + "/" + name
        if has(IN_ISDIR) {
            if has(IN_CREATE) || has(IN_MOVED_TO) { tell(place, .folder(path)) }
        } else if has(IN_CLOSE_WRITE) || has(IN_MOVED_TO) {
            tell(place, .settled(path))
        } else if !name.isEmpty {
            tell(place, .stirring(path))
        }
    }
}
