"""What does not add up in an adverse event, asked at entry and before an export. Pure.

Source: the checks of pharmaverse sdtmchecks, the HL7 adverse event guide and the CDISC guides, in our own words.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from uuid import UUID

from records.partial_date import earliest, latest
from records.values.core import Workspace
from records.values.visits import AdverseEventEntry, AdverseEventRecord

RECOVERED = ("RECOVERED/RESOLVED", "RECOVERED/RESOLVED WITH SEQUELAE")
NOT_RECOVERED = ("NOT RECOVERED/NOT RESOLVED", "RECOVERING/RESOLVING", "UNKNOWN")
CONSENT = "consent"  # the checklist item of every regimen file
ON_ONE_DAY = ("Infusion related reaction", "Allergic reaction")


@dataclass(frozen=True, slots=True)
class EventFinding:
    """One thing that does not add up.

    code    stable, kebab-case; field: of `AdverseEventEntry`; words: one sentence
    refuse  cannot be kept as it is; otherwise a question
    events  the numbers of the stored events it is about
    """

    code: str
    field: str
    words: str
    refuse: bool = False
    events: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class KnownDates:
    """Days of a patient an event is held against; None: not known."""

    death: date | None = None
    consent: date | None = None


def known_dates(space: Workspace, course: UUID) -> KnownDates:
    """The day of death from the follow-up, the day of consent from the checklist of the course."""
    deaths = [one.entry.death_on for one in space.follow_up if one.entry.death_on is not None]
    said = sorted(
        (one for one in space.checklist if (one.course_id, one.item) == (course, CONSENT)), key=lambda one: one.at
    )
    return KnownDates(max(deaths, default=None), said[-1].on if said and said[-1].result == "done" else None)


def check_entry(
    entry: AdverseEventEntry,
    *,
    today: date | None = None,
    death: date | None = None,
    consent: date | None = None,
    offered: Sequence[int] | None = None,
    terms: Iterable[str] = (),
    drugs_given: Iterable[str] = (),
) -> tuple[EventFinding, ...]:
    """What does not add up in one event.

    offered  the grades its term has; terms: all terms, to notice one written as "Other"; drugs_given: so far
    """
    return (
        *_dates(entry, today, death, consent),
        *_ending(entry),
        *_fatal(entry, death),
        *_serious(entry),
        *_grades(entry, offered),
        *_words(entry, terms),
        *_per_drug(entry, drugs_given),
    )


def _dates(
    entry: AdverseEventEntry, today: date | None, death: date | None, consent: date | None
) -> Iterable[EventFinding]:
    start = earliest(entry.start)
    if entry.end and latest(entry.end) < start:
        yield EventFinding("end-before-start", "end", f"It ends on {entry.end}, before it began.", refuse=True)
    if any(segment.on < start for segment in entry.grades):
        yield EventFinding("grade-before-start", "grades", "A grade is dated before the event began.", refuse=True)
    for name, text in (("start", entry.start), ("end", entry.end)):
        if text and today is not None and earliest(text) > today:
            yield EventFinding(f"{name}-in-future", name, f"The {name} lies in the future.", refuse=True)
        if text and death is not None and earliest(text) > death:
            yield EventFinding(f"{name}-after-death", name, f"The {name} lies after the death of the patient.")
    if consent is not None and latest(entry.start) < consent:
        yield EventFinding("start-before-consent", "start", "It began before consent: a baseline symptom?")


def _ending(entry: AdverseEventEntry) -> Iterable[EventFinding]:
    if entry.ongoing and entry.end:
        yield EventFinding("ongoing-with-end", "end", "It is ongoing and has an end date.", refuse=True)
    if not entry.ongoing and not entry.end and entry.outcome != "UNKNOWN":
        yield EventFinding("ended-without-end", "end", "It has ended; the end date is missing.")
    if not entry.ongoing and not entry.outcome:
        yield EventFinding("ended-without-outcome", "outcome", "It has ended; the outcome is missing.")
    if entry.outcome in RECOVERED and not entry.end:
        yield EventFinding("recovered-without-end", "end", "It is recovered; the end date is missing.")
    if entry.outcome in NOT_RECOVERED and entry.end:
        yield EventFinding("end-not-recovered", "outcome", "It has an end date and is not recovered.")


def _fatal(entry: AdverseEventEntry, death: date | None) -> Iterable[EventFinding]:
    signs = {
        "outcome": entry.outcome == "FATAL",
        "grades": entry.highest_grade == 5,
        "criteria": "death" in entry.criteria,
    }
    if any(signs.values()) and not all(signs.values()):
        missing = next(name for name, there in signs.items() if not there)
        words = "Outcome fatal, grade 5 and death as criterion belong together; one is missing."
        yield EventFinding("fatal-in-part", missing, words)
    if all(signs.values()) and death is None:
        yield EventFinding("fatal-without-date", "outcome", "It is fatal; the date of death is not known.")
    if signs["outcome"] and not entry.end:
        yield EventFinding("fatal-without-end", "end", "It is fatal; it ends on the day of death.")


def _serious(entry: AdverseEventEntry) -> Iterable[EventFinding]:
    if entry.serious and not entry.criteria:
        yield EventFinding("serious-without-criterion", "criteria", "It is serious; at least one criterion is needed.")
    if entry.criteria and not entry.serious:
        yield EventFinding("criterion-not-serious", "serious", "A criterion is named and it is not called serious.")
    if entry.serious is None:
        yield EventFinding("serious-not-said", "serious", "Serious, yes or no?")


def _grades(entry: AdverseEventEntry, offered: Sequence[int] | None) -> Iterable[EventFinding]:
    if offered is None:
        return
    for grade in sorted({segment.grade for segment in entry.grades} - set(offered)):
        words = f"{entry.term} has no grade {grade}; it has {', '.join(str(each) for each in offered)}."
        yield EventFinding("grade-not-offered", "grades", words, refuse=True)


def _words(entry: AdverseEventEntry, terms: Iterable[str]) -> Iterable[EventFinding]:
    other = entry.term.casefold().endswith("other, specify")
    if other and not entry.specify.strip():
        yield EventFinding("other-without-words", "specify", '"Other" needs to be specified.', refuse=True)
    written = entry.specify.strip().casefold()
    if other and written in {term.casefold() for term in terms}:
        yield EventFinding("other-is-a-term", "specify", f'"{entry.specify.strip()}" is a term of its own.')
    if entry.soc.casefold() == "eye disorders" and not entry.location.strip():
        yield EventFinding("eye-without-side", "location", "Which eye?")


def _per_drug(entry: AdverseEventEntry, drugs_given: Iterable[str]) -> Iterable[EventFinding]:
    for drug in drugs_given:
        if drug not in entry.attribution:
            yield EventFinding("attribution-missing", "attribution", f"Caused by {drug}? Not yet said.")
        if drug not in entry.actions:
            yield EventFinding("action-missing", "actions", f"Action taken with {drug}? Not yet said.")


def check_events(
    records: Iterable[AdverseEventRecord],
    *,
    last_given: Mapping[str, date] | None = None,
    stopped: Mapping[str, date] | None = None,
    lab_grades: Mapping[str, int] | None = None,
) -> tuple[EventFinding, ...]:
    """What does not add up between the events of one patient.

    last_given  drug -> the last day 1 it was given on; stopped: drug -> stopped for good from
    lab_grades  term -> grade that the laboratory values give today
    """
    kept = [record for record in records if not record.withdrawn]
    return (
        *_pairs(kept),
        *_withdrawn_drugs(kept, last_given or {}, stopped or {}),
        *_labs(kept, lab_grades or {}),
    )


def _pairs(kept: Sequence[AdverseEventRecord]) -> Iterable[EventFinding]:
    fatal = [record.number for record in kept if record.entry.highest_grade == 5]
    if len(fatal) > 1:
        yield EventFinding("two-fatal", "grades", "More than one event is fatal.", events=tuple(fatal))
    for one, other in combinations(kept, 2):
        a, b, numbers = one.entry, other.entry, (one.number, other.number)
        same = (a.term, a.specify, a.location) == (b.term, b.specify, b.location)
        if same and a.start == b.start and a.grades[0].grade == b.grades[0].grade:
            yield EventFinding("duplicate", "term", f"{a.term} of {a.start} stands there twice.", events=numbers)
        elif same and _overlap(a, b):
            yield EventFinding("overlap", "start", f"Two episodes of {a.term} overlap.", events=numbers)
        if sorted((a.term, b.term)) == sorted(ON_ONE_DAY) and a.start == b.start:
            words = "An infusion related reaction and an allergic reaction on one day: one of the two?"
            yield EventFinding("two-reactions", "term", words, events=numbers)


def _overlap(a: AdverseEventEntry, b: AdverseEventEntry) -> bool:
    first, later = sorted((a, b), key=lambda entry: earliest(entry.start))
    if first.end:
        return latest(first.end) > latest(later.start)
    return first.ongoing


def _withdrawn_drugs(
    kept: Sequence[AdverseEventRecord], last_given: Mapping[str, date], stopped: Mapping[str, date]
) -> Iterable[EventFinding]:
    named: set[str] = set()
    for record in kept:
        for drug in (name for name, action in record.entry.actions.items() if action == "DRUG WITHDRAWN"):
            named.add(drug)
            if drug in last_given and last_given[drug] > record.entry.grades[-1].on and drug not in stopped:
                words = f"{drug} was withdrawn for {record.entry.term} and given later."
                yield EventFinding("withdrawn-but-given", "actions", words, events=(record.number,))
    for drug in sorted(set(stopped) - named - {"all"}):
        yield EventFinding("stopped-without-event", "actions", f"{drug} was stopped; no event says it was withdrawn.")


def _labs(kept: Sequence[AdverseEventRecord], lab_grades: Mapping[str, int]) -> Iterable[EventFinding]:
    for term, grade in lab_grades.items():
        running = [record for record in kept if record.entry.term == term and record.entry.ongoing]
        if grade >= 3 and not running:
            yield EventFinding("lab-without-event", "term", f"{term} is grade {grade} by the number; no event says so.")
        for record in running:
            if grade and record.entry.grade != grade:
                words = f"{term} is kept as grade {record.entry.grade}; the number gives grade {grade}."
                yield EventFinding("lab-grade-differs", "grades", words, events=(record.number,))
