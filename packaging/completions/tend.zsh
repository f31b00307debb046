#compdef tend
# Completion of tend for zsh, made from its parser by packaging/manual.py.
_tend() {
    local context state line
    typeset -A opt_args
    _arguments -C \
        '(-h --help)'{-h,--help}'[show this help message and exit]' \
        '--data-dir[the folder the journal is kept in]:data_dir:_files -/' \
        '--portable[keep the journal beside the program, as on a stick]' \
        '--passphrase-file[read the passphrase from the first line of this file, - for standard input]:passphrase_file:_files' \
        '--json[print one JSON object a line]' \
        '--version[show program'\''s version number and exit]' \
        '--demo[open a throwaway journal of a sample year]' \
        '--in-tray[wait in the tray, at login]' \
        '1:command:->command' '*::argument:->argument'
    case $state in
        command)
            local -a commands=(
                'init:begin a new journal, protected when a passphrase is given'
                'check:look whether the journal, its search and its links are whole'
                'rekey:give the journal a new key and a new passphrase'
                'hold:hold the journal open until standard input ends'
                'backup:make a backup and prove it readable'
                'backups:list the backups beside the journal, newest first'
                'restore:put a backup in the place of the journal'
                'salvage:save what can still be read of a damaged journal'
                'week:tell which reflection week a day belongs to'
                'export:write the journal to a file'
                'import:take over another journal'
                'import-undo:remove what an import brought'
                'add:write one entry, or many as JSON lines'
                'edit:change an entry from JSON on standard input'
                'list:print what the journal holds, newest first'
                'show:print one entry'
                'search:print what holds the words of a query, best first'
                'person-add:add someone on the team'
                'person-list:print the people on the team'
                'person-anonymise:take away who someone was'
                'person-erase:erase someone without a trace'
            )
            _describe command commands ;;
        argument)
            case $words[1] in
                init)
                    _arguments '(-h --help)'{-h,--help}'[show this help message and exit]' \
                        '--data-dir[the folder the journal is kept in]:data_dir:_files -/' \
                        '--portable[keep the journal beside the program, as on a stick]' \
                        '--passphrase-file[read the passphrase from the first line of this file, - for standard input]:passphrase_file:_files' \
                        '--json[print one JSON object a line]' ;;
                check)
                    _arguments '(-h --help)'{-h,--help}'[show this help message and exit]' \
                        '--data-dir[the folder the journal is kept in]:data_dir:_files -/' \
                        '--portable[keep the journal beside the program, as on a stick]' \
                        '--passphrase-file[read the passphrase from the first line of this file, - for standard input]:passphrase_file:_files' \
                        '--json[print one JSON object a line]' ;;
                rekey)
                    _arguments '(-h --help)'{-h,--help}'[show this help message and exit]' \
                        '--data-dir[the folder the journal is kept in]:data_dir:_files -/' \
                        '--portable[keep the journal beside the program, as on a stick]' \
                        '--passphrase-file[read the passphrase from the first line of this file, - for standard input]:passphrase_file:_files' \
                        '--json[print one JSON object a line]' ;;
                hold)
                    _arguments '(-h --help)'{-h,--help}'[show this help message and exit]' \
                        '--data-dir[the folder the journal is kept in]:data_dir:_files -/' \
                        '--portable[keep the journal beside the program, as on a stick]' \
                        '--passphrase-file[read the passphrase from the first line of this file, - for standard input]:passphrase_file:_files' \
                        '--json[print one JSON object a line]' ;;
                backup)
                    _arguments '(-h --help)'{-h,--help}'[show this help message and exit]' \
                        '--data-dir[the folder the journal is kept in]:data_dir:_files -/' \
                        '--portable[keep the journal beside the program, as on a stick]' \
                        '--passphrase-file[read the passphrase from the first line of this file, - for standard input]:passphrase_file:_files' \
                        '--json[print one JSON object a line]' \
                        '--out[a new file, or a folder]:out:_files' ;;
                backups)
                    _arguments '(-h --help)'{-h,--help}'[show this help message and exit]' \
                        '--data-dir[the folder the journal is kept in]:data_dir:_files -/' \
                        '--portable[keep the journal beside the program, as on a stick]' \
                        '--passphrase-file[read the passphrase from the first line of this file, - for standard input]:passphrase_file:_files' \
                        '--json[print one JSON object a line]' ;;
                restore)
                    _arguments '(-h --help)'{-h,--help}'[show this help message and exit]' \
                        '--data-dir[the folder the journal is kept in]:data_dir:_files -/' \
                        '--portable[keep the journal beside the program, as on a stick]' \
                        '--passphrase-file[read the passphrase from the first line of this file, - for standard input]:passphrase_file:_files' \
                        '--json[print one JSON object a line]' \
                        '*:path:_files' ;;
                salvage)
                    _arguments '(-h --help)'{-h,--help}'[show this help message and exit]' \
                        '--data-dir[the folder the journal is kept in]:data_dir:_files -/' \
                        '--portable[keep the journal beside the program, as on a stick]' \
                        '--passphrase-file[read the passphrase from the first line of this file, - for standard input]:passphrase_file:_files' \
                        '--json[print one JSON object a line]' ;;
                week)
                    _arguments '(-h --help)'{-h,--help}'[show this help message and exit]' \
                        '--data-dir[the folder the journal is kept in]:data_dir:_files -/' \
                        '--portable[keep the journal beside the program, as on a stick]' \
                        '--passphrase-file[read the passphrase from the first line of this file, - for standard input]:passphrase_file:_files' \
                        '--json[print one JSON object a line]' \
                        '--date[the day, today if not given]:date: ' ;;
                export)
                    _arguments '(-h --help)'{-h,--help}'[show this help message and exit]' \
                        '--data-dir[the folder the journal is kept in]:data_dir:_files -/' \
                        '--portable[keep the journal beside the program, as on a stick]' \
                        '--passphrase-file[read the passphrase from the first line of this file, - for standard input]:passphrase_file:_files' \
                        '--json[print one JSON object a line]' \
                        '--format[format]:format:(md html json csv zip folder docx pdf)' \
                        '--out[the file to write]:out:_files' \
                        '--from[the first day]:first: ' \
                        '--to[the last day]:last: ' \
                        '--person[about this person alone]:person: ' \
                        '--kind[of this kind alone]:kind: ' \
                        '--names[how people appear]:names:(real alias initials)' \
                        '--pseudonymise[the same as --names alias]' \
                        '--include-private[doubts, worries, private entries and your own joy too]' ;;
                import)
                    _arguments '(-h --help)'{-h,--help}'[show this help message and exit]' \
                        '--data-dir[the folder the journal is kept in]:data_dir:_files -/' \
                        '--portable[keep the journal beside the program, as on a stick]' \
                        '--passphrase-file[read the passphrase from the first line of this file, - for standard input]:passphrase_file:_files' \
                        '--json[print one JSON object a line]' \
                        '--format[whose journal it is, found out if not given]:format:(auto day-one jrnl rednotebook joplin markdown mini-diary tend)' \
                        '--dry-run[report, and write nothing]' \
                        '*--map[whom a tag or an @name means; may be given several times]:map: ' \
                        '--day-order[how to read dates such as 03/04/2024]:day_order:(dmy mdy)' \
                        '--weeks[how to read names such as 2024-W01]:weeks:(iso us)' \
                        '*:path:_files' ;;
                import-undo)
                    _arguments '(-h --help)'{-h,--help}'[show this help message and exit]' \
                        '--data-dir[the folder the journal is kept in]:data_dir:_files -/' \
                        '--portable[keep the journal beside the program, as on a stick]' \
                        '--passphrase-file[read the passphrase from the first line of this file, - for standard input]:passphrase_file:_files' \
                        '--json[print one JSON object a line]' \
                        '*:id: ' ;;
                add)
                    _arguments '(-h --help)'{-h,--help}'[show this help message and exit]' \
                        '--data-dir[the folder the journal is kept in]:data_dir:_files -/' \
                        '--portable[keep the journal beside the program, as on a stick]' \
                        '--passphrase-file[read the passphrase from the first line of this file, - for standard input]:passphrase_file:_files' \
                        '--json[print one JSON object a line]' \
                        '--person[whom it is about]:person: ' \
                        '--kind[note, moment, celebration, doubt, worry or seed]:kind: ' \
                        '--date[its day, today if not given]:date: ' \
                        '--title[title]:title: ' \
                        '*--tag[may be given several times]:tag: ' \
                        '*:text: ' ;;
                edit)
                    _arguments '(-h --help)'{-h,--help}'[show this help message and exit]' \
                        '--data-dir[the folder the journal is kept in]:data_dir:_files -/' \
                        '--portable[keep the journal beside the program, as on a stick]' \
                        '--passphrase-file[read the passphrase from the first line of this file, - for standard input]:passphrase_file:_files' \
                        '--json[print one JSON object a line]' \
                        '*:id: ' ;;
                list)
                    _arguments '(-h --help)'{-h,--help}'[show this help message and exit]' \
                        '--data-dir[the folder the journal is kept in]:data_dir:_files -/' \
                        '--portable[keep the journal beside the program, as on a stick]' \
                        '--passphrase-file[read the passphrase from the first line of this file, - for standard input]:passphrase_file:_files' \
                        '--json[print one JSON object a line]' \
                        '--from[the first day]:first: ' \
                        '--to[the last day]:last: ' \
                        '--person[about this person alone]:person: ' \
                        '--kind[of this kind alone]:kind: ' \
                        '--tag[tag]:tag: ' ;;
                show)
                    _arguments '(-h --help)'{-h,--help}'[show this help message and exit]' \
                        '--data-dir[the folder the journal is kept in]:data_dir:_files -/' \
                        '--portable[keep the journal beside the program, as on a stick]' \
                        '--passphrase-file[read the passphrase from the first line of this file, - for standard input]:passphrase_file:_files' \
                        '--json[print one JSON object a line]' \
                        '*:id: ' ;;
                search)
                    _arguments '(-h --help)'{-h,--help}'[show this help message and exit]' \
                        '--data-dir[the folder the journal is kept in]:data_dir:_files -/' \
                        '--portable[keep the journal beside the program, as on a stick]' \
                        '--passphrase-file[read the passphrase from the first line of this file, - for standard input]:passphrase_file:_files' \
                        '--json[print one JSON object a line]' \
                        '--include-private[find doubts, worries and private entries too]' \
                        '*:query: ' ;;
                person-add)
                    _arguments '(-h --help)'{-h,--help}'[show this help message and exit]' \
                        '--data-dir[the folder the journal is kept in]:data_dir:_files -/' \
                        '--portable[keep the journal beside the program, as on a stick]' \
                        '--passphrase-file[read the passphrase from the first line of this file, - for standard input]:passphrase_file:_files' \
                        '--json[print one JSON object a line]' \
                        '--name[name]:name: ' \
                        '--aliases[other names they go by]:aliases: ' ;;
                person-list)
                    _arguments '(-h --help)'{-h,--help}'[show this help message and exit]' \
                        '--data-dir[the folder the journal is kept in]:data_dir:_files -/' \
                        '--portable[keep the journal beside the program, as on a stick]' \
                        '--passphrase-file[read the passphrase from the first line of this file, - for standard input]:passphrase_file:_files' \
                        '--json[print one JSON object a line]' ;;
                person-anonymise)
                    _arguments '(-h --help)'{-h,--help}'[show this help message and exit]' \
                        '--data-dir[the folder the journal is kept in]:data_dir:_files -/' \
                        '--portable[keep the journal beside the program, as on a stick]' \
                        '--passphrase-file[read the passphrase from the first line of this file, - for standard input]:passphrase_file:_files' \
                        '--json[print one JSON object a line]' \
                        '--name[name]:name: ' ;;
                person-erase)
                    _arguments '(-h --help)'{-h,--help}'[show this help message and exit]' \
                        '--data-dir[the folder the journal is kept in]:data_dir:_files -/' \
                        '--portable[keep the journal beside the program, as on a stick]' \
                        '--passphrase-file[read the passphrase from the first line of this file, - for standard input]:passphrase_file:_files' \
                        '--json[print one JSON object a line]' \
                        '--name[name]:name: ' \
                        '--mentions[what becomes of sentences elsewhere that name them]:mentions:(remove mask keep)' ;;
            esac ;;
    esac
}
_tend "$@"
