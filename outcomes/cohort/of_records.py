"""From the records to a cohort: one row a patient, of the first course that was given here. Pure.

Nothing is guessed: what nobody wrote down is empty, and what is left out is said in words.
"""

from collections.abc import Iterable
from datetime import date
from itertools import pairwise

from outcomes.cohort.event_cycles import grades_by_cycle
from outcomes.cohort.patients import Change, CohortEvent, CohortPatient
from outcomes.cohort.records_read import Mapped, RecordsAsked
from outcomes.cohort.values import SEVERAL
from outcomes.proportions import one_decimal
from outcomes.recist.of_records import Judged, first_dose, follow_up_of, judge_course
from outcomes.survival.endpoints import EVALUABLE, Assessed
from records.bedside.events_counted import at_baseline, relation
from records.course.course_plan import files_of
from records.course.disease import DiseaseAtStart, site_group, vocabulary
from records.course.dose_intensity import orders_given
from records.course.dose_trend import DrugTrend, dose_trends
from records.values.core import CourseRecord, SiteSettings, Workspace
from records.values.responses import OFF_REASONS

#: As a form answers "Stent or drainage" where there is none.
NO_DRAINAGE = frozenset({"no", "none", "no drainage", "-"})


def map_patient(asked: RecordsAsked) -> Mapped | None:
    """The row of one patient."""
    space = asked.space
    given = [course for course in space.courses if orders_given(space, course)]
    if not given:
        return None
    course = min(given, key=lambda one: (first_dose(space, one), str(one.id)))
    judged = judge_course(space, course)
    said = follow_up_of(space, course)
    start = first_dose(space, course)
    shown = None if judged is None else judged.response.pd_date
    days = [day for day in (shown, said.judged_progression_on) if day is not None]
    best = None if judged is None else judged.response.best
    response = "" if best is None else best.response if _scans(judged) else "NE"
    key = str(space.patient.id)
    first_seen = best.first_seen if best is not None and response else None
    patient = CohortPatient(
        key, start, min(days, default=None), said.death_on, _last_evaluable(judged),
        _last_contact(space, said.last_alive_on), said.new_therapy_on, response, first_seen, True,
        response not in ("", "NE"), _factors(space, course, asked.settings, judged, start), _scans(judged),
        _changes(judged), tuple(order.cycle for order in orders_given(space, course)),
    )  # fmt: skip
    own = [one.entry for one in space.events if one.course_id == course.id and not one.withdrawn]
    counted = [entry for entry in own if not at_baseline(entry)]
    begun = [(order.cycle, order.given_on or order.day1) for order in orders_given(space, course)]
    events = tuple(
        CohortEvent(key, one.term, one.highest_grade, one.soc, relation(one.attribution), grades_by_cycle(one, begun))
        for one in counted
    )
    return Mapped(patient, events, len(given) - 1, len(own) - len(counted), _rules(space, course))


def _scans(judged: Judged | None) -> tuple[Assessed, ...]:
    """Every scan after the baseline with its overall response."""
    return () if judged is None else tuple(Assessed(one.date, one.overall) for one in judged.response.points)


def _changes(judged: Judged | None) -> tuple[Change, ...]:
    """The sum of diameters at every scan after the baseline, in percent of the baseline's."""
    points = () if judged is None else judged.response.points
    return tuple(Change(one.date, one.change_from_baseline, one.new, one.overall == "PD") for one in points)


def _last_evaluable(judged: Judged | None) -> date | None:
    return max((one.date for one in _scans(judged) if one.overall in EVALUABLE), default=None)


def _last_contact(space: Workspace, last_alive: date | None) -> date | None:
    """The last day on which somebody wrote something that only a living patient gives."""
    days = [one.on for one in space.measurements] + [one.on for one in space.labs]
    days += [order.given_on for order in space.orders if order.given_on is not None]
    days += [scan.entry.on for scan in space.scans if scan.in_force and scan.entry.on is not None]
    return max([*days, *([last_alive] if last_alive is not None else [])], default=None)


