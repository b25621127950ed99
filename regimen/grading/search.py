"""Terms found by name, synonym, lay word or code: "tingling" offers neuropathy and paraesthesia."""

import difflib
import re
import unicodedata
from collections.abc import Collection
from dataclasses import dataclass
from functools import cache

from regimen.grading.criteria import criteria_list
from regimen.grading.terms import Term, terms

# Words that carry nothing in "pain in the hand".
_SMALL = frozenset({"a", "an", "and", "at", "in", "my", "of", "on", "or", "the", "to", "with"})
# Spelling on either side of the Atlantic, put to one form on both sides of the comparison.
_ONE_SPELLING = (("ae", "e"), ("oe", "e"), ("our", "or"), ("leuco", "leuko"))
_MOST_TEXT = 100
_ALIKE_PERCENT = 80  # letters two words share in order (twice their number over both lengths)


@dataclass(frozen=True, slots=True)
class Found:
    """One term offered. by: the word that found it, "" where its own name did."""

    term: Term
    quick: bool
    by: str


@dataclass(frozen=True, slots=True)
class _Entry:
    term: Term
    quick: bool
    relevance: frozenset[str]
    place: int
    name: str
    words: tuple[tuple[str, str], ...]


def _plain(text: str) -> str:
    letters = unicodedata.normalize("NFKD", text.casefold())
    kept = "".join(letter for letter in letters if not unicodedata.combining(letter))
    for written, form in _ONE_SPELLING:
        kept = kept.replace(written, form)
    return " ".join(re.findall(r"[a-z0-9]+", kept))


@cache
def _entries(version: str) -> tuple[_Entry, ...]:
    known = criteria_list()
    found = []
    for place, term in enumerate(terms(version)):
        codes = (term.code, *(known.successors.get(term.code, ()) if version == "6.0" else ()))
        sources = [known.by_code[code] for code in codes if code in known.by_code]
        written = dict.fromkeys(word for source in sources for word in source.words)
        if version == "6.0" and term.code not in known.by_code:
            written |= dict.fromkeys(source.term.name for source in sources)
        found.append(_Entry(
            term, any(source.quick for source in sources),
            frozenset(word for source in sources for word in source.relevance), place, _plain(term.name),
            tuple((word, _plain(word)) for word in written),
        ))  # fmt: skip
    return tuple(found)


def search(text: str, version: str = "5.0", relevance: Collection[str] = (), most: int = 20) -> tuple[Found, ...]:
    """The terms a text may mean, best first; nothing for an empty text.

    version    "5.0" or "6.0"
    relevance  drugs of the course (words of criteria.RELEVANCE); among equal finds their terms come first
    most       how many at most
    raises     Refused: a version that is not known
    """
    wanted = _plain(text[:_MOST_TEXT])
    entries = _entries(version)
    if not wanted:
        return ()
    hits = [(rank, entry) for entry in entries if (rank := _rank(wanted, entry)) is not None]
    if not hits:
        hits = [(rank, entry) for entry in entries if (rank := _misspelt(wanted, entry)) is not None]
    drugs = frozenset(relevance)
    hits.sort(key=lambda hit: (hit[0][0], not hit[1].quick, not hit[1].relevance & drugs, hit[1].place))
    return tuple(Found(entry.term, entry.quick, rank[1]) for rank, entry in hits[:most])


def _rank(wanted: str, entry: _Entry) -> tuple[int, str] | None:
    """How well an entry fits, 0 best, and the word by which it does."""
    if wanted in {entry.name, entry.term.code}:
        return 0, ""
    parts = [part for part in wanted.split() if part not in _SMALL] or wanted.split()
    ranks = [(2, "")] if entry.name.startswith(wanted) else []
    ranks += [(4, "")] if _all_begin(parts, entry.name) else []
    for written, word in entry.words:
        if word == wanted:
            ranks.append((1, written))
        elif word.startswith(wanted):
            ranks.append((3, written))
        elif _all_begin(parts, word):
            ranks.append((5, written))
    if not ranks and len(parts) > 1:
        joined = " ".join((entry.name, *(word for _, word in entry.words)))
        ranks += [(6, "")] if _all_begin(parts, joined) else []
    return min(ranks, default=None)


def _all_begin(parts: list[str], words: str) -> bool:
    """Whether each part begins some word."""
    line = f" {words}"  # words stand one space apart
    return all(f" {part}" in line for part in parts)


def _misspelt(wanted: str, entry: _Entry) -> tuple[int, str] | None:
    """Asked only when nothing fits: a name or word that differs by a letter or two."""
    if len(wanted) < 4:
        return None
    names = [("", entry.name), *(("", part) for part in entry.name.split()), *entry.words]
    for written, word in names:
        if abs(len(word) - len(wanted)) <= 2 and _alike(wanted, word):
            return 7, written
    return None


def _alike(one: str, other: str) -> bool:
    """Whether most letters of two words agree in their order."""
    shared = sum(
        block.size for block in difflib.SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks()
    )
    return 200 * shared >= _ALIKE_PERCENT * (len(one) + len(other))
