"""Values typed for an order become rows in the transaction of its signature: both are on record, or neither is."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID, uuid5

from records.deeds.patients import add_lab, change_patient, measure
from records.store import Deed
from records.trail.audit_trail import AuditedSession
from records.values.typed_for_order import TypedForOrder


def parts_of(key: UUID, by: UUID, patient_id: UUID, typed: TypedForOrder) -> Iterator[Deed[Any]]:
    """Each as the deed it would be by itself; the ids of its rows follow from the key of the signature."""
    for size in typed.sizes:
        yield measure(uuid5(key, size.kind), by, patient_id, size.kind, size.value, size.on, size.confirmed)
    for place, lab in enumerate(typed.labs):
        row_id = uuid5(key, f"lab {place}")
        yield add_lab(row_id, by, patient_id, lab.analyte, lab.value, lab.unit, lab.lln, lab.uln, lab.on)
    if typed.patient is not None:
        yield change_patient(key, by, patient_id, typed.patient.version, typed.patient.entry, "")


def keep_typed(session: AuditedSession, key: UUID, by: UUID, patient_id: UUID, typed: TypedForOrder) -> None:
    """Write it. Raises what each of the deeds raises; then nothing of it stays."""
    for part in parts_of(key, by, patient_id, typed):
        part.do(session)
        session.flush()
