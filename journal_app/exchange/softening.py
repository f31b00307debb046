"""Softening: details that tell who is who, said more widely: they, and the month of a day."""

import re

_SHE = re.compile(r"\b(she|he)\b(?P<is>['’]s\b)?(?P<verb>\s+[\w'’]+)?", re.IGNORECASE)
_HER = re.compile(r"\b(?P<word>herself|himself|hers|him|his|her)\b(?P<next>\s+\w+)?", re.IGNORECASE)
_VERBS = {
    **{"is": "are", "was": "were", "has": "have", "does": "do"},
    **{"isn't": "aren't", "wasn't": "weren't", "hasn't": "haven't", "doesn't": "don't"},
}
# Words in s after "she" that are no verbs.
_NO_VERBS = frozenset(
    ["always", "sometimes", "perhaps", "besides", "afterwards", "nowadays", "thus", "this", "less"]
)
# A word after "her" that begins no thing of hers.
_NO_THING = frozenset(
    [
        *("to", "and", "in", "on", "at", "with", "for", "about", "that", "what", "how", "why"),
        *("when", "if", "from", "by", "after", "before", "again", "out", "up", "the", "a", "an"),
        *("as", "is", "was", "but", "or", "because", "so", "then", "today", "tomorrow", "this"),
        *("next", "last", "who", "whether", "while", "until", "yesterday", "i", "we", "once"),
        *("will", "would", "can", "could", "not", "too", "through", "into", "over", "first"),
    ]
)
_HAS = re.compile(r"\s+(\w+(ed|en)|been|gone|done|had|got|made|said|told|led|kept)\b")
_MONTH = (
    r"(?:jan(?:uary|uar)?|feb(?:ruary|ruar)?|mar(?:ch)?|märz|apr(?:il)?|may|mai|june?|juni"
    r"|july?|juli|aug(?:ust)?|sept?(?:ember)?|o[ck]t(?:ober)?|nov(?:ember)?|de[cz](?:ember)?)"
)
_DAYS = re.compile(
    rf"\b(?P<iso>(?P<y>\d{{4}})-(?P<m>\d{{2}})-\d{{2}})\b"
    rf"|\b\d{{1,2}}(?:st|nd|rd|th|\.)?\s+(?:of\s+)?(?P<named>{_MONTH})\b"
    rf"|\b(?P<american>{_MONTH})\s+\d{{1,2}}(?:st|nd|rd|th)?\b,?"
    rf"|\b(?P<one>\d{{1,2}})(?P<mark>[./])(?P<two>\d{{1,2}})[./](?P<year>\d{{4}}|\d{{2}})\b",
    re.IGNORECASE,
)


def tells_she_or_he(text: str) -> bool:
    """True when a pronoun tells a woman from a man."""
    return bool(_HER.search(text) or re.search(r"\b(she|he)\b", text, re.IGNORECASE))


def tells_days(text: str) -> bool:
    """True when a day of a month is named."""
    return _DAYS.search(text) is not None


def with_they(text: str) -> str:
    """The text with they for she and he; an offer, to be read once more."""
    return _HER.sub(_them, _SHE.sub(_they, text))


def with_months(text: str) -> str:
    """The text with the month instead of the day, in digits or as it was named."""
    return _DAYS.sub(_month, text)


def _they(found: re.Match[str]) -> str:
    they = _as("they", found[1])
    verb = found["verb"] or ""
    if found["is"]:
        return f"{they}{'’ve' if _HAS.match(verb) else '’re'}{verb}"
    gap, word = verb[: len(verb) - len(verb.lstrip())], verb.strip()
    plain = word.lower().replace("’", "'")
    if plain in _VERBS:
        return f"{they}{gap}{_VERBS[plain]}"
    if plain.endswith("s") and not plain.endswith("ss") and plain not in _NO_VERBS:
        return f"{they}{gap}{_plural(word)}"
    return f"{they}{verb}"


def _plural(verb: str) -> str:
    if verb.endswith("ies") and len(verb) > 4:
        return f"{verb[:-3]}y"
    return verb[:-2] if verb.endswith(("shes", "ches", "sses", "xes", "oes", "zzes")) else verb[:-1]


def _them(found: re.Match[str]) -> str:
    word, after = found["word"], found["next"] or ""
    owns = bool(after) and after.strip().lower() not in _NO_THING
    match word.lower():
        case "herself" | "himself":
            said = "themself"
        case "hers":
            said = "theirs"
        case "his":
            said = "their" if after else "theirs"
        case "him":
            said = "them"
        case _:
            said = "their" if owns else "them"
    return f"{_as(said, word)}{after}"


def _as(word: str, like: str) -> str:
    return word.capitalize() if like[0].isupper() else word


def _month(found: re.Match[str]) -> str:
    if found["iso"]:
        return f"{found['y']}-{found['m']}"
    if named := found["named"] or found["american"]:
        return named
    one, two = int(found["one"]), int(found["two"])
    if found["mark"] == "." or one > 12:
        return f"{found['two']}{found['mark']}{found['year']}"
    # 3/4 is in March for some and in April for others.
    return f"{found['one']}/{found['year']}" if two > 12 else found["year"]
