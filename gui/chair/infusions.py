"""The infusions of one treatment day: what the order gives, and what was signed for. Values only, no widgets."""

from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication

from gui.dose.release_words import moment
from gui.dose.words import minutes_words
from gui.widgets.dates import shown_date
from gui.workspace.state import PatientState
from records.course.course_plan import order_value
from records.course.cycle_case import not_given_of
from records.values.administrations import ACCESSES, EVENTS, AdministrationRecord, VitalSigns
from records.values.core import OrderRecord
from regimen.numbers import plain
from regimen.order import DrugDose

#: What the CTCAE calls it.
TERMS = {"infusion reaction": "Infusion related reaction", "extravasation": "Infusion site extravasation"}


def tr(text: str) -> str:
    """Translate in the context of the Chair page."""
    return QCoreApplication.translate("ChairPage", text)


@dataclass(frozen=True, slots=True)
class Infusion:
    """One infusion of a day.

    number     its place in the sequence of the day
    held       a hold or stop in force takes it away
    signed     the line in force; withdrawn: lines that were wrong
    """

    number: int
    dose: DrugDose
    cycle_day: int
    planned: date
    held: bool
    signed: AdministrationRecord | None
    withdrawn: tuple[AdministrationRecord, ...]


def days_of(order: OrderRecord) -> tuple[int, ...]:
    """Cycle days with an infusion."""
    doses = order_value(order).doses
    return tuple(sorted({day for dose in doses if dose.route != "po" for day in dose.days}))


def infusions_of(state: PatientState, order: OrderRecord, cycle_day: int) -> tuple[Infusion, ...]:
    """Every infusion of a cycle day in the order they are given."""
    assert state.course is not None
    on = order.day1 + timedelta(days=cycle_day - 1)
    held = not_given_of(state.space, state.course)
    found: list[Infusion] = []
    for dose in order_value(order).doses:
        if dose.route == "po" or cycle_day not in dose.days:
            continue
        lines = [
            one
            for one in state.space.administrations
            if one.order_id == order.id and (one.entry.drug, one.entry.cycle_day) == (dose.drug, cycle_day)
        ]
        signed = next((one for one in lines if not one.withdrawn), None)
        gone = tuple(one for one in lines if one.withdrawn)
        found.append(
            Infusion(len(found) + 1, dose, cycle_day, on, dose.held or held(dose.drug, on), signed, gone)
        )  # fmt: skip
    return tuple(found)


def bag_words(dose: DrugDose) -> str:
    """Time, diluent and volume."""
    infusion = dose.infusion
    if infusion is None:
        return tr("IV")
    parts = (tr("IV over {0}").format(minutes_words(infusion.minutes)),
             f"{infusion.diluent} {plain(infusion.volume_ml)} mL")  # fmt: skip
    return " · ".join(parts)


def line_words(record: AdministrationRecord) -> tuple[str, ...]:
    """One infusion as it was signed for, a sentence each."""
    entry = record.entry
    if not entry.given_mg:
        said = [tr("Not given: {0}").format(entry.reason)]
    else:
        times = tr("{0} to {1}").format(entry.started, entry.stopped) if entry.stopped else entry.started
        batches = ", ".join(
            tr("{0} (expiry {1})").format(one.number, shown_date(one.expiry, weekday=False))
            if one.expiry
            else one.number
            for one in entry.batches
        )
        where = " · ".join(part for part in (tr(ACCESSES[entry.access]), entry.site) if part)
        given = tr("{0} mg given, {1}").format(plain(entry.given_mg), times)
        said = [" · ".join((given, tr("batch {0}").format(batches), where))]
        if entry.given_mg != record.ordered_mg:
            said.append(tr("Ordered: {0} mg. {1}").format(plain(record.ordered_mg), entry.reason))
    said += [signs_words(one) for one in entry.vital_signs]
    if entry.event != "none":
        said.append(f"{tr(EVENTS[entry.event]).capitalize()}: {entry.done}")
    said += [entry.note] if entry.note else []
    return tuple(said)


def signs_words(signs: VitalSigns) -> str:
    """One line of vital signs."""
    parts = [signs.at]
    parts += [f"{plain(signs.temperature_c)} °C"] if signs.temperature_c is not None else []
    parts += [tr("pulse {0}/min").format(signs.pulse_per_min)] if signs.pulse_per_min is not None else []
    if signs.systolic_mmhg is not None or signs.diastolic_mmhg is not None:
        both = "/".join("–" if one is None else str(one) for one in (signs.systolic_mmhg, signs.diastolic_mmhg))
        parts.append(f"{both} mmHg")
    parts += [f"SpO2 {signs.spo2_percent} %"] if signs.spo2_percent is not None else []
    return " · ".join(parts)


def by_words(record: AdministrationRecord) -> str:
    """Who signed for it and when, and what became of it."""
    said = tr("{0}, {1}, {2}").format(record.by, record.role, moment(record.at))
    return tr("{0} · withdrawn: {1}").format(said, record.withdrawn_why) if record.withdrawn else said
