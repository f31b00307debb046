"""Insight without a score: a word for a year, and how one writes, told when it is asked for."""

from collections import Counter
from collections.abc import Callable
from datetime import date, timedelta

from journal_app.domain.query import Query, Search, Term, fold, words_of
from journal_app.domain.week import DAYS, Week
from journal_app.guidance.loader import Guidance
from journal_app.store.nouns import Nouns

OFFERED = 12
LAST_WEEKS = 12
_CANDIDATES, _SHORTEST = 60, 4
_WORD = "word_of_year:"


class InsightService:
    """Reads what was written; of doubts and worries nothing."""

    def __init__(
        self,
        nouns: Nouns,
        count: Callable[[Search], int],
        guidance: Guidance,
        week_of: Callable[[date], Week],
    ) -> None:
        self._nouns, self._count, self._guidance = nouns, count, guidance
        self._week_of = week_of

    def word_of(self, year: int) -> str:
        """The word the leader gave a year."""
        record = self._nouns.drafts.get(f"{_WORD}{year}") or {}
        return str(record.get("word", ""))

    def keep_word(self, year: int, word: str) -> None:
        """Give a year its word; an empty one takes it away."""
        if word.strip():
            # Among the drafts, because there an erasure looks for names.
            self._nouns.drafts.put(f"{_WORD}{year}", {"word": word.strip()})
        else:
            self._nouns.drafts.remove(f"{_WORD}{year}")

    def words_offered(self, year: int) -> list[str]:
        """Words that belong to this year more than to others, from A to Z and without numbers."""
        items = self._nouns.items.between(date(year, 1, 1), date(year, 12, 31))
        spelled: dict[str, Counter[str]] = {}
        said: Counter[str] = Counter()
        passed_over = self._passed_over()
        for item in (item for item in items if not item.private and item.kind != "answer"):
            words = {fold(word): word for word in words_of(f"{item.title} {item.body}")}
            for folded, word in words.items():
                if len(folded) >= _SHORTEST and folded not in passed_over and folded.isalpha():
                    said[folded] += 1
                    spelled.setdefault(folded, Counter())[word] += 1
        often = [word for word, times in said.most_common(_CANDIDATES) if times > 1]
        ranked = sorted(often, key=lambda word: (-(said[word] ** 2) / self._ever(word), word))
        return sorted(spelled[word].most_common(1)[0][0] for word in ranked[:OFFERED])

    def weeks_written(self, today: date) -> int:
        """In how many of the last twelve weeks anything was written; gaps mean nothing."""
        first = self._week_of(today).start - timedelta(days=(LAST_WEEKS - 1) * DAYS)
        days = self._nouns.timeline.dots(first, self._week_of(today).end)
        return len({self._week_of(day) for day in days})

    def _ever(self, word: str) -> int:
        """In how much of the whole journal a word stands."""
        search = Search(query=Query(terms=(Term((word,)),)))
        return max(1, self._count(search))

    def _passed_over(self) -> set[str]:
        names = {
            fold(word)
            for person in self._nouns.people.all()
            for name in (person.name, *person.other_names)
            for word in words_of(name)
        }
        return names | {fold(word) for word in self._guidance.texts("insight.common_words")}
