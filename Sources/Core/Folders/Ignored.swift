/// Names that are never articles: half-written files of the usual producers, editors' and systems' litter,
/// sidecars.
package func isIgnored(_ name: String) -> Bool {
    if name.hasPrefix(".") || name.hasSuffix("~") || name.hasPrefix("~syncthing~") { return true }
    let lower = name.lowercased()
    let ends = [
        ".tmp", ".part", ".partial", ".filepart", ".crdownload", ".swp", ".!ut", ".meta.yaml", ".download",
    ]
    if ends.contains(where: lower.hasSuffix) { return true }
    return lower == "thumbs.db" || lower == "desktop.ini" || lower == "@eadir"
}

/// File systems that are known to tell of every change: ext, xfs, btrfs, tmpfs, overlay, f2fs, zfs, bcachefs,
/// ramfs. Anything else may be changed from elsewhere without an event, and is polled.
func tellsOfChanges(_ type: UInt64) -> Bool {
    [
        0xEF53, 0x5846_5342, 0x9123_683E, 0x0102_1994, 0x794C_7630, 0xF2F5_2010, 0x2FC1_2FC1, 0xCA45_1A4E,
        0x8584_58F6,
    ]
    .contains(type & 0xFFFF_FFFF)
}
