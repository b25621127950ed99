"""Blood tests of day 1 that are missing, old or undated: one alert for each reason and date, however many they are."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from regimen.analytes import analyte
from regimen.checks.finding import alert
from regimen.checks.labs import given_labs, limits_of_today
from regimen.definition import Severity
from regimen.given import Lab
from regimen.order import Alert
from regimen.situation import Situation

_NOT_LABS = ("creatinine", "dpyd")  # asked for in the basis
CREATININE = "creatinine"
Reason = Literal["undated", "stale"]
CODES: dict[Reason, tuple[str, str, Severity]] = {  # of several values, of creatinine alone
    "undated": ("lab-undated", "creatinine-undated", "warn"),
    "stale": ("lab-stale", "creatinine-stale", "stop"),
}


@dataclass(frozen=True, slots=True)
class Taken:
    """One value given: analyte, day (None: not known) and how old it may be on day 1."""

    name: str
    on: date | None
    limit_days: int


def blood_tests(situation: Situation) -> Iterator[Alert]:
    """Every value the regimen or its limits ask for on this day 1, and creatinine."""
    labs = given_labs(situation)
    wanted = _wanted(situation)
    missing = [name for name in wanted if name not in labs and name != CREATININE]
    if missing:
        yield alert("lab-missing", "stop", params=_names(missing))
    taken = _taken(wanted, labs, situation)
    undated = [one for one in taken if one.on is None]
    if undated:
        yield _about("undated", undated, {})
    for day in sorted({one.on for one in taken if one.on is not None}):
        old = [one for one in taken if one.on == day and (situation.case.day1 - day).days > one.limit_days]
        if old:
            days = str((situation.case.day1 - day).days)
            yield _about("stale", old, {"date": day.isoformat(), "days": days, **_limits(old)})


def _wanted(situation: Situation) -> list[str]:
    """Analytes asked for in this cycle, in the order of the file."""
    asked = [name for name in situation.regimen.asks_of(situation.case.cycle) if name not in _NOT_LABS]
    asked += [limit.analyte for limit in limits_of_today(situation) if limit.analyte]
    return list(dict.fromkeys(analyte(name).name for name in asked))


def _taken(wanted: list[str], labs: Mapping[str, Lab], situation: Situation) -> list[Taken]:
    policy, creatinine = situation.policy, situation.case.basis.creatinine
    taken = [Taken(name, labs[name].date, policy.lab_valid_days) for name in wanted if name in labs]
    if creatinine is not None:
        taken.append(Taken(CREATININE, creatinine.date, policy.creatinine_valid_days))
    return list({(one.name, one.on): one for one in taken}.values())


def _about(reason: Reason, taken: list[Taken], params: Mapping[str, str]) -> Alert:
    """The alert of some values; creatinine alone has a code of its own, because the clearance hangs on it."""
    names = [one.name for one in taken]
    together, alone, severity = CODES[reason]
    return alert(alone if names == [CREATININE] else together, severity, params={**_names(names), **params})


def _limits(taken: list[Taken]) -> dict[str, str]:
    """The age allowed, in words where creatinine has another limit than the rest."""
    first = taken[0].limit_days
    others = [f"{one.name} {one.limit_days} days" for one in taken if one.limit_days != first]
    words = f"{first} days" + (f" ({', '.join(others)})" if others else "")
    return {"limit_days": str(first), "limits": words}


def _names(names: list[str]) -> dict[str, str]:
    titles = ", ".join(_title(name) for name in names)
    return {"analytes": ", ".join(names), "titles": titles[:1].upper() + titles[1:]}


def _title(name: str) -> str:
    """The title inside a sentence: platelets, ALT, total bilirubin."""
    main, _, kind = analyte(name).title.partition(", ")
    main = main if main[1:2].isupper() else main[:1].lower() + main[1:]
    return f"{kind} {main}" if kind else main
