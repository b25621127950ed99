"""How each kind of shared worked case is put to the program: its inputs in, what the program answers out."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

from regimen.calculators import calculate
from regimen.definition import Regimen
from regimen.engine import answer_with
from regimen.expression import safe_expression, style_of
from regimen.given import Basis, Case, Creatinine, Patient, Previous, Sex
from regimen.grading.grade_case import grade_case
from regimen.library import load_profile, load_regimen
from regimen.numbers import decimals, half_up, percent_change, plain, square_root
from regimen.order import Alert, CycleOrder
from regimen.policy import resolve_policy
from tests.regimen.advice.course_cases import advised, event, lab, of
from treatment_calendar.layout import lay_out

Inputs = Mapping[str, str]
Answer = dict[str, str]

DAY1 = date(2026, 3, 2)
AGE_Y = 50
# With Mosteller, 162 cm and 72 kg are exactly 1.80 m2; a man of 50 then clears (140 - 50) x 72 / (72 x mg/dL) mL/min.
HEIGHT_CM, WEIGHT_KG, SURFACE_M2 = Decimal(162), Decimal(72), Decimal("1.8")

# What the rows of other issues are about; their own tests run them.
NOT_OF_THIS_ISSUE: Mapping[str, str] = {}


def _answered(name: str, inputs: Inputs) -> dict[str, object]:
    return calculate(name, inputs)


def _order(regimen: Regimen, practice: str, case: Case) -> CycleOrder:
    return answer_with(regimen, load_profile(practice), replace(case, practice=practice))


def _case(regimen: str, weight_kg: Decimal = WEIGHT_KG, height_cm: Decimal = HEIGHT_CM, sex: Sex = "male") -> Case:
    options = {"ici": "pembrolizumab"} if regimen == "ici-capox" else {}
    patient = Patient(sex, date(DAY1.year - AGE_Y, 1, 1))
    return Case(regimen, patient, Basis(height_cm, weight_kg), DAY1, options=options)


def _with_clearance(case: Case, crcl_ml_min: str) -> Case:
    """The creatinine that gives this clearance, cut at ten decimals."""
    mg_dl = half_up((140 - AGE_Y) / Decimal(crcl_ml_min), Decimal("1e-10"))
    return replace(case, basis=replace(case.basis, creatinine=Creatinine(mg_dl, "mg/dL", DAY1)))


def _renal_alert(order: CycleOrder, drug: str) -> Alert | None:
    """The alert of a drug's own kidney rule, if it asks for anything."""
    rules = ("crcl-near-limit", "crcl-weight-crosses")
    found = [a for a in order.alerts if a.drug == drug and a.code.startswith("crcl-") and a.code not in rules]
    return found[0] if found else None


def bsa(inputs: Inputs) -> Answer:
    return {"bsa_m2": str(_answered("bsa", inputs)["bsa_m2"])}


def crcl(inputs: Inputs) -> Answer:
    return {"crcl_ml_min": str(_answered("crcl", inputs)["crcl_ml_min"])}


def egfr(inputs: Inputs) -> Answer:
    return {"egfr_ml_min_1_73": str(_answered("egfr", inputs)["egfr_ml_min_1_73"])}


def _tablets(answer: Mapping[str, object]) -> Answer:
    tablets = answer["tablets"]
    assert isinstance(tablets, Mapping)
    return {"t150": str(tablets.get("150", 0)), "t500": str(tablets.get("500", 0))}


def cape_table(inputs: Inputs) -> Answer:
    level = inputs["table"].split("_")[1]
    answer = _answered("capecitabine", {**inputs, "level_mg_m2": level, "rounding": "eu_table"})
    return {"dose_mg": str(answer["dose_mg"]), "daily_mg": str(answer["daily_mg"]), **_tablets(answer)}


def cape_round_150(inputs: Inputs) -> Answer:
    answer = _answered("capecitabine", {**inputs, "rounding": "us_150"})
    found = {"calc_mg": str(answer["exact_mg"])}
    if answer["tie"]:
        candidates = answer["candidates_mg"]
        assert isinstance(candidates, list)
        flagged = answer["dose_mg"] is None and answer["status"] == "choose"
        return {**found, "candidates_mg": "|".join(candidates), "tie": "yes", "must_flag": "yes" if flagged else "no"}
    found |= {"dose_mg": str(answer["dose_mg"]), "variance_percent": str(answer["variance_percent"])}
    return {**found, **_tablets(answer)}


