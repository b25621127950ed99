"""Doses, preparation, tablets and proofs on the staff sheet."""

from collections.abc import Sequence

from regimen.order import DrugDose, TabletPlan
from regimen.unit_words import in_words, unit_words
from treatment_calendar.paper.block import Para
from treatment_calendar.paper.request import StaffSheetRequest
from treatment_calendar.paper.sheet import BLACK
from treatment_calendar.paper.staff_words import SIZE, StaffWords, para

INDENT = 12.0


def doses(request: StaffSheetRequest, words: StaffWords) -> list[Para]:
    """Each dose in large, what it came from, how it is made up or taken."""
    paras: list[Para] = []
    for dose in request.order.doses:
        headline = f"{dose.drug}: {_headline(dose, words)}"
        paras.append(Para(headline, SIZE + 3, "bold", before=3, grey=BLACK, small=True))
        paras.append(para(exact_words(dose, words), indent=INDENT))
        if dose.capped:
            paras.append(para(words("capped"), "bold", indent=INDENT))
        paras += _preparation(dose, words)
        paras += tablet_paras(dose, words)
    return paras


def proofs(request: StaffSheetRequest, words: StaffWords) -> list[Para]:
    """Every step of every proof, just as the order carries it."""
    paras: list[Para] = []
    for dose in request.order.doses:
        if dose.proof:
            paras.append(para(dose.drug, "bold"))
        paras += proof_paras(dose, words)
    return paras


def proof_paras(dose: DrugDose, words: StaffWords) -> list[Para]:
    """The steps of one proof."""
    paras: list[Para] = []
    for number, step in enumerate(dose.proof, 1):
        line = words(
            "proof_step" if step.formula else "proof_bare",
            number=number,
            title=words.user(step.title),
            formula=in_words(words.user(step.formula)),
            shown=in_words(words.user(step.shown)),
            unit=unit_words(step.unit),
        )
        paras.append(para(line.rstrip(), indent=INDENT))
        inputs = "; ".join(f"{name} {value}" for name, value in step.inputs.items())
        parts = [words.user(inputs)] if inputs else []
        parts += [words("source", source=words.user(step.source))] if step.source else []
        if parts:
            paras.append(para(" ".join(parts), indent=2 * INDENT, muted=True))
    return paras


def _days(days: Sequence[int], words: StaffWords) -> str:
    if len(days) > 2 and list(days) == list(range(days[0], days[-1] + 1)):
        return words("dose_days", first=days[0], last=days[-1])
    return ", ".join(str(day) for day in days)


def _headline(dose: DrugDose, words: StaffWords) -> str:
    if dose.dose_mg is None:
        return words("no_dose")
    shown, days, route = words.number(dose.dose_mg), _days(dose.days, words), words(dose.route)
    if dose.doses_per_day == 1:
        return words("dose_line", dose=shown, route=route, days=days)
    plan = dose.plans[dose.chosen] if dose.chosen is not None else None
    daily = plan.daily_mg if plan is not None else dose.dose_mg * dose.doses_per_day
    times = words("twice") if dose.doses_per_day == 2 else words("times_a_day", count=dose.doses_per_day)
    return words("dose_twice", dose=shown, route=route, times=times, daily=words.number(daily), days=days)


def exact_words(dose: DrugDose, words: StaffWords) -> str:
    level = words(f"level_{dose.per}", level=words.number(dose.level)) if dose.level is not None else ""
    values: dict[str, object] = {
        "exact": words.rounded(dose.exact_mg, "0.01"),
        "level": level,
        "start": words.number(dose.starting_percent),
        "percent": words.number(dose.percent),
    }
    if dose.variance_percent is None:
        return words("exact_no_variance", **values)
    return words("exact", **values, variance=words.signed(dose.variance_percent))


def _preparation(dose: DrugDose, words: StaffWords) -> list[Para]:
    paras: list[Para] = []
    plan = dose.infusion
    if plan is not None:
        text = words(
            "preparation",
            volume=words.number(plan.volume_ml),
            diluent=plan.diluent,
            concentration=words.rounded(plan.concentration_mg_ml, "0.001"),
            convention=plan.convention,
            minutes=plan.minutes,
        )
        parts = [text]
        if plan.drug_volume_ml is not None:
            parts.append(words("drug_volume", volume=words.rounded(plan.drug_volume_ml, "0.01")))
        if plan.final_volume_ml is not None:
            parts.append(words("final_volume", volume=words.rounded(plan.final_volume_ml, "0.01")))
        paras.append(para("; ".join(parts), indent=INDENT))
        if plan.note:
            paras.append(para(words.user(plan.note), indent=INDENT))
    if dose.vials:
        vials = words.tablets({vial.size_mg: vial.count for vial in dose.vials})
        text = words("vials", vials=vials)
        if dose.waste_mg is not None:
            text += "; " + words("waste", waste=words.number(dose.waste_mg))
        paras.append(para(text, indent=INDENT))
    return paras


def tablet_paras(dose: DrugDose, words: StaffWords) -> list[Para]:
    if dose.chosen is not None:
        plan = dose.plans[dose.chosen]
        paras = [para(words("plan", am=words.tablets(plan.am), pm=words.tablets(plan.pm)), "bold", indent=INDENT)]
        paras.append(para(_supply(plan, words), indent=INDENT))
        return paras
    return [
        para(
            words(
                "plan_open",
                number=number,
                am=words.tablets(plan.am),
                pm=words.tablets(plan.pm),
                daily=words.number(plan.daily_mg),
                variance=words.signed(plan.variance_percent),
            ),
            indent=INDENT,
        )
        for number, plan in enumerate(dose.plans, 1)
    ]


def _supply(plan: TabletPlan, words: StaffWords) -> str:
    text = words("supply", supply=words.tablets(plan.supply, "supply_strength"))
    if plan.packs:
        text += "; " + words("packs", packs=words.tablets(plan.packs, "pack"))
    return text
