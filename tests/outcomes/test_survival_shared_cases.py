"""Every shared worked case of survival and proportions."""

import json
from datetime import date
from typing import Any

import pytest

from outcomes.proportions import proportion
from outcomes.survival.endpoints import Assessed, Course, overall_survival, progression_free, response_duration
from outcomes.survival.kaplan_meier import Band, Time, curve_of, follow_up, symmetric_median
from tests.conftest import ROOT

FILE = ROOT.parent / "shared" / "cases" / "survival.json"
GIVEN: dict[str, Any] = json.loads(FILE.read_text(encoding="utf-8")) if FILE.exists() else {}
BANDS: dict[str, Band] = {"plain": "plain", "log": "log", "log-log": "loglog"}
SETS = GIVEN.get("datasets", [])
METHODS = {"clopper_pearson": "clopper-pearson", "wilson": "wilson", "wilson_continuity": "wilsoncc"}


def times(data: dict[str, Any]) -> list[Time]:
    return [Time(days, bool(event)) for days, event in zip(data["time"], data["event"], strict=True)]


@pytest.mark.parametrize("name", BANDS)
@pytest.mark.parametrize("data", SETS, ids=[data["id"] for data in SETS])
def test_curve_limits_and_medians_are_those_of_the_shared_data(data: dict[str, Any], name: str) -> None:
    band = BANDS[name]
    curve = curve_of(times(data), band)
    for step, wanted in zip([step for step in curve.steps if step.events], data["km"], strict=True):
        assert (step.days, step.at_risk, step.events) == (wanted["time"], wanted["n_risk"], wanted["events"])
        assert step.survival == pytest.approx(wanted["survival"], abs=1e-9)
        expected = (wanted["greenwood_se"], *wanted[f"ci_{band}"])
        for found, number in zip((step.se, step.lower, step.upper), expected, strict=True):
            assert found == (None if number is None else pytest.approx(number, abs=1e-8))
    for found, expected in ((curve.median, data["median"][name]), (follow_up(times(data), band).median,
                            data["reverse_km"][name])):  # fmt: skip
        assert found.days in (expected["median"], *expected.get("accept_median", ()))
        assert (found.lower, found.upper) == (expected["lower"], expected["upper"])
    assert list(curve.at_risk(data["number_at_risk"]["times"])) == data["number_at_risk"]["n"]
    wanted = data["symmetric_median_ci"]
    assert symmetric_median(curve) == pytest.approx((wanted["lo"], wanted["hi"]), abs=1e-4)


def day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


@pytest.mark.parametrize("case", GIVEN.get("endpoint_cases", []), ids=lambda case: str(case["id"]))
def test_endpoints_come_out_of_the_dates_as_expected(case: dict[str, Any]) -> None:
    scans = [Assessed(date.fromisoformat(one["date"]), one["overall"]) for one in case["assessments"]]
    responses = [scan.date for scan in scans if scan.overall in ("CR", "PR")]
    course = Course(
        date.fromisoformat(case["start_date"]), scans, None, day(case["death_date"]), day(case["last_known_alive"]),
        day(case["new_therapy_date"]), responses[0] if len(responses) > 1 else None, day(case["data_cutoff"]),
    )  # fmt: skip
    found = {
        "pfs_strict": progression_free(course, "strict"),
        "pfs_treatment_policy": progression_free(course, "treatment-policy"),
        "os": overall_survival(course),
        "dor_confirmed": response_duration(course, "strict"),
    }
    for name, wanted in case["expected"].items():
        time = found[name]
        shown = None if time is None else {"days": time.days, "event": int(time.event)}
        assert shown == wanted, (name, case["reason"])


@pytest.mark.parametrize("case", GIVEN.get("proportions_percent", []), ids=lambda case: f"{case['x']}-{case['n']}")
def test_limits_of_proportions_are_those_of_the_shared_data(case: dict[str, Any]) -> None:
    for key, method in METHODS.items():
        share = proportion(case["x"], case["n"], method)  # type: ignore[arg-type]
        assert share.lower is not None and share.upper is not None
        assert [share.lower * 100, share.upper * 100] == pytest.approx(case[key], abs=0.001)
        assert float(share.percent or 0) == pytest.approx(case["percent"], abs=0.0001)


def test_the_shared_cases_were_found_and_run(shared_cases: Any) -> None:
    assert (shared_cases / "survival.json").exists()
    assert len(SETS) >= 3 and len(GIVEN["endpoint_cases"]) >= 5
