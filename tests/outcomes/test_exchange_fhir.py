"""FHIR R4 bundles: elements and cardinalities as R4 asks, decimals as typed, codes that hold, every row traced."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from fhir.resources.R4B.bundle import Bundle
from hypothesis import given
from hypothesis import strategies as st

from outcomes.exchange.codes import ATC, LOINC, RXNORM, UCUM
from outcomes.exchange.fhir import bundle_text, counts, resources_of
from outcomes.exchange.fhir_treatment import GRADE, by_mouth
from outcomes.exchange.json_writer import pruned, written
from records.actions import Actions
from records.course.course_plan import order_value
from records.hl7_labs.codes import check_digit_holds
from records.imports.comparing import compare
from records.imports.fhir_bundle import read_bundle
from records.values.core import Workspace
from records.values.exchange import Traced
from records.values.imports import ImportEntry
from tests.empty_store import empty_store
from tests.outcomes.fhir_rules import bundle_faults

MADE = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
TODAY = date(2026, 4, 30)
Resource = dict[str, Any]


def bundle_of(traced: Traced) -> Resource:
    """The bundle as whoever reads it has it, decimals exact."""
    text = bundle_text(resources_of(traced), MADE, traced.anchor)
    read: Resource = json.loads(text, parse_float=Decimal)
    return read


@pytest.fixture(scope="module")
def bundle(traced: Traced) -> Resource:
    return bundle_of(traced)


def of_kind(bundle: Resource, kind: str) -> list[Resource]:
    return [entry["resource"] for entry in bundle["entry"] if entry["resource"]["resourceType"] == kind]


def coded(resource: Resource, system: str, key: str = "code") -> list[str]:
    return [coding["code"] for coding in resource[key].get("coding", ()) if coding["system"] == system]


def test_every_resource_keeps_to_the_elements_and_cardinalities_of_r4(bundle: Resource) -> None:
    assert bundle_faults(bundle) == []


def test_the_table_of_rules_finds_what_is_wrong(bundle: Resource) -> None:
    for change in (
        lambda one: one.pop("status"), lambda one: one.update(status="done"), lambda one: one.update(extra=1),
        lambda one: one["valueQuantity"].update(value="1.4"), lambda one: one.update(category=[]),
        lambda one: one["subject"].update(reference="urn:uuid:nobody"), lambda one: one.update(valueInteger=1),
    ):  # fmt: skip
        broken = json.loads(json.dumps(bundle, default=float), parse_float=Decimal)
        change(next(one for one in of_kind(broken, "Observation") if "valueQuantity" in one))
        assert bundle_faults(broken) != []


def test_all_kinds_of_resources_are_there(traced: Traced) -> None:
    found = counts(list(resources_of(traced)))
    assert found == {"Patient": 1, "Observation": 14, "CarePlan": 1, "MedicationRequest": 3, "AdverseEvent": 2}


def test_decimals_stay_as_they_were_typed(traced: Traced, bundle: Resource) -> None:
    text = bundle_text(resources_of(traced), MADE, traced.anchor)
    assert '"value": 3.10,' in text and '"value": 58.0,' in text and '"value": 57.60,' in text
    assert not re.search(r"\d[eE][+-]?\d", re.sub(r'"[^"]*"', "", text))
    values = {coded(one, LOINC)[0]: one["valueQuantity"]["value"] for one in of_kind(bundle, "Observation")
              if "valueQuantity" in one}  # fmt: skip
    assert values["3140-1"] == Decimal("1.6304") and str(values["2160-0" if "2160-0" in values else "14682-9"]) == "88"


def test_observations_carry_loinc_and_ucum(bundle: Resource) -> None:
    for one in of_kind(bundle, "Observation"):
        (code,) = coded(one, LOINC)
        assert check_digit_holds(code)
        for quantity in [one["valueQuantity"]] if "valueQuantity" in one else []:
            assert quantity["system"] == UCUM and quantity["code"]
    found = {coded(one, LOINC)[0]: one for one in of_kind(bundle, "Observation")}
    assert found["89247-1"]["valueInteger"] == 2
    assert [part["valueQuantity"]["value"] for part in found["85354-9"]["component"]] == [128, 76]
    assert found["26515-7"]["status"] == "corrected" and found["26515-7"]["referenceRange"][0]["low"]["value"] == 150


@pytest.mark.parametrize(
    ("kept", "said", "beside"),
    [
        ("2026-03-23T07:50", "2026-03-23", "2026-03-23T07:50"), ("", "2026-03-23", ""),
        ("2026-03-23T07:50+01:00", "2026-03-23T07:50:00+01:00", ""),
        ("2026-03-23T07:50-0500", "2026-03-23T07:50:00-05:00", ""),
    ],
)  # fmt: skip
def test_a_sample_has_its_moment_as_exactly_as_it_is_known(traced: Traced, kept: str, said: str, beside: str) -> None:
    labs = tuple(replace(one, taken_at=kept, on=date(2026, 3, 23)) for one in traced.space.labs)
    found = bundle_of(replace(traced, space=replace(traced.space, labs=labs)))
    assert bundle_faults(found) == []
    (one, *_more) = [each for each in of_kind(found, "Observation") if coded(each, LOINC) == ["26515-7"]]
    words = [each["valueString"] for each in one.get("_effectiveDateTime", {"extension": []})["extension"]]
    assert (one["effectiveDateTime"], words, "note" in one) == (said, [beside] if beside else [], False)
    Bundle.model_validate_json(json.dumps(found, default=str))


def test_orders_carry_atc_and_rxnorm_and_capecitabine_runs_twice_a_day_for_14_days(bundle: Resource) -> None:
    found = {one["medicationCodeableConcept"]["text"]: one for one in of_kind(bundle, "MedicationRequest")}
    capecitabine = found["capecitabine"]
    assert coded(capecitabine, ATC, "medicationCodeableConcept") == ["L01BC06"]
    assert coded(capecitabine, RXNORM, "medicationCodeableConcept") == ["194000"]
    (dosage,) = capecitabine["dosageInstruction"]
    repeat = dosage["timing"]["repeat"]
    assert (repeat["frequency"], repeat["period"], repeat["periodUnit"]) == (2, 1, "d")
    assert repeat["boundsDuration"] == {"value": 14, "unit": "d", "system": UCUM, "code": "d"}
    assert dosage["doseAndRate"] == [{"doseQuantity": {"value": 1650, "unit": "mg", "system": UCUM, "code": "mg"}}]
    oxaliplatin = found["oxaliplatin"]
    assert oxaliplatin["dosageInstruction"][0]["timing"]["event"] == ["2026-03-02"]
    assert oxaliplatin["dosageInstruction"][0]["doseAndRate"][0]["doseQuantity"]["value"] == 210
    assert found["pembrolizumab"]["status"] == "completed" and found["pembrolizumab"]["reasonCode"][0]["text"]


def test_unequal_mornings_and_evenings_are_two_instructions(traced: Traced) -> None:
    given_order = next(order for order in traced.space.orders if order.state == "given")
    dose = next(dose for dose in order_value(given_order).doses if dose.plans)
    assert dose.chosen is not None
    plan = replace(dose.plans[dose.chosen], am_mg=Decimal(1500), pm_mg=Decimal(1650))
    morning, evening = by_mouth(replace(dose, plans=(plan,), chosen=0))
    assert morning["timing"]["repeat"]["when"] == ["MORN"] and evening["timing"]["repeat"]["when"] == ["EVE"]
    assert evening["doseAndRate"][0]["doseQuantity"]["value"] == 1650


def test_an_event_carries_its_grade_as_the_extension_and_no_severity(bundle: Resource) -> None:
    first, second = of_kind(bundle, "AdverseEvent")
    assert first["extension"] == [{"url": GRADE, "valueCodeableConcept": {"text": "Grade 3 (CTCAE 5.0)"}}]
    assert "severity" not in first and first["actuality"] == "actual"
    assert (first["date"], second["date"]) == ("2026-03-20", "2026-03")
    assert [one["instance"]["display"] for one in first["suspectEntity"]] == [
        "capecitabine",
        "disease",
        "pembrolizumab",
    ]
    assert "grade 3 from 2026-03-21" in first["text"]["div"]
    assert first["outcome"]["coding"][0]["code"] == "recovering"


def test_every_resource_names_its_row_and_entry(bundle: Resource, traced: Traced) -> None:
    rows = {str(row): seq for row, seq in traced.entries.items()}
    for entry in bundle["entry"]:
        one = entry["resource"]
        named = one.get("identifier", ())
        row = one["id"] if one["id"] in rows else named[0]["value"].removeprefix("urn:uuid:")
        assert one["meta"]["versionId"] == str(rows[row])
    assert bundle["meta"]["tag"][0]["code"] == traced.anchor


def test_what_was_withdrawn_or_is_half_done_is_not_in_it(traced: Traced) -> None:
    space = traced.space
    events = tuple(replace(one, withdrawn=True) for one in space.events)
    visits = tuple(replace(one, complete=False) for one in space.visits)
    found = counts(list(resources_of(replace(traced, space=replace(space, events=events, visits=visits)))))
    assert "AdverseEvent" not in found and found["Observation"] == 9


def test_text_cannot_break_out_of_the_bundle(traced: Traced) -> None:
    entry = replace(traced.space.patient.entry, name='Bobby"},\n\x07 </div><script>', birth_date=date(1958, 3, 1))
    event = traced.space.events[0]
    evil = replace(event, entry=replace(event.entry, actions={"</p><b>x": "DOSE REDUCED"}))
    space = replace(traced.space, patient=replace(traced.space.patient, entry=entry), events=(evil,))
    found = bundle_of(replace(traced, space=space))
    assert bundle_faults(found) == []
    assert of_kind(found, "Patient")[0]["name"][0]["text"].startswith('Bobby"},\n')
    assert "&lt;/p&gt;&lt;b&gt;x" in of_kind(found, "AdverseEvent")[0]["text"]["div"]


@given(st.recursive(
    st.none() | st.booleans() | st.integers(-(10**30), 10**30) | st.text(max_size=20)
    | st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**15), max_value=10**15, places=9),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4), max_leaves=12,
))  # fmt: skip
def test_what_the_writer_writes_is_what_was_given(value: object) -> None:
    text = written(value)
    again = json.loads(text, parse_float=Decimal)
    assert written(again) == text


def test_a_binary_fraction_is_our_bug_and_what_is_empty_falls_away() -> None:
    with pytest.raises(TypeError, match="float"):
        written({"value": 1.4})
    assert written(Decimal("1.40")) == "1.40"
    assert pruned({"a": [], "b": {"c": None}, "d": 0, "e": False, "f": " ", "g": [{"h": ""}]}) == {"d": 0, "e": False}


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Actions]:
    """Other records, still empty."""
    opened = Actions.open(empty_store(tmp_path / "other.db"))
    yield opened
    opened.close()


def facts(space: Workspace) -> object:
    """What an import can bring of a patient, in no order."""
    entry = space.patient.entry
    labs = {(one.analyte, str(one.value), one.unit, one.lln, one.uln, one.on, one.taken_at) for one in space.labs}
    sizes = {(one.kind, str(one.value), one.on) for one in space.measurements}
    return entry.name, entry.identifiers, entry.birth_date, entry.sex, sizes, labs


def test_our_own_bundle_is_one_of_r4b_by_another_library_and_comes_back_as_the_same_facts(
    traced: Traced, other: Actions
) -> None:
    text = bundle_text(resources_of(traced), MADE, traced.anchor)
    model = Bundle.model_validate_json(text)
    assert len(model.entry) == len(list(resources_of(traced)))
    rows = read_bundle(text.encode(), "export.json")
    assert len(rows) == len(model.entry)  # nothing is dropped silently: each entry is a row
    person = other.add_person("Priya Raman", "pharmacist").result()
    found = compare(rows, other.known_of(rows).result(), TODAY)
    refused = {(row.read.cells[0], row.why) for row in found if row.state == "refused"}
    assert {kind for kind, _why in refused} == {"Observation", "CarePlan", "MedicationRequest", "AdverseEvent"}
    assert not any("on record" in why for _kind, why in refused)
    entry = ImportEntry("fhir", "0" * 64, tuple(row.read for row in found if row.state == "store"))
    other.import_file(person, uuid4(), entry, TODAY, lambda _done, _whole: None, lambda: False).result()
    (ident,) = other.all_patients().result()
    assert facts(other.workspace(ident).result()) == facts(traced.space)
    again = compare(rows, other.known_of(rows).result(), TODAY)
    assert not [row for row in again if row.state == "store"]
