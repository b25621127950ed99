"""A regimen file in words: each part as rows of (what, how, source), for the page and for the tests."""

from typing import NamedTuple

from regimen.definition import ChangeRule, DayLimit, Drug, Infusion, LimitBand, Per, Regimen, RenalRule
from regimen.numbers import plain
from regimen.unit_words import unit_words

UNITS: dict[Per, str] = {"m2": "mg/m²", "kg": "mg/kg", "fixed": "mg"}


class Row(NamedTuple):
    """One fact: what it is about, what the file says, and where that comes from."""

    what: str
    says: str
    source: str = ""


class Part(NamedTuple):
    """A heading and its facts."""

    title: str
    rows: tuple[Row, ...]


def read_in_words(regimen: Regimen) -> tuple[Part, ...]:
    """Everything the file says, part by part; empty parts are left out."""
    cites = {source.id: source.cite for source in regimen.sources}
    parts = (
        Part("Course", _course(regimen)),
        *(Part(f"Drug: {drug.name}", tuple(_drug(drug))) for drug in regimen.drugs),
        Part("Supportive medicines", tuple(
            Row(s.name, ", ".join(p for p in (s.dose, _days(s.days), s.where, " ".join(s.times)) if p), s.source)
            for s in regimen.supportive
        )),
        Part("Treatment-day limits", tuple(
            Row(f"{group.title}: {limit.analyte or limit.term}", _limit(limit), group.source)
            for group in regimen.limit_sets for limit in group.limits
        )),
        Part("Dose-change rules", tuple(Row(_rule_about(r), _rule(r), r.source) for r in regimen.change_rules)),
        Part("Before cycle 1", tuple(Row(item.title, "", item.source) for item in regimen.checklist)),
        Part("Still to be verified by the site", tuple(Row("", place) for place in regimen.to_verify)),
        Part("Notes", tuple(Row("", note) for note in regimen.notes)),
        Part("Sources", tuple(Row(s.id, s.cite, s.tag) for s in regimen.sources)),
    )  # fmt: skip
    return tuple(
        Part(part.title, tuple(row._replace(source=cites.get(row.source, row.source)) for row in part.rows))
        for part in parts
        if part.rows
    )


def _course(regimen: Regimen) -> tuple[Row, ...]:
    rows = [Row("Indication", regimen.indication)]
    for phase in regimen.phases:
        last = "until treatment ends" if phase.last_cycle is None else f"to {phase.last_cycle}"
        rows.append(
            Row(phase.title, f"from cycle {phase.first_cycle} {last}, {phase.cycle_days} days each", phase.source)
        )
    rows.append(Row("Laid out at first", f"{regimen.planned_cycles} cycles"))
    if regimen.most_cycles is not None:
        rows.append(Row("At most", f"{regimen.most_cycles} cycles"))
    for option in regimen.options:
        needed = "to be chosen" if option.required else "may be chosen"
        choices = ", ".join(choice.title for choice in option.choices)
        rows.append(Row(option.title, f"{needed}: {choices}", option.source))
    if regimen.asks:
        rows.append(Row("No dose is released without", ", ".join(regimen.asks)))
    return tuple(rows)


def _drug(drug: Drug) -> list[Row]:
    unit = UNITS[drug.dose.per]
    each = " per dose" if drug.doses_per_day > 1 else ""
    times = f", {drug.doses_per_day} times a day" if drug.doses_per_day > 1 else ""
    way = "by mouth" if drug.route == "po" else "IV"
    rows = [Row("Dose", f"{plain(drug.dose.level)} {unit}{each}{times}, {way}", drug.dose.source)]
    rows.append(Row("Days", _days(drug.days), drug.source))
    if drug.when:
        rows.append(Row("Given when", "; ".join(f"{k} is {' or '.join(v)}" for k, v in drug.when.items())))
    if len(drug.dose.ladder) > 1:
        rows.append(
            Row("Levels", " → ".join(plain(level) for level in drug.dose.ladder) + f" {unit}", drug.dose.source)
        )
    if drug.dose.most_mg is not None:
        rows.append(Row("At most", f"{plain(drug.dose.most_mg)} mg a dose", drug.dose.source))
    for tier in drug.dose.tiers:
        edge = "up to and with" if tier.edge == "inclusive" else "below"
        rows.append(Row(f"{edge} {plain(tier.below_kg)} kg", f"{plain(tier.level)} {UNITS[tier.per]}", tier.source))
    if drug.infusion is not None:
        rows.extend(_infusion(drug.infusion))
    if drug.vials_mg:
        rows.append(Row("Vials", ", ".join(plain(size) for size in drug.vials_mg) + " mg"))
    rows.extend(Row(f"Kidney ({', '.join(rule.rule_sets)})", _renal(rule), rule.source) for rule in drug.renal)
    rows.extend(Row(f"From {plain(c.at)} {c.unit} in total", c.text, c.source) for c in drug.cumulative)
    if drug.clock is not None:
        limits = (
            (drug.clock.most_doses, "doses"),
            (drug.clock.most_cycles, "cycles"),
            (drug.clock.most_months, "months"),
        )
        rows.append(Row("At most", ", ".join(f"{n} {what}" for n, what in limits if n is not None), drug.clock.source))
    if drug.cold_days:
        rows.append(Row("Cold precautions", f"{drug.cold_days} days from each dose", drug.source))
    return rows


