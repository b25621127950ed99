"""Messages of a laboratory as the tests send them; everybody in them is made up."""

from datetime import date
from uuid import UUID

from records.hl7_labs.preview import Known, Preview, PreviewRow, preview, read_file
from records.values.core import LabResult, PatientEntry
from records.values.labs import LabImportRecord

TODAY = date(2026, 3, 23)
PATIENT = UUID("5d2a7c60-5a0e-4c52-9d3e-1f2b3c4d5e6f")
WOMAN = PatientEntry("Seven, Patient", (("MRN", "0042-118"), ("Card", "D-7719")), date(1958, 3, 1), "female")
NEUTROPHILS = "OBX|1|NM|751-8^Neutrophils^LN||1.1|10*9/L^^UCUM|2.0-7.5|L|||F"
PLATELETS = "OBX|2|NM|777-3^Platelets^LN||72|10*9/L^^UCUM|150-400|L|||F"


def message(
    *results: str, control_id: str = "M1", kind: str = "ORU^R01", number: str = "0042-118^^^HOSP^MR",
    born: str = "19580301", sex: str = "F", taken: str = "202603230750", charset: str = "", processing: str = "P",
    name: str = "Seven^Patient",
) -> str:  # fmt: skip
    """One message, its segments ended by CR."""
    return "\r".join(
        (
            f"MSH|^~\\&|LAB|NORTH|CAPOX|DAY|20260323081500||{kind}|{control_id}|{processing}|2.5.1||||||{charset}",
            f"PID|1||{number}||{name}||{born}|{sex}",
            f"OBR|1|P1|F1|CBC|||{taken}",
            *(results or (NEUTROPHILS, PLATELETS)),
        )
    )


def known(
    *labs: LabResult, imports: tuple[LabImportRecord, ...] = (), entry: PatientEntry = WOMAN, today: date = TODAY
) -> Known:
    """What is on record of the woman of the scenarios."""
    return Known(PATIENT, entry, labs, imports, today)


def shown(source: bytes | str, *labs: LabResult, choices: dict[str, str] | None = None, **given: object) -> Preview:
    """What would be stored of a file."""
    return preview(read_file(source), known(*labs, **given), choices or {})  # type: ignore[arg-type]


def result(value: str, unit: str = "10*9/L", code: str = "751-8^Neutrophils^LN", **given: str) -> str:
    """One OBX."""
    kind, limits, status = given.get("kind", "NM"), given.get("limits", ""), given.get("status", "F")
    return f"OBX|1|{kind}|{code}||{value}|{unit}|{limits}||||{status}|||{given.get('taken', '')}"


def only(found: Preview) -> PreviewRow:
    """The one row there is."""
    assert not found.stop, found.stop
    (row,) = found.rows
    return row
