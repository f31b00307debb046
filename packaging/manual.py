"""Write the manual page and the completions of the shells from the parser itself.

packaging/manual.py            write packaging/tend.1 and packaging/completions/
packaging/manual.py --check    say which of them are not what the parser would give
"""

import argparse
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from journal_app.cli.parser import make_parser  # noqa: E402

PACKAGING = ROOT / "packaging"
_FILES = frozenset({"path", "out", "data_dir", "passphrase_file"})
_VARIABLES = (
    ("TEND_PASSPHRASE", "The passphrase, for scripts. It is never an argument."),
    ("TEND_NEW_PASSPHRASE", "The passphrase that rekey sets."),
    ("TEND_BACKUP_PASSPHRASE", "The passphrase of a backup from before a rekey."),
    ("TEND_IMPORT_PASSPHRASE", "The passphrase of an encrypted journal that is imported."),
)
_CODES = {
    2: "The words were not understood.",
    3: "The passphrase does not open the journal.",
    4: "Another window or program holds the journal.",
    5: "A newer version of Tend wrote the journal.",
    6: "The journal is damaged, or not there.",
    7: "The disk is full, read-only or not ours.",
    8: "The journal does not do that.",
}


@dataclass(frozen=True, slots=True)
class Command:
    """One command as the parser knows it."""

    name: str
    summary: str
    description: str
    actions: tuple[argparse.Action, ...]

    @property
    def options(self) -> list[argparse.Action]:
        """What begins with a dash."""
        return [action for action in self.actions if action.option_strings]

    @property
    def places(self) -> list[argparse.Action]:
        """What stands by its place."""
        return [action for action in self.actions if not action.option_strings]


def commands() -> tuple[Command, list[Command]]:
    """The program by itself, and each of its commands."""
    parser = make_parser()
    [group] = [a for a in parser._actions if isinstance(a, argparse._SubParsersAction)]
    summaries = {choice.dest: str(choice.help) for choice in group._choices_actions}
    own = tuple(a for a in parser._actions if a is not group)
    whole = Command("tend", "", str(parser.description), own)
    return whole, [
        Command(name, summaries[name], str(made.description), tuple(made._actions))
        for name, made in group.choices.items()
    ]


def files() -> dict[Path, str]:
    """Every file and what it has to say."""
    whole, each = commands()
    return {
        PACKAGING / "tend.1": "\n".join(_page(whole, each)) + "\n",
        PACKAGING / "completions" / "tend.bash": "\n".join(_bash(whole, each)) + "\n",
        PACKAGING / "completions" / "tend.zsh": "\n".join(_zsh(whole, each)) + "\n",
        PACKAGING / "completions" / "tend.fish": "\n".join(_fish(whole, each)) + "\n",
    }


# --- the manual page ---


def _page(whole: Command, each: list[Command]) -> Iterator[str]:
    yield '.TH TEND 1 "" "Tend" "User Commands"'
    yield ".SH NAME"
    yield r"tend \- a private journal for people new to leading"
    yield ".SH SYNOPSIS"
    yield r".B tend"
    yield r"[\fB\-\-data\-dir\fR \fIDIR\fR] [\fB\-\-demo\fR]"
    yield ".br"
    yield r".B tend"
    yield r"\fICOMMAND\fR [\fIARGS\fR]"
    yield ".SH DESCRIPTION"
    yield from _prose(whole.description)
    yield ".PP"
    yield _roff(
        "People read plain text on a terminal; with --json, and when standard output is no"
        " terminal, each answer is one JSON object a line."
    )
    yield ".SH OPTIONS"
    for option in whole.options:
        yield from _option(option)
    yield ".SH COMMANDS"
    common = {name for option in whole.options for name in option.option_strings}
    for command in each:
        yield f".SS {_roff(_usage(command))}"
        yield from _prose(command.description)
        for option in command.options:
            if not common & set(option.option_strings):
                yield from _option(option)
    yield ".SH ENVIRONMENT"
    for name, said in _VARIABLES:
        yield from (".TP", rf".B {_roff(name)}", _roff(said))
    yield ".SH EXIT STATUS"
    yield from (".TP", ".B 0", _roff("All went well."))
    for code, said in _CODES.items():
        yield from (".TP", f".B {code}", _roff(said))


