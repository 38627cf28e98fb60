# Completes keybook in fish: commands, flags, words, and the names of your records.
function __keybook_complete
    set -l words (commandline --current-process --tokenize --cut-at-cursor)
    set -l found (command $words[1] complete -- $words[2..-1] (commandline --current-token) 2>/dev/null)
    if set -q found[1]
        printf '%s\n' $found
    else
        __fish_complete_path (commandline --current-token)
    end
end
complete --command keybook --no-files --keep-order --arguments '(__keybook_complete)'
