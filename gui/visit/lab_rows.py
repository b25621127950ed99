"""Laboratory values of the day, one row each: value, limits of normal, and the grade it makes, live and exact."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QPushButton, QVBoxLayout, QWidget

from gui.theme.metrics import em, px
from gui.theme.tokens import Tone
from gui.visit.two_versions import TwoGrades, chip_words, difference_words, two_grades
from gui.widgets.card import Chip, Label, Muted
from gui.widgets.naming import set_property
from gui.widgets.number_field import NumberField
from regimen.analytes import Analyte, analyte, analytes
from regimen.errors import RegimenError
from regimen.unit_words import in_words, unit_words

if TYPE_CHECKING:
    from regimen.grading.lab_grade import LabGrade

_GRADE_TONES: dict[int, Tone] = {0: "plain", 1: "note", 2: "warn", 3: "stop", 4: "stop", 5: "stop"}
HEADS = 5


def tr(text: str) -> str:
    """Translate in the context of the Visit page."""
    return QCoreApplication.translate("VisitPage", text)


@dataclass(frozen=True, slots=True)
class KnownLab:
    """What is known of one test before today: the unit and limits last reported, and the patient's baseline."""

    unit: str
    lln: Decimal | None = None
    uln: Decimal | None = None
    baseline: Mapping[str, Decimal] | None = None  # unit -> value before the course began

    def baseline_in(self, unit: str) -> Decimal | None:
        """The baseline in one unit, None where it was never reported in it: nothing is converted."""
        return (self.baseline or {}).get(unit)


@dataclass(frozen=True, slots=True)
class TypedLab:
    """One value as typed today."""

    analyte: str
    value: Decimal
    unit: str
    lln: Decimal | None
    uln: Decimal | None


def grade_of(lab: TypedLab, known: KnownLab, version: str) -> "LabGrade | None":
    """The grade of one value; None where no term of the CTCAE is graded from this test."""
    from regimen.grading.lab_grade import LabResult, grade_lab
    from regimen.grading.measures import measures

    title = analyte(lab.analyte).title
    by_word = measures().by_word
    measure = by_word.get(lab.analyte) or by_word.get(title.lower())
    if measure is None:
        return None
    result = LabResult("", measure.name, lab.value, lab.unit, lab.lln, lab.uln, known.baseline_in(lab.unit))
    try:
        return grade_lab(result, version)
    except RegimenError:
        return None


class DenseNumber(NumberField):
    """A number in a table: only what cannot be used, or is out of the ordinary, takes a line below it."""

    def update_message(self) -> None:
        """A value that was understood is read back by the screen reader alone."""
        super().update_message()
        self.message.setVisible(bool(self._refusal) or self._note is not None)


class LabRow:
    """The widgets of one test in the table."""

    def __init__(self, found: Analyte, known: KnownLab) -> None:
        self.analyte = found
        self.known = known
        self.unit = known.unit
        name = f"lab_{found.name}"
        self.title = Label(found.title, "label", wrap=True)
        self.unit_button = QPushButton()
        self.unit_button.setProperty("role", "unit")
        self.unit_button.setObjectName(f"{name}_unit")
        self.unit_button.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.value = self._number(name)
        self.lln = self._number(f"{name}_lln")
        self.uln = self._number(f"{name}_uln")
        self.grade = Chip("")
        self.grade.setObjectName(f"{name}_grade")
        self.grade.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.set_unit(known.unit)
        for field, limit in ((self.lln, known.lln), (self.uln, known.uln)):
            field.set_text("" if limit is None else f"{limit:f}")

    def _number(self, name: str) -> NumberField:
        field = DenseNumber("", "", decimals=3, optional=True, name=name)
        field.label.hide()
        return field

    def set_unit(self, unit: str) -> None:
        """Another unit of the report; what is typed stays and is graded in it."""
        self.unit = unit
        title, read = self.analyte.title, unit_words(unit)
        self.unit_button.setText(read if len(self.analyte.units) == 1 else f"{read} ▾")
        self.unit_button.setAccessibleName(tr("Unit of {0}: {1}; press for another").format(title, read))
        self.value.edit.setAccessibleName(f"{title} ({read})")
        self.lln.edit.setAccessibleName(tr("{0}, lower limit of normal ({1})").format(title, read))
        self.uln.edit.setAccessibleName(tr("{0}, upper limit of normal ({1})").format(title, read))

    def next_unit(self) -> str:
        """The unit after this one in the list of those accepted."""
        units = list(self.analyte.units)
        return units[(units.index(self.unit) + 1) % len(units)] if self.unit in units else units[0]

    def typed(self) -> TypedLab | None:
        """The value of today, None while empty or refused."""
        value = self.value.value()
        if value is None:
            return None
        return TypedLab(self.analyte.name, value, self.unit, self.lln.value(), self.uln.value())


