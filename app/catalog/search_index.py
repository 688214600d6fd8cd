"""Which items a query means: an index of their words, built once a version, ranked in Python."""

import heapq
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import chain

from rapidfuzz import fuzz, process

from app.catalog.model import Item
from app.catalog.spelling import code_of, in_other_layouts, spell, words_of

FIELD_WEIGHTS = (1.0, 0.95, 0.6)
"""How much a hit counts in the SKU, in the name, in anything else."""
EXACT, PREFIX, INSIDE = 1.0, 0.9, 0.7
WHOLE_CODE, CODE_PREFIX = 3.0, 0.95
OTHER_LAYOUT = 0.92
PARTLY = 0.5
FUZZY_CUTOFF = 74
MIN_FUZZY_LENGTH = 4
MIN_INSIDE_LENGTH = 3
MAX_WORDS_PER_TERM = 60
MAX_QUERY_TERMS = 8
LAST_LETTER = "\uffff"
MAX_QUERY_LENGTH = 200


def search_words(item: Item) -> str:
    """What search compares of an item: its code, then a line of words for each field."""
    rest = chain(item.category.values(), item.characteristics.values(), item.description.values())
    attributes = (f"{name} {value}" for name, value in item.attributes.items())
    lines = (
        code_of(item.sku),
        " ".join(words_of(item.sku)),
        " ".join(dict.fromkeys(word for name in item.name.values() for word in words_of(name))),
        " ".join(dict.fromkeys(word for text in chain(rest, attributes) for word in words_of(text))),
    )
    return "\n".join(lines)


@dataclass(slots=True)
class SearchIndex:
    """The words of every item, by field; positions are those of `skus`."""

    skus: list[str] = field(default_factory=list)
    codes: list[str] = field(default_factory=list)
    fields: "tuple[dict[str, array[int]], ...]" = field(default_factory=lambda: ({}, {}, {}))
    vocabulary: list[str] = field(default_factory=list)

    @classmethod
    def build(cls, entries: Iterable[tuple[str, str]]) -> "SearchIndex":
        """The index of (SKU, `search_words`) pairs, in the catalogue's order."""
        index = cls()
        for position, (sku, words) in enumerate(entries):
            code, *lines = words.split("\n")
            index.skus.append(sku)
            index.codes.append(code)
            for postings, line in zip(index.fields, lines, strict=True):
                for word in line.split():
                    postings.setdefault(word, array("I")).append(position)
        index.vocabulary = sorted(set(chain.from_iterable(index.fields)))
        return index

    def search(self, query: str, *, limit: int) -> list[str]:
        """SKUs of the best matches, best first; all items in order for an empty query."""
        query = query.strip()[:MAX_QUERY_LENGTH]
        if not query:
            return self.skus[:limit]
        scores = self._scores(query, 1.0)
        if max(scores.values(), default=0.0) < PREFIX * FIELD_WEIGHTS[1]:
            for variant in in_other_layouts(query):
                for position, score in self._scores(variant, OTHER_LAYOUT).items():
                    scores[position] = max(score, scores.get(position, 0.0))
        best = heapq.nsmallest(limit, scores.items(), key=lambda pair: (-pair[1], pair[0]))
        return [self.skus[position] for position, _ in best]

    def _scores(self, query: str, weight: float) -> dict[int, float]:
        """How well each item fits, by position."""
        terms = _terms(query)
        hits = [self._term_scores(term) for term in terms]
        scores = _together(hits)
        for position, score in self._code_scores(query).items():
            scores[position] = max(score, scores.get(position, 0.0))
        return {position: score * weight for position, score in scores.items()}

    def _code_scores(self, query: str) -> dict[int, float]:
        code = code_of(query)
        if not code:
            return {}
        found = {}
        for position, known in enumerate(self.codes):
            if known.startswith(code):
                found[position] = WHOLE_CODE if known == code else CODE_PREFIX
        return found

    def _term_scores(self, term: str) -> dict[int, float]:
        """The best hit of one word in each item."""
        scores: dict[int, float] = {}
        for word, quality in self._words_like(term):
            for postings, weight in zip(self.fields, FIELD_WEIGHTS, strict=True):
                score = quality * weight
                for position in postings.get(word, ()):
                    if score > scores.get(position, 0.0):
                        scores[position] = score
        return scores

    def _words_like(self, term: str) -> Sequence[tuple[str, float]]:
        """Words of the vocabulary that may be meant, with how surely."""
        found = {word: _prefix_quality(term, word) for word in self._beginning_with(term)}
        if not found and len(term) >= MIN_INSIDE_LENGTH:
            found = {word: INSIDE for word in self.vocabulary if term in word}
        if not found and term.isalpha() and len(term) >= MIN_FUZZY_LENGTH:
            for word, quality in self._misspelt(term):
                found[word] = max(quality, found.get(word, 0.0))
        return heapq.nlargest(MAX_WORDS_PER_TERM, found.items(), key=lambda pair: pair[1])

    def _beginning_with(self, term: str) -> list[str]:
        """Words with that beginning; the vocabulary is sorted, so they stand together."""
        start = bisect_left(self.vocabulary, term)
        end = bisect_left(self.vocabulary, term + LAST_LETTER, lo=start)
        return self.vocabulary[start:end]

    def _misspelt(self, term: str) -> Iterable[tuple[str, float]]:
        """Words, or beginnings of words, that differ from the term by a slip or two."""
        whole = process.extract(
            term, self.vocabulary, scorer=fuzz.ratio, score_cutoff=FUZZY_CUTOFF, limit=MAX_WORDS_PER_TERM
        )
        beginnings = [word[: len(term)] for word in self.vocabulary]
        begun = process.extract(
            term, beginnings, scorer=fuzz.ratio, score_cutoff=FUZZY_CUTOFF, limit=MAX_WORDS_PER_TERM
        )
        for word, score, _ in whole:
            yield word, INSIDE * score / 100
        for _, score, position in begun:
            yield self.vocabulary[position], INSIDE * PREFIX * score / 100


def _terms(query: str) -> list[str]:
    """The words to look for: letters and digits that stand together are one word where that is known."""
    runs = [words_of(run) for run in query.split()]
    terms = [word for words in runs for word in (words[:-1] if len(words) > 1 else words)]
    return list(dict.fromkeys(terms or [spell(query)]))[:MAX_QUERY_TERMS]


def _prefix_quality(term: str, word: str) -> float:
    """1 for the word itself, less the more of it is still missing."""
    if term == word:
        return EXACT
    return PREFIX - 0.1 * (1 - len(term) / len(word))


def _together(hits: Sequence[dict[int, float]]) -> dict[int, float]:
    """Items that have every word; if none has, those with most of them."""
    if not hits:
        return {}
    smallest = min(hits, key=len)
    everywhere = {
        position: sum(hit[position] for hit in hits) / len(hits)
        for position in smallest
        if all(position in hit for hit in hits)
    }
    if everywhere or len(hits) == 1:
        return everywhere
    scores: dict[int, float] = {}
    for hit in hits:
        for position, score in hit.items():
            scores[position] = scores.get(position, 0.0) + score * PARTLY / len(hits)
    enough = max(scores.values(), default=0.0) * PARTLY
    return {position: score for position, score in scores.items() if score >= enough}
