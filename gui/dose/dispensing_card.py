"""Tablets handed out for a signed cycle: by strength as signed, batch and expiry, leftovers only by decision."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import partial
from uuid import UUID, uuid4

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gui.dose.dispensing_facts import (
    HandedOut,
    by_words,
    handed_out_of,
    line_words,
    returned_words,
    sum_words,
    top_up_words,
    tr,
)
from gui.dose.label_printing import LabelPrinting
from gui.session import Session
from gui.theme.metrics import px
from gui.widgets.buttons import quiet, secondary
from gui.widgets.card import Card, Label, Line, Muted
from gui.widgets.check import Check
from gui.widgets.date_field import DateField
from gui.widgets.number_field import NumberField
from gui.widgets.strip import Strip
from gui.widgets.text_field import TextField
from gui.workspace.state import PatientState
from records.values.visits import Dispensed, DispensedEntry
from regimen.numbers import plain


class StrengthRow(QWidget):
    """Tablets, packs, batch and expiry of one strength. `changed()` after each key."""

    changed = Signal()

    def __init__(self, strength: Decimal, style: str, start: int) -> None:
        super().__init__()
        self.setProperty("role", "clear")
        self.strength = strength
        mg, slug = plain(strength), plain(strength).replace(".", "_")
        self.tablets = NumberField(
            tr("Tablets of {0} mg").format(mg), tr("× {0} mg").format(mg), least=Decimal(0), most=Decimal(10_000),
            decimals=0, optional=True, name=f"hand_out_{slug}",
        )  # fmt: skip
        self.packs = NumberField(
            tr("Packs"), "", least=Decimal(0), most=Decimal(1000), decimals=0, optional=True, name=f"packs_{slug}"
        )
        self.batch = TextField(tr("Batch"), 80, optional=True, name=f"batch_{slug}")
        self.expiry = DateField(tr("Expiry"), style=style, optional=True, name=f"expiry_{slug}")  # type: ignore[arg-type]
        self.tablets.set_text(str(start) if start else "")
        for field in (self.packs, self.batch, self.expiry):
            field.edit.setAccessibleName(tr("{0}, {1} mg").format(field.label.text(), mg))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(8))
        for field, share in ((self.tablets, 3), (self.packs, 2), (self.batch, 3), (self.expiry, 3)):
            row.addWidget(field, share, Qt.AlignmentFlag.AlignTop)
            field.changed.connect(self.changed)

    def fields(self) -> tuple[NumberField | TextField | DateField, ...]:
        """In reading order."""
        return self.tablets, self.packs, self.batch, self.expiry

    def count(self) -> int:
        """Tablets to hand out now."""
        value = self.tablets.value()
        return 0 if value is None else int(value)


class DispensingCard(Card):
    """`stored()` once something was handed out or withdrawn. What is typed outlives a reading of the patient."""

    stored = Signal()

    def __init__(self, session: Session, state: PatientState, facts: HandedOut) -> None:
        super().__init__(tr("Tablets handed out, cycle {0}").format(facts.order.cycle))
        assert state.files is not None and state.course is not None
        self.setObjectName("dispensing")
        self.facts, self._session, self._course = facts, session, state.course.id
        self._keys: dict[Decimal, UUID] = {}
        self._storing = False
        self._style = style = state.files.profile.date_style
        self.message = Strip("dispensing_message", below=True)
        self.labels = LabelPrinting(session, state, self.message, self)
        self.sum = Label("", "strong", wrap=True)
        self.sum.setObjectName("dispensing_sum")
        for words in facts.restarts:
            self.add(Label(words, "strong", wrap=True))
        self.add(self.sum)
        self._add_lines()
        self._add_returned()
        self.rows = {mg: StrengthRow(mg, style, facts.missing(mg)) for mg in sorted(facts.signed, reverse=True)}
        self.leftover = Check(tr("These were brought back and are given again"), "dispensing_leftover")
        self.reason = TextField(tr("Why they are given again"), 400, name="dispensing_reason")
        self.words = Muted("", small=True)
        self.words.setObjectName("dispensing_missing")
        self.button = secondary(tr("Record tablets as handed out"), "dispensing_record", icon="ok")
        self.add(Line())
        for row in self.rows.values():
            self.add(row)
            row.changed.connect(self._update)
        for widget in (self.leftover, self.reason, self.message, self.words):
            self.add(widget)
        self.body.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self.leftover.toggled.connect(self._update)
        self.reason.changed.connect(self._update)
        self.button.clicked.connect(self._on_record)
        session.person_changed.connect(self._update)
        words, same = sum_words(facts)
        self.sum.setText(words)
        self.sum.set_tone("ok" if same else "plain")
        self._update()

    def goes_on(self, state: PatientState, facts: HandedOut) -> bool:
        """Whether this card says what was read by now: it stays then, with a label being made and all that is typed."""
        assert state.files is not None
        if facts != self.facts or state.files.profile.date_style != self._style:
            return False
        self.labels.read_again(state)
        return True

    # --- what stands there

    def _add_lines(self) -> None:
        for number, line in enumerate(self.facts.lines):
            self.add(Label(line_words(line), wrap=True))
            self.add(Muted(by_words(line), small=True))
            if not line.withdrawn:
                self._add_label(number, line)
                self._add_withdrawal(number, line)

    def _add_label(self, number: int, line: Dispensed) -> None:
        """The label for the box, one for each line handed out."""
        ask = quiet(tr("Label…"), f"dispensing_label_{number}", icon="print")
        ask.setAccessibleName(tr("Label for {0}").format(line_words(line)))
        self.body.addWidget(ask, 0, Qt.AlignmentFlag.AlignLeft)
        ask.clicked.connect(lambda _checked=False: self.labels.make(line))

    def _add_withdrawal(self, number: int, line: Dispensed) -> None:
        """A line recorded by mistake is withdrawn with a reason; it stays in sight."""
        ask = quiet(tr("Withdraw…"), f"withdraw_dispensed_{number}")
        why = TextField(tr("Why is it withdrawn?"), 400, name=f"withdraw_dispensed_{number}_why")
        do = secondary(tr("Withdraw this line"), f"withdraw_dispensed_{number}_do")
        self.body.addWidget(ask, 0, Qt.AlignmentFlag.AlignLeft)
        self.add(why)
        self.body.addWidget(do, 0, Qt.AlignmentFlag.AlignLeft)
        why.hide()
        do.hide()

        def open_up(_checked: bool = False) -> None:
            why.show()
            do.show()
            why.edit.setFocus()

        def withdraw(_checked: bool = False) -> None:
            if why.ask_for() and self._session.has_person:
                future = self._session.actions.withdraw_dispensed(self._session.person, line.id, why.value())
                self._session.link.ask(future, lambda _line: self.stored.emit(), self._on_refused, self)

        ask.clicked.connect(open_up)
        do.clicked.connect(withdraw)

    def _add_returned(self) -> None:
        """What came back, and what a top-up would come to."""
        found = self.facts.returned
        if found is not None:
            figures = Label(returned_words(found), wrap=True)
            figures.setObjectName("dispensing_returned")
            self.add(figures)
            if found.questions:
                strip = Strip("dispensing_question")
                self.add(strip)
                strip.say("warn", "\n".join(question.words for question in found.questions))
        if any(one.left for one in self.facts.top_up):
            words = top_up_words(self.facts.top_up)
            top_up = Muted(
                tr("If what came back were used again: {0}. Only a pharmacist decides so.").format(words), small=True
            )
            top_up.setObjectName("dispensing_top_up")
            self.add(top_up)

    # --- what is typed

    def texts(self) -> Mapping[str, str]:
        """Everything as typed."""
        kept = {field.objectName(): field.text() for row in self.rows.values() for field in row.fields()}
        return kept | {"reason": self.reason.text(), "leftover": "yes" if self.leftover.isChecked() else ""}

    def put_back(self, texts: Mapping[str, str]) -> None:
        """Texts as they were typed."""
        for row in self.rows.values():
            for field in row.fields():
                field.set_text(texts.get(field.objectName(), field.text()))
        self.reason.set_text(texts.get("reason", ""))
        self.leftover.setChecked(bool(texts.get("leftover")))

    def missing(self) -> str:
        """What still keeps it from being recorded, in words."""
        if not self._session.has_person:
            return tr("Say first who is at the screen.")
        wrong = [field for row in self.rows.values() for field in row.fields() if field.refusal()]
        if wrong:
            return f"{wrong[0].label.text()}: {wrong[0].refusal()}"
        wanted = [row for row in self.rows.values() if row.count()]
        if not wanted:
            return tr("Say how many tablets.")
        if not self.leftover.isChecked():
            return ""
        if self._session.person.role != "pharmacist":
            return tr("Only a pharmacist decides that tablets brought back are given again.")
        if any(not row.batch.value() or row.expiry.value() is None for row in wanted):
            return tr("Tablets given again need batch and expiry.")
        return "" if self.reason.value() else tr("Say why they are given again.")

    @Slot()
    def _update(self, _value: object = None) -> None:
        self.reason.setVisible(self.leftover.isChecked())
        words = self.missing()
        self.words.setText(words)
        self.button.setEnabled(not words and not self._storing)

    # --- storing

    @Slot()
    def _on_record(self) -> None:
        if self.missing() or self._storing:
            return
        self._storing = True
        self._update()
        self._store([row for row in self.rows.values() if row.count()])

    def _store(self, rows: list[StrengthRow]) -> None:
        """One line after the other; a line stored is not stored twice when a later one is refused."""
        if not rows:
            self._storing = False
            self.stored.emit()
            return
        row, rest = rows[0], rows[1:]
        key = self._keys.setdefault(row.strength, uuid4())
        future = self._session.actions.dispense(self._session.person, key, self._course, self._entry(row))
        self._session.link.ask(future, lambda _line: self._on_line(row, rest), self._on_refused, self)

    def _on_line(self, row: StrengthRow, rest: list[StrengthRow]) -> None:
        for field in row.fields():
            field.set_text("")
        self._keys.pop(row.strength, None)
        self._store(rest)

    def _entry(self, row: StrengthRow) -> DispensedEntry:
        packs = row.packs.value()
        again = self.leftover.isChecked()
        return DispensedEntry(
            self.facts.order.cycle, self.facts.drug, row.strength, row.count(), self._session.today,
            0 if packs is None else int(packs), row.batch.value(), row.expiry.value(), again,
            self.reason.value() if again else "",
        )  # fmt: skip

    def _on_refused(self, words: str, _error: Exception) -> None:
        self._storing = False
        self.message.say("stop", words, tr("Not recorded"))
        self._update()


def dispensing_cards(
    session: Session, state: PatientState, cycle: int, page: QWidget, stored: Callable[[], object]
) -> tuple[DispensingCard, ...]:
    """The cards of a signed cycle; what is being typed in those before them goes on in them."""
    before = {card.facts.drug: card for card in page.findChildren(DispensingCard)}
    cards = []
    for facts in handed_out_of(state, cycle):
        old = before.get(facts.drug)
        if old is not None and old.goes_on(state, facts):
            cards.append(old)
            continue
        card = DispensingCard(session, state, facts)
        same = old is not None and old.facts.order.id == facts.order.id and old.facts.given == facts.given
        if old is not None and same:
            card.put_back(old.texts())
        card.stored.connect(partial(_tell, stored))
        cards.append(card)
    return tuple(cards)


def _tell(stored: Callable[[], object]) -> None:
    stored()
