"""Words broken into at most two lines, for rows that paint themselves."""

import re
from collections.abc import Callable

# Where a line may end: after a blank, a comma or a hyphen, which stays on the line before.
_PIECES = re.compile(r"[^ ,-]*[ ,-]*")


def two_lines(words: str, room: int, width_of: Callable[[str], int], cut: Callable[[str], str]) -> tuple[str, ...]:
    """The words in one or two lines no wider than `room` pixels.

    width_of  pixels of a text
    cut       a text cut to the room with an ellipsis, for a second line that is still too long or a word without end
    """
    if width_of(words) <= room:
        return (words,)
    before, comma, after = words.rpartition(", ")  # whole identifiers where that fits, as they are read out
    if comma and max(width_of(before + ","), width_of(after)) <= room:
        return (before + ",", after)
    first = ""
    for piece in _PIECES.findall(words):
        if width_of((first + piece).rstrip()) > room:
            break
        first += piece
    if not first.strip():
        return (cut(words),)
    rest = words[len(first) :]
    return (first.rstrip(), rest if width_of(rest) <= room else cut(rest))
