"""The worked examples of every shipped regimen come out, and a wrong one is noticed."""

from dataclasses import replace
from decimal import Decimal

import pytest

from regimen import library
from regimen.definition import Example
from regimen.reader import read_regimen
from regimen.selftest import ExampleResult, run, run_all, same

RESULTS = run_all()


@pytest.mark.parametrize("result", RESULTS, ids=lambda result: f"{result.regimen_id}: {result.title}")
def test_a_worked_example_comes_out(result: ExampleResult) -> None:
    assert result.mismatches == ()
    assert result.passed and result.compared > 0


def test_every_shipped_regimen_was_run() -> None:
    assert {result.regimen_id for result in RESULTS} == set(library.shipped_regimens())
    assert len(RESULTS) == sum(len(library.load_regimen(ident).examples) for ident in library.shipped_regimens())


def with_expectation(**expect: str) -> ExampleResult:
    regimen = library.load_regimen("ici-capox")
    example = Example("one", regimen.examples[0].given, {k.replace("__", "."): v for k, v in expect.items()}, "x")
    (result,) = run(replace(regimen, examples=(example,)))
    return result


def test_a_wrong_expectation_is_told_with_what_was_found() -> None:
    result = with_expectation(oxaliplatin__dose_mg="215")
    assert not result.passed
    (mismatch,) = result.mismatches
    assert (mismatch.path, mismatch.expected, mismatch.found) == ("oxaliplatin.dose_mg", "215", "210")


@pytest.mark.parametrize("path", ["oxaliplatin__lost", "cisplatin__dose_mg", "capecitabine__plans__999__am_mg", "lost"])
def test_a_place_that_is_not_in_the_answer_is_a_mismatch(path: str) -> None:
    (mismatch,) = with_expectation(**{path: "1"}).mismatches
    assert mismatch.found == "nothing"


def test_alerts_are_looked_for_and_ruled_out() -> None:
    assert with_expectation(no_alerts="crcl-30-50").passed
    assert not with_expectation(alerts="crcl-30-50").passed


def test_twice_daily_changed_to_once_daily_fails_the_files_own_examples() -> None:
    """Scenario 9: a copy with half the capecitabine is caught by its own worked examples."""
    text = library.load_regimen("ici-capox").text.replace("doses_per_day = 2", "doses_per_day = 1")
    failed = [result for result in run(read_regimen(text, "copy.toml")) if not result.passed]
    assert failed and any("capecitabine" in mismatch.path for mismatch in failed[0].mismatches)


def test_an_example_that_must_be_refused_is_met_by_its_reason() -> None:
    regimen = library.load_regimen("ici-capox")
    given = {key: value for key, value in regimen.examples[0].given.items() if key != "options"}
    met = Example("no inhibitor chosen", given, {"refused": "ici"}, "x")
    unmet = replace(met, title="asks for a dose", expect={"oxaliplatin.dose_mg": "210"})
    results = run(replace(regimen, examples=(met, unmet)))
    assert [result.passed for result in results] == [True, False]
    assert results[1].mismatches[0].found.startswith("refused: ")


@pytest.mark.parametrize(
    ("expected", "found", "equal"),
    [
        ("211.96", "211.957144", True),
        ("211.95", "211.957144", False),
        ("212", "211.957144", True),
        ("0.5", "0.45", True),  # half-up at the decimals typed
        ("-0.92", "-0.9234", True),
        ("1.20", "1.2", True),
        ("true", "true", True),
        ("true", "1", False),
        ("nan", "nan", True),
        ("200", str(Decimal(10) ** 40), False),
    ],
)
def test_answers_are_compared_at_the_decimals_typed(expected: str, found: str, equal: bool) -> None:
    assert same(expected, found) is equal
