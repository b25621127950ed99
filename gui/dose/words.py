"""How doses, days and tablets read on the Dose page. Numbers come from the order, rounded only for reading."""

from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal

from PySide6.QtCore import QCoreApplication

from regimen.expression import NumberStyle, amount, signed_percent
from regimen.numbers import plain
from regimen.order import DrugDose, TabletPlan

NO_BREAK = "\u00a0"


def tr(text: str) -> str:
    """Translate in the context of the Dose page."""
    return QCoreApplication.translate("DosePage", text)


def rounded(value: Decimal, places: str, style: NumberStyle) -> str:
    """A number for reading, half up; `places` such as "0.01"."""
    return amount(value.quantize(Decimal(places), rounding=ROUND_HALF_UP), style)


def days_words(days: tuple[int, ...]) -> str:
    """(1,) -> "day 1"; 1 to 14 -> "days 1 to 14"; (1, 8) -> "days 1 and 8"."""
    if len(days) == 1:
        return tr("day {0}").format(days[0])
    if days == tuple(range(days[0], days[-1] + 1)) and len(days) > 2:
        return tr("days {0} to {1}").format(days[0], days[-1])
    return tr("days {0}").format(tr(" and ").join(str(day) for day in days))


def minutes_words(minutes: int) -> str:
    """120 -> "2 h"; 90 -> "90 min"."""
    return tr("{0} h").format(minutes // 60) if minutes % 60 == 0 and minutes >= 60 else tr("{0} min").format(minutes)


def tablets_words(tablets: Mapping[Decimal, int]) -> str:
    """Strength mg -> count, largest first: "3 × 500 mg + 1 × 150 mg"."""
    parts = [f"{tablets[mg]} × {plain(mg)} mg" for mg in sorted(tablets, reverse=True) if tablets[mg]]
    return " + ".join(parts) if parts else tr("none")


def supply_words(plan: TabletPlan) -> list[str]:
    """One line a strength, largest first: "84 × 500 mg (7 packs)"."""
    lines = []
    for mg in sorted(plan.supply, reverse=True):
        packs = plan.packs.get(mg)
        lines.append(f"{plan.supply[mg]} × {plain(mg)} mg{_packs_words(packs)}")
    return lines


def _packs_words(packs: int | None) -> str:
    if not packs:
        return ""
    return tr(" (1 pack)") if packs == 1 else tr(" ({0} packs)").format(packs)


def level_unit(dose: DrugDose) -> str:
    """The unit of the drug's level."""
    per = {"m2": "mg/m²", "kg": "mg/kg", "fixed": "mg"}[dose.per]
    return tr("{0} per dose").format(per) if dose.doses_per_day > 1 else per


def variance_words(percent: Decimal) -> str:
    """ "+1.2 %" with a true minus sign."""
    return signed_percent(percent)


def unbroken(text: str) -> str:
    """A number and its unit stay on one line."""
    return text.replace(" ", NO_BREAK)


def iv_line(dose: DrugDose) -> str:
    """Day, route, time, diluent, volume, concentration."""
    parts = [days_words(dose.days)]
    infusion = dose.infusion
    if infusion is None:
        return " · ".join([*parts, tr("IV")])
    parts.append(tr("IV over {0}").format(minutes_words(infusion.minutes)))
    parts.append(f"{infusion.diluent} " + unbroken(f"{plain(infusion.volume_ml)} mL"))
    parts.append(unbroken(f"{rounded(infusion.concentration_mg_ml, '0.001', 'comma')} mg/mL"))
    return " · ".join(parts)


def iv_detail(dose: DrugDose, style: NumberStyle) -> str:
    """Exact dose, variance, vials and waste."""
    parts = []
    if dose.per == "fixed" and dose.exact_mg == dose.dose_mg:
        parts.append(tr("fixed dose"))
    else:
        parts.append(tr("exact {0} mg").format(rounded(dose.exact_mg, "0.01", style)))
        if dose.variance_percent is not None:
            parts.append(variance_words(dose.variance_percent))
    if dose.vials:
        vials = ", ".join(unbroken(f"{vial.count} × {plain(vial.size_mg)} mg") for vial in dose.vials)
        waste = unbroken(f"{plain(dose.waste_mg or Decimal(0))} mg")
        parts.append(tr("vials {0}, waste {1}").format(vials, waste))
    return " · ".join(parts)


def oral_detail(dose: DrugDose, style: NumberStyle) -> str:
    """Exact amounts per dose and per day, both labelled."""
    per_day = dose.exact_mg * dose.doses_per_day
    return tr("exact {0} mg per dose, {1} mg per day").format(
        rounded(dose.exact_mg, "0.1", style), rounded(per_day, "0.1", style)
    )
