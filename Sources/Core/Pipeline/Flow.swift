import Configuration
import Ports

/// The whole flow as one thing with one verb: intake, workers, committer, courier, poller, housekeeping.
/// Stops in the order of the way: sources first, then what was taken in is stored, then the courier.
package final class Flow: Sendable {
    private let world: World
    private let policy: PolicyBox
    private let courier: Courier
    private let committer: Committer
    private let reader: FileReader
    private let intake: FolderIntake
    private let poller: Poller
    private let housekeeping: Housekeeping
    private let lookBack: LookBack
    private let watching: Watching

    package init(world: World, policy: PolicyBox) {
        var world = world
        world.transport = AttentiveTransport(world.transport, wall: world.wall, conditions: world.conditions)
        (self.world, self.policy) = (world, policy)
        courier = Courier(world: world, policy: policy)
        committer = Committer(world: world, courier: courier)
        reader = FileReader(world: world, policy: policy, committer: committer)
        intake = FolderIntake(world: world, policy: policy, reader: reader)
        poller = Poller(world: world, policy: policy, committer: committer)
        housekeeping = Housekeeping(world: world, policy: policy, courier: courier)
        lookBack = LookBack(world: world, policy: policy, housekeeping: housekeeping)
        watching = Watching(world: world, policy: policy, courier: courier)
    }

    /// Runs until cancelled, or throws when the store fails for good.
    package func run() async throws {
        try await withThrowingTaskGroup { group in
            group.addTask { try await self.stored() }
            group.addTask { try await self.courier.run() }
            group.addTask { try await self.housekeeping.run() }
            group.addTask(executorPreference: world.workers) { try await self.lookBack.run() }
            group.addTask { try await self.watching.run() }
            group.addTask { await self.reader.run() }
            group.addTask { try await self.sources() }
            // Whatever ends first, well or not: what waits on the queues must end too.
            defer {
                group.cancelAll()
                reader.close()
                committer.close()
            }
            try await group.next()
        }
    }

    /// The committer outlives a cancellation until its queue is empty.
    private func stored() async throws {
        try await withTaskCancellationHandler {
            try await committer.run()
        } onCancel: {
            reader.close()
            committer.close()
        }
    }

    private func sources() async throws {
        try await withThrowingTaskGroup { group in
            group.addTask(executorPreference: world.workers) { try await self.intake.run() }
            group.addTask { try await self.poller.run() }
            for try await _ in group {}
        }
    }

    /// Takes up a configuration that was put into the policy box.
    package func policyChanged() {
        intake.policyChanged()
        poller.policyChanged()
        courier.policyChanged()
        lookBack.policyChanged()
    }

    /// Compares all folders and polls all feeds now.
    package func rescan() {
        intake.rescan()
        poller.pollNow()
    }

    /// Says that something was put into the outbox from outside (a retry, a move).
    package func outboxChanged() { courier.askAgain(policy.current.settings.receivers.map(\.id)) }

    /// Says that something that is held is due now (a silence was ended).
    package func heldChanged() { housekeeping.heldChanged() }

    /// Files that wait for a worker.
    package var backlog: Int { reader.backlog }
}
