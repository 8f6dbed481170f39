/// The overview, or the help of one command.
func helpText(_ name: String?) -> String {
    guard let name, let spec = commandTable.first(where: { $0.name == name }) else {
        let width = commandTable.map(\.name.utf8.count).max() ?? 0
        let lines = commandTable.map {
            "  " + $0.name + String(repeating: " ", count: width - $0.name.utf8.count + 2) + $0.summary
        }
        return
            "tocsin rings your webhooks when a watched topic appears in a folder or a feed.\n\nusage: tocsin COMMAND\n\n"
            + lines.joined(separator: "\n")
            + "\n\n`tocsin help COMMAND` says more. Exit codes: 0 yes, 1 no, 2 usage, 69 no daemon, "
            + "78 configuration invalid.\n"
    }
    var out = "usage: tocsin \(spec.usage)\n\n\(spec.summary)\n"
    if !spec.detail.isEmpty { out += "\n\(spec.detail)\n" }
    if !spec.options.isEmpty {
        out += "\n" + spec.options.map { "  \($0.name)\n      \($0.meaning)" }.joined(separator: "\n") + "\n"
    }
    return out
}

/// The man page in mdoc.
func manPage() -> String {
    var out = """
        .Dd $Mdocdate$
        .Dt TOCSIN 1
        .Os
        .Sh NAME
        .Nm tocsin
        .Nd ring webhooks when a watched topic appears in a folder or a feed
        .Sh SYNOPSIS
        .Nm tocsin
        .Ar command
        .Op Ar argument ...
        .Sh DESCRIPTION
        .Nm
        watches folders and polls news feeds, reads every new article, matches it against watchlists, and sends signed
        webhooks. Its configuration lies in
        .Pa /etc/tocsin ,
        its store in
        .Pa /var/lib/tocsin .
        .Sh COMMANDS

        """
    for spec in commandTable {
        out += ".Ss tocsin \(spec.usage)\n\(sentence(spec.summary))\n"
        for line in spec.detail.split(separator: "\n") { out += ".br\n\(escaped(String(line)))\n" }
        if !spec.options.isEmpty {
            out += ".Bl -tag -width Ds\n"
            for option in spec.options { out += ".It \(escaped(option.name))\n\(sentence(option.meaning))\n" }
            out += ".El\n"
        }
    }
    return out + """
        .Sh FILES
        .Bl -tag -width Ds
        .It Pa /etc/tocsin/tocsin.yaml
        Sources, receivers, and what holds for the service.
        .It Pa /etc/tocsin/watchlists.d/*.yaml
        Watchlists.
        .It Pa /etc/tocsin/credentials/
        One file a secret, handed to the service by systemd.
        .It Pa /srv/tocsin/inbox
        A folder to drop articles into.
        .El
        .Sh EXIT STATUS
        0: yes. 1: no (nothing matched or found, not accepted). 2: wrong usage. 69: no daemon runs. 78: the configuration is
        invalid.
        .Sh SEE ALSO
        .Xr systemctl 1 ,
        .Xr journalctl 1

        """
}

private func sentence(_ text: String) -> String {
    escaped(text.prefix(1).uppercased() + text.dropFirst()) + "."
}

/// A leading dot or quote would be a request to the formatter.
private func escaped(_ text: String) -> String {
    let safe = text.split(separator: "\\", omittingEmptySubsequences: false).joined(separator: "\\e")
    return safe.hasPrefix(".") || safe.hasPrefix("'") ? "\\&" + safe : safe
}

/// Completions for bash.
func bashCompletions() -> String {
    let cases = commandTable.map { spec in
        let words = spec.options.map { $0.name.prefix { $0 != " " } }.joined(separator: " ")
        return "    \(spec.name)) words=\"\(words)\" ;;"
    }
    return """
        # Completions for tocsin; made by `tocsin reference bash`.
        _tocsin() {
          local words="" current="${COMP_WORDS[COMP_CWORD]}"
          if [ "$COMP_CWORD" -eq 1 ]; then
            words="\(commandTable.map(\.name).joined(separator: " "))"
          else case "${COMP_WORDS[1]}" in
        \(cases.joined(separator: "\n"))
          esac; fi
          COMPREPLY=($(compgen -W "$words" -- "$current"))
          case "$current" in -*) ;; *) COMPREPLY+=($(compgen -f -- "$current")) ;; esac
        }
        complete -o filenames -F _tocsin tocsin

        """
}
