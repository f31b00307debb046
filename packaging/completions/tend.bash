# Completion of tend for bash, made from its parser by packaging/manual.py.
_tend() {
    local word="${COMP_WORDS[COMP_CWORD]}" before="${COMP_WORDS[COMP_CWORD - 1]}"
    local command= at
    for ((at = 1; at < COMP_CWORD; at++)); do
        case "${COMP_WORDS[at]}" in
            init|check|rekey|hold|backup|backups|restore|salvage|week|export|import|import-undo|add|edit|list|show|search|person-add|person-list|person-anonymise|person-erase) command=${COMP_WORDS[at]}; break ;;
        esac
    done
    case "$command $before" in
        *\ --data-dir) COMPREPLY=($(compgen -d -- "$word")); return ;;
        *\ --passphrase-file) COMPREPLY=($(compgen -f -- "$word")); return ;;
        backup\ --out) COMPREPLY=($(compgen -f -- "$word")); return ;;
        week\ --date) COMPREPLY=(); return ;;
        export\ --format) COMPREPLY=($(compgen -W 'md html json csv zip folder docx pdf' -- "$word")); return ;;
        export\ --out) COMPREPLY=($(compgen -f -- "$word")); return ;;
        export\ --from) COMPREPLY=(); return ;;
        export\ --to) COMPREPLY=(); return ;;
        export\ --person) COMPREPLY=(); return ;;
        export\ --kind) COMPREPLY=(); return ;;
        export\ --names) COMPREPLY=($(compgen -W 'real alias initials' -- "$word")); return ;;
        import\ --format) COMPREPLY=($(compgen -W 'auto day-one jrnl rednotebook joplin markdown mini-diary tend' -- "$word")); return ;;
        import\ --map) COMPREPLY=(); return ;;
        import\ --day-order) COMPREPLY=($(compgen -W 'dmy mdy' -- "$word")); return ;;
        import\ --weeks) COMPREPLY=($(compgen -W 'iso us' -- "$word")); return ;;
        add\ --person) COMPREPLY=(); return ;;
        add\ --kind) COMPREPLY=(); return ;;
        add\ --date) COMPREPLY=(); return ;;
        add\ --title) COMPREPLY=(); return ;;
        add\ --tag) COMPREPLY=(); return ;;
        list\ --from) COMPREPLY=(); return ;;
        list\ --to) COMPREPLY=(); return ;;
        list\ --person) COMPREPLY=(); return ;;
        list\ --kind) COMPREPLY=(); return ;;
        list\ --tag) COMPREPLY=(); return ;;
        person-add\ --name) COMPREPLY=(); return ;;
        person-add\ --aliases) COMPREPLY=(); return ;;
        person-anonymise\ --name) COMPREPLY=(); return ;;
        person-erase\ --name) COMPREPLY=(); return ;;
        person-erase\ --mentions) COMPREPLY=($(compgen -W 'remove mask keep' -- "$word")); return ;;
    esac
    case "$command" in
        init) COMPREPLY=($(compgen -W '-h --help --data-dir --portable --passphrase-file --json' -- "$word")) ;;
        check) COMPREPLY=($(compgen -W '-h --help --data-dir --portable --passphrase-file --json' -- "$word")) ;;
        rekey) COMPREPLY=($(compgen -W '-h --help --data-dir --portable --passphrase-file --json' -- "$word")) ;;
        hold) COMPREPLY=($(compgen -W '-h --help --data-dir --portable --passphrase-file --json' -- "$word")) ;;
        backup) COMPREPLY=($(compgen -W '-h --help --data-dir --portable --passphrase-file --json --out' -- "$word")) ;;
        backups) COMPREPLY=($(compgen -W '-h --help --data-dir --portable --passphrase-file --json' -- "$word")) ;;
        restore) COMPREPLY=($(compgen -W '-h --help --data-dir --portable --passphrase-file --json' -- "$word") $(compgen -f -- "$word")) ;;
        salvage) COMPREPLY=($(compgen -W '-h --help --data-dir --portable --passphrase-file --json' -- "$word")) ;;
        week) COMPREPLY=($(compgen -W '-h --help --data-dir --portable --passphrase-file --json --date' -- "$word")) ;;
        export) COMPREPLY=($(compgen -W '-h --help --data-dir --portable --passphrase-file --json --format --out --from --to --person --kind --names --pseudonymise --include-private' -- "$word")) ;;
        import) COMPREPLY=($(compgen -W '-h --help --data-dir --portable --passphrase-file --json --format --dry-run --map --day-order --weeks' -- "$word") $(compgen -f -- "$word")) ;;
        import-undo) COMPREPLY=($(compgen -W '-h --help --data-dir --portable --passphrase-file --json' -- "$word")) ;;
        add) COMPREPLY=($(compgen -W '-h --help --data-dir --portable --passphrase-file --json --person --kind --date --title --tag' -- "$word")) ;;
        edit) COMPREPLY=($(compgen -W '-h --help --data-dir --portable --passphrase-file --json' -- "$word")) ;;
        list) COMPREPLY=($(compgen -W '-h --help --data-dir --portable --passphrase-file --json --from --to --person --kind --tag' -- "$word")) ;;
        show) COMPREPLY=($(compgen -W '-h --help --data-dir --portable --passphrase-file --json' -- "$word")) ;;
        search) COMPREPLY=($(compgen -W '-h --help --data-dir --portable --passphrase-file --json --include-private' -- "$word")) ;;
        person-add) COMPREPLY=($(compgen -W '-h --help --data-dir --portable --passphrase-file --json --name --aliases' -- "$word")) ;;
        person-list) COMPREPLY=($(compgen -W '-h --help --data-dir --portable --passphrase-file --json' -- "$word")) ;;
        person-anonymise) COMPREPLY=($(compgen -W '-h --help --data-dir --portable --passphrase-file --json --name' -- "$word")) ;;
        person-erase) COMPREPLY=($(compgen -W '-h --help --data-dir --portable --passphrase-file --json --name --mentions' -- "$word")) ;;
        *) COMPREPLY=($(compgen -W 'init check rekey hold backup backups restore salvage week export import import-undo add edit list show search person-add person-list person-anonymise person-erase -h --help --data-dir --portable --passphrase-file --json --version --demo --in-tray' -- "$word")) ;;
    esac
}
complete -o filenames -F _tend tend
