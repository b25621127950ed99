"""An advice for a person to read in a terminal."""

from collections.abc import Iterator

from regimen.advice.advised import Advice, DrugAdvice
from regimen.day_check import DayCheck, DayItem
from regimen.numbers import as_typed, decimals, plain

DOING = {
    "continue": "continue",
    "reduce": "reduce",
    "ask": "ask before the next dose",
    "hold": "hold",
    "stop": "stop for good",
}


def as_text(advice: Advice) -> str:
    """The check of the treatment day, then each drug with what decided, what is asked and what else fired."""
    head = (
        f"{advice.regimen_id} version {advice.regimen_version} ({advice.regimen_sha256[:12]})\n"
        f"Practice {advice.practice_id} ({advice.practice_sha256[:12]}), labels {advice.labels}, "
        f"cycle {advice.cycle}, day 1 {advice.day1.isoformat()}"
    )
    unread = "\n".join(
        f"No rule reads {one.term} grade {one.grade} from {one.date.isoformat()}: a term of CTCAE 6.0 only."
        for one in advice.unread
    )
    parts = [
        head,
        *([unread] if unread else []),
        "\n".join(_day(advice.treatment_day)),
        *("\n".join(_drug(one)) for one in advice.drugs),
    ]
    return "\n\n".join(parts) + "\n\nProposals of the regimen file; a person decides.\n"


def _day(check: DayCheck) -> Iterator[str]:
    state = "green" if check.green else "not green"
    named = f"limits '{check.limit_set}'" if check.limit_set else "no limits of this practice in the file"
    yield f"Treatment day {check.day}, {check.date.isoformat()}: {state} ({named})"
    yield from (f"  {_item(item)}" for item in check.items)
    if check.delay is not None:
        reasons = ", ".join(code.replace("_", " ") for code in check.delay.reasons)
        yield f"  proposed: {check.delay.days} days later, {check.delay.new_date.isoformat()} ({reasons})"


def _item(item: DayItem) -> str:
    needed = item.needed if item.term else f"{item.needed} {item.limit_unit}"
    if item.finding == "missing":
        return f"--  {item.title}: no value; needed: {needed}"
    if item.term:
        return f"{'ok' if item.green else 'NO'}  {item.title} grade {plain(item.value) if item.value else 0}; {needed}"
    said = f"{item.title} {as_typed(item.value)} {item.unit}" if item.value is not None else item.title
    if item.finding == "no_upper_limit":
        return f"--  {said}: no upper limit of normal; needed: {needed}"
    if item.finding == "unit":
        return f"--  {said}: cannot be turned into {item.limit_unit}; needed: {needed}"
    ages = {"undated": ", not dated", "stale": ", too old: take it again", "later": ", taken after this day"}
    percent = f" {plain(item.percent)} %" if item.percent is not None else ""
    counts = item.finding == "outside" and item.age in ("fresh", "undated")
    rule = f"; the file says: {item.action}{percent}" if counts else ""
    return f"{'ok' if item.green else 'NO'}  {said}{ages.get(item.age, '')}; needed: {needed}{rule}"


def _drug(advice: DrugAdvice) -> Iterator[str]:
    yield f"{advice.drug}: {_doing(advice)}"
    if advice.action == "hold" and len(advice.untils) > 1:
        yield f"  all of these first: {'; '.join(advice.untils)}"
    yield from (f"  {sentence}" for sentence in advice.why)
    if advice.source:
        yield f"  source: {advice.source}"
    yield from (f"  ? {question}" for question in advice.questions)


def _doing(advice: DrugAdvice) -> str:
    said = DOING[advice.action]
    if advice.action == "hold" and advice.until:
        said += f" until {advice.until}"
        said += f" (reached on {advice.until_met.isoformat()})" if advice.until_met else ""
    dose = ""
    if advice.next_level is not None:
        dose = f"{plain(advice.next_level)} {advice.level_unit}"
    elif advice.next_percent is not None:
        dose = f"{decimals(advice.next_percent, 1)} % of the start"
    if not dose:
        return said
    joined = {
        "continue": f" at {dose}", "reduce": f" to {dose}", "ask": f"; then at most {dose}", "hold": f", then {dose}",
        "stop": f"; or, if a physician decides to go on, {dose}",
    }  # fmt: skip
    return said + joined[advice.action]
