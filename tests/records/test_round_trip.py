"""What is kept comes back equal, to the last typed digit, from both databases."""

from dataclasses import replace
from datetime import UTC, date, timedelta
from decimal import Decimal
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from records.actions import Actions
from records.values.core import EarlierCycle, Person, SiteSettings
from tests.records.examples import DAY1, ENTRY, Store


def test_a_patient_comes_back_with_every_field(store: Store) -> None:
    record = store.patient()
    assert store.actions.workspace(record.id).result().patient == record
    assert record.entry == ENTRY
    assert (record.version, record.changed_by) == (1, "Priya Raman")
    assert record.created_at.tzinfo is UTC or record.created_at.utcoffset() == timedelta(0)


def test_a_patient_with_nothing_but_what_is_needed_comes_back(store: Store) -> None:
    entry = replace(
        ENTRY, allergies=(), reactions=(), medicines=(), dpyd_status="not_tested", dpyd_score=None, dpyd_variants=None,
        dpyd_date=None, ecog=None, liver_involvement=None, note="", allergies_asked=False,
    )  # fmt: skip
    assert store.patient(entry).entry == entry


@pytest.mark.parametrize("typed", ["58.0", "58", "58.00", "57.95", "700", "1"])
def test_a_weight_keeps_its_typed_form(store: Store, typed: str) -> None:
    patient = store.patient()
    kept = store.actions.measure(store.person, uuid4(), patient.id, "weight_kg", Decimal(typed), DAY1, typed).result()
    (read,) = store.actions.workspace(patient.id).result().measurements
    assert read == kept
    assert (str(read.value), read.on, read.confirmed, read.by) == (typed, DAY1, typed, "Priya Raman")


def test_a_laboratory_value_keeps_value_unit_and_limits(store: Store) -> None:
    patient = store.patient()
    give = (Decimal("3.10"), "10^9/L", Decimal("2.0"), None, date(2024, 2, 29))
    kept = store.actions.add_lab(store.person, uuid4(), patient.id, "neutrophils", *give).result()
    (read,) = store.actions.workspace(patient.id).result().labs
    assert read == kept
    assert (str(read.value), read.unit, str(read.lln), read.uln, read.on) == (
        "3.10",
        "10^9/L",
        "2.0",
        None,
        date(2024, 2, 29),
    )


def test_a_course_taken_over_comes_back_with_its_texts(store: Store) -> None:
    earlier = EarlierCycle(3, date(2026, 2, 9), {"capecitabine": Decimal("75.0")}, {"oxaliplatin": Decimal("220")})
    begun = store.course(
        first_cycle=4, earlier=(earlier,), cumulative={"oxaliplatin": Decimal("390.50")},
        starting_percent={"capecitabine": Decimal("50")}, first_dose="evening", intent="palliative",
        earlier_toxicities="numb\nfingers",
    )  # fmt: skip
    (read,) = store.actions.workspace(begun.patient_id).result().courses
    assert read == begun
    assert read.entry.earlier == (earlier,)
    assert str(read.entry.cumulative["oxaliplatin"]) == "390.50"
    assert "ici-capox" in read.regimen_text
    assert "us" in read.profile_text


def test_settings_come_back_as_they_were_saved(actions: Actions, pharmacist: Person) -> None:
    assert actions.settings().result() == SiteSettings()
    wanted = SiteSettings(
        site_name="Onkologie Süd", country="DE", region="BY", practice="eu", first_dose="evening", day_phone="089 1",
        closing_days=(date(2026, 12, 24),), person_id=pharmacist.id, theme="dark", text_scale=125, set_up=True,
        policy={"max_variance_percent": {"oral": 5}, "bsa_cap_m2": None, "steps": ["5"]},
    )  # fmt: skip
    assert actions.save_settings(pharmacist, wanted, "set-up").result() == wanted
    assert actions.settings().result() == wanted


def test_a_binary_fraction_among_the_settings_is_not_kept(actions: Actions, pharmacist: Person) -> None:
    failed = actions.save_settings(pharmacist, SiteSettings(policy={"near": 0.1}), "set-up")
    assert isinstance(failed.exception(), TypeError)
    assert actions.settings().result() == SiteSettings()


def test_people_are_listed_by_name_and_not_twice(actions: Actions) -> None:
    for name, role in (("Žofie", "nurse"), ("adam", "pharmacist"), ("Adam", "nurse")):
        actions.add_person(name, role).result()  # type: ignore[arg-type]
    assert [(person.name, person.role) for person in actions.people().result()] == [
        ("Adam", "nurse"), ("adam", "pharmacist"), ("Žofie", "nurse"),
    ]  # fmt: skip
    refusal = actions.add_person("ŽOFIE", "nurse").exception()
    assert str(refusal) == "There already is a nurse named Žofie; add what tells the two apart."


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], max_examples=60)
@given(
    value=st.decimals(min_value="1", max_value="700", allow_nan=False, allow_infinity=False, places=3)
    | st.integers(1, 700).map(Decimal)
)
def test_any_plain_weight_comes_back_digit_for_digit(sqlite_store: Store, value: Decimal) -> None:
    patient = sqlite_store.patient()
    measuring = sqlite_store.actions.measure(sqlite_store.person, uuid4(), patient.id, "weight_kg", value, DAY1)
    kept = measuring.result()
    (read,) = sqlite_store.actions.workspace(patient.id).result().measurements
    assert str(kept.value) == str(read.value) == format(value, "f")
