"""Aliases: every form of a name found and replaced, one person always by the same other name.

What it finds: full names, their words one by one, other names; possessives and plurals in s; any
case, width and accent; soft hyphens and zero-width characters inside; in mail addresses, handles,
tags, links and file names, joined by dots, dashes, underscores, camel case or nothing; Cyrillic
endings; Chinese, Japanese and Korean names, which have no word boundaries; logins made of an
initial and a name (asilva) in an address, a handle or a path. What it cannot find: such a login
standing alone, another spelling nobody entered, or a name never entered as a person.
"""

import re
import secrets
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain, product
from types import MappingProxyType

from journal_app.domain.share import Named, NameStyle
from journal_app.exchange.folding import CAMEL, EASTERN, fold, fold_word

NEUTRAL_NAMES = (
    *("Alex", "Robin", "Sam", "Kim", "Charlie", "Toni", "Jules", "Noor", "Sascha", "Mika"),
    *("Andy", "Billie", "Casey", "Dana", "Eden", "Finley", "Gray", "Harper", "Indy", "Jamie"),
    *("Kai", "Lee", "Morgan", "Nico", "Ollie", "Parker", "Quinn", "Reese", "Sage", "Taylor"),
    *("Umber", "Vale", "Wren", "Yael", "Ziggy", "Ariel", "Blake", "Cameron", "Drew", "Ellis"),
    *("Frankie", "Glenn", "Hayden", "Ira", "Jordan", "Kerry", "Logan", "Marlow", "Nevin", "Oakley"),
)
SOMEONE = "Someone"

# Words inside names that are not names, and names that are grammar when they stand small.
_PARTICLES = frozenset(
    [
        *("de", "da", "do", "dos", "das", "di", "du", "van", "von", "der", "den", "del"),
        *("la", "le", "el", "al", "bin", "ibn", "af", "av", "the", "of"),
    ]
)
_GRAMMAR = frozenset(
    [
        *("will", "may", "can", "do", "has", "had", "is", "am", "are", "be", "was", "an", "one"),
        *("he", "her", "his", "him", "she", "me", "my", "you", "we", "us", "our", "it", "its"),
        *("in", "on", "to", "at", "by", "out", "for", "or", "but", "if", "as", "so", "no", "not"),
        *("how", "who", "why", "way", "now", "yet", "own"),
    ]
)
# What looks like a name with an s: Thi is no reason to take away every "this".
_NO_PLURALS = frozenset({"this", "has", "his", "is", "as", "was", "us", "its", "thus", "yes"})
_LETTER = r"[^\W\d_]"
# Marks of Markdown may stand inside a name, whose reader sees none: **M**ei.
_INSIDE = f"[{CAMEL}*~]{{0,4}}"
_JOIN = rf"[\s._\-\u2010-\u2015+*~{CAMEL}]*"
_DASH = re.compile(r"[-.\u2010-\u2015]+")
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa"})
_CJK = re.compile(EASTERN)
_SHORT_ENDINGS = "(?:[оеаяы](?:и|м|ю|х|ми)|[аеиоуыюяьії])?"
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")


@dataclass(frozen=True, slots=True)
class Found:
    """A form of a name in a text; ``person_id`` is None when several people share it."""

    start: int
    end: int
    people: frozenset[int]

    @property
    def person_id(self) -> int | None:
        """The one person it means, if it means one."""
        return next(iter(self.people)) if len(self.people) == 1 else None


@dataclass(slots=True)
class _Forms:
    people: set[int] = field(default_factory=set)


