"""Rows of measurements, visits, laboratory values and adverse events. Pure."""

from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal
from uuid import UUID

from outcomes.exchange.cells import Cell
from outcomes.exchange.codes import loinc_of
from outcomes.exchange.rows import course_on, pairs, starts_of, traced_row
from records.bedside.lab_trend import LabPoint, lab_trends
from records.partial_date import whole
from records.values.core import LabResult
from records.values.exchange import Traced
from records.values.visits import AdverseEventRecord

Rows = Iterator[dict[str, Cell]]
#: The version dose rules run on, and laboratory values are graded by in an export.
CTCAE = "5.0"
DAY = timedelta(days=1)


def measurement_rows(traced: Traced) -> Rows:
    """Heights and weights, oldest first."""
    for one in traced.space.measurements:
        yield traced_row(traced, one.id, {"kind": one.kind, "value": one.value, "on": one.on, "by": one.by})


def visit_rows(traced: Traced) -> Rows:
    """Visits, half-done ones among them."""
    for record in traced.space.visits:
        entry = record.entry
        returned = {f"{size:f}": count for size, count in entry.tablets_returned.items()}
        yield traced_row(traced, record.id, {
            "course": record.course_id, "on": entry.on, "cycle": entry.cycle, "cycle_day": entry.cycle_day,
            "complete": record.complete, "temperature_c": entry.temperature_c, "pulse_per_min": entry.pulse_per_min,
            "systolic_mmhg": entry.systolic_mmhg, "diastolic_mmhg": entry.diastolic_mmhg,
            "spo2_percent": entry.spo2_percent, "weight_kg": entry.weight_kg, "ecog": entry.ecog,
            "any_event": entry.any_event, "asked_not_present": "; ".join(entry.asked_not_present),
            "patient_reported": pairs(entry.patient_reported), "tablets_returned": pairs(returned),
            "tablets_cycle": entry.tablets_cycle, "new_medicines": "; ".join(entry.new_medicines),
            "note": entry.note, "by": record.changed_by,
        })  # fmt: skip


def points_of(traced: Traced) -> dict[UUID, LabPoint]:
    """Each laboratory value with its grade, by the baseline of the course it belongs to."""
    space = traced.space
    found: dict[UUID, LabPoint] = {}
    for course in space.courses or (None,):
        day1, starts = (None, ()) if course is None else (course.entry.day1, starts_of(space, course))
        for series in lab_trends(space.labs, day1, starts, CTCAE):
            for point in series.points:
                if course_on(space, point.on) is course:
                    found[point.id] = point
    return found


def lab_rows(traced: Traced) -> Rows:
    """Laboratory values that count, oldest first."""
    points = points_of(traced)
    for lab in sorted(traced.space.labs, key=lambda one: one.on):
        yield traced_row(traced, lab.id, _lab(lab, points[lab.id]))


def _lab(lab: LabResult, point: LabPoint) -> dict[str, Cell]:
    return {
        "analyte": lab.analyte, "loinc": loinc_of(lab.analyte, lab.unit), "value": lab.value, "unit": lab.unit,
        "lln": lab.lln, "uln": lab.uln, "on": lab.on, "time": point.taken, "corrected": point.corrected,
        "cycle": point.cycle, "cycle_day": point.cycle_day, "ctcae": CTCAE, "term": point.term,
        "grade": point.grade, "grades_possible": ", ".join(str(grade) for grade in point.grades),
        "baseline": point.baseline, "why": point.why, "by": lab.by,
    }  # fmt: skip


def event_rows(traced: Traced) -> Rows:
    """One row a grade of each event, withdrawn ones among them."""
    for record in traced.space.events:
        entry = record.entry
        steroid = entry.steroid
        of_event: dict[str, Cell] = {
            "course": record.course_id, "number": record.number, "segments": len(entry.grades),
            "term": entry.term, "code": entry.code, "soc": entry.soc, "ctcae": entry.ctcae_version,
            "specify": entry.specify, "reported_words": entry.reported_words, "start": entry.start,
            "end": entry.end, "ongoing": entry.ongoing, "cycle": record.cycle, "cycle_day": record.cycle_day,
            "before_infusion": entry.before_infusion, "at_baseline": entry.present_at_baseline,
            "baseline_grade": entry.baseline_grade, "elsewhere": entry.elsewhere, "location": entry.location,
            "serious": entry.serious, "criteria": ", ".join(entry.criteria), "attribution": pairs(entry.attribution),
            "actions": pairs(entry.actions), "outcome": entry.outcome, "immune": entry.immune, "cause": entry.cause,
            "cause_named_by": entry.cause_named_by, "treated": entry.treated, "treatment": entry.treatment,
            "steroid_start": steroid.start if steroid else None, "steroid_end": steroid.end if steroid else None,
            "steroid_peak_mg_kg": steroid.peak_mg_kg if steroid else None, "other_action": entry.other_action,
            "dose_limiting": entry.dose_limiting, "expected": entry.expected, "note": entry.note,
            "withdrawn": record.withdrawn, "withdrawn_why": record.withdrawn_why,
        }  # fmt: skip
        for place, segment in enumerate(entry.grades):
            yield traced_row(traced, record.id, of_event | {
                "segment": place + 1, "grade": segment.grade, "grade_from": segment.on,
                "grade_to": _last_day(record, place), "evidence": segment.evidence, "said_by": segment.by,
            })  # fmt: skip


def _last_day(record: AdverseEventRecord, place: int) -> Cell:
    """The day before the next grade; of the last one the end of the event, where its day is known."""
    entry = record.entry
    if place + 1 < len(entry.grades):
        return max(entry.grades[place].on, entry.grades[place + 1].on - DAY)
    return whole(entry.end) if entry.end else None


def exact(value: Decimal | int | None) -> Decimal | None:
    """A whole number as a decimal."""
    return None if value is None else Decimal(value)
