"""The preparation list of a day read from the orders, and the entries that say what of a clinic went on paper."""

import json
from collections.abc import Callable, Sequence
from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from sqlalchemy.orm import Session

from records.clinic.preparation import (
    Dispensed,
    Infused,
    NotPrepared,
    Preparation,
    Prepared,
    infusion_sums,
    tablet_sums,
)
from records.course.clinical_use import SiteFacts, lacking, site_missing
from records.deeds.clinic import Comer, comers, go_ahead_need, is_held, state_of, treatment_day
from records.deeds.lists import identifiers_text
from records.deeds.patients import patient_row
from records.deeds.people import settings
from records.deeds.site_facts import site_facts
from records.deeds.trail import trail_end
from records.deeds.worklist import Around, files_in, first_day
from records.errors import RecordError
from records.store import Deed
from records.tables import PatientRow, PersonRow
from records.trail.audit_trail import AuditedSession, append
from records.typed_text import words
from records.values.core import SiteSettings
from regimen.case import read_case
from regimen.order import DrugDose
from regimen.policy import resolve_policy

MOST_PATIENTS = 2000


def preparation(
    session: Session, on: date, courses: Sequence[UUID], now: datetime, *, protected: bool
) -> Preparation:  # fmt: skip
    """What is made for these courses on a day, by name."""
    site, facts = settings(session), site_facts(session, protected=protected)
    around, found = comers(session, on, courses)
    treated = sorted((one for one in found if one.drugs), key=lambda one: around.patients[one.first.patient_id].name)
    ready, waiting, lack = [], [], dict.fromkeys(site_missing(facts))
    for one in treated:
        patient = around.patients[one.first.patient_id]
        reasons = not_now(around, one)
        if reasons:
            waiting.append(
                NotPrepared(
                    patient.id, patient.name, identifiers_text(patient), one.first.cycle, treatment_day(one), reasons
                )
            )
            continue
        ready.append(prepared(session, around, site, one, patient))
        lack |= dict.fromkeys(order_lack(one, facts))
    made = tuple(ready)
    return Preparation(
        on, made, tuple(waiting), infusion_sums(made, sharing=site.vials_shared), tablet_sums(made),
        site.vials_shared, trail_end(session), now, tuple(lack),
    )  # fmt: skip


def order_lack(one: Comer, facts: SiteFacts) -> tuple[str, ...]:
    """What keeps one order from clinical use."""
    assert one.release is not None and one.order is not None
    return tuple(f"Cycle {one.order.cycle}: {said}" for said in lacking(one.release, one.order, facts))


def not_now(around: Around, one: Comer) -> tuple[str, ...]:
    """Why nothing is prepared for a patient now, a sentence each; empty: it may be."""
    order, release = one.order, one.release
    if order is None or release is None:
        return ("The order is not signed.",)
    day = treatment_day(one)
    if state_of(one) == "given" and day == 1:
        return ("It was given already.",)
    planned = first_day(next((row for row in one.rows if row.kind != "blood_test"), one.first))
    found = list(release.missing)
    if order.day1 != planned:
        found.append(f"It was signed for {order.day1.isoformat()}; day 1 is now {planned.isoformat()}.")
    if release.prepared is not None and day == 1:
        found.append(f"It was prepared already, by {release.prepared.by}.")
    if go_ahead_need(around, one) is not None:
        found.append(f"There is no go-ahead for day {day} yet.")
    return tuple(found)


def prepared(
    session: Session, around: Around, site: SiteSettings, one: Comer, patient: PatientRow
) -> Prepared:  # fmt: skip
    """The drugs of a released order that belong to the day; those on hold are named and not made."""
    assert one.order is not None and one.answer is not None
    infused, dispensed, held = [], [], []
    policy_vials = vials_of(session, site, one)
    for drug in one.drugs:
        dose = next((dose for dose in one.answer.doses if dose.drug == drug.name), None)
        if dose is None:
            continue
        if is_held(around, one, drug.name):
            held.append(drug.name)
        elif drug.route == "iv" and dose.dose_mg is not None:
            sizes = tuple(sorted(policy_vials.get(drug.name) or drug.vials_mg))
            infused.append(infused_of(dose, sizes))
        elif dose.chosen is not None:
            supply = dose.plans[dose.chosen].supply
            dispensed.append(Dispensed(drug.name, tuple((size, supply[size]) for size in sorted(supply, reverse=True))))
    order = one.order
    return Prepared(
        patient.id, order.id, patient.name, identifiers_text(patient), one.first.cycle, treatment_day(one),
        order.check_code, tuple(infused), tuple(dispensed), tuple(held),
    )  # fmt: skip


def infused_of(dose: DrugDose, sizes: tuple[Decimal, ...]) -> Infused:
    """One infusion as its order plans it."""
    assert dose.dose_mg is not None
    plan = dose.infusion
    return Infused(
        dose.drug, dose.dose_mg, sizes, dose.vials, dose.waste_mg, None if plan is None else plan.drug_volume_ml,
        None if plan is None else plan.volume_ml, "" if plan is None else plan.diluent,
        None if plan is None else plan.minutes,
    )  # fmt: skip


def vials_of(session: Session, site: SiteSettings, one: Comer) -> dict[str, tuple[Decimal, ...]]:
    """The vial sizes the order was computed with, where profile or site name them."""
    assert one.order is not None
    files = files_in(session, one.course, site)
    policy, _defaults = resolve_policy(files.profile, None, read_case(json.loads(one.order.case_json)).policy)
    return dict(policy.vials_mg)


def print_preparation(key: UUID, by: UUID, on: date, patients: tuple[UUID, ...], sha256: str) -> Deed[UUID]:
    """The list went on paper or into a file: one entry a patient, and nothing else changes."""
    why = f"day {on.isoformat()}, {people(patients)}, SHA-256 {words(sha256, 'Hash', 64, needed=True)}"
    return Deed("print preparation list", key, by, telling(by, patients), lambda _session, found: found, why=why)


def write_downtime(
    key: UUID, by: UUID, first: date, days: int, patients: tuple[UUID, ...], sha256: str
) -> Deed[UUID]:  # fmt: skip
    """A downtime pack was written: one entry a patient in it."""
    what = f"{days} days from {first.isoformat()}, {people(patients)}"
    why = f"{what}, SHA-256 {words(sha256, 'Hash', 64, needed=True)}"
    return Deed("write downtime pack", key, by, telling(by, patients), lambda _session, found: found, why=why)


def people(patients: Sequence[UUID]) -> str:
    count = len(set(patients))
    return f"{count} patient" if count == 1 else f"{count} patients"


def telling(by: UUID, patients: tuple[UUID, ...]) -> Callable[[AuditedSession], UUID]:
    """One entry in the history of each patient; a paper that names nobody is its author's."""
    named = tuple(dict.fromkeys(patients))
    if len(named) > MOST_PATIENTS:
        raise RecordError(f"At most {MOST_PATIENTS} patients stand in one paper.")

    def do(session: AuditedSession) -> UUID:
        assert session.doing is not None
        for patient_id in named:
            append(session, session.doing, patient_row(session, patient_id), {}, {})
        if not named:
            append(session, session.doing, session.get_one(PersonRow, by), {}, {})
        return named[0] if named else by

    return do
