"""Reading several days of the clinic from a store, for a downtime pack."""

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from records.values.clinic_week import ClinicWeek

if TYPE_CHECKING:
    from records.encryption.unlock import Unlock
    from records.store import Store


def clinic_week(store: "Store", first: date, days: int) -> ClinicWeek:
    """Read in one transaction, so that all pages say the same."""
    from records.deeds.clinic_week import week

    protected = store.file is None or store.file.key is not None
    now = datetime.now(UTC)
    return store.read(lambda session: week(session, first, days, now, protected=protected))


def read_week(target: str, unlock: "Unlock", first: date, days: int) -> ClinicWeek:
    """The same from a store that is opened for reading only, beside a window that has it open. Raises RecordError."""
    from records.command_line.target import reading

    with reading(target, unlock) as store:
        return clinic_week(store, first, days)
