"""The drugs of a regimen file: doses, ladders, weight tiers, infusions, kidney rules, clocks."""

from collections.abc import Mapping
from decimal import Decimal
from itertools import combinations

from regimen.definition import (
    Clock,
    Convention,
    Cumulative,
    Dose,
    Drug,
    Edge,
    Infusion,
    Per,
    RenalRule,
    Role,
    Route,
    Severity,
    VolumeRule,
    WeightTier,
)
from regimen.reader_context import Context
from regimen.toml_check import NAME, Table, unique

UNITS: Mapping[str, Per] = {"mg/m2": "m2", "mg/kg": "kg", "mg": "fixed"}
ROLES: tuple[Role, ...] = ("inhibitor", "platinum", "fluoropyrimidine", "antimetabolite")
ROUTES: tuple[Route, ...] = ("iv", "po")
EDGES: tuple[Edge, ...] = ("exclusive", "inclusive")
CONVENTIONS: tuple[Convention, ...] = ("nominal", "added", "final")
SEVERITIES: tuple[Severity, ...] = ("stop", "warn", "note")


def read_drugs(top: Table, context: Context) -> tuple[Drug, ...]:
    """All [[drug]] tables, checked against each other."""
    read = [(table, _read_drug(table, context)) for table in top.tables("drug", required=True)]
    for (_, one), (table, other) in combinations(read, 2):
        if one.name == other.name and one.name and not _apart(one, other):
            reason = f"drug '{other.name}' stands in the file twice and nothing keeps the two apart (phases, when)"
            table.wrong("name", reason)
    for phase in context.phases.values():
        if read and not any(not drug.phases or phase.id in drug.phases for _, drug in read):
            top.wrong("drug", f"no drug is given in phase '{phase.id}'")
    return tuple(drug for _, drug in read)


def _apart(one: Drug, other: Drug) -> bool:
    """Whether two entries can never be active together."""
    if one.phases and other.phases and not set(one.phases) & set(other.phases):
        return True
    return any(not set(one.when[key]) & set(other.when[key]) for key in one.when.keys() & other.when.keys())


def _read_drug(table: Table, context: Context) -> Drug:
    name = table.name("name")
    phases = context.phase_ids(table)
    route = table.one_of("route", ROUTES)
    role = table.one_of("role", ROLES)
    dose = _read_dose(table, context)
    if role == "inhibitor" and len(dose.ladder) > 1:
        table.wrong("dose.ladder", "an inhibitor has no lower levels: it is held or stopped")
    drug = Drug(
        name=name,
        role=role,
        route=route,
        days=context.days(table, "days", phases, required=True),
        doses_per_day=table.whole("doses_per_day", 1, 4),
        phases=phases,
        when=context.when(table),
        sequence=table.whole("sequence", 1, 99),
        dose=dose,
        infusion=_read_infusion(table, context),
        vials_mg=_ascending(table, "vials_mg", table.amounts("vials_mg", required=route == "iv")),
        renal=_read_renal(table, context),
        cumulative=_read_cumulative(table, context),
        clock=_read_clock(table, context),
        cold_days=table.whole("cold_days", 0, 14, default=0),
        dpyd=table.flag("dpyd", default=False),
        source=context.source(table),
    )
    _check_route(table, drug)
    table.done()
    return drug


def _check_route(table: Table, drug: Drug) -> None:
    if drug.route == "iv":
        if not table.has("infusion"):
            table.wrong("infusion", "is missing; a drug given iv says how it is made up")
        if drug.doses_per_day != 1:
            table.wrong("doses_per_day", "a drug given iv is given once on its day")
    elif drug.infusion is not None or drug.vials_mg:
        table.wrong("infusion" if drug.infusion else "vials_mg", "a drug taken by mouth has none")


def _ascending(table: Table, key: str, numbers: tuple[Decimal, ...]) -> tuple[Decimal, ...]:
    if list(numbers) != sorted(numbers):
        table.wrong(key, "the sizes do not ascend")
    return numbers


