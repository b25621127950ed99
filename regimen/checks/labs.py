"""Day-1 blood tests and toxicity against the treatment-day limits of the regimen file."""

from collections.abc import Iterator
from decimal import Decimal

from regimen.analytes import Analyte, analyte, unit_of
from regimen.checks.finding import alert
from regimen.definition import DayLimit, LimitBand
from regimen.given import Lab
from regimen.numbers import decimals, plain
from regimen.order import Alert
from regimen.proof import citation
from regimen.situation import Situation


def given_labs(situation: Situation) -> dict[str, Lab]:
    """The labs of the case by the analyte's own name."""
    return {analyte(name).name: lab for name, lab in situation.case.labs.items()}


def limits_of_today(situation: Situation) -> list[DayLimit]:
    """The limits of this cycle's day 1 in the set this practice uses; none where the file has no such set."""
    limits, cycle = situation.limit_set(), situation.case.cycle
    return [
        limit
        for limit in (limits.limits if limits else ())
        if 1 in limit.days and limit.first_cycle <= cycle and (limit.last_cycle is None or cycle <= limit.last_cycle)
    ]


def day1(situation: Situation) -> Iterator[Alert]:
    """Every limit of this cycle's day 1."""
    labs, limits = given_labs(situation), situation.limit_set()
    if limits is None:
        if situation.regimen.limit_sets:
            yield alert("limit-set-unknown", "stop", practice=situation.profile.id)
        return
    source = f"{citation(situation.regimen, limits.source)}, limits '{limits.id}'"
    without_upper: dict[str, str] = {}
    for limit in limits_of_today(situation):
        if limit.term:
            yield from _toxicity(limit, source, situation)
        else:
            lab = labs.get(analyte(limit.analyte).name)
            if lab is None and analyte(limit.analyte).name == "creatinine":
                lab = _creatinine(situation)
            if lab is not None and limit.times_uln and not lab.uln:
                found = analyte(limit.analyte)
                without_upper[found.name] = f"{found.title} {plain(lab.value)} {lab.unit}"
            elif lab is not None:
                yield from _against(limit, lab, source, situation)
    if without_upper:  # one message, however many values lack it
        analytes, values = ", ".join(without_upper), "; ".join(without_upper.values())
        yield alert("lab-uln-missing", "stop", source=source, analytes=analytes, values=values)


def _creatinine(situation: Situation) -> Lab | None:
    given = situation.case.basis.creatinine
    return None if given is None else Lab(given.value, given.unit, date=given.date)


def _against(limit: DayLimit, lab: Lab, source: str, situation: Situation) -> Iterator[Alert]:
    found = analyte(limit.analyte)
    params = {"analyte": found.name, "title": found.title, "value": plain(lab.value), "unit": lab.unit}
    if limit.times_uln:
        assert lab.uln  # day1 tells of those without
        measured, unit = lab.value / lab.uln, "x ULN"
    else:
        exact = in_unit(found, lab.value, lab.unit, limit.unit)
        if exact is None:
            yield alert("lab-unit", "stop", source=source, wanted_unit=limit.unit, params=params)
            return
        measured, unit = exact, limit.unit
    band = band_of(limit, measured)
    if band is not None and band.action == "give":
        return
    action = band.action if band else "ask"
    active = {drug.name for drug in situation.drugs}
    drugs = [name for name in (band.drugs if band else ()) if name in active]
    if band is not None and band.drugs and not drugs:
        return
    yield alert(
        f"day1-limit-{action}", "stop", drugs[0] if len(drugs) == 1 else "", source,
        band.percent if band and action == "reduce" else None, measured=decimals(measured, 3), limit_unit=unit,
        limit=_give_from(limit), drugs=", ".join(drugs) or "all drugs",
        percent=plain(band.percent) if band and band.percent is not None else "", params=params,
    )  # fmt: skip


def in_unit(found: Analyte, value: Decimal, written: str, wanted: str) -> Decimal | None:
    """The value in another unit where the conversion is exact, else None."""
    have, want = unit_of(found, written), unit_of(found, wanted)
    if have.unit == want.unit:
        return value
    return value * have.factor / want.factor if have.exact and want.exact else None


def band_of(limit: DayLimit, measured: Decimal) -> LimitBand | None:
    """The band that holds an unrounded value, exact edges as the file's `edge` says; None where there are no bands."""
    return limit.band_of(measured) if limit.bands else None


def _give_from(limit: DayLimit) -> str:
    """The range in which the full dose is given, in words."""
    for band in limit.bands:
        if band.action == "give":
            from_, to = ("at least", "below") if limit.edge == "inclusive" else ("more than", "at most")
            low = f"{from_} {plain(band.at_least)}" if band.at_least is not None else ""
            high = f"{to} {plain(band.below)}" if band.below is not None else ""
            return " and ".join(word for word in (low, high) if word)
    return "no range without a question"


def _toxicity(limit: DayLimit, source: str, situation: Situation) -> Iterator[Alert]:
    day1_date = situation.case.day1
    for event in situation.case.events:
        going_on = event.date <= day1_date and (event.resolved is None or event.resolved > day1_date)
        same = event.term.strip().casefold() == limit.term.casefold()
        if same and going_on and limit.at_most_grade is not None and event.grade > limit.at_most_grade:
            yield alert(
                "day1-toxicity", "stop", source=source, term=limit.term, grade=str(event.grade),
                most_grade=str(limit.at_most_grade),
            )  # fmt: skip
