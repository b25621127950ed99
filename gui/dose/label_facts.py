"""The label of a line of tablets handed out, from the course as it is laid out. Values only, no widgets."""

from datetime import date, timedelta
from decimal import Decimal

from gui.workspace.state import PatientState
from records.course.clinical_use import missing_for_use
from records.course.course_plan import whole_course
from records.errors import RecordError
from records.values.visits import Dispensed
from treatment_calendar.course import CourseDay, Moment
from treatment_calendar.paper.request import Contacts, Doses, LabelRequest


def label_request(state: PatientState, line: Dispensed, language: str) -> LabelRequest:
    """Lays out the course: not for the window's thread. Raises RecordError where the strength is not taken any more."""
    entry, settings = line.entry, state.settings
    assert state.course is not None and state.files is not None
    cycle = next(
        (one for one in whole_course(state.space, state.course, settings).cycles if one.cycle == entry.cycle), None
    )
    order = state.order(entry.cycle)
    days = [(day, *taken(day, entry.drug, entry.strength_mg)) for day in (cycle.days if cycle is not None else ())]
    taking = [(day.date, morning, evening) for day, morning, evening in days if morning or evening]
    if cycle is None or order is None or not taking:
        raise RecordError(f"No tablets of {entry.strength_mg} mg are taken in cycle {entry.cycle} any more.")
    beside = {mg for day in cycle.days for take in day.take if take.drug == entry.drug for mg in (*take.am, *take.pm)}
    first, last = taking[0], taking[-1]
    patient = state.entry
    return LabelRequest(
        regimen=state.files.regimen,
        profile=state.files.profile,
        patient_name=patient.name,
        identifiers=tuple(f"{kind} {value}" for kind, value in patient.identifiers),
        birth_date=patient.birth_date,
        drug=entry.drug,
        strength_mg=entry.strength_mg,
        tablets=entry.tablets,
        cycle=entry.cycle,
        doses=runs(taking),
        first=Moment(first[0], "am" if first[1] else "pm"),
        last=Moment(last[0], "pm" if last[2] else "am"),
        contacts=Contacts(settings.site_name, settings.day_phone, settings.night_phone),
        dispensed_by=line.by,
        dispensed_on=entry.on,
        beside=tuple(sorted(beside - {entry.strength_mg}, reverse=True)),
        batch=entry.batch,
        expiry=entry.expiry,
        language=language,
        for_clinical_use=not missing_for_use(state.space, state.site, (order,)),
    )


def taken(day: CourseDay, drug: str, strength_mg: Decimal) -> tuple[int, int]:
    """Tablets of one strength in the morning and in the evening of a date."""
    own = [take for take in day.take if take.drug == drug]
    morning = sum(take.am.get(strength_mg, 0) for take in own if "am" in day.swallow)
    return morning, sum(take.pm.get(strength_mg, 0) for take in own if "pm" in day.swallow)


def runs(taking: list[tuple[date, int, int]]) -> tuple[Doses, ...]:
    """Dates with the same tablets one after the other."""
    found: list[Doses] = []
    for on, morning, evening in taking:
        before = found[-1] if found else None
        if before is not None and (before.last + timedelta(days=1), before.morning, before.evening) == (
            on, morning, evening
        ):  # fmt: skip
            found[-1] = Doses(before.first, on, morning, evening)
        else:
            found.append(Doses(on, on, morning, evening))
    return tuple(found)
