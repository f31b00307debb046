"""jrnl's text: one file, each entry begun by a date in brackets."""

from collections.abc import Iterator

from journal_app.domain.finding import Finding, Found, Skipped, Wishes
from journal_app.exchange.importers.jrnl_words import SOURCE, entries, starts_entry
from journal_app.exchange.importers.reading import member_text, titled
from journal_app.exchange.sources import NotText, Source, TooLong, lines_of, text_of

_ENDINGS = (".txt", ".journal", ".jrnl", "")


def recognises(source: Source) -> bool:
    """True for one text that begins with a date as jrnl writes it."""
    if source.archive or not source.path.is_file():
        return False
    [member] = source.members()
    with source.open(member) as stream:
        start = stream.read(1 << 16)
    try:
        lines = text_of(start).split("\n")
    except NotText:
        return False
    first = next((line for line in lines if line.strip()), "")
    return starts_entry(first, bare=member.suffix in _ENDINGS) is not None


def read(source: Source, wishes: Wishes) -> Iterator[Found]:
    """Every entry of the text."""
    [member] = source.members()
    count = 0
    try:
        with source.open(member) as stream:
            for found in entries(lines_of(stream), day_first=wishes.day_first):
                count += 1
                yield found
    except TooLong as error:
        yield Skipped(item=f"after entry {count}", reason=f"a line is {error}")
        return
    except NotText:
        yield Skipped(item=member.name, reason="it is not text")
        return
    if not count:
        yield from _undated(source, wishes)


def _undated(source: Source, wishes: Wishes) -> Iterator[Found]:
    """A text without any date is one entry of now, as jrnl itself takes it."""
    [member] = source.members()
    text = member_text(source, member)
    if isinstance(text, Skipped):
        yield text
    elif text.strip():
        title, body = titled(text)
        yield Finding(source=SOURCE, item=member.name, on=wishes.now.date(), title=title, body=body)
