# Completions for tocsin; made by `tocsin reference bash`.
_tocsin() {
  local words="" current="${COMP_WORDS[COMP_CWORD]}"
  if [ "$COMP_CWORD" -eq 1 ]; then
    words="run check match test backtest query extract feeds status alerts deliveries silence watch feedback routes preview send-test why verify rescan reload backup restore schema reference version help"
  else case "${COMP_WORDS[1]}" in
    run) words="--config --state --control --log" ;;
    check) words="--config --json" ;;
    match) words="--config --watch --watches --explain --batch --bytes --contract --published --json" ;;
    test) words="--config --from --expect --name --dry-run --control --json" ;;
    backtest) words="--since --watch --control --json" ;;
    query) words="--from --config --json" ;;
    extract) words="--published --format --feed --config --batch" ;;
    feeds) words="--write --config --json" ;;
    status) words="--control --json" ;;
    alerts) words="--follow --limit --control --json" ;;
    deliveries) words="--receiver --watch --story --alert --since --until --all --dry-run --limit --control --json" ;;
    silence) words="--for --watch --source --reason --author --dry-run --control --json" ;;
    watch) words="--since --send --control --json" ;;
    feedback) words="--watch --note --author --control --json" ;;
    routes) words="--language --source --config" ;;
    preview) words="--type --plain --config" ;;
    send-test) words="--control --json" ;;
    why) words="--watch --share --control --json" ;;
    verify) words="--since --control --json" ;;
    rescan) words="--control" ;;
    reload) words="--config --control --json" ;;
    backup) words="--control" ;;
    restore) words="--state --rollback" ;;
    schema) words="" ;;
    reference) words="" ;;
    version) words="" ;;
    help) words="" ;;
  esac; fi
  COMPREPLY=($(compgen -W "$words" -- "$current"))
  case "$current" in -*) ;; *) COMPREPLY+=($(compgen -f -- "$current")) ;; esac
}
complete -o filenames -F _tocsin tocsin
