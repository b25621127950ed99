"""How the checklist before the first cycle stands, and what the record offers as an answer. Pure.

Nothing here answers an item: what is offered is confirmed by a person, and every open item counts as open.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from records.course.go_ahead import answers_for
from records.course.overrides import override_key
from records.values.core import CourseRecord, LabResult, PatientEntry, Workspace
from records.values.visits import ChecklistAnswer, ChecklistResult
from regimen.age import age_y
from regimen.analytes import analyte
from regimen.checklist import ChecklistItem
from regimen.definition import Regimen
from regimen.dpyd import result as dpyd_result
from regimen.numbers import plain

STOP = "checklist-open"


@dataclass(frozen=True, slots=True)
class Offered:
    """An answer the record suggests.

    value    with `done`: what is known; reason: with any other result
    on       the day of the test; origin: where this stands, in words ("laboratory values", "patient record")
    """

    result: ChecklistResult
    value: str
    reason: str
    on: date
    origin: str


@dataclass(frozen=True, slots=True)
class ChecklistLine:
    """One item with every answer it was given, the newest last, and what is offered while it has none."""

    item: ChecklistItem
    answers: tuple[ChecklistAnswer, ...]
    offered: Offered | None

    @property
    def answer(self) -> ChecklistAnswer | None:
        """The answer that counts."""
        return self.answers[-1] if self.answers else None


@dataclass(frozen=True, slots=True)
class Checklist:
    """The checklist of one course; it gates the first cycle given here."""

    course_id: UUID
    cycle: int
    lines: tuple[ChecklistLine, ...]

    @property
    def open(self) -> tuple[ChecklistItem, ...]:
        """Items without an answer."""
        return tuple(line.item for line in self.lines if line.answer is None)

    def counted(self) -> str:
        """ "checklist 4 of 9"."""
        return counted(len(self.lines) - len(self.open), len(self.lines))


def counted(answered: int, total: int) -> str:
    """How far a checklist is, in words."""
    return f"checklist {answered} of {total}"


def stop_params(items: Sequence[ChecklistItem]) -> Mapping[str, str]:
    """What the stop of an open checklist says: its reason covers these very items, and no others."""
    return {"items": ", ".join(item.id for item in items)}


def stop_key(items: Sequence[ChecklistItem]) -> str:
    """What the reason for signing with open items is kept under; with other items open it is another."""
    return override_key(STOP, params=stop_params(items))


def open_items(items: Iterable[ChecklistItem], answered: Iterable[str]) -> tuple[ChecklistItem, ...]:
    """Items without an answer."""
    known = set(answered)
    return tuple(item for item in items if item.id not in known)


def open_words(items: Sequence[ChecklistItem]) -> str:
    """The open items by title."""
    return "; ".join(item.title for item in items)


def checklist_of(space: Workspace, course: CourseRecord, regimen: Regimen, today: date) -> Checklist:
    """The checklist of a course as it stands."""
    cycle = course.entry.first_cycle
    given: dict[str, list[ChecklistAnswer]] = {}
    for one in sorted(space.checklist, key=lambda one: one.at):
        if (one.course_id, one.cycle) == (course.id, cycle):
            given.setdefault(one.item, []).append(one)
    newest = answers_for(space.checklist, course.id, cycle)
    lines = []
    for item in regimen.checklist:
        answers = tuple(one for one in given.get(item.id, ()) if one is not newest[item.id])
        answers += (newest[item.id],) if item.id in newest else ()
        offer = None if answers else offered(item, space.patient.entry, space.labs, course, today)
        lines.append(ChecklistLine(item, answers, offer))
    return Checklist(course.id, cycle, tuple(lines))


def offered(
    item: ChecklistItem, patient: PatientEntry, labs: Sequence[LabResult], course: CourseRecord, today: date
) -> Offered | None:
    """What the record suggests for an item: that it does not apply, what is known, or that it was settled elsewhere."""
    entry = course.entry
    if not item.is_for(patient.sex, age_y(patient.birth_date, entry.day1), entry.options):
        assert item.applies is not None
        return Offered("not_applicable", "", item.applies.otherwise, today, "patient and course")
    found = _known(item, patient, labs, today)
    if found is None and entry.first_cycle > 1:
        reason = f"settled at the earlier hospital before cycle 1; taken over at cycle {entry.first_cycle}"
        return Offered("taken_over", "", reason, today, "course taken over")
    return found


def _known(item: ChecklistItem, patient: PatientEntry, labs: Sequence[LabResult], today: date) -> Offered | None:
    if item.known == "labs":
        return _from_labs(item.analytes, labs, today)
    if item.known == "dpyd":
        return _from_dpyd(patient, today)
    words = ""
    if item.known == "allergies" and patient.allergies_asked:
        words = "; ".join((*patient.allergies, *patient.reactions)) or "none known (asked)"
    elif item.known == "drainage":
        words = patient.drainage
    elif item.known == "liver_involvement" and patient.liver_involvement is not None:
        words = "tumour in the liver" if patient.liver_involvement else "no tumour in the liver"
    return Offered("done", words, "", today, "patient record") if words else None


def _from_labs(names: Sequence[str], labs: Sequence[LabResult], today: date) -> Offered | None:
    """The newest value of each test up to today; the date is that of the oldest among them."""
    newest: dict[str, LabResult] = {}
    for lab in labs:
        if lab.analyte in names and lab.on <= today and (lab.analyte not in newest or lab.on >= newest[lab.analyte].on):
            newest[lab.analyte] = lab
    if not newest:
        return None
    words = "; ".join(_lab_words(newest[name]) for name in names if name in newest)
    if missing := [name for name in names if name not in newest and not _either(name, newest)]:
        words += "; not on record: " + "; ".join(analyte(name).title for name in missing)
    return Offered("done", words, "", min(lab.on for lab in newest.values()), "laboratory values")


def _either(name: str, newest: Mapping[str, LabResult]) -> bool:
    """One troponin will do."""
    return name.startswith("troponin_") and any(other.startswith("troponin_") for other in newest)


def _lab_words(lab: LabResult) -> str:
    limits = ""
    if lab.lln is not None and lab.uln is not None:
        limits = f" ({plain(lab.lln)} to {plain(lab.uln)})"
    elif lab.uln is not None:
        limits = f" (up to {plain(lab.uln)})"
    return f"{analyte(lab.analyte).title} {_exact(lab.value)} {lab.unit}{limits}, {lab.on.isoformat()}"


def _exact(value: Decimal) -> str:
    return format(value, "f")


def _from_dpyd(patient: PatientEntry, today: date) -> Offered | None:
    """A result with its date; a test that was not made, with the reason given for it. A pending one is no answer."""
    if patient.dpyd_status == "not_tested":
        reason = patient.dpyd_reason.strip()
        return Offered("not_done", "", reason, today, "patient record") if reason else None
    if patient.dpyd_status != "done":
        return None
    words = []
    if patient.dpyd_score is not None:
        words.append(f"activity score {plain(patient.dpyd_score)}, {dpyd_result(score=patient.dpyd_score).phenotype}")
    if patient.dpyd_variants:
        words.append(" / ".join(patient.dpyd_variants))
    return Offered("done", "; ".join(words) or "result on record", "", patient.dpyd_date or today, "patient record")
