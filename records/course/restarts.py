"""Restarts within a cycle, computed from what the store keeps. Pure: values in, values out."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from functools import lru_cache

from records.course.course_plan import files_of, order_value, whole_course
from records.course.cycle_case import holds_of, order_in_force, stops_of
from records.course.overrides import override_key
from records.course.restarts_in_force import restart_value, restarts_of
from records.course.versions import course_at
from records.errors import RecordError
from records.values.core import CourseRecord, HoldRecord, OrderRecord, SiteSettings, Workspace
from records.values.restarts import RestartEntry
from records.values.visits import Decision
from regimen import library
from regimen.case import read_case, write_case
from regimen.given import Case, Hold, Slot
from regimen.holding import slot_before, takes_away
from regimen.recheck_restart import compare_restart, recheck_restart
from regimen.restart import Restart, RestartAsk, as_json, restart, slot_text


@dataclass(frozen=True, slots=True)
class ProposedRestart:
    """A restart as it would be signed.

    order     the order in force of the cycle; hold: the hold that ends with it
    before    drug's dose in force until then: percent, mg of one dose and tablets morning and evening
    overrides stops of the answer the order of the cycle was signed with already -> the reason given then
    decisions that it comes from
    """

    order: OrderRecord
    hold: HoldRecord
    case: Case
    found: Restart
    before: "Before"
    overrides: Mapping[str, str]
    decisions: tuple[Decision, ...]

    def case_text(self) -> str:
        """The case as it is kept."""
        return json.dumps(write_case(self.case), sort_keys=True, ensure_ascii=False)

    def answer_text(self) -> str:
        """The answer as it is kept; whoever signs has seen this very text."""
        return json.dumps(as_json(self.found), sort_keys=True, ensure_ascii=False)


@dataclass(frozen=True, slots=True)
class Before:
    """Taken until the hold: percent of the start, exact mg of a dose, mg and tablets of morning and evening."""

    percent: Decimal
    exact_mg: Decimal
    am_mg: Decimal
    pm_mg: Decimal
    am: Mapping[Decimal, int]
    pm: Mapping[Decimal, int]


def proposed_restart(
    space: Workspace, course: CourseRecord, settings: SiteSettings, entry: RestartEntry
) -> ProposedRestart:
    """The restart a person asks for, computed from the records as they stand.

    raises  RecordError: no signed order, no hold to end, an order signed for another day
            Refused: what the dose engine does not compute (see `regimen.restart.restart`)
    """
    order = order_in_force(space.orders, course, entry.cycle)
    if order is None:
        raise RecordError(f"Cycle {entry.cycle} has no signed order; its dose is decided on the Dose page.")
    laid_out = whole_course(space, course, settings).cycle(entry.cycle)
    if laid_out.day1 != order.day1:
        raise RecordError(f"Cycle {entry.cycle} was signed for {order.day1} and has moved; sign its order again.")
    if (entry.percent is None) == (entry.level is None):
        raise RecordError("A restart is at a percent, or at a level.", "Percent")
    standing = restarts_of(space.restarts, order, entry.drug)
    if standing and entry.start <= standing[-1].entry.start:
        since = slot_text(standing[-1].entry.start)
        raise RecordError(f"{entry.drug} was restarted on {since}; another restart begins after it.", "Start")
    hold = hold_to_end(space.holds, course, entry.drug, entry.start)
    before = before_of(space, order, entry.drug)
    case = _case(space, course, order, hold, entry)
    ask = RestartAsk(case, entry.drug, entry.start, laid_out.last_day + timedelta(days=1), before.exact_mg)
    files = files_of(course_at(course, entry.cycle), settings)
    found = restart(files.regimen, files.profile, ask)
    keys = {
        override_key(alert.code, alert.drug, alert.params) for alert in found.order.alerts if alert.severity == "stop"
    }
    signed_with = {key: reason for key, reason in order.overrides.items() if key in keys}
    return ProposedRestart(order, hold, case, found, before, signed_with, decisions_behind(space, order, entry.drug))


def hold_to_end(holds: Iterable[HoldRecord], course: CourseRecord, drug: str, start: Slot) -> HoldRecord:
    """The hold that a restart ends: the one in force in the half day before. Raises RecordError."""
    kept = [h for h in holds if h.course_id == course.id and h.drug == drug and not h.withdrawn and not h.stop]
    before = slot_before(start)
    found = [h for h in kept if takes_away(_as_hold(h), before) or takes_away(_as_hold(h), start)]
    if not found:
        raise RecordError(f"{drug} is not on hold before {slot_text(start)}; a restart follows a hold.", "Start")
    if len(found) > 1:
        raise RecordError(f"Two holds of {drug} meet at {slot_text(start)}; end one of them first.", "Start")
    return found[0]


def _as_hold(record: HoldRecord) -> Hold:
    return Hold(record.drug, record.start, record.end, "", record.start_half, record.end_half)


def before_of(space: Workspace, order: OrderRecord, drug: str) -> Before:
    """The dose in force in a cycle: of its order, or of the last restart on it. Raises RecordError without tablets."""
    earlier = restarts_of(space.restarts, order, drug)
    doses = restart_value(earlier[-1]).order.doses if earlier else order_value(order).doses
    dose = next((one for one in doses if one.drug == drug and one.chosen is not None), None)
    if dose is None or dose.chosen is None:
        raise RecordError(f"The order of cycle {order.cycle} has no tablets of {drug}.")
    plan = dose.plans[dose.chosen]
    return Before(dose.percent, dose.exact_mg, plan.am_mg, plan.pm_mg, plan.am, plan.pm)


def _case(space: Workspace, course: CourseRecord, order: OrderRecord, hold: HoldRecord, entry: RestartEntry) -> Case:
    """The signed case with the new dose, and holds and stops as they stand once the hold is ended."""
    signed = read_case(json.loads(order.case_json))
    percent = {drug: value for drug, value in signed.dose_percent.items() if drug != entry.drug}
    level = {drug: value for drug, value in signed.dose_level.items() if drug != entry.drug}
    chosen = {drug: value for drug, value in signed.chosen_plan.items() if drug != entry.drug}
    if entry.percent is not None:
        percent[entry.drug] = entry.percent
    if entry.level is not None:
        level[entry.drug] = entry.level
    if entry.chosen is not None:
        chosen[entry.drug] = entry.chosen
    ended = tuple(ended_by(one, entry.start) if one.id == hold.id else one for one in space.holds)
    return replace(
        signed,
        dose_percent=percent,
        dose_level=level,
        chosen_plan=chosen,
        holds=holds_of(replace(space, holds=ended), course),
        stopped=stops_of(space, course),
    )


def ended_by(hold: HoldRecord, start: Slot) -> HoldRecord:
    """A hold that ends in the half day before a start; one that ended before stays as it is."""
    end, half = slot_before(start)
    if hold.end is not None and (hold.end, hold.end_half) <= (end, half):
        return hold
    return replace(hold, end=end, end_half=half)


def decisions_behind(space: Workspace, order: OrderRecord, drug: str) -> tuple[Decision, ...]:
    """The decisions about a drug since its order was signed."""
    return tuple(
        one
        for one in space.decisions
        if one.course_id == order.course_id and one.entry.drug == drug and not one.withdrawn
        and order.signed_at is not None and one.at > order.signed_at
    )  # fmt: skip


@lru_cache(maxsize=1)
def _table_texts() -> tuple[str, ...]:
    """The capecitabine tables of labels that the engine rounds by."""
    names = (name for name in library.shipped_tables() if name.startswith("eu_"))
    return tuple((library.ASSETS / "tables" / f"{name}.toml").read_text(encoding="utf-8") for name in names)


def second_path(proposed: ProposedRestart, next_day1: date | None) -> tuple[str, ...]:
    """What the second path finds otherwise; empty when it agrees."""
    found, case = proposed.found, proposed.case
    drug = found.dose.drug
    again = recheck_restart(
        proposed.order.regimen_text, proposed.order.profile_text, case, drug, found.start, next_day1, _table_texts()
    )
    counts = (found.mornings, found.evenings, found.taken, found.missed)
    return tuple(compare_restart(found.dose, counts, again, case.chosen_plan.get(drug)))
