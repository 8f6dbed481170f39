import Network
import Text

/// Asks the running service over its control socket and hands its answer on as JSON; says plainly when no
/// service runs.
func askService(
    _ arguments: Arguments, _ method: String, _ path: String, body: [UInt8] = [], timeout: Int = 60,
    _ take: (_ status: Int, _ answer: JSON) -> Int32
) -> Int32 {
    let socket = controlPath(arguments)
    guard
        let answer = ControlClient.send(
            socket: socket, method: method, path: path, body: body, timeout: timeout)
    else {
        System.print(
            "tocsin: no service answers on \(socket); is it running, and are you in group tocsin?\n", to: 2)
        return ExitCode.unavailable
    }
    guard let parsed = try? JSON.parse(answer.body) else {
        System.print("tocsin: \(String(decoding: answer.body, as: UTF8.self).oneLine)\n", to: 2)
        return ExitCode.software
    }
    return take(answer.status, parsed)
}
