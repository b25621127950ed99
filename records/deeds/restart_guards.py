"""What a restart that stands on an order forbids: the order, its hold and its cycle stay where they are."""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from records.course.decided import Restarted
from records.errors import NotAllowed
from records.tables import OrderRow, RestartRow


def in_force(session: Session, course_id: UUID, cycle: int) -> list[RestartRow]:
    """The restarts of a cycle that were not withdrawn, in the order of their first half days."""
    query = select(RestartRow).where(
        RestartRow.course_id == course_id, RestartRow.cycle == cycle, ~RestartRow.withdrawn
    )
    return list(session.scalars(query.order_by(RestartRow.from_day, RestartRow.from_slot, RestartRow.signed_at)))


def refuse_when_restarted(session: Session, course_id: UUID, cycle: int, what: str) -> None:
    """A cycle with a restart is neither signed again nor moved."""
    found = in_force(session, course_id, cycle)
    if found:
        raise NotAllowed(f"{found[-1].drug} was restarted within cycle {cycle}; {what} while that restart stands.")


def refuse_when_restarted_from(session: Session, hold_id: UUID) -> None:
    """A hold that a restart ended stays as it is."""
    query = select(RestartRow).where(RestartRow.hold_id == hold_id, ~RestartRow.withdrawn)
    found = session.scalars(query).first()
    if found is not None:
        raise NotAllowed(
            f"The restart of {found.drug} from {found.from_day} ended this hold; withdraw the restart first."
        )


def restarted_in(session: Session, last: OrderRow | None) -> dict[str, Restarted]:
    """Drug -> the dose an order's cycle ended with after a restart."""
    if last is None:
        return {}
    rows = in_force(session, last.course_id, last.cycle)
    return {row.drug: Restarted(row.percent, row.level, row.signed_at) for row in rows if row.order_id == last.id}
