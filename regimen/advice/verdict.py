"""The advice for one drug from all that fired: the strictest action, the lowest dose, and nothing raised again."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from regimen.advice.advised import STRICTNESS, Action, DrugAdvice, Fired, Settled, Target
from regimen.advice.because import of_limit
from regimen.advice.course import Course, given_in, of_percent, planned, start_amount
from regimen.advice.death import death_fired
from regimen.advice.unnamed import UNNAMED
from regimen.advice.unread import UNREAD, unread_fired, unread_words
from regimen.day_check import DayCheck, DayItem
from regimen.definition import Drug
from regimen.given import EVERYTHING
from regimen.numbers import decimals, plain
from regimen.proof import UNIT_OF_LEVEL, citation
from regimen.same_level import nearly

NOT_RAISED = "not-raised-again"
TREATMENT_DAY = "treatment-day"
NOT_RAISED_SOURCE = "Capecitabine label: a reduced dose is not raised again; kept here for every drug but gemcitabine"
NEXT_DAY = "the next treatment day; an omitted dose is not given later"


def advice_for(
    drug: Drug, course: Course, check: DayCheck, by_rules: Sequence[Fired], settled: Collection[Settled] = ()
) -> DrugAdvice:
    """What the rules say for one drug of the case's cycle; what was decided upon before says nothing again.

    by_rules  what the rules of the file came to, and the questions about what no rule speaks of
    """
    stopped = _stopped(drug, course)
    if stopped is not None:
        why = (f"{drug.name} was stopped for good on {stopped.isoformat()}.",)
        return DrugAdvice(drug.name, "stop", "", (), None, None, None, None, "", "", why, (), ())
    known = [one for one in settled if one.drug == drug.name]
    every = [*by_rules, *unread_fired(drug, course), *death_fired(drug, course)]
    done = [one for one in every if any(one.settled_by(before) for before in known)]
    still = [one for one in every if one not in done]
    everything = [*still, *_not_raised(drug, course), *_limits(drug, course, check)]
    verdict = _verdict(drug, course, _in_order(everything), check)
    return replace(verdict, why=(*verdict.why, *unread_words(drug, course)), settled=_in_order(done))


def _stopped(drug: Drug, course: Course) -> date | None:
    days = [course.case.stopped[name] for name in (drug.name, EVERYTHING) if name in course.case.stopped]
    return min((day for day in days if day <= course.case.day1), default=None)


def _in_order(everything: Sequence[Fired]) -> tuple[Fired, ...]:
    """The strictest first; of equals the lowest dose, then values, the latest event, limits, the order of the file.

    Of stops the one that leaves no way on comes first.
    """
    return tuple(sorted(everything, key=_rank))


def _rank(one: Fired) -> tuple[int, bool, Decimal, int, int]:
    amount = one.target.amount if one.target else Decimal(0)
    latest = one.event.date.toordinal() if one.event else 0
    kind = 2 if one.system == TREATMENT_DAY else 1 if one.event else 0
    second = (one.target is None) != (one.action == "stop")
    return -STRICTNESS[one.action], second, amount, kind, -latest


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


def _verdict(drug: Drug, course: Course, everything: tuple[Fired, ...], check: DayCheck) -> DrugAdvice:
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
        why=(*_why(drug, course, everything, lead, target), *_to_check(drug, course, check, action)),
        questions=tuple(dict.fromkeys(question for one in everything for question in one.questions)),
        fired=everything if lead is None else (lead, *(one for one in everything if one is not lead)),
        level_unit=UNIT_OF_LEVEL[drug.dose.per] if target is not None and target.level is not None else "",
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
        return ("No rule of the file asks for a change.",)
    said = [f"{lead.because} ({lead.rule})."]
    if lead.note:
        said.append(lead.note)
    others = [one for one in everything if one is not lead and _tells(one, drug, course)]
    if others:
        said.append("Also fired: " + "; ".join(_others(others, drug, course)) + ".")
        # Of a rule that only asks, the note is what is asked.
        asked = {one.note: one.rule for one in others if one.action == one.rule_action == "ask" and one.note}
        said += [f"{note} ({rule})" for note, rule in asked.items() if note != lead.note]
    strictest = {one.action for one in everything if _tells(one, drug, course)}
    if len(strictest) > 1:
        said.append(f"The strictest decides: {lead.action}.")
    by_rules = [one for one in everything if one.system not in (UNNAMED, UNREAD)]
    if lead.undecided and lead.action == "stop":
        said.append("The cause has not been named: name it before anything is stopped for good.")
    elif any(one.undecided and one.action in ("hold", "ask") for one in by_rules):
        said.append("The cause has not been named; the rules of every possible cause are shown.")
    if lead.target is not None and target is not None and lead.action != "stop":
        said += _kept_low(drug, course, everything, lead.target, target)
    return tuple(said)


def _others(others: Sequence[Fired], drug: Drug, course: Course) -> Iterator[str]:
    """What else fired, those that say the same of the same thing together: ALT 240 U/L (rule, rule): hold."""
    same: dict[tuple[str, str], list[str]] = {}
    for one in others:
        rules = same.setdefault((_short(one), _doing(one, drug, course)), [])
        if one.rule not in rules:
            rules.append(one.rule)
    return (f"{about} ({', '.join(rules)}): {doing}" for (about, doing), rules in same.items())


def _short(one: Fired) -> str:
    """Diarrhea grade 3 from 2026-03-31; of a value or a limit, all that is said of it."""
    event = one.event
    if event is None:
        return one.because.partition("; needed")[0]
    return f"{event.term} grade {event.grade} from {event.date.isoformat()}"


def _to_check(drug: Drug, course: Course, check: DayCheck, action: Action) -> tuple[str, ...]:
    """What the treatment day still waits for, said with a drug that would else seem free to be given."""
    later = course.on is not None and course.on > check.date  # that day is over
    if later or check.day not in drug.days or action not in ("continue", "reduce"):
        return ()
    titles = [
        item.title for item in check.items
        if not item.green and not (item.finding == "outside" and item.age in ("fresh", "undated"))
    ]  # fmt: skip
    return (f"Still to be checked before it is given: {', '.join(titles)}.",) if titles else ()


def _tells(one: Fired, drug: Drug, course: Course) -> bool:
    """Whether a rule asks for anything but going on as planned."""
    return one.action not in ("continue", "reduce") or _lowers(one, drug, course)


def _lowers(one: Fired, drug: Drug, course: Course) -> bool:
    now = planned(drug, course.case)
    return one.target is not None and one.target.amount < now.amount and not nearly(one.target.amount, now.amount)


def _kept_low(drug: Drug, course: Course, everything: Sequence[Fired], wanted: Target, target: Target) -> Iterator[str]:
    """Why the dose is below what the rule that decided says: planned so low already, or another rule says less."""
    now = planned(drug, course.case)
    if nearly(target.amount, wanted.amount):
        if nearly(now.amount, wanted.amount) and wanted.amount < start_amount(drug, course.case):
            yield f"Already at {_said(now, drug)}: the rule asks for no less."
    elif nearly(target.amount, now.amount):
        yield f"Not raised: {_said(now, drug)} is planned, below the {_said(wanted, drug)} of this rule."
    else:
        by = [one.rule for one in everything if one.target is not None and nearly(one.target.amount, target.amount)]
        yield f"The lowest dose counts: {_said(target, drug)} ({', '.join(dict.fromkeys(by))})."


def _doing(one: Fired, drug: Drug, course: Course) -> str:
    until = f" until {one.until}" if one.until and one.action == "hold" else ""
    joined = {"hold": ", then ", "reduce": " to "}.get(one.action, "")
    then = f"{joined}{_said(one.target, drug)}" if one.target and joined and _lowers(one, drug, course) else ""
    waits = " (stop once it is laid to this drug)" if one.rule_action == "stop" and one.action == "hold" else ""
    if one.action == "ask" and one.rule_action != "ask":
        waits = f" (the rule says {one.rule_action})"
    return f"{one.action}{until}{then}{waits}"


def _said(target: Target, drug: Drug) -> str:
    """75 % of the start, or 100 mg/m2."""
    if target.percent is not None:
        return f"{decimals(target.percent, 1)} % of the start"
    return f"{plain(target.level or target.amount)} {UNIT_OF_LEVEL[drug.dose.per]}"
