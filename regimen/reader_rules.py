"""What surrounds the doses in a regimen file: treatment-day limits and dose-change rules."""

from collections.abc import Mapping, Sequence

from regimen.analytes import analytes
from regimen.definition import (
    ChangeRule,
    DayLimit,
    Drug,
    LimitBand,
    LimitSet,
    UntilValue,
)
from regimen.reader_context import Context
from regimen.reader_drugs import EDGES
from regimen.toml_check import Table, unique

# The vocabulary of [change_rule.condition], explained in docs/regimen-files.md, each word with the kind of its value.
CONDITIONS: Mapping[str, tuple[str, ...]] = {
    "analyte": ("name",),
    "unit": ("text",),
    "value_below": ("number",),
    "value_at_least": ("number",),
    "value_above": ("number",),
    "times_uln_above": ("number",),
    "times_uln_up_to": ("number",),
    "times_baseline_above": ("number",),
    "times_baseline_up_to": ("number",),
    "baseline_times_uln_above": ("number",),
    "baseline_times_uln_up_to": ("number",),
    "bilirubin_times_uln_up_to": ("number",),
    "rise_percent_at_least": ("number",),
    "for_days_at_least": ("number",),
    "lasting_days_above": ("number",),
    "delay_days_above": ("number",),
    "weeks_without_recovery_above": ("number",),
    "weeks_since_start_above": ("number",),
    "steroid_mg_day_above": ("number",),
    "within_days_of_start": ("number",),
    "liver_involvement": ("yes", "no"),
    "lasts_to_next_cycle": ("yes", "no"),
    "recurrent": ("yes", "no"),
    "laid_to_it": ("yes", "no"),
    "gone": ("yes", "no"),
    "other_held_on_day_1": ("yes",),
    "functional_impairment": ("yes", "no"),
    "painful": ("yes", "no"),
    "needs_systemic_immunosuppression": ("yes", "no"),
    "certainty": ("suspected", "confirmed"),
    "pattern": ("transient", "persistent"),
}
# Those that speak of one laboratory value.
VALUE_WORDS = {
    "unit", "value_below", "value_at_least", "value_above", "times_uln_above", "times_uln_up_to",
    "times_baseline_above",
    "times_baseline_up_to", "baseline_times_uln_above", "baseline_times_uln_up_to", "rise_percent_at_least",
    "for_days_at_least",
}  # fmt: skip
# Those that speak of one event; a rule with an analyte looks at today's value alone.
EVENT_WORDS = {
    "lasting_days_above", "weeks_without_recovery_above", "steroid_mg_day_above", "within_days_of_start",
    "lasts_to_next_cycle", "recurrent", "functional_impairment", "painful", "needs_systemic_immunosuppression",
    "certainty", "pattern", "laid_to_it", "gone", "weeks_since_start_above",
}  # fmt: skip
OTHER_HELD = "other_held_on_day_1"  # about the other drugs the rule names
LABELS = ("us", "eu", "cn")  # as `labels` of a practice profile


def read_limit_sets(top: Table, context: Context, drugs: Sequence[Drug]) -> tuple[LimitSet, ...]:
    """All [[day_limits]] tables."""
    read = []
    for table in top.tables("day_limits", required=True):
        limits = tuple(_read_limit(item, context, drugs) for item in table.tables("item", required=True))
        chosen = LimitSet(table.name("id"), table.text("title"), limits, context.source(table))
        table.done()
        read.append((table, chosen))
    unique([(table, chosen.id) for table, chosen in read], "id", "limit set")
    return tuple(chosen for _, chosen in read)


def _read_limit(table: Table, context: Context, drugs: Sequence[Drug]) -> DayLimit:
    for_grade = table.has("term")
    if for_grade == table.has("analyte"):
        table.wrong("analyte", "a limit is for an analyte or for a term; exactly one of them stands here")
    limit = DayLimit(
        analyte=table.name("analyte") if table.has("analyte") else "",
        term=table.text("term") if for_grade else "",
        at_most_grade=table.whole("at_most_grade", 0, 4) if for_grade else None,
        first_cycle=table.whole("first_cycle", 1, 200),
        last_cycle=table.maybe_whole("last_cycle", 1, 200),
        days=context.days(table, "days", (), required=True),
        unit="" if for_grade else table.text("unit"),
        times_uln=table.flag("times_uln", default=False),
        bands=() if for_grade else _read_bands(table, drugs),
        edge=table.one_of("edge", EDGES, default="inclusive"),
    )
    if limit.last_cycle is not None and limit.last_cycle < limit.first_cycle:
        table.wrong("last_cycle", f"cycle {limit.last_cycle} is before the first_cycle {limit.first_cycle}")
    table.done()
    return limit


def _read_bands(limit: Table, drugs: Sequence[Drug]) -> tuple[LimitBand, ...]:
    """Bands from the highest to the lowest, without gap or overlap, open at both ends."""
    bands: list[LimitBand] = []
    for table in limit.tables("band", required=True):
        band = LimitBand(
            at_least=table.maybe_number("at_least"),
            below=table.maybe_number("below"),
            action=table.one_of("action", ("give", "reduce", "delay", "omit", "ask")),
            percent=table.maybe_number("percent", 1, 99),
            drugs=table.words("drugs", {drug.name for drug in drugs}, "drug"),
        )
        if (band.action == "reduce") != (band.percent is not None):
            table.wrong("percent", "stands with action reduce, and only there")
        if not bands and band.below is not None:
            table.wrong("below", "the first band is the highest and has no upper end")
        if bands and band.below != bands[-1].at_least:
            table.wrong("below", "must equal the at_least of the band before, or a value lies between the two")
        table.done()
        bands.append(band)
    if bands and bands[-1].at_least is not None:
        limit.wrong("band", "the last band is the lowest and has no at_least")
    return tuple(bands)


