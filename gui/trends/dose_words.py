"""How the Trends page says a dose, a share of it, a total, and why it is what it is."""

from collections.abc import Mapping
from decimal import Decimal

from gui.trends.words import percent, rounded, short
from gui.widgets.dates import shown_date
from records.course.dose_intensity import Intensity
from records.course.dose_trend import DoseCycle, DoseReason, DrugTrend, Threshold, doses_until
from records.values.restarts import RestartRecord
from regimen.unit_words import unit_words

_TAKEN = {"accept": "proposal accepted", "change": "proposal changed", "decline": "proposal declined"}


def share_of(cycle: DoseCycle) -> Decimal | None:
    """Percent of the regimen's own dose that was given; None while the cycle is not given."""
    if cycle.given is None or not cycle.planned:
        return None
    return Decimal(100) * cycle.given / cycle.planned


def level_words(trend: DrugTrend, cycle: DoseCycle) -> str:
    """The percent of the regimen's level, and the lowered start where there is one."""
    words = percent(cycle.whole_percent)
    if cycle.start_percent != 100:
        words += f" ({percent(cycle.percent)} of a start of {percent(cycle.start_percent)})"
    if cycle.effective_level is not None and cycle.effective_level != cycle.level:
        words += f", {short(Decimal(rounded(cycle.effective_level, 1)))} {unit_words(trend.unit)}"
    return words


def given_words(cycle: DoseCycle) -> str:
    """What became of the cycle: "97.8 % given", "held", "signed, not given yet"."""
    if cycle.state == "signed":
        return "on hold" if cycle.held else "signed, not given yet"
    share = share_of(cycle)
    if share is None:
        return "given"
    words = f"{percent(share)} given" if share else "not given"
    if cycle.delivered is not None:
        return f"{words}; {percent(cycle.delivered)} of the tablets taken"
    return f"{words}; tablets not counted, taken as told" if cycle.assumed else words


def total_words(cycle: DoseCycle) -> str:
    """The sum of one cycle as it was made: "200 mg ÷ 1.6304 m² = 122.7; total 245.3 mg/m²"."""
    if cycle.per_m2 is None or cycle.total is None:
        return ""
    surface = f"{rounded(cycle.dosing_m2, 4)} m²" + (" (capped)" if cycle.capped else "")
    if not cycle.per_m2:
        return f"not given: 0; total {rounded(cycle.total, 1)} mg/m²"
    given_mg = short(Decimal(rounded(cycle.per_m2 * cycle.dosing_m2, 1)))
    return f"{given_mg} mg ÷ {surface} = {rounded(cycle.per_m2, 1)} mg/m²"


def reason_words(trend: DrugTrend, cycle: DoseCycle) -> tuple[str, str]:
    """Why a cycle has its dose: a line, and who said so, when and by which rules; restarts within the cycle too."""
    title, words = _reason_words(trend, cycle)
    return title, " ".join((words, *(_restart_words(one) for one in cycle.restarts)))


def _restart_words(one: RestartRecord) -> str:
    entry = one.entry
    dose = f"{percent(entry.percent)}" if entry.percent is not None else ""
    if entry.level is not None:
        dose = f"level {short(entry.level)}"
    at = shown_date(entry.start[0], weekday=False)
    why = f": {entry.reason}" if entry.reason else ""
    return f"Restarted on {at} at {dose}{why}. Signed by {one.signed_by}."


def _reason_words(trend: DrugTrend, cycle: DoseCycle) -> tuple[str, str]:
    reason = cycle.reason
    title = f"Cycle {cycle.cycle}, {trend.drug} {level_words(trend, cycle)}"
    if reason.kind == "decision":
        body = ": ".join(part for part in (_TAKEN.get(reason.taken, ""), reason.words) if part) or "decided"
        return title, f"{body[0].upper()}{body[1:]}. {_who(reason)}{_rules(reason)}"
    if reason.kind == "typed":
        return title, f"{reason.words[0].upper()}{reason.words[1:]}. {_who(reason, 'signed by')}"
    if reason.kind == "before":
        return title, f"As in cycle {reason.cycle}; nothing was changed."
    if cycle.whole_percent == 100:
        return title, "The regimen's own dose; nothing was reduced."
    return title, "No reason is on record for this order."


def _who(reason: DoseReason, verb: str = "decided by") -> str:
    at = f", {shown_date(reason.at.astimezone().date(), weekday=False)}" if reason.at is not None else ""
    return f"{verb.capitalize()} {reason.by}{at}." if reason.by else ""