class AliasBook:
    """The names of one team and what stands for them in one pack."""

    def __init__(
        self, people: Sequence[Named], style: NameStyle, stand_ins: dict[int, str]
    ) -> None:
        self.style = style
        self._stand_ins = stand_ins
        forms = _forms_of(people)
        logins = _logins_of(people)
        self._owners = [frozenset(form.people) for form in (*forms.values(), *logins.values())]
        self._grammar = {n for n, form in enumerate(forms) if form[0] in _GRAMMAR}
        expressions = [_pattern(*form) for form in forms] + [_login_pattern(*f) for f in logins]
        patterns = [f"(?P<f{n}>{expression})" for n, expression in enumerate(expressions)]
        self._matcher = re.compile("|".join(patterns)) if patterns else None

    @classmethod
    def fresh(
        cls,
        people: Sequence[Named],
        style: NameStyle,
        *,
        texts: Iterable[str] = (),
        given: Mapping[int, str] = MappingProxyType({}),
    ) -> "AliasBook":
        """New stand-ins, never the same twice; none is a real name or a word of ``texts``.

        ``given`` holds those that stay as they are: of the same pack, looked at once more.
        """
        things = {named.id: named.instead for named in people if named.instead}
        persons = [named for named in people if not named.instead]
        match style:
            case NameStyle.REAL:
                stand_ins = {person.id: person.name for person in persons}
            case NameStyle.INITIALS:
                stand_ins = _initials(persons)
            case NameStyle.ALIAS:
                new = [person for person in persons if person.id not in given]
                taken = chain(texts, given.values())
                stand_ins = {**given, **_neutral(new, taken, persons)}
        return cls(people, style, stand_ins | things)

    def stand_in(self, person_id: int) -> str:
        """The name a person goes by in this pack."""
        return self._stand_ins.get(person_id, SOMEONE)

    def find(self, text: str) -> list[Found]:
        """Every form of a name in the text, in order, none inside another."""
        if self._matcher is None:
            return []
        folded = fold(text)
        found = []
        for match in self._matcher.finditer(folded.text):
            number = int((match.lastgroup or "f0")[1:])
            start, end = folded.starts[match.start()], folded.ends[match.end() - 1]
            written = text[start:end]
            if number in self._grammar and written.islower():
                continue
            if written.lower() in _NO_PLURALS:
                continue
            owners = self._owners[number]
            found.append(Found(start, end, owners))
        return found

    def people_in(self, texts: Iterable[str]) -> frozenset[int]:
        """Whom the texts name."""
        return frozenset(owner for text in texts for f in self.find(text) for owner in f.people)

    def redact(self, text: str) -> str:
        """The text with every form of a name replaced; unchanged when names are kept."""
        if self.style is NameStyle.REAL:
            return text
        out, at = [], 0
        for found in self.find(text):
            stand_in = SOMEONE if found.person_id is None else self.stand_in(found.person_id)
            out += [text[at : found.start], stand_in]
            at = found.end
        return "".join([*out, text[at:]])


def _forms_of(people: Sequence[Named]) -> dict[tuple[str, ...], _Forms]:
    """Each way a name can be written, as its folded words, the longest first."""
    forms: dict[tuple[str, ...], _Forms] = {}
    for person in people:
        for name in (person.name, *person.other_names):
            spellings = {name, name.casefold().translate(_UMLAUTS)}
            for spelling in spellings:
                for form in _ways(spelling, whole_alone=bool(person.instead)):
                    forms.setdefault(form, _Forms()).people.add(person.id)
    longest_first = sorted(forms, key=lambda form: (-len("".join(form)), form))
    return {form: forms[form] for form in longest_first}


def _ways(name: str, *, whole_alone: bool = False) -> set[tuple[str, ...]]:
    parts = [word for word in (fold_word(part) for part in name.split()) if word]
    every = tuple(piece for part in parts for piece in _pieces(part))
    whole = tuple(piece for piece in every if _sounds(piece)) or every
    if not whole:
        return set()
    ways = {whole}
    if whole_alone:
        return ways
    for part in parts:
        pieces = tuple(piece.strip("()[]{}.,;:\"'*+?!$^|\\/") for piece in _pieces(part))
        # Jean-Luc is called Jean, Luc and jeanluc, but J.P. is neither J nor P.
        for way in (pieces, *((piece,) for piece in pieces)):
            bare = "".join(way)
            if len(bare) > 1 and bare not in _PARTICLES:
                ways.add(tuple(piece for piece in way if piece))
    if len(whole) == 1 and _CJK.fullmatch(whole[0][:1]) and 3 <= len(whole[0]) <= 4:
        # Family name first: 田中花子 is also called 田中 and 花子.
        ways.add((whole[0][-2:],))
        if len(whole[0]) == 4:
            ways.add((whole[0][:2],))
    if len(whole) > 1:
        ways.add(tuple(reversed(whole)))
    return ways


def _pieces(part: str) -> list[str]:
    """A part of a name at its dashes and dots; one that is nothing but signs stays as it is."""
    return [piece for piece in _DASH.split(part) if _sounds(piece)] or [part]


def _sounds(piece: str) -> bool:
    """True when there is a letter or a digit in it."""
    return any(char.isalnum() for char in piece)


def _logins_of(people: Sequence[Named]) -> dict[tuple[str, ...], _Forms]:
    """An initial and a name grown together, which is a name to a mail server alone."""
    logins: dict[tuple[str, ...], _Forms] = {}
    for person in (named for named in people if not named.instead):
        for name in (person.name, person.name.casefold().translate(_UMLAUTS)):
            for way in _login_ways(name):
                logins.setdefault(way, _Forms()).people.add(person.id)
    return logins


