"""The treatment summary as its page wants it, put together from one reading of the store. Values only, no widgets."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from gui.letters.doses_given import cycles_given, inhibitors_given
from gui.widgets.style_of import date_style
from gui.workspace.provisional import is_provisional
from gui.workspace.state import PatientState, dpyd_words
from outcomes.recist.of_records import follow_up_of, judge_course
from records.course.clinical_use import missing_for_use
from records.course.course_plan import kept_regimen, order_value
from records.course.disease import site_code, vocabulary
from records.course.dose_trend import DoseReason, DrugTrend, dose_trends
from records.course.overrides import override_key
from records.course.restarts_in_force import restarts_of
from records.course.versions import stretches
from records.reasons import said_reason
from records.values.audit import TrailEnd
from records.values.core import CourseRecord, OrderRecord, Workspace
from records.values.responses import OFF_REASONS
from records.values.visits import AdverseEventEntry
from regimen.order import Alert
from regimen.supportive import Supportive
from treatment_calendar.paper.request import AlertWords, Paper, worded
from treatment_calendar.paper.treatment_summary_request import (
    Change,
    EventPointed,
    FileUsed,
    OtherCourse,
    Planned,
    ResponseShown,
    ScanJudged,
    Total,
    Toxicity,
    TreatmentSummaryRequest,
)

#: NCI attribution from which an event counts as related.
RELATED = 3


def summary_request(
    state: PatientState, end: TrailEnd, person: tuple[str, str], now: datetime, paper: Paper
) -> TreatmentSummaryRequest:
    """Judges scans and sums doses: not for the window's thread. person: name and role of whoever writes it."""
    course, files, space, entry = state.course, state.files, state.space, state.entry
    assert course is not None and files is not None
    settings, said = state.settings, follow_up_of(space, course)
    trends = dose_trends(space, course, settings)
    orders = orders_in_force(state)
    last = orders[-1] if orders else None
    return TreatmentSummaryRequest(
        patient_name=entry.name,
        identifiers=tuple(f"{kind} {value}" for kind, value in entry.identifiers),
        birth_date=entry.birth_date,
        sex=entry.sex,
        allergies=entry.allergies,
        allergies_asked=entry.allergies_asked,
        reactions=entry.reactions,
        medicines=entry.medicines,
        diagnosis=_diagnosis(state, course),
        files=tuple(_file(first, at) for first, at in stretches(course)),
        options=_options(state),
        cycles=cycles_given(state, course),
        changes=_changes(space, course, trends, orders),
        earlier_toxicities=course.entry.earlier_toxicities,
        toxicities=_toxicities(space, course),
        response=_response(space, course),
        judged_progression=said.judged_progression_on,
        totals=tuple(_total(trend) for trend in trends),
        planned=_planned(state, course, now.date()),
        inhibitors=inhibitors_given(state, course),
        dpyd=dpyd_words(entry),
        alerts_cycle=last.cycle if last is not None else 0,
        alerts=_alerts(last),
        course_id=str(course.id),
        site_name=settings.site_name,
        phones=tuple(dict.fromkeys(text for text in (settings.day_phone, settings.night_phone) if text.strip())),
        written_by=person[0],
        written_role=person[1],
        written_at=now,
        anchor_seq=end.anchor.seq,
        anchor_hash=end.anchor.hash,
        anchor_short=end.anchor.short(),
        not_for_use=missing_for_use(space, state.site, orders),
        paper=paper,
        date_style=date_style(settings),
        number_style=files.profile.number_style,
        supportive=supportive_lines(last),
        supportive_cycle=last.cycle if last is not None else 0,
        other_courses=tuple(
            OtherCourse(_file(1, one).title, one.entry.day1, one.status) for one in space.courses if one.id != course.id
        ),
    )


def orders_in_force(state: PatientState) -> tuple[OrderRecord, ...]:
    """The signed and given orders of the course, by cycle."""
    course = state.course
    assert course is not None
    cycles = sorted({order.cycle for order in state.space.orders if order.course_id == course.id})
    return tuple(order for cycle in cycles if (order := state.order(cycle)) is not None)


def supportive_lines(last: OrderRecord | None) -> tuple[tuple[str, str], ...]:
    """What was ordered with the last order, and what was left out and why; nothing where nobody ordered it."""
    ordered = order_value(last).supportive if last is not None else None
    if ordered is None:
        return ()
    reasons = {one.item.id: f" ({one.reason})" if one.reason else "" for one in ordered.items}
    listed = tuple((one.item.where, item_line(one.item) + reasons[one.item.id]) for one in ordered.items)
    return (*listed, *(("left_out", f"{one.name} ({one.reason})") for one in ordered.left_out))


