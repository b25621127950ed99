"""Words that a misspelt word may mean: most of its letters in their order, or two neighbours exchanged."""

import difflib
from collections.abc import Iterable

_LEAST = 3  # letters; shorter words resemble too many others
_ALIKE_PERCENT = 80  # letters two words share in order (twice their number over both lengths)


def meant_by(word: str, known: Iterable[str]) -> set[str]:
    """The known words a misspelt one may stand for, the nearest only."""
    if len(word) < _LEAST:
        return set()
    matcher = difflib.SequenceMatcher(None, autojunk=False)
    matcher.set_seq2(word)
    best = 0
    found: set[str] = set()
    for other in known:
        if abs(len(other) - len(word)) > 2 or len(other) < _LEAST:
            continue
        if not _may_be_alike(word, other):
            continue
        matcher.set_seq1(other)
        shared = sum(block.size for block in matcher.get_matching_blocks()) + _exchanged(word, other)
        percent = 200 * shared // (len(word) + len(other))
        if percent >= max(best, _ALIKE_PERCENT):
            found = found | {other} if percent == best else {other}
            best = percent
    return found


def _exchanged(one: str, other: str) -> bool:
    """Whether they differ by two neighbours exchanged and in nothing else."""
    differing = [place for place, (left, right) in enumerate(zip(one, other, strict=False)) if left != right]
    return len(one) == len(other) and len(differing) == 2 and sorted(one) == sorted(other)


def _may_be_alike(one: str, other: str) -> bool:
    """Whether they have letters enough in common, in whatever order; quick."""
    left = list(other)
    shared = 0
    for letter in one:
        if letter in left:
            left.remove(letter)
            shared += 1
    return 200 * shared >= _ALIKE_PERCENT * (len(one) + len(other))
