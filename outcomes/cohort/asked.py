"""A cohort as the command asks for it: files read and checked, then summed up."""

from pathlib import Path

from outcomes.cohort.csv_reader import read_cohort, read_events, read_text
from outcomes.cohort.summary import Choices, Summary, summarise
from regimen.errors import refuse

MOST_SCAN_DAYS = 366


def summary_of_files(cohort: str, events: str | None, choices: Choices) -> Summary:
    """Raises Refused with every reason."""
    if not 1 <= choices.scan_every_days <= MOST_SCAN_DAYS:
        raise refuse("--scan-days", f"Days between scans must be 1 to {MOST_SCAN_DAYS}.")
    patients = read_cohort(read_text(cohort), Path(cohort).name)
    if choices.by and choices.by not in patients[0].factors:
        raise refuse("--by", f"There is no further column named {choices.by[:40]}.")
    told = None if events is None else read_events(read_text(events), Path(events).name, patients)
    return summarise(patients, choices, told)
