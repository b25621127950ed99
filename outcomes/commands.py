"""The commands of this room: respond and outcomes."""

import argparse
import sys
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from regimen.command_line import DONE, REFUSED, answer_cases, print_json, refused_answer
from regimen.errors import RegimenError


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
    parser.add_argument("cohort", metavar="COHORT.csv", help="one row a patient")
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

    from outcomes.cohort.answer import as_json, as_text
    from outcomes.cohort.asked import summary_of_files
    from outcomes.cohort.summary import Choices

    choices = Choices(asked.ci, asked.km_ci, asked.rule, asked.scan_days, asked.cutoff, asked.by)
    try:
        summary = summary_of_files(asked.cohort, asked.events, choices)
    except RegimenError as error:
        answered, _ = refused_answer(error)
        if asked.json:
            print_json(answered)
        return REFUSED
    if asked.json:
        print_json(as_json(summary))
    else:
        sys.stdout.write(as_text(summary))
    return DONE


COMMANDS: Mapping[str, Callable[[Sequence[str]], int]] = {"respond": respond, "outcomes": outcomes}
