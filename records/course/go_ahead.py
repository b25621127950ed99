"""Whether a treatment day is provisional, and how the checklist before a cycle stands. Pure."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from records.values.visits import ChecklistAnswer, GoAhead


def go_ahead_for(
    go_aheads: Iterable[GoAhead], course_id: UUID, cycle: int, on: date, cycle_day: int = 1
) -> GoAhead | None:
    """The go-ahead in force for a treatment day on a date, the last one made; one for another date does not count."""
    found = [
        one
        for one in go_aheads
        if (one.course_id, one.cycle, one.cycle_day, one.for_day) == (course_id, cycle, cycle_day, on)
        and not one.withdrawn
    ]
    return found[-1] if found else None


def answers_for(answers: Iterable[ChecklistAnswer], course_id: UUID, cycle: int) -> dict[str, ChecklistAnswer]:
    """Item -> its newest answer for a cycle."""
    newest: dict[str, ChecklistAnswer] = {}
    for answer in answers:
        if (answer.course_id, answer.cycle) == (course_id, cycle):
            newest[answer.item] = answer  # they come as they were made
    return newest
