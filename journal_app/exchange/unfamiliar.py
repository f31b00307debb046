"""Unfamiliar words: what may be somebody's name although nobody entered it as one.

What it marks: words with a capital, addresses, handles, telephone numbers and ticket numbers. What
it cannot know: a name in small letters or in a script without capitals, and who a story tells of.
"""

import re
from collections.abc import Collection, Iterable, Mapping

from journal_app.exchange.german_nouns import is_noun

_WORD = re.compile(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*")
_SIGN = re.compile(
    r"(?P<address>[\w.+\-]+@[\w\-]+(?:\.[\w\-]+)*|(?<!\w)@\w[\w.\-]*)"
    r"|(?P<ticket>\b[A-Z][A-Z0-9]+-\d+\b)"
    r"|(?P<telephone>(?<![\w\-])\+?\d[\d ()/.\-]{6,}\d(?![\w\-]))"
)
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}|\d{1,2}[./]\d{1,2}[./]\d{2,4}")
_DATE_OR_SIGN = re.compile(rf"(?P<date>{_DATE.pattern})|{_SIGN.pattern}")
_MARKS = " \t\"'“”‘’()[]*_#>•-–—"
_ENDS = ".!?:…\n"
# Each also with an s, as in "on Thursdays" and "des Montags". Jan, Jun, Mar, Sun and Mo may well
# be somebody, and are asked about unless another day is joined to them.
_DAYS_AND_MONTHS = (
    *("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
    *("january", "february", "march", "april", "may", "june", "july", "august"),
    *("september", "october", "november", "december"),
    *("mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "feb", "apr", "jul"),
    *("aug", "sep", "sept", "oct", "nov", "dec", "okt", "dez"),
    *("montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonnabend"),
    *("sonntag", "januar", "jänner", "februar", "feber", "märz", "märzes", "mai", "juni", "juli"),
    *("oktober", "dezember"),
)
_JOINED = frozenset(("mid", "early", "late", "anfang", "mitte", "ende", "jan", "jun", "mar", "sun"))
_GERMAN_DAYS = ("mittwoch", "sonnabend", *(d for d in _DAYS_AND_MONTHS if d.endswith("tag")))
_TIMES_OF_DAY = ("morgen", "vormittag", "mittag", "nachmittag", "abend", "nacht")
_CALENDAR = frozenset(
    [
        *_DAYS_AND_MONTHS,
        *(f"{name}s" for name in _DAYS_AND_MONTHS if len(name) > 2),
        *(f"{name}en" for name in _DAYS_AND_MONTHS if name.endswith("tag")),
        *(f"{d}{time}{s}" for d in _GERMAN_DAYS for time in _TIMES_OF_DAY for s in ("", "s")),
    ]
)
_NOT_NAMES = _CALENDAR.union(
    [
        *("i", "i'm", "i've", "i'd", "i'll", "ok", "none", "nobody", "everyone", "everybody"),
        *("someone", "somebody", "nothing", "everything", "something", "whoever", "whatever"),
        *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
        *("eleven", "twelve", "ich", "du", "er", "sie", "es", "wir", "ihr", "mir", "dir", "uns"),
        *("zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn"),
        *("she", "he", "they", "we", "you", "it", "her", "his", "their", "our", "your", "its"),
    ]
)


def is_sign(text: str) -> bool:
    """True for an address, a handle, a telephone or a ticket number; false for a word."""
    return _SIGN.fullmatch(text) is not None


def without_signs(text: str, instead: Mapping[str, str], keep: Collection[str]) -> str:
    """The text without addresses, tickets and telephone numbers; ``keep`` holds some folded.

    ``instead`` says what stands for an ``address``, a ``ticket`` and a ``telephone``.
    """

    def change(found: re.Match[str]) -> str:
        kind = found.lastgroup or ""
        kept = kind == "date" or found.group().casefold() in keep
        return found.group() if kept else instead[kind]

    return _DATE_OR_SIGN.sub(change, text)


def words_of(texts: Iterable[str]) -> frozenset[str]:
    """The words that stand in these texts in small letters."""
    return frozenset(
        word for text in texts for word in _WORD.findall(text.replace("’", "'")) if word.islower()
    )


def unfamiliar(
    texts: Iterable[str],
    *,
    vocabulary: frozenset[str],
    given: Iterable[str] = (),
    language: str = "en",
) -> tuple[str, ...]:
    """What in the texts may be a name, each once, in the order of the alphabet.

    ``vocabulary`` holds words that may begin a sentence; ``given`` the names that were given. In
    German every noun has a capital: those that are known as nouns are no names.
    """
    known = _NOT_NAMES | {word.casefold() for name in given for word in _WORD.findall(name)}
    found: dict[str, str] = {}
    for text in texts:
        plain = _DATE.sub("", text)
        for sign in _SIGN.finditer(plain):
            found.setdefault(sign.group().casefold(), sign.group())
        plain = _SIGN.sub("", plain)
        for match in _WORD.finditer(plain):
            word = re.sub(r"['’]s$", "", match.group())
            folded = word.casefold().replace("’", "'")
            if len(word) < 2 or not word[0].isupper() or folded in known or _is_dated(folded):
                continue
            if language == "de" and is_noun(word, plain[: match.start()]):
                continue
            if folded not in vocabulary or not _begins(plain, match.start()):
                found.setdefault(folded, word)
    return tuple(sorted(found.values(), key=str.casefold))


def _is_dated(folded: str) -> bool:
    """True for days and months joined by dashes: Mon-Fri, Mid-March."""
    pieces = folded.split("-")
    return not _CALENDAR.isdisjoint(pieces) and _CALENDAR.union(_JOINED).issuperset(pieces)


def _begins(text: str, place: int) -> bool:
    """True when a sentence, a line or a list begins there."""
    before = text[max(0, place - 8) : place].rstrip(_MARKS)
    return not before or before[-1] in _ENDS
