"""How a reading is typed: millimetres, pieces of a lesion that split, or one letter for what has no number."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from PySide6.QtCore import QCoreApplication

from gui.widgets.number_rule import read_number
from records.values.responses import NewReading, TargetReading

Kind = Literal["target", "nontarget", "new", "new_lesion", "marker"]
#: No lesion on a scan of a person is longer, in mm.
MOST_MM = Decimal(500)
MOST_PIECES = 20


@dataclass(frozen=True, slots=True)
class Word:
    """One letter, what it stands for in the records, and in words."""

    letter: str
    code: str
    words: str


@dataclass(frozen=True, slots=True)
class Read:
    """A reading understood: a code, and sizes in mm where it was measured."""

    code: str
    pieces_mm: tuple[Decimal, ...] = ()


def _tr(text: str) -> str:
    return QCoreApplication.translate("ReadingRule", text)


def vocabulary(kind: Kind) -> tuple[Word, ...]:
    """The letters of a kind of field, in the order in which they are offered."""
    return {
        "target": (
            Word("t", "too_small", _tr("too small")), Word("a", "absent", _tr("absent")),
            Word("n", "not_evaluated", _tr("not evaluated")),
        ),
        "nontarget": (
            Word("p", "present", _tr("present")), Word("a", "absent", _tr("absent")),
            Word("g", "unequivocal_pd", _tr("grown beyond doubt")), Word("n", "not_evaluated", _tr("not evaluated")),
        ),
        "new": (
            Word("p", "present", _tr("present")), Word("g", "grew", _tr("grown")), Word("a", "absent", _tr("absent")),
        ),
        "new_lesion": (
            Word("n", "none", _tr("none")), Word("d", "equivocal", _tr("in doubt")),
            Word("s", "unequivocal", _tr("beyond doubt")),
        ),
        "marker": (
            Word("n", "normal", _tr("normal")), Word("a", "above", _tr("above normal")),
            Word("r", "not_reported", _tr("not reported")),
        ),
    }[kind]  # fmt: skip


def measured(kind: Kind) -> bool:
    """Whether a size can be typed."""
    return kind in ("target", "new")


def words_of(kind: Kind, code: str) -> str:
    """A stored code in words."""
    return next((word.words for word in vocabulary(kind) if word.code == code), code)


def offered(kind: Kind) -> str:
    """What can be typed, for the hint: "mm, 20+14, or t too small, a absent"."""
    letters = ", ".join(f"{word.letter} {word.words}" for word in vocabulary(kind))
    if kind == "target":
        return _tr("mm, pieces as 20+14, or {0}").format(letters)
    return _tr("mm, or {0}").format(letters) if kind == "new" else letters


def read_reading(kind: Kind, text: str) -> Read | str:
    """The reading in a text, or one sentence why it is none."""
    said = " ".join(text.casefold().split())
    for word in vocabulary(kind):
        if said in (word.letter, word.words.casefold()):
            return Read(word.code)
    if not measured(kind) or not any(sign.isdigit() for sign in text):
        return _tr("Type {0}.").format(offered(kind))
    parts = text.strip().split("+")
    if len(parts) > (MOST_PIECES if kind == "target" else 1):
        return _tr("At most {0} pieces can be read.").format(MOST_PIECES) if kind == "target" else _tr("One size only.")
    pieces = []
    if not all(part.strip() for part in parts):
        return _tr("A size is missing beside the +.")
    for part in parts:
        size = read_number(part.strip(), 2)
        if isinstance(size, str):
            return size
        if size == 0:
            return _tr("0 mm: type a where it is gone, t where it is seen but too small to measure.")
        if size > MOST_MM:
            return _tr("{0} mm cannot be right; accepted here: up to {1} mm.").format(format(size, "f"), MOST_MM)
        pieces.append(size)
    return Read("measured" if kind == "target" else "present", tuple(pieces))


def understood(kind: Kind, text: str, read: Read) -> str:
    """What was understood, where that is more than what stands there."""
    if len(read.pieces_mm) > 1:
        return f"{' + '.join(format(one, 'f') for one in read.pieces_mm)} = {sum(read.pieces_mm)} mm"
    if read.pieces_mm and format(read.pieces_mm[0], "f") != text.strip():
        return _tr("read as {0} mm").format(format(read.pieces_mm[0], "f"))
    if kind == "target":
        return {"too_small": _tr("counted as 5 mm"), "absent": _tr("counted as 0 mm")}.get(read.code, "")
    if not read.pieces_mm and len(text.strip()) == 1:
        return words_of(kind, read.code)
    return ""


def target_reading(read: Read) -> TargetReading:
    """A target as it is stored."""
    return TargetReading(read.code, read.pieces_mm)  # type: ignore[arg-type]  # a code of the vocabulary


def new_reading(read: Read) -> NewReading:
    """A named new lesion as it is stored."""
    return NewReading(read.code, read.pieces_mm[0] if read.pieces_mm else None)  # type: ignore[arg-type]


def target_text(reading: TargetReading) -> str:
    """A stored target as it would be typed."""
    if reading.state == "measured":
        return "+".join(format(piece, "f") for piece in reading.pieces_mm)
    return words_of("target", reading.state)


def new_text(reading: NewReading) -> str:
    """A stored new lesion as it would be typed."""
    return format(reading.mm, "f") if reading.mm is not None else words_of("new", reading.state)
