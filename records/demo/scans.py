"""Lesions and scans of the demo clinic, entered through the actions like everything else in it."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any
from uuid import UUID

from records.values.core import CourseRecord, Person
from records.values.responses import LesionEntry, NonTargetState, ScanEntry, TargetReading

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


#: Sizes at baseline of the two targets every patient of the study has, mm.
TARGETS_MM = {"T1": Decimal(50), "T2": Decimal(30)}
PRIMARY = {"intrahepatic": "liver", "perihilar": "bile duct", "distal": "bile duct", "gallbladder": "gallbladder"}


def read_study_scans(
    actions: "Actions", by: Person, baseline_days: int, patient: Given, course: CourseRecord,
    key_of: Callable[..., UUID],
) -> None:  # fmt: skip
    """Two targets and lymph nodes as other disease; each scan of the file as the sizes that make its change."""
    primary = PRIMARY[patient["site"]]
    second = next(iter(patient["metastases"]), primary)
    named = (
        LesionEntry("T1", "target", primary, place="primary tumour"), LesionEntry("T2", "target", second),
        LesionEntry("N1", "nontarget", "portal nodes", "node", unfit="short axis 12 mm"),
    )  # fmt: skip
    lesions = {
        one.name: actions.add_lesion(by, key_of("lesion", one.name), course.id, one).result().id for one in named
    }
    baseline = patient["start"] + timedelta(days=baseline_days)
    scans = [(baseline, Decimal(0), "")]
    for told in patient["scans"]:
        day, change, *new = told.split(" ")
        scans.append((date.fromisoformat(day), Decimal(change), "".join(new)))
    for nth, (on, change, new) in enumerate(scans):
        opened = actions.open_scan(by, key_of("scan", nth), course.id, baseline=nth == 0).result()
        sizes = {lesions[name]: size_of(mm, change) for name, mm in TARGETS_MM.items()}
        state: NonTargetState = "absent" if change == -100 else "present"
        read = ScanEntry(
            on, "ct", nth == 0, sizes, {lesions["N1"]: state}, new_lesion="unequivocal" if new else "none",
            marker="not_reported",
        )  # fmt: skip
        actions.complete_scan(by, opened.id, opened.version, read).result()


def size_of(baseline_mm: Decimal, change_percent: Decimal) -> TargetReading:
    """A target that changed by so many percent of its baseline, to a tenth of a millimetre; nothing left is absent."""
    mm = baseline_mm * (100 + change_percent) / 100
    return TargetReading("measured", (mm.quantize(Decimal("0.1")),)) if mm else TargetReading("absent")
