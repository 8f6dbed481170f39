import CLinuxShims
import Glibc
import Ports

/// Owns a directory's descriptor; everything below is reached through it and never through a symbolic link.
@safe struct Directory: ~Copyable {
    let descriptor: Int32

    /// Opens a folder by its path; throws what is wrong in words.
    init(_ path: String) throws(FileRefusal) {
        descriptor = unsafe open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw refusal(errno) }
    }

    /// Opens a subfolder, not through a link.
    init(below parent: borrowing Directory, _ place: String) throws(FileRefusal) {
        if place.isEmpty {
            descriptor = dup(parent.descriptor)
        } else {
            descriptor = unsafe openat(
                parent.descriptor, place, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
        }
        guard descriptor >= 0 else { throw refusal(errno) }
    }

    deinit { close(descriptor) }

    /// The type number of the file system.
    var fileSystemType: UInt64 { UInt64(tocsin_file_system_type(descriptor)) }

    /// Names in the folder, `.` and `..` left out, in the order of the disk.
    func names() -> [String] {
        let copy = dup(descriptor)
        guard copy >= 0, let stream = unsafe fdopendir(copy) else { return [] }
        defer { _ = unsafe closedir(stream) }
        unsafe rewinddir(stream)
        var out: [String] = []
        while let entry = unsafe readdir(stream) {
            let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { tuple in
                unsafe tuple.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
            }
            if name != ".", name != ".." { out.append(name) }
        }
        return out
    }

    /// What a name is, without following it or opening it.
    func look(_ place: String) throws(FileRefusal) -> (kind: mode_t, mark: FileMark) {
        var about = stat()
        guard unsafe fstatat(descriptor, place, &about, AT_SYMLINK_NOFOLLOW) == 0 else {
            throw refusal(errno)
        }
        return (about.st_mode & S_IFMT, mark(about))
    }

    /// Reads a regular file of at most `most` bytes in one go. Refuses links, FIFOs, devices; says `later`
    /// when it changed meanwhile.
    func read(_ place: String, most: Int) throws(FileRefusal) -> (bytes: [UInt8], mark: FileMark) {
        let file = unsafe tocsin_open_beneath(descriptor, place)
        guard file >= 0 else { throw refusal(-file) }
        defer { close(file) }
        var before = stat()
        guard unsafe fstat(file, &before) == 0 else { throw refusal(errno) }
        guard before.st_mode & S_IFMT == S_IFREG else {
            throw FileRefusal(.refused, "it is \(kindName(before.st_mode))")
        }
        guard before.st_size <= most else {
            throw FileRefusal(.refused, "it is \(before.st_size) bytes long, more than max_size (\(most))")
        }
        var bytes = [UInt8](repeating: 0, count: Int(before.st_size) + 1)
        var count = 0
        while count < bytes.count {
            let got = unsafe bytes.withUnsafeMutableBytes { raw in
                unsafe Glibc.read(file, raw.baseAddress! + count, raw.count - count)
            }
            if got < 0, errno == EINTR { continue }
            if got < 0 { throw refusal(errno) }
            if got == 0 { break }
            count += got
        }
        var after = stat()
        guard unsafe fstat(file, &after) == 0 else { throw refusal(errno) }
        guard mark(before) == mark(after), count == Int(before.st_size) else {
            throw FileRefusal(.later, "it changed while it was read")
        }
        bytes.removeLast(bytes.count - count)
        return (bytes, mark(after))
    }

    /// Moves a file into `done/`, under a free name.
    func moveToDone(_ place: String) throws(FileRefusal) {
        if unsafe mkdirat(descriptor, "done", 0o770) != 0, errno != EEXIST { throw refusal(errno) }
        let name = place.split(separator: "/").last.map(String.init) ?? place
        for number in 1...1000 {
            let target = "done/" + (number == 1 ? name : "\(number)-\(name)")
            var about = stat()
            if unsafe fstatat(descriptor, target, &about, AT_SYMLINK_NOFOLLOW) == 0 { continue }
            guard unsafe renameat(descriptor, place, descriptor, target) == 0 else { throw refusal(errno) }
            return
        }
        throw FileRefusal(.refused, "done/ holds a thousand files of this name")
    }

    func delete(_ place: String) throws(FileRefusal) {
        guard unsafe unlinkat(descriptor, place, 0) == 0 else { throw refusal(errno) }
    }
}

/// What a file's type is called.
func kindName(_ mode: mode_t) -> String {
    switch mode & S_IFMT {
    case S_IFIFO: "a FIFO"
    case S_IFLNK: "a symbolic link"
    case S_IFSOCK: "a socket"
    case S_IFCHR, S_IFBLK: "a device"
    case S_IFDIR: "a folder"
    default: "no regular file"
    }
}

private func mark(_ about: stat) -> FileMark {
    FileMark(
        device: UInt64(about.st_dev), inode: UInt64(about.st_ino), size: Int64(about.st_size),
        modifiedNanoseconds: Int64(about.st_mtim.tv_sec) * 1_000_000_000 + Int64(about.st_mtim.tv_nsec),
        changedNanoseconds: Int64(about.st_ctim.tv_sec) * 1_000_000_000 + Int64(about.st_ctim.tv_nsec))
}

private func refusal(_ code: Int32) -> FileRefusal {
    switch code {
    case ENOENT, ENOTDIR: FileRefusal(.gone, "it is not there")
    case ELOOP, EXDEV: FileRefusal(.refused, "it is a symbolic link, or behind one")
    case EACCES, EPERM: FileRefusal(.later, "no permission to read it")
    case EROFS: FileRefusal(.later, "the file system is read-only")
    case ENXIO, ENODEV: FileRefusal(.refused, "it is no regular file")
    default: FileRefusal(.later, unsafe String(cString: strerror(code)))
    }
}

/// Whether this process may write into a folder, for `check`.
package func canWrite(_ path: String) -> Bool { unsafe access(path, W_OK | X_OK) == 0 }

/// Why this process cannot read a folder; nil when it can.
package func folderTrouble(_ path: String) -> String? {
    do {
        let folder = try Directory(path)
        _ = folder.descriptor
        return unsafe access(path, R_OK | X_OK) == 0 ? nil : "no permission to read it"
    } catch { return error.reason }
}
