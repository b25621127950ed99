"""The laboratory card: the table, one more test, a pasted table with what was and was not understood."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QPlainTextEdit

from gui.theme.metrics import em
from gui.visit.lab_import import texts_of_import
from gui.visit.lab_paste import Pasted, PastedLab, read_table
from gui.visit.lab_rows import KnownLab, LabRows
from gui.widgets.buttons import quiet, secondary
from gui.widgets.card import Card
from gui.widgets.combo import ComboField
from gui.widgets.date_rule import Style
from gui.widgets.flow import Flow
from gui.widgets.strip import Strip
from gui.widgets.text_field import TextField
from records.values.labs import LabImportEntry
from regimen.analytes import analytes
from regimen.unit_words import unit_words


def tr(text: str) -> str:
    """Translate in the context of the Visit page."""
    return QCoreApplication.translate("VisitPage", text)


class LabCard(Card):
    """`changed()` after each key. why: asked for when a complete visit is changed.

    on, style  the day of the visit, which a pasted date must be, and the order of its digits
    """

    changed = Signal()

    def __init__(
        self,
        names: Sequence[str],
        known: Mapping[str, KnownLab],
        version: str,
        shown: str = "",
        *,
        on: date | None = None,
        style: Style = "dmy",
    ) -> None:
        super().__init__(tr("Laboratory, today"))
        self.setObjectName("laboratory")
        self._on, self._style = on, style
        self.why = TextField(tr("Why is the complete visit changed?"), 400, name="visit_why")
        self.why.hide()
        self.rows = LabRows(names, known, version, shown)
        self.more = ComboField(tr("One more test"), optional=True, name="lab_more")
        self.paste_button = quiet(tr("Paste a table"), "lab_paste")
        self.hl7_button = quiet(tr("HL7"), "lab_hl7")
        self.hl7_button.setAccessibleName(tr("Take results from a laboratory message (HL7)"))
        self.box = QPlainTextEdit()
        self.box.setObjectName("lab_paste_text")
        self.box.setAccessibleName(tr("Pasted table: a test, its value, unit and limits on each line"))
        self.box.setPlaceholderText(tr("Neutrophils  1.1  10^9/L  2.0-7.5"))
        self.box.setTabChangesFocus(True)
        self.box.setFixedHeight(em(7))
        self.take_button = secondary(tr("Put into the table"), "lab_paste_take")
        self.pasted = Strip("lab_pasted", closable=True)
        buttons = Flow()
        buttons.add(self.paste_button)
        buttons.add(self.hl7_button)
        for widget in (self.why, self.rows, self.more, buttons, self.box, self.take_button, self.pasted):
            self.add(widget)
        self.body.setAlignment(self.take_button, Qt.AlignmentFlag.AlignLeft)
        self._fold(folded=True)
        self._offer()
        self.rows.changed.connect(self.changed)
        self.why.changed.connect(lambda _text: self.changed.emit())
        self.more.chosen.connect(self._on_more)
        self.paste_button.clicked.connect(lambda _checked=False: self._fold(folded=not self.box.isHidden()))
        self.take_button.clicked.connect(self._on_take)
        self.box.textChanged.connect(self.changed)

    def texts(self) -> dict[str, str]:
        """Everything as typed, a table being pasted too."""
        return self.rows.texts() | {"lab_paste": self.box.toPlainText()}

    def set_texts(self, texts: Mapping[str, str]) -> None:
        """Put texts back as they were typed."""
        self.rows.set_texts(texts)
        self.box.setPlainText(texts.get("lab_paste", ""))
        self._fold(folded=not texts.get("lab_paste"))
        self._offer()

    def take_import(self, entry: LabImportEntry, on: date) -> None:
        """Values of this day that were taken from a message, into their fields; they are on record already."""
        self.rows.set_texts(texts_of_import(entry, on.isoformat()))
        self._offer()

    def refused(self) -> tuple[str, ...]:
        """What cannot be used, one sentence each."""
        found = [*self.rows.refused(), self.why.refusal()]
        if self._read().labs:
            found.append(tr("A pasted table is not taken yet: put it into the table, or empty its box."))
        return tuple(words for words in found if words)

    def words(self) -> tuple[str, ...]:
        """Pasted lines nobody understood: said once more before the visit is stored without them."""
        left = [line.strip()[:80] for line in self.box.toPlainText().splitlines() if line.strip()]
        return (tr("Pasted, not understood and not stored: {0}").format("; ".join(left)),) if left else ()

    def _offer(self) -> None:
        """The tests that are not in the table yet."""
        self.more.set_choices([(one.name, one.title) for one in analytes().all if one.name not in self.rows.rows])

    def _on_more(self, name: str) -> None:
        row = self.rows.add(name)
        self.more.combo.setCurrentIndex(-1)
        self._offer()
        row.value.setFocus()

    def _fold(self, *, folded: bool) -> None:
        for widget in (self.box, self.take_button):
            widget.setVisible(not folded)
        if not folded:
            self.box.setFocus()

    def _on_take(self) -> None:
        """What is understood goes into the rows, the rest is said line by line; nothing is guessed."""
        found = self._read()
        replaced = [words for lab in found.labs if (words := self._replaced(lab))]
        for lab in found.labs:
            self.rows.take(lab.analyte, lab.value, lab.unit, lab.lln, lab.uln)
        self._offer()
        lines = [tr("{0} values taken; look at each one.").format(len(found.labs)), *replaced, *found.said]
        lines += [tr("Not taken: “{0}”: {1}").format(line, why) for line, why in found.left_out]
        self.pasted.say("warn" if found.left_out or replaced or found.said else "ok", "\n".join(lines))
        self.box.setPlainText("\n".join(line for line, _why in found.left_out))
        self._fold(folded=not found.left_out)
        self.changed.emit()

    def _read(self) -> Pasted:
        return read_table(self.box.toPlainText(), self._on, self._style)

    def _replaced(self, lab: PastedLab) -> str:
        """What a pasted value takes the place of; "" where its field is empty or says the same."""
        row = self.rows.rows.get(lab.analyte)
        before = row.value.text().strip() if row is not None else ""
        if (
            row is None
            or not before
            or (row.value.value(), row.unit) == (Decimal(lab.value.replace(",", ".")), lab.unit)
        ):
            return ""
        pasted = f"{lab.value} {unit_words(lab.unit)}"
        return tr("{0}: {1} takes the place of {2} {3}.").format(
            row.analyte.title, pasted, before, unit_words(row.unit)
        )