def _per(table: Table) -> Per:
    return UNITS[table.one_of("unit", tuple(UNITS))]


def _read_dose(drug: Table, context: Context) -> Dose:
    table = drug.table("dose", required=True)
    if table is None:
        return Dose(Decimal(1), "fixed", (Decimal(1),), None, _read_tiers(drug, context), "")
    level = table.amount("amount")
    ladder = table.amounts("ladder")
    if ladder and ladder[0] != level:
        table.wrong("ladder", f"begins with {ladder[0]} and not with the amount, {level}")
    if list(ladder) != sorted(ladder, reverse=True):
        table.wrong("ladder", "the levels do not descend")
    dose = Dose(
        level=level,
        per=_per(table),
        ladder=ladder or (level,),
        most_mg=table.maybe_amount("most_mg"),
        tiers=_read_tiers(drug, context),
        source=context.source(table),
    )
    table.done()
    return dose


def _read_tiers(drug: Table, context: Context) -> tuple[WeightTier, ...]:
    tiers: list[WeightTier] = []
    for table in drug.tables("tier"):
        tier = WeightTier(
            below_kg=table.amount("below_kg"),
            edge=table.one_of("edge", EDGES),
            edge_by_practice=_read_edges(table),
            level=table.amount("amount"),
            per=_per(table),
            source=context.source(table),
        )
        if tiers and tier.below_kg <= tiers[-1].below_kg:
            table.wrong("below_kg", f"{tier.below_kg} does not come after {tiers[-1].below_kg}; the tiers ascend")
        table.done()
        tiers.append(tier)
    return tuple(tiers)


def _read_edges(tier: Table) -> Mapping[str, Edge]:
    table = tier.table("edge_by_practice")
    if table is None:
        return {}
    edges = {}
    for practice in table.entries():
        if not NAME.match(practice):
            table.wrong("", f"{practice!r} is no id of a practice profile")
        edges[practice] = table.one_of(practice, EDGES)
    table.done()
    return edges


def _read_infusion(drug: Table, context: Context) -> Infusion | None:
    table = drug.table("infusion")
    if table is None:
        return None
    infusion = Infusion(
        minutes_first=table.whole("minutes_first", 1, 1440),
        minutes_later=table.whole("minutes_later", 1, 1440),
        diluents=table.texts("diluents", required=True),
        forbids=table.texts("forbids"),
        requires=table.texts("requires"),
        volumes=_read_volumes(table),
        convention=table.one_of("convention", CONVENTIONS),
        concentrate_mg_ml=table.maybe_amount("concentrate_mg_ml"),
        min_mg_ml=table.maybe_amount("min_mg_ml"),
        max_mg_ml=table.maybe_amount("max_mg_ml"),
        outside=table.one_of("outside", SEVERITIES),
        note=table.text("note", default=""),
        source=context.source(table),
    )
    if infusion.min_mg_ml and infusion.max_mg_ml and infusion.min_mg_ml > infusion.max_mg_ml:
        table.wrong("min_mg_ml", f"{infusion.min_mg_ml} is above the max_mg_ml of {infusion.max_mg_ml}")
    if infusion.convention == "added" and infusion.concentrate_mg_ml is None:
        table.wrong("concentrate_mg_ml", "is missing; the volume added cannot be known without it")
    both = set(infusion.forbids) & set(infusion.requires)
    if both:
        table.wrong("requires", f"'{sorted(both)[0]}' is forbidden as well")
    table.done()
    return infusion


def _read_volumes(infusion: Table) -> tuple[VolumeRule, ...]:
    rules: list[VolumeRule] = []
    for table in infusion.tables("volume", required=True):
        rule = VolumeRule(table.maybe_amount("up_to_mg"), table.amount("volume_ml"))
        table.done()
        if rules:
            before = rules[-1].up_to_mg
            if before is None:
                table.wrong("up_to_mg", "the row before has no up_to_mg and is the last one")
            elif rule.up_to_mg is not None and rule.up_to_mg <= before:
                table.wrong("up_to_mg", f"{rule.up_to_mg} does not come after {before}; the rows ascend")
        rules.append(rule)
    if rules and rules[-1].up_to_mg is not None:
        infusion.wrong("volume", "the last row has an up_to_mg, so larger doses have no volume")
    return tuple(rules)


