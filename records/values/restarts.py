"""Restarts of an oral drug at a lower dose within a cycle, as plain values."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from regimen.given import Half, Slot


@dataclass(frozen=True, slots=True)
class RestartEntry:
    """What a person asks for.

    start     the first half day taken again
    percent   of the start, or level in the drug's own unit: one of them
    chosen    index into the tablet plans; None: not chosen yet, nothing can be signed
    reason    in words
    overrides alert key -> reason, for stops the order of the cycle was not signed with
    """

    cycle: int
    drug: str
    start: Slot
    percent: Decimal | None = None
    level: Decimal | None = None
    chosen: int | None = None
    reason: str = ""
    overrides: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class RestartRecord:
    """A signed restart as a full snapshot.

    order_id, hold_id  the order whose tablets it takes the place of; the hold it ended
    held_to, held_to_half  when that hold was to end before; None: until further notice
    case_json, answer_json  what it was computed from and what came of it, as `regimen.restart.as_json`
    overrides  alert key -> reason; those of the order's signature among them
    decision_ids  the decisions about the drug it comes from
    """

    id: UUID
    course_id: UUID
    order_id: UUID
    hold_id: UUID
    entry: RestartEntry
    case_json: str
    answer_json: str
    engine_version: str
    regimen_sha256: str
    profile_sha256: str
    decision_ids: tuple[UUID, ...]
    check_code: str
    signed_by: str
    signed_role: str
    signed_at: datetime
    held_to: date | None = None
    held_to_half: Half = "pm"
    withdrawn: bool = False
    withdrawn_why: str = ""
