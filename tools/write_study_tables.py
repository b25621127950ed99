"""Write assets/demo/cohort.csv and cohort-events.csv from the records of the synthetic study.

usage: python -m tools.write_study_tables [STORE]    (from the project's folder, calendar/ on PYTHONPATH)

STORE  a store made by `capox outcomes demo`; without one it is made anew. Run after assets/demo/study.toml changed;
tests/outcomes/test_demo_cohort.py compares the tables with the records.
"""

import sys
import tempfile
from argparse import Namespace
from dataclasses import replace
from pathlib import Path

from outcomes.cohort.asked import cohort_of_records
from outcomes.cohort.cohort_csv import files_of
from outcomes.cohort.values import DEMO, Cohort


def read(store: Path) -> Cohort:
    """Everybody of a store, as the command reads them."""
    return cohort_of_records(Namespace(database=str(store), passphrase_file=None, recovery_key_file=None))


def under_study_numbers(cohort: Cohort) -> Cohort:
    """The study with its patients as D01 to D28: numbers nobody real has."""
    from records.demo.clinic import key_of
    from records.demo.study import study

    numbers = {str(key_of(one)): one["id"] for one in study()["patient"]}
    names = {sign: numbers[key] for sign, key in cohort.keys.items()}
    patients = sorted((replace(one, id=names[one.id]) for one in cohort.patients), key=lambda one: one.id)
    events = [replace(one, patient=names[one.patient]) for one in cohort.events or ()]
    return replace(cohort, patients=tuple(patients), events=tuple(sorted(events, key=lambda one: one.patient)))


def write(store: Path) -> None:
    """Both tables anew."""
    patients, events = files_of(under_study_numbers(read(store)))
    (DEMO / "cohort.csv").write_text(patients, encoding="utf-8")
    (DEMO / "cohort-events.csv").write_text(events, encoding="utf-8")


def main(arguments: list[str]) -> None:
    """Of the store named, or of one made for this."""
    if arguments:
        return write(Path(arguments[0]))
    from records.demo.study import make_study

    with tempfile.TemporaryDirectory() as folder:
        store = Path(folder) / "study.db"
        make_study(store)
        return write(store)


if __name__ == "__main__":
    main(sys.argv[1:])
