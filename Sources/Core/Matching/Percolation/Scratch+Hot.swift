// Grouping the hits of watches that are one term: with a hundred thousand watches there are dozens an
// article, and checked writes to three lists were a twentieth of the time. It works on the raw memory of the
// lists; every place comes from the lists themselves.

extension Scratch {
    /// Chains the direct hits of each watch, and lists the first of each. The table is made for these few
    /// hits, since one by watch would be another line of far memory for each.
    mutating func chainDirect() {
        var size = 64
        while size < direct.count * 2 { size *= 2 }
        if directLasts.count < size { directLasts = [Int32](repeating: 0, count: size) }
        if directFirsts.count < size { directFirsts = [Int32](repeating: 0, count: size) }
        unsafe direct.withUnsafeMutableBufferPointer { direct in
            unsafe directLasts.withUnsafeMutableBufferPointer { lasts in
                unsafe directFirsts.withUnsafeMutableBufferPointer { firsts in
                    unsafe lasts[..<size].update(repeating: 0)
                    unsafe directFirstCount = Scratch.chain(direct, lasts, mask: size &- 1, firsts)
                }
            }
        }
    }

    private static func chain(
        _ direct: UnsafeMutableBufferPointer<DirectHit>, _ lasts: UnsafeMutableBufferPointer<Int32>,
        mask: Int,
        _ firsts: UnsafeMutableBufferPointer<Int32>
    ) -> Int {
        guard let hits = direct.baseAddress, let table = lasts.baseAddress, let out = firsts.baseAddress
        else { return 0 }
        var count = 0
        for index in 0..<direct.count {
            let watch = unsafe hits[index].watch
            var slot = Int(UInt32(bitPattern: watch) &* 0x9E37_79B1 >> 8) & mask
            while unsafe table[slot] > 0, unsafe hits[Int(table[slot]) &- 1].watch != watch {
                slot = (slot &+ 1) & mask
            }
            let last = unsafe Int(table[slot])
            if last > 0 {
                unsafe hits[last &- 1].next = Int32(truncatingIfNeeded: index &+ 1)
            } else {
                unsafe out[count] = Int32(truncatingIfNeeded: index)
                count &+= 1
            }
            unsafe table[slot] = Int32(truncatingIfNeeded: index &+ 1)
        }
        return count
    }
}