def _infusion(infusion: Infusion) -> list[Row]:
    minutes = f"{infusion.minutes_first} min"
    if infusion.minutes_later != infusion.minutes_first:
        minutes += f", later {infusion.minutes_later} min"
    rows = [Row("Infusion", f"{minutes} in {' or '.join(infusion.diluents)}", infusion.source)]
    if infusion.forbids:
        rows.append(Row("Never in", ", ".join(infusion.forbids), infusion.source))
    if infusion.requires:
        rows.append(Row("Only in", ", ".join(infusion.requires), infusion.source))
    for rule in infusion.volumes:
        what = "Bag" if rule.up_to_mg is None else f"Bag up to {plain(rule.up_to_mg)} mg"
        rows.append(Row(what, f"{plain(rule.volume_ml)} mL", infusion.source))
    if infusion.min_mg_ml is not None or infusion.max_mg_ml is not None:
        low = "" if infusion.min_mg_ml is None else f"from {plain(infusion.min_mg_ml)} "
        high = "" if infusion.max_mg_ml is None else f"to {plain(infusion.max_mg_ml)} "
        rows.append(Row("Concentration", f"{low}{high}mg/mL ({infusion.convention} volume)", infusion.source))
    if infusion.note:
        rows.append(Row("Note", infusion.note, infusion.source))
    return rows


def _renal(rule: RenalRule) -> str:
    ends = []
    if rule.from_ml_min is not None:
        ends.append(f"from {plain(rule.from_ml_min)}")
    if rule.to_ml_min is not None:
        ends.append(f"to {plain(rule.to_ml_min)}")
    if rule.below_ml_min is not None:
        ends.append(f"below {plain(rule.below_ml_min)}")
    does = {"reduce": "propose", "stop": "do not give", "ask": "ask", "none": "no change"}[rule.action]
    percent = f" {plain(rule.percent)} %" if rule.percent is not None else ""
    levels = f", when starting at {', '.join(plain(level) for level in rule.at_levels)}" if rule.at_levels else ""
    note = f" ({rule.note})" if rule.note else ""
    return f"CrCl {' '.join(ends)} mL/min: {does}{percent}{levels}{note}"


def _limit(limit: DayLimit) -> str:
    cycles = f"cycle {limit.first_cycle}"
    if limit.last_cycle != limit.first_cycle:
        cycles += " on" if limit.last_cycle is None else f" to {limit.last_cycle}"
    days = _days(limit.days)
    if limit.term:
        return f"{cycles}, {days}: at most grade {limit.at_most_grade}"
    unit = "× ULN" if limit.times_uln else unit_words(limit.unit)
    return f"{cycles}, {days}: " + "; ".join(_band(band, unit) for band in limit.bands)


def _band(band: LimitBand, unit: str) -> str:
    ends = []
    if band.at_least is not None:
        ends.append(f"from {plain(band.at_least)}")
    if band.below is not None:
        ends.append(f"below {plain(band.below)}")
    percent = f" {plain(band.percent)} %" if band.percent is not None else ""
    drugs = f" ({', '.join(band.drugs)})" if band.drugs else ""
    return f"{' '.join(ends) or 'else'} {unit}: {band.action}{percent}{drugs}"


def _rule_about(rule: ChangeRule) -> str:
    terms = ", ".join(rule.terms) or rule.system
    grades = f", grade {', '.join(map(str, rule.grades))}" if rule.grades else ""
    time = {None: "", 1: ", first time", 2: ", second time", 3: ", third time"}.get(rule.occurrence, "")
    return f"{terms}{grades}{time}"


def _rule(rule: ChangeRule) -> str:
    then: list[str] = [rule.action]
    if rule.until:
        then.append(f"until {rule.until}")
    if rule.until_values:
        reach = " and ".join(f"{one.analyte} {plain(one.at_least)} {unit_words(one.unit)}" for one in rule.until_values)
        then.append(f"over once the event is gone and {reach} are reached")
    if rule.until_steroid_mg_day is not None:
        least = plain(rule.until_steroid_mg_day)
        then.append(f"over once the event is gone and prednisone-equivalent is {least} mg a day or less")
    if rule.any_cause:
        then.append("whatever the cause")
    if rule.hold_first:
        then.append(f"held until {rule.hold_first}, while nobody has laid it to the drug")
    if rule.only_attributed:
        then.append("only where a person laid it to the drug")
    if rule.undecided_only:
        then.append("only while no cause is named")
    if rule.next_percent is not None:
        then.append(f"next {plain(rule.next_percent)} %")
    if rule.next_level is not None:
        then.append(f"next level {plain(rule.next_level)}")
    if rule.one_level_down:
        then.append("from there one level down of the one in use")
    if rule.note:
        then.append(rule.note)
    return f"{', '.join(rule.drugs)}: {'; '.join(then)}"


def _days(days: tuple[int, ...]) -> str:
    """Days as runs: (1, 2, 3, 8) -> "days 1-3, 8"."""
    if not days:
        return "as needed"
    runs: list[list[int]] = []
    for day in sorted(days):
        if runs and day == runs[-1][1] + 1:
            runs[-1][1] = day
        else:
            runs.append([day, day])
    words = ", ".join(str(a) if a == b else f"{a}–{b}" for a, b in runs)
    return f"day {words}" if len(days) == 1 else f"days {words}"
