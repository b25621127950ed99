"""The advice for one drug from all that fired: the strictest action, the lowest dose, and nothing raised again."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from regimen.advice.advised import STRICTNESS, Action, DrugAdvice, Fired, Settled, Target
from regimen.advice.because import of_limit
from regimen.advice.course import Course, given_in, nearly, of_percent, planned
from regimen.advice.rules import fired
from regimen.advice.unread import unread_fired, unread_words
from regimen.day_check import DayCheck, DayItem
from regimen.definition import Drug
from regimen.given import EVERYTHING
from regimen.numbers import decimals, plain
from regimen.proof import UNIT_OF_LEVEL, citation

NOT_RAISED = "not-raised-again"
TREATMENT_DAY = "treatment-day"
NOT_RAISED_SOURCE = "Capecitabine label: a reduced dose is not raised again; kept here for every drug but gemcitabine"
NEXT_DAY = "the next treatment day; an omitted dose is not given later"


def advice_for(drug: Drug, course: Course, check: DayCheck, settled: Collection[Settled] = ()) -> DrugAdvice:
    """What the rules say for one drug of the case's cycle; what was decided upon before says nothing again."""
    stopped = _stopped(drug, course)
    if stopped is not None:
        why = (f"{drug.name} was stopped for good on {stopped.isoformat()}.",)
        return DrugAdvice(drug.name, "stop", "", (), None, None, None, None, "", "", why, (), ())
    known = [one for one in settled if one.drug == drug.name]
    every = [*fired(drug, course), *unread_fired(drug, course)]
    done = [one for one in every if any(one.settled_by(before) for before in known)]
    still = [one for one in every if one not in done]
    everything = [*still, *_not_raised(drug, course), *_limits(drug, course, check)]
    verdict = _verdict(drug, course, _in_order(everything))
    return replace(verdict, why=(*verdict.why, *unread_words(drug, course)), settled=_in_order(done))


def _stopped(drug: Drug, course: Course) -> date | None:
    days = [course.case.stopped[name] for name in (drug.name, EVERYTHING) if name in course.case.stopped]
    return min((day for day in days if day <= course.case.day1), default=None)


def _in_order(everything: Sequence[Fired]) -> tuple[Fired, ...]:
    """The strictest first; of equals the lowest dose, then values, the latest event, limits, the order of the file."""
    return tuple(sorted(everything, key=_rank))


def _rank(one: Fired) -> tuple[int, bool, Decimal, int, int]:
    amount = one.target.amount if one.target else Decimal(0)
    latest = one.event.date.toordinal() if one.event else 0
    kind = 2 if one.system == TREATMENT_DAY else 1 if one.event else 0
    return -STRICTNESS[one.action], one.target is None, amount, kind, -latest


def _not_raised(drug: Drug, course: Course) -> list[Fired]:
    """A dose planned above the lowest of the cycles before: back to that."""
    if drug.role in ("antimetabolite", "inhibitor"):
        return []
    given, now = given_in(drug, course, course.case.cycle), planned(drug, course.case)
    if not given:
        return []
    cycle = min(given, key=lambda number: (given[number].amount, number))
    lowest = given[cycle]
    if now.amount <= lowest.amount or nearly(now.amount, lowest.amount):
        return []
    because = (
        f"Planned at {_said(now, drug)}, above {_said(lowest, drug)} of cycle {cycle}; "
        "a reduced dose is not raised again without an override signed by two"
    )
    return [
        Fired(
            NOT_RAISED, NOT_RAISED, drug.name, "reduce", "reduce", "", None, lowest, None, None, "present", because,
            (), False, "", NOT_RAISED_SOURCE,
        )
    ]  # fmt: skip


def _limits(drug: Drug, course: Course, check: DayCheck) -> list[Fired]:
    """The limits of the treatment day that are not met and concern this drug."""
    if check.day not in drug.days:
        return []
    source = f"{citation(course.regimen, check.source)}, limits '{check.limit_set}'"
    return [
        _limit(item, drug, course, check, source)
        for item in check.items
        if item.finding == "outside" and item.age in ("fresh", "undated") and drug.name in (item.drugs or (drug.name,))
    ]


