"""What each form of an export holds, in words."""

from PySide6.QtCore import QCoreApplication


def tr(text: str) -> str:
    """Translate in the context of the Export page."""
    return QCoreApplication.translate("ExportPage", text)


def kinds() -> tuple[tuple[str, str], ...]:
    """The forms to choose from."""
    return (
        ("xlsx", tr("Workbook (XLSX)")),
        ("csv", tr("Tables (CSV)")),
        ("sdtm", tr("SDTM-style tables (CSV)")),
        ("xpt", tr("SDTM-style tables (SAS XPT)")),
        ("fhir", tr("FHIR R4 bundle")),
    )


def about(kind: str) -> str:
    """What the form holds."""
    tables = tr(
        "Patients, courses, orders with their doses, infusions, tablets handed out, measurements, visits, laboratory "
        "values with grades, adverse events, decisions, delays, holds, lesions, scans, responses and follow-up; each "
        "row says which row of the records and which version of the rules it comes from."
    )
    return {
        "xlsx": tr("One file, a sheet a table and a read-me.") + " " + tables,
        "csv": tr("A folder, a file a table, a read-me and the hash of each file.") + " " + tables,
        "sdtm": tr(
            "A folder with DM, EX, VS, QS, LB, AE, SUPPAE, TU, TR and RS by the names of SDTMIG 3.4. AEDECOD is the "
            "CTCAE term; MedDRA levels above it stay empty."
        ),
        "xpt": xpt_words(),
        "fhir": tr(
            "One file: Patient, Observation, CarePlan, MedicationRequest and AdverseEvent with LOINC, UCUM, ATC and "
            "RxNorm. A bundle names its patient."
        ),
    }[kind]


def xpt_words() -> str:
    """What a folder of transport files holds; where they cannot be written, how to get what is missing."""
    from outcomes.exchange.xpt import HOW_TO_GET, available

    if not available():
        return HOW_TO_GET
    return tr(
        "The same tables as SAS transport files, version 5, which statistics programs and regulators read. Texts must "
        "be ASCII and at most 200 characters; a table that holds another one is refused, nothing is cut."
    )


def names() -> tuple[tuple[str, str], ...]:
    """With or without names."""
    return (("without", tr("Without names")), ("with", tr("With names")))


def dates() -> tuple[tuple[str, str], ...]:
    """How days are told without names."""
    return (("moved", tr("Days moved back")), ("study_day", tr("Study days")))


def about_names(names: str) -> str:
    """What is taken out, or that nothing is."""
    if names == "with":
        return tr(
            "Everything that is on record, names and notes among it. The file is not encrypted: it lies where you put "
            "it."
        )
    return tr(
        "Pseudonyms made for this export alone; no names, numbers, staff or typed words; ages above 89 say 90+. "
        "Pseudonymised, not anonymous: keep it as patients' data."
    )
