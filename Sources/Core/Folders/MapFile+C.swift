import Glibc
package import Text

/// Maps a file into memory for as long as the process lives; nil when it cannot be read.
package func mapFile(_ path: String) -> MappedBytes? {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var about = stat()
    guard unsafe fstat(descriptor, &about) == 0, about.st_size > 0 else { return nil }
    let memory = unsafe mmap(nil, Int(about.st_size), PROT_READ, MAP_PRIVATE, descriptor, 0)
    guard let memory = unsafe memory, unsafe memory != MAP_FAILED else { return nil }
    return unsafe MappedBytes(base: memory, count: Int(about.st_size))
}
