"""What a cohort came to: response rates, curves and adverse events, each with the patients it counts."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from outcomes.cohort.patients import (
    CONTROLLED,
    RESPONDED,
    CohortEvent,
    CohortPatient,
    WorstRow,
    worst_by_term,
    worst_of_all,
)
from outcomes.proportions import Method, Proportion, proportion
from outcomes.survival.endpoints import (
    SCAN_EVERY_DAYS,
    Course,
    Rule,
    overall_survival,
    progression_free,
    response_duration,
)
from outcomes.survival.kaplan_meier import Band, Curve, Time, curve_of, follow_up
from outcomes.survival.log_rank import log_rank_p

#: Under so many events a curve says little; it is said with it.
FEW_EVENTS = 10
ENDPOINTS = ("pfs", "os", "dor")


@dataclass(frozen=True, slots=True)
class Choices:
    """How a cohort is summed up; every one is named with the figures.

    rule         for progression and duration of response
    cutoff       nothing after this day is used
    by           a further column by which curves are compared
    """

    interval: Method = "clopper-pearson"
    band: Band = "loglog"
    rule: Rule = "treatment-policy"
    scan_every_days: int = SCAN_EVERY_DAYS
    cutoff: date | None = None
    by: str = ""


@dataclass(frozen=True, slots=True)
class Rate:
    """A proportion with the ids of those counted."""

    proportion: Proportion
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Endpoint:
    """A curve, the patients in it, and for groups their curves and the log-rank p of those named, all together."""

    curve: Curve
    times: Mapping[str, Time]
    groups: Mapping[str, Curve]
    log_rank_p: float | None


@dataclass(frozen=True, slots=True)
class EventTable:
    """Worst grade a patient: all events, and those related to treatment.

    unsaid    events nobody related or cleared
    asked     whether a relation is said of any event; else those related are not known, and not none
    """

    of: int
    every: WorstRow
    terms: tuple[WorstRow, ...]
    related: WorstRow
    related_terms: tuple[WorstRow, ...]
    unsaid: int
    asked: bool = True


@dataclass(frozen=True, slots=True)
class Summary:
    """The whole cohort. rates: "orr" and "dcr", each of "treated" and "evaluable"."""

    patients: tuple[CohortPatient, ...]
    choices: Choices
    rates: Mapping[str, Mapping[str, Rate]]
    endpoints: Mapping[str, Endpoint]
    follow_up: Curve
    events: EventTable | None
    warnings: tuple[str, ...]


def summarise(
    patients: Sequence[CohortPatient], choices: Choices, events: Sequence[CohortEvent] | None = None
) -> Summary:
    """Everything; pure, takes milliseconds once scipy is loaded."""
    treated = [one for one in patients if one.treated and one.start is not None]
    measures: dict[str, Callable[[Course], Time | None]] = {
        "pfs": lambda course: progression_free(course, choices.rule, choices.scan_every_days),
        "os": overall_survival,
        "dor": lambda course: response_duration(course, choices.rule, choices.scan_every_days),
    }
    endpoints = {name: _endpoint(treated, measures[name], choices) for name in ENDPOINTS}
    table = None if events is None else _table([one.id for one in treated], events)
    warnings = _warnings(endpoints, table, patients, choices)
    return Summary(
        tuple(patients), choices, _rates(patients, choices), endpoints,
        follow_up(list(endpoints["os"].times.values()), choices.band), table, warnings,
    )  # fmt: skip


def _rates(patients: Sequence[CohortPatient], choices: Choices) -> dict[str, dict[str, Rate]]:
    groups = {
        "treated": [one for one in patients if one.treated],
        "evaluable": [one for one in patients if one.treated and one.evaluable],
    }
    found: dict[str, dict[str, Rate]] = {}
    for name, counted in (("orr", RESPONDED), ("dcr", CONTROLLED)):
        found[name] = {}
        for group, members in groups.items():
            ids = tuple(one.id for one in members if one.best in counted)
            found[name][group] = Rate(proportion(len(ids), len(members), choices.interval), ids)
    return found


def _endpoint(
    patients: Sequence[CohortPatient], measure: Callable[[Course], Time | None], choices: Choices
) -> Endpoint:
    times: dict[str, Time] = {}
    for one in patients:
        course = one.course(choices.cutoff)
        time = None if course is None else measure(course)
        if time is not None:
            times[one.id] = time
    groups: dict[str, list[Time]] = {}
    if choices.by:
        for one in patients:
            if one.id in times:
                groups.setdefault(one.factors.get(choices.by, ""), []).append(times[one.id])
    p = log_rank_p(*(group for name, group in sorted(groups.items()) if name))
    curves = {name: curve_of(group, choices.band) for name, group in sorted(groups.items())}
    return Endpoint(curve_of(list(times.values()), choices.band), times, curves, p)


def _table(ids: Sequence[str], events: Sequence[CohortEvent]) -> EventTable:
    treated = frozenset(ids)
    kept = [one for one in events if one.patient in treated]
    return EventTable(
        len(ids), worst_of_all(kept), worst_by_term(kept), worst_of_all(kept, related_only=True),
        worst_by_term(kept, related_only=True), sum(one.related is None for one in kept),
        not kept or any(one.related is not None for one in kept),
    )  # fmt: skip


def _warnings(
    endpoints: Mapping[str, Endpoint],
    table: EventTable | None,
    patients: Sequence[CohortPatient],
    choices: Choices,
) -> tuple[str, ...]:
    found = [
        f"{name.upper()}: only {endpoint.curve.events} events; limits under {FEW_EVENTS} events say little."
        for name, endpoint in endpoints.items()
        if endpoint.curve.n and endpoint.curve.events < FEW_EVENTS
    ]
    if table is not None and table.unsaid:
        found.append(
            f"{table.unsaid} adverse events say neither related nor unrelated; they count as not related."
            if table.asked
            else "Of no adverse event it is said whether it is related to treatment: those related are not known."
        )
    without = [one.id for one in patients if one.best in RESPONDED and one.response is None]
    if without:
        found.append(f"{len(without)} responders have no response_date and are not in the duration of response.")
    found += _strict_notes(patients) if choices.rule == "strict" else []
    untreated = sum(not one.treated for one in patients)
    if untreated:
        found.append(f"{untreated} patients were not treated and are in no curve and no rate.")
    return tuple(found)


def _strict_notes(patients: Sequence[CohortPatient]) -> list[str]:
    """Where the strict rule could not see whether scans were missed."""
    found = []
    if blind := sum(one.only_progression_scan for one in patients):
        found.append(
            f"{blind} patients have their last assessment on the day of progression: whether scans were missed before "
            "it cannot be seen, and progression counts on its day."
        )
    none = sum(one.progressed is not None and not one.scans and one.last_assessed is None for one in patients)
    if none:
        found.append(
            f"{none} patients have no assessment before progression: the strict rule counts from the first dose."
        )
    return found
