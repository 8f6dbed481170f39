import CLinuxShims
import Glibc
import Synchronization

/// A thread of its own that runs the jobs of an actor (or of tasks that prefer it) one after the other.
/// Blocking there blocks nobody else; the cooperative pool, which is as wide as the cores, is for what never
/// blocks.
package final class DedicatedThread: SerialExecutor, TaskExecutor {
    private let pool: WorkerThreads

    /// Starts the thread; `name` shows in `top -H`, 15 letters.
    package init(name: String) { pool = WorkerThreads(name: name, count: 1) }

    package func enqueue(_ job: consuming ExecutorJob) {
        let unowned = UnownedJob(job)
        let (serial, task) = unsafe (asUnownedSerialExecutor(), asUnownedTaskExecutor())
        pool.add { unsafe unowned.runSynchronously(isolatedTo: serial, taskExecutor: task) }
    }

    package func asUnownedSerialExecutor() -> UnownedSerialExecutor {
        unsafe UnownedSerialExecutor(ordinary: self)
    }

    package func asUnownedTaskExecutor() -> UnownedTaskExecutor { unsafe UnownedTaskExecutor(ordinary: self) }
}

/// Threads for work that keeps a processor busy or blocks: tasks that prefer this executor run on them.
package final class WorkerExecutor: TaskExecutor {
    private let pool: WorkerThreads

    /// Starts `count` threads named `name`.
    package init(name: String, count: Int) { pool = WorkerThreads(name: name, count: count) }

    package func enqueue(_ job: consuming ExecutorJob) {
        let unowned = UnownedJob(job)
        let task = unsafe asUnownedTaskExecutor()
        pool.add { unsafe unowned.runSynchronously(on: task) }
    }

    package func asUnownedTaskExecutor() -> UnownedTaskExecutor { unsafe UnownedTaskExecutor(ordinary: self) }
}

/// Starts a thread that runs `body` to its end. For loops that wait in the kernel (curl, inotify).
package func startThread(name: String, _ body: @escaping @Sendable () -> Void) {
    let box = unsafe Unmanaged.passRetained(ThreadBody(name: name, body))
    var thread = pthread_t()
    let failed = unsafe pthread_create(
        &thread, nil,
        { raw in
            let box = unsafe Unmanaged<ThreadBody>.fromOpaque(raw!).takeRetainedValue()
            unsafe tocsin_name_thread(box.name)
            box.body()
            return nil
        }, box.toOpaque())
    precondition(failed == 0, "no thread could be started")
    _ = pthread_detach(thread)
}

private final class ThreadBody: Sendable {
    let name: String
    let body: @Sendable () -> Void

    init(name: String, _ body: @escaping @Sendable () -> Void) {
        self.name = String(name.prefix(15))
        self.body = body
    }
}

/// A queue of jobs and the threads that empty it; they live as long as the process.
private final class WorkerThreads: Sendable {
    private let jobs: JobQueue

    init(name: String, count: Int) {
        let jobs = JobQueue()
        self.jobs = jobs
        for _ in 0..<count { startThread(name: name) { while true { jobs.take()() } } }
    }

    func add(_ job: @escaping @Sendable () -> Void) { jobs.add(job) }
}

/// Jobs in order, behind a mutex and a semaphore.
@safe private final class JobQueue: Sendable {
    private struct State {
        var jobs: [@Sendable () -> Void] = []
        var first = 0
    }

    private let state = Mutex(State())
    private nonisolated(unsafe) let signal: UnsafeMutablePointer<sem_t>

    init() {
        unsafe signal = .allocate(capacity: 1)
        unsafe sem_init(signal, 0, 0)
    }

    deinit {
        unsafe sem_destroy(signal)
        unsafe signal.deallocate()
    }

    func add(_ job: @escaping @Sendable () -> Void) {
        state.withLock { $0.jobs.append(job) }
        _ = unsafe sem_post(signal)
    }

    func take() -> @Sendable () -> Void {
        while unsafe sem_wait(signal) != 0 {}
        return state.withLock { state in
            let job = state.jobs[state.first]
            state.first += 1
            if state.first == state.jobs.count {
                state.jobs.removeAll(keepingCapacity: state.jobs.count < 1024)
                state.first = 0
            } else if state.first > 4096 {
                state.jobs.removeFirst(state.first)
                state.first = 0
            }
            return job
        }
    }
}
