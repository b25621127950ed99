"""What another workstation stored about a patient while their visit stands open here: brought in, and named in a strip.

Nothing that is typed changes, and the cursor stays where it is: a value goes only into a field that is empty and that
nobody is in; a toxicity gets a row of its own below those that are there.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.visit.lab_rows import LabRows
from gui.widgets.strip import Strip
from records.values.core import LabResult
from records.values.visits import AdverseEventRecord
from regimen.library import analytes
from regimen.numbers import plain
from regimen.unit_words import in_words


def tr(text: str) -> str:
    """Translate in the context of the Visit page."""
    return QCoreApplication.translate("VisitPage", text)


@dataclass(frozen=True, slots=True)
class Arrived:
    """What came: one sentence each. kept: something typed here says another thing and stays."""

    words: tuple[str, ...]
    kept: bool = False


def events_words(events: Iterable[AdverseEventRecord], doubled: Iterable[str]) -> tuple[str, ...]:
    """Toxicities of others in words. doubled: terms that somebody has begun to type here as well."""
    both = set(doubled)
    found = []
    for one in events:
        grade = one.entry.grades[-1].grade if one.entry.grades else None
        words = tr("{0}: {1}, grade {2}").format(one.changed_by, one.entry.term, "?" if grade is None else grade)
        found.append(f"{words} ({tr('a row of your own says it too; one of the two is enough')})"
                     if one.entry.term in both else words)  # fmt: skip
    return tuple(found)


class LabArrivals:
    """Remembers which values of the day were on record when the visit was shown."""

    def __init__(self) -> None:
        self._known: frozenset[UUID] = frozenset()

    def begin(self, labs: Iterable[LabResult]) -> None:
        """The visit is shown anew: everything on record by now is known."""
        self._known = frozenset(lab.id for lab in labs)

    def take(self, labs: Sequence[LabResult], on: date, rows: LabRows, me: str, *, fill: bool) -> Arrived:
        """Values of the day that others stored since, put into empty fields. fill: not into those of a stored visit."""
        new = [lab for lab in labs if lab.id not in self._known and lab.on == on and lab.by != me]
        self.begin(labs)
        words, kept = [], False
        for lab in new:
            row = rows.rows.get(lab.analyte)
            typed = row.value.text().strip() if row is not None else ""
            busy = row is not None and any(one.edit.hasFocus() for one in (row.value, row.lln, row.uln))
            said = f"{lab.by}: {_said(lab)}"
            if typed == format(lab.value, "f") and row is not None and row.unit == lab.unit:
                continue
            if typed or busy or not fill:
                kept = kept or bool(typed)
                words.append(f"{said} ({tr('what is typed here stays')})" if typed else said)
                continue
            rows.take(lab.analyte, format(lab.value, "f"), lab.unit, _limit(lab.lln), _limit(lab.uln))
            words.append(said)
        return Arrived(tuple(words), kept)


def _said(lab: LabResult) -> str:
    found = analytes().get(lab.analyte)
    return f"{found.title if found is not None else lab.analyte} {plain(lab.value)} {in_words(lab.unit)}"


def _limit(value: object) -> str:
    return "" if value is None else f"{value}"


class ArrivedStrip(Strip):
    """Above the page until somebody closes it; what comes later joins what stands there."""

    def __init__(self, page: QWidget) -> None:
        super().__init__("visit_arrived", closable=True)
        self._said: list[str] = []
        whole = page.layout()
        assert isinstance(whole, QVBoxLayout)
        whole.insertWidget(whole.count() - 1, self)
        self.closed.connect(self._said.clear)

    def add(self, arrived: Arrived) -> None:
        """Name what came; nothing is shown where nothing did."""
        if arrived.words:
            self._said += arrived.words
            tone = "warn" if arrived.kept else "note"
            self.say(tone, "\n".join(self._said), tr("Stored at another workstation meanwhile"))  # type: ignore[arg-type]

    def forget(self) -> None:
        """Another visit is shown."""
        self._said.clear()
        self.clear()