def _factors(
    space: Workspace, course: CourseRecord, settings: SiteSettings, judged: Judged | None, start: date
) -> dict[str, str]:
    """What the program knows of a patient, by the names of assets/outcomes/cohort.toml."""
    entry, orders = space.patient.entry, orders_given(space, course)
    regimen = files_of(course, settings).regimen
    inhibitors = [
        drug.name for drug in regimen.drugs_of(orders[0].cycle, course.entry.options) if drug.role == "inhibitor"
    ]
    said = follow_up_of(space, course)
    trends = dose_trends(space, course, settings)
    given = [order.given_on or order.day1 for order in orders]
    found = {
        "age": str(_years(entry.birth_date, start)),
        "sex": entry.sex,
        "site": site_group(entry.diagnosis_site),
        "ecog": "" if entry.ecog is None else str(entry.ecog),
        **disease_factors(course.entry.disease, entry.drainage),
        "intent": course.entry.intent,
        "regimen": regimen.short_title,
        "inhibitor": " + ".join(inhibitors),
        "cycles": str(len(orders)),
        "last_dose_date": max(given).isoformat(),
        "delays": str(sum(one.course_id == course.id and not one.withdrawn and one.days > 0 for one in space.delays)),
        "reductions": str(reductions(trends)),
        "off_reason": OFF_REASONS.get(said.off_reason, ""),
        "best_change_percent": best_change(judged),
    }
    for trend in trends:
        if trend.intensity is not None:
            found[f"rdi_{trend.drug}"] = one_decimal(trend.intensity.relative_percent)
    return found


def disease_factors(said: DiseaseAtStart, drainage: str) -> dict[str, str]:
    """Line, metastases, surgery and drainage in the words of a baseline table; "" where nobody said."""
    known = vocabulary()
    typed, places = drainage.strip().casefold(), [known.metastases[code] for code in said.metastases]
    return {
        "line": known.lines.get(said.line, ""),
        "metastases": {"metastatic": "yes", "locally_advanced": "no"}.get(said.extent, ""),
        "metastatic_sites": "none" if said.extent == "locally_advanced" else SEVERAL.join(places),
        "surgery": known.surgery.get(said.surgery, ""),
        "drainage": "" if not typed else "no" if typed in NO_DRAINAGE else "yes",
    }


def _rules(space: Workspace, course: CourseRecord) -> tuple[str, ...]:
    """By which versions of rules a patient's figures came about."""
    entry, said = course.entry, follow_up_of(space, course).settings
    confirmed = f"confirmed after {said.confirm_min_days} days" if said.confirmation_required else "not confirmed"
    rules = [
        f"regimen {entry.regimen_id} version {entry.regimen_version} ({entry.regimen_sha256[:8]})",
        f"RECIST 1.1, response {confirmed}, stable disease from day {said.sd_min_days}, at most "
        f"{said.max_not_evaluable_between} not evaluable between"
        + (", stable disease may lie between" if said.allow_sd_between_pr else ""),
    ]
    rules += [f"dose engine version {order.engine_version}" for order in orders_given(space, course)]
    rules += [f"CTCAE {one.entry.ctcae_version}" for one in space.events if one.course_id == course.id]
    return tuple(dict.fromkeys(rules))


def _years(born: date, on: date) -> int:
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))


def reductions(trends: Iterable[DrugTrend]) -> int:
    """How often a drug was given at less of the regimen's level than in its cycle before."""
    found = 0
    for trend in trends:
        given = [one for one in trend.cycles if one.state == "given"]
        found += sum(later.whole_percent < one.whole_percent for one, later in pairwise(given))
    return found


def best_change(judged: Judged | None) -> str:
    """Percent of the baseline sum at its smallest among the scans that count, one decimal; "" where there is none."""
    if judged is None:
        return ""
    changes = [
        (one.sum_mm - one.baseline_mm) * 100 / one.baseline_mm
        for one in judged.response.points
        if one.scored and one.sum_mm is not None and one.baseline_mm
    ]
    return one_decimal(min(changes)) if changes else ""
