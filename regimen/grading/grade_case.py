"""`capox grade`: laboratory results in the contract's JSON shape in, grades out, and the same for a person."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from regimen.errors import Refusal, Refused
from regimen.fields import Fields
from regimen.grading.lab_grade import LabGrade, LabResult, check_names, grade_lab
from regimen.grading.terms import VERSIONS

CASE_KEYS = ("ctcae", "results")
MOST_RESULTS = 100_000  # a site validates with thousands at once; these take some seconds
RESULT_KEYS = ("id", "term", "analyte", "value", "unit", "lln", "uln", "baseline")


@dataclass(frozen=True, slots=True)
class Graded:
    """One result with its id and its grade."""

    id: str
    result: LabResult
    grade: LabGrade


@dataclass(frozen=True, slots=True)
class GradedCase:
    """The results in the order given, graded by one version of the CTCAE."""

    ctcae: str
    grades: tuple[Graded, ...]


def grade_case(given: object) -> GradedCase:
    """Read strictly and grade. raises Refused with every reason at once."""
    refusals: list[Refusal] = []
    case = Fields(given, "", refusals, CASE_KEYS)
    version = _version(case)
    case.required("results")
    graded = []
    for index, entry in enumerate(case.entries("results", MOST_RESULTS)):
        place = f"results[{index}]"
        fields = Fields(entry, place, refusals, RESULT_KEYS)
        texts = {key: fields.text(key).strip() for key in ("term", "analyte", "unit")} | {"id": _id(fields)}
        result = _result(fields, texts)
        try:
            check_names(texts["term"], texts["analyte"], version)
        except Refused as refused:
            refusals += [Refusal(f"{place}.{one.field}", f"{place}.{one.reason}") for one in refused.refusals]
            continue
        if result is not None:
            graded.append(Graded(texts["id"] or str(index + 1), result, grade_lab(result, version)))
    if refusals:
        raise Refused(refusals)
    return GradedCase(version, tuple(graded))


def _version(case: Fields) -> str:
    """5.0 and 6.0, as text or as a number."""
    given = _number(case.raw("ctcae"))
    for version in VERSIONS:
        if given == Decimal(version):
            return version
    return case.choice("ctcae", VERSIONS, VERSIONS[0])


def _id(fields: Fields) -> str:
    """A text; a whole number is taken as it is written."""
    given = _number(fields.raw("id"))
    if given is not None and given == given.to_integral_value() and abs(given) < 10**15:
        return str(int(given))
    return fields.text("id").strip()


def _number(given: object) -> Decimal | None:
    """A finite number of the JSON, None for anything else."""
    if isinstance(given, bool) or not isinstance(given, int | Decimal):
        return None
    number = Decimal(given)
    return number if number.is_finite() else None


def _result(fields: Fields, texts: Mapping[str, str]) -> LabResult | None:
    before = len(fields.refusals)
    fields.required("value")
    if not texts["term"] and not texts["analyte"] and not isinstance(fields.raw("term"), list | dict | bool):
        fields.refuse("term", "or the analyte must be given")
    value, lln = fields.decimal("value", least=0), fields.decimal("lln", least=0)
    uln, baseline = fields.decimal("uln", above=0), fields.decimal("baseline", least=0)
    if lln is not None and uln is not None and lln > uln:
        fields.refuse("lln", "lies above uln")
    if value is None or len(fields.refusals) > before:
        return None
    return LabResult(texts["term"], texts["analyte"], value, texts["unit"], lln, uln, baseline)


def as_json(case: GradedCase) -> dict[str, Any]:
    """The contract's answer."""
    return {"ctcae": case.ctcae, "grades": [_one(graded) for graded in case.grades]}


def _one(graded: Graded) -> dict[str, Any]:
    grade = graded.grade
    return {
        "id": graded.id,
        "term": grade.term.name if grade.term else graded.result.term or None,
        "code": grade.term.code if grade.term else None,
        "grade": grade.grade,
        "candidates": list(grade.candidates),
        "confirm": grade.confirm,
        "why": grade.why,
        "also": grade.also,
        "readings": [
            {"by": one.by, "multiple": one.multiple or None, "grades": list(one.grades), "used": one.used}
            for one in grade.readings
        ],
    }


def as_text(case: GradedCase) -> str:
    """The same for a person: a line for each result, its reason below."""
    lines = [f"CTCAE v{case.ctcae}"]
    for graded in case.grades:
        grade = graded.grade
        term = grade.term.name if grade.term else graded.result.term or graded.result.analyte
        said = "no grade" if grade.grade is None else f"grade {' or '.join(str(one) for one in grade.candidates)}"
        lines.append(f"{graded.id}  {term}: {said}{', to be confirmed' if grade.confirm else ''}")
        lines.append(f"    {grade.why}")
        if grade.also:
            lines.append(f"    {grade.also}")
        for one in grade.readings:
            lines.append(f"    {_reading_line(one.by, one.multiple, one.grades, one.used)}")
    return "\n".join(lines) + "\n"


def _reading_line(by: str, multiple: str, grades: tuple[int, ...], used: bool | None) -> str:
    name = {
        "limit": "by the text's own numbers",
        "uln": "by the ULN",
        "lln": "by the LLN",
        "baseline": "by the baseline",
    }[by]
    said = f"grade {' or '.join(str(grade) for grade in grades)}" if grades else "open, a limit is missing"
    counted = {True: "used", False: "not used", None: "to be decided"}[used]
    return f"{name}{f' ({multiple} times)' if multiple else ''}: {said}, {counted}"
