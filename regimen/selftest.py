"""The worked examples inside the regimen files, run again: the round trip a site keeps in its binder.

`expect` names places in the answer of the command line's contract:

- `bsa.m2`, `renal.crcl_ml_min`, `released`: keys of the answer
- `oxaliplatin.dose_mg`, `capecitabine.plans.0.supply.500`: a drug's name stands for its entry under `doses`
- `doses`: how many drugs the order holds
- `alerts`: codes that must be among the alerts; `no_alerts`: codes that must not be
- `alerts.crcl-30-50.proposed_percent`: a key of one alert
- `refused`: the case must be refused, and the text must stand in a reason
- `file.phase.treatment`: figures of the file itself, entered a second time (`regimen.figures`)
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal, InvalidOperation

from regimen import library
from regimen.answer import as_json
from regimen.case import read_case
from regimen.definition import Example, Regimen
from regimen.engine import ENGINE_VERSION, answer_with
from regimen.errors import RegimenError
from regimen.figures import FILE, figures_of
from regimen.practice import Profile

# Digits enough that bringing an answer to the places typed never rounds twice.
_WIDE = Context(prec=60, rounding=ROUND_HALF_UP)
NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Finding:
    """One expectation and the program's answer. `found` is the answer in full, or why there is none."""

    path: str
    expected: str
    found: str
    met: bool


@dataclass(frozen=True, slots=True)
class ExampleResult:
    """One worked example, run.

    findings    every expectation with what was found
    """

    regimen_id: str
    regimen_version: str
    regimen_sha256: str
    engine_version: str
    practice_id: str
    title: str
    findings: tuple[Finding, ...]

    @property
    def compared(self) -> int:
        """How many expectations were compared."""
        return len(self.findings)

    @property
    def mismatches(self) -> tuple[Finding, ...]:
        """The expectations that were not met; empty when the example passed."""
        return tuple(finding for finding in self.findings if not finding.met)

    @property
    def passed(self) -> bool:
        return not self.mismatches and self.compared > 0


def run(regimen: Regimen, profiles: Mapping[str, Profile] | None = None) -> tuple[ExampleResult, ...]:
    """Every example of one regimen.

    profiles  practice id -> profile, in the place of the shipped ones
    """
    return tuple(_run_example(regimen, example, profiles or {}) for example in regimen.examples)


def run_profile(profile: Profile) -> tuple[ExampleResult, ...]:
    """Every example of a practice profile, each with that very profile and the shipped regimen its case names."""
    return tuple(_run_with(profile, example) for example in profile.examples)


def run_all(ids: Sequence[str] | None = None) -> list[ExampleResult]:
    """Every example of the named shipped regimens, of all when none is named. Raises Refused for an unknown id."""
    return [result for ident in ids or library.shipped_regimens() for result in run(library.load_regimen(ident))]


def _run_example(regimen: Regimen, example: Example, profiles: Mapping[str, Profile]) -> ExampleResult:
    practice = str(example.given.get("practice", "us"))
    if all(path.startswith(FILE) for path in example.expect):
        return _result(regimen, "", example, _compare_file(regimen.text, example.expect))
    try:
        case = read_case({**example.given, "regimen": regimen.id})
        profile = profiles.get(case.practice) or library.load_profile(case.practice)
        answer = as_json(answer_with(regimen, profile, case))
    except RegimenError as refusal:
        findings = _compare_refusal(example.expect, str(refusal))
    else:
        computed = {path: text for path, text in example.expect.items() if not path.startswith(FILE)}
        entered = {path: text for path, text in example.expect.items() if path.startswith(FILE)}
        findings = (*_compare(answer, computed), *_compare_file(regimen.text, entered))
    return _result(regimen, practice, example, findings)


