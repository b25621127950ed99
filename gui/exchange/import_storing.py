"""What the Import page stores: the jobs that ask for the deed, and what is said when it is done."""

from collections.abc import Callable
from typing import TYPE_CHECKING
from uuid import uuid4

from PySide6.QtCore import QCoreApplication

from gui.exchange.import_job import ImportJob, Opened, settled

if TYPE_CHECKING:
    from gui.session import Session
    from records.imports.styles import Styles
    from records.values.imports import CohortRecord, ImportRecord, PreviewRow


def tr(text: str) -> str:
    """Translate in the context of the Import page."""
    return QCoreApplication.translate("ImportPage", text)


def store_records(
    session: "Session", opened: Opened, mapping: tuple[str, ...], styles: "Styles", rows: "tuple[PreviewRow, ...]"
) -> "Callable[[ImportJob[ImportRecord]], ImportRecord]":
    """A job that stores all rows in one deed; its key is made once."""
    key, person, actions, today = uuid4(), session.person, session.actions, session.today

    def work(job: "ImportJob[ImportRecord]") -> "ImportRecord":
        from records.values.imports import ImportEntry

        source = opened.source
        counts = {state: sum(row.state == state for row in rows) for state in ("there", "refused")}
        choices: dict[str, str] = {}
        if opened.table is not None:
            named = zip(opened.table.headings, mapping, strict=True)
            choices = {heading: target or "not taken" for heading, target in named if heading}
            choices |= {
                "(dates)": styles.dates or "",
                "(decimals)": styles.numbers or "",
                "(letters)": opened.how.encoding or "",
            }
        stored = tuple(row.read for row in rows if row.state == "store")
        entry = ImportEntry(source.form, source.sha256, stored, counts["there"], counts["refused"], choices)
        return actions.import_file(person, key, entry, today, job.progress, job.stopped).result()

    return work


def keep_cohort(
    session: "Session", opened: Opened, mapping: tuple[str, ...], styles: "Styles", rows: "tuple[PreviewRow, ...]",
    title: str,
) -> "Callable[[ImportJob[CohortRecord]], CohortRecord]":  # fmt: skip
    """A job that keeps the rows of a cohort as one table."""
    key, person, actions = uuid4(), session.person, session.actions

    def work(_job: "ImportJob[CohortRecord]") -> "CohortRecord":
        from outcomes.exchange.cohort_reading import cohort_asked, cohort_text
        from records.values.imports import CohortEntry

        table = opened.table
        assert table is not None
        read_by, _missing = settled(cohort_asked(table, mapping), styles)
        text = cohort_text(table, mapping, read_by, rows)
        kept = sum(row.state == "store" for row in rows)
        return actions.keep_cohort(person, key, CohortEntry(title, text, kept, opened.source.sha256)).result()

    return work


def stored_words(record: "ImportRecord") -> tuple[str, str]:
    """Title and words for a stored file."""
    words = tr(
        "New patients: {0}, values: {1}. The audit trail has an entry for each, with the hash {2} … of the file."
    )
    return tr("Stored"), words.format(record.patients, record.values, record.sha256[:16])


def kept_words(record: "CohortRecord") -> tuple[str, str]:
    """Title and words for a kept cohort."""
    return tr("Kept"), tr("{0}: {1} patients. Open it on the Outcomes page, under Cohort.").format(
        record.title, record.patients
    )
