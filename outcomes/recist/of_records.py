"""From the records to readings: which lesions and scans of a course count, and from when its days are counted.

Nothing is judged here; `outcomes.recist.response`, `irecist` and `baseline_rules` judge what this gives them.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from uuid import UUID

from outcomes.recist.baseline_rules import LEAST_MM, Broken, Candidate, broken_rules
from outcomes.recist.irecist import CONFIRM_MIN_DAYS, ImmuneResponse, respond_immune
from outcomes.recist.lesions import TOO_SMALL_MM, NewSeen, Readings, Scan, Seen, Settings, TargetLesion
from outcomes.recist.response import Response, respond
from records.values.core import CourseRecord, Workspace
from records.values.responses import (
    FollowUpEntry,
    LesionRecord,
    NewReading,
    ScanEntry,
    ScanRecord,
    TargetReading,
)

#: An unconfirmed progression is looked at again from 4 to 8 weeks on (Seymour 2017), in days.
LOOK_AGAIN_DAYS = (CONFIRM_MIN_DAYS, 2 * CONFIRM_MIN_DAYS)
MARKER = {"above": True, "normal": False}


@dataclass(frozen=True, slots=True)
class Judged:
    """A course judged. broken: rules of the baseline that its stored scan breaks."""

    readings: Readings
    response: Response
    immune: ImmuneResponse
    broken: tuple[Broken, ...]


def first_dose(space: Workspace, course: CourseRecord) -> date:
    """The day of the first dose: elsewhere, else the first that was given here, else day 1 as planned."""
    elsewhere = [cycle.day1 for cycle in course.entry.earlier if cycle.day1 is not None]
    given = [
        order.given_on or order.day1
        for order in space.orders
        if order.course_id == course.id and order.state == "given"
    ]
    return min(elsewhere or given or [course.entry.day1])


def follow_up_of(space: Workspace, course: CourseRecord) -> FollowUpEntry:
    """What became of the course, with nothing said where nobody wrote anything."""
    return next((one.entry for one in space.follow_up if one.course_id == course.id), FollowUpEntry())


def followed(space: Workspace, course: CourseRecord) -> tuple[LesionRecord, ...]:
    """The lesions of a course in force: targets, then other disease, then new ones, each as they were named."""
    order = ("target", "nontarget", "new")
    here = [one for one in space.lesions if one.course_id == course.id and not one.withdrawn]
    return tuple(sorted(here, key=lambda one: order.index(one.entry.role)))


def scans_of(space: Workspace, course: CourseRecord) -> tuple[ScanRecord, ...]:
    """The scans of a course that count, oldest first."""
    here = [one for one in space.scans if one.course_id == course.id and one.in_force]
    return tuple(sorted(here, key=lambda one: one.entry.on or date.max))


def settings_of(entry: FollowUpEntry) -> Settings:
    """What the protocol of a course says."""
    said = entry.settings
    return Settings(
        said.confirmation_required, said.confirm_min_days, said.sd_min_days, said.max_not_evaluable_between,
        said.allow_sd_between_pr,
    )  # fmt: skip


def target_lesion(lesion: LesionRecord) -> TargetLesion:
    """A target by the name a reader knows it by."""
    return TargetLesion(lesion.entry.name, lesion.entry.organ, lesion.entry.kind)


def seen_of(reading: TargetReading) -> Seen:
    """A target on one scan: pieces are added; too small counts as 5 mm, absent as 0."""
    if reading.state == "measured":
        return Seen("measured", sum(reading.pieces_mm, Decimal(0)))
    sizes = {"too_small": TOO_SMALL_MM, "absent": Decimal(0), "not_evaluated": None}
    return Seen(reading.state, sizes[reading.state])


def new_seen(reading: NewReading) -> NewSeen:
    """A named new lesion on one scan."""
    return NewSeen(reading.mm, reading.state != "absent" and reading.mm != 0, reading.state == "grew")


def scan_of(entry: ScanEntry, lesions: tuple[LesionRecord, ...]) -> Scan:
    """A scan with lesions by name; what is not followed any more falls away.

    Named new lesions count once they are beyond doubt.
    """
    assert entry.on is not None
    names: dict[str, dict[UUID, str]] = {"target": {}, "nontarget": {}, "new": {}}
    for lesion in lesions:
        names[lesion.entry.role][lesion.id] = lesion.entry.name
    sure = entry.new_lesion == "unequivocal"
    return Scan(
        entry.on,
        {names["target"][key]: seen_of(one) for key, one in entry.targets.items() if key in names["target"]},
        {names["nontarget"][key]: one for key, one in entry.nontargets.items() if key in names["nontarget"]},
        entry.new_lesion or "none",
        {names["new"][key]: new_seen(one) for key, one in entry.new_lesions.items() if sure and key in names["new"]},
        MARKER.get(entry.marker),
        entry.nontarget_grew,
        entry.for_symptoms,
        entry.baseline,
    )


def broken_baseline(
    lesions: tuple[LesionRecord, ...], baseline: ScanEntry, start: date
) -> tuple[tuple[Broken, ...], tuple[str, ...]]:
    """Every rule the baseline breaks, and what was let pass only because reports round to whole millimetres."""
    broken, candidates, notes = [], [], []
    for lesion in lesions:
        if lesion.entry.role != "target":
            continue
        name, reading = lesion.entry.name, baseline.targets.get(lesion.id)
        size = None if reading is None or reading.state != "measured" else seen_of(reading).mm
        if size is None:
            reason = f"{name} is not measured at baseline; a target lesion has to be."
            broken.append(Broken("target_not_measured", f"target {name}", reason))
            continue
        entry = lesion.entry
        candidates.append(Candidate(target_lesion(lesion), size, entry.slice_mm, entry.chest_film, entry.unfit))
        if size < LEAST_MM[entry.kind]:
            notes.append(
                f"{name} is {size} mm at baseline, {LEAST_MM[entry.kind]} mm only when rounded to whole millimetres "
                "as reports give it."
            )
    broken += broken_rules(candidates, start, baseline.on, whole_mm=True)
    return tuple(broken), tuple(notes)


def readings_of(
    space: Workspace, course: CourseRecord, typed: ScanEntry | None = None, instead_of: UUID | None = None
) -> Readings | None:
    """Everything read of a course; None while there is no baseline with a date.

    typed       a scan that is not stored yet, among the others as if it were
    instead_of  the stored scan it corrects
    """
    lesions = followed(space, course)
    entries = [scan.entry for scan in scans_of(space, course) if scan.id != instead_of]
    if typed is not None and typed.on is not None:
        entries.append(typed)
    scans = sorted((scan_of(entry, lesions) for entry in entries), key=lambda scan: scan.date)
    baseline = next((scan for scan in scans if scan.baseline), None)
    if baseline is None:
        return None
    said = follow_up_of(space, course)
    return Readings(
        first_dose(space, course),
        settings_of(said),
        tuple(target_lesion(one) for one in lesions if one.entry.role == "target"),
        tuple(one.entry.name for one in lesions if one.entry.role == "nontarget"),
        baseline,
        tuple(scan for scan in scans if not scan.baseline and scan.date > baseline.date),
        said.new_therapy_on,
    )


def judge_course(
    space: Workspace, course: CourseRecord, typed: ScanEntry | None = None, instead_of: UUID | None = None
) -> Judged | None:
    """A course judged with what is stored, and with a scan being typed where one is given."""
    readings = readings_of(space, course, typed, instead_of)
    if readings is None:
        return None
    stored = [scan.entry for scan in scans_of(space, course) if scan.id != instead_of and scan.entry.baseline]
    baseline = typed if typed is not None and typed.baseline else stored[0]
    broken, _ = broken_baseline(followed(space, course), baseline, readings.start_date)
    return Judged(readings, respond(readings), respond_immune(readings), broken)


def look_again(since: date) -> tuple[date, date]:
    """First and last day on which an unconfirmed progression is looked at again."""
    first, last = LOOK_AGAIN_DAYS
    return since + timedelta(days=first), since + timedelta(days=last)
