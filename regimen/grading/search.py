"""Terms found by name, synonym, lay word or code: "tingling" offers neuropathy and paraesthesia."""

import re
import unicodedata
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cache

from regimen.grading.criteria import criteria_list
from regimen.grading.lay_words import lay_words
from regimen.grading.misspelling import meant_by
from regimen.grading.terms import Term, terms

# Spelling on either side of the Atlantic, put to one form on both sides of the comparison.
_ONE_SPELLING = (("ae", "e"), ("oe", "e"), ("our", "or"), ("leuco", "leuko"))
_MOST_TEXT = 100
_APOSTROPHES = str.maketrans("", "", "'’ʼ`´")
_LEAST_WORDS = 2
_LEAST_SHARE = 50  # per cent of what was said that a term must answer to, where none answers to all of it


@dataclass(frozen=True, slots=True)
class Found:
    """One term offered. by: the word that found it, "" where its own name did."""

    term: Term
    quick: bool
    by: str


@dataclass(frozen=True, slots=True)
class _Phrase:
    """The name (written: "") or one word of a term; meant: what its telling words stand for."""

    written: str
    plain: str
    meant: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Entry:
    """phrases begin with the name; meant: all that they stand for."""

    term: Term
    quick: bool
    relevance: frozenset[str]
    place: int
    phrases: tuple[_Phrase, ...]
    line: str
    meant: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Fit:
    """rank: 0 best; by: the word that fits; often: how many words of the term do."""

    rank: int
    by: str
    often: int = 0


def _plain(text: str) -> str:
    letters = unicodedata.normalize("NFKD", text.casefold().translate(_APOSTROPHES))
    kept = "".join(letter for letter in letters if not unicodedata.combining(letter))
    for written, form in _ONE_SPELLING:
        kept = kept.replace(written, form)
    return " ".join(re.findall(r"[a-z0-9]+", kept))


def _meaning(word: str) -> str:
    """The one word that stands for a word and its like; a plural is its singular."""
    same = lay_words().same
    single = word.removesuffix("s") if len(word) > 3 and not word.endswith(("ss", "us", "is")) else word
    return same.get(word) or same.get(single) or single


def _telling(plain: str) -> list[str]:
    """The words that tell something: no "the", and no number beside a word ("temp 38.5")."""
    small = lay_words().small
    words = [word for word in plain.split() if word not in small]
    return [word for word in words if not word.isdecimal()] or words


def _meant(plain: str) -> frozenset[str]:
    return frozenset(_meaning(word) for word in _telling(plain))


def _phrase(written: str, text: str) -> _Phrase:
    plain = _plain(text)
    return _Phrase(written, plain, _meant(plain))


@cache
def _entries(version: str) -> tuple[_Entry, ...]:
    known, lay = criteria_list(), lay_words().by_code
    found = []
    for place, term in enumerate(terms(version)):
        codes = (term.code, *(known.successors.get(term.code, ()) if version == "6.0" else ()))
        sources = [known.by_code[code] for code in codes if code in known.by_code]
        written = dict.fromkeys(word for source in sources for word in source.words)
        written |= dict.fromkeys(lay.get(term.code, ()))
        if version == "6.0" and term.code not in known.by_code:
            written |= dict.fromkeys(source.term.name for source in sources)
        phrases = (_phrase("", term.name), *(_phrase(word, word) for word in written))
        found.append(_Entry(
            term, any(source.quick for source in sources),
            frozenset(word for source in sources for word in source.relevance), place, phrases,
            f" {' '.join(phrase.plain for phrase in phrases)}",
            frozenset(word for phrase in phrases for word in phrase.meant),
        ))  # fmt: skip
    return tuple(found)


