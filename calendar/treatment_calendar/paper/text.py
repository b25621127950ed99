"""Text from a keyboard made fit for paper, and wrapped by measure. Nothing is interpreted, nothing is lost unseen."""

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from treatment_calendar.paper.fonts import JOINER, REPLACEMENT, Face, font_of, width

NBSP = "\N{NO-BREAK SPACE}"
MOST_MARKS = 2  # combining marks on one letter; more would be drawn over the neighbouring lines

# Signs the print fonts do not have, in the letters the trade writes for them.
SPELLED = {"≥": ">=", "≤": "<=", "≠": "not =", "≈": "about ", "√": "sqrt", "→": "->", "∞": "infinite", "\u202f": NBSP}

# Written from right to left: without that direction the letters would stand in the wrong order.
RIGHT_TO_LEFT = frozenset({"R", "AL", "AN"})
REFUSED_CATEGORIES = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})

NO_LINE_START = frozenset("，。、；：？！）」』】》〉”’％%…·,.;:?!)]}°")
NO_LINE_END = frozenset("（「『【《〈“‘([{")


@dataclass(frozen=True, slots=True)
class Clean:
    """A text ready to draw; replaced: characters that stand as the replacement sign; shortened: it was too long."""

    text: str
    replaced: int
    shortened: bool


@lru_cache(maxsize=4_000)
def clean(text: str, most: int = 500) -> Clean:
    """Normalise to NFC and put the visible replacement sign where a character cannot or must not be printed.

    Control, format (zero-width, direction), private, surrogate and unassigned characters, letters written from right to
    left, combining marks piled up, and letters neither font has. Longer than `most` characters: cut there, and said so.
    """
    shortened = len(text) > most
    if shortened:
        text = text[:most]
    # A lone surrogate cannot be normalised everywhere; it is replaced first.
    text = "".join(REPLACEMENT if "\ud800" <= char <= "\udfff" else char for char in text)
    out: list[str] = []
    replaced = marks = 0
    for char in unicodedata.normalize("NFC", text):
        category = unicodedata.category(char)
        marks = marks + 1 if category.startswith("M") else 0
        if char in SPELLED:
            out.append(SPELLED[char])
        elif category == "Zs":
            out.append(NBSP if char == NBSP else " ")
        elif char == REPLACEMENT or not _printable(char, category, marks, bool(out)):
            out.append(REPLACEMENT)
            replaced += 1
        else:
            out.append(char)
    return Clean("".join(out), replaced, shortened)


def _printable(char: str, category: str, marks: int, has_base: bool) -> bool:
    if category in REFUSED_CATEGORIES or marks > MOST_MARKS or (marks and not has_base):
        return False
    if unicodedata.bidirectional(char) in RIGHT_TO_LEFT:
        return False
    if marks and not "\u0300" <= char <= "\u036f":
        return False
    if "\u0900" <= char <= "\u10ff" and not char >= "\u10a0":  # scripts of India and its neighbours need shaping
        return False
    return font_of(char, "regular") is not None and font_of(char, "bold") is not None


def _wide(char: str) -> bool:
    """Whether a line may break beside the character without a space (Chinese, Japanese, Korean)."""
    return char >= "\u2e80" and unicodedata.east_asian_width(char) in {"W", "F"}


@lru_cache(maxsize=4_000)
def keep(text: str) -> str:
    """A name, date or dose that must not be broken over two lines."""
    out: list[str] = []
    for char in text.replace(" ", NBSP):
        if out and (_wide(char) or _wide(out[-1])):
            out.append(JOINER)
        out.append(char)
    return "".join(out)


def plain(text: str) -> str:
    """A text that is drawn on one line without wrapping."""
    return text.replace(JOINER, "")


def _pieces(text: str) -> list[tuple[str, bool]]:
    """(piece, space before it): the smallest pieces a line may break between."""
    pieces: list[tuple[str, bool]] = []
    for position, word in enumerate(text.split(" ")):
        current = ""
        spaced = position > 0
        joined = False
        for char in word:
            if char == JOINER:
                joined = True
                continue
            may_break = bool(current) and not joined and (_wide(char) or _wide(current[-1]))
            joined = False
            if may_break and char not in NO_LINE_START and current[-1] not in NO_LINE_END:
                pieces.append((current, spaced))
                current, spaced = char, False
            else:
                current += char
        pieces.append((current, spaced))
    return pieces


def _broken(piece: str, face: Face, size: float, room: float) -> list[str]:
    """A piece wider than the line, in parts that fit: at kept spaces, else after a hyphen or slash, else anywhere."""
    parts: list[str] = []
    current = ""
    for word in piece.split(NBSP):
        joined = f"{current}{NBSP}{word}" if current else word
        if width(joined, face, size) <= room:
            current = joined
            continue
        if current:
            parts.append(current)
        current = ""
        for char in word:
            if current and width(current + char, face, size) > room:
                at = max(current.rfind(sign) for sign in "-/") + 1 or len(current)
                parts.append(current[:at])
                current = current[at:]
            current += char
    parts.append(current)
    return parts


@lru_cache(maxsize=20_000)
def wrap(text: str, face: Face, size: float, room: float) -> tuple[str, ...]:
    """Lines no wider than `room` points. Breaks at spaces and beside wide characters, inside a word only if it must."""
    lines: list[str] = []
    line = ""
    for piece, spaced in _pieces(text):
        joined = f"{line} {piece}" if spaced and line else line + piece
        if not line or width(joined, face, size) <= room:
            line = joined
        else:
            lines.append(line)
            line = piece
        if width(line, face, size) > room:
            parts = _broken(line, face, size, room)
            lines.extend(parts[:-1])
            line = parts[-1]
    lines.append(line)
    return tuple(lines)


@lru_cache(maxsize=4_000)
def widest_word(text: str, face: Face, size: float) -> float:
    """Points the widest unbreakable piece needs."""
    return max(width(piece, face, size) for piece, _ in _pieces(text))
