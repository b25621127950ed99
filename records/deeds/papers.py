"""Day lists and dispensing labels that were printed or saved: an audit entry, and nothing else changes."""

from datetime import date
from uuid import UUID

from records.deeds.patients import patient_row
from records.errors import NotAllowed, RecordError
from records.store import Deed
from records.tables import DispensedRow, PersonRow
from records.trail.audit_trail import AuditedSession, append
from records.typed_text import words

MOST_PATIENTS = 2000


def print_day_list(key: UUID, by: UUID, on: date, patients: tuple[UUID, ...], sha256: str) -> Deed[UUID]:
    """One entry for each patient who stands on it, so that their histories say so; a list of nobody is its author's."""
    hashed = words(sha256, "Hash", 64, needed=True)
    named = tuple(dict.fromkeys(patients))  # one patient may stand on two lines
    if len(named) > MOST_PATIENTS:
        raise RecordError(f"At most {MOST_PATIENTS} patients stand on one list.")

    def do(session: AuditedSession) -> UUID:
        assert session.doing is not None
        for patient_id in named:
            append(session, session.doing, patient_row(session, patient_id), {}, {})
        if not named:
            append(session, session.doing, session.get_one(PersonRow, by), {}, {})
        return named[0] if named else by

    why = f"day list of {on.isoformat()}, {len(named)} patient{'' if len(named) == 1 else 's'}, SHA-256 {hashed}"
    return Deed("print day list", key, by, do, lambda _session, found: found, why=why)


def print_label(key: UUID, by: UUID, dispensed_id: UUID, sha256: str) -> Deed[UUID]:
    """The label of one line of tablets. Raises NotAllowed where the tablets were not handed out after all."""
    hashed = words(sha256, "Hash", 64, needed=True)

    def do(session: AuditedSession) -> UUID:
        row = session.get(DispensedRow, dispensed_id)
        if row is None:
            raise RecordError("These tablets are not in the records that are open.")
        if row.withdrawn:
            raise NotAllowed("These tablets were not handed out after all; there is no label for them.")
        assert session.doing is not None
        append(session, session.doing, row, {}, {})
        return dispensed_id

    return Deed("print label", key, by, do, lambda _session, found: found, why=f"SHA-256 {hashed}")
