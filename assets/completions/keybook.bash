# Completes keybook in bash: commands, flags, words, and the names of your records.
# What keybook answers is quoted here, so that a name is never more than a name.
_keybook() {
    local text about
    COMPREPLY=()
    while IFS=$'\t' read -r text about; do
        case ${COMP_WORDS[COMP_CWORD]} in
            [\"\']*) COMPREPLY+=("$text") ;;
            *) COMPREPLY+=("$(printf '%q' "$text")") ;;
        esac
    done < <("${COMP_WORDS[0]}" complete -- "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
}
complete -o bashdefault -o default -F _keybook keybook
