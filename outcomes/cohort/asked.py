"""A cohort as the command asks for it: files or records read and checked, then summed up."""

import argparse
from datetime import date
from pathlib import Path

from outcomes.cohort.csv_reader import read_cohort, read_events, read_text
from outcomes.cohort.summary import Choices, Summary, summarise
from outcomes.cohort.values import Cohort
from regimen.errors import refuse

MOST_SCAN_DAYS = 366


def summary_of_files(cohort: str, events: str | None, choices: Choices) -> Summary:
    """Raises Refused with every reason."""
    check(choices)
    patients = read_cohort(read_text(cohort), Path(cohort).name)
    if choices.by and choices.by not in patients[0].factors:
        raise refuse("--by", f"There is no further column named {choices.by[:40]}.")
    told = None if events is None else read_events(read_text(events), Path(events).name, patients)
    return summarise(patients, choices, told)


def check(choices: Choices) -> None:
    """Raises Refused for days between scans that are none."""
    if not 1 <= choices.scan_every_days <= MOST_SCAN_DAYS:
        raise refuse("--scan-days", f"Days between scans must be 1 to {MOST_SCAN_DAYS}.")


def summary_of_records(asked: argparse.Namespace, choices: Choices) -> tuple[Summary, tuple[str, ...]]:
    """Everybody of a store with a cycle given, and what was left out; only read. Raises RecordError, Refused."""
    check(choices)
    cohort = cohort_of_records(asked)
    if not cohort.patients:
        raise refuse("--database", "Nobody in these records has a cycle given.")
    if choices.by and not cohort.values_of(choices.by):
        raise refuse("--by", f"Nobody in the records has a value of {choices.by[:40]}.")
    return summarise(cohort.patients, choices, cohort.events), cohort.left_out


def cohort_of_records(asked: argparse.Namespace) -> Cohort:
    """The rows of a store, opened for reading beside a window that has it open."""
    from outcomes.cohort.of_records import map_patient
    from outcomes.cohort.records_read import RecordsAsked, cohort_of
    from records.command_target import reading, target_of, unlock_of
    from records.deeds.exports import patient_ids
    from records.deeds.people import settings
    from records.deeds.workspace import workspace

    with reading(target_of(asked), unlock_of(asked)) as store:
        site = store.read(settings)
        mapped = []
        for ident in store.read(patient_ids):
            space = store.read(lambda session, ident=ident: workspace(session, ident))  # type: ignore[misc]
            mapped.append(map_patient(RecordsAsked(space, site)))
    return cohort_of(mapped, date.today(), "the records")
