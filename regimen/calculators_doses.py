"""The small calculators of doses: tablets, capecitabine, infusion, variance, band."""

import csv
import io
from decimal import Decimal
from pathlib import Path

from regimen import library
from regimen.bands import band_dose
from regimen.calculator_inputs import Inputs
from regimen.definition import Convention, Infusion
from regimen.errors import Refusal, Refused, refuse
from regimen.infusion import concentration_status
from regimen.label_rounding import SOURCE_US, LabelDose, from_table, nearest_150
from regimen.numbers import HUNDRED, exact_arithmetic, number, percent_change, plain
from regimen.order import TabletPlan
from regimen.plausibility import check_level
from regimen.plausibility_limits import limits
from regimen.practice import BandRow, CapecitabineTable, Policy
from regimen.tablets import TabletTask, preselected, tablet_plans

_CONVENTIONS: dict[str, Convention] = {
    "nominal": "nominal",
    "added": "added",
    "final": "final",
    "final_volume": "final",
    "add_without_removal": "added",
}
_ROUNDINGS = ("us_150", "eu_table", "nearest_plan")
_DAYS = 14  # of tablets in a 21-day capecitabine cycle, for the supply
_BAND_KEYS = {
    "from": "from_mg",
    "to": "to_mg",
    "dose": "dose_mg",
    "from_mg": "from_mg",
    "to_mg": "to_mg",
    "dose_mg": "dose_mg",
}


def _policy(inputs: Inputs) -> Policy:
    """The policy of the practice profile that defaults come from; us where none is named."""
    practice = inputs.choice("practice", library.shipped_profiles(), "us") if inputs.has("practice") else "us"
    return library.load_profile(practice).policy


def _strengths(policy: Policy) -> str:
    return ",".join(plain(size) for size in policy.tablets_mg)


def _counts(plan: TabletPlan) -> dict[str, int]:
    return {plain(size): count for size, count in plan.am.items()}


def _as_json(plan: TabletPlan) -> dict[str, object]:
    return {
        "tablets": _counts(plan),
        "dose_mg": plain(plan.am_mg),
        "variance_percent": plain(plan.variance_percent),
        "tablets_per_dose": sum(plan.am.values()),
        "within": plan.within_limit,
    }


def _task(
    exact_mg: Decimal, label_mg: tuple[Decimal, ...], sizes: tuple[Decimal, ...], limit: Decimal, per_day: int
) -> TabletTask:
    return TabletTask(
        exact_mg=exact_mg,
        target_mg=exact_mg,
        label_mg=label_mg,
        strengths_mg=sizes,
        days=_DAYS if per_day == 2 else 1,
        doses_per_day=per_day,
        limit_percent=limit,
        unequal=False,
        unequal_most_mg=Decimal(0),
        packs={},
    )


def tablets(inputs: Inputs) -> dict[str, object]:
    """Whole tablets for one dose; none named where two ways are equally good or none is inside the limit."""
    policy = _policy(inputs)
    dose = inputs.number("dose_mg", 50, 5000, "mg")
    sizes = inputs.strengths("tablets_mg", _strengths(policy))
    limit = inputs.number("max_variance_percent", 0, 50, "%", plain(policy.max_variance_oral_percent))
    inputs.finish()
    plans, tie = tablet_plans(_task(dose, (), sizes, limit, 1))
    chosen = preselected(plans, tie)
    plan = None if chosen is None else plans[chosen]
    result: dict[str, object] = {
        "tablets": _counts(plan) if plan else None,
        "given_mg": plain(plan.am_mg) if plan else None,
        "variance_percent": plain(plan.variance_percent) if plan else None,
        "within": plan is not None,
        "tie": tie,
        "plans": [_as_json(each) for each in plans],
    }
    order = "inside the limit, fewest tablets, one strength before two, smallest error"
    return inputs.answer(result, f"whole tablets: {order}")