def _usage(command: Command) -> str:
    parts = [command.name]
    for action in command.places:
        name = str(action.metavar or action.dest.upper())
        parts.append(f"[{name}]" if action.nargs == "?" else name)
    return " ".join(parts)


def _option(option: argparse.Action) -> Iterator[str]:
    names = ", ".join(rf"\fB{_roff(name)}\fR" for name in option.option_strings)
    yield ".TP"
    yield f"{names} \\fI{_roff(_value(option))}\\fR" if _value(option) else names
    said = [str(option.help)] if option.help else []
    if option.choices:
        said.append(f"one of {', '.join(map(str, option.choices))}")
    text = "; ".join(said) or "as its name says"
    yield f"{_roff(text[0].upper() + text[1:])}."


def _value(option: argparse.Action) -> str:
    if option.nargs == 0:
        return ""
    return str(option.metavar or option.dest.upper())


def _prose(text: str) -> Iterator[str]:
    example = False
    for line in text.strip().split("\n"):
        if not line.strip():
            yield from ([".EE"] if example else [])
            example = False
            yield ".PP"
        elif line.startswith("  "):
            yield from ([".EX"] if not example else [])
            example = True
            yield _roff(line)
        else:
            yield _roff(line)
    yield from ([".EE"] if example else [])


def _roff(text: str) -> str:
    escaped = text.replace("\\", r"\e").replace("-", r"\-").replace("'", r"\(aq")
    return rf"\&{escaped}" if escaped.startswith(".") else escaped


# --- the shells ---


def _bash(whole: Command, each: list[Command]) -> Iterator[str]:
    yield "# Completion of tend for bash, made from its parser by packaging/manual.py."
    yield "_tend() {"
    yield '    local word="${COMP_WORDS[COMP_CWORD]}" before="${COMP_WORDS[COMP_CWORD - 1]}"'
    yield "    local command= at"
    yield "    for ((at = 1; at < COMP_CWORD; at++)); do"
    yield '        case "${COMP_WORDS[at]}" in'
    yield f"            {'|'.join(c.name for c in each)}) command=${{COMP_WORDS[at]}}; break ;;"
    yield "        esac"
    yield "    done"
    yield '    case "$command $before" in'
    seen: set[str] = set()
    for command in (whole, *each):
        for option in command.options:
            for name in option.option_strings:
                # What every command knows is the same in each.
                key = f"*\\ {name}" if option.dest in _common(whole) else f"{command.name}\\ {name}"
                line = _bash_value(option)
                if line and key not in seen:
                    seen.add(key)
                    yield f"        {key}) {line}; return ;;"
    yield "    esac"
    yield '    case "$command" in'
    for command in each:
        names = [name for option in command.options for name in option.option_strings]
        files = any(action.dest in _FILES for action in command.places)
        more = ' $(compgen -f -- "$word")' if files else ""
        offered = f"$(compgen -W '{' '.join(names)}' -- \"$word\"){more}"
        yield f"        {command.name}) COMPREPLY=({offered}) ;;"
    own = [name for option in whole.options for name in option.option_strings]
    words = " ".join([*(c.name for c in each), *own])
    yield f"        *) COMPREPLY=($(compgen -W '{words}' -- \"$word\")) ;;"
    yield "    esac"
    yield "}"
    yield "complete -o filenames -F _tend tend"


def _common(whole: Command) -> set[str]:
    return {option.dest for option in whole.options}


def _bash_value(option: argparse.Action) -> str:
    if option.choices:
        return f"COMPREPLY=($(compgen -W '{' '.join(map(str, option.choices))}' -- \"$word\"))"
    if option.nargs == 0:
        return ""
    kind = "-d" if option.dest == "data_dir" else "-f" if option.dest in _FILES else ""
    return f'COMPREPLY=($(compgen {kind} -- "$word"))' if kind else "COMPREPLY=()"


