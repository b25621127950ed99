"""The worked cases that clinicians write: tests/cases/*.toml, each with `given`, `expect` and `source`."""

import tomllib
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from regimen.calculators import calculate
from regimen.definition import Example
from regimen.library import load_regimen
from regimen.selftest import run, same

FOLDER = Path(__file__).resolve().parent.parent / "cases"


def load() -> list[Any]:
    """Every case of every file, as pytest parameters named by file and title."""
    found = []
    for path in sorted(FOLDER.glob("*.toml")):
        cases = tomllib.loads(path.read_text(encoding="utf-8"), parse_float=Decimal)["case"]
        found += [pytest.param(case, id=f"{path.stem}: {case['title']}") for case in cases]
    return found


def value_at(answer: object, path: str) -> str:
    """The text at a dotted path of a calculator's answer."""
    for key in path.split("."):
        assert isinstance(answer, dict), f"{path}: there is nothing at {key}"
        answer = answer.get(key)
    return "true" if answer is True else "false" if answer is False else str(answer)


def wrong_places(case: dict[str, Any]) -> list[str]:
    """Each expectation that is not met, in words."""
    if "calc" in case:
        answer = calculate(case["calc"], case["given"])
        found = {path: value_at(answer, path) for path in case["expect"]}
        return [f"{path}: {found[path]}" for path, wanted in case["expect"].items() if not same(wanted, found[path])]
    example = Example(case["title"], case["given"], case["expect"], case["source"])
    (result,) = run(replace(load_regimen(case["regimen"]), examples=(example,)))
    return [f"{wrong.path}: expected {wrong.expected}, found {wrong.found}" for wrong in result.mismatches]


@pytest.mark.parametrize("case", load())
def test_a_worked_case_comes_out_as_written(case: dict[str, Any]) -> None:
    assert set(case) <= {"title", "source", "calc", "regimen", "given", "expect"}
    assert case["source"] and case["expect"] and ("calc" in case) != ("regimen" in case)
    assert wrong_places(case) == []


def test_a_worked_case_with_a_wrong_expectation_fails() -> None:
    right = next(param.values[0] for param in load() if "calc" in param.values[0])
    assert wrong_places({**right, "expect": {"bsa_m2": "1.81"}})
    order = next(param.values[0] for param in load() if "regimen" in param.values[0])
    assert wrong_places({**order, "expect": {"oxaliplatin.dose_mg": "215"}})
