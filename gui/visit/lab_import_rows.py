"""The rows of a laboratory message: what would be stored with a tick, the rest with the reason, codes to choose for."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication, QGridLayout, QVBoxLayout, QWidget

from gui.theme.metrics import em, px
from gui.widgets.card import Label, Line
from gui.widgets.check import Check
from gui.widgets.combo import PlainCombo
from gui.widgets.naming import slug
from regimen.analytes import analytes
from regimen.unit_words import in_words, unit_words

if TYPE_CHECKING:
    from records.hl7_labs.preview import PreviewRow

COLUMNS = 4
LONGEST = 40


def tr(text: str) -> str:
    """Translate in the context of the Visit page."""
    return QCoreApplication.translate("VisitPage", text)


class ImportRows(QWidget):
    """`ticked()` after each tick; `chosen(code, analyte)`: what an unknown code measures, "" to leave it out."""

    ticked = Signal()
    chosen = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("lab_import_rows")
        self.setProperty("role", "clear")
        self.checks: dict[UUID, Check] = {}
        self.combos: dict[str, PlainCombo] = {}
        self._choices: dict[str, str] = {}
        self._typing = False  # a key on a closed list looks for a test; Qt calls that "activated" too
        self._left: set[UUID] = set()
        self._tests = QStandardItemModel(self)  # one list for all boxes
        for title, name in ((tr("leave it out"), ""), *((one.title, one.name) for one in analytes().all)):
            item = QStandardItem(title)
            item.setData(name, Qt.ItemDataRole.UserRole)
            self._tests.appendRow(item)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._begin()

    def _begin(self) -> None:
        """An empty table; filled before it is put in sight, so that it is laid out once and not once a row."""
        self._table = QWidget()
        self._table.setProperty("role", "clear")
        self._grid = QGridLayout(self._table)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(px(10))
        self._grid.setVerticalSpacing(px(2))
        self._grid.setColumnStretch(0, 1)

    def ticked_keys(self) -> tuple[UUID, ...]:
        """The rows that will be stored."""
        return tuple(key for key, check in self.checks.items() if check.isChecked())

    def show_rows(self, rows: "Sequence[PreviewRow]", choices: Mapping[str, str]) -> None:
        """Rows in the place of those before; a tick that was taken away stays away."""
        focused = QApplication.focusWidget()
        focused_name = focused.objectName() if focused is not None and self.isAncestorOf(focused) else ""
        self._choices = dict(choices)
        self._left = {key for key, check in self.checks.items() if not check.isChecked()} if rows else set()
        before = self._table
        self._column.removeWidget(before)
        before.hide()  # else shown as a window if it was only just put in
        before.setParent(None)
        before.deleteLater()
        self._begin()
        self.checks, self.combos = {}, {}
        self.setVisible(bool(rows))
        if not rows:
            return
        for column, words in enumerate((tr("Test"), tr("will be stored"), tr("Limits"), tr("Taken"))):
            self._put(Label(words, "small"), 0, column)
        line = 1
        for row in sorted(rows, key=lambda row: row.lab is None):
            line = self._add(row, line, choices)
        self._column.addWidget(self._table)
        self._table.show()
        again = self.findChild(QWidget, focused_name) if focused_name else None
        if again is not None:
            again.setFocus(Qt.FocusReason.OtherFocusReason)

    def _put(self, widget: QWidget, line: int, column: int, span: int = 1) -> None:
        self._grid.addWidget(widget, line, column, 1, span)

    def _add(self, row: "PreviewRow", line: int, choices: Mapping[str, str]) -> int:
        """One result in two lines, three where its code is asked about; answers the line after it."""
        title = row.title if len(row.title) <= LONGEST else f"{row.title[: LONGEST - 1]}…"
        lab = row.lab
        if lab is not None:
            check = Check(title.replace("&", "&&"), f"lab_import_tick_{row.key}")
            check.setChecked(row.key not in self._left)
            check.setAccessibleName(tr("Store {0} {1} {2}").format(title, f"{lab.value:f}", unit_words(lab.unit)))
            check.toggled.connect(lambda _on: self.ticked.emit())
            self.checks[row.key] = check
            self._put(check, line, 0)
            self._put(Label(f"{lab.value:f} {unit_words(lab.unit)}", "strong"), line, 1)
            self._put(Label(limits_words(row), "label"), line, 2)
        else:
            self._put(Label(title, "label", wrap=True), line, 0)
            self._put(Label(tr("not stored"), "small"), line, 1)
        self._put(Label(row.taken or tr("no date"), "small"), line, 3)
        words = Label(row_words(row), "small", wrap=True)
        words.setObjectName(f"lab_import_words_{row.key}")
        if lab is None or row.notes:
            words.set_tone("warn" if lab is None or lab.corrects else "note")
        self._put(words, line + 1, 0, COLUMNS)
        line += 2
        if row.asks and row.code and row.code not in self.combos:
            self._put(self._combo(row, choices), line, 0, COLUMNS)
            line += 1
        self._put(Line(), line, 0, COLUMNS)
        return line + 1

    def _combo(self, row: "PreviewRow", choices: Mapping[str, str]) -> PlainCombo:
        combo = PlainCombo()
        combo.setObjectName(f"lab_import_choose_{slug(row.code)}")
        combo.setAccessibleName(tr("What {0} measures").format(row.code))
        combo.setPlaceholderText(tr("{0}: choose the test it is").format(row.code[:LONGEST]))
        combo.setMaximumWidth(em(26))
        combo.setModel(self._tests)
        combo.setCurrentIndex(combo.findData(choices[row.code]) if row.code in choices else -1)
        combo.activated.connect(lambda _place: None if self._typing else self._choose(row.code, combo.currentData()))
        combo.installEventFilter(self)
        self.combos[row.code] = combo
        return combo

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A test found by typing its name is chosen by Enter, or by going on; letters alone choose nothing yet."""
        code = next((code for code, combo in self.combos.items() if combo is watched), None)
        if code is None:
            return False
        if event.type() == QEvent.Type.KeyPress:
            self._typing = True
            QTimer.singleShot(0, self, self._end_typing)
        entered = (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and not event.modifiers()
        )
        if entered or event.type() == QEvent.Type.FocusOut:
            data = self.combos[code].currentData()
            QTimer.singleShot(0, self, lambda: self._choose(code, data))  # not while the box handles its own event
        return entered

    def _end_typing(self) -> None:
        self._typing = False

    def _choose(self, code: str, name: object) -> None:
        if name is not None and self._choices.get(code) != name:
            self.chosen.emit(code, str(name))


def limits_words(row: "PreviewRow") -> str:
    """The limits of normal that go with a value."""
    assert row.lab is not None
    low, high = row.lab.lln, row.lab.uln
    if low is not None and high is not None:
        return f"{low:f}\u2013{high:f}"
    if high is not None:
        return f"≤ {high:f}"
    return f"≥ {low:f}" if low is not None else ""


def row_words(row: "PreviewRow") -> str:
    """Where a row comes from, and what to know of it, or why it is not stored."""
    said = tr("reported {0}, {1}").format(f"{row.reported} {row.reported_unit}".strip() or tr("nothing"), row.status)
    if row.lab is None:
        return tr("Not stored, because {0} ({1}).").format(row.why_not, said)
    chosen = (tr("{0} chosen by you").format(row.code),) if row.chosen else ()
    return "; ".join((said, *chosen, *(in_words(note) for note in row.notes)))
