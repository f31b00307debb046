"""Pack names: whom and what a pack must not name, what stands for them, and what to ask about."""

from collections.abc import Sequence

from journal_app.domain.share import KnownWord, NameStyle, WordKind
from journal_app.exchange.aliases import SOMEONE, AliasBook
from journal_app.exchange.document import Document, texts_of
from journal_app.exchange.softening import with_months, with_they
from journal_app.exchange.unfamiliar import is_sign, without_signs, words_of
from journal_app.exchange.unfamiliar import unfamiliar as unfamiliar_in
from journal_app.guidance.loader import Guidance
from journal_app.services.changes import Notify, Topic
from journal_app.services.naming import named_in
from journal_app.services.pack import Pack, PackRequest
from journal_app.store.nouns import Nouns


class PackNames:
    """Remembers what the leader said of a word, and never what stood for whom."""

    def __init__(self, nouns: Nouns, guidance: Guidance, notify: Notify) -> None:
        self._nouns = nouns
        self._guidance = guidance
        self._notify = notify

    def known_words(self) -> list[KnownWord]:
        """The words that were asked about or listed."""
        return self._nouns.known_words.all()

    def decide(self, word: str, kind: WordKind | None) -> None:
        """Say what a word is: a person, a thing, no name; None asks again."""
        if word.strip():
            self._nouns.known_words.put(word.strip(), kind)
            self._notify(Topic.SHARING)

    def is_sign(self, word: str) -> bool:
        """True for an address or a number, which is taken out unless it is kept."""
        return is_sign(word)

    def name_of(self, person_id: int) -> str:
        """Whom a stand-in stands for, a person or a known word."""
        named = named_in(self._nouns, thing="")
        return next((one.name for one in named if one.id == person_id), "")

    def book(self, request: PackRequest, document: Document, before: Pack | None) -> AliasBook:
        """What stands for whom in this pack; a look before it keeps its stand-ins."""
        same = before is not None and before.request.names is request.names
        return AliasBook.fresh(
            named_in(self._nouns, thing=self._guidance.text("pack.thing")),
            request.names,
            texts=texts_of(document),
            given=before.stand_ins if before is not None and same else {},
        )

    def soften(self, document: Document, request: PackRequest) -> Document:
        """Addresses and numbers taken out, and what the person asked to be said more widely."""
        if request.names is not NameStyle.REAL:
            fine = {w.body.casefold() for w in self.known_words() if w.kind is WordKind.FINE}
            signs = ("address", "ticket", "telephone")
            instead = {sign: self._guidance.text(f"pack.{sign}") for sign in signs}
            document = document.map_text(lambda text: without_signs(text, instead, fine))
        if request.they:
            document = document.map_text(with_they)
        return document.map_text(with_months) if request.months else document

    def unfamiliar(
        self, request: PackRequest, texts: Sequence[str], book: AliasBook, written: Sequence[str]
    ) -> tuple[str, ...]:
        """What may be the name of someone who was never entered; nothing when names are kept.

        ``written`` are the texts as they were typed: what stands in ``texts`` alone is ours.
        """
        if request.names is NameStyle.REAL:
            return ()
        skills = [f"{skill.name} {skill.meaning}".lower() for skill in self._guidance.skills]
        vocabulary = words_of([*texts, *self._guidance.every_text(), *skills])
        named = named_in(self._nouns, thing=self._guidance.text("pack.thing"))
        given = [SOMEONE, *(book.stand_in(one.id) for one in named)]
        fine = {w.body.casefold() for w in self.known_words() if w.kind is WordKind.FINE}
        found = unfamiliar_in(
            texts, vocabulary=vocabulary, given=given, language=self._guidance.language
        )
        typed = "\n".join(written).casefold()
        asked = [w for w in found if w.casefold() not in fine and w.casefold() in typed]
        # What was taken out by itself stands last: the names in words need an answer first.
        return tuple(sorted(asked, key=is_sign))
