"""A copy of a backup opened as the program opens its store: checked row by row, one patient read."""

from pathlib import Path

from sqlalchemy import func, select

from records.deeds.audit_check import check_audit
from records.deeds.workspace import workspace
from records.errors import StoreUnavailable
from records.migrations.upgrade import upgrade
from records.store import Store
from records.tables import PatientRow


def open_and_check(copy: Path) -> int:
    """How many patients it holds. Its key is in use already. Raises StoreUnavailable where it is not whole."""
    store = Store(copy)
    try:
        upgrade(store.engine)  # a backup of an older schema has to come up to this program's, as a restored one would
        patients, first = store.read(
            lambda session: (
                session.scalar(select(func.count()).select_from(PatientRow)) or 0,
                session.scalar(select(PatientRow.id).order_by(PatientRow.id).limit(1)),
            )
        )
        if first is not None:
            store.read(lambda session: workspace(session, first))
        found = store.read(check_audit).findings
        if found:
            raise StoreUnavailable(f"{found[0]}.")
        return patients
    finally:
        store.engine.dispose()
