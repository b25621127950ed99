"""The forms beside the month grid: delay a cycle, hold or stop a drug, end or take back what is in force."""

from datetime import date, timedelta
from decimal import Decimal
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtWidgets import QWidget

from gui.plan.course_view import drug_words
from gui.widgets.card import Card, Muted
from gui.widgets.choice import Segmented
from gui.widgets.combo import ComboField
from gui.widgets.date_field import DateField
from gui.widgets.date_rule import Style
from gui.widgets.dates import shown_date
from gui.widgets.number_field import NumberField
from gui.widgets.text_field import TextField
from records.reasons import Use, all_reasons, reasons_for
from regimen.given import EVERYTHING, Half

MOST_DAYS = Decimal(365)  # what a course can be laid out with; a longer pause is a new course


def _tr(text: str) -> str:
    return QCoreApplication.translate("PlanForms", text)


class Form(Card):
    """Fields in a card. `changed()` after each one; `missing()`: what is still needed, in words, "" when complete."""

    changed = Signal()

    def __init__(self, title: str, name: str, use: Use, parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self.setObjectName(name)
        self.reason = ComboField(
            self.tr("&Reason"), [(reason.code, reason.words) for reason in reasons_for(use)], name=f"{name}_reason"
        )
        self.words = TextField(self.tr("In &words"), 400, optional=True, name=f"{name}_words")

    def end_form(self) -> None:
        """Put the reason last."""
        self.add(self.reason)
        self.add(self.words)
        self.reason.chosen.connect(self._tell)
        self.words.changed.connect(self._tell)

    def reason_missing(self) -> str:
        """What the reason still needs."""
        code = self.reason.value()
        if code is None:
            return self.tr("A reason is needed.")
        needed = any(reason.code == code and reason.words_needed for reason in all_reasons())
        if self.words.refusal():
            return self.words.refusal()
        return self.tr("This reason needs words of its own.") if needed and not self.words.value() else ""

    @Slot()
    def _tell(self) -> None:
        self.changed.emit()


class DelayForm(Form):
    """Days, or a new day 1; and whether the later cycles move too, which is asked and never assumed."""

    def __init__(self, cycle: int, day1: date, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(_tr("Delay cycle {0}").format(cycle), "delay", "delay", parent)
        self.cycle = cycle
        self._day1 = day1
        self._following = False
        self.add(Muted(self.tr("Day 1 is planned for {0}.").format(shown_date(day1))))
        self.days = NumberField(
            self.tr("D&ays later"), self.tr("days"), least=Decimal(1), most=MOST_DAYS, decimals=0, name="delay_days"
        )
        self.new_day1 = DateField(
            self.tr("or new day &1"),
            style=style,
            earliest=day1 + timedelta(days=1),
            latest=day1 + timedelta(days=int(MOST_DAYS)),
            name="delay_new_day1",
        )
        self.shift = Segmented(
            (("all", self.tr("this and all later cycles")), ("this", self.tr("this one only"))),
            self.tr("Which cycles &move?"),
            name="delay_shift",
        )
        for field in (self.days, self.new_day1, self.shift):
            self.add(field)
        self.end_form()
        self.days.understood.connect(self._on_days)
        self.new_day1.understood.connect(self._on_day1)
        self.shift.chosen.connect(self._tell)

    def asked(self) -> tuple[int, str] | None:
        """Days and shift, None while either is missing."""
        days, shift = self.days.value(), self.shift.value()
        return (int(days), shift) if days is not None and shift is not None else None

    def missing(self) -> str:
        """What is still needed, in words."""
        if self.days.value() is None:
            return self.tr("How many days later?")
        if self.shift.value() is None:
            return self.tr("Say which cycles move.")
        return self.reason_missing()

    @Slot(object)
    def _on_days(self, days: Decimal | None) -> None:
        if not self._following:
            self._following = True
            self.new_day1.set_value(None if days is None else self._day1 + timedelta(days=int(days)))
            self._following = False
        self._tell()

    @Slot(object)
    def _on_day1(self, day: date | None) -> None:
        if not self._following:
            self._following = True
            self.days.set_text("" if day is None else str((day - self._day1).days))
            self._following = False
            self._tell()


class AskedHold(NamedTuple):
    """What a hold form asks for. end None: until further notice, or a stop; halves: of tablets not taken."""

    drug: str
    start: date
    end: date | None
    start_half: Half = "am"
    end_half: Half = "pm"


def _halves(label: str, name: str, chosen: Half) -> Segmented:
    """Morning or evening; whole days until somebody says otherwise."""
    field = Segmented((("am", _tr("morning")), ("pm", _tr("evening"))), label, name=name)
    field.choose(chosen)
    return field


def _half(field: Segmented) -> Half:
    return "pm" if field.value() == "pm" else "am"


class HoldForm(Form):
    """Hold a drug from a date to a date or until further notice; or stop a drug or the whole treatment for good."""

    def __init__(
        self,
        drugs: tuple[str, ...],
        start: date,
        style: Style,
        *,
        stop: bool,
        oral: frozenset[str] = frozenset(),
        parent: QWidget | None = None,
    ) -> None:
        title = _tr("Stop a drug or the course") if stop else _tr("Hold a drug")
        super().__init__(title, "stop" if stop else "hold", "stop" if stop else "hold", parent)
        self.stop = stop
        self._oral = oral
        name = self.objectName()
        everything = ((EVERYTHING, drug_words(EVERYTHING)),) if stop else ()
        self.drug = ComboField(
            self.tr("Stop &what?") if stop else self.tr("&Drug"),
            [(drug, drug) for drug in drugs] + list(everything),
            name=f"{name}_drug",
        )
        self.start = DateField(self.tr("First day &not given"), style=style, name=f"{name}_start")
        self.start.set_value(start)
        self.until = Segmented(
            (("notice", self.tr("until further notice")), ("date", self.tr("to a date"))),
            self.tr("How &long?"),
            name=f"{name}_until",
        )
        self.end = DateField(self.tr("La&st day not given"), style=style, name=f"{name}_end")
        self.start_half = _halves(self.tr("First dose not ta&ken"), f"{name}_start_half", "am")
        self.end_half = _halves(self.tr("Last dose not t&aken"), f"{name}_end_half", "pm")
        self.add(self.drug)
        self.add(self.start)
        self.add(self.start_half)
        self.add(self.until)
        self.add(self.end)
        self.add(self.end_half)
        self.until.setVisible(not stop)
        self._show_halves()
        self.end_form()
        self.start_half.chosen.connect(self._tell)
        self.end_half.chosen.connect(self._tell)
        self.drug.chosen.connect(self._show_halves)
        self.drug.chosen.connect(self._tell)
        self.start.understood.connect(self._tell)
        self.until.chosen.connect(self._on_until)
        self.end.understood.connect(self._tell)

    def asked(self) -> AskedHold | None:
        """What is asked for, None while something is missing."""
        drug, start = self.drug.value(), self.start.value()
        if drug is None or start is None or (not self.stop and self._end_missing()):
            return None
        end = self.end.value() if not self.stop and self.until.value() == "date" else None
        if self.stop or drug not in self._oral:
            return AskedHold(drug, start, end)
        return AskedHold(drug, start, end, _half(self.start_half), "pm" if end is None else _half(self.end_half))

    def missing(self) -> str:
        """What is still needed, in words."""
        if self.drug.value() is None:
            return self.tr("Choose what.")
        if self.start.value() is None:
            return self.tr("From which day?")
        if not self.stop and self._end_missing():
            return self._end_missing()
        return self.reason_missing()

    def _end_missing(self) -> str:
        start, end = self.start.value(), self.end.value()
        if self.until.value() is None:
            return self.tr("Say until when.")
        if self.until.value() == "notice":
            return ""
        if end is None:
            return self.tr("Until which day?")
        halves = (_half(self.start_half), _half(self.end_half)) if self._by_halves() else ("am", "pm")
        before = start is not None and (end, halves[1]) < (start, halves[0])
        return self.tr("It cannot end before it begins.") if before else ""

    def _by_halves(self) -> bool:
        return not self.stop and self.drug.value() in self._oral

    @Slot(str)
    def _on_until(self, _value: str) -> None:
        self._show_halves()
        self._tell()

    @Slot()
    def _show_halves(self) -> None:
        """Half days only for tablets, the end only where there is one."""
        ends = not self.stop and self.until.value() == "date"
        self.end.setVisible(ends)
        self.start_half.setVisible(self._by_halves())
        self.end_half.setVisible(ends and self._by_halves())


class EndHoldForm(Card):
    """The last day a hold is in force, or the hold taken back as if it had not been; why is always asked."""

    changed = Signal()

    def __init__(
        self, words: str, start: date, style: Style, *, stop: bool, oral: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(_tr("Take back a stop") if stop else _tr("End a hold"), parent)
        self.setObjectName("end_hold")
        self._stop, self._start, self._oral = stop, start, oral
        self.add(Muted(words))
        self.how = Segmented(
            (("end", self.tr("it ends on a day")), ("back", self.tr("take it back wholly"))),
            self.tr("&How?"),
            name="end_hold_how",
        )
        self.end = DateField(self.tr("La&st day not given"), style=style, earliest=start, name="end_hold_end")
        self.half = _halves(self.tr("Last dose not t&aken"), "end_hold_half", "pm")
        self.why = TextField(self.tr("&Why"), 400, name="end_hold_why")
        if not stop:
            self.add(self.how)
            self.add(self.end)
            self.add(self.half)
            self.end.setVisible(False)
            self.half.setVisible(False)
        else:
            for field in (self.how, self.end, self.half):
                field.setParent(self)
                field.hide()
        self.add(self.why)
        self.half.chosen.connect(self._tell)
        self.how.chosen.connect(self._on_how)
        self.end.understood.connect(self._tell)
        self.why.changed.connect(self._tell)

    def known(self) -> bool:
        """Whether it is said how the hold ends."""
        return self._stop or self.how.value() == "back" or (self.how.value() == "end" and self.end.value() is not None)

    def end_day(self) -> date | None:
        """The last held day; None takes the hold back."""
        return None if self._stop or self.how.value() == "back" else self.end.value()

    def end_half(self) -> Half:
        """The last half day held."""
        return _half(self.half) if self._oral and self.end_day() is not None else "pm"

    def missing(self) -> str:
        """What is still needed, in words."""
        if not self.known():
            return self.tr("Say how it ends.")
        return "" if self.why.value() else self.tr("Say why.")

    @Slot(str)
    def _on_how(self, value: str) -> None:
        self.end.setVisible(value == "end")
        self.half.setVisible(value == "end" and self._oral)
        self._tell()

    @Slot()
    def _tell(self) -> None:
        self.changed.emit()


class WithdrawForm(Card):
    """A delay or a restart taken back; why is asked."""

    changed = Signal()

    def __init__(self, words: str, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(title or _tr("Withdraw a delay"), parent)
        self.setObjectName("withdraw")
        self.add(Muted(words))
        self.why = TextField(self.tr("&Why"), 400, name="withdraw_why")
        self.add(self.why)
        self.why.changed.connect(self._tell)

    def missing(self) -> str:
        """What is still needed, in words."""
        return "" if self.why.value() else self.tr("Say why.")

    @Slot()
    def _tell(self) -> None:
        self.changed.emit()
