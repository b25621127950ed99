"""What was handed out for a cycle against what was signed and what came back. Values only, no widgets."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from PySide6.QtCore import QCoreApplication

from gui.dose.words import tablets_words
from gui.plan.restart_words import restart_words
from gui.widgets.dates import shown_date
from gui.workspace.state import PatientState
from records.course.cycle_tablets import (
    assumed_supply,
    handed_out,
    planned_doses,
    reconciliation_of,
    returns_by_cycle,
    top_up_for,
)
from records.course.restarts_in_force import restart_value, restarts_of
from records.course.tablets_returned import Reconciliation, TopUp, whole_percent
from records.values.core import OrderRecord
from records.values.restarts import RestartRecord
from records.values.visits import Dispensed
from regimen.numbers import plain


def tr(text: str) -> str:
    """Translate in the context of the Dose page."""
    return QCoreApplication.translate("DosePage", text)


@dataclass(frozen=True, slots=True)
class HandedOut:
    """The tablets of one drug in one signed cycle.

    signed    strength mg -> tablets of the order, and of restarts within the cycle; given: handed out so far
    lines     what was handed out, oldest first, withdrawn lines among them
    top_up    what would be handed out if what came back from the cycle before were used again: only a proposal
    returned  the reckoning of what came back from this cycle; None while nothing was counted
    restarts  in words, one each: the dose above is no longer taken from then on
    """

    order: OrderRecord
    drug: str
    signed: Mapping[Decimal, int]
    given: Mapping[Decimal, int]
    lines: tuple[Dispensed, ...]
    top_up: tuple[TopUp, ...]
    returned: Reconciliation | None
    restarts: tuple[str, ...] = ()

    def missing(self, strength: Decimal) -> int:
        """Tablets of a strength still to be handed out."""
        return max(self.signed.get(strength, 0) - self.given.get(strength, 0), 0)


def handed_out_of(state: PatientState, cycle: int) -> tuple[HandedOut, ...]:
    """One value for each oral drug of a signed cycle; none where no tablets were signed."""
    order, course = state.order(cycle), state.course
    if order is None or course is None or state.files is None:
        return ()
    drugs = state.files.regimen.drugs_of(cycle, course.entry.options)
    found = (_of_drug(state, order, drug.name) for drug in drugs if drug.route == "po")
    return tuple(one for one in found if one is not None)


def _of_drug(state: PatientState, order: OrderRecord, drug: str) -> HandedOut | None:
    space, course = state.space, state.course
    assert course is not None
    ordered = planned_doses(order, course, state.settings, drug)
    if not ordered:
        return None
    counted = returns_by_cycle(space, course)
    before, now = counted.get(order.cycle - 1), counted.get(order.cycle)
    lines = [
        one
        for one in space.dispensed
        if one.course_id == course.id and (one.entry.cycle, one.entry.drug) == (order.cycle, drug)
    ]
    return HandedOut(
        order=order,
        drug=drug,
        signed=assumed_supply(ordered, space.restarts, order, drug),
        given=handed_out(space.dispensed, course, order.cycle, drug),
        lines=tuple(sorted(lines, key=lambda one: one.at)),
        top_up=top_up_for(space, course, state.settings, before, order.cycle, drug) if before is not None else (),
        returned=reconciliation_of(space, course, state.settings, now, drug) if now is not None else None,
        restarts=tuple(restarted_words(one) for one in restarts_of(space.restarts, order, drug)),
    )


def restarted_words(record: RestartRecord) -> str:
    """A restart with its tablets and who signed it."""
    plan = restart_value(record).plan
    tablets = f": {tablets_words(plan.am)}; {tablets_words(plan.pm)}" if plan is not None else ""
    first = restart_words(record)
    return tr("{0}{1} (signed by {2})").format(first[:1].upper() + first[1:], tablets, record.signed_by)


def line_words(line: Dispensed) -> str:
    """One line of tablets handed out."""
    entry = line.entry
    said = [tr("{0} × {1} mg").format(entry.tablets, plain(entry.strength_mg))]
    said += [tr("1 pack") if entry.packs == 1 else tr("{0} packs").format(entry.packs)] if entry.packs else []
    said += [tr("batch {0}").format(entry.batch)] if entry.batch else []
    said += [tr("expiry {0}").format(shown_date(entry.expiry, weekday=False))] if entry.expiry else []
    said += [tr("brought back and given again: {0}").format(entry.reason)] if entry.leftover else []
    return ", ".join(said)


def by_words(line: Dispensed) -> str:
    """Who handed it out and when; a withdrawn line says why."""
    who = tr("{0}, {1}").format(line.by, shown_date(line.entry.on, weekday=False))
    return who if not line.withdrawn else tr("{0} · withdrawn: {1}").format(who, line.withdrawn_why)


def sum_words(facts: HandedOut) -> tuple[str, bool]:
    """Handed out against signed, each strength; and whether it is the same."""
    sizes = sorted({*facts.signed, *facts.given}, reverse=True)
    said = [
        tr("{0} of {1} × {2} mg").format(facts.given.get(size, 0), facts.signed.get(size, 0), plain(size))
        for size in sizes
    ]
    same = all(facts.given.get(size, 0) == facts.signed.get(size, 0) for size in sizes)
    return tr("Handed out {0} as signed.").format(", ".join(said)), same


def top_up_words(top_up: Sequence[TopUp]) -> str:
    """What a top-up would come to."""
    parts = [
        tr("{0} mg: needed {1}, at home {2}, hand out {3}").format(plain(o.strength_mg), o.needed, o.left, o.hand_out)
        for o in top_up
        if o.needed
    ]
    return "; ".join(parts)


def returned_words(found: Reconciliation) -> str:
    """Doses taken and told of those planned, with their shares."""
    told = tr("told {0} of {1} doses ({2})").format(
        found.told_doses, found.planned_doses, whole_percent(found.told_percent)
    )
    if found.taken_doses is None or found.delivered_percent is None:
        return told
    taken = tr("Taken {0} of {1} doses ({2})").format(
        found.taken_doses, found.planned_doses, whole_percent(found.delivered_percent)
    )
    return f"{taken}; {told}."
