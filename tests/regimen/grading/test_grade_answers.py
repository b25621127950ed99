"""One value that several terms are graded by: what is said when none of them, or not all of them, can be graded."""

from decimal import Decimal

from regimen.grading.grade_case import as_text, grade_case
from regimen.grading.lab_grade import LabGrade, LabResult, grade_lab
from regimen.grading.measures import measures


def graded(analyte: str, value: str, lln: str | None = None, uln: str | None = None) -> LabGrade:
    low, high = (None if limit is None else Decimal(limit) for limit in (lln, uln))
    return grade_lab(LabResult("", analyte, Decimal(value), "mmol/L", low, high, None), "5.0")


def test_a_value_within_its_limits_is_grade_0_for_all_terms_and_needs_nobody() -> None:
    found = graded("sodium", "140", "135", "145")
    assert (found.grade, found.candidates, found.confirm, found.term) == (0, (0,), False, None)
    assert found.why.startswith("Grade 0 for Hypernatremia and Hyponatremia: 140 mmol/L")


def test_the_term_that_can_be_graded_is_said_beside_the_one_that_lacks_its_limit() -> None:
    found = graded("potassium", "3.6", lln="3.5")
    assert (found.grade, found.term.name if found.term else "") == (None, "Hyperkalemia")
    assert found.also.endswith("Hypokalemia is grade 0.")
    assert "is grade 0" not in graded("potassium", "3.6").also


def test_what_has_no_single_term_is_named_by_its_analyte() -> None:
    results = [{"id": "a", "analyte": "sodium", "value": "140", "unit": "mmol/L", "lln": "135", "uln": "145"}]
    assert as_text(grade_case({"ctcae": "5.0", "results": results})).splitlines()[1] == "a  sodium: grade 0"


def test_one_unit_is_itself_and_units_without_an_exact_factor_have_none() -> None:
    assert measures().factor("mmol/L", "mmol/L") == 1
    assert measures().factor("mmol/L", "10^9/L") is None