def _table_of(inputs: Inputs, level: Decimal) -> CapecitabineTable | None:
    """The table named, else the European one of the level; None where the level has none."""
    shipped = library.shipped_tables()
    if inputs.has("table"):
        name = inputs.choice("table", shipped)
        return library.load_table(name) if name in shipped else None
    tables = (library.load_table(name) for name in shipped if name.startswith("eu_"))
    return next((table for table in tables if table.level == level), None)


def _label(inputs: Inputs, rounding: str, level: Decimal, size: Decimal, percent: Decimal, exact: Decimal) -> LabelDose:
    if rounding == "us_150":
        return nearest_150(exact)
    if rounding == "nearest_plan":
        return LabelDose()
    table = _table_of(inputs, level)
    if table is None:
        return LabelDose(problem="no_table")
    return from_table([table], table.level, level * percent / table.level, size)


def capecitabine(inputs: Inputs) -> dict[str, object]:
    """One of the two daily doses: exact, by the label's rounding or the nearest plan, in tablets, with its variance."""
    policy = _policy(inputs)
    rounding = inputs.choice(
        "rounding", _ROUNDINGS, "eu_table" if inputs.has("table") else policy.capecitabine_rounding
    )
    level = inputs.number("level_mg_m2", Decimal("0.1"), 10_000, "mg/m2")
    hard = limits().of["bsa_m2"].hard
    size = inputs.number("bsa_m2", hard.low, hard.high, "m2")
    percent = inputs.number("percent", 5, 100, "%", "100")
    sizes = inputs.strengths("tablets_mg", _strengths(policy))
    limit = inputs.number("max_variance_percent", 0, 50, "%", plain(policy.max_variance_oral_percent))
    if inputs.fine("level_mg_m2"):
        inputs.believe(check_level("capecitabine", level), {"dose_level.capecitabine": "level_mg_m2"})
    if inputs.has("table") and rounding != "eu_table":
        inputs.refuse("table", f"A table has no place in the rounding {rounding}.")
    with exact_arithmetic():
        exact = level * size * percent / HUNDRED
        label = _label(inputs, rounding, level, size, percent, exact)
        inputs.finish()
        plans, tie = tablet_plans(_task(exact, label.mg, sizes, limit, 2))
    return inputs.answer(_capecitabine_answer(exact, label, plans, tie), _capecitabine_source(rounding, label))


def _capecitabine_answer(
    exact: Decimal, label: LabelDose, plans: tuple[TabletPlan, ...], tie: bool
) -> dict[str, object]:
    plan = None
    if label.mg:
        plan = plans[0] if plans and plans[0].label_answer and not tie else None
    elif not label.problem:  # where the label was asked and has no answer, a person chooses among the plans
        chosen = preselected(plans, tie)
        plan = None if chosen is None else plans[chosen]
    result: dict[str, object] = {
        "exact_mg": plain(exact),
        "dose_mg": plain(plan.am_mg) if plan else None,
        "tablets": _counts(plan) if plan else None,
        "daily_mg": plain(plan.daily_mg) if plan else None,
        "variance_percent": plain(plan.variance_percent) if plan else None,
        "within": plan.within_limit if plan else None,
        "supply": {plain(strength): count for strength, count in plan.supply.items()} if plan else None,
        "label_mg": [plain(mg) for mg in label.mg],
        "tie": tie,
        "plans": [_as_json(each) for each in plans],
    }
    if tie and not label.problem:
        first = [each for each in plans if each.label_answer] or list(plans[:2])
        result["candidates_mg"] = [plain(mg) for mg in sorted({*label.mg} or {each.am_mg for each in first})]
        result["status"] = "choose"
    elif plan is None:
        result["status"] = label.problem or ("not_reachable" if label.mg else "outside_limit")
    else:
        result["status"] = "ok"
    if label.looked_up_m2 is not None:
        result["looked_up_m2"] = plain(label.looked_up_m2)
        result["row"] = label.row
    return result


def _capecitabine_source(rounding: str, label: LabelDose) -> str:
    if rounding == "us_150":
        return SOURCE_US
    if label.table is not None:
        return label.table.source + (" (to be verified against the printed label)" if label.table.to_verify else "")
    return "all whole-tablet plans near the exact dose"


