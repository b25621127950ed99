"""Lesions and scans of the demo clinic, entered through the actions like everything else in it."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any
from uuid import UUID

from records.response_values import LesionEntry, ScanEntry, TargetReading
from records.values import CourseRecord, Person

if TYPE_CHECKING:
    from records.actions import Actions

Given = Mapping[str, Any]


def read_scans(
    actions: "Actions", by: Person, today: date, patient: Given, course: CourseRecord, key_of: Callable[..., UUID]
) -> None:
    """The lesions a patient of the file has, and what each scan says of them; nothing twice."""
    names: dict[str, UUID] = {}
    for given in patient.get("lesion", ()):
        key = key_of(patient, "lesion", given["name"])
        entry = LesionEntry(
            given["name"], given["role"], given["organ"], given.get("kind", "non-node"), given.get("place", ""),
            unfit=given.get("unfit", ""),
        )  # fmt: skip
        names[given["name"]] = actions.add_lesion(by, key, course.id, entry).result().id
    for nth, given in enumerate(patient.get("scan", ())):
        key = key_of(patient, "scan", nth)
        opened = actions.open_scan(by, key, course.id, baseline=nth == 0).result()
        if opened.complete:
            continue
        sizes = {names[name]: TargetReading("measured", (Decimal(size),)) for name, size in given["mm"].items()}
        entry_read = ScanEntry(
            today + timedelta(days=given["days"]), given["method"], nth == 0, sizes,
            {names[name]: state for name, state in given.get("rated", {}).items()}, new_lesion="none",
            marker=given["marker"], note=given.get("note", ""),
        )  # fmt: skip
        actions.complete_scan(by, opened.id, opened.version, entry_read).result()
