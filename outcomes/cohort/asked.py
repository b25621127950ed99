"""A cohort as the command asks for it: files or records read and checked, then summed up."""

import argparse
from datetime import date

from outcomes.cohort.sum_up import read_files, sum_up
from outcomes.cohort.summary import Choices
from outcomes.cohort.values import Answer, Cohort, Filter, ReadAsked, SumAsked
from outcomes.survival.endpoints import MOST_SCAN_DAYS
from regimen.errors import refuse


def answer_of_files(cohort: str, events: str | None, choices: Choices, wanted: Filter) -> Answer:
    """Raises Refused with every reason."""
    check(choices)
    return _answer(read_files(ReadAsked(cohort, events or "")), choices, wanted, "There is no further column named")


def check(choices: Choices) -> None:
    """Raises Refused for days between scans that are none."""
    if not 1 <= choices.scan_every_days <= MOST_SCAN_DAYS:
        raise refuse("--scan-days", f"Days between scans must be 1 to {MOST_SCAN_DAYS}.")


def answer_of_records(asked: argparse.Namespace, choices: Choices, wanted: Filter) -> Answer:
    """Everybody of a store with a cycle given; only read. Raises RecordError, Refused."""
    check(choices)
    cohort = cohort_of_records(asked)
    if not cohort.patients:
        raise refuse("--database", "Nobody in these records has a cycle given.")
    return _answer(cohort, choices, wanted, "Nobody in the records has a value of")


def _answer(cohort: Cohort, choices: Choices, wanted: Filter, nobody: str) -> Answer:
    """The cohort that passes the filter. Raises Refused for a column nobody has."""
    for option, factor in (("--by", choices.by), *((f"--{name}", name) for name in wanted.where)):
        if factor and not cohort.values_of(factor):
            raise refuse(option, f"{nobody} {factor[:40]}.")
    return sum_up(SumAsked(cohort, wanted, choices))


def cohort_of_records(asked: argparse.Namespace) -> Cohort:
    """The rows of a store, opened for reading beside a window that has it open."""
    from outcomes.cohort.of_records import map_patient
    from outcomes.cohort.records_read import RecordsAsked, cohort_of
    from records.command_line.target import reading, target_of, unlock_of
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
