#compdef keybook
# Completes keybook in zsh: commands, flags, words, and the names of your records.
_keybook() {
    local line
    local -a texts shown
    for line in "${(@f)$("${words[1]}" complete -- "${(@)words[2,CURRENT]}" 2>/dev/null)}"; do
        [[ -n $line ]] || continue
        texts+=("${line%%$'\t'*}")
        shown+=("${line//$'\t'/  -- }")
    done
    if (( ${#texts} )); then
        compadd -U -l -d shown -a texts
    else
        _files
    fi
}
if [[ $funcstack[1] == _keybook ]]; then
    _keybook "$@"
else
    compdef _keybook keybook
fi