def item_line(item: Supportive) -> str:
    """Name, dose, days and times on one line."""
    days = f"day {', '.join(str(day) for day in item.days)}" if item.days else "if needed"
    return ", ".join(part for part in (f"{item.name} {item.dose}", days, ", ".join(item.times)) if part)


def _diagnosis(state: PatientState, course: CourseRecord) -> tuple[tuple[str, str], ...]:
    known, entry, disease = vocabulary(), state.entry, course.entry.disease
    site = site_code(entry.diagnosis_site)
    liver = {True: "yes", False: "no", None: ""}[entry.liver_involvement]
    return (
        ("Site", known.sites.get(site, site)),
        ("Extent when the course began", known.extents.get(disease.extent, disease.extent)),
        ("Metastases then", ", ".join(known.metastases.get(one, one) for one in disease.metastases)),
        ("Line of treatment", known.lines.get(disease.line, disease.line)),
        ("Earlier surgery", known.surgery.get(disease.surgery, disease.surgery)),
        ("Tumour in the liver", liver),
        ("Bile drainage", entry.drainage),
        ("Intent", course.entry.intent),
        ("ECOG on record", "" if entry.ecog is None else str(entry.ecog)),
    )


def _file(first: int, at: CourseRecord) -> FileUsed:
    entry = at.entry
    title = kept_regimen(at.regimen_text, entry.regimen_id).title
    return FileUsed(
        first, title, entry.regimen_id, entry.regimen_version, entry.regimen_sha256, entry.practice, at.profile_sha256
    )


def _options(state: PatientState) -> tuple[str, ...]:
    assert state.files is not None and state.course is not None
    chosen = state.course.entry.options
    return tuple(
        f"{option.title}: {choice.title}"
        for option in state.files.regimen.options
        for choice in option.choices
        if chosen.get(option.id) == choice.id
    )


def _changes(
    space: Workspace, course: CourseRecord, trends: Iterable[DrugTrend], orders: Iterable[OrderRecord]
) -> tuple[Change, ...]:
    """In the order of the cycles and days they are about."""
    events = {one.id: _pointed(one.entry) for one in space.events if not one.withdrawn}
    found: list[tuple[date, Change]] = []
    for trend in trends:
        found += _dose_changes(trend, events)
    day1 = {order.cycle: order.day1 for order in orders}
    of_hold = {one.hold_id: one.entry.event_ids for one in space.decisions if one.hold_id and not one.withdrawn}
    for delay in space.delays:
        if delay.course_id == course.id and not delay.withdrawn:
            why = said_reason(delay.reason_code, delay.reason_text)
            on = day1.get(delay.cycle, date.max)
            found.append((on, Change("delay", "", delay.cycle, None, days=delay.days, why=why, by=delay.by)))
    for hold in space.holds:
        if hold.course_id == course.id and not hold.withdrawn:
            why = said_reason(hold.reason_code, hold.reason_text)
            points = tuple(events[one] for one in of_hold.get(hold.id, ()) if one in events)
            change = Change(
                "stop" if hold.stop else "hold", hold.drug, 0, hold.start, hold.end, why=why, events=points,
                by=hold.by,
            )  # fmt: skip
            found.append((hold.start, change))
    for order in orders:
        for one in restarts_of(space.restarts, order):
            entry, on = one.entry, one.entry.start[0]
            change = Change(
                "restart", entry.drug, entry.cycle, on, percent=entry.percent, level=entry.level, why=entry.reason,
                by=one.signed_by,
            )  # fmt: skip
            found.append((on, change))
    return tuple(change for _on, change in sorted(found, key=lambda one: one[0]))


def _dose_changes(trend: DrugTrend, events: Mapping[UUID, EventPointed]) -> list[tuple[date, Change]]:
    found, before = [], None
    for cycle in trend.cycles:
        if cycle.changed:
            points = tuple(events[one] for one in cycle.reason.events if one in events)
            change = Change(
                "dose", trend.drug, cycle.cycle, cycle.day1, percent=cycle.whole_percent, before=before,
                why=_why(cycle.reason), events=points, by=cycle.reason.by,
            )  # fmt: skip
            found.append((cycle.day1, change))
        before = cycle.whole_percent
    return found


