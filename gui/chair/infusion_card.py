"""One infusion: what was signed for it, or the fields to sign it with; an open card is worked through by Tab alone."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import cast
from uuid import UUID, uuid4

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gui.chair.infusions import Infusion, bag_words, by_words, line_words, tr
from gui.chair.lines import MOST_BATCHES, MOST_SIGNS, BatchRow, Lines, SignsRow
from gui.chair.time_field import TimeField, now
from gui.session import Session
from gui.widgets.buttons import primary, quiet, secondary
from gui.widgets.card import Card, Label, Line, Muted
from gui.widgets.choice import Segmented
from gui.widgets.column import Row
from gui.widgets.date_field import DateField
from gui.widgets.date_rule import Style
from gui.widgets.number_field import NumberField
from gui.widgets.strip import Strip
from gui.widgets.text_field import TextField
from records.values.administrations import ACCESSES, EVENTS, Access, AdministrationEntry, AdministrationRecord, Event
from regimen.numbers import plain

MOST = 400


def slug(drug: str) -> str:
    """A drug's name for object names."""
    return "".join(sign if sign.isalnum() else "_" for sign in drug.lower())


class InfusionCard(Card):
    """`stored(AdministrationRecord)`; `typed()` after each key; `asked(str)`: this card is to be opened.

    texts as typed are kept by the page until the infusion is signed for.
    """

    stored = Signal(object)
    typed = Signal()
    asked = Signal(str)

    def __init__(self, session: Session, order_id: UUID, infusion: Infusion, style: Style,
                 clock: Callable[[], datetime] = now) -> None:  # fmt: skip
        super().__init__("")
        self.name = f"infusion_{slug(infusion.dose.drug)}"
        self.setObjectName(self.name)
        self.infusion, self._session, self._order = infusion, session, order_id
        self._key, self._storing, self._locked = uuid4(), False, ""
        self.message = Strip(f"{self.name}_message")
        self._add_head()
        for record in (*infusion.withdrawn, *((infusion.signed,) if infusion.signed else ())):
            self._add_signed(record)
        self.open_button = secondary(tr("Record {0}…").format(infusion.dose.drug), f"{self.name}_open", icon="pencil")
        self.open_button.clicked.connect(lambda _checked=False: self.asked.emit(self.name))
        self.body.addWidget(self.open_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.open_button.setVisible(infusion.signed is None)
        self.is_open = False
        if infusion.signed is None:
            self._make_fields(style, clock)
        self.add(self.message)

    # --- what stands there

    def _add_head(self) -> None:
        infusion = self.infusion
        row = QHBoxLayout()
        title = Label(f"{infusion.number}. {infusion.dose.drug}", "subheading", wrap=True)
        title.setObjectName(f"{self.name}_title")
        row.addWidget(title, 1)
        row.addWidget(Label(f"{plain(self.ordered())} mg", "dose"))
        self.body.addLayout(row)
        self.add(Muted(bag_words(infusion.dose)))
        if infusion.held:
            strip = Strip(f"{self.name}_held")
            self.add(strip)  # before it speaks: a widget without a parent would be a window
            strip.say("stop", tr("{0} is on hold or stopped: it is not given today.").format(infusion.dose.drug))

    def ordered(self) -> Decimal:
        """The dose of the order, mg."""
        return self.infusion.dose.dose_mg or Decimal(0)

    def _add_signed(self, record: AdministrationRecord) -> None:
        """A line with who signed it; one in force can be withdrawn with a reason and then stays in sight."""
        for number, words in enumerate(line_words(record)):
            label = Label(words, "label" if number or record.withdrawn else "strong", wrap=True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self.add(label)
        self.add(Muted(by_words(record), small=True))
        if record.withdrawn:
            self.add(Line())
            return
        ask = quiet(tr("Withdraw {0}…").format(record.entry.drug), f"{self.name}_withdraw")
        why = TextField(tr("Why is it withdrawn?"), MOST, name=f"{self.name}_withdraw_why")
        do = secondary(tr("Withdraw this line"), f"{self.name}_do_withdraw")
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
                future = self._session.actions.withdraw_administration(self._session.person, record.id, why.value())
                self._session.link.ask(future, self.stored.emit, self._on_refused, self)

        ask.clicked.connect(open_up)
        do.clicked.connect(withdraw)
        why.edit.returnPressed.connect(do.click)

    def _make_fields(self, style: Style, clock: Callable[[], datetime]) -> None:
        name = self.name
        self.how = Segmented(
            (("ordered", tr("as ordered")), ("other", tr("another dose")), ("none", tr("not given"))),
            tr("Given"), name=f"{name}_how", wrap=True,
        )  # fmt: skip
        self.given = NumberField(tr("Given dose"), "mg", least=Decimal("0.01"), most=Decimal(100_000),
                                 name=f"{name}_given")  # fmt: skip
        self.reason = TextField(tr("Why"), MOST, name=f"{name}_reason")
        self.started = TimeField(tr("Started"), f"{name}_started", clock)
        self.stopped = TimeField(tr("Stopped"), f"{name}_stopped", clock)
        self.batches: Lines[BatchRow] = Lines(
            f"{name}_batches", tr("Another batch"), MOST_BATCHES, lambda number: BatchRow(name, number, style), 1
        )
        self.access = Segmented(tuple((key, tr(words)) for key, words in ACCESSES.items()), tr("Through"),
                                name=f"{name}_access", wrap=True)  # fmt: skip
        self.site = TextField(tr("Site"), 80, optional=True, name=f"{name}_site", placeholder=tr("left forearm"))
        self.signs: Lines[SignsRow] = Lines(
            f"{name}_signs", tr("Vital signs"), MOST_SIGNS, lambda number: SignsRow(name, number, clock), 0
        )
        self.happened = Segmented(tuple((key, tr(words)) for key, words in EVENTS.items()),
                               tr("Reaction or extravasation"), name=f"{name}_event", wrap=True)  # fmt: skip
        self.done = TextField(tr("What was done"), MOST, name=f"{name}_done")
        self.note = TextField(tr("Note"), MOST, optional=True, name=f"{name}_note")
        self.missing = Muted("", small=True)
        self.missing.setObjectName(f"{name}_missing")
        self.sign_button = primary(tr("Si&gn {0}").format(self.infusion.dose.drug), f"{name}_sign", icon="ok")
        today = self._session.today
        self.on = DateField(tr("On"), style=style, earliest=self.infusion.planned, latest=today, name=f"{name}_on")
        self.on.set_value(today)
        self.times = Row(self.started, self.stopped, self.on)
        self._parts: tuple[QWidget, ...] = (
            self.how, self.given, self.reason, self.times, self.batches, self.access, self.site, self.signs,
            self.happened,            self.done, self.note, self.missing,
        )  # fmt: skip
        for widget in self._parts:
            self.add(widget)
        self.body.addWidget(self.sign_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.how.choose("none" if self.infusion.held else "ordered")
        self.access.choose("peripheral")
        self.happened.choose("none")
        for one in (self.how, self.access, self.happened):
            one.chosen.connect(self._on_typed)
        for field in self._fields():
            field.changed.connect(self._on_typed)
        self.batches.changed.connect(self._on_typed)
        self.signs.changed.connect(self._on_typed)
        self.sign_button.clicked.connect(self._on_sign)
        self._untouched = self._texts()
        self.show_form(open_up=False)

    def show_form(self, *, open_up: bool, locked: str = "") -> None:
        """Open the fields or close them again. locked: why nothing can be signed for, "" it can."""
        if self.infusion.signed is not None:
            return
        self._locked, self.is_open = locked, open_up
        self.set_chosen(open_up)
        self.open_button.setVisible(not open_up)
        for widget in (*self._parts, self.sign_button):
            widget.setVisible(open_up)
        self._update()

    def start(self) -> None:
        """The cursor goes where typing begins."""
        if self.infusion.signed is None and self.is_open:
            self.started.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- what is typed

    def _fields(self) -> tuple[NumberField | TextField | TimeField | DateField, ...]:
        return (self.given, self.reason, self.started, self.stopped, self.on, self.site, self.done, self.note)

    def texts(self) -> dict[str, str]:
        """Everything as typed, by object name; empty once it is signed for."""
        if self.infusion.signed is not None:
            return {}
        return {} if (kept := self._texts()) == self._untouched else kept

    def _texts(self) -> dict[str, str]:
        kept = {field.objectName(): field.text() for field in self._fields()}
        kept |= {one.objectName(): one.value() or "" for one in (self.how, self.access, self.happened)}
        return kept | self.batches.texts() | self.signs.texts()

    def put_back(self, texts: Mapping[str, str]) -> None:
        """Texts as they were typed."""
        if self.infusion.signed is not None:
            return
        for field in self._fields():
            field.set_text(texts.get(field.objectName(), field.text()))
        for one in (self.how, self.access, self.happened):
            one.choose(texts.get(one.objectName()) or one.value())
        self.batches.put_back(texts)
        self.signs.put_back(texts)

    def offer_access(self, access: Access, site: str) -> None:
        """Where the last infusion ran in; only what nobody typed here yet."""
        if self.infusion.signed is None and not self.site.text():
            self.access.choose(access)
            self.site.set_text(site)

    def missing_words(self) -> str:
        """What keeps it from being signed, "" nothing."""
        if self._locked:
            return self._locked
        if not self._session.has_person:
            return tr("Say first who is at the screen.")
        every = (*self._fields(), *self.batches.fields(), *self.signs.fields())
        wrong = [field for field in every if field.isVisibleTo(self) and field.refusal()]
        if wrong:
            return f"{wrong[0].label.text()}: {wrong[0].refusal()}"
        how = self.how.value()
        if self.on.value() is None:
            return tr("Say on which day.")
        if how == "other" and self.given.value() is None:
            return tr("Say how many mg were given.")
        if how != "ordered" and not self.reason.value():
            return tr("Say why.")
        if how == "none":
            return ""
        if not self.started.value():
            return tr("Say when it started.")
        if not self.stopped.value():
            return tr("Sign when it has stopped; what is typed here waits.")
        if not any(row.value() for row in self.batches.rows):
            return tr("The batch number is missing.")
        if any(row.value() is not None and not row.at.value() for row in self.signs.rows):
            return tr("Say at what time the vital signs were taken.")
        return tr("Say what was done.") if self.happened.value() != "none" and not self.done.value() else ""

    @Slot()
    def _on_typed(self, _value: str = "") -> None:
        self._update()
        self.typed.emit()

    def _update(self) -> None:
        how = self.how.value()
        given = how != "none"
        self.given.setVisible(self.is_open and how == "other")
        self.reason.setVisible(self.is_open and how != "ordered")
        for widget in (self.times, self.batches, self.access, self.site, self.signs, self.happened):
            widget.setVisible(self.is_open and given)
        self.done.setVisible(self.is_open and given and self.happened.value() != "none")
        words = self.missing_words()
        self.missing.setText(words)
        self.sign_button.setEnabled(not words and not self._storing)

    # --- signing

    def entry(self) -> AdministrationEntry:
        """What is signed for."""
        infusion, how = self.infusion, self.how.value()
        drug, day, on = infusion.dose.drug, infusion.cycle_day, self.on.value() or self._session.today
        if how == "none":
            return AdministrationEntry(drug, day, on, Decimal(0), reason=self.reason.value(),
                                       note=self.note.value())  # fmt: skip
        event = cast(Event, self.happened.value() or "none")
        return AdministrationEntry(
            drug, day, on,
            (self.given.value() or Decimal(0)) if how == "other" else self.ordered(),
            self.started.value(), self.stopped.value(),
            tuple(batch for row in self.batches.rows if (batch := row.value()) is not None),
            cast(Access, self.access.value() or "peripheral"), self.site.value(),
            tuple(signs for row in self.signs.rows if (signs := row.value()) is not None),
            event, self.done.value() if event != "none" else "",
            self.reason.value() if how == "other" else "", self.note.value(),
        )  # fmt: skip

    @Slot()
    def _on_sign(self) -> None:
        if self._storing or self.missing_words():
            return
        self._storing = True
        self._update()
        future = self._session.actions.administer(self._session.person, self._key, self._order, self.entry())
        self._session.link.ask(future, self.stored.emit, self._on_refused, self)

    def _on_refused(self, words: str, _error: Exception) -> None:
        self._storing = False
        self.message.say("stop", words, tr("Not stored"))
        if self.infusion.signed is None:
            self._update()


def last_access(lines: tuple[AdministrationRecord, ...], on: date) -> tuple[Access, str] | None:
    """Where the last infusion of a day ran in."""
    ran = [one for one in lines if one.entry.on == on and not one.withdrawn and one.entry.given_mg]
    last = max(ran, key=lambda one: one.at, default=None)
    return None if last is None else (last.entry.access, last.entry.site)
