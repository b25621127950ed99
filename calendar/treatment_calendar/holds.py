"""Which drug is held or stopped on a date."""

from collections.abc import Mapping
from datetime import date

from regimen.definition import Drug, Regimen
from regimen.errors import Refusal, Refused
from regimen.given import EVERYTHING, Case
from regimen.holding import covers, takes_away, wrong_halves
from regimen.supportive import Supportive
from treatment_calendar.course import Moment


def is_chosen(entry: Drug | Supportive, options: Mapping[str, str]) -> bool:
    """Whether the entry of a regimen belongs to the chosen options."""
    return all(options.get(option) in choices for option, choices in entry.when.items())


def check(regimen: Regimen, case: Case) -> None:
    """Refuse holds and stops of drugs the course does not have, and holds that end before they begin."""
    known = {drug.name for drug in regimen.drugs if is_chosen(drug, case.options)}
    names = ", ".join(sorted(known))
    unknown = {hold.drug for hold in case.holds} - known
    refusals = [*wrong_halves(case.holds, {drug.name for drug in regimen.drugs if drug.route == "po"} | unknown)]
    for index, hold in enumerate(case.holds):
        if hold.drug not in known:
            refusals.append(Refusal(f"holds[{index}].drug", f"{hold.drug} is not a drug of this course ({names})."))
        if hold.end is not None and (hold.end, hold.end_half) < (hold.start, hold.start_half):
            reason = f"The hold of {hold.drug} ends on {hold.end}, before it begins on {hold.start}."
            refusals.append(Refusal(f"holds[{index}].to", reason))
    for drug in case.stopped:
        if drug not in known | {EVERYTHING}:
            refusals.append(Refusal(f"stopped.{drug}", f"{drug} is not a drug of this course ({names})."))
    if refusals:
        raise Refused(refusals)


def end_of_treatment(case: Case) -> date | None:
    """The date from which the whole treatment is stopped."""
    return case.stopped.get(EVERYTHING)


def is_stopped(case: Case, drug: str, on: date) -> bool:
    """Stopped for good on or before the date, the date itself included."""
    return any(name in case.stopped and case.stopped[name] <= on for name in (drug, EVERYTHING))


def is_held(case: Case, drug: str, on: date) -> bool:
    """An infusion on hold or stopped on the date; both ends of a hold are included."""
    on_hold = any(h.drug == drug and covers(h, on) for h in case.holds)
    return on_hold or is_stopped(case, drug, on)


def is_held_at(case: Case, drug: str, at: Moment) -> bool:
    """Tablets on hold or stopped in a half day; both ends of a hold are included."""
    on_hold = any(h.drug == drug and takes_away(h, (at.date, at.half)) for h in case.holds)
    return on_hold or is_stopped(case, drug, at.date)