def _why(reason: DoseReason) -> str:
    taken = {"accept": "proposal accepted", "change": "proposal changed", "decline": "proposal declined"}
    rules = f"rules {', '.join(reason.rules)}" if reason.rules else ""
    return "; ".join(part for part in (reason.words, taken.get(reason.taken, ""), rules) if part)


def _term(entry: AdverseEventEntry) -> str:
    return f"{entry.term}: {entry.specify}" if entry.specify else entry.term


def _pointed(entry: AdverseEventEntry) -> EventPointed:
    return EventPointed(_term(entry), entry.highest_grade, entry.start)


def _toxicities(space: Workspace, course: CourseRecord) -> tuple[Toxicity, ...]:
    """Those of the course that were not entered by mistake; the worst first, then the earliest."""
    own = [one.entry for one in space.events if one.course_id == course.id and not one.withdrawn]
    return tuple(_toxicity(entry) for entry in sorted(own, key=lambda one: (-one.highest_grade, one.start)))


def _toxicity(entry: AdverseEventEntry) -> Toxicity:
    worst = next(segment for segment in entry.grades if segment.grade == entry.highest_grade)
    related = tuple(suspect for suspect, level in entry.attribution.items() if level >= RELATED)
    steroid = ""
    if entry.steroid is not None:
        peak = entry.steroid.peak_mg_kg
        steroid = "steroid" if peak is None else f"steroid, at most {peak:f} mg/kg prednisone-equivalent a day"
    return Toxicity(
        term=_term(entry),
        worst=entry.highest_grade, worst_on=worst.on, now=entry.grade, start=entry.start, end=entry.end,
        ongoing=entry.ongoing, outcome=entry.outcome, laid_to=(entry.cause,) if entry.cause else related,
        immune=entry.immune == "yes", serious=entry.serious is True, elsewhere=entry.elsewhere,
        treatment=", ".join(part for part in (entry.treatment, steroid) if part),
    )  # fmt: skip


def _response(space: Workspace, course: CourseRecord) -> ResponseShown | None:
    judged = judge_course(space, course)
    if judged is None:
        return None
    found, best = judged.response, judged.response.best
    unconfirmed = found.unconfirmed.response
    scans = tuple(
        ScanJudged(one.date, one.overall, one.sum_mm, one.change_from_baseline, one.scored) for one in found.points
    )
    return ResponseShown(
        judged.readings.baseline.date, best.response, found.settings.confirmation_required, best.first_seen,
        found.pd_date, best.note, len(judged.broken), unconfirmed if unconfirmed != best.response else "", scans,
    )  # fmt: skip


def _total(trend: DrugTrend) -> Total:
    rate = trend.intensity
    return Total(
        trend.drug, trend.total, trend.elsewhere, trend.unknown_before,
        trend.other_courses if trend.total is not None else Decimal(0),
        None if rate is None else rate.relative_percent, None if rate is None else rate.dose_percent,
        0 if rate is None else rate.cycles, 0 if rate is None else rate.planned_days, 0 if rate is None else rate.days,
        () if rate is None else rate.assumed,
    )  # fmt: skip


def _planned(state: PatientState, course: CourseRecord, today: date) -> Planned:
    said = follow_up_of(state.space, course)
    why = ": ".join(part for part in (OFF_REASONS.get(said.off_reason, said.off_reason), said.off_words) if part)
    ended = {"active": "", "completed": "completed", "stopped": "stopped"}[course.status]
    if ended and why:
        ended = f"{ended}, {why}"
    held = {
        hold.drug
        for hold in state.space.holds
        if hold.course_id == course.id and not hold.withdrawn and (hold.stop or hold.end is None or hold.end >= today)
    }
    order = state.order(state.cycle)
    given = order is not None and order.state == "given"
    beyond = given or state.cycle > course.entry.planned_cycles or state.day1 is None
    return Planned(
        0 if beyond else state.cycle, course.entry.planned_cycles, state.day1, order is not None,
        not beyond and is_provisional(state, state.cycle), tuple(sorted(held)), ended, said.off_on,
    )  # fmt: skip


def _alerts(order: OrderRecord | None) -> tuple[AlertWords, ...]:
    """Stops and warnings of the last order, in the catalogue's words, with why a named person went on."""
    if order is None:
        return ()
    raised = tuple(one for one in order_value(order).alerts if one.severity in ("stop", "warn"))

    def overridden(alert: Alert) -> str:
        reason = order.overrides.get(override_key(alert.code, alert.drug, alert.params), "").strip()
        return f"{reason} ({order.signed_by}, {order.signed_role})" if reason else ""

    return worded(raised, overridden)
