"""Who counts, the table of baseline and treatment, and the rules behind the figures, as JSON and for a person."""

from typing import Any

from outcomes.cohort.values import Answer, Characteristic, Counted, Group
from outcomes.proportions import one_decimal
from regimen.numbers import plain

#: Options of the command by which a cohort is filtered, each a factor of the same name.
FILTERS = ("regimen", "inhibitor", "line", "site", "metastases", "surgery")
TITLES: dict[Group, str] = {"baseline": "At baseline", "treatment": "Treatment"}


def baseline_json(answer: Answer, *, of_records: bool) -> dict[str, Any]:
    """Added to what the summary says; of records also who was left out, and by which versions of rules."""
    chosen, whole = answer.filter, len(answer.cohort.patients)
    found: dict[str, Any] = {
        "source": {"name": answer.cohort.name, "sha256": answer.cohort.sha256, "patients": answer.of},
        "filter": {
            **dict(chosen.where),
            "first_dose_from": None if chosen.first is None else chosen.first.isoformat(),
            "first_dose_to": None if chosen.last is None else chosen.last.isoformat(),
        },
    }
    for group in TITLES:
        found[group] = [_factor(one, whole) for one in answer.characteristics if one.factor.group == group]
    if of_records:
        found |= {"left_out": list(answer.cohort.left_out), "rules": list(answer.cohort.rules)}
    return found


def _factor(one: Characteristic, whole: int) -> dict[str, Any]:
    shown: dict[str, Any] = {"factor": one.factor.id, "title": one.factor.title}
    if one.median is not None and one.least is not None and one.most is not None:
        shown |= {"median": plain(one.median), "least": plain(one.least), "most": plain(one.most), "n": len(one.known)}
    else:
        shown["values"] = [_value(counted, whole) for counted in one.counts]
    return shown | {"missing": list(one.missing)}


def _value(counted: Counted, whole: int) -> dict[str, Any]:
    number = len(counted.ids)
    return {
        "value": counted.value, "n": number, "percent": one_decimal(number * 100 / whole), "ids": list(counted.ids),
    }  # fmt: skip


def baseline_text(answer: Answer) -> str:
    """For a person: who counts, each factor with its counts or median, then the rules."""
    chosen, whole = answer.filter, len(answer.cohort.patients)
    limits = [f"{name} {value}" for name, value in chosen.where.items()]
    limits += [f"first dose from {chosen.first.isoformat()}"] if chosen.first else []
    limits += [f"first dose to {chosen.last.isoformat()}"] if chosen.last else []
    lines = ["", f"{whole} of {answer.of} patients" + (f": {', '.join(limits)}" if limits else "")]
    for group, title in TITLES.items():
        lines += [title, *(_line(one, whole) for one in answer.characteristics if one.factor.group == group)]
    if answer.cohort.rules:
        lines += ["By these rules", *(f"    {rule}" for rule in answer.cohort.rules)]
    return "\n".join(lines) + "\n"


def _line(one: Characteristic, whole: int) -> str:
    if one.median is not None and one.least is not None and one.most is not None:
        words = f"median {plain(one.median)} (range {plain(one.least)} to {plain(one.most)})"
    else:
        told = [f"{each.value} {len(each.ids)} ({one_decimal(len(each.ids) * 100 / whole)} %)" for each in one.counts]
        words = ", ".join(told)
    missing = f"not said {len(one.missing)}" if one.missing else ""
    return f"    {one.factor.title}: {'; '.join(part for part in (words, missing) if part)}"