def _at_level(regimen: Regimen, drug: str, level: Decimal) -> Regimen:
    drugs = (
        replace(each, dose=replace(each.dose, level=level, ladder=(level,))) if each.name == drug else each
        for each in regimen.drugs
    )
    return replace(regimen, drugs=tuple(drugs))


def cape_renal(inputs: Inputs) -> Answer:
    assert Decimal(inputs["bsa_m2"]) == SURFACE_M2
    regimen = _at_level(load_regimen("capox"), "capecitabine", Decimal(inputs["level_mg_m2"]))
    case = _with_clearance(_case("capox"), inputs["crcl_ml_min"])
    alert = _renal_alert(_order(regimen, inputs["region"], case), "capecitabine")
    percent = alert.proposed_percent if alert is not None and alert.proposed_percent is not None else Decimal(100)
    # The rule only proposes; here somebody accepts.
    accepted = replace(case, starting_percent={} if percent == 100 else {"capecitabine": percent})
    dose = _order(regimen, inputs["region"], accepted).dose_of("capecitabine")
    plan = dose.plans[0]
    return {
        "percent": plain(percent),
        "dose_mg": plain(plan.am_mg),
        "t150": str(plan.am.get(Decimal(150), 0)),
        "t500": str(plan.am.get(Decimal(500), 0)),
    }


def dpyd(inputs: Inputs) -> Answer:
    answer = _answered("dpyd", inputs)
    return {key: str(answer[key]) for key in ("activity_score", "phenotype", "start_percent", "action")}


def oxaliplatin_dose(inputs: Inputs) -> Answer:
    case = _case("capox")
    if "height_cm" in inputs:
        case = _case("capox", Decimal(inputs["weight_kg"]), Decimal(inputs["height_cm"]))
    else:
        assert Decimal(inputs["bsa_m2"]) == SURFACE_M2
    level = Decimal(inputs["level_mg_m2"])
    if level != 130:
        case = replace(case, dose_level={"oxaliplatin": level})
    exact = _order(load_regimen("capox"), "us", case).dose_of("oxaliplatin").exact_mg
    bag = _answered("infusion", {"drug": "oxaliplatin", "dose_mg": decimals(exact, 6), "volume_ml": "500"})
    return {"dose_mg": plain(exact), "volume_ml_at_5mg_ml": str(bag["drug_volume_ml"])}


def oxaliplatin_renal(inputs: Inputs) -> Answer:
    case = _with_clearance(_case("capox"), inputs["crcl_ml_min"])
    alert = _renal_alert(_order(load_regimen("capox"), inputs["region"], case), "oxaliplatin")
    contraindicated = alert is not None and alert.severity == "stop" and alert.code == "crcl-below-30"
    return {"action": "contraindicated" if contraindicated else "none"}


def cisplatin_renal(inputs: Inputs) -> Answer:
    assert inputs["rule"] == "bc_cancer_lummpg"
    regimen = load_regimen("gc")
    order = _order(regimen, "us", _with_clearance(_case("gc"), inputs["crcl_ml_min"]))
    alert = _renal_alert(order, "cisplatin")
    assert alert is not None and "LUMMPG" in alert.source
    rule = next(r for drug in regimen.drugs if drug.name == "cisplatin" for r in drug.renal if r.id == alert.code)
    assert "carboplatin" in rule.note
    if alert.proposed_percent is None:
        return {"cis_action": "hold_or_carboplatin" if alert.severity == "stop" else "none"}
    return {"cis_percent": f"{plain(alert.proposed_percent)}_or_carboplatin"}


def infusion_concentration(inputs: Inputs) -> Answer:
    renamed = {"final_volume_ml": "volume_ml", "bag_ml": "volume_ml"}
    answer = _answered("infusion", {renamed.get(key, key): value for key, value in inputs.items()})
    return {
        "conc_mg_ml": str(answer["concentration_mg_ml"]),
        "status": str(answer["status"]),
        "drug_volume_ml": str(answer["drug_volume_ml"]),
        "final_volume_ml": str(answer["final_volume_ml"]),
    }