def _rules(reason: DoseReason) -> str:
    events = f" For {'; '.join(reason.events_named)}." if reason.events_named else ""
    return (f" Rules: {', '.join(reason.rules)}." if reason.rules else "") + events


def short_reason(cycle: DoseCycle) -> str:
    """The reason in a cell of the table."""
    reason = cycle.reason
    if reason.kind in ("decision", "typed"):
        return reason.words or _TAKEN.get(reason.taken, "")
    if reason.kind == "before":
        return f"as cycle {reason.cycle}"
    return "" if cycle.whole_percent == 100 else "no reason on record"


def cycle_said(trend: DrugTrend, cycle: DoseCycle) -> str:
    """One drug in one cycle as the keyboard and the screen reader say it."""
    dose = f"{short(cycle.dose_mg)} mg each time" if cycle.dose_mg is not None else "no tablets chosen"
    total = f"total {rounded(cycle.total, 1)} mg/m²" if cycle.total is not None else ""
    parts = [
        f"Cycle {cycle.cycle}, {trend.drug}", f"{level_words(trend, cycle)} of the regimen's level", dose,
        given_words(cycle), total,
    ]  # fmt: skip
    return ", ".join(part for part in parts if part)


def sum_words(trend: DrugTrend) -> str:
    """The total so far, what it leaves out, and how it is made."""
    total = trend.total
    if total is None:
        return ""
    words = f"{trend.drug.capitalize()}: {rounded(total, 1)} mg/m² given so far"
    if trend.elsewhere is not None:
        words += f", {short(trend.elsewhere)} mg/m² of it at another hospital"
    words += "."
    if trend.unknown_before:
        words += " Unknown before takeover: cycles were given elsewhere and nobody recorded how much of it."
    signed = [one for one in trend.cycles if one.state == "signed" and one.total is not None]
    if signed and signed[-1].total is not None:
        words += f" {rounded(signed[-1].total, 1)} mg/m² with what is signed."
    if trend.other_courses:
        words += f" Not in it: {rounded(trend.other_courses, 1)} mg/m² in other courses of this patient."
    return words + " Each cycle counts the mg given over the body surface its own order was dosed on."


def elsewhere_words(totals: Mapping[str, Decimal] | None) -> str:
    """What another hospital gave, "" where none did; what nobody recorded is said to be unknown."""
    if totals is None:
        return ""
    if not totals:
        return "Cycles were given at another hospital; how much of each drug is unknown before takeover."
    said = ", ".join(f"{drug} {short(total)} mg/m²" for drug, total in totals.items())
    return f"Given at another hospital: {said}."


def mark_words(trend: DrugTrend, mark: Threshold) -> str:
    """One threshold with its source, and how far it is."""
    until = doses_until(trend, mark)
    far = ""
    if until == 0:
        far = " REACHED."
    elif until is not None:
        doses = "one more cycle" if until == 1 else f"{until} more cycles"
        far = f" {doses.capitalize()} like the last one would reach it."
    check = " (to be verified by the site)" if mark.to_verify else ""
    return f"{short(mark.at)} {unit_words(mark.unit)}: {mark.text}{far} [{mark.source}{check}]"


def intensity_words(one: Intensity) -> tuple[str, ...]:
    """A row of the table of dose intensity: percent of the dose, days it took of those planned, relative intensity."""
    days = f"{one.days} for {one.planned_days}" if one.days != one.planned_days else str(one.days)
    return one.drug, str(one.cycles), percent(one.dose_percent), days, percent(one.relative_percent)


def counted_words(one: Intensity) -> str:
    """Which cycles of tablets nobody counted, "" where all were."""
    if not one.assumed:
        return ""
    cycles = ", ".join(str(cycle) for cycle in one.assumed)
    return f"{one.drug.capitalize()}: what came back of cycle {cycles} was not counted; taken as told."


def share_words(cycle: DoseCycle) -> str:
    """The share given in a cell: "97.8 %", "on hold", "not yet"."""
    share = share_of(cycle)
    if share is None:
        return "on hold" if cycle.held else "not yet" if cycle.state == "signed" else "given"
    return percent(share)


def taken_words(cycle: DoseCycle) -> str:
    """The share of the tablets that was taken, in a cell."""
    if cycle.delivered is not None:
        return percent(cycle.delivered)
    return "not counted" if cycle.assumed else ""
