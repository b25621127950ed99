"""Whether somebody else treats a course: handed over and not taken back. An order of it asks first. Pure."""

from collections.abc import Iterable, Mapping
from uuid import UUID

from records.course.overrides import override_key
from records.values.handed_over import HandoverRecord

STOP = "handed-over"


def given_away(handovers: Iterable[HandoverRecord], course_id: UUID) -> HandoverRecord | None:
    """The handover of a course that is in force."""
    kept = (one for one in handovers if one.course_id == course_id and one.direction == "given" and not one.withdrawn)
    return next(kept, None)


def stop_params(handover_id: UUID) -> Mapping[str, str]:
    """What the stop says: its reason covers this handover and no later one."""
    return {"handover": str(handover_id)}


def stop_key(handover_id: UUID) -> str:
    """What the reason for ordering all the same is kept under."""
    return override_key(STOP, params=stop_params(handover_id))
