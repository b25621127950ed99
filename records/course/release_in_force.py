"""How far a signed order has come, from one reading of a patient; the store asks the same of its rows. Pure."""

from records.course.decided import Restarted
from records.course.release import raised_drugs, release_of
from records.course.restarts_in_force import last_by_drug
from records.values.core import OrderRecord, Workspace
from records.values.signatures import Release


def release_in(space: Workspace, order: OrderRecord) -> Release:
    """What an order still needs, and who signed beneath it."""
    before = order_before(space, order)
    restarted = {
        drug: Restarted(one.entry.percent, one.entry.level, one.signed_at)
        for drug, one in (last_by_drug(space.restarts, before) if before is not None else {}).items()
    }
    raised = raised_drugs(before.answer_json if before else None, order.answer_json, restarted)
    return release_of(order, space.signatures, raised)


def order_before(space: Workspace, order: OrderRecord) -> OrderRecord | None:
    """The last signed or given order of the course before an order's cycle."""
    kept = [
        one
        for one in space.orders
        if one.course_id == order.course_id and one.cycle < order.cycle and one.state in ("signed", "given")
    ]
    return max(kept, key=lambda one: (one.cycle, one.revision), default=None)
