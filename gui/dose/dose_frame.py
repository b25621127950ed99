"""What the Dose page is made of and where it stands; what it does is in `dose_page`."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.theme.metrics import px
from gui.widgets.alert_list import AlertList
from gui.widgets.buttons import click_by_enter, primary, quiet, secondary
from gui.widgets.card import Card, Chip, Muted
from gui.widgets.column import Row
from gui.widgets.combo import ComboField
from gui.widgets.foot_bar import FootBar
from gui.widgets.moving_columns import MovingColumns, Parts, Places, Room
from gui.widgets.parts import throw_away
from gui.widgets.proof_list import ProofList
from gui.widgets.strip import Strip
from gui.widgets.text_field import TextField
from gui.widgets.turns import Pieces
from regimen.order import DrugDose

ROOM = Room(left_em=22, middle_em=46, right_em=22)


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
        self.columns = MovingColumns(ROOM, self._places, top=12)
        self.left, self.middle, self.right = self.columns.left, self.columns.middle, self.columns.right
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
        click_by_enter(self, self.sign_button)
        self._lay_out()

    def _lay_out(self) -> None:
        self.alerts_card.add(self.decision_place)
        self.alerts_card.add(self.alerts)
        self.proof_card.add(self.proof)
        message_row = QVBoxLayout()
        message_row.setContentsMargins(px(24), 0, px(24), px(8))
        message_row.addWidget(self.message)
        message_row.addWidget(self.amend_reason)
        self.amend_reason.setVisible(False)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.columns, 1)
        whole.addLayout(message_row)
        whole.addWidget(self.bar)

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
        self.columns.arrange()
        throw_away(*gone)

    def putting(self, basis: tuple[QWidget, ...], doses: tuple[QWidget, ...]) -> Pieces:
        """As `show_parts`; on a page nobody sees yet one card after another. What goes on never leaves the page."""
        if not self.isVisible():
            there = {*self._doses}
            for count in range(len(doses)):
                self.show_parts(basis, tuple(one for place, one in enumerate(doses) if place < count or one in there))
                (basis[-1] if not count else doses[count - 1]).ensurePolished()
                yield
        self.show_parts(basis, doses)
        yield

    def minimumSizeHint(self) -> QSize:
        """As little as its columns and its bar need; asks no window to grow."""
        columns = self.columns.minimumSizeHint()
        return QSize(columns.width(), self.bar.minimumSizeHint().height() + columns.height())

    def _places(self, places: Places) -> tuple[Parts, Parts, Parts]:
        said = (self.alerts_card, self.proof_card)
        if places == "three":
            return self._basis, self._doses, said
        if places == "two":
            return self._basis, (self.alerts_card, *self._doses, self.proof_card), ()
        return (), (self.alerts_card, *self._basis, *self._doses, self.proof_card), ()
