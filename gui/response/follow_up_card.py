"""What became of the course: end of treatment and why, other therapy, death; and how responses are judged."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gui.response.disease_part import DiseasePart
from gui.response.follow_up_keeper import FollowUpKeeper
from gui.session import Session
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
from records.values.core import CourseRecord
from records.values.responses import OFF_REASONS, FollowUpEntry, FollowUpRecord, ResponseSettings


class FollowUpCard(Card):
    """`wanted(FollowUpEntry, str)` with the reason of a change; `end_wanted()`: a person asks to end the course.

    `typed()` when a person typed or chose something; `disease_stored()`: the disease at the start was put down.
    """

    wanted = Signal(object, str)
    end_wanted = Signal()
    typed = Signal()
    disease_stored = Signal()

    def __init__(
        self, session: Session, style: Style, today: date, course_id: UUID, parent: QWidget | None = None
    ) -> None:
        super().__init__(self.tr("What became of the course"), parent)
        self.setObjectName("follow_up")
        self._record: FollowUpRecord | None = None
        self._shown = FollowUpEntry()
        self._filling = self._touched = self._begun = False
        self.disease = DiseasePart(session)
        self.disease.stored.connect(self.disease_stored)
        self.draft = Strip("follow_draft")
        self.kept = Muted("", small=True)
        self.kept.setObjectName("follow_state")
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
        self.keeper = FollowUpKeeper(session, course_id, self)

    def _lay_out(self) -> None:
        self.add(self.proposal)
        self.add(self.draft)
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
        foot.addWidget(self.kept)
        foot.addStretch(1)
        self.body.addLayout(foot)
        self.add(self.disease)
        self.save_button.clicked.connect(self._on_save)
        self.end_button.clicked.connect(self.end_wanted)
        for field in self._lines().values():
            field.changed.connect(self._on_typed)
        self.reason.combo.currentIndexChanged.connect(self._on_typed)
        for check in (self.confirm, self.between):
            check.toggled.connect(self._on_typed)

    def show_record(self, record: FollowUpRecord | None, course: CourseRecord, *, may_end: bool) -> None:
        """What is stored; what is being typed stays, and is offered again where the store has something newer."""
        entry = record.entry if record is not None else FollowUpEntry()
        self.disease.show_course(course)
        newer = record is not None and (self._record is None or record.version != self._record.version)
        if newer or not self._begun:
            self.keeper.now()  # with the version it was typed over
            self._begun = True
            self._record, self._shown = record, entry
            self._fill(entry)
            self.keeper.bring_back()
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

    def version(self) -> int | None:
        """Of the stored follow-up that is shown, 0 where there is none yet; None before anything is shown."""
        if not self._begun:
            return None
        return 0 if self._record is None else self._record.version

    def touched(self) -> bool:
        """Whether a person typed something that is not stored."""
        return self._touched

    def _lines(self) -> Mapping[str, DateField | NumberField | TextField]:
        """Every field that is typed in, by its name in a draft."""
        return {**self.dates, **self.numbers, "words": self.words, "note": self.note, "why": self.why}

    def texts(self) -> dict[str, object]:
        """Exactly what stands in every field, valid or not."""
        return {
            **{name: field.text() for name, field in self._lines().items()}, "reason": self.reason.value() or "",
            "confirm": self.confirm.isChecked(), "between": self.between.isChecked(),
        }  # fmt: skip

    def put_back(self, texts: Mapping[str, object]) -> None:
        """What `texts` gave before."""
        self._filling = True
        for name, field in self._lines().items():
            field.set_text(str(texts.get(name) or ""))
        self.reason.choose(str(texts.get("reason") or ""))
        self.confirm.setChecked(bool(texts.get("confirm")))
        self.between.setChecked(bool(texts.get("between")))
        self._filling, self._touched = False, True

    def stored(self) -> None:
        """What is typed here is in the store now."""
        self._touched = False
        self.keeper.forget()

    def leave(self) -> None:
        """Another course is shown: keep what waits, and go."""
        self.keeper.now()
        self.hide()  # else shown as a window if it was only just put in
        self.setParent(None)
        self.deleteLater()

    @Slot()
    def _on_typed(self) -> None:
        if self._begun and not self._filling:
            self._touched = True
            self.typed.emit()

    def _fill(self, entry: FollowUpEntry) -> None:
        self._filling, self._touched = True, False
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
        self._filling = False

    @Slot()
    def _on_save(self) -> None:
        entry = self.entry()
        if entry is not None:
            self.wanted.emit(entry, self.why.value())
