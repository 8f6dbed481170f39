import Daemon

endProcess(await runCommandLine(Array(CommandLine.arguments.dropFirst())))
