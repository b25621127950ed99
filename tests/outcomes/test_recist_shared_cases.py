"""Every shared worked case of response, put to the command's own reading and answering."""

import json
from decimal import Decimal
from typing import Any

import pytest

from outcomes.recist.answer import answer
from outcomes.recist.case import read_case
from tests.conftest import ROOT

FILE = ROOT.parent / "shared" / "cases" / "recist.json"
GIVEN: dict[str, Any] = json.loads(FILE.read_text(encoding="utf-8")) if FILE.exists() else {}
READ = GIVEN.get("recist11_cases", []) + [one | {"criteria": "irecist"} for one in GIVEN.get("irecist_cases", [])]
BASELINES = GIVEN.get("baseline_cases", [])
CLOSE = Decimal("0.001")
#: Said of the case in other words than the answer's keys.
RENAMED = {"recist11_bor_unconfirmed": "bor_unconfirmed"}


def same(found: Any, wanted: Any) -> bool:
    """Numbers within the tolerance the cases name, all else exactly."""
    if isinstance(wanted, float):
        return found is not None and abs(Decimal(found) - Decimal(str(wanted))) <= CLOSE
    return bool(found == wanted)


@pytest.mark.parametrize("case", READ, ids=[case["id"] for case in READ])
def test_a_shared_case_is_judged_as_expected(case: dict[str, Any]) -> None:
    found, _ = answer(read_case(case))
    expected = dict(case["expected"])
    accepted = expected.pop("accept", {})
    visits, itpr = expected.pop("visits"), expected.pop("itpr", None)
    lenient = expected.pop("bor_confirmed_if_sd_between_allowed", None)
    for key, wanted in expected.items():
        shown = found[RENAMED.get(key, key)]
        assert same(shown, wanted) or shown in accepted.get(key, ()), (key, shown, wanted)
    for shown, wanted in zip(found["visits"], visits, strict=True):
        for key, value in wanted.items():
            assert same(shown[key], value), (wanted["date"], key, shown[key], value)
    if itpr is not None:
        assert [one["irecist"] for one in found["visits"]] == itpr
    if lenient is not None:
        settings = case["settings"] | {"allow_sd_between_pr": True}
        assert answer(read_case(case | {"settings": settings}))[0]["bor_confirmed"] == lenient


@pytest.mark.parametrize("case", BASELINES, ids=[case["id"] for case in BASELINES])
def test_a_shared_baseline_is_let_pass_or_refused_as_expected(case: dict[str, Any]) -> None:
    found, _ = answer(read_case(case))
    assert (found["valid"], found["violations"]) == (case["expected"]["valid"], case["expected"]["violations"])
    assert ("refused" in found) != found["valid"]


def test_the_shared_cases_were_found_and_run(shared_cases: Any) -> None:
    assert (shared_cases / "recist.json").exists()
    assert len(READ) >= 15 and len(BASELINES) >= 3
