"""Teams that never were, and every way of writing what they are called (SAFETY 71 to 73)."""

import html
import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import quote, unquote

from hypothesis import strategies as st

_SYLLABLES = (
    *("zhy", "vrö", "kjé", "gwy", "ñul", "łuk", "qay", "xoç", "tzi", "dså", "brž", "jyø", "wuğ"),
    *("ryß", "gnæ", "phé", "mbê", "ndù", "þór", "đur"),
)
_LATIN = (
    *("Mei Lindqvist", "Søren Kjærgård", "Siobhán O'Neill", "Jean-Luc Picoult", "Hanna Müller"),
    *("José María García-Hernández", "Łukasz Wójcik", "Þórdís Jónsdóttir", "Nguyễn Thị Hường"),
    *("Ayşe Yılmaz", "İpek Çağlar", "Konrad Weiß", "Pieter van der Bergh", "Adébáyò Ọláwálé"),
    *("Zoë Ångström", "Jürgen Groß", "Réka Szőke", "Cruz", "Agnes Jones", "Bo Xu", "D'Angelo Ruiz"),
)
_CYRILLIC = (
    *("Ольга Петрова", "Зоя Ким", "Яна Левченко", "Фёдор Чайковский", "Андрей Шевчук"),
    *("Павел Кравец", "Наталья Соловьёва", "Ева Гриценко"),
)
_EASTERN = (
    "田中花子",
    "김민준",
    "王小明",
    "佐藤健",
    "さくら",
    "박서연",
    "ナカムラ",
    "이지은",
    "李娜",
)
_NICKNAMES = ("Lindy", "Zuzu", "Tex", "J.J.", "Mei-Mei", "Buzz", "Kiki Zee", "Фима", "花ちゃん")
_SMALL_WORDS = {"van", "der", "de"}
_ENDINGS = ("а", "у", "ы", "е", "ой", "ом", "ым")
_PLAIN = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "ı": "i"})
_SPELT_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa"})

FRAMES = (
    *("{}", "{}'s", "{}’s", "{}s", "{}'", "({})", "“{}”", "„{}“", "**{}**", "*{}*", "~~{}~~"),
    *("_{}_", "__{}__", "# {}", "- {}", "> {}", "| {} | x |", "{}, {}", "{}/{}", "{}&{}", "{}:"),
    *("[{}](https://wiki.example/people/1)", "[x](https://wiki.example/people/{})", "`{}`"),
    *(
        "https://wiki.example/~{}/plan?who={}#{}",
        "[x](mailto:{}@corp.example)",
        "<{}@corp.example>",
    ),
    *("{}@corp.example", "{}+work@corp.example", "@{}", "#{}", "#{}2026", "@{}_dev", "&lt;{}&gt;"),
    *("files/{}-review.pdf", "C:\\Users\\{}\\notes.docx", "/home/{}/plan", "1on1_{}_final.docx"),
    *("2026-11-16-{}.md", "{}さんと", "{}님이", "the {}-thing", "pre-{}", "{}…", "«{}»"),
)


@dataclass(frozen=True)
class Told:
    """A team, and lines in which its people are told of in some way."""

    people: tuple[tuple[str, tuple[str, ...]], ...]
    lines: tuple[str, ...]
    tags: tuple[str, ...]

    @property
    def words(self) -> frozenset[str]:
        """What must not be found, plain; short ones only where they stand alone."""
        return frozenset(
            word
            for name, others in self.people
            for one in (name, *others)
            for word in words_of(one)
        )


def words_of(name: str) -> set[str]:
    """The plain words of a name by which somebody would be known."""
    found = set()
    for part in name.split():
        pieces = {part, *re.split(r"[-.]", part)}
        found |= {bare(piece) for piece in pieces} - _SMALL_WORDS
    if _is_eastern(name):
        found |= {bare(name[-2:])} | ({bare(name[:2])} if len(name) == 4 else set())
    if re.search("[а-я]", name.lower()):
        found = {re.sub("(?<=..)[аеиоуыэюяь]+$", "", word) for word in found}
        found |= {re.sub("[ео](?=[лц]$)", "", word) for word in found}
    return {word for word in found if len(word) > 1}


def plain(text: str) -> str:
    """A text as a reader means it: without escapes, width, case, accents and unseen signs."""
    meant = unicodedata.normalize("NFKC", unquote(html.unescape(text)))
    apart = unicodedata.normalize("NFD", meant.casefold().translate(_PLAIN))
    seen = "".join(c for c in apart if unicodedata.category(c) not in {"Mn", "Me", "Cf"})
    return unicodedata.normalize("NFC", seen).translate(_PLAIN)


def bare(text: str) -> str:
    """The same with nothing but its letters."""
    return "".join(char for char in plain(text) if char.isalpha())


