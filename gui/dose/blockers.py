"""Why an order cannot be signed now, one sentence each; the first is shown beside the button."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from gui.dose.checklist_stop import stops_of
from gui.dose.typed import Reckoned, TypedChange
from gui.dose.words import tr
from gui.workspace.state import PatientState
from records.course.versions import withdrawn_words
from records.people.permissions import may
from records.values.core import Person
from regimen.given import Case
from regimen.order import Alert, CycleOrder

WHOLE = Decimal(100)


def blockers(
    reckoned: Reckoned,
    unreadable: Sequence[str],
    without_reason: Sequence[str],
    undecided: str,
    overrides: Mapping[str, str],
    person: Person | None,
    *,
    wider: bool = False,
    beside: Sequence[Alert] = (),
) -> tuple[str, ...]:
    """Everything that stands between the page and a signature.

    unreadable      fields whose text cannot be used: nothing typed is passed over
    without_reason  drugs whose dose was changed without a reason
    undecided       what is still to be decided about a changed weight or dose, "" nothing
    beside          stops that are not the order's own: the open checklist
    wider           wider rights were taken in an emergency
    """
    found = []
    if unreadable:
        found.append(tr("These fields cannot be read yet: {0}.").format(", ".join(unreadable)))
    order = reckoned.order
    if order is None:
        found += [refusal.reason for refusal in reckoned.refusals] or [tr("The dosing basis is not complete.")]
        return tuple(dict.fromkeys(found))
    if open_plans := undecided_plans(order):
        found.append(tr("Choose a tablet plan for {0}.").format(", ".join(open_plans)))
    if without_reason:
        found.append(tr("A changed dose needs a reason: {0}.").format(", ".join(without_reason)))
    if undecided:
        found.append(undecided)
    if stops := stops_of(order, beside, overrides):
        words = tr("1 stop is open: settle it, or override it with a reason.")
        if len(stops) > 1:
            words = tr("{0} stops are open: settle each, or override it with a reason.").format(len(stops))
        found.append(words)
    if person is None:
        found.append(tr("Nobody is named at this screen yet."))
    elif not may("sign order", person.role, emergency=wider):
        found.append(tr("A pharmacist or prescriber signs; {0} is here as {1}.").format(person.name, person.role))
    return tuple(found)


def withdrawn(state: PatientState | None) -> str:
    """What keeps every order of the course from being signed: a file of it is no longer approved. "" nothing."""
    gone = state.course.withdrawn if state is not None and state.course is not None else ()
    words = tr("{0}. Nothing is signed on it until it is approved again or the patient is moved to another version.")
    return " ".join(words.format(withdrawn_words(file)) for file in gone)


def undecided_plans(order: CycleOrder) -> list[str]:
    """Drugs with tablet plans of which none is chosen."""
    return [dose.drug for dose in order.doses if dose.plans and dose.chosen is None and not dose.held]


def changed_without_reason(base: Case | None, changes: Iterable[tuple[str, TypedChange]]) -> list[str]:
    """Drugs whose start, percent or level differs from what was decided before, with no reason typed."""
    if base is None:
        return []
    missing = []
    for drug, change in changes:
        before = (
            base.starting_percent.get(drug, WHOLE),
            base.dose_percent.get(drug, WHOLE),
            base.dose_level.get(drug),
        )
        start = WHOLE if change.starting_percent is None else change.starting_percent
        percent = WHOLE if change.percent is None else change.percent
        if (start, percent, change.level) != before and not change.reason:
            missing.append(drug)
    return missing