def _read_renal(drug: Table, context: Context) -> tuple[RenalRule, ...]:
    read = []
    for table in drug.tables("renal"):
        rule = RenalRule(
            id=table.name("id"),
            rule_sets=table.texts("rule_sets", required=True),
            from_ml_min=table.maybe_number("from_ml_min", 0, 300),
            to_ml_min=table.maybe_number("to_ml_min", 0, 300),
            below_ml_min=table.maybe_number("below_ml_min", 0, 300),
            at_levels=table.amounts("at_levels"),
            action=table.one_of("action", ("reduce", "stop", "ask", "none")),
            percent=table.maybe_number("percent", 1, 99),
            source=context.source(table),
            note=table.text("note", default=""),
        )
        _check_renal(table, rule)
        table.done()
        read.append((table, rule))
    unique([(table, rule.id) for table, rule in read], "id", "kidney rule")
    for (_, one), (table, other) in combinations(read, 2):
        if _meet(one, other):
            table.wrong("", f"kidney rules '{one.id}' and '{other.id}' both hold for one clearance")
    return tuple(rule for _, rule in read)


def _check_renal(table: Table, rule: RenalRule) -> None:
    if rule.to_ml_min is not None and rule.below_ml_min is not None:
        table.wrong("to_ml_min", "to_ml_min and below_ml_min cannot both stand; one end is enough")
    if rule.from_ml_min is None and rule.to_ml_min is None and rule.below_ml_min is None:
        table.wrong("", "a kidney rule needs from_ml_min, to_ml_min or below_ml_min")
    high = rule.to_ml_min if rule.to_ml_min is not None else rule.below_ml_min
    if rule.from_ml_min is not None and high is not None and high <= rule.from_ml_min:
        table.wrong("from_ml_min", f"{rule.from_ml_min} is not below the upper end {high}")
    if (rule.action == "reduce") != (rule.percent is not None):
        table.wrong("percent", "stands with action reduce, and only there")


def _meet(one: RenalRule, other: RenalRule) -> bool:
    """Whether some clearance, level and rule set fall under both."""
    if not set(one.rule_sets) & set(other.rule_sets):
        return False
    if one.at_levels and other.at_levels and not set(one.at_levels) & set(other.at_levels):
        return False
    low = max(one.from_ml_min or Decimal(0), other.from_ml_min or Decimal(0))
    for rule in (one, other):
        if rule.to_ml_min is not None and rule.to_ml_min < low:
            return False
        if rule.below_ml_min is not None and rule.below_ml_min <= low:
            return False
    return True


def _read_cumulative(drug: Table, context: Context) -> tuple[Cumulative, ...]:
    totals: list[Cumulative] = []
    for table in drug.tables("cumulative"):
        total = Cumulative(
            at=table.amount("at"),
            unit=table.one_of("unit", tuple(UNITS)),
            text=table.text("text"),
            source=context.source(table),
        )
        if totals and total.at <= totals[-1].at:
            table.wrong("at", f"{total.at} does not come after {totals[-1].at}; the totals ascend")
        table.done()
        totals.append(total)
    return tuple(totals)


def _read_clock(drug: Table, context: Context) -> Clock | None:
    table = drug.table("clock")
    if table is None:
        return None
    clock = Clock(
        most_doses=table.maybe_whole("most_doses", 1, 500),
        most_cycles=table.maybe_whole("most_cycles", 1, 200),
        most_months=table.maybe_whole("most_months", 1, 240),
        source=context.source(table),
    )
    if (clock.most_doses, clock.most_cycles, clock.most_months) == (None, None, None):
        table.wrong("", "a clock needs most_doses, most_cycles or most_months")
    table.done()
    return clock
