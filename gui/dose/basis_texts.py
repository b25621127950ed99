"""The texts that stand in the fields of the dosing basis, made from stored values exactly as they were entered."""

from datetime import date
from decimal import Decimal

from gui.dose.lab_fields import asked_analytes, lab_texts
from gui.dose.typed import KnownBasis
from gui.dose.words import tr
from gui.widgets.dates import shown_date
from records.course.course_plan import CourseFiles
from regimen.dpyd import result
from regimen.given import Case, Dpyd
from regimen.numbers import plain

SCORES = ("2", "1.5", "1", "0.5", "0")


_FORMULAS = {
    "mosteller": "Mosteller", "du_bois": "Du Bois", "haycock": "Haycock", "gehan_george": "Gehan-George",
    "boyd": "Boyd", "fujimoto": "Fujimoto", "takahira": "Takahira", "shuter_aslani": "Shuter-Aslani",
    "schlich": "Schlich", "livingston_lee": "Livingston-Lee",
}  # fmt: skip


def policy_words(files: CourseFiles) -> tuple[str, ...]:
    """The choices that shape every dose, in a few words each."""
    policy = files.policy
    rounding = {
        "us_150": tr("tablets to the nearest 150 mg"),
        "eu_table": tr("tablets by the label's table"),
        "nearest_plan": tr("tablets by the nearest plan"),
    }
    first = {
        "morning": tr("first tablets morning of day 1"),
        "evening": tr("first tablets evening of day 1"),
        "next_morning": tr("first tablets morning of day 2"),
    }
    cap = tr("no BSA cap") if policy.bsa_cap_m2 is None else tr("BSA cap {0} m²").format(plain(policy.bsa_cap_m2))
    strengths = ", ".join(plain(mg) for mg in sorted(policy.tablets_mg, reverse=True))
    return (
        tr("BSA by {0}").format(_FORMULAS[policy.bsa_formula]),
        cap,
        tr("in stock {0} mg").format(strengths),
        rounding[policy.capecitabine_rounding],
        first[policy.first_dose],
        tr("practice {0}").format(files.profile.id.upper()),
    )


def medicines_of(text: str) -> tuple[str, ...]:
    """Names parted by commas or semicolons, as typed."""
    return tuple(name.strip() for name in text.replace(";", ",").split(",") if name.strip())


def dpyd_choice(dpyd: Dpyd) -> str:
    """The entry of the DPYD list that shows a stored result."""
    if dpyd.status != "done":
        return dpyd.status
    if dpyd.variants is None and dpyd.activity_score is None:
        return "pending"  # said to be done, and no result is there
    return plain(result(dpyd.variants, dpyd.activity_score).score)


def texts_of(known: KnownBasis, files: CourseFiles) -> dict[str, str]:
    """The texts that show stored values: numbers exactly as they were entered."""
    given, height, weight = known.creatinine, known.height, known.weight
    dates = [lab.date for lab in known.labs.values() if lab.date is not None]
    return {
        "day1": _day(known.day1),
        "height_cm": format(height.value, "f") if height else "",
        "height_date": _day(height.on) if height else "",
        "weight_kg": format(weight.value, "f") if weight else "",
        "weight_date": _day(weight.on) if weight else "",
        "creatinine": format(given.value, "f") if given else "",
        "creatinine_unit": given.unit if given else files.profile.creatinine_unit,
        "creatinine_date": _day(given.date) if given else "",
        "dpyd": dpyd_choice(known.dpyd),
        "dpyd_reason": known.dpyd.not_tested_reason,
        "medicines": ", ".join(known.medicines),
        "labs_date": _day(max(dates)) if dates else "",
        **lab_texts(known.labs, asked_analytes(files.regimen, known.cycle)),
    }


def texts_of_case(case: Case) -> dict[str, str]:
    """The same for a signed case: its own values, whatever was measured since."""
    basis, given = case.basis, case.basis.creatinine
    dates = [lab.date for lab in case.labs.values() if lab.date is not None]
    return {
        "day1": _day(case.day1),
        "height_cm": format(basis.height_cm, "f"),
        "height_date": _day(basis.height_date),
        "weight_kg": format(basis.weight_kg, "f"),
        "weight_date": _day(basis.weight_date),
        "creatinine": format(given.value, "f") if given else "",
        "creatinine_unit": given.unit if given else "",
        "creatinine_date": _day(given.date) if given else "",
        "dpyd": dpyd_choice(basis.dpyd),
        "dpyd_reason": basis.dpyd.not_tested_reason,
        "medicines": ", ".join(case.medicines),
        "labs_date": _day(max(dates)) if dates else "",
        **lab_texts(case.labs, tuple(case.labs)),
        **{f"confirmed.{name}": plain(value) for name, value in _values(case).items() if name in basis.confirmed},
    }


def _values(case: Case) -> dict[str, Decimal]:
    """What can be questioned, under the names a confirmation is kept by."""
    values = {"height_cm": case.basis.height_cm, "weight_kg": case.basis.weight_kg}
    if case.basis.creatinine is not None:
        values["creatinine"] = case.basis.creatinine.value
    return values | {f"labs.{name}": lab.value for name, lab in case.labs.items()}


def _day(day: date | None) -> str:
    return "" if day is None else shown_date(day, weekday=False)
