"""main.py dose, advise, calc and grade, and what selftest runs: doses, dose changes, calculators, examples, grades."""

import argparse
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from regimen.command_line import DONE, REFUSED, answer_cases, case_parser, print_json, refused_answer
from regimen.errors import RegimenError

if TYPE_CHECKING:
    from regimen.definition import Regimen
    from regimen.selftest import ExampleResult

WriteCertificate = Callable[[Path, "Sequence[tuple[Regimen, Sequence[ExampleResult]]]", str], None]


def dose(arguments: Sequence[str]) -> int:
    """The order of one cycle for a case, or for each of a list. Returns the exit status."""
    parser = case_parser("dose", "Every dose of one cycle with its proof and alerts.")
    parser.add_argument("--no-proof", action="store_true", help="leave the steps of the proof out of the text")
    asked = parser.parse_args(arguments)

    from regimen.answer import as_json
    from regimen.answer_text import as_text
    from regimen.case import read_case
    from regimen.engine import answer
    from regimen.given import as_it_begins
    from regimen.library import load_profile

    try:
        profile = load_profile(asked.profile) if asked.profile else None
    except RegimenError as error:
        return _refuse(error, asked.json)

    def answer_one(given: object, _: int | None) -> tuple[dict[str, Any], str]:
        order = answer(as_it_begins(read_case(given)), profile)
        return (as_json(order), "") if asked.json else ({}, as_text(order, proof=not asked.no_proof))

    return answer_cases(asked.case, answer_one, as_json=asked.json)


def advise(arguments: Sequence[str]) -> int:
    """What the regimen's own rules say for each drug of a case, or of each of a list. Returns the exit status."""
    parser = case_parser("advise", "What events and blood tests mean for the next doses, by the file's own rules.")
    asked = parser.parse_args(arguments)

    from regimen.advice.answer import as_json
    from regimen.advice.answer_text import as_text
    from regimen.advice.course_case import read_course
    from regimen.advice.engine import advise as advise_on
    from regimen.library import load_profile

    try:
        profile = load_profile(asked.profile) if asked.profile else None
    except RegimenError as error:
        return _refuse(error, asked.json)

    def answer_one(given: object, _: int | None) -> tuple[dict[str, Any], str]:
        asked_for = read_course(given)
        advice = advise_on(asked_for.case, profile, asked_for.day, asked_for.on)
        return (as_json(advice), "") if asked.json else ({}, as_text(advice))

    return answer_cases(asked.case, answer_one, as_json=asked.json)


def calc(arguments: Sequence[str]) -> int:
    """One of the small calculators. Returns the exit status."""
    from regimen.calculators import CALCULATORS, as_text, calculate, read_arguments

    parser = argparse.ArgumentParser(
        prog="capox calc", description="The small calculators of the trade.", allow_abbrev=False
    )
    parser.add_argument("name", metavar="NAME", choices=sorted(CALCULATORS), help=", ".join(sorted(CALCULATORS)))
    parser.add_argument("given", metavar="key=value", nargs="*", help="the inputs, for instance weight_kg=58")
    parser.add_argument("--json", action="store_true", help="answer as JSON")
    asked = parser.parse_intermixed_args(arguments)
    try:
        answered = calculate(asked.name, read_arguments(asked.given))
    except RegimenError as error:
        return _refuse(error, asked.json)
    if asked.json:
        print_json(answered)
    else:
        sys.stdout.write(as_text(answered) + "\n")
    return DONE


def run_selftest(arguments: Sequence[str], write_certificate: WriteCertificate) -> int:
    """Run the worked examples inside the regimen files. Returns 1 when one fails.

    write_certificate  makes the PDF of `-o`: pages are made further up than here
    """
    parser = argparse.ArgumentParser(
        prog="capox selftest", description="Run the worked examples inside the regimen files.", allow_abbrev=False
    )
    parser.add_argument(
        "regimens",
        metavar="REGIMEN",
        nargs="*",
        help="ids of regimens or names of .toml files, by default all that ship",
    )
    parser.add_argument("-o", "--output", type=Path, metavar="FILE.pdf", help="also write a dated certificate")
    parser.add_argument("--by", default="", metavar="NAME", help="who runs it, for the certificate")
    parser.add_argument("--json", action="store_true", help="answer as JSON")
    asked = parser.parse_args(arguments)
    if asked.by and asked.output is None:
        parser.error("--by goes with -o")

    from regimen.library import load_regimen, load_regimen_file, shipped_regimens
    from regimen.selftest import run

    try:
        named = asked.regimens or shipped_regimens()
        regimens = [load_regimen_file(Path(one)) if one.endswith(".toml") else load_regimen(one) for one in named]
        ran = [(regimen, run(regimen)) for regimen in regimens]
        if asked.output is not None:
            write_certificate(asked.output, ran, asked.by)
    except RegimenError as error:
        return _refuse(error, asked.json)
    results = [result for _regimen, found in ran for result in found]
    failed = sum(not result.passed for result in results)
    if asked.json:
        examples = [_example(result) for result in results]
        print_json({"passed": failed == 0, "run": len(results), "failed": failed, "examples": examples})
    else:
        _tell_results(results, failed)
        if asked.output is not None:
            sys.stdout.write(f"{asked.output} written\n")
    return REFUSED if failed else DONE


def _tell_results(results: "Sequence[ExampleResult]", failed: int) -> None:
    for result in results:
        sys.stdout.write(f"{'pass' if result.passed else 'FAIL'}  {result.regimen_id}: {result.title}\n")
        for wrong in result.mismatches:
            sys.stdout.write(f"      {wrong.path}: expected {wrong.expected}, found {wrong.found}\n")
    sys.stdout.write(f"{len(results)} worked examples, {failed} failed\n")


def grade(arguments: Sequence[str]) -> int:
    """CTCAE grades of laboratory results, of one case or of each of a list. Returns the exit status."""
    parser = argparse.ArgumentParser(
        prog="capox grade", description="CTCAE grades from numbers, each with its reason.", allow_abbrev=False
    )
    parser.add_argument(
        "case", metavar="LABS.json", help="results to grade, a list of such cases, or - for standard input"
    )
    parser.add_argument("--json", action="store_true", help="answer as JSON")
    asked = parser.parse_args(arguments)

    from regimen.grading.grade_case import as_json, as_text, grade_case

    def answer_one(given: object, _: int | None) -> tuple[dict[str, Any], str]:
        graded = grade_case(given)
        return (as_json(graded), "") if asked.json else ({}, as_text(graded))

    return answer_cases(asked.case, answer_one, as_json=asked.json)


def _example(result: "ExampleResult") -> dict[str, Any]:
    return {
        "regimen": {"id": result.regimen_id, "version": result.regimen_version, "sha256": result.regimen_sha256},
        "engine_version": result.engine_version,
        "practice": result.practice_id,
        "title": result.title,
        "passed": result.passed,
        "compared": result.compared,
        "mismatches": [
            {"path": wrong.path, "expected": wrong.expected, "found": wrong.found} for wrong in result.mismatches
        ],
    }


def _refuse(error: RegimenError, as_json: bool) -> int:
    answered, _ = refused_answer(error)
    if as_json:
        print_json(answered)
    return REFUSED


COMMANDS: Mapping[str, Callable[[Sequence[str]], int]] = {
    "dose": dose,
    "calc": calc,
    "grade": grade,
    "advise": advise,
}
