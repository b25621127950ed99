"""What the Dose page is made of and where it stands; what it does is in `dose_page`."""

from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from gui.theme.metrics import em, px
from gui.widgets.alert_list import AlertList
from gui.widgets.buttons import primary, quiet, secondary
from gui.widgets.card import Card, Chip, Muted
from gui.widgets.column import Row, ScrollColumn
from gui.widgets.combo import ComboField
from gui.widgets.foot_bar import FootBar
from gui.widgets.proof_list import ProofList
from gui.widgets.sharing import share
from gui.widgets.strip import Strip
from gui.widgets.text_field import TextField
from regimen.order import DrugDose

Places = Literal["three", "two", "one"]
# Room the doses need beside the other columns, in lines of body text; below it columns move together.
MIDDLE_EM = 46
LEFT_EM = 22
RIGHT_EM = 22
LEAST_HIGH_EM = 6


class DoseFrame(QWidget):
    """Three columns over one bar: basis, doses, alerts and proof.

    Where there is no room for three (a small screen, large text), alerts come above the doses and the proof below;
    with still less room everything stands in one column. Nothing is ever cut off.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("dose_page")
        self.setProperty("role", "page")
        self.cycle = ComboField(self.tr("Cycle"), name="cycle")
        self.left = ScrollColumn(LEFT_EM)
        self.middle = ScrollColumn()
        self.right = ScrollColumn(RIGHT_EM)
        self._places: Places = "one"
        self._basis: tuple[QWidget, ...] = ()
        self._doses: tuple[QWidget, ...] = ()
        self.alerts = AlertList("dose_alerts")
        self.proof = ProofList("dose_proof")
        self.alerts_card = Card(self.tr("Alerts"))
        self.decision_place = Row()
        self.proof_card = Card(self.tr("Proof"))
        self.message = Strip("dose_message", closable=True)
        self.amend_reason = TextField(self.tr("Why is the signed order changed?"), 400, name="amend_reason")
        self.file_chip = Chip("", "accent")
        self.kept = Muted("", small=True, wrap=False)
        self.kept.setObjectName("draft_state")
        self.signing_words = Muted("", small=True)
        self.signing_words.setObjectName("signing_words")
        self.sheet_button = secondary(self.tr("Sta&ff sheet"), "staff_sheet", icon="print")
        self.discard_button = quiet(self.tr("Keep the si&gned order"), "discard_change", icon="undo")
        self.amend_button = secondary(self.tr("Change thi&s order"), "amend_order", icon="pencil")
        self.given_button = primary(self.tr("Mark as &given"), "mark_given", icon="ok")
        self.sign_button = primary(self.tr("&Sign"), "sign_order")
        self.bar = FootBar(
            (self.file_chip, self.kept, self.signing_words),
            (self.sheet_button, self.discard_button, self.amend_button, self.given_button, self.sign_button),
        )
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.sign_button.click)
        self._lay_out()

    def _lay_out(self) -> None:
        self.alerts_card.add(self.decision_place)
        self.alerts_card.add(self.alerts)
        self.proof_card.add(self.proof)
        columns = QHBoxLayout()
        columns.setSpacing(px(10))
        columns.setContentsMargins(px(24), px(12), px(24), px(8))
        columns.addWidget(self.left)
        columns.addWidget(self.middle, 1)
        columns.addWidget(self.right)
        message_row = QVBoxLayout()
        message_row.setContentsMargins(px(24), 0, px(24), px(8))
        message_row.addWidget(self.message)
        message_row.addWidget(self.amend_reason)
        self.amend_reason.setVisible(False)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(columns, 1)
        whole.addLayout(message_row)
        whole.addWidget(self.bar)
        self._arrange()

    def show_amending(self, amending: bool) -> None:
        """While a signed order is changed: why, and the way back."""
        if amending and not self.amend_reason.isVisibleTo(self):
            self.amend_reason.set_text("")
        self.amend_reason.setVisible(amending)
        self.discard_button.setVisible(amending)

    def say_amending(self) -> None:
        """What a change of a signed order does, at its begin."""
        self.message.say(
            "warn",
            self.tr("The signed order stays in force until this change is signed; printed calendars become void then."),
            self.tr("Changing a signed order"),
        )

    def show_proof(self, drug: str, dose: DrugDose | None) -> None:
        """The proof of one drug, or that there is none."""
        self.proof_card.set_title(self.tr("Proof: {0}").format(drug) if dose else self.tr("Proof"))
        self.proof.show_steps(dose.proof if dose else ())

    def show_cycles(self, choices: Sequence[tuple[str, str]], cycle: int) -> None:
        """The cycles to choose from, and the one shown."""
        self.cycle.combo.blockSignals(True)
        self.cycle.set_choices(choices)
        self.cycle.choose(str(cycle))
        self.cycle.combo.blockSignals(False)

    def show_parts(self, basis: tuple[QWidget, ...], doses: tuple[QWidget, ...]) -> None:
        """Put the fields of the basis and the cards of the drugs in their places; those before are deleted."""
        gone = {*self._basis, *self._doses} - {*basis, *doses}
        self._basis, self._doses = basis, doses
        self._arrange()
        for widget in gone:
            widget.hide()  # else shown as a window if it was only just put in
            widget.setParent(None)
            widget.deleteLater()

    def minimumSizeHint(self) -> QSize:
        """Any width will do: the columns move together, and what is left is scrolled. Asks no window to grow."""
        return QSize(em(LEFT_EM), self.bar.minimumSizeHint().height() + em(LEAST_HIGH_EM))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may want another arrangement."""
        super().resizeEvent(event)
        wanted = self._wanted_places()
        if wanted != self._places:
            self._places = wanted
            focused = QApplication.focusWidget()
            self._arrange()
            if focused is not None and self.isAncestorOf(focused):
                focused.setFocus()

    def _wanted_places(self) -> Places:
        room = self.width() - px(2 * 24 + 2 * 10)
        if room >= em(LEFT_EM + MIDDLE_EM + RIGHT_EM):
            return "three"
        return "two" if room >= em(LEFT_EM + MIDDLE_EM) else "one"

    def _arrange(self) -> None:
        parts = (*self._basis, *self._doses, self.alerts_card, self.proof_card)
        self.left.setVisible(self._places != "one")
        self.right.setVisible(self._places == "three")
        left, middle, right = {
            "three": (self._basis, self._doses, (self.alerts_card, self.proof_card)),
            "two": (self._basis, (self.alerts_card, *self._doses, self.proof_card), ()),
            "one": ((), (self.alerts_card, *self._basis, *self._doses, self.proof_card), ()),
        }[self._places]
        share((self.left, left), (self.middle, middle), (self.right, right))
        for part in parts:
            part.show()  # leaving a layout hides a widget