def _zsh(whole: Command, each: list[Command]) -> Iterator[str]:
    yield "#compdef tend"
    yield "# Completion of tend for zsh, made from its parser by packaging/manual.py."
    yield "_tend() {"
    yield "    local context state line"
    yield "    typeset -A opt_args"
    yield "    _arguments -C \\"
    for option in whole.options:
        yield f"        {_zsh_option(option)} \\"
    yield "        '1:command:->command' '*::argument:->argument'"
    yield "    case $state in"
    yield "        command)"
    yield "            local -a commands=("
    for command in each:
        yield f"                {_single(f'{command.name}:{command.summary}')}"
    yield "            )"
    yield "            _describe command commands ;;"
    yield "        argument)"
    yield "            case $words[1] in"
    for command in each:
        parts = [_zsh_option(option) for option in command.options]
        for action in command.places:
            files = "_files" if action.dest in _FILES else " "
            parts.append(_single(f"*:{action.dest}:{files}"))
        joined = " \\\n                        ".join(parts)
        yield f"                {command.name})\n                    _arguments {joined} ;;"
    yield "            esac ;;"
    yield "    esac"
    yield "}"
    yield '_tend "$@"'


def _zsh_option(option: argparse.Action) -> str:
    said = str(option.help or option.dest).replace("[", r"\[").replace("]", r"\]")
    names = option.option_strings
    value = ""
    if option.choices:
        value = f":{option.dest}:({' '.join(map(str, option.choices))})"
    elif option.nargs != 0:
        kind = "_files -/" if option.dest == "data_dir" else "_files"
        value = f":{option.dest}:{kind if option.dest in _FILES else ' '}"
    if len(names) > 1:
        head = f"'({' '.join(names)})'{{{','.join(names)}}}"
        return f"{head}{_single(f'[{said}]{value}')}"
    many = "*" if isinstance(option, argparse._AppendAction) else ""
    return _single(f"{many}{names[0]}[{said}]{value}")


def _fish(whole: Command, each: list[Command]) -> Iterator[str]:
    yield "# Completion of tend for fish, made from its parser by packaging/manual.py."
    yield f"set -l commands {' '.join(c.name for c in each)}"
    yield "complete -c tend -f"
    for option in whole.options:
        yield from _fish_option("", option)
    for command in each:
        summary = _single(command.summary)
        yield (
            'complete -c tend -n "not __fish_seen_subcommand_from $commands"'
            f" -a {command.name} -d {summary}"
        )
        common = _common(whole)
        for option in command.options:
            if option.dest not in common:
                yield from _fish_option(command.name, option)
        if any(action.dest in _FILES for action in command.places):
            yield f'complete -c tend -n "__fish_seen_subcommand_from {command.name}" -F'


def _fish_option(command: str, option: argparse.Action) -> Iterator[str]:
    line = "complete -c tend"
    if command:
        line += f' -n "__fish_seen_subcommand_from {command}"'
    for name in option.option_strings:
        line += f" -l {name[2:]}" if name.startswith("--") else f" -s {name[1:]}"
    if option.choices:
        line += f" -x -a {_single(' '.join(map(str, option.choices)))}"
    elif option.nargs != 0:
        line += " -r -F" if option.dest in _FILES else " -x"
    yield f"{line} -d {_single(str(option.help or option.dest))}"


def _single(text: str) -> str:
    return "'" + text.replace("'", "'\\''") + "'"


def main() -> None:
    """Write the files, or say which are old."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true")
    asked = parser.parse_args()
    old = [p for p, text in files().items() if not p.exists() or p.read_text("utf-8") != text]
    for path in old:
        print(path.relative_to(ROOT))
        if not asked.check:
            path.parent.mkdir(exist_ok=True)
            path.write_text(files()[path], encoding="utf-8")
    raise SystemExit(1 if old and asked.check else 0)


if __name__ == "__main__":
    main()
