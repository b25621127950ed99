"""What FHIR R4 (4.0.1) asks of the resources an export writes: elements, how often, of which type. Our own table.

Taken from the definitions at http://hl7.org/fhir/R4; elements an export does not write are left out, so that writing
another one has to be looked up first.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

#: name -> (at least, at most, type); None: any number.
Rules = dict[str, tuple[int, int | None, str]]

DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")
DECIMAL = re.compile(r"-?(0|[1-9]\d*)(\.\d+)?")
PRIMITIVE = {
    "id": re.compile(r"[A-Za-z0-9\-.]{1,64}"),
    "code": re.compile(r"[^\s]+(\s[^\s]+)*"),
    "uri": re.compile(r"\S+"),
    "date": DATE,
    "dateTime": re.compile(f"{DATE.pattern}|{MOMENT.pattern}"),
    "instant": MOMENT,
    "string": re.compile(r"(?s).*\S.*"),
    "xhtml": re.compile(r'(?s)<div xmlns="http://www\.w3\.org/1999/xhtml">.*</div>'),
}
ANY: Rules = {"id": (1, 1, "id"), "meta": (0, 1, "Meta"), "text": (0, 1, "Narrative"),
              "extension": (0, None, "Extension")}  # fmt: skip
TYPES: dict[str, Rules] = {
    "Meta": {"versionId": (0, 1, "id"), "tag": (0, None, "Coding")},
    "Narrative": {"status": (1, 1, "code"), "div": (1, 1, "xhtml")},
    "Extension": {"url": (1, 1, "uri"), "valueCodeableConcept": (0, 1, "CodeableConcept"),
                  "valueString": (0, 1, "string")},
    "Element": {"extension": (0, None, "Extension")},
    "Identifier": {"type": (0, 1, "CodeableConcept"), "system": (0, 1, "uri"), "value": (0, 1, "string")},
    "Coding": {"system": (0, 1, "uri"), "code": (0, 1, "code"), "display": (0, 1, "string")},
    "CodeableConcept": {"coding": (0, None, "Coding"), "text": (0, 1, "string")},
    "Reference": {"reference": (0, 1, "string"), "display": (0, 1, "string")},
    "HumanName": {"text": (0, 1, "string")},
    "Quantity": {"value": (0, 1, "decimal"), "unit": (0, 1, "string"), "system": (0, 1, "uri"), "code": (0, 1, "code")},
    "Range": {"low": (0, 1, "Quantity"), "high": (0, 1, "Quantity")},
    "Period": {"start": (0, 1, "dateTime"), "end": (0, 1, "dateTime")},
    "Annotation": {"text": (1, 1, "string")},
    "Component": {"code": (1, 1, "CodeableConcept"), "valueQuantity": (0, 1, "Quantity")},
    "Activity": {"detail": (0, 1, "Detail")},
    "Detail": {"status": (1, 1, "code"), "scheduledPeriod": (0, 1, "Period"), "description": (0, 1, "string")},
    "Dosage": {"sequence": (0, 1, "integer"), "text": (0, 1, "string"), "timing": (0, 1, "Timing"),
               "route": (0, 1, "CodeableConcept"), "doseAndRate": (0, None, "DoseAndRate")},
    "Timing": {"event": (0, None, "dateTime"), "repeat": (0, 1, "Repeat")},
    "Repeat": {"boundsDuration": (0, 1, "Quantity"), "frequency": (0, 1, "integer"), "period": (0, 1, "decimal"),
               "periodUnit": (0, 1, "code"), "when": (0, None, "code")},
    "DoseAndRate": {"doseQuantity": (0, 1, "Quantity")},
    "Dispense": {"validityPeriod": (0, 1, "Period")},
    "Suspect": {"instance": (1, 1, "Reference"), "causality": (0, None, "Causality")},
    "Causality": {"assessment": (0, 1, "CodeableConcept")},
    "Patient": ANY | {
        "identifier": (0, None, "Identifier"), "name": (0, None, "HumanName"), "gender": (0, 1, "code"),
        "birthDate": (0, 1, "date"), "deceasedDateTime": (0, 1, "dateTime"),
    },
    "Observation": ANY | {
        "identifier": (0, None, "Identifier"), "status": (1, 1, "code"), "category": (1, None, "CodeableConcept"),
        "code": (1, 1, "CodeableConcept"), "subject": (1, 1, "Reference"), "effectiveDateTime": (1, 1, "dateTime"),
        "_effectiveDateTime": (0, 1, "Element"),
        "valueQuantity": (0, 1, "Quantity"), "valueInteger": (0, 1, "integer"), "note": (0, None, "Annotation"),
        "method": (0, 1, "CodeableConcept"), "referenceRange": (0, None, "Range"), "component": (0, None, "Component"),
    },
    "CarePlan": ANY | {
        "identifier": (0, None, "Identifier"), "status": (1, 1, "code"), "intent": (1, 1, "code"),
        "title": (0, 1, "string"), "description": (0, 1, "string"), "subject": (1, 1, "Reference"),
        "period": (0, 1, "Period"), "activity": (0, None, "Activity"),
    },
    "MedicationRequest": ANY | {
        "identifier": (0, None, "Identifier"), "status": (1, 1, "code"), "intent": (1, 1, "code"),
        "medicationCodeableConcept": (1, 1, "CodeableConcept"), "subject": (1, 1, "Reference"),
        "authoredOn": (0, 1, "dateTime"), "requester": (0, 1, "Reference"), "reasonCode": (0, None, "CodeableConcept"),
        "basedOn": (0, None, "Reference"), "groupIdentifier": (0, 1, "Identifier"),
        "dosageInstruction": (0, None, "Dosage"), "dispenseRequest": (0, 1, "Dispense"),
    },
    "AdverseEvent": ANY | {
        "identifier": (0, 1, "Identifier"), "actuality": (1, 1, "code"), "event": (0, 1, "CodeableConcept"),
        "subject": (1, 1, "Reference"), "date": (0, 1, "dateTime"), "recordedDate": (0, 1, "dateTime"),
        "seriousness": (0, 1, "CodeableConcept"), "outcome": (0, 1, "CodeableConcept"), "recorder": (0, 1, "Reference"),
        "suspectEntity": (0, None, "Suspect"),
    },
}  # fmt: skip
#: Codes of required bindings, by resource and element.
REQUIRED = {
    ("Patient", "gender"): {"male", "female", "other", "unknown"},
    ("Observation", "status"): {"registered", "preliminary", "final", "amended", "corrected", "cancelled"},
    ("CarePlan", "status"): {"draft", "active", "on-hold", "revoked", "completed", "unknown"},
    ("CarePlan", "intent"): {"proposal", "plan", "order", "option"},
    ("Detail", "status"): {"not-started", "scheduled", "in-progress", "on-hold", "completed", "cancelled", "stopped"},
    ("MedicationRequest", "status"): {"active", "on-hold", "cancelled", "completed", "stopped", "draft"},
    ("MedicationRequest", "intent"): {"proposal", "plan", "order", "original-order"},
    ("AdverseEvent", "actuality"): {"actual", "potential"},
    ("Repeat", "periodUnit"): {"s", "min", "h", "d", "wk", "mo", "a"},
    ("Narrative", "status"): {"generated", "extensions", "additional", "empty"},
}


def faults(kind: str, value: Any, place: str) -> Iterator[str]:
    """What is wrong with one value of a type; nothing where all is as R4 asks."""
    if kind in TYPES:
        if not isinstance(value, dict) or not value:
            yield f"{place}: no {kind}"
            return
        rules = TYPES[kind]
        for name in value.keys() - rules.keys() - {"resourceType"}:
            yield f"{place}.{name}: is no element of {kind} known here"
        for name, (least, most, inner) in rules.items():
            yield from counted(kind, name, (least, most, inner), value.get(name), f"{place}.{name}")
    elif kind == "decimal":
        if not isinstance(value, Decimal | int) or isinstance(value, bool) or not DECIMAL.fullmatch(f"{value:f}"):
            yield f"{place}: {value!r} is no decimal"
        elif len(f"{value:f}".strip("-0.").replace(".", "")) > 18:
            yield f"{place}: {value} has more than 18 digits"
    elif kind == "integer":
        if not isinstance(value, int) or isinstance(value, bool):
            yield f"{place}: {value!r} is no integer"
    elif not isinstance(value, str) or not PRIMITIVE[kind].fullmatch(value):
        yield f"{place}: {value!r} is no {kind}"


def counted(kind: str, name: str, rule: tuple[int, int | None, str], value: Any, place: str) -> Iterator[str]:
    """An element often enough, not too often, and each as its type asks."""
    least, most, inner = rule
    if value is None:
        if least:
            yield f"{place}: is missing"
        return
    many = most is None
    if many != isinstance(value, list) or value == []:
        yield f"{place}: must {'' if many else 'not '}be a list with something in it"
        return
    for each in value if many else [value]:
        yield from faults(inner, each, place)
        codes = REQUIRED.get((kind, name))
        if codes is not None and each not in codes:
            yield f"{place}: {each!r} is not one of its codes"


def bundle_faults(bundle: dict[str, Any]) -> list[str]:
    """What is wrong with a bundle: its own elements, its resources, and references that lead nowhere."""
    found = [] if bundle["resourceType"] == "Bundle" and bundle["type"] == "collection" else ["no collection"]
    found += faults("instant", bundle["timestamp"], "timestamp")
    urls = [entry["fullUrl"] for entry in bundle["entry"]]
    found += [f"{url} stands twice" for url in set(urls) if urls.count(url) > 1]
    for number, entry in enumerate(bundle["entry"]):
        resource = entry["resource"]
        kind = resource["resourceType"]
        found += faults(kind, resource, f"entry[{number}] {kind}")
        found += [f"entry[{number}]: {url} leads nowhere" for url in references(resource) if url not in urls]
        if entry["fullUrl"] != f"urn:uuid:{resource['id']}":
            found.append(f"entry[{number}]: fullUrl is not its id")
        values = [name for name in resource if name.startswith("value")]
        if kind == "Observation" and len(values) + ("component" in resource) != 1:
            found.append(f"entry[{number}]: an Observation says one thing")
    return found


def references(value: Any) -> Iterator[str]:
    """Every reference inside."""
    if isinstance(value, dict):
        for name, item in value.items():
            if name == "reference":
                yield item
            else:
                yield from references(item)
    elif isinstance(value, list):
        for item in value:
            yield from references(item)
