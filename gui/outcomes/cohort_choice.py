"""Whose cohort, who of it counts, and by which rules it is summed up; every choice is named with the figures."""

from datetime import date
from decimal import Decimal
from typing import cast

from PySide6.QtCore import Signal

from gui.outcomes.flow_row import FlowRow
from gui.session import Session
from gui.theme.metrics import em
from gui.widgets.card import Card
from gui.widgets.combo import ComboField
from gui.widgets.date_field import DateField
from gui.widgets.number_field import NumberField
from gui.widgets.style_of import date_style
from outcomes.cohort.summary import Choices
from outcomes.cohort.values import Cohort, Filter, known_factors
from outcomes.cohort.words import BANDS, METHODS, RULES
from outcomes.proportions import Method
from outcomes.survival.endpoints import MOST_SCAN_DAYS, SCAN_EVERY_DAYS, Rule
from outcomes.survival.kaplan_meier import Band

EVERYBODY = ""


class CohortChoice(Card):
    """`changed` at every choice that changes a figure."""

    changed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.set_title(self.tr("Who counts, and by which rules"))
        style = date_style(session.settings)
        self.filters = {
            factor.id: ComboField(factor.title, name=f"cohort_filter_{factor.id}")
            for factor in known_factors().values()
            if factor.filter
        }
        self.first = DateField(self.tr("First dose from"), optional=True, style=style, name="cohort_first")
        self.last = DateField(self.tr("First dose to"), optional=True, style=style, name="cohort_last")
        self.cutoff = DateField(self.tr("Cut-off"), optional=True, style=style, name="cohort_cutoff")
        self.interval = ComboField(self.tr("Limits of proportions"), list(METHODS.items()), name="cohort_interval")
        self.rule = ComboField(
            self.tr("Rule of progression"), [(rule, rule.replace("-", " ")) for rule in RULES], name="cohort_rule"
        )
        self.band = ComboField(self.tr("Limits of curves"), list(BANDS.items()), name="cohort_band")
        self.by = ComboField(self.tr("Curves by"), name="cohort_by")
        self.scan_days = NumberField(
            self.tr("Scans every"), self.tr("days"), least=Decimal(1), most=Decimal(MOST_SCAN_DAYS), decimals=0,
            name="cohort_scan_days",
        )  # fmt: skip
        self.scan_days.set_text(str(SCAN_EVERY_DAYS))
        self.scan_days.setToolTip(
            self.tr("For the strict rule: without a scan for more than twice as long and 7 days, scans were missed.")
        )
        who, how = FlowRow(), FlowRow()
        for field in (*self.filters.values(), self.first, self.last):
            field.setFixedWidth(em(12))
            who.add(field)
        for field in (self.interval, self.rule, self.scan_days, self.band, self.by, self.cutoff):
            field.setFixedWidth(em(17) if field is self.interval else em(12))
            how.add(field)
        self.add(who)
        self.add(how)
        for value, combo in (
            (Choices().interval, self.interval),
            (Choices().rule, self.rule),
            (Choices().band, self.band),
        ):
            combo.choose(value)
        for combo in (*self.filters.values(), self.interval, self.rule, self.band, self.by):
            combo.chosen.connect(lambda _value: self.changed.emit())
        self.scan_days.understood.connect(lambda _days: self.changed.emit())
        for day in (self.first, self.last, self.cutoff):
            day.understood.connect(lambda _day: self.changed.emit())

    def show_cohort(self, cohort: Cohort) -> None:
        """The values that occur become the choices; what was chosen stays where it still occurs."""
        for ident, field in self.filters.items():
            values = cohort.values_of(ident)
            field.blockSignals(True)
            field.set_choices([(EVERYBODY, self.tr("all")), *((value, value) for value in values)])
            field.choose(field.value() or EVERYBODY)
            field.setEnabled(bool(values))
            field.blockSignals(False)
        known = known_factors()
        words = [
            (name, known[name].title if name in known else name)
            for name in sorted({name for one in cohort.patients for name in one.factors})
            if 1 < len(cohort.values_of(name)) <= 6
        ]
        self.by.blockSignals(True)
        self.by.set_choices([("", self.tr("nothing")), *words])
        self.by.choose(self.by.value() or "")
        self.by.blockSignals(False)

    def filter(self) -> Filter:
        """Who counts."""
        where = {ident: value for ident, field in self.filters.items() if (value := field.value())}
        return Filter(where, self.first.value(), self.last.value())

    def choices(self) -> Choices:
        """By which rules."""
        cutoff: date | None = self.cutoff.value()
        return Choices(
            cast(Method, self.interval.value()), cast(Band, self.band.value()), cast(Rule, self.rule.value()),
            int(self.scan_days.value() or SCAN_EVERY_DAYS), cutoff, self.by.value() or "",
        )  # fmt: skip

    def holds(self) -> bool:
        """Whether every day typed is one, and the days between scans a number."""
        if self.scan_days.value() is None:
            return False
        return not any(day.text().strip() and day.value() is None for day in (self.first, self.last, self.cutoff))