@cache
def _weights(version: str) -> dict[str, int]:
    """How much each word tells: the rarer among the terms, the more."""
    entries = _entries(version)
    counts: dict[str, int] = {}
    for entry in entries:
        for word in entry.meant:
            counts[word] = counts.get(word, 0) + 1
    return {word: (len(entries) // count).bit_length() for word, count in counts.items()}


@cache
def _vocabulary(version: str) -> frozenset[str]:
    """Every word that can be meant by a misspelt one, as it is written."""
    written = {word for entry in _entries(version) for word in entry.line.split()}
    return frozenset(written | set(lay_words().same) | lay_words().small)


def _choices(wanted: str, version: str) -> list[set[str]]:
    """For each word what it can mean: itself, or the words it resembles; nothing where it resembles none."""
    known, words, small = _weights(version), _vocabulary(version), lay_words().small
    choices = []
    for word in _telling(wanted):
        meaning = _meaning(word)
        resembled = set() if meaning in known else meant_by(word, words)
        if not resembled or resembled - small:
            choices.append({meaning} if meaning in known else {_meaning(one) for one in resembled - small})
    return choices


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
    meant = _meant(wanted)
    hits = [(fit, entry) for entry in entries if (fit := _fit(wanted, meant, entry)) is not None]
    if not hits:
        choices = _choices(wanted, version)
        hits = _misspelt(choices, version) or _in_part(choices, version)
    drugs = frozenset(relevance)
    hits.sort(
        key=lambda hit: (hit[0].rank, not hit[1].quick, -hit[0].often, not hit[1].relevance & drugs, hit[1].place)
    )
    return tuple(Found(entry.term, entry.quick, fit.by) for fit, entry in hits[:most])


def _fit(wanted: str, meant: frozenset[str], entry: _Entry) -> _Fit | None:
    """How well an entry fits, None where it does not."""
    if wanted in {entry.phrases[0].plain, entry.term.code}:
        return _Fit(0, "")
    parts = _telling(wanted) or wanted.split()
    begun = _all_begin(parts, entry.line)
    if not begun and not meant <= entry.meant:
        return None
    ranks = []
    for place, phrase in enumerate(entry.phrases):
        if phrase.plain == wanted:
            ranks.append((1, phrase.written))
        elif phrase.plain.startswith(wanted):
            longer = phrase.plain.count(" ") > wanted.count(" ")  # "tingling" before "tingling lips"
            ranks.append(((4 if longer else 3) if place else 2, phrase.written))
        elif _all_begin(parts, f" {phrase.plain}"):
            ranks.append((6 if place else 5, phrase.written))
        elif meant and meant <= phrase.meant:
            ranks.append((7 if meant == phrase.meant else 8, phrase.written))
    if not ranks:
        return _Fit(9, "") if begun and len(meant) > 1 else None
    rank, written = min(ranks)
    return _Fit(rank, written, len(ranks))


def _all_begin(parts: Iterable[str], line: str) -> bool:
    """Whether each part begins some word of a line, in which a space stands before every word."""
    return all(f" {part}" in line for part in parts)


def _misspelt(choices: list[set[str]], version: str) -> list[tuple[_Fit, _Entry]]:
    """Asked only when nothing fits: a word that differs by a letter or two is taken as the words it resembles."""
    if not choices or not all(choices):
        return []
    hits = []
    for entry in _entries(version):
        if not all(choice & entry.meant for choice in choices):
            continue
        ranks = [
            (10 if len(phrase.meant) == len(choices) else 11, phrase.written)
            for phrase in entry.phrases
            if all(choice & phrase.meant for choice in choices)
        ]
        hits.append((_Fit(*min(ranks, default=(12, ""))), entry))
    return hits


def _in_part(choices: list[set[str]], version: str) -> list[tuple[_Fit, _Entry]]:
    """Asked last: terms that answer to the greater part of what was said, rare words counting more."""
    if len(choices) < _LEAST_WORDS:
        return []
    weights = _weights(version)
    unknown = len(_entries(version)).bit_length()
    worth = [max((weights.get(word, unknown) for word in choice), default=unknown) for choice in choices]
    hits = []
    for entry in _entries(version):
        best = max(entry.phrases, key=lambda phrase: _share(choices, worth, phrase.meant))
        share = _share(choices, worth, best.meant)
        if share >= _LEAST_SHARE:
            hits.append((_Fit(200 - share, best.written), entry))
    return hits


def _share(choices: list[set[str]], worth: list[int], meant: frozenset[str]) -> int:
    """Per cent of the worth of what was said that a phrase answers to."""
    answered = sum(value for choice, value in zip(choices, worth, strict=True) if choice & meant)
    return 100 * answered // sum(worth)
