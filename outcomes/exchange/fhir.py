"""FHIR R4 (4.0.1): patients as one bundle of type collection, with names. Pure.

Codes are those of `outcomes.exchange.codes`; what has none goes out by its words. Every resource carries the row it was
made from (its id, or `identifier`) and the newest entry of the audit trail about it (`meta.versionId`). Orders that
were replaced, values of visits that are half-done and what was withdrawn are not in it. No profile is claimed.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from outcomes.exchange.fhir_observations import observations
from outcomes.exchange.fhir_parts import Resource, instant, resource, urn
from outcomes.exchange.fhir_treatment import adverse_events, care_plans, requests
from outcomes.exchange.json_writer import pruned, written
from records.values.exchange import Traced


def bundle_text(resources: Iterable[Resource], made_at: datetime, anchor: str) -> str:
    """The bundle as JSON. anchor: the end of the audit trail when it was read, kept as its tag."""
    entries = [{"fullUrl": urn(resource["id"]), "resource": resource} for resource in resources]
    bundle = {
        "resourceType": "Bundle",
        "meta": {"tag": [{"system": "urn:capox-planner:audit-anchor", "code": anchor}]},
        "type": "collection",
        "timestamp": instant(made_at),
        "entry": entries,
    }
    return written(pruned(bundle)) + "\n"


def patient(traced: Traced) -> Resource:
    """The patient with numbers, name, sex, birth date and death."""
    entry = traced.space.patient.entry
    dead = next((one.entry.death_on for one in traced.space.follow_up if one.entry.death_on is not None), None)
    return resource(traced, "Patient", traced.space.patient.id) | {
        "identifier": [{"type": {"text": kind}, "value": value} for kind, value in entry.identifiers],
        "name": [{"text": entry.name}],
        "gender": entry.sex,
        "birthDate": entry.birth_date.isoformat(),
        "deceasedDateTime": None if dead is None else dead.isoformat(),
    }


def resources_of(traced: Traced) -> Iterator[Resource]:
    """Everything of one patient: Patient, Observation, MedicationRequest, CarePlan, AdverseEvent."""
    yield patient(traced)
    yield from observations(traced)
    yield from care_plans(traced)
    yield from requests(traced)
    yield from adverse_events(traced)


def counts(resources: Sequence[Resource]) -> dict[str, int]:
    """How many of each kind."""
    found: dict[str, int] = {}
    for one in resources:
        found[one["resourceType"]] = found.get(one["resourceType"], 0) + 1
    return found
