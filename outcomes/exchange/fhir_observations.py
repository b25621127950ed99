"""FHIR Observations of one patient: sizes, body surface, signs of visits, ECOG, laboratory values. Pure."""

import re
from collections.abc import Iterator
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from uuid import UUID, uuid5

from outcomes.exchange.codes import LOINC, UCUM, exchange_codes, loinc_of, ucum_of
from outcomes.exchange.fhir_parts import Resource, concept, resource, subject
from records.course.course_plan import order_value
from records.values.core import LabResult
from records.values.exchange import Traced
from records.values.visits import VisitRecord
from regimen.analytes import analytes
from regimen.unit_words import unit_words

#: A sample's moment as it is kept: to the minute or second, with the zone where one was named.
TAKEN = re.compile(r"(\d{4}-\d\d-\d\dT\d\d:\d\d)(:\d\d)?(Z|[+-]\d\d:?\d\d)?", re.ASCII)
RENDERED = "http://hl7.org/fhir/StructureDefinition/rendered-value"
CATEGORY = "http://terminology.hl7.org/CodeSystem/observation-category"
BLOOD_PRESSURE = ("85354-9", "Blood pressure panel with all children optional")
#: Signs of a visit that stand alone; both pressures go together.
SIGNS = ("temperature_c", "pulse_per_min", "spo2_percent")
#: FHIR asks readers for 18 digits at least; a computed surface goes out as it is shown.
BSA_STEP = Decimal("0.0001")


def observations(traced: Traced) -> Iterator[Resource]:
    """Every Observation, each with its day."""
    for one in traced.space.measurements:
        yield _observed(traced, "vital-signs", one.id, None, one.on) | _vital(one.kind, one.value)
    for record in traced.space.orders:
        if record.state in ("signed", "given"):
            surface = order_value(record).bsa.m2.quantize(BSA_STEP, rounding=ROUND_HALF_UP)
            made = _observed(traced, "vital-signs", uuid5(record.id, "bsa_m2"), record.id, record.day1)
            yield made | _vital("bsa_m2", surface) | {"method": {"text": order_value(record).bsa.formula}}
    for visit in traced.space.visits:
        if visit.complete:
            yield from _of_visit(traced, visit)
    for lab in traced.space.labs:
        yield _lab(traced, lab)


def _observed(
    traced: Traced, category: str, ident: UUID, row: UUID | None, on: date
) -> Resource:  # fmt: skip
    return resource(traced, "Observation", ident, row) | {
        "status": "final",
        "category": [{"coding": [{"system": CATEGORY, "code": category}]}],
        "subject": subject(traced),
        "effectiveDateTime": on.isoformat(),
    }


def taken(lab: LabResult) -> Resource:
    """When a sample was taken, as exactly as it is known.

    A time of the day needs a zone in FHIR, and seconds, which may be zeros. Where the laboratory named no zone the
    element is the day alone, and the time as it was written stands beside it in HL7's own extension for such words.
    """
    found = TAKEN.fullmatch(lab.taken_at)
    if found is None:
        return {"effectiveDateTime": lab.on.isoformat()}
    minute, seconds, zone = found.groups()
    if zone:
        zone = zone if zone == "Z" or ":" in zone else f"{zone[:3]}:{zone[3:]}"
        return {"effectiveDateTime": f"{minute}{seconds or ':00'}{zone}"}
    words = {"extension": [{"url": RENDERED, "valueString": lab.taken_at}]}
    return {"effectiveDateTime": lab.on.isoformat(), "_effectiveDateTime": words}


def quantity(value: Decimal | int, shown: str, ucum: str) -> Resource:
    """A number with its unit; without a code where UCUM's spelling is not known here."""
    return {"value": value, "unit": shown} | ({"system": UCUM, "code": ucum} if ucum else {})


def _vital(name: str, value: Decimal | int) -> Resource:
    vital = exchange_codes().vitals[name]
    return {
        "code": concept(vital.cdisc_title, (LOINC, vital.loinc, vital.title)),
        "valueQuantity": quantity(value, vital.ucum, vital.ucum),
    }


def _of_visit(traced: Traced, visit: VisitRecord) -> Iterator[Resource]:
    entry = visit.entry

    def begun(name: str, category: str = "vital-signs") -> Resource:
        return _observed(traced, category, uuid5(visit.id, name), visit.id, entry.on)

    for name in SIGNS:
        value = getattr(entry, name)
        if value is not None:
            yield begun(name) | _vital(name, value)
    pressures = [
        _vital(name, value)
        for name, value in (("systolic_mmhg", entry.systolic_mmhg), ("diastolic_mmhg", entry.diastolic_mmhg))
        if value is not None
    ]
    if pressures:
        code, title = BLOOD_PRESSURE
        yield begun("pressure") | {"code": concept("Blood pressure", (LOINC, code, title)), "component": pressures}
    if entry.ecog is not None:
        vital = exchange_codes().vitals["ecog"]
        code_of = concept(vital.cdisc_title, (LOINC, vital.loinc, vital.title))
        yield begun("ecog", "survey") | {"code": code_of, "valueInteger": entry.ecog}


def _lab(traced: Traced, lab: LabResult) -> Resource:
    known = analytes().by_name.get(lab.analyte)
    title = lab.analyte if known is None else known.title
    unit, ucum = unit_words(lab.unit), ucum_of(lab.unit)
    limits = {
        name: quantity(limit, unit, ucum) for name, limit in (("low", lab.lln), ("high", lab.uln)) if limit is not None
    }  # fmt: skip
    return (
        _observed(traced, "laboratory", lab.id, None, lab.on)
        | taken(lab)
        | {
            "status": "corrected" if lab.status == "C" else "final",
            "code": concept(title, (LOINC, loinc_of(lab.analyte, lab.unit), title)),
            "valueQuantity": quantity(lab.value, unit, ucum),
            "referenceRange": [limits] if limits else None,
        }
    )
