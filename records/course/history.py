"""The history of a course as one value: what the dose-change rules read, and `advise` reads from a file. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from itertools import groupby

from records.course.course_plan import files_of
from records.course.cycle_case import case_for, labs_of
from records.course.versions import course_at
from records.partial_date import earliest, latest
from records.values.core import CourseRecord, SiteSettings, Workspace
from records.values.visits import NOT_A_DRUG, AdverseEventEntry, AdverseEventRecord
from regimen.given import Basis, Case, Event

#: NCI attribution from which a suspect counts as related.
RELATED = 3
#: Down to this grade an event is over as far as doses go ("until grade 0-1"); a rise above it is a new occurrence.
OVER = 1


def advise_case(
    space: Workspace, course: CourseRecord, cycle: int, day1: date, settings: SiteSettings, basis: Basis | None = None
) -> Case:
    """The case of a cycle with every adverse event of the patient, creatinine with limits and baseline among the labs.

    raises  NotMeasured as `case_for`
    """
    case = case_for(space, course, cycle, day1, settings, basis)
    drugs = tuple(
        drug.name for drug in files_of(course_at(course, cycle), settings).regimen.drugs_of(cycle, dict(case.options))
    )
    labs = labs_of(space, course, day1, creatinine=True)
    return replace(case, labs=labs, events=events_of(space.events, drugs))


def events_of(records: Iterable[AdverseEventRecord], drugs: Sequence[str]) -> tuple[Event, ...]:
    """The events that count, in the order of their first days; withdrawn ones do not.

    drugs  those of the regimen, each of which has to be asked about before one of them is the cause
    """
    kept = [record for record in records if not record.withdrawn]
    spells = [spell for record in kept for spell in spells_of(record.entry, drugs)]
    return tuple(sorted(spells, key=lambda spell: (spell.date, spell.term)))


def spells_of(entry: AdverseEventEntry, drugs: Sequence[str]) -> tuple[Event, ...]:
    """One episode as the spells that rules count: above grade 1 at the highest grade of the spell, and at grade 1.

    A spell is gone on the day the next one begins; the last one when the episode ended. Answers belong to the episode.
    """
    term = f"{entry.term}: {entry.specify}" if entry.specify else entry.term
    runs = [list(run) for _, run in groupby(entry.grades, key=lambda segment: segment.grade > OVER)]
    starts = [earliest(entry.start), *(run[0].on for run in runs[1:])]
    ended = None if entry.ongoing or not entry.end else latest(entry.end)
    gone = [*starts[1:], ended]
    laid_to = laid(entry, drugs)
    return tuple(
        Event(
            term,
            max(segment.grade for segment in run),
            start,
            None if end is None else max(end, start),
            laid_to,
            dict(entry.answers),
        )
        for run, start, end in zip(runs, starts, gone, strict=True)
    )


def laid(entry: AdverseEventEntry, drugs: Sequence[str]) -> tuple[str, ...]:
    """What the event is laid to: the cause a person named, or the only suspect left; empty while nobody has decided.

    Two suspects that are both possible leave it open, and so does a drug nobody asked about.
    """
    if entry.cause:
        return (entry.cause,)
    related = [suspect for suspect, level in entry.attribution.items() if level >= RELATED]
    asked = all(drug in entry.attribution for drug in drugs)
    only = related[0] if asked and len(related) == 1 else ""
    return (only,) if only in (*drugs, *NOT_A_DRUG) else ()