def _run_with(profile: Profile, example: Example) -> ExampleResult:
    """One example of a profile. Where no regimen can be found the profile's own name stands in the result."""
    if all(path.startswith(FILE) for path in example.expect):
        return _result(profile, profile.id, example, _compare_file(profile.text, example.expect))
    try:
        case = read_case({**example.given, "practice": profile.id})
        regimen = library.load_regimen(case.regimen)
        answer = as_json(answer_with(regimen, profile, case))
    except RegimenError as refusal:
        return _result(profile, profile.id, example, _compare_refusal(example.expect, str(refusal)))
    computed = {path: text for path, text in example.expect.items() if not path.startswith(FILE)}
    entered = {path: text for path, text in example.expect.items() if path.startswith(FILE)}
    findings = (*_compare(answer, computed), *_compare_file(profile.text, entered))
    return _result(regimen, profile.id, example, findings)


def _compare_file(text: str, expect: Mapping[str, str]) -> tuple[Finding, ...]:
    if not expect:
        return ()
    found = figures_of(text, expect)
    return tuple(Finding(path, said, found[path] or NOTHING, found[path] == said) for path, said in expect.items())


def _result(
    regimen: Regimen | Profile, practice: str, example: Example, findings: tuple[Finding, ...]
) -> ExampleResult:
    return ExampleResult(
        regimen_id=regimen.id,
        regimen_version=regimen.version,
        regimen_sha256=regimen.sha256,
        engine_version=ENGINE_VERSION,
        practice_id=practice,
        title=example.title,
        findings=findings,
    )


def _compare_refusal(expect: Mapping[str, str], reason: str) -> tuple[Finding, ...]:
    return tuple(
        Finding(path, expected, f"refused: {reason}", path == "refused" and expected in reason)
        for path, expected in expect.items()
    )


def _compare(answer: Mapping[str, object], expect: Mapping[str, str]) -> list[Finding]:
    findings = []
    for path, expected in expect.items():
        if path in ("alerts", "no_alerts"):
            found = _codes(answer)
            wanted = [code.strip() for code in expected.split(",")]
            met = all((code in found) == (path == "alerts") for code in wanted)
            shown = ", ".join(found) or NOTHING
        else:
            value = _value_at(answer, path)
            met = value is not None and same(expected, value)
            shown = NOTHING if value is None else value
        findings.append(Finding(path, expected, shown, met))
    return findings


def _entries(answer: Mapping[str, object], key: str) -> list[Mapping[str, object]]:
    entries = answer.get(key)
    return [entry for entry in entries if isinstance(entry, Mapping)] if isinstance(entries, list) else []


def _codes(answer: Mapping[str, object]) -> list[str]:
    return [str(alert.get("code")) for alert in _entries(answer, "alerts")]


def _value_at(answer: Mapping[str, object], path: str) -> str | None:
    """The text at a dotted path, None where there is none."""
    first, *rest = path.split(".")
    value: object
    if first == "alerts" and rest:
        value = next((alert for alert in _entries(answer, "alerts") if alert.get("code") == rest[0]), None)
        rest = rest[1:]
    else:
        drug = next((dose for dose in _entries(answer, "doses") if dose.get("drug") == first), None)
        value = answer.get(first) if drug is None else drug
    for step in rest:
        if isinstance(value, Mapping):
            value = value.get(step)
        elif isinstance(value, list) and step.isdigit() and int(step) < len(value):
            value = value[int(step)]
        else:
            return None
    return _as_text(value)


def _as_text(value: object) -> str | None:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return str(len(value))
    return None if value is None or isinstance(value, Mapping) else str(value)


def same(expected: str, found: str) -> bool:
    """Whether an answer, rounded half-up to the decimals typed, is what was expected; other texts must be equal."""
    try:
        wanted, number = Decimal(expected), Decimal(found)
    except InvalidOperation:
        return expected == found
    if not (wanted.is_finite() and number.is_finite()):
        return expected == found
    exponent = wanted.as_tuple().exponent
    places = Decimal(1).scaleb(min(exponent, 0)) if isinstance(exponent, int) else Decimal(1)
    return _WIDE.quantize(number, places) == wanted