def _login_ways(name: str) -> set[tuple[str, ...]]:
    parts = [[p for p in _pieces(part) if _sounds(p)] for part in name.split()]
    words = [fold_word(word) for part in parts for word in part]
    firsts = [_firsts(word) for part in parts for word in part]
    if len(words) < 2 or any(_CJK.match(word) for word in words):
        return set()
    initials = ("".join(letters) for letters in product(*firsts[:-1]))
    ways = {(*letters, words[-1]) for letters in initials}
    ways |= {(*words[:-1], letter) for letter in firsts[-1]}
    whole_last = tuple(fold_word(piece) for piece in parts[-1])
    for initial in firsts[0]:
        # Any of several family names, or all of one with a dash: jgarcia, jgarcia-lopez.
        for family in ((word,) for word in words[1:]):
            ways |= {(initial, *family), (*family, initial)}
        ways |= {(initial, *whole_last), (*whole_last, initial)}
    return ways | {(words[0], letter) for letters in firsts[1:] for letter in letters}


def _firsts(word: str) -> set[str]:
    """Its first letter as it sounds and as it is written: t and th are both an initial of Þóra."""
    written = next((folded for char in word if (folded := fold_word(char))), "")
    return {fold_word(word)[:1], written} - {""}


def _login_pattern(*words: str) -> str:
    joined = _JOIN.join(_word_pattern(word) for word in words)
    after = rf"(?<=[@/\\~]){joined}(?!{_LETTER})"
    return rf"{after}|(?<!{_LETTER}){joined}(?=[\d._+\-]{{0,8}}@)"


def _pattern(*words: str) -> str:
    """One form as an expression over folded text, with the boundaries its script has."""
    # Signs alone are joined by blanks alone: signs between signs could be tried for ever.
    join = _JOIN if _sounds("".join(words)) else r"\s*"
    joined = join.join(_word_pattern(word) for word in words)
    first, last = words[0][0], words[-1][-1]
    before = rf"(?<!{_LETTER})" if first.isalpha() and not _CJK.match(first) else ""
    if not last.isalpha() or _CJK.match(last):
        return f"{before}{joined}"
    # An s may follow, as in Meis plan; the s goes with the name.
    return rf"{before}{joined}(?:s(?!{_LETTER})|(?!{_LETTER}))"


def _word_pattern(word: str) -> str:
    stem = re.sub(r"(?<=..)[аеиоуыэюяь]+$", "", word) if _CYRILLIC.match(word) else ""
    if len(stem) > 1:
        letters = [re.escape(char) for char in stem]
        if len(stem) > 4 and stem[-2] in "ео" and stem[-1] in "лцк":
            # The vowel goes when an ending comes: Павел, Павла.
            letters[-2] += "?"
        # After a short stem any three letters would be another word.
        return _INSIDE.join(letters) + (r"[а-яєіїґ]{0,3}" if len(stem) > 3 else _SHORT_ENDINGS)
    # O'Brien is also written O’Brien and OBrien; a name of quotes alone needs them all.
    loose = any(char != "'" for char in word)
    return _INSIDE.join("'?" if loose and char == "'" else re.escape(char) for char in word)


def _initials(people: Sequence[Named]) -> dict[int, str]:
    given: dict[int, str] = {}
    for person in people:
        letters = [word[0].upper() for word in person.name.split() if word[0].isalnum()]
        short = "".join(f"{letter}." for letter in letters) or "N.N."
        taken = sum(other == short or other.startswith(f"{short} (") for other in given.values())
        given[person.id] = f"{short} ({taken + 1})" if taken else short
    return given


def _neutral(
    people: Sequence[Named], texts: Iterable[str], everyone: Sequence[Named]
) -> dict[int, str]:
    real = {
        fold_word(part)
        for person in everyone
        for name in (person.name, *person.other_names)
        for part in re.split(r"[\s\-]+", name)
    }
    neutral = {fold_word(name) for name in NEUTRAL_NAMES}
    said: set[str] = set()
    for text in texts:
        said |= neutral.intersection(re.findall(rf"{_LETTER}+", fold(text).text))
    free = [name for name in NEUTRAL_NAMES if fold_word(name) not in real | said]
    secrets.SystemRandom().shuffle(free)
    numbered = [f"Person {n}" for n in range(1, len(everyone) + 1)]
    return dict(zip((person.id for person in people), [*free, *numbered], strict=False))
