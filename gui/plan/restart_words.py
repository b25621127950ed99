"""What a restart within a cycle comes to, in words, and what is worked out for it away from the window's thread."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from PySide6.QtCore import QCoreApplication

from gui.plan.course_view import tablets_words
from gui.widgets.dates import shown_date
from gui.workspace.state import PatientState
from records.course.cycle_tablets import doses_told, handed_out, needed, planned_doses, restarted_doses, supply_of
from records.course.restarts import ProposedRestart, proposed_restart
from records.values.core import OrderRecord
from records.values.restarts import RestartEntry, RestartRecord
from regimen.given import Slot
from regimen.numbers import plain
from regimen.restart import Restart


def tr(text: str) -> str:
    """Translate in the context of the Plan page."""
    return QCoreApplication.translate("PlanRestart", text)


@dataclass(frozen=True, slots=True)
class Shown:
    """A restart as proposed, with what the patient may still have at home: None where nothing was recorded."""

    proposed: ProposedRestart
    at_home: Mapping[Decimal, int] | None


def work_out(state: PatientState, entry: RestartEntry) -> Shown:
    """Not for the window's thread: the course is laid out. Raises RegimenError and RecordError with a sentence."""
    assert state.course is not None
    proposed = proposed_restart(state.space, state.course, state.settings, entry)
    return Shown(proposed, at_home(state, proposed.order, entry))


def at_home(state: PatientState, order: OrderRecord, entry: RestartEntry) -> Mapping[Decimal, int] | None:
    """Tablets handed out for the cycle less those of the doses told before the restart; only information."""
    course = state.course
    assert course is not None
    handed = handed_out(state.space.dispensed, course, entry.cycle, entry.drug)
    if not handed:
        return None
    doses = restarted_doses(
        planned_doses(order, course, state.settings, entry.drug), state.space.restarts, order, entry.drug
    )
    holds = [hold for hold in state.space.holds if hold.course_id == course.id]
    told = doses_told(doses, None, holds, entry.drug)
    used = supply_of(dose for dose in told if (dose.at.date, dose.at.half) < entry.start)
    return {size: max(count - used.get(size, 0), 0) for size, count in handed.items()}


def slot_words(slot: Slot) -> str:
    """ "Thu 12 Mar 2026, evening"."""
    return tr("{0}, {1}").format(shown_date(slot[0]), tr("morning") if slot[1] == "am" else tr("evening"))


def doses_words(found: Restart) -> str:
    """How many doses are left, and what becomes of those missed."""
    mornings = tr("1 morning") if found.mornings == 1 else tr("{0} mornings").format(found.mornings)
    evenings = tr("1 evening") if found.evenings == 1 else tr("{0} evenings").format(found.evenings)
    left = tr("{0} left ({1}, {2}): {3} to {4}.").format(
        tr("1 dose is") if found.doses == 1 else tr("{0} doses are").format(found.doses),
        mornings, evenings, slot_words(found.start), slot_words(found.last),
    )  # fmt: skip
    return (
        left
        + " "
        + tr("{0} doses were taken, {1} missed; missed doses are not made up.").format(found.taken, found.missed)
    )


def change_words(shown: ProposedRestart) -> str:
    """Old and new dose side by side."""
    before, plan, dose = shown.before, shown.found.plan, shown.found.dose
    old = tr("Until the hold: {0} %, {1}").format(
        _percent(before.percent), _day(before.am_mg, before.pm_mg, before.am, before.pm)
    )
    if plan is None:
        return old + "\n" + tr("From the restart: {0} %, tablets not chosen yet").format(_percent(dose.percent))
    new = tr("From the restart: {0} %, {1}").format(
        _percent(dose.percent), _day(plan.am_mg, plan.pm_mg, plan.am, plan.pm)
    )
    return f"{old}\n{new}"


def _percent(value: Decimal) -> str:
    return plain(value.quantize(Decimal("0.1")).normalize()) if value != value.to_integral() else plain(value)


def _day(am_mg: Decimal, pm_mg: Decimal, am: Mapping[Decimal, int], pm: Mapping[Decimal, int]) -> str:
    if (am_mg, am) == (pm_mg, pm):
        return tr("{0} mg morning and evening ({1})").format(plain(am_mg), tablets_words(am))
    return tr("{0} mg in the morning ({1}), {2} mg in the evening ({3})").format(
        plain(am_mg), tablets_words(am), plain(pm_mg), tablets_words(pm)
    )


def needs_words(shown: Shown) -> str:
    """Tablets needed to the end, and what may still be at home."""
    plan = shown.proposed.found.plan
    if plan is None:
        return ""
    needs = tr("Needed to the end of the cycle: {0}.").format(tablets_words(plan.supply))
    if shown.at_home is None:
        return needs + " " + tr("Nothing is recorded as handed out for this cycle; ask what is still at home.")
    left = tablets_words(shown.at_home) or tr("none")
    return (
        needs
        + " "
        + tr("At home if all was taken as told: {0}. A pharmacist decides whether they are used.").format(left)
    )


def restart_words(record: RestartRecord) -> str:
    """A stored restart in one line."""
    entry = record.entry
    how = tr("{0} %").format(plain(entry.percent)) if entry.percent is not None else ""
    how = tr("{0} mg/m²").format(plain(entry.level)) if entry.level is not None else how
    return tr("{0} restarted at {1} from {2}").format(entry.drug, how, slot_words(entry.start))


def supply_left(state: PatientState, order: OrderRecord, drug: str) -> Mapping[Decimal, int]:
    """Tablets of the whole cycle as told."""
    assert state.course is not None
    return needed(state.space, state.course, state.settings, order, drug)
