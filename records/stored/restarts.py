"""Stored restarts within a cycle as values."""

from collections.abc import Sequence
from typing import cast
from uuid import UUID

from sqlalchemy.orm import Session

from records.deeds.in_order import first_entry
from records.stored.rows import rows_of
from records.tables import RestartRow
from records.trail.canonical import read
from records.values.restarts import RestartEntry, RestartRecord
from regimen.given import Half


def restart_of(row: RestartRow, chosen: int | None) -> RestartRecord:
    entry = RestartEntry(
        row.cycle, row.drug, (row.from_day, half_of(row.from_slot, "am")), row.percent, row.level, chosen, row.reason,
        dict(row.overrides),
    )  # fmt: skip
    return RestartRecord(
        id=row.id, course_id=row.course_id, order_id=row.order_id, hold_id=row.hold_id, entry=entry,
        case_json=row.case_json, answer_json=row.answer_json, engine_version=row.engine_version,
        regimen_sha256=row.regimen_sha256, profile_sha256=row.profile_sha256,
        decision_ids=tuple(UUID(one) for one in row.decision_ids), check_code=row.check_code, signed_by=row.signed_by,
        signed_role=row.signed_role, signed_at=row.signed_at, held_to=row.held_to,
        held_to_half=half_of(row.held_to_slot, "pm"), withdrawn=row.withdrawn,
        withdrawn_why=row.withdrawn_why,
    )  # fmt: skip


def half_of(slot: str | None, whole: Half) -> Half:
    """A half day as it is kept; empty is the end of a whole day."""
    return whole if slot is None else ("pm" if slot == "pm" else "am")


def load_restart(session: Session, restart_id: UUID) -> RestartRecord:
    row = session.get_one(RestartRow, restart_id)
    return restart_of(row, chosen_in(row))


def chosen_in(row: RestartRow) -> int | None:
    """The plan chosen, as the case of the restart names it or the engine preselected it."""
    answer = cast(dict[str, list[dict[str, int | None]]], read(row.answer_json))
    return answer["doses"][0]["chosen"]


def restarts_of(session: Session, ids: Sequence[UUID]) -> tuple[RestartRecord, ...]:
    """Restarts within a cycle, withdrawn ones among them."""
    rows = rows_of(session, RestartRow, RestartRow.course_id, ids, first_entry(RestartRow))
    return tuple(restart_of(row, chosen_in(row)) for row in rows)
