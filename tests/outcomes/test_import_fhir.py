"""FHIR R4 in: our own export comes back as the same facts, and what is not understood is listed with its reason."""

import json
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest

from records.imports.fhir_bundle import read_bundle
from records.imports.fhir_json import DEEPEST, depth_of
from records.imports.tables import ImportRefused
from records.values.imports import ReadRow

MADE = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
TODAY = date(2026, 4, 30)
Resource = dict[str, Any]
PATIENT: Resource = {
    "resourceType": "Patient",
    "id": "p1",
    "identifier": [{"type": {"text": "MRN"}, "value": "A-17"}],
    "gender": "female",
    "birthDate": "1961-07-09",
    "name": [{"use": "old", "text": "Nova"}, {"family": "Vega", "given": ["Ines", "María"]}],
}


def observed(loinc: str = "29463-7", value: Any = 61.5, unit: str = "kg", **changed: Any) -> Resource:
    """A weight; keywords change elements, None takes one away."""
    made: Resource = {
        "resourceType": "Observation",
        "id": "o",
        "status": "final",
        "subject": {"reference": "Patient/p1"},
        "code": {"coding": [{"system": "http://loinc.org", "code": loinc}], "text": "Test"},
        "effectiveDateTime": "2026-03-02",
        "valueQuantity": {"value": value, "unit": unit, "system": "http://unitsofmeasure.org", "code": unit},
    } | changed
    return {key: item for key, item in made.items() if item is not None}


def read(*resources: Resource, **bundle: Any) -> tuple[ReadRow, ...]:
    entries = [{"fullUrl": f"http://x/{one['resourceType']}/{one.get('id')}", "resource": one} for one in resources]
    made = {"resourceType": "Bundle", "type": "collection", "entry": entries} | bundle
    return read_bundle(json.dumps(made).encode(), "x.json")


def test_patients_and_observations_are_read_with_exact_numbers_and_units_of_ucum() -> None:
    rows = read(
        PATIENT,
        observed(),
        observed("8302-2", 1.7, "m"),
        observed("29463-7", 150, "[lb_av]"),
        observed(
            "777-3",
            212000,
            "/uL",
            effectiveDateTime="2026-03-02T07:50:00+01:00",
            referenceRange=[{"low": {"value": 150000, "code": "/uL"}}],
        ),
        observed("751-8", 3100, "10*6/L"),
    )
    assert rows[0].who is not None and (rows[0].who.name, rows[0].who.numbers) == (
        "Vega, Ines María",
        (("MRN", "A-17"),),
    )
    sizes = [(str(one.value), one.kind) for row in rows for one in row.sizes]
    assert sizes == [("61.5", "weight_kg"), ("170.00", "height_cm"), ("68.04", "weight_kg")]
    assert rows[3].notes == ("150 [lb_av] = 68.04 kg, rounded to 2 decimals.",)
    platelets, neutrophils = rows[4].labs[0], rows[5].labs[0]
    assert (platelets.value, platelets.unit, platelets.lln, platelets.taken_at) == (
        Decimal(212000),
        "/uL",
        Decimal(150000),
        "2026-03-02T07:50+01:00",
    )
    assert (neutrophils.value, neutrophils.unit) == (Decimal("3.1"), "10^9/L")


@pytest.mark.parametrize(
    ("resource", "why"),
    [
        (observed(status="preliminary"), "not final"),
        (observed(status="entered-in-error"), "not final"),
        (observed(modifierExtension=[{}]), "may change its meaning"),
        (observed(valueQuantity=None), "no single number"),
        (observed(effectiveDateTime="2026-03"), "a whole day is needed"),
        (observed(effectiveDateTime=None), "a whole day"),
        (observed(subject={"reference": "Patient/p9"}), "not in the bundle"),
        (observed("9999-9"), "neither height"),
        (observed(code={"text": "Weight"}), "carries no LOINC code"),
        (observed(unit="stone"), "none that is read"),
        (observed("2000-8", 2.4, "mmol/L"), "albumin-corrected"),
        (observed("777-3", 2, "mmol/L"), "none that is read"),
        (observed(value="61.5"), "no single number"),
        (observed(value=61.555), "more than 2 decimals"),
        (observed("777-3", valueQuantity={"value": 5, "comparator": "<", "code": "10*9/L"}), "Only “<5” is known"),
        (observed(component=[{}]), "no single number"),
        (observed(code=[1]), "has not the shape"),
        ({"resourceType": "Condition", "id": "c"}, "only Patient and Observation are"),
        ({"resourceType": 7}, "is not taken over"),
        (PATIENT | {"id": "q", "gender": "other"}, "female or male"),
        (PATIENT | {"id": "q", "birthDate": "1961"}, "whole day"),
        (PATIENT | {"id": "q", "identifier": []}, "has 0 numbers"),
        (PATIENT | {"id": "q", "active": False}, "no longer active"),
        (PATIENT | {"id": "q", "link": [{"type": "replaced-by"}]}, "linked to another"),
    ],
)
def test_what_is_not_understood_is_listed_with_its_reason(resource: Resource, why: str) -> None:
    rows = read(PATIENT, resource)
    assert rows[0].wrong == "" and why in rows[1].wrong and rows[1].who is None


def test_a_death_a_note_and_two_patients_at_one_address_are_said() -> None:
    rows = read(PATIENT | {"deceasedBoolean": True}, observed(note=[{"text": "after lunch"}]))
    assert "died" in rows[0].notes[0] and "after lunch" in rows[1].notes[0]
    rows = read(PATIENT, PATIENT | {"gender": "male"}, observed())
    assert "same address" in rows[2].wrong


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"[" * (DEEPEST + 1), "nested more than"),
        (b"{}", "no FHIR bundle"),
        (b"{", "is no JSON"),
        (b'{"a":\xff}', "UTF-8"),
        (b'{"resourceType":"Bundle","type":"transaction","entry":[{}]}', "none of the types"),
        (b'{"resourceType":"Bundle","type":"collection","entry":[]}', "no entry"),
        (b'{"a":NaN}', "no number"),
        (b'{"a":1,"a":2}', "twice"),
        (b'{"a":1e999999999}', "larger or smaller"),
        (b'{"a":1' + b"0" * 99 + b"}", "more digits"),
    ],
)
def test_json_that_is_no_bundle_or_a_trap_is_refused_in_a_sentence(data: bytes, why: str) -> None:
    with pytest.raises(ImportRefused, match=why):
        read_bundle(data, "x.json")
    assert depth_of(b'{"a": "[[[[{{{{", "b": ["\\"[", [1]]}') == 3
