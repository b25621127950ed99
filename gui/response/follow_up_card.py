"""What became of the course: end of treatment and why, other therapy, death; and how responses are judged."""

from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gui.theme.metrics import px
from gui.widgets.buttons import quiet, secondary
from gui.widgets.card import Card, Muted
from gui.widgets.check import Check
from gui.widgets.column import Row
from gui.widgets.combo import ComboField
from gui.widgets.date_field import DateField
from gui.widgets.date_rule import Style
from gui.widgets.dates import shown_date
from gui.widgets.number_field import NumberField
from gui.widgets.strip import Strip
from gui.widgets.text_field import TextField
from records.response_values import OFF_REASONS, FollowUpEntry, FollowUpRecord, ResponseSettings


class FollowUpCard(Card):
    """`wanted(FollowUpEntry, str)` with the reason of a change; `end_wanted()`: a person asks to end the course."""

    wanted = Signal(object, str)
    end_wanted = Signal()

    def __init__(self, style: Style, today: date, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("What became of the course"), parent)
        self.setObjectName("follow_up")
        self._record: FollowUpRecord | None = None
        self._shown = FollowUpEntry()
        self.proposal = Strip("off_treatment", below=True)
        self.dates = {
            name: DateField(words, optional=True, style=style, latest=today, name=f"follow_{name}")
            for name, words in (
                ("off_on", self.tr("End of treatment")),
                ("new_therapy_on", self.tr("Other anticancer drug from")),
                ("judged_progression_on", self.tr("Progression by judgement")),
                ("last_alive_on", self.tr("Last known alive")),
                ("death_on", self.tr("Died on")),
            )
        }
        reasons = (("", self.tr("not yet")), *((key, words) for key, words in OFF_REASONS.items()))
        self.reason = ComboField(self.tr("Reason off treatment"), reasons, optional=True, name="off_reason")
        self.words = TextField(self.tr("In words"), 400, optional=True, name="off_words")
        self.note = TextField(self.tr("Note"), 400, optional=True, name="follow_note")
        self.confirm = Check(self.tr("a response &must be confirmed"), "confirmation_required")
        self.between = Check(self.tr("a stable scan may lie between t&he PRs"), "allow_sd_between_pr")
        self.numbers = {
            name: NumberField(words, unit, least=0, most=most, decimals=0, name=f"setting_{name}")  # type: ignore[arg-type]
            for name, words, unit, most in (
                ("confirm_min_days", self.tr("Confirmed after"), "d", 1000),
                ("sd_min_days", self.tr("Stable from day"), "", 1000),
                ("max_not_evaluable_between", self.tr("NE between"), "", 100),
            )
        }
        self.why = TextField(self.tr("Reason of the change"), 400, optional=True, name="follow_why")
        self.save_button = secondary(self.tr("Save follow-&up"), "save_follow_up")
        self.end_button = quiet(self.tr("End the c&ourse"), "end_course")
        self._lay_out()

    def _lay_out(self) -> None:
        self.add(self.proposal)
        self.add(Row(self.dates["off_on"], self.reason))
        self.add(self.words)
        self.add(Row(self.dates["new_therapy_on"], self.dates["judged_progression_on"]))
        self.add(Row(self.dates["last_alive_on"], self.dates["death_on"]))
        self.add(self.note)
        self.add(Muted(self.tr("How responses of this course are judged"), small=True))
        self.add(self.confirm)
        self.add(self.between)
        self.add(Row(*self.numbers.values()))
        self.add(self.why)
        foot = QHBoxLayout()
        foot.setSpacing(px(8))
        foot.addWidget(self.save_button)
        foot.addWidget(self.end_button)
        foot.addStretch(1)
        self.body.addLayout(foot)
        self.save_button.clicked.connect(self._on_save)
        self.end_button.clicked.connect(self.end_wanted)

    def show_record(self, record: FollowUpRecord | None, *, may_end: bool) -> None:
        """What is stored; what is being typed stays unless the store has something newer."""
        entry = record.entry if record is not None else FollowUpEntry()
        fresh = self._record is None and record is None and not self.dates["off_on"].text()
        if fresh or (record is not None and (self._record is None or record.version != self._record.version)):
            self._fill(entry)
        self._record, self._shown = record, entry
        self.why.setVisible(record is not None)
        self.end_button.setVisible(may_end and bool(entry.off_reason))

    def propose_progression(self, words: str, today: date) -> None:
        """Fill in an end of treatment because of progression; a person saves it or does not."""
        self.dates["off_on"].set_value(today)
        self.reason.choose("progression")
        self.words.set_text(words)
        self.save_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def entry(self) -> FollowUpEntry | None:
        """The follow-up as entered, None while something is refused."""
        good = [field.ask_for() for field in self.dates.values()]
        good += [field.ask_for() for field in self.numbers.values()]
        if not all((*good, self.words.ask_for(), self.note.ask_for())):
            return None
        numbers = {name: int(field.value() or 0) for name, field in self.numbers.items()}
        return FollowUpEntry(
            self.dates["new_therapy_on"].value(), self.dates["judged_progression_on"].value(),
            self.dates["off_on"].value(), self.reason.value() or "", self.words.value(),  # type: ignore[arg-type]
            self.dates["death_on"].value(), self.dates["last_alive_on"].value(), self.note.value(),
            ResponseSettings(
                self.confirm.isChecked(), numbers["confirm_min_days"], numbers["sd_min_days"],
                numbers["max_not_evaluable_between"], self.between.isChecked(),
            ),
        )  # fmt: skip

    def _fill(self, entry: FollowUpEntry) -> None:
        for name, field in self.dates.items():
            on = getattr(entry, name)
            field.set_text("" if on is None else shown_date(on, weekday=False))
        self.reason.choose(entry.off_reason)
        self.words.set_text(entry.off_words)
        self.note.set_text(entry.note)
        self.confirm.setChecked(entry.settings.confirmation_required)
        self.between.setChecked(entry.settings.allow_sd_between_pr)
        for name, number in self.numbers.items():
            number.set_text(str(getattr(entry.settings, name)))
        self.why.set_text("")

    @Slot()
    def _on_save(self) -> None:
        entry = self.entry()
        if entry is not None:
            self.wanted.emit(entry, self.why.value())
