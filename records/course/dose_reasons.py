"""Why a drug has its dose: the decision in force and the events and rules it points to. Pure."""

from collections.abc import Iterable
from uuid import UUID

from records.course.decided import in_force
from records.values.core import Workspace
from records.values.visits import Decision


def events_named(space: Workspace, ids: Iterable[UUID]) -> tuple[str, ...]:
    """Events as a person calls them: the term, its worst grade and first day; withdrawn ones say so."""
    known = {one.id: one for one in space.events}
    found = [known[one] for one in ids if one in known]
    return tuple(
        f"{one.entry.term} grade {max((said.grade for said in one.entry.grades), default=0)} from {one.entry.start}"
        + (" (withdrawn since)" if one.withdrawn else "")
        for one in found
    )


def dose_decided(space: Workspace, course_id: UUID, drug: str, cycle: int) -> Decision | None:
    """The last decision in force for a cycle that says a dose of a drug; None where nobody decided one."""
    every = in_force(space.decisions, course_id, cycle)
    kept = [
        one
        for one in every
        if one.entry.drug == drug
        and any(dose is not None for dose in (one.entry.starting_percent, one.entry.percent, one.entry.level))
    ]
    return kept[-1] if kept else None
