"""What every command that takes a case shares: reading it, answering one or a list, refusing, the exit status."""

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from regimen.errors import Refusal, Refused, RegimenError, refuse
from regimen.json_text import read_json

DONE, REFUSED, WRONG_ARGUMENTS = 0, 1, 2
MOST_BYTES = 100_000_000

# One case in; the answer as JSON and as text for a person out.
Answer = Callable[[object, int | None], tuple[dict[str, Any], str]]


def case_parser(name: str, description: str) -> argparse.ArgumentParser:
    """The arguments every command that takes a case has: the case, --profile and --json."""
    parser = argparse.ArgumentParser(prog=f"capox {name}", description=description, allow_abbrev=False)
    parser.add_argument("case", metavar="CASE.json", help="a case, a list of cases, or - for standard input")
    parser.add_argument("--profile", metavar="FILE", help="a practice profile in the place of the one the case names")
    parser.add_argument("--json", action="store_true", help="answer as JSON")
    return parser


def answer_cases(source: str, answer: Answer, *, as_json: bool) -> int:
    """Answer one case, or each of a list in order; a refused one has its reasons in its place.

    source  a file, or - for standard input
    answer  is given the case and its place in a list, counted from 1 (None: a single case)
    returns the exit status: 1 when any case was refused
    """
    try:
        given = read_source(source)
    except RegimenError as error:
        _print_answers([refused_answer(error)], single=True, as_json=as_json)
        return REFUSED
    single = not isinstance(given, list)
    cases: list[object] = given if isinstance(given, list) else [given]
    answers: list[tuple[dict[str, Any], str]] = []
    for index, one in enumerate(cases, start=1):
        place = None if single else index
        try:
            answers.append(answer(one, place))
        except RegimenError as error:
            answers.append(refused_answer(error, place))
    _print_answers(answers, single=single, as_json=as_json)
    return REFUSED if any("refused" in answered for answered, _ in answers) else DONE


def read_source(source: str) -> object:
    """The JSON of a file or of standard input. Raises Refused."""
    name = "standard input" if source == "-" else Path(source).name
    try:
        if source == "-":
            data = sys.stdin.buffer.read(MOST_BYTES + 1)
        else:
            with Path(source).open("rb") as file:
                data = file.read(MOST_BYTES + 1)
        if len(data) > MOST_BYTES:
            raise refuse("", f"{name} is too long; at most {MOST_BYTES // 1_000_000} MB are read.")
        text = data.decode("utf-8-sig")
    except OSError as error:
        raise refuse("", f"{name} cannot be read ({error.strerror}).") from None
    except UnicodeDecodeError:
        raise refuse("", f"{name} is not readable text (UTF-8).") from None
    except ValueError:  # a path with a null byte
        raise refuse("", "This is no name of a file.") from None
    return read_json(text, name)


def reasons(error: RegimenError) -> tuple[Refusal, ...]:
    """The reasons of a refusal, each with its field."""
    return error.refusals if isinstance(error, Refused) else (Refusal(error.field, str(error)),)


def refused_answer(error: RegimenError, place: int | None = None) -> tuple[dict[str, Any], str]:
    """The reasons in the contract's shape; one line for each goes to standard error."""
    found = reasons(error)
    refuse_on_error_output([one.reason for one in found], place)
    return {"refused": [{"field": one.field, "reason": one.reason} for one in found]}, ""


def refuse_on_error_output(found: Sequence[str], place: int | None = None) -> None:
    """One line for each reason; place: of the case in a list, counted from 1."""
    for reason in found:
        line = " ".join(reason.split())
        sys.stderr.write(f"{line}\n" if place is None else f"case {place}: {line}\n")


def print_json(value: object) -> None:
    """JSON on standard output."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=2) + "\n")


def _print_answers(answers: list[tuple[dict[str, Any], str]], *, single: bool, as_json: bool) -> None:
    if as_json:
        written = [answered for answered, _ in answers]
        print_json(written[0] if single else written)
        return
    texts = []
    for place, (answered, text) in enumerate(answers, start=1):
        told = "Refused, see standard error.\n" if "refused" in answered else text
        if not single:
            texts.append(f"Case {place}\n{told}")
        elif text:
            texts.append(text)
    sys.stdout.write("\n".join(texts))
