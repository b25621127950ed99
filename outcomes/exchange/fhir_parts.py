"""What every FHIR resource is made of: how it begins, points at others, says a moment and a concept. Pure."""

from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from records.values.exchange import Traced

Resource = dict[str, Any]
URI = "urn:ietf:rfc:3986"


def urn(ident: str | UUID) -> str:
    """How resources of a bundle point at each other."""
    return f"urn:uuid:{ident}"


def instant(at: datetime) -> str:
    """A moment in UTC."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def resource(traced: Traced, kind: str, ident: UUID, row: UUID | None = None) -> Resource:
    """What every resource begins with. row: where several come of one row, that row."""
    version = traced.entries.get(row or ident)
    begun: Resource = {"resourceType": kind, "id": str(ident)}
    if version is not None:
        begun["meta"] = {"versionId": str(version)}
    if row is not None and row != ident:
        begun["identifier"] = [{"system": URI, "value": urn(row)}]
    return begun


def subject(traced: Traced) -> Resource:
    """A reference to the patient."""
    return {"reference": urn(traced.space.patient.id)}


def concept(text: str, *codings: tuple[str, str, str]) -> Resource:
    """A concept: its words, and (system, code, display) where there is a code."""
    coding = [{"system": system, "code": code, "display": display} for system, code, display in codings if code]
    return {"coding": coding, "text": text}
