"""The commands of this room: respond and outcomes."""

import argparse
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from regimen.command_line import DONE, REFUSED, answer_cases, print_json, refused_answer
from regimen.errors import RegimenError, refuse


def respond(arguments: Sequence[str]) -> int:
    """Tumour response of one patient, or of each of a list. Returns the exit status."""
    parser = argparse.ArgumentParser(
        prog="capox respond", description="Tumour response by RECIST 1.1, and iRECIST.", allow_abbrev=False
    )
    parser.add_argument("case", metavar="LESIONS.json", help="a patient's lesions, a list of such cases, or - (stdin)")
    parser.add_argument("--json", action="store_true", help="answer as JSON")
    asked = parser.parse_args(arguments)

    from outcomes.recist.answer import answer
    from outcomes.recist.case import read_case
    from regimen.command_line import refuse_on_error_output

    def answer_one(given: object, place: int | None) -> tuple[dict[str, Any], str]:
        answered, text = answer(read_case(given))
        if "refused" in answered:
            refuse_on_error_output([one["reason"] for one in answered["refused"]], place)
        return (answered, "") if asked.json or "refused" in answered else ({}, text)

    return answer_cases(asked.case, answer_one, as_json=asked.json)


def outcomes(arguments: Sequence[str]) -> int:
    """Response rates, curves and adverse events of a cohort. Returns the exit status."""
    if arguments[:1] == ["demo"]:
        return demo(arguments[1:])
    from datetime import date

    from outcomes.cohort.baseline import FILTERS
    from outcomes.proportions import METHODS
    from outcomes.survival.endpoints import RULES, SCAN_EVERY_DAYS
    from outcomes.survival.kaplan_meier import BANDS

    parser = argparse.ArgumentParser(
        prog="capox outcomes", description="Response, survival and adverse events of a cohort.", allow_abbrev=False,
        epilog="capox outcomes demo --database FILE makes a store with a synthetic study in it.",
    )  # fmt: skip
    parser.add_argument("cohort", metavar="COHORT.csv", nargs="?", help="one row a patient")
    parser.add_argument(
        "--database", metavar="URL|PATH", nargs="?", const="", help="the records in the place of a file"
    )
    parser.add_argument("--passphrase-file", type=Path, metavar="FILE", help="its first line opens encrypted records")
    parser.add_argument("--recovery-key-file", type=Path, metavar="FILE", help="its first line is the recovery key")
    parser.add_argument("--events", metavar="EVENTS.csv", help="adverse events: id, term, grade, soc, related")
    parser.add_argument("--ci", choices=METHODS, default=METHODS[0], help="limits of proportions")
    parser.add_argument("--km-ci", choices=BANDS, default=BANDS[0], help="limits of curves")
    parser.add_argument("--rule", choices=RULES, default=RULES[1], help="when progression counts")
    parser.add_argument(
        "--scan-days", type=int, default=SCAN_EVERY_DAYS, metavar="DAYS", help="planned days between scans"
    )
    parser.add_argument("--cutoff", type=date.fromisoformat, metavar="DATE", help="nothing after this day is used")
    parser.add_argument("--by", default="", metavar="COLUMN", help="compare curves by a further column")
    for name in FILTERS:
        parser.add_argument(f"--{name}", metavar="WORD", help=f"only patients with this {name}")
    for name, words in (("from", "on or after"), ("to", "on or before")):
        parser.add_argument(
            f"--{name}", type=date.fromisoformat, metavar="DATE", dest=f"first_{name}",
            help=f"only patients with their first dose {words} this day",
        )  # fmt: skip
    parser.add_argument("--json", action="store_true", help="answer as JSON")
    asked = parser.parse_args(arguments)
    if (asked.cohort is None) == (asked.database is None):
        parser.error("name a cohort file or --database, one of the two")
    if asked.database is not None and asked.events is not None:
        parser.error("the records have their own adverse events; --events goes with a cohort file")

    from outcomes.cohort.answer import as_json, as_text
    from outcomes.cohort.asked import answer_of_files, answer_of_records
    from outcomes.cohort.baseline import baseline_json, baseline_text
    from outcomes.cohort.summary import Choices
    from outcomes.cohort.values import Filter
    from records.errors import RecordError

    choices = Choices(asked.ci, asked.km_ci, asked.rule, asked.scan_days, asked.cutoff, asked.by)
    where = {name: value for name in FILTERS if (value := getattr(asked, name))}
    wanted = Filter(where, asked.first_from, asked.first_to)
    try:
        if asked.database is None:
            answer = answer_of_files(asked.cohort, asked.events, choices, wanted)
        else:
            answer = answer_of_records(asked, choices, wanted)
    except (RecordError, RegimenError) as error:
        told = error if isinstance(error, RegimenError) else refuse("", str(error))
        answered, _ = refused_answer(told)
        if asked.json:
            print_json(answered)
        return REFUSED
    if asked.json:
        print_json(as_json(answer.summary) | baseline_json(answer, of_records=asked.database is not None))
    else:
        notes = "".join(f"Note: {words}\n" for words in answer.cohort.left_out)
        sys.stdout.write(as_text(answer.summary) + notes + baseline_text(answer))
    return DONE


def demo(arguments: Sequence[str]) -> int:
    """The synthetic study as records, in a store of its own. Returns the exit status."""
    parser = argparse.ArgumentParser(
        prog="capox outcomes demo", allow_abbrev=False,
        description="Make a new store with 28 synthetic patients, entered through the program's own actions.",
    )  # fmt: skip
    parser.add_argument("--database", type=Path, metavar="FILE", required=True, help="the store to make; a new file")
    asked = parser.parse_args(arguments)

    from records.demo.study import make_study
    from records.errors import RecordError

    def tell(done: int, of: int) -> None:
        sys.stderr.write(f"\r{done} of {of} patients entered" + ("\n" if done == of else ""))
        sys.stderr.flush()

    try:
        make_study(asked.database, tell)
    except RecordError as error:
        refused_answer(refuse("--database", str(error)))
        return REFUSED
    sys.stdout.write(f"{asked.database.name} holds the study. Now: capox outcomes --database {asked.database.name}\n")
    return DONE


COMMANDS: Mapping[str, Callable[[Sequence[str]], int]] = {"respond": respond, "outcomes": outcomes}
