"""The Chair page: a treatment day, one infusion after the other; then the cycle is recorded as given."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from functools import partial

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gui.chair.chair_draft import keep_chair, kept_chair
from gui.chair.infusion_card import InfusionCard, last_access
from gui.chair.infusions import TERMS, days_of, infusions_of, tr
from gui.chair.time_field import now
from gui.session import Session
from gui.theme.metrics import em, px
from gui.theme.tokens import Tone
from gui.widgets.buttons import secondary
from gui.widgets.card import Heading, Muted
from gui.widgets.choice import Segmented
from gui.widgets.column import Row, ScrollColumn
from gui.widgets.combo import ComboField
from gui.widgets.dates import shown_date
from gui.widgets.foot_bar import FootBar
from gui.widgets.strip import Strip
from gui.workspace.provisional import waiting_days
from gui.workspace.state import PatientState
from records.course.release_in_force import release_in
from records.people.permissions import CLINICAL
from records.values.administrations import AdministrationRecord
from records.values.core import OrderRecord

WIDE_EM = 60
AFTER_MS = 400


class ChairPage(QWidget):
    """`changed()` after each signature; `dose_wanted(int)`: tablets of a cycle; `event_wanted(str)`: a CTCAE term."""

    changed = Signal()
    dose_wanted = Signal(int)
    event_wanted = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None, clock: Callable[[], datetime] = now) -> None:
        super().__init__(parent)
        self.setObjectName("chair_page")
        self.setProperty("role", "page")
        self._session, self._clock = session, clock
        self._state: PatientState | None = None
        self._order: OrderRecord | None = None
        self._day, self._open, self._filling, self._waiting = 0, "", False, False
        self._shown: object = None
        self._goes_on = False
        self.cards: dict[str, InfusionCard] = {}
        self.heading = Heading("", level=1)
        self.cycle = ComboField(tr("Cycle"), name="chair_cycle")
        self.days = Segmented((), tr("Treatment day"), name="chair_day", wrap=True)
        self.message = Strip("chair_message", closable=True)
        self.release = Strip("chair_release")
        self.go_ahead = Strip("chair_go_ahead")
        self.proposal = Strip("chair_given")
        self.words = Muted("", small=True)
        self.words.setObjectName("chair_words")
        self.tablets_button = secondary(tr("Ta&blets of this cycle"), "chair_tablets", icon="right")
        self._column = ScrollColumn(margins=24)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(AFTER_MS)
        self._timer.timeout.connect(self.flush)
        self._lay_out()
        self.cycle.chosen.connect(self._on_cycle)
        self.days.chosen.connect(self._on_day)
        self.tablets_button.clicked.connect(self._on_tablets)
        session.person_changed.connect(self._look_again)

    def title(self) -> str:
        """The page's name on its tab."""
        return tr("Chair")

    def load(self, state: PatientState) -> None:
        """Show the treatment day; what is being typed for an infusion stays."""
        before = self._state
        self._state = state
        if state.course is None or state.files is None:
            self._show_nothing(tr("A course is begun on the Dose page; then its infusions stand here."))
            return
        orders = self._orders(state)
        if not orders:
            self._show_nothing(tr("No cycle is signed yet; what is given stands here once its order is signed."))
            return
        same = before is not None and before.course is not None and before.course.id == state.course.id
        known = {one.cycle for one in orders}
        cycle = self._order.cycle if same and self._order is not None and self._order.cycle in known else None
        self._filling = True
        self.cycle.set_choices([(str(one.cycle), self._cycle_words(one)) for one in orders])
        order = next((one for one in orders if one.cycle == cycle), None) or self._due(orders)
        self.cycle.choose(str(order.cycle))
        self._filling = False
        self._take(order, self._day if cycle is not None else 0)

    def flush(self) -> None:
        """Keep at once what waits to be kept."""
        self._timer.stop()
        if self._waiting and self._order is not None:
            self._waiting = False
            texts = {name: text for card in self.cards.values() for name, text in card.texts().items()}
            keep_chair(self._session.drafts, self._order.id, texts)

    # --- which day

    def _orders(self, state: PatientState) -> tuple[OrderRecord, ...]:
        assert state.course is not None
        cycles = sorted({one.cycle for one in state.space.orders if one.course_id == state.course.id})
        return tuple(order for cycle in cycles if (order := state.order(cycle)) is not None)

    def _cycle_words(self, order: OrderRecord) -> str:
        words = tr("given") if order.state == "given" else tr("signed")
        return tr("Cycle {0} · day 1 {1} · {2}").format(order.cycle, shown_date(order.day1, weekday=False), words)

    def _due(self, orders: tuple[OrderRecord, ...]) -> OrderRecord:
        """The first with an infusion nobody signed for, up to today; else the last that has begun, else the first."""
        begun = [one for one in orders if one.day1 <= self._session.today]
        assert self._state is not None
        for order in begun:
            if order.state == "signed" and self._next_day(order):
                return order
        return begun[-1] if begun else orders[0]

    def _next_day(self, order: OrderRecord) -> int:
        """The first cycle day with an infusion nobody signed for, 0: none."""
        assert self._state is not None
        for day in days_of(order):
            if any(one.signed is None for one in infusions_of(self._state, order, day)):
                return day
        return 0

    def _take(self, order: OrderRecord, day: int) -> None:
        """Show one day of one order; the cards are made anew only where something of them changed."""
        self._order = order
        days = days_of(order)
        self._day = day if day in days else self._next_day(order) or (days[-1] if days else 0)
        self._filling = True
        planned = [(str(one), self._day_words(order, one)) for one in days]
        if [words for _value, words in planned] != [button.text() for button in self.days.buttons.values()]:
            self.days.set_choices(planned)
        self.days.choose(str(self._day))
        self._filling = False
        self._show()

    def _day_words(self, order: OrderRecord, day: int) -> str:
        return tr("Day {0} · {1}").format(day, shown_date(order.day1 + timedelta(days=day - 1)))

    # --- what is shown

    def _show_nothing(self, words: str) -> None:
        self._order, self._shown = None, None
        self.cards = {}
        self.setEnabled(False)
        self.message.say("note", words)

    def _show(self) -> None:
        assert self._state is not None and self._order is not None and self._state.files is not None
        self.setEnabled(True)
        infusions = infusions_of(self._state, self._order, self._day)
        shown = (self._order.id, infusions)
        if shown != self._shown:
            self._shown = shown
            texts = kept_chair(self._session.drafts, self._order.id)
            for old in self.cards.values():
                texts |= old.texts()
            style = self._state.files.profile.date_style
            self.cards = {}
            for infusion in infusions:
                card = InfusionCard(self._session, self._order.id, infusion, style, self._clock)
                self.cards[card.name] = card
                card.stored.connect(self._on_stored)
                card.asked.connect(self._on_asked)
                last = last_access(self._state.space.administrations, self._session.today)
                if last is not None:
                    card.offer_access(*last)
                card.put_back(texts)
                card.typed.connect(self._on_typed)
            self._arrange()
            self._open_next()
        self._look_again()
        if self._goes_on and self._open:
            self.cards[self._open].start()
        self._goes_on = False

    def _arrange(self) -> None:
        fixed = (self.heading, self.top, self.release, self.go_ahead, self.proposal)
        self._column.clear(*fixed)
        self._column.fill(*fixed, *self.cards.values())
        for widget in (self.heading, self.top, *self.cards.values()):
            widget.show()

    def _open_next(self) -> None:
        """One card is open: the one that was, else the first nobody signed for."""
        waiting = [name for name, card in self.cards.items() if card.infusion.signed is None]
        self._open = self._open if self._open in waiting else (waiting[0] if waiting else "")

    @Slot()
    def _look_again(self) -> None:
        """What may be signed may have changed with the person, the release or the go-ahead."""
        state, order = self._state, self._order
        if state is None or order is None:
            return
        left = sum(card.infusion.signed is None for card in self.cards.values())
        self.heading.setText(tr("Cycle {0}, day {1}").format(order.cycle, self._day))
        self.words.setText(
            tr("{0} of {1} infusions still to be signed for").format(left, len(self.cards))
            if left else tr("Every infusion of this day is signed for")
        )  # fmt: skip
        locked = self._say_release(state, order)
        if self._day in waiting_days(state, order.cycle) and left:
            self.go_ahead.say(
                "warn", tr("Day {0} has no go-ahead yet; it is given on the Visit page.").format(self._day)
            )
        else:
            self.go_ahead.clear()
        for name, card in self.cards.items():
            card.show_form(open_up=name == self._open, locked=locked)
        self._propose(order)

    def _say_release(self, state: PatientState, order: OrderRecord) -> str:
        """Why nothing can be signed for: with accounts an order is released first; a differing check always holds."""
        release = release_in(state.space, order)
        self.release.clear()
        if release.standing != "released":
            holds = self._session.accounts or release.standing == "differs"
            tone: Tone = "stop" if holds else "note"
            self.release.say(tone, "\n".join(release.missing), tr("The order is not released"))
            if holds:
                return tr("The order is not released; nothing can be signed for.")
        if self._session.has_person and self._session.person.role not in CLINICAL:
            return tr("A nurse, pharmacist or prescriber signs for what is given.")
        return ""

    def _propose(self, order: OrderRecord) -> None:
        """Once every infusion of day 1 is signed for, the cycle can be recorded as given."""
        self.proposal.clear()
        if order.state != "signed" or self._state is None:
            return
        first = infusions_of(self._state, order, 1)
        lines = [one.signed for one in first if one.signed is not None]
        if not first or len(lines) < len(first):
            return
        given = [one.entry.on for one in lines if one.entry.given_mg]
        if not given:
            words = tr("Nothing was given on day 1: put the cycle off on the Plan page, or hold what is not given.")
            self.proposal.say("note", words, tr("Every infusion of day 1 is signed for"))
            return
        words = tr("After this the order can never be changed.")
        title = tr("Record cycle {0} as given on {1}?").format(order.cycle, shown_date(min(given)))
        self.proposal.say("ok", words, title)
        self.proposal.add_action(tr("&Yes, given"), partial(self._give, order, min(given)), "yes", main=True)

    def _give(self, order: OrderRecord, on: date) -> None:
        actions, person = self._session.actions, self._session.person
        future = actions.mark_given(person, order.id, order.version, on)
        self._session.link.ask(future, self._on_given, self._on_refused, self)

    # --- what a person does

    @Slot(str)
    def _on_cycle(self, value: str) -> None:
        if self._filling or self._state is None:
            return
        self.flush()
        order = self._state.order(int(value))
        if order is not None:
            self._open = ""
            self._take(order, 0)

    @Slot(str)
    def _on_day(self, value: str) -> None:
        if not self._filling and self._order is not None:
            self.flush()
            self._open = ""
            self._take(self._order, int(value))

    @Slot(str)
    def _on_asked(self, name: str) -> None:
        self._open = name
        self._look_again()
        self.cards[name].start()

    @Slot()
    def _on_typed(self) -> None:
        self._waiting = True
        self._timer.start()

    @Slot(object)
    def _on_stored(self, record: AdministrationRecord) -> None:
        entry = record.entry
        self.message.clear()
        if record.withdrawn:
            self.message.say("note", tr("The line of {0} is withdrawn; enter it anew.").format(entry.drug))
        elif entry.event != "none":
            words = tr("Its grade and its course belong to the adverse events of the visit.")
            self.message.say("warn", words, tr("{0}: {1} is on record").format(entry.drug, tr(entry.event)))
            term = TERMS[entry.event]
            self.message.add_action(
                tr("&Open it on the visit"), partial(self.event_wanted.emit, term), "event", main=True
            )
        else:
            self.message.say("ok", tr("{0} is signed for.").format(entry.drug))
        self._goes_on = True  # to the next one, with the next reading
        self._waiting = True  # what was typed for it is no longer kept
        self._session.saved.emit()
        self.changed.emit()

    def _on_given(self, _order: OrderRecord) -> None:
        self.message.say("ok", tr("The cycle is recorded as given."))
        self._session.saved.emit()
        self.changed.emit()

    def _on_refused(self, words: str, _error: Exception) -> None:
        self.message.say("stop", words, tr("Not recorded as given"))

    @Slot()
    def _on_tablets(self) -> None:
        if self._order is not None:
            self.flush()
            self.dose_wanted.emit(self._order.cycle)

    def _lay_out(self) -> None:
        self.top = Row(self.cycle, self.days, spacing=12)
        self._column.fill(self.heading, self.top, self.release, self.go_ahead, self.proposal)
        inner = self._column.widget()
        if inner is not None:  # the whole column: a card narrower than its place would be given too little height
            inner.setMaximumWidth(em(WIDE_EM))
        message = QHBoxLayout()
        message.setContentsMargins(px(24), 0, px(24), px(8))
        message.addWidget(self.message)
        self.bar = FootBar((self.words,), (self.tablets_button,))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, px(8), 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._column, 1)
        whole.addLayout(message)
        whole.addWidget(self.bar)