def ici_dose(inputs: Inputs) -> Answer:
    options = {"ici": inputs["drug"]}
    if inputs["drug"] == "sintilimab":
        options["sintilimab_dose"] = "by_weight"
    case = replace(_case("ici-capox", Decimal(inputs["weight_kg"]), Decimal(175)), options=options)
    order = _order(load_regimen("ici-capox"), inputs.get("region", "us"), case)
    dose = order.dose_of(inputs["drug"]).dose_mg
    return {"dose_mg": "none" if dose is None else plain(dose)}


def rounding(inputs: Inputs) -> Answer:
    answer = _answered("variance", inputs)
    return {"variance_percent": str(answer["variance_percent"]), "within": "yes" if answer["within"] else "no"}


# The quoted bands of the NHS England table for 1 mg/mL, single container, from 1 mg.
_QUOTED = "1 1.1 1.2 1.3 1.4 1.5 1.6 1.7 1.8 2 2.2 2.4 2.6 2.8 3 3.2 3.4 3.6 4 4.4 4.8 5.4 6 6.6 7.4 8.2"
_QUOTED += " 9 10 11 12 13 14 15 16"
NHS_BANDS_MG = [Decimal(text) for text in _QUOTED.split()]
CENT = Decimal("0.01")


def boundary(lower_mg: Decimal, upper_mg: Decimal) -> Decimal:
    """The printed boundary of two neighbouring bands: their geometric mean, two decimals."""
    return half_up(square_root(lower_mg * upper_mg), CENT)


def nhs_table() -> str:
    """The table as a site would import it; on the boundary itself the higher band is given (round up)."""
    edges = [boundary(*pair) for pair in pairwise(NHS_BANDS_MG)]
    starts = [Decimal("0.95"), *edges]
    ends = [*(edge - CENT for edge in edges), Decimal("16.97")]
    rows = (f"{start},{end},{dose}" for start, end, dose in zip(starts, ends, NHS_BANDS_MG, strict=True))
    return "\n".join(["from,to,dose", *rows]) + "\n"


def nhs_band(inputs: Inputs, folder: Path) -> Answer:
    assert (inputs["table"], inputs["on_step"]) == ("1mg_ml_single", "round_up")
    file = folder / "nhs_1mg_ml_single.csv"
    file.write_text(nhs_table(), encoding="utf-8")
    return {"band_mg": str(_answered("band", {"table": str(file), "calc_mg": inputs["calc_mg"]})["band_mg"])}


def band_boundary(inputs: Inputs) -> Answer:
    assert inputs["rule"] == "geometric_mean"
    return {"boundary": plain(boundary(Decimal(inputs["lower_band"]), Decimal(inputs["upper_band"])))}


def weight_change(inputs: Inputs) -> Answer:
    before, now = Decimal(inputs["baseline_kg"]), Decimal(inputs["current_kg"])
    policy = {"weight_change_percent": Decimal(inputs["threshold_percent"])}
    case = replace(_case("capox", now), cycle=2, previous=Previous(weight_kg=before), policy=policy)
    raised = any(alert.code == "weight-change" for alert in _order(load_regimen("capox"), "us", case).alerts)
    return {"change_percent": plain(percent_change(now, before)), "recalculate": "yes" if raised else "no"}


def calendar(inputs: Inputs) -> Answer:
    regimen, profile = load_regimen("capox"), load_profile("us")
    case = replace(_case("capox"), day1=date.fromisoformat(inputs["day1"]), policy={"first_dose": inputs["start"]})
    policy, _ = resolve_policy(profile, None, case.policy)
    course = lay_out(regimen, profile, policy, case, None, 2)
    first = course.cycle(1)
    assert first.length == int(inputs["cycle_days"])
    return {
        "first_dose": str(first.first_dose).upper(),
        "last_dose": str(first.last_dose).upper(),
        "doses": str(first.oral_doses),
        "next_day1": str(first.next_day1),
    }


def dose_expression(inputs: Inputs) -> Answer:
    return {"display": safe_expression(inputs["raw"], style_of(inputs["locale"]))}


