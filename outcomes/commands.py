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
    from datetime import date

    from outcomes.proportions import METHODS
    from outcomes.survival.endpoints import RULES, SCAN_EVERY_DAYS
    from outcomes.survival.kaplan_meier import BANDS

    parser = argparse.ArgumentParser(
        prog="capox outcomes", description="Response, survival and adverse events of a cohort.", allow_abbrev=False
    )
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
    parser.add_argument("--json", action="store_true", help="answer as JSON")
    asked = parser.parse_args(arguments)
    if (asked.cohort is None) == (asked.database is None):
        parser.error("name a cohort file or --database, one of the two")
    if asked.database is not None and asked.events is not None:
        parser.error("the records have their own adverse events; --events goes with a cohort file")

    from outcomes.cohort.answer import as_json, as_text
    from outcomes.cohort.asked import summary_of_files, summary_of_records
    from outcomes.cohort.summary import Choices
    from records.errors import RecordError

    left_out: tuple[str, ...] = ()
    choices = Choices(asked.ci, asked.km_ci, asked.rule, asked.scan_days, asked.cutoff, asked.by)
    try:
        if asked.database is None:
            summary = summary_of_files(asked.cohort, asked.events, choices)
        else:
            summary, left_out = summary_of_records(asked, choices)
    except RecordError as error:
        answered, _ = refused_answer(refuse("", str(error)))
        if asked.json:
            print_json(answered)
        return REFUSED
    except RegimenError as error:
        answered, _ = refused_answer(error)
        if asked.json:
            print_json(answered)
        return REFUSED
    if asked.json:
        print_json(as_json(summary) | ({"left_out": list(left_out)} if asked.database is not None else {}))
    else:
        sys.stdout.write(as_text(summary) + "".join(f"Note: {words}\n" for words in left_out))
    return DONE


COMMANDS: Mapping[str, Callable[[Sequence[str]], int]] = {"respond": respond, "outcomes": outcomes}