class LabRows(QWidget):
    """`changed()` after each key. Enter goes to the next test; a reason stands below the table for each grade."""

    changed = Signal()

    def __init__(self, names: Sequence[str], known: Mapping[str, KnownLab], version: str, shown: str = "") -> None:
        super().__init__()
        self.setProperty("role", "clear")
        self.rows: dict[str, LabRow] = {}
        self.grades: dict[str, LabGrade | None] = {}
        self._known, self._version, self._shown = known, version, shown or version
        self._filling = False
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(px(4))
        self._grid.setVerticalSpacing(px(4))
        self._grid.setColumnStretch(0, 1)
        heads = (tr("Test"), tr("Value"), tr("from"), tr("to"), tr("Grade"))
        for place, words in enumerate(heads):
            self._grid.addWidget(Label(words, "small"), 0, place)
        self.reasons = Muted("", small=True)
        self.reasons.setObjectName("lab_reasons")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        column.addLayout(self._grid)
        column.addWidget(self.reasons)
        for name in names:
            self.add(name)
        self._grade()

    def add(self, name: str) -> LabRow:
        """A row for one more test; the one that is there already where there is one."""
        found = analyte(name)
        if found.name in self.rows:
            return self.rows[found.name]
        row = self.rows[found.name] = LabRow(found, self._known.get(found.name, KnownLab(found.unit)))
        place = len(self.rows)
        head = QVBoxLayout()
        head.setSpacing(0)
        head.addWidget(row.title)
        head.addWidget(row.unit_button, 0, Qt.AlignmentFlag.AlignLeft)
        top = Qt.AlignmentFlag.AlignTop
        self._grid.addLayout(head, place, 0)
        for column, field in ((1, row.value), (2, row.lln), (3, row.uln)):
            field.setFixedWidth(em(5 if column == 1 else 4.2))
            self._grid.addWidget(field, place, column, top)
            field.changed.connect(self._on_changed)
            field.edit.installEventFilter(self)
        row.grade.setMinimumWidth(em(2.2))
        self._grid.addWidget(row.grade, place, 4, Qt.AlignmentFlag.AlignVCenter)
        row.unit_button.clicked.connect(lambda _checked=False: self._on_unit(row))
        return row

    def take_keys(self) -> None:
        """The keys go to the first test without a value, to the first where all have one."""
        rows = list(self.rows.values())
        wanted = next((row for row in rows if not row.value.text()), rows[0] if rows else None)
        if wanted is not None:
            wanted.value.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
            wanted.value.edit.selectAll()

    def show_version(self, shown: str) -> None:
        """Grades by another version of the CTCAE beside those of the rules."""
        if shown != self._shown:
            self._shown = shown
            self._grade()

    def typed(self) -> dict[str, TypedLab]:
        """Every value typed today."""
        found = ((name, row.typed()) for name, row in self.rows.items())
        return {name: lab for name, lab in found if lab is not None}

    def refused(self) -> tuple[str, ...]:
        """What cannot be used, one sentence each."""
        return tuple(
            f"{row.analyte.title}: {field.refusal()}"
            for row in self.rows.values()
            for field in (row.value, row.lln, row.uln)
            if field.refusal()
        )

    def texts(self) -> dict[str, str]:
        """Everything in the table as typed."""
        texts: dict[str, str] = {}
        for name, row in self.rows.items():
            texts |= {
                f"lab.{name}": row.value.text(),
                f"lab.{name}.lln": row.lln.text(),
                f"lab.{name}.uln": row.uln.text(),
                f"lab.{name}.unit": row.unit,
            }
        return texts

    def set_texts(self, texts: Mapping[str, str]) -> None:
        """Put texts back as they were typed; tests that are not in the table yet come into it."""
        self._filling = True
        for key in texts:
            name = key.removeprefix("lab.")
            if key == f"lab.{name}" and name in analytes().by_name:
                row = self.add(name)
                row.value.set_text(texts[key])
                row.lln.set_text(texts.get(f"{key}.lln", row.lln.text()))
                row.uln.set_text(texts.get(f"{key}.uln", row.uln.text()))
                row.set_unit(texts.get(f"{key}.unit", row.unit))
        self._filling = False
        self._grade()

    def take(self, name: str, value: str, unit: str, lln: str = "", uln: str = "") -> None:
        """A value from a pasted table, put into its row as if it had been typed."""
        row = self.add(name)
        if unit:
            row.set_unit(unit)
        row.value.set_text(value)
        if lln:
            row.lln.set_text(lln)
        if uln:
            row.uln.set_text(uln)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter and Down go to the next value, Up to the one before."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent) or event.modifiers():
            return False
        step = {Qt.Key.Key_Return: 1, Qt.Key.Key_Enter: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(
            Qt.Key(event.key())
        )
        rows = list(self.rows.values())
        place = next((n for n, row in enumerate(rows) if watched in (row.value.edit, row.lln.edit, row.uln.edit)), None)
        if step is None or place is None or not 0 <= place + step < len(rows):
            return False
        rows[place + step].value.edit.setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def _on_unit(self, row: LabRow) -> None:
        row.set_unit(row.next_unit())
        self._on_changed()

    def _on_changed(self, _text: str = "") -> None:
        if not self._filling:
            self._grade()
            self.changed.emit()

    def _grade(self) -> None:
        """Grade every value anew and say why, with both readings where the baseline decides."""
        reasons = []
        for name, row in self.rows.items():
            typed = row.typed()
            self._question(row, typed)
            both = two_grades(partial(_grade_row, typed, row.known), self._version, self._shown)
            found = self.grades[name] = both.rules
            self._show_grade(row, both)
            if difference := difference_words(row.analyte.title, both, self._version):
                reasons.append(difference)
            if found is not None and (found.grade is None or found.grade > 0 or found.confirm):
                reasons.append(reason_words(row.analyte.title, found))
        self.reasons.setText("\n".join(reasons))
        self.reasons.setVisible(bool(reasons))

    def _question(self, row: LabRow, typed: TypedLab | None) -> None:
        """A value no patient is likely to have is asked about beside its field."""
        note = ""
        if typed is not None:
            shown = typed.value * row.analyte.units[typed.unit].factor if typed.unit in row.analyte.units else None
            if shown is not None and not row.analyte.soft.holds(shown):
                note = tr("Unusual: is {0} {1} right?").format(format(typed.value, "f"), unit_words(typed.unit))
        row.value.set_note("warn", note)

    def _show_grade(self, row: LabRow, both: TwoGrades) -> None:
        words = chip_words(both, self._version)
        row.grade.setText(words)
        row.grade.setVisible(bool(words))
        grades = [one.grade for one in (both.rules, both.shown) if one is not None and one.grade is not None]
        set_property(row.grade, "tone", _GRADE_TONES.get(max(grades), "plain") if grades else "plain")
        said = (
            tr("grade {0}").format(both.rules.grade) if both.rules and both.rules.grade is not None else tr("no grade")
        )
        if both.differ:
            said = difference_words(row.analyte.title, both, self._version)
        row.grade.setAccessibleName(f"{row.analyte.title}: {said}")


def _grade_row(typed: TypedLab | None, known: KnownLab, version: str) -> "LabGrade | None":
    return grade_of(typed, known, version) if typed is not None else None


def reason_words(title: str, found: "LabGrade") -> str:
    """Why a value has its grade, with every reading of it."""
    names = {
        "limit": tr("by the text's own numbers"),
        "uln": tr("by the upper limit"),
        "lln": tr("by the lower limit"),
        "baseline": tr("by the baseline"),
    }
    used = {True: tr("used"), False: tr("not used"), None: tr("to be decided")}
    parts = []
    for one in found.readings:
        grades = tr(" or ").join(str(grade) for grade in one.grades)
        said = tr("grade {0}").format(grades) if one.grades else tr("open")
        multiple = f" ({one.multiple}×)" if one.multiple else ""
        parts.append(f"{names.get(one.by, one.by)}{multiple}: {said}, {used[one.used]}")
    return f"{title}: {in_words(found.why)}" + (f" [{'; '.join(parts)}]" if parts else "")