def _infusion_rules(drug: str, regimen: str) -> tuple[Infusion, str]:
    """The infusion rules of a drug and the regimen file they stand in. raises Refused."""
    found: dict[str, Infusion] = {}
    for ident in library.shipped_regimens():
        for each in library.load_regimen(ident).drugs:
            if each.name == drug and each.infusion is not None:
                found.setdefault(ident, each.infusion)
    if regimen and regimen not in found:
        raise refuse(
            "regimen", f"No regimen {regimen!r} gives {drug!r} as an infusion; {', '.join(found) or 'none'} do."
        )
    if not found:
        raise refuse("drug", f"{drug!r} is not a drug that a shipped regimen gives as an infusion.")
    ident = regimen or ("ici-capox" if "ici-capox" in found else next(iter(found)))
    return found[ident], ident


def _check_diluent(inputs: Inputs, drug: str, typed: str, rules: Infusion) -> str:
    """The fluid meant; a forbidden one, or one without what is required, is refused."""
    words = typed.casefold()
    fluid = next((each for each in library.diluents() if words == each.name.casefold() or words in each.aliases), None)
    if fluid is None:
        known = ", ".join(each.name for each in library.diluents())
        inputs.refuse("diluent", f"{typed!r} is not a diluent known here; known are {known}.")
        return typed
    for part in rules.forbids:
        if part in fluid.contains:
            inputs.refuse("diluent", f"{drug} must not be diluted in {fluid.name}: it contains {part}.")
    for part in rules.requires:
        if part not in fluid.contains:
            inputs.refuse("diluent", f"{drug} must not be diluted in {fluid.name}: it contains no {part}.")
    if inputs.fine("diluent") and fluid.name not in rules.diluents:
        inputs.questions.append(
            f"{fluid.name} is not among the diluents listed for {drug}: {', '.join(rules.diluents)}."
        )
    return fluid.name


def infusion(inputs: Inputs) -> dict[str, object]:
    """Final concentration by the named volume convention, against the drug's own limits."""
    drug = inputs.text("drug").lower()
    dose = inputs.number("dose_mg", Decimal("0.1"), 20_000, "mg")
    volume = inputs.number("volume_ml", 1, 5000, "mL")
    regimen = inputs.text("regimen") if inputs.has("regimen") else ""
    rules: Infusion | None = None
    if drug:
        try:
            rules, regimen = _infusion_rules(drug, regimen)
        except Refused as refused:
            inputs.refusals += refused.refusals
    convention: Convention = rules.convention if rules else "nominal"
    if inputs.has("convention"):
        convention = _CONVENTIONS[inputs.choice("convention", _CONVENTIONS)]
    else:
        inputs.defaulted.append("convention")
    strength = rules.concentrate_mg_ml if rules else None
    if inputs.has("concentrate_mg_ml"):
        strength = inputs.number("concentrate_mg_ml", Decimal("0.1"), 500, "mg/mL")
    elif strength is not None:
        inputs.defaulted.append("concentrate_mg_ml")
    diluent = inputs.text("diluent", rules.diluents[0] if rules else None)
    if rules is not None and diluent:
        diluent = _check_diluent(inputs, drug, diluent, rules)
    if convention == "added" and strength is None:
        inputs.refuse("concentrate_mg_ml", "concentrate_mg_ml is missing; the volume added cannot be known without it.")
    inputs.finish()
    assert rules is not None
    inputs.read |= {"drug": drug, "diluent": diluent, "convention": convention}
    if strength is not None:
        inputs.read["concentrate_mg_ml"] = plain(strength)
    with exact_arithmetic():
        added = dose / strength if strength else None
        final = volume + added if convention == "added" and added is not None else volume
        concentration = dose / final
    result: dict[str, object] = {
        "concentration_mg_ml": plain(concentration),
        "status": concentration_status(concentration, rules.min_mg_ml, rules.max_mg_ml),
        "min_mg_ml": None if rules.min_mg_ml is None else plain(rules.min_mg_ml),
        "max_mg_ml": None if rules.max_mg_ml is None else plain(rules.max_mg_ml),
        "drug_volume_ml": None if added is None else plain(added),
        "final_volume_ml": plain(final),
        "rules_from": regimen,
    }
    return inputs.answer(result, _cite(regimen, rules.source))