def read_change_rules(top: Table, context: Context, drugs: Sequence[Drug]) -> tuple[ChangeRule, ...]:
    """All [[change_rule]] tables."""
    read = [(table, _read_change_rule(table, context, drugs)) for table in top.tables("change_rule")]
    unique([(table, rule.id) for table, rule in read], "id", "change rule")
    return tuple(rule for _, rule in read)


def _read_change_rule(table: Table, context: Context, drugs: Sequence[Drug]) -> ChangeRule:
    rule = ChangeRule(
        id=table.name("id"),
        system=table.name("system"),
        drugs=table.words("drugs", {drug.name for drug in drugs}, "drug", required=True),
        terms=table.texts("terms"),
        except_terms=table.texts("except_terms"),
        grades=table.wholes("grades", 0, 5),
        occurrence=table.maybe_whole("occurrence", 1, 20),
        condition=_read_condition(table),
        practices=table.words("practices", LABELS, "label"),
        action=table.one_of("action", ("continue", "hold", "reduce", "stop", "ask")),
        until=table.text("until", default=""),
        next_percent=table.maybe_number("next_percent", 1, 100),
        next_level=table.maybe_amount("next_level"),
        note=table.text("note", default=""),
        source=context.source(table),
        only_attributed=table.flag("only_attributed", default=False),
        undecided_only=table.flag("undecided_only", default=False),
        hold_first=table.text("hold_first", default=""),
        one_level_down=table.flag("one_level_down", default=False),
        any_cause=table.flag("any_cause", default=False),
        until_values=tuple(_read_until(one) for one in table.tables("until_value")),
        until_steroid_mg_day=table.maybe_number("until_steroid_mg_day"),
    )
    _check_change_rule(table, rule, drugs)
    table.done()
    return rule


def _read_until(table: Table) -> UntilValue:
    found = UntilValue(table.name("analyte"), table.number("at_least"), table.text("unit"))
    if found.analyte not in analytes().by_name:
        table.wrong("analyte", f"'{found.analyte}' is no value of assets/analytes.toml")
    table.done()
    return found


def _check_change_rule(table: Table, rule: ChangeRule, drugs: Sequence[Drug]) -> None:
    if not rule.grades and not rule.condition:
        table.wrong("grades", "is missing; a rule needs grades or a condition")
    if rule.next_percent is not None and rule.next_level is not None:
        table.wrong("next_level", "next_percent and next_level cannot both stand")
    if rule.action == "reduce" and rule.next_percent is None and rule.next_level is None:
        table.wrong("next_percent", "is missing; a reduction says to what")
    if rule.action == "hold" and not rule.until:
        table.wrong("until", "is missing; a hold says until when")
    if rule.hold_first and rule.action != "stop":
        table.wrong("hold_first", "stands with action stop, and only there")
    if rule.one_level_down and rule.next_percent is None and rule.next_level is None:
        table.wrong("one_level_down", "needs next_percent or next_level, the first step")
    if (rule.until_values or rule.until_steroid_mg_day is not None) and rule.action != "hold":
        table.wrong("until_value", "until_value and until_steroid_mg_day stand with action hold, and only there")
    if OTHER_HELD in rule.condition and (len(rule.condition) > 1 or rule.terms or rule.grades):
        table.wrong(
            f"condition.{OTHER_HELD}", "stands alone: it is about the other drugs of the rule, not about an event"
        )
    if rule.any_cause and ("analyte" not in rule.condition or rule.undecided_only or rule.only_attributed):
        table.wrong("any_cause", "stands with condition.analyte, and without a word about the cause")
    if rule.only_attributed and rule.undecided_only:
        table.wrong("undecided_only", "contradicts only_attributed")
    if rule.condition and "analyte" not in rule.condition:
        for word in sorted(VALUE_WORDS & rule.condition.keys()):
            table.wrong(f"condition.{word}", "is about a value; condition.analyte is missing")
    if "analyte" in rule.condition:
        if rule.grades or rule.occurrence is not None:
            table.wrong("condition.analyte", "is about today's value, which has no grade and no occurrence")
        for word in sorted(EVENT_WORDS & rule.condition.keys()):
            table.wrong(f"condition.{word}", "is about an event; condition.analyte is about a value")
        if {"value_below", "value_at_least", "value_above"} & rule.condition.keys() and "unit" not in rule.condition:
            table.wrong("condition.unit", "is missing; the value has to be in some unit")
    for drug in drugs:
        if drug.name not in rule.drugs:
            continue
        if drug.role == "inhibitor" and (rule.action == "reduce" or rule.next_percent or rule.next_level):
            table.wrong("action", f"'{drug.name}' is an inhibitor and is never reduced: it is held or stopped")
        if rule.next_level is not None and rule.next_level not in drug.dose.ladder:
            table.wrong("next_level", f"{rule.next_level} is not on the ladder of '{drug.name}'")


def _read_condition(rule: Table) -> Mapping[str, str]:
    table = rule.table("condition")
    if table is None:
        return {}
    condition = {}
    for key in table.entries():
        kinds = CONDITIONS.get(key)
        if kinds is None:
            continue  # `done` refuses it as an unknown key
        if kinds == ("number",):
            condition[key] = f"{table.number(key):f}"
        elif kinds == ("name",):
            condition[key] = table.name(key)
        elif kinds == ("text",):
            condition[key] = table.text(key)
        else:
            condition[key] = table.one_of(key, kinds)
    table.done()
    return condition
