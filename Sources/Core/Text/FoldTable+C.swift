import CTextTables

/// What a Unicode scalar is to a matcher.
package enum ScalarClass: UInt8 {
    case separator = 0, letter, digit, extender, accent, ignored, single, apostrophe
}

/// Read-only Unicode tables (made by scripts/generate-tables): class, case, white space and folding of a
/// scalar. The tables are C's, of fixed bounds that the generator knows; scalars from 0x20000 up are
/// ideographs.
package enum FoldTable {
    @inline(__always)
    static func entry(_ scalar: UInt32) -> UInt32 {
        guard scalar < 0x20000 else {
            return scalar < 0x32000 ? UInt32(ScalarClass.single.rawValue) << 24 : 0
        }
        return tocsin_fold_entry(scalar)
    }

    /// The class of a scalar.
    @inline(__always)
    package static func scalarClass(_ scalar: UInt32) -> ScalarClass {
        ScalarClass(rawValue: UInt8(truncatingIfNeeded: entry(scalar) >> 24 & 15)) ?? .separator
    }

    /// Whether it is an upper or title case letter.
    @inline(__always)
    package static func isUppercase(_ scalar: UInt32) -> Bool { entry(scalar) & 1 << 28 != 0 }

    /// The small letter of a capital without a mark that folds to it alone; 0 of any other scalar.
    @inline(__always)
    package static func small(_ scalar: UInt32) -> UInt32 {
        let entry = entry(scalar)
        return entry & 1 << 28 != 0 && entry >> 21 & 7 == 0 ? entry & 0x1F_FFFF : 0
    }

    /// Whether it is white space.
    @inline(__always)
    package static func isWhiteSpace(_ scalar: UInt32) -> Bool { entry(scalar) & 1 << 29 != 0 }

    /// Calls `take` with each scalar that `scalar` folds to: letters and the marks that follow them.
    @inline(__always)
    static func fold(_ scalar: UInt32, _ take: (UInt32) -> Void) {
        let entry = entry(scalar)
        let payload = entry & 0x1F_FFFF
        let length = entry >> 21 & 7
        if length == 0 { return take(payload == 0 ? scalar : payload) }
        for place in payload..<(payload + length) {
            take(tocsin_fold_expansion(place))
        }
    }
}

/// A HTML character reference by name, without `&` and with its `;` where the standard has one.
package func htmlReference(named name: ArraySlice<UInt8>) -> [UInt8]? {
    var low = 0
    var high = Int(tocsin_name_count())
    while low < high {
        let middle = (low + high) / 2
        let start = tocsin_name_start(UInt32(middle))
        let length = UInt32(tocsin_name_byte(start))
        let order = compare(start + 1, length, name)
        if order == 0 {
            let count = UInt32(tocsin_name_byte(start + 1 + length))
            return (0..<count).map { tocsin_name_byte(start + 2 + length + $0) }
        }
        if order < 0 { low = middle + 1 } else { high = middle }
    }
    return nil
}

/// Whether a name of the table stands before (-1), at (0) or behind (1) another, byte by byte.
private func compare(_ start: UInt32, _ length: UInt32, _ name: ArraySlice<UInt8>) -> Int {
    for (offset, byte) in name.enumerated() {
        guard offset < Int(length) else { return -1 }
        let known = tocsin_name_byte(start + UInt32(offset))
        if known != byte { return known < byte ? -1 : 1 }
    }
    return Int(length) > name.count ? 1 : 0
}
