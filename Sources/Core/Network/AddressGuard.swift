/// Which addresses a connection may go to. Asked after name look-up, for every connection and every hop, so
/// that no name can lead somewhere else than it was checked for.
package struct AddressGuard: Sendable {
    /// A range: 16 bytes and how many leading bits count. IPv4 is mapped into IPv6.
    package struct Range: Sendable {
        var address: [UInt8]
        var bits: Int

        package init(address: [UInt8], bits: Int) { (self.address, self.bits) = (address, bits) }
    }

    /// What an address is.
    enum Kind: Equatable { case open, privateNetwork, neverUnlessListed }

    private let allowed: [Range]

    /// `allowed` are the operator's `allow_private` ranges.
    package init(allowed: [Range]) { self.allowed = allowed }

    /// Whether a connection may be made. `isOperatorChosen`: the operator's configuration names this very
    /// host, which may then be private or loopback, but still not link-local or a cloud's metadata service.
    func allows(_ address: [UInt8], isOperatorChosen: Bool) -> Bool {
        let plain = AddressGuard.unwrapped(address)
        switch AddressGuard.kind(plain) {
        case .open: return true
        case .privateNetwork: return isOperatorChosen || allowed.contains { AddressGuard.lies(plain, in: $0) }
        case .neverUnlessListed: return allowed.contains { $0.bits > 96 && AddressGuard.lies(plain, in: $0) }
        }
    }

    /// An IPv4 address inside NAT64 as IPv4.
    private static func unwrapped(_ address: [UInt8]) -> [UInt8] {
        let nat64: [UInt8] = [0, 0x64, 0xFF, 0x9B, 0, 0, 0, 0, 0, 0, 0, 0]
        guard address.starts(with: nat64) else { return address }
        return mapped(Array(address.suffix(4)))
    }

    private static func mapped(_ four: [UInt8]) -> [UInt8] {
        [UInt8](repeating: 0, count: 10) + [0xFF, 0xFF] + four
    }

    static func kind(_ address: [UInt8]) -> Kind {
        if never.contains(where: { lies(address, in: $0) }) { return .neverUnlessListed }
        return privateRanges.contains { lies(address, in: $0) } ? .privateNetwork : .open
    }

    private static func lies(_ address: [UInt8], in range: Range) -> Bool {
        for bit in 0..<range.bits
        where (address[bit / 8] ^ range.address[bit / 8]) >> UInt8(7 - bit % 8) & 1 == 1 {
            return false
        }
        return true
    }

    private static func four(_ a: UInt8, _ b: UInt8, _ c: UInt8, _ d: UInt8, _ bits: Int) -> Range {
        Range(address: mapped([a, b, c, d]), bits: bits + 96)
    }

    private static func six(_ head: [UInt8], _ bits: Int) -> Range {
        Range(address: head + [UInt8](repeating: 0, count: 16 - head.count), bits: bits)
    }

    /// Link-local, metadata services, multicast, and what is no address of a host at all.
    private static let never: [Range] = [
        four(0, 0, 0, 0, 8), four(169, 254, 0, 0, 16), four(168, 63, 129, 16, 32),
        four(100, 100, 100, 200, 32),
        four(224, 0, 0, 0, 4), four(240, 0, 0, 0, 4), six([0xFE, 0x80], 10), six([0xFF], 8),
        six([0xFD, 0, 0xEC, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0x54], 128), six([], 128),
    ]

    /// Loopback, private, shared, benchmark, documentation and translation ranges (Svix, Hook0 and
    /// Smokescreen together).
    private static let privateRanges: [Range] = [
        four(10, 0, 0, 0, 8), four(100, 64, 0, 0, 10), four(127, 0, 0, 0, 8), four(172, 16, 0, 0, 12),
        four(192, 0, 0, 0, 24), four(192, 0, 2, 0, 24), four(192, 88, 99, 0, 24), four(192, 168, 0, 0, 16),
        four(198, 18, 0, 0, 15), four(198, 51, 100, 0, 24), four(203, 0, 113, 0, 24),
        Range(address: [UInt8](repeating: 0, count: 15) + [1], bits: 128),
        six([0, 0x64, 0xFF, 0x9B, 0, 1], 48),
        six([1], 64), six([0x20, 1, 0, 0], 32), six([0x20, 1, 0x0D, 0xB8], 32), six([0x3F, 0xFF], 20),
        six([0x20, 2], 16), six([0x5F, 0], 16), six([0xFC], 7), six([0xFE, 0xC0], 10),
    ]
}