def ctcae(inputs: Inputs) -> Answer:
    """The grade of a count by both versions; the rows give no limits, which these values do not need."""
    answered: Answer = {}
    for version in ("5.0", "6.0"):
        given = {"analyte": inputs["term"], "value": inputs["value_10e9_l"], "unit": "10^9/L"}
        (graded,) = grade_case({"ctcae": version, "results": [given]}).grades
        answered[f"v{version[0]}_grade"] = str(graded.grade.grade)
    return answered


def cape_toxicity(inputs: Inputs) -> Answer:
    """As many episodes as the row counts, the last one still there; alone and with an inhibitor."""
    grade, occurrence = int(inputs["grade"]), int(inputs["occurrence"])
    sore = "Mucositis oral"
    gone = [event(sore, min(grade, 3), -90 + 10 * n, -85 + 10 * n, "capecitabine") for n in range(occurrence - 1)]
    found = of("capecitabine", events=[*gone, event(sore, grade, 5, None, "capecitabine")])
    assert of("capecitabine", regimen="capox", events=[*gone, event(sore, grade, 5)]).action == found.action
    actions = {"stop": "discontinue", "continue": "continue", "hold": "withhold"}
    percent = plain(found.next_percent) if found.next_percent is not None else "none"
    until = found.until.replace(" ", "_").replace("-", "_")
    return {"action": actions[found.action], "next_percent": percent, "hold_until": until}


def ici_hepatitis(inputs: Inputs) -> Answer:
    """The values of the row, laid to the inhibitor by a person; three drugs whose labels hold the same table."""
    found = set()
    for drug in ("tislelizumab", "toripalimab", "pembrolizumab"):
        worst, baseline = Decimal(inputs["ast_or_alt_x_uln"]) * 40, Decimal(inputs["baseline_x_uln"]) * 40
        bilirubin = Decimal(inputs["bilirubin_x_uln"]) * 20
        advice = of(
            drug, ici=drug, practice=inputs["region"], liver_involvement=inputs["liver_involvement"] == "yes",
            labs={"alt": lab(str(worst), "U/L", "40", str(baseline)), "bilirubin": lab(str(bilirubin), "umol/L", "20")},
            events=[
                event("Alanine aminotransferase increased", 1, 1, None, drug),
                event("Blood bilirubin increased", 1, 1, None, drug),
            ],
        )  # fmt: skip
        assert not advice.questions
        found.add(advice.action)
    (action,) = found
    words = {"hold": "withhold", "stop": "permanently_discontinue", "continue": "continue_monitor"}
    return {"action": words[action]}


_DAY_RULES = {
    "us_label_ovarian": "us-with-carboplatin",
    "us_label_single": "us-single-agent",
    "bc_cancer_gc": "default",
}


def gemcitabine_day_rule(inputs: Inputs) -> Answer:
    """Counts of the row on its day, against the named limits of the gemcitabine and cisplatin file."""
    per_ul = "anc_per_ul" in inputs
    unit = "/uL" if per_ul else "10^9/L"
    values = {
        "neutrophils": lab(inputs["anc_per_ul" if per_ul else "anc_10e9_l"], unit),
        "platelets": lab(inputs["plt_per_ul" if per_ul else "plt_10e9_l"], unit),
    }
    day = int(inputs["day"])
    advice = advised("gc", limit_set=_DAY_RULES[inputs["rule"]], labs=values, day=day)
    said = {item.action for item in advice.treatment_day.items if not item.green}
    gemcitabine = advice.of("gemcitabine")
    assert (gemcitabine.action == "hold") == bool(said & {"omit", "delay"})
    answered = {
        "percent": plain(gemcitabine.next_percent or Decimal(0)),
        "gem_percent": plain(gemcitabine.next_percent or Decimal(0)),
    }
    if gemcitabine.action == "hold":
        answered |= {"action": "delay" if day == 1 else "hold", "gem_action": "omit" if "omit" in said else "delay"}
    return answered


KINDS: Mapping[str, Callable[[Inputs], Answer]] = {
    kind.__name__: kind
    for kind in (
        bsa, crcl, egfr, cape_table, cape_round_150, cape_renal, dpyd, oxaliplatin_dose, oxaliplatin_renal,
        cisplatin_renal, infusion_concentration, ici_dose, rounding, band_boundary, weight_change, calendar,
        dose_expression, ctcae, cape_toxicity, ici_hepatitis, gemcitabine_day_rule,
    )
}  # fmt: skip
