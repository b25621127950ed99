"""What goes with every export: what it is, from when, by which program, how to trace it, what is left out. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from outcomes.exchange.cells import Table
from outcomes.exchange.deidentified import MOST_DAYS, Dates
from outcomes.exchange.visit_rows import CTCAE
from outcomes.exchange.workbook import columns_told

KINDS = {
    "csv": "Tables as CSV", "xlsx": "Tables as one workbook", "sdtm": "SDTM-style tables as CSV",
    "xpt": "SDTM-style tables as SAS transport files (XPT version 5)", "fhir": "FHIR R4 bundle",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Made:
    """How an export was made. anchor: the end of the audit trail when it began; dates: None with names."""

    kind: str
    at: datetime
    version: str
    anchor: str
    patients: int
    dates: Dates | None
    demo: bool = False


def read_me(made: Made) -> list[tuple[str, str]]:
    """Heading and words, in the order of reading."""
    lines = [
        ("CAPOX Planner", KINDS[made.kind]),
        ("Made", made.at.astimezone(UTC).strftime("%Y-%m-%d %H:%M UTC")),
        ("Program", made.version),
        ("Patients", str(made.patients)),
    ]
    if made.demo:
        lines.append(("Demo clinic", "Synthetic patients; not for clinical use."))
    if made.dates is None:
        lines += [
            ("Names", "This export names patients. Whoever has it answers for where it lies; it is not encrypted."),
            ("Audit trail", f"Read up to entry {made.anchor}: number and hash of the newest entry."),
            ("Tracing", "row_id is the row in the records, audit_entry the newest entry of the trail about it; "
                        "rules by version and SHA-256 beside what they computed."),
        ]  # fmt: skip
    else:
        how = (
            "Days are study days: day 1 is the first dose, there is no day 0."
            if made.dates == "study_day"
            else f"Days are moved back by 1 to {MOST_DAYS} days, the same for all days of one patient; times are gone."
        )
        lines += [
            ("Names", "Pseudonyms by a key made for this export alone. Names, numbers, words somebody typed and who "
                      "wrote them are not in it; ages above 89 say 90+. Pseudonymised, not anonymous: keep it as "
                      "patients' data."),
            ("Days", how),
            ("Tracing", "With the key file, where one was asked for, each sign leads to its row and audit entry."),
        ]  # fmt: skip
    return [*lines, *about(made.kind)]


def about(kind: str) -> list[tuple[str, str]]:
    """What has to be known to read it."""
    lines = [
        ("Empty", "Nothing was said or measured. 0 and no are answers."),
        ("Numbers", "Decimals as they were typed or computed, every digit."),
        ("Grades", f"Laboratory values by CTCAE {CTCAE}; events by the version beside them."),
        ("LOINC", "This material contains content from LOINC (http://loinc.org). LOINC is copyright Regenstrief "
                  "Institute, Inc. and the LOINC Committee, available at no cost under http://loinc.org/license."),
    ]  # fmt: skip
    if kind in ("csv", "xlsx", "sdtm"):
        lines.append(("Text", "An apostrophe stands before text that a spreadsheet would take for a formula."))
    if kind == "csv":
        lines.append(("Form", "UTF-8 with its mark, commas, lines ended by CR LF, text in quotation marks."))
    if kind == "xlsx":
        lines.append(("Long numbers", "A number a spreadsheet cannot keep exactly (above 15 digits) stands as text."))
    if kind == "xpt":
        lines.append(("XPT", "Texts of at most 200 ASCII characters; numbers as SAS keeps them, exact to 15 digits. A "
                             "table without a row has no file."))  # fmt: skip
    if kind in ("sdtm", "xpt"):
        lines += [
            ("SDTM", "Names and words of SDTMIG 3.4; no define file, no controlled terminology checked."),
            ("AEDECOD", "The CTCAE term, flagged in SUPPAE (AEDECSRC); it is a MedDRA lowest level term, not a "
                        "preferred term. The MedDRA levels above it are empty: they need a licence."),
            ("AE", "One row an event at its highest grade; the grades over time in SUPPAE (AEGR1, AEGRDY1 ...). "
                   "AEACN is the strongest action; drug by drug AEACN1 ..., AEREL1 ..., the drug in QLABEL."),
            ("EX", "Infusions as given at the chair; tablets of cycles recorded as given, as the patient was told to "
                   "take them, less holds and with restarts. Tablets brought back are not taken off."),
            ("RS, SUMDIAM", "Reckoned from the scans by RECIST 1.1; no RS where a baseline breaks the rules."),
            ("Left out", "What was withdrawn or replaced, half-done visits, drafts of orders."),
        ]  # fmt: skip
    return lines


def as_text(lines: Sequence[tuple[str, str]], tables: Sequence[Table]) -> str:
    """The same as plain text, with every column of every table."""
    told = [*lines, ("", ""), *columns_told(tables)]
    return "".join(f"{head}: {words}\r\n" if head else "\r\n" for head, words in told)
