@testable import Pipeline
import Ports
import Testing

@Suite struct SettlingTests {
    private let name = Settling.Name(source: "s", place: "a")

    private func mark(_ size: Int64) -> FileMark {
        FileMark(device: 1, inode: 1, size: size, modifiedNanoseconds: size, changedNanoseconds: size)
    }

    @Test func `a growing file is left alone until it keeps still`() {
        var settling = Settling()
        settling.stir(name, mark: mark(1), settle: .seconds(2), now: .zero)
        for second in 1...50 {
            let now = Duration.seconds(second * 2)
            #expect(settling.due(now) == [name])
            let isAtRest = settling.look(name, mark: mark(Int64(second) + 1), settle: .seconds(2), now: now)
            #expect(!isAtRest)
        }
        let isAtRest = settling.look(name, mark: mark(51), settle: .seconds(2), now: .seconds(102))
        #expect(isAtRest)
    }

    @Test func `an empty file waits longer, and a vanished one is forgotten`() {
        var settling = Settling()
        settling.stir(name, mark: mark(0), settle: .seconds(2), now: .zero)
        #expect(settling.due(.seconds(9)).isEmpty && settling.due(.seconds(10)) == [name])
        let isAtRest = settling.look(name, mark: nil, settle: .seconds(2), now: .seconds(10))
        #expect(!isAtRest && settling.count == 0)
    }

    @Test func `a file that cannot be read is tried ever more seldom, and for ever`() {
        var settling = Settling()
        var now = Duration.zero
        var gaps: [Duration] = []
        for _ in 0..<15 {
            settling.delay(name, now: now)
            let due = settling.nextDue!
            gaps.append(due - now)
            now = due
            let isAtRest = settling.look(name, mark: mark(1), settle: .seconds(2), now: now)
            #expect(isAtRest)
        }
        #expect(gaps.first == .seconds(2) && gaps.last == .seconds(300))
    }
}