def left_of(words: frozenset[str], text: str) -> list[str]:
    """Which of the words are in the text: the long ones anywhere, the short ones as words."""
    whole = re.sub("[*~_']", "", plain(text))
    standing = set(re.findall(r"[^\W\d_]+", whole))
    return sorted(
        word
        for word in words
        if (word in whole if len(word) > 4 or _is_eastern(word) else _stands(word, standing))
    )


def _stands(word: str, standing: set[str]) -> bool:
    if re.search("[а-я]", word):
        return any(one.startswith(word) and len(one) < len(word) + 4 for one in standing)
    return not standing.isdisjoint({word, f"{word}s"} - {"this"})


def _is_eastern(name: str) -> bool:
    return re.search("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]", name) is not None


# --- ways of writing ---


def _ways(name: str) -> list[str]:
    """How people write a name: whole, in parts, turned round, grown together, as a login."""
    words = name.split()
    parts = [w for w in words if len(bare(w)) > 1 and bare(w) not in _SMALL_WORDS]
    ways = [name, *parts, *(piece for part in parts for piece in part.split("-"))]
    if len(words) > 1:
        ways += [f"{words[-1]}, {' '.join(words[:-1])}", " ".join(reversed(words))]
        ways += [join.join(words) for join in ("", ".", "_", "-", "  ", "\u00a0", "+")]
    if re.search("[а-я]", name.lower()):
        stems = [re.sub("(?<=..)[аеиоуыэюяьй]+$", "", part) for part in parts]
        stems = [re.sub("[ео](?=[лц]$)", "", stem) for stem in stems]
        ways += [stem + ending for stem in stems for ending in _ENDINGS]
    elif len(words) > 1 and not _is_eastern(name):
        first, last = words[0], words[-1]
        ways += [f"{first[0]}{last}@x.example", f"{first[0]}.{last}@x.example"]
        ways += [f"{last}{first[0]}@x.example", f"{first}{last[0]}@x.example"]
    if _is_eastern(name) and 3 <= len(name) <= 4:
        ways += [name[-2:], name[:2]] if len(name) == 4 else [name[-2:]]
    return ways


def _between(sign: str) -> Callable[[str], str]:
    return lambda text: re.sub(r"(?<=\w)(?=\w)", sign, text)


def _wide(text: str) -> str:
    return "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in text)


def _bold(text: str) -> str:
    return "".join(
        chr(0x1D41A + ord(c) - 97) if "a" <= c <= "z" else
        chr(0x1D400 + ord(c) - 65) if "A" <= c <= "Z" else c
        for c in text
    )  # fmt: skip


def _entities(text: str) -> str:
    return "".join(f"&#{ord(c)};" if n % 2 or ord(c) > 126 else c for n, c in enumerate(text))


def _first_strong(text: str) -> str:
    """As initials are set in bold: a reader sees one word."""
    return re.sub(r"(?<!\w)(\w)(?=\w)", r"**\1**", unicodedata.normalize("NFC", text))


_DISGUISES: tuple[Callable[[str], str], ...] = (
    *(str, str, str.lower, str.upper, str.title, str.swapcase),
    *(lambda t: unicodedata.normalize("NFC", t), lambda t: unicodedata.normalize("NFD", t)),
    *(_between("\u00ad"), _between("\u200b"), _between("\u2060"), _wide, _bold, _entities),
    *(quote, lambda t: quote(unicodedata.normalize("NFD", t)), _first_strong),
    lambda t: t.lower().translate(_SPELT_OUT),
    lambda t: t.replace("'", "’").replace("-", "\u2011").replace(" ", "\u202f"),
    lambda t: t.replace(" ", "\n"),
)


# --- teams ---


@st.composite
def _name(draw: st.DrawFn) -> str:
    if draw(st.booleans()):
        return draw(st.sampled_from((*_LATIN, *_CYRILLIC, *_EASTERN)))
    made = st.lists(st.sampled_from(_SYLLABLES), min_size=2, max_size=3).map("".join)
    words = draw(st.lists(made.map(str.capitalize), min_size=1, max_size=3))
    return draw(st.sampled_from((" ", " ", "-"))).join(words)


@st.composite
def told_teams(draw: st.DrawFn) -> Told:
    """A team of one to five and what was written about them."""
    names = draw(st.lists(_name(), min_size=1, max_size=5, unique_by=bare))
    nicknames = st.lists(st.sampled_from(_NICKNAMES), max_size=2, unique=True).map(tuple)
    people = tuple((name, draw(nicknames)) for name in names)
    choice = st.tuples(st.sampled_from(FRAMES), st.sampled_from(_DISGUISES))
    lines = []
    for name, others in people:
        ways = st.lists(st.sampled_from(_ways(name)), min_size=6, max_size=10)
        for way in (*draw(ways), *others):
            frame, disguise = draw(choice)
            lines.append(frame.replace("{}", disguise(way)))
    tags = tuple(re.sub(r"\s", "", name) for name in names)
    return Told(people, tuple(lines), tags)
