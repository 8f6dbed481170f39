/// The state of a file that answers "unchanged?" without reading it.
package struct FileMark: Sendable, Hashable {
    package var device: UInt64
    package var inode: UInt64
    package var size: Int64
    package var modifiedNanoseconds: Int64
    package var changedNanoseconds: Int64

    package init(
        device: UInt64, inode: UInt64, size: Int64, modifiedNanoseconds: Int64, changedNanoseconds: Int64
    ) {
        (self.device, self.inode, self.size) = (device, inode, size)
        (self.modifiedNanoseconds, self.changedNanoseconds) = (modifiedNanoseconds, changedNanoseconds)
    }
}

/// A file seen in a folder: its path relative to the folder, and its mark.
package struct FileSighting: Sendable, Equatable {
    package var place: String
    package var mark: FileMark

    package init(place: String, mark: FileMark) { (self.place, self.mark) = (place, mark) }
}

/// Why a file was not read.
package struct FileRefusal: Error, Sendable, Equatable {
    /// What to do about it.
    package enum Kind: String, Sendable {
        /// Never opened, or never again in this state: a FIFO, a link, too large.
        case refused
        /// Not now: no permission, or it changed while it was read. Looked at again.
        case later
        /// It is not there any more.
        case gone
    }

    package var kind: Kind
    package var reason: String

    package init(_ kind: Kind, _ reason: String) { (self.kind, self.reason) = (kind, reason) }
}

/// A hint that something deserves a look. Nothing is ever decided from a hint alone.
package enum FolderHint: Sendable, Hashable {
    /// A name that was closed after writing, or renamed into place: it is at rest.
    case settled(source: String, place: String)
    /// A name that appeared or changed and may still grow.
    case stirring(source: String, place: String)
    /// The whole folder must be compared again.
    case rescan(source: String, cause: String)
}

/// A folder to watch.
package struct WatchedFolder: Sendable, Equatable {
    package var source: String
    package var path: String
    /// Whether the kernel is asked for events; nil: when the file system is known to tell.
    package var usesEvents: Bool?
    /// Larger files are refused, bytes.
    package var maximumSize: Int
    /// Finished files are moved into `done/`, which is not looked into then.
    package var movesDone: Bool

    package init(source: String, path: String, usesEvents: Bool?, maximumSize: Int, movesDone: Bool) {
        (self.source, self.path, self.movesDone) = (source, path, movesDone)
        (self.usesEvents, self.maximumSize) = (usesEvents, maximumSize)
    }
}

/// How a folder fares.
package struct FolderReport: Sendable, Equatable {
    /// What is wrong and how to mend it; nil when all is well.
    package var problem: String?
    /// No events come from here: only rescans notice changes.
    package var isPolled: Bool

    package init(problem: String?, isPolled: Bool) { (self.problem, self.isPolled) = (problem, isPolled) }
}

/// Folders as the flow sees them. The functions that touch the disk block, and are called on threads made for
/// that.
package protocol FolderWatcher: Sendable {
    /// Watches exactly these folders from now on; answers how each fares, by source.
    func watch(_ folders: [WatchedFolder]) async -> [String: FolderReport]
    /// Waits for hints; answers an empty list when watching has ended.
    func hints() async -> [FolderHint]
    /// Calls `visit` with every regular file below the folder in batches, ignored names left out; answers
    /// what could not be read. Stops when `visit` answers false.
    func list(_ source: String, _ visit: ([FileSighting]) async throws -> Bool) async throws -> [FileSighting
        .Trouble]
    /// The file's mark now; nil when it is ignored, not there or no regular file.
    func look(_ source: String, _ place: String) -> FileMark?
    /// Reads a file in one go through one descriptor; refuses everything but a regular file that keeps still.
    func read(_ source: String, _ place: String) throws(FileRefusal) -> (bytes: [UInt8], mark: FileMark)
    /// Reads the sidecar of a file, if it has one.
    func sidecar(_ source: String, _ place: String) -> [UInt8]?
    /// Moves a file into `done/` of its folder, or deletes it.
    func finish(_ source: String, _ place: String, delete: Bool) throws(FileRefusal)
}

extension FileSighting {
    /// A name that could not be looked into.
    package struct Trouble: Sendable, Equatable {
        package var place: String
        package var reason: String

        package init(place: String, reason: String) { (self.place, self.reason) = (place, reason) }
    }
}
