"""The commands of this room: respond."""

import argparse
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from regimen.command_line import answer_cases


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


COMMANDS: Mapping[str, Callable[[Sequence[str]], int]] = {"respond": respond}