def _cite(regimen: str, source_id: str) -> str:
    sources = library.load_regimen(regimen).sources
    return next((source.cite for source in sources if source.id == source_id), source_id)


def variance(inputs: Inputs) -> dict[str, object]:
    """Signed percent of a given dose against the calculated one, compared with the limit unrounded."""
    calculated = inputs.number("calc_mg", Decimal("0.001"), 100_000, "mg")
    given = inputs.number("given_mg", 0, 100_000, "mg")
    policy = _policy(inputs)
    limit = inputs.number("limit_percent", 0, 100, "%", plain(policy.max_variance_iv_percent))
    inputs.finish()
    with exact_arithmetic():
        off = percent_change(given, calculated)
        within = abs(given - calculated) * HUNDRED <= limit * calculated
    return inputs.answer(
        {"variance_percent": plain(off), "within": within},
        "HOPA dose rounding position statement 2017; the limit itself belongs to it",
    )


def read_bands(text: str, name: str) -> tuple[BandRow, ...]:
    """A band table from CSV text: a head line from,to,dose (mg), then one row a band, ends inclusive, ascending.

    raises  Refused, naming file and line
    """
    try:
        lines = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")))
    except csv.Error as error:
        raise refuse("table", f"{name}: this is no table of comma-separated values ({error}).") from None
    head = [_BAND_KEYS.get(cell.strip().lower(), "") for cell in lines[0]] if lines else []
    if sorted(head) != ["dose_mg", "from_mg", "to_mg"]:
        raise refuse("table", f"{name}: the first line must name the columns from, to and dose.")
    rows: list[BandRow] = []
    for index, line in enumerate(lines[1:], start=2):
        if not any(cell.strip() for cell in line):
            continue
        if len(line) != len(head):
            raise refuse("table", f"{name}, line {index}: {len(line)} cells stand where 3 are wanted.")
        cells = {
            key: number(cell.strip(), f"{name}, line {index}: {key}") for key, cell in zip(head, line, strict=True)
        }
        row = BandRow(cells["from_mg"], cells["to_mg"], cells["dose_mg"])
        if not 0 <= row.from_mg <= row.to_mg or row.dose_mg <= 0:
            raise refuse("table", f"{name}, line {index}: a band runs from a lower to a higher dose, above 0.")
        if rows and (row.from_mg < rows[-1].to_mg or row.dose_mg <= rows[-1].dose_mg):
            raise refuse("table", f"{name}, line {index}: the bands must ascend and not overlap.")
        rows.append(row)
    if not rows:
        raise refuse("table", f"{name}: there is no band in it.")
    return tuple(rows)


def _file_text(file: Path) -> str:
    try:
        return library.read_text(file)
    except Refused as refused:
        raise Refused(Refusal("table", refusal.reason) for refusal in refused.refusals) from None


def band(inputs: Inputs) -> dict[str, object]:
    """The banded dose of an imported table (a CSV file)."""
    path = inputs.text("table")
    calculated = inputs.number("calc_mg", Decimal("0.001"), 100_000, "mg")
    if not path.isprintable():
        inputs.refuse("table", "table is not the name of a file.")
    inputs.finish()
    file = Path(path)
    with exact_arithmetic():
        found = band_dose(read_bands(_file_text(file), file.name), calculated)
        off = None if found.dose_mg is None else percent_change(found.dose_mg, calculated)
    result: dict[str, object] = {
        "band_mg": None if found.dose_mg is None else plain(found.dose_mg),
        "variance_percent": None if off is None else plain(off),
        "looked_up_mg": plain(found.looked_up_mg),
        "status": found.problem or "ok",
    }
    return inputs.answer(result, f"band table {file.name}")
