"""A cohort of the records without names: pseudonyms by a key, days moved back patient by patient. Pure.

As `outcomes.exchange.deidentified` does it for whole exports: every difference of days stays, so that rates, curves and
events are those of the records; a limit by calendar days is not. A word that is on no list of the program is left out.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

from outcomes.cohort.patients import Change, CohortEvent, CohortPatient
from outcomes.cohort.values import SEVERAL, Cohort, known_factors
from outcomes.exchange.deidentified import LEFT_OUT, MOST_DAYS, OLD, OLDEST, digest
from outcomes.exchange.words_known import drugs, is_term
from outcomes.survival.endpoints import Assessed
from records.course.disease import vocabulary
from records.values.responses import OFF_REASONS
from regimen.library import load_regimen, shipped_regimens

LEAST_KEY_BYTES = 16
#: Factors that are numbers or words the program itself chose.
OWN_WORDS = frozenset(
    {"sex", "ecog", "metastases", "drainage", "cycles", "delays", "reductions", "best_change_percent"}
)


def without_names(cohort: Cohort, key: bytes) -> Cohort:
    """The cohort under pseudonyms, in their order. key: made for this export. Raises ValueError for a short one."""
    if len(key) < LEAST_KEY_BYTES:
        raise ValueError("a key of fewer than 16 bytes can be guessed")
    signs = {one.id: "P" + digest(key, f"patient {cohort.keys.get(one.id, one.id)}") for one in cohort.patients}
    patients = sorted((_masked(one, signs[one.id], key, cohort) for one in cohort.patients), key=lambda one: one.id)
    events = None if cohort.events is None else tuple(_event(one, signs) for one in cohort.events)
    return replace(
        cohort, name="a cohort without names", patients=tuple(patients), events=events and _in_order(events), keys={}
    )


def _in_order(events: tuple[CohortEvent, ...]) -> tuple[CohortEvent, ...]:
    return tuple(sorted(events, key=lambda one: (one.patient, one.term, one.grade)))


def _event(one: CohortEvent, signs: Mapping[str, str]) -> CohortEvent:
    known = is_term(one.term)
    return replace(one, patient=signs[one.patient], term=one.term if known else LEFT_OUT, soc=one.soc if known else "")


def _masked(one: CohortPatient, sign: str, key: bytes, cohort: Cohort) -> CohortPatient:
    """One patient moved by their own number of days."""
    days = timedelta(days=1 + int(digest(key, f"days {cohort.keys.get(one.id, one.id)}"), 16) % MOST_DAYS)

    def moved(on: date | None) -> date | None:
        return None if on is None else on - days

    return replace(
        one, id=sign, start=moved(one.start), progressed=moved(one.progressed), died=moved(one.died),
        last_assessed=moved(one.last_assessed), last_contact=moved(one.last_contact), response=moved(one.response),
        new_therapy=moved(one.new_therapy),
        factors={name: _factor(name, text, days) for name, text in one.factors.items()},
        scans=tuple(Assessed(scan.date - days, scan.overall) for scan in one.scans),
        changes=tuple(Change(each.on - days, each.percent, each.new, each.progression) for each in one.changes),
    )  # fmt: skip


def _factor(name: str, text: str, days: timedelta) -> str:
    """A factor as it leaves: days moved, great ages as one group, words of lists; anything else is left out."""
    if not text or name in OWN_WORDS or (name.startswith("rdi_") and name.removeprefix("rdi_") in drugs()):
        return text
    if name == "age":
        return OLD if text.isdecimal() and int(text) > OLDEST else text
    factor = known_factors().get(name)
    if factor is not None and factor.kind == "day":
        return (date.fromisoformat(text) - days).isoformat()
    return text if all(part in _words(name) for part in text.split(SEVERAL)) else LEFT_OUT


def _words(name: str) -> frozenset[str]:
    """What a factor of the records may say."""
    known = vocabulary()
    shipped = [load_regimen(ident) for ident in shipped_regimens()] if name in ("regimen", "inhibitor") else []
    lists: dict[str, frozenset[str]] = {
        "site": frozenset(known.groups.values()), "line": frozenset(known.lines.values()),
        "metastatic_sites": frozenset({"none", *known.metastases.values()}),
        "surgery": frozenset(known.surgery.values()),
        "off_reason": frozenset(OFF_REASONS.values()), "inhibitor": drugs(), "intent": frozenset({"palliative"}),
        "regimen": frozenset(one.short_title for one in shipped),
    }  # fmt: skip
    return lists.get(name, frozenset())
