"""Several regimens side by side over the same weeks, for one size of patient, each from its own file."""

from collections.abc import Mapping
from typing import Any

from outcomes.burden.reckon import reckon
from outcomes.burden.values import INHIBITOR, Chosen, Column, CompareAsked, Comparison
from regimen.case import read_case
from regimen.definition import Regimen
from regimen.errors import RegimenError
from regimen.library import load_profile, load_regimen
from regimen.practice import Profile
from regimen.practice_reader import read_profile


def compare(asked: CompareAsked) -> Comparison:
    """Each regimen on its own: one that is refused says why and the others stand."""
    return Comparison(asked, tuple(_column(asked, one) for one in asked.columns))


def _column(asked: CompareAsked, chosen: Chosen) -> Column:
    try:
        regimen = load_regimen(chosen.regimen)
    except RegimenError as error:
        return Column(chosen, chosen.regimen, "", (), "", "", "", 0, None, (str(error),))
    burden, refused = None, tuple[str, ...]()
    try:
        burden = reckon(regimen, profile_of(asked), read_case(_given(asked, chosen)), asked.weeks, asked.times)
    except RegimenError as error:
        refused = tuple(str(error).splitlines()) or (str(error),)
    return Column(
        chosen, regimen.short_title, *_words(regimen, chosen.options), regimen.version, regimen.sha256, regimen.status,
        len(regimen.to_verify), burden, refused,
    )  # fmt: skip


def profile_of(asked: CompareAsked) -> Profile:
    """The site's own profile by its text, or one that ships."""
    if asked.profile_text:
        return read_profile(asked.profile_text, f"{asked.practice}.toml")
    return load_profile(asked.practice)


def _given(asked: CompareAsked, chosen: Chosen) -> dict[str, Any]:
    size = asked.size
    basis: dict[str, Any] = {
        "height_cm": str(size.height_cm), "weight_kg": str(size.weight_kg), "dpyd_activity_score": "2.0",
    }  # fmt: skip
    if size.creatinine is not None:
        value, unit = size.creatinine
        basis["creatinine"] = {"value": str(value), "unit": unit, "date": asked.day1.isoformat()}
    return {
        "regimen": chosen.regimen, "options": dict(chosen.options), "practice": asked.practice,
        "policy": dict(asked.policy), "day1": asked.day1.isoformat(),
        "patient": {"sex": size.sex, "birth_date": size.birth_date.isoformat()}, "basis": basis,
    }  # fmt: skip


def _words(regimen: Regimen, options: Mapping[str, str]) -> tuple[str, tuple[str, ...]]:
    """The inhibitor and the other choices in the words of the file; "none" says nothing."""
    inhibitor, others = "", list[str]()
    for option in regimen.options:
        for choice in option.choices:
            if options.get(option.id) != choice.id or choice.id == "none":
                continue
            if option.id == INHIBITOR:
                inhibitor = choice.title
            else:
                others.append(f"{option.title.partition(':')[0]}: {choice.title}")
    return inhibitor, tuple(others)
