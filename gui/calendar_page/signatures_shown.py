"""The signatures beneath an order as the staff sheet prints them, and the lines still to be signed by hand."""

from gui.chair.infusions import days_of, infusions_of
from gui.workspace.state import PatientState
from records.course.clinical_use import missing_for_use
from records.course.release import signatures_of
from records.course.release_in_force import release_in
from records.values.core import OrderRecord
from regimen.numbers import plain
from treatment_calendar.paper.request import STEPS, Signature, Step


def signatures_shown(state: PatientState, order: OrderRecord) -> tuple[Signature, ...]:
    """Prescribed, checked, agreed to, prepared, given: name, role, meaning, local time with its zone."""
    found: list[Signature] = []
    if order.signed_at is not None:
        words = f"signed as ordered, revision {order.revision}"
        found.append(Signature(order.signed_by, order.signed_role, words, order.signed_at.astimezone(), "prescribed"))
    meanings = {"verify": "values typed again from the source, equal", "prepare": "made ready"}
    steps: dict[str, Step] = {"verify": "verified", "prepare": "prepared"}
    for one in signatures_of(state.space.signatures, order.id):
        if one.meaning == "verify" and one.outcome != "equal":
            continue
        words = meanings.get(one.meaning, f"agreed to the raised dose: {one.note}")
        found.append(Signature(one.by, one.role, words, one.at.astimezone(), steps.get(one.meaning, "")))
    for line in state.space.administrations:
        if line.order_id == order.id and not line.withdrawn:
            entry = line.entry
            times = f", {entry.started} to {entry.stopped}" if entry.started and entry.stopped else ""
            given = f"{plain(entry.given_mg)} mg{times}" if entry.given_mg else f"not given: {entry.reason}"
            words = f"day {entry.cycle_day}, {line.entry.drug} {given}"
            found.append(Signature(line.by, line.role, words, line.at.astimezone(), "administered"))
    return tuple(found)


def to_sign(state: PatientState, order: OrderRecord, signatures: tuple[Signature, ...]) -> tuple[Step, ...]:
    """Steps without a signature; `administered` until every infusion of the cycle has its own."""
    done = {one.step for one in signatures}
    if "administered" in done and any(
        one.signed is None for day in days_of(order) for one in infusions_of(state, order, day)
    ):
        done.remove("administered")
    return tuple(step for step in STEPS if step not in done)


def not_released(state: PatientState, order: OrderRecord) -> tuple[str, ...]:
    """What stands between a signed order and its release; the sheet says open stops itself."""
    found = release_in(state.space, order).missing
    return tuple(words for words in found if not words.startswith("Stops are open"))


def missing_on(state: PatientState, orders: tuple[OrderRecord, ...]) -> tuple[str, ...]:
    """What keeps a page with these orders from clinical use."""
    return missing_for_use(state.space, state.site, orders)
