"""What has been decided about the doses of a cycle. Pure: values in, values out."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from uuid import UUID

from records.values.visits import Decision


@dataclass(frozen=True, slots=True)
class LastOrder:
    """Of the last signed order before a cycle: which cycle, and when it was signed."""

    cycle: int
    signed_at: datetime | None


@dataclass(frozen=True, slots=True)
class Doses:
    """Drug -> percent the start is lowered to, percent of that start, or level in the place of a percent."""

    starting_percent: Mapping[str, Decimal]
    percent: Mapping[str, Decimal]
    level: Mapping[str, Decimal]


@dataclass(frozen=True, slots=True)
class Restarted:
    """The dose a drug was restarted at within the last cycle, and when that was signed."""

    percent: Decimal | None
    level: Decimal | None
    at: datetime


def in_force(decisions: Iterable[Decision], course_id: UUID, cycle: int) -> tuple[Decision, ...]:
    """Every decision of a course that bears on a cycle, oldest first; of one drug the last one counts."""
    kept = [d for d in decisions if d.course_id == course_id and not d.withdrawn and d.entry.cycle <= cycle]
    return tuple(sorted(kept, key=lambda d: d.entry.cycle))  # of one cycle as they were made, whatever a clock said


def decisions_for(
    decisions: Iterable[Decision], course_id: UUID, cycle: int, last: LastOrder | None
) -> tuple[Decision, ...]:
    """Decisions that the order of a cycle starts from: those the last order before it could not yet know."""
    return tuple(d for d in in_force(decisions, course_id, cycle) if last is None or _after(d, last))


def doses_decided(
    decisions: Iterable[Decision],
    course_id: UUID,
    cycle: int,
    last: LastOrder | None,
    before: Doses,
    restarted: Mapping[str, Restarted] | None = None,
) -> Doses:
    """Where the order of a cycle starts: as the order before it, and as decided since.

    A lowered start holds from the cycle it was decided for to the end of the course. A restart within the last cycle is
    the dose that cycle ended with; only what was decided after it counts.
    """
    starting, percent, level = dict(before.starting_percent), dict(before.percent), dict(before.level)
    at = restarted or {}
    for drug, one in at.items():
        percent.pop(drug, None)
        level.pop(drug, None)
        percent |= {drug: one.percent} if one.percent is not None else {}
        level |= {drug: one.level} if one.level is not None else {}
    every = in_force(decisions, course_id, cycle)
    for entry in (decision.entry for decision in every):
        if entry.starting_percent is not None:
            starting[entry.drug] = entry.starting_percent
    since = (d for d in every if last is None or _after(d, last))
    for entry in (d.entry for d in since if d.entry.drug not in at or d.at > at[d.entry.drug].at):
        if entry.percent is not None or entry.level is not None:
            percent.pop(entry.drug, None)
            level.pop(entry.drug, None)
        if entry.percent is not None:
            percent[entry.drug] = entry.percent
        if entry.level is not None:
            level[entry.drug] = entry.level
    return Doses(starting, percent, level)


def _after(decision: Decision, last: LastOrder) -> bool:
    """Decided for a later cycle, or for that very cycle after its order was signed."""
    if decision.entry.cycle != last.cycle:
        return decision.entry.cycle > last.cycle
    return last.signed_at is not None and decision.at > last.signed_at
