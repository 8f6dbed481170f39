import Configuration
import Folders

/// Why this process cannot use a folder as its source says; nil when it can. For the service itself.
func folderProblem(_ folder: FolderSource) -> String? {
    if let trouble = folderTrouble(folder.path) { return "\(folder.path): \(trouble)\n" + dropIn(folder) }
    if folder.after != .leave, !canWrite(folder.path) {
        return "\(folder.path): 'after: \(folder.after.rawValue)' needs to write there\n" + dropIn(folder)
    }
    return nil
}

/// What the service, which runs as a user of its own in group `tocsin`, will not be able to do with a folder;
/// judged by the folder's owner and mode, for `check` outside the service.
func foreseenProblem(_ folder: FolderSource) -> String? {
    guard let about = System.ownerAndMode(folder.path) else {
        return "\(folder.path): it is not there; make it"
    }
    let isOurs = System.group("tocsin") == about.group
    let bits = isOurs ? (about.mode >> 3) & 7 : about.mode & 7
    let needsWrite = folder.after != .leave
    if bits & 5 != 5 || needsWrite && bits & 2 == 0 {
        return "\(folder.path): the service's user cannot \(bits & 5 != 5 ? "read" : "write") it\n"
            + dropIn(folder)
    }
    let isHidden = ["/home/", "/root/", "/run/user/"].contains { folder.path.hasPrefix($0) }
    if isHidden || needsWrite && !folder.path.hasPrefix("/srv/tocsin/") {
        return "\(folder.path): the unit hides it or keeps it read-only\n" + dropIn(folder)
    }
    return nil
}

/// The drop-in that a folder needs, ready to be pasted.
private func dropIn(_ folder: FolderSource) -> String {
    var lines = ["# systemctl edit tocsin", "[Service]"]
    if let about = System.ownerAndMode(folder.path), about.group != System.group("tocsin") {
        lines.append(
            "SupplementaryGroups=\(about.group)    # or: chgrp tocsin \(folder.path) && chmod 2770 \(folder.path)"
        )
    }
    if folder.after != .leave { lines.append("ReadWritePaths=\(folder.path)") }
    if folder.path.hasPrefix("/home/") || folder.path.hasPrefix("/root/") {
        lines.append("ProtectHome=tmpfs")
        lines.append((folder.after == .leave ? "BindReadOnlyPaths=" : "BindPaths=") + folder.path)
    }
    return lines.map { "    " + $0 }.joined(separator: "\n")
}
