"""A patient is moved to another approved version of their regimen or practice profile, the difference seen first."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from uuid import uuid4

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from gui.regimens.result_rows import difference_row
from gui.session import Session
from gui.theme.metrics import em, px
from gui.widgets.buttons import primary, quiet
from gui.widgets.card import Card, Label, Muted
from gui.widgets.column import Row, ScrollColumn, empty
from gui.widgets.combo import ComboField
from gui.widgets.dates import shown_date
from gui.widgets.strip import Strip
from gui.widgets.text_field import TextField
from gui.widgets.writing import stores
from gui.workspace.state import PatientState
from records.course.moved import CycleDates, MoveLook, look_at_move
from records.values.core import CourseRecord
from records.values.moves import MoveChoice, MoveTarget

STAYS = "stays"


class MovePage(QWidget):
    """`moved(str)` once it is stored, with what to say; `left()` when nothing is to be moved."""

    moved = Signal(str)
    left = Signal()

    def __init__(self, session: Session, state: PatientState) -> None:
        super().__init__()
        stores(self).setObjectName("move_page")
        self.setProperty("role", "page")
        assert state.course is not None
        self._session, self._state, self._course = session, state, state.course
        self._choice: MoveChoice | None = None
        self._key = uuid4()
        self._turn = 0
        self._shown: tuple[str, str] | None = None
        self._make_widgets()
        self._lay_out()
        for field in (self.regimen, self.profile):
            field.chosen.connect(self._look)
        self.move_button.clicked.connect(self._on_move)
        self.leave_button.clicked.connect(self.left)

    def start(self) -> None:
        """Ask what the course can be moved to."""
        future = self._session.actions.move_choice(self._course.id)
        self._session.link.ask(future, self._on_choice, self._on_refused, self)

    def load(self, state: PatientState) -> None:
        """The patient was read again; what was chosen stays, and its difference is shown anew."""
        assert state.course is not None
        self._state, self._course = state, state.course
        self.start()

    def flush(self) -> None:
        """Nothing waits here: a move is stored when it is made, and not before."""

    def _make_widgets(self) -> None:
        self.now = Muted("")
        self.now.setObjectName("move_now")
        self.regimen = ComboField(self.tr("&Regimen file"), (), name="move_regimen")
        self.profile = ComboField(self.tr("&Practice profile"), (), name="move_profile")
        self.from_words = Label("", "strong", wrap=True)
        self.from_words.setObjectName("move_from")
        self.falls = Strip("move_falls")
        self.strip = Strip("move_strip")
        self.differences = Card(self.tr("Difference"))
        self.differences.setObjectName("move_differences")
        self.dates = Card(self.tr("Dates"))
        self.dates.setObjectName("move_dates")
        self.reason = TextField(self.tr("&Why is the patient moved?"), 400, name="move_reason")
        self.move_button = primary(self.tr("&Move the patient"), "move_do", icon="ok")
        self.leave_button = quiet(self.tr("&Leave as it is"), "move_leave", icon="undo")

    def _lay_out(self) -> None:
        ask = Card(self.tr("Move to another version"))
        for widget in (self.now, Row(self.regimen, self.profile), self.from_words, self.falls, self.reason, self.strip):
            ask.add(widget)
        buttons = QHBoxLayout()
        buttons.addWidget(self.move_button)
        buttons.addWidget(self.leave_button)
        buttons.addStretch(1)
        ask.body.addLayout(buttons)
        side = QWidget()
        side.setProperty("role", "clear")
        two = QVBoxLayout(side)
        two.setContentsMargins(0, 0, 0, 0)
        two.setSpacing(px(12))
        for card in (ask, self.differences, self.dates):
            card.setMaximumWidth(em(76))
            two.addWidget(card)
        two.addStretch(1)
        area = ScrollColumn(margins=24)
        area.fill(side)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)

    # --- what can be chosen

    def _on_choice(self, choice: MoveChoice) -> None:
        self._choice = choice
        entry = self._course.entry
        self.now.setText(
            self.tr("Now: {0} version {1} · {2}, practice profile {3} · {4}.").format(
                entry.regimen_id, entry.regimen_version, entry.regimen_sha256[:8], entry.practice,
                self._course.profile_sha256[:8],
            )
        )  # fmt: skip
        for field, targets in ((self.regimen, choice.regimens), (self.profile, choice.profiles)):
            field.set_choices([(STAYS, self.tr("stays as it is")), *((one.sha256, _words(one)) for one in targets)])
            if field.value() is None:
                field.choose(STAYS)
        if self._shown is None and choice.regimens:
            self.regimen.choose(choice.regimens[0].sha256)
        self.from_words.setText(
            self.tr("From cycle {0} on. Cycles before it stay as they were signed and given.").format(choice.from_cycle)
        )
        if choice.falls_away:
            cycles = ", ".join(map(str, choice.falls_away))
            self.falls.say(
                "warn", self.tr("It was signed on the version before and has to be signed again."),
                self.tr("The signed order of cycle {0} falls away").format(cycles),
            )  # fmt: skip
        else:
            self.falls.clear()
        self._look()

    def _target(self, field: ComboField, targets: Sequence[MoveTarget]) -> MoveTarget | None:
        return next((one for one in targets if one.sha256 == field.value()), None)

    # --- the difference

    @Slot()
    def _look(self) -> None:
        choice = self._choice
        if choice is None:
            return
        self.move_button.setEnabled(False)
        if choice.refused:
            self.strip.say("stop", choice.refused, self.tr("Not now"))
            return
        self.strip.clear()
        regimen, profile = self._target(self.regimen, choice.regimens), self._target(self.profile, choice.profiles)
        if regimen is None and profile is None:
            nothing = not choice.regimens and not choice.profiles
            words = self.tr("There is no other approved version.") if nothing else self.tr("Choose a version.")
            self._fill(self.differences, [Muted(words)])
            self._fill(self.dates, [Muted(self.tr("No date changes."))])
            return
        self._turn += 1
        turn, key = self._turn, (self.regimen.value() or "", self.profile.value() or "")
        look = partial(
            look_at_move, self._state.space, self._course, self._state.settings, choice.from_cycle, regimen, profile
        )
        self._session.link.run(look, lambda found: self._on_look(turn, key, found), self._on_refused, self)

    def _on_look(self, turn: int, key: tuple[str, str], look: MoveLook) -> None:
        if turn != self._turn:
            return
        rows = [difference_row(one) for one in (*look.regimen, *look.profile)]
        self._fill(self.differences, rows)
        self._fill(self.dates, [self._dates(look.dates)])
        self._shown = key
        self.move_button.setEnabled(self._session.may("move course"))

    def _dates(self, dates: Sequence[CycleDates]) -> QWidget:
        table = QWidget()
        table.setProperty("role", "clear")
        grid = QGridLayout(table)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(px(24))
        grid.setVerticalSpacing(px(4))
        heads = (self.tr("Cycle"), self.tr("Day 1 now"), self.tr("Day 1 then"), self.tr("Days now, then"))
        for column, head in enumerate(heads):
            grid.addWidget(Muted(head, small=True), 0, column)
        for row, one in enumerate(dates, 1):
            look = "strong" if one.changed else "label"
            lengths = (
                f"{one.length_before or '–'} → {one.length_after or '–'}" if one.changed else f"{one.length_after}"
            )
            cells = (str(one.cycle), _day(one.before), _day(one.after), lengths)
            for column, words in enumerate(cells):
                grid.addWidget(Label(words, look), row, column)
        grid.setColumnStretch(len(heads), 1)
        if not any(one.changed for one in dates):
            grid.addWidget(Muted(self.tr("No date changes.")), len(dates) + 1, 0, 1, len(heads))
        return table

    def _fill(self, card: Card, rows: Sequence[QWidget]) -> None:
        empty(card.body, card.heading)
        card.body.addWidget(card.heading)
        for row in rows:
            card.body.addWidget(row)

    # --- doing it

    @Slot()
    def _on_move(self) -> None:
        choice, key = self._choice, (self.regimen.value() or "", self.profile.value() or "")
        if choice is None or self._shown != key or not self.reason.ask_for():
            return
        self.move_button.setEnabled(False)
        course = self._course
        regimen = course.entry.regimen_sha256 if key[0] == STAYS else key[0]
        profile = course.profile_sha256 if key[1] == STAYS else key[1]
        future = self._session.actions.move_course(
            self._session.person, self._key, course, choice.from_cycle, regimen, profile, self.reason.value()
        )
        self._session.link.ask(future, self._on_moved, self._on_refused, self)

    def _on_moved(self, course: CourseRecord) -> None:
        entry = course.entry
        self.moved.emit(
            self.tr("Moved: from cycle {0} on {1} version {2}, practice profile {3}.").format(
                course.moves[-1].from_cycle, entry.regimen_id, entry.regimen_version, entry.practice
            )
        )

    def _on_refused(self, words: str, _error: Exception) -> None:
        self.strip.say("stop", words, self.tr("Not moved"))


def _words(target: MoveTarget) -> str:
    origin = "came with the program" if target.shipped else "own, approved here"
    return f"{target.file_id} version {target.file_version} · {origin} · {target.sha256[:8]}"


def _day(day: date | None) -> str:
    return "–" if day is None else shown_date(day)