def _limit(item: DayItem, drug: Drug, course: Course, check: DayCheck, source: str) -> Fired:
    actions: dict[str, Action] = {"reduce": "reduce", "delay": "hold", "omit": "hold", "ask": "ask"}
    action = actions[item.action]
    if action == "reduce" and drug.role == "inhibitor":
        action = "ask"  # an inhibitor is never given in part
    until = ""
    if item.action == "delay":
        until = f"{item.title} {item.needed}" + ("" if item.term else f" {item.limit_unit}")
    elif item.action == "omit":
        until = NEXT_DAY
    target = of_percent(drug, course.case, item.percent) if item.percent is not None and action == "reduce" else None
    return Fired(
        rule=f"{TREATMENT_DAY}-{check.limit_set}",
        system=TREATMENT_DAY,
        drug=drug.name,
        rule_action=action,
        action=action,
        until=until,
        until_met=None,
        target=target,
        occurrence=None,
        event=None,
        stage="present",
        because=of_limit(item, check.day),
        questions=(f"{item.title}: what does the prescriber decide?",) if action == "ask" else (),
        undecided=False,
        note="This day only." if action == "reduce" else "",
        source=source,
    )


def _verdict(drug: Drug, course: Course, everything: tuple[Fired, ...]) -> DrugAdvice:
    now = planned(drug, course.case)
    lead = everything[0] if everything else None
    action: Action = lead.action if lead else "continue"
    target = _next(drug, now, everything, action)
    if action in ("continue", "reduce"):
        lowered = target is not None and target.amount < now.amount and not nearly(target.amount, now.amount)
        action = "reduce" if lowered else "continue"
        lead = next((one for one in everything if lowered and one.target == target), lead)
    holds = [one for one in everything if one.action == "hold" and one.until_met is None]
    return DrugAdvice(
        drug=drug.name,
        action=action,
        until=lead.until if lead else "",
        untils=tuple(dict.fromkeys(one.until for one in holds)),
        until_met=lead.until_met if lead else None,
        next_percent=target.percent if target else None,
        next_level=target.level if target else None,
        occurrence=lead.occurrence if lead else None,
        rule=lead.rule if lead else "",
        source=lead.source if lead else "",
        why=_why(drug, course, everything, lead, target),
        questions=tuple(dict.fromkeys(question for one in everything for question in one.questions)),
        fired=everything if lead is None else (lead, *(one for one in everything if one is not lead)),
    )


def _next(drug: Drug, now: Target, everything: Sequence[Fired], action: Action) -> Target | None:
    """The lowest dose anything asks for, never above what is planned; None for an inhibitor and after a stop.

    A stop that says how to go on if a physician decides to is the exception; then its dose stands.
    """
    if drug.role == "inhibitor":
        return None
    stops = [one for one in everything if one.action == "stop"]
    if action == "stop" and any(one.target is None for one in stops):
        return None
    targets = [one.target for one in everything if one.target is not None]
    lowest = min([*targets, now], key=lambda target: target.amount)
    # Of equal doses the one the rule named, so that 100 mg/m2 is not shown as 76.92 %.
    return next((target for target in targets if nearly(target.amount, lowest.amount)), lowest)


def _why(
    drug: Drug, course: Course, everything: Sequence[Fired], lead: Fired | None, target: Target | None
) -> tuple[str, ...]:
    if lead is None:
        return ("No rule of the file concerns what is known.",)
    said = [f"{lead.because} ({lead.rule})."]
    if lead.note:
        said.append(lead.note)
    others = [one for one in everything if one is not lead and one.action != "continue"]
    if others:
        said.append("Also fired: " + "; ".join(f"{one.rule}: {_doing(one, drug)}" for one in others) + ".")
    strictest = {one.action for one in everything if one.action != "continue"}
    if len(strictest) > 1:
        said.append(f"The strictest decides: {lead.action}.")
    if any(one.undecided and one.action in ("hold", "ask") for one in everything):
        said.append("The cause has not been named; the rules of every possible cause are shown.")
    if target is not None and lead.target is not None and target.amount < lead.target.amount:
        said.append(f"Not raised: {_said(target, drug)} stays below the {_said(lead.target, drug)} of the rule.")
    return tuple(said)


def _doing(one: Fired, drug: Drug) -> str:
    until = f" until {one.until}" if one.until and one.action == "hold" else ""
    then = f", then {_said(one.target, drug)}" if one.target and one.action in ("hold", "reduce") else ""
    waits = " (stop once it is laid to this drug)" if one.rule_action == "stop" and one.action == "hold" else ""
    if one.action == "ask" and one.rule_action != "ask":
        waits = f" (it says {one.rule_action})"
    return f"{one.action}{until}{then}{waits}"


def _said(target: Target, drug: Drug) -> str:
    """75 % of the start, or 100 mg/m2."""
    if target.percent is not None:
        return f"{decimals(target.percent, 1)} % of the start"
    return f"{plain(target.level or target.amount)} {UNIT_OF_LEVEL[drug.dose.per]}"
