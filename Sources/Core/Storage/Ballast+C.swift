import Glibc
import Ports

/// A file of dead weight beside the store. On a full disk it is given up, so that what is in the outbox can
/// still be sent and settled; nothing new is stored until there is room to take it up again.
struct Ballast {
    private let path: String
    /// Its size; 0: there is none.
    private let bytes: Int64
    /// It was given up and could not be taken up again yet.
    private(set) var isReleased = false

    /// Takes up a ballast of so many bytes if there is room for four times that.
    init(beside store: String, bytes: Int) {
        (path, self.bytes) = (store + ".ballast", Int64(bytes))
        isReleased = bytes > 0
        takeUp()
    }

    /// Gives it up; answers whether that freed anything.
    mutating func release() -> Bool {
        guard bytes > 0, !isReleased else { return false }
        isReleased = true
        return unsafe unlink(path) == 0
    }

    /// Takes it up again once there is room for four times its size.
    mutating func takeUp() {
        guard isReleased, room(at: path).free >= bytes * 4 else { return }
        let file = unsafe open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard file >= 0 else { return }
        defer { close(file) }
        if posix_fallocate(file, 0, off_t(bytes)) == 0 { isReleased = false } else { _ = unsafe unlink(path) }
    }
}

/// Free and total bytes of the file system that holds a path's folder.
func room(at path: String) -> DiskRoom {
    let cut = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    var about = statvfs()
    guard unsafe statvfs(cut.isEmpty ? "/" : cut, &about) == 0 else {
        return DiskRoom(free: .max, total: .max)
    }
    let unit = Int64(about.f_frsize)
    return DiskRoom(free: Int64(about.f_bavail) * unit, total: Int64(about.f_blocks) * unit)
}
