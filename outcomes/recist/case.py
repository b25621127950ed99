"""`capox respond`: readings in the contract's JSON shape, read strictly, every reason at once."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal
from typing import cast

from outcomes.recist.baseline_rules import LEAST_MM, Broken, Candidate, broken_rules
from outcomes.recist.lesions import (
    NEW_LESION,
    NONTARGET_STATES,
    TOO_SMALL_MM,
    Kind,
    NewLesion,
    NewSeen,
    NonTargetState,
    Readings,
    Scan,
    Seen,
    Settings,
    TargetLesion,
    TargetState,
)
from regimen.errors import Refusal, Refused
from regimen.fields import Fields, read_decimal

CRITERIA = ("recist-1.1", "irecist")
#: Let pass: what the worked cases carry beside the readings.
PASSED = ("id", "title", "study_day_offset", "note", "reason", "source", "expected")
CASE_KEYS = ("criteria", "start_date", "settings", "target", "nontarget", "visits", "new_anticancer_therapy", *PASSED)
BASELINE_KEYS = ("baseline_lesions", "baseline_days_before_start", "criteria", *PASSED)
LESION_KEYS = ("id", "site", "kind", "slice_mm", "chest_film", "not_measurable", "note")
VISIT_KEYS = (
    "date", "baseline", "target", "nontarget", "new_lesion", "new_lesions", "tumour_marker_above_uln",
    "nontarget_further_increase", "for_symptoms", *PASSED,
)  # fmt: skip
MOST_MM = 1000


@dataclass(frozen=True, slots=True)
class BaselineCase:
    """Lesions proposed as targets, and the rules they break."""

    broken: tuple[Broken, ...]


@dataclass(frozen=True, slots=True)
class ResponseCase:
    """Readings to judge. notes: what was let pass and should be known."""

    readings: Readings
    criteria: str
    notes: tuple[str, ...]


def read_case(given: object) -> ResponseCase | BaselineCase:
    """A patient's readings, or lesions proposed at baseline. raises Refused with every reason at once."""
    refusals: list[Refusal] = []
    proposed = isinstance(given, Mapping) and "baseline_lesions" in given
    read = read_baseline(given, refusals) if proposed else read_readings(given, refusals)
    if refusals or read is None:
        raise Refused(refusals)
    return read


def read_baseline(given: object, refusals: list[Refusal]) -> BaselineCase | None:
    """The rules broken by lesions whose role is target."""
    case = Fields(given, "", refusals, BASELINE_KEYS)
    candidates = []
    for index, entry in enumerate(case.entries("baseline_lesions")):
        lesion = Fields(entry, f"baseline_lesions[{index}]", refusals, (*LESION_KEYS, "mm", "role"))
        role = lesion.choice("role", ("target", "nontarget"), "target")
        lesion.required("mm")
        size = lesion.decimal("mm", least=0, most=MOST_MM)
        if size is not None and role == "target":
            candidates.append(candidate(lesion, read_lesion(lesion), size))
    days = case.whole("baseline_days_before_start", -36500, 36500)
    if refusals:
        return None
    start, scanned = (date(2000, 1, 1), date.fromordinal(date(2000, 1, 1).toordinal() - days)) if days else (None, None)
    return BaselineCase(broken_rules(candidates, start, scanned))


def read_readings(given: object, refusals: list[Refusal]) -> ResponseCase | None:
    """Lesions, scans and settings; a baseline that breaks the rules is refused with each of them."""
    case = Fields(given, "", refusals, CASE_KEYS)
    criteria = case.choice("criteria", CRITERIA, CRITERIA[0])
    case.required("start_date", "visits")
    start, therapy, settings = case.day("start_date"), case.day("new_anticancer_therapy"), read_settings(case)
    target, shapes = read_targets(case)
    nontarget = read_nontargets(case)
    scans = read_scans(case, target, nontarget)
    baseline = next((scan for scan in scans if scan.baseline), None)
    if case.has("visits") and baseline is None:
        case.refuse("visits", "has no visit with baseline: true")
    if not target and not nontarget and case.has("visits"):
        case.refuse("target", "and nontarget name no lesion; there is nothing to follow")
    if refusals or start is None or baseline is None:
        return None
    notes = check_baseline(shapes, baseline, start, refusals)
    later = tuple(scan for scan in scans if not scan.baseline)
    if any(scan.date <= baseline.date for scan in later):
        case.refuse("visits", "has a scan on or before the day of the baseline")
    readings = Readings(start, settings, target, nontarget, baseline, later, therapy)
    return ResponseCase(readings, criteria, notes)


def read_settings(case: Fields) -> Settings:
    """What the protocol says; what is left out has its default."""
    names = [one.name for one in fields(Settings)]
    given, default = case.inner("settings", names), Settings()
    required, stable = given.boolean("confirmation_required"), given.boolean("allow_sd_between_pr")
    confirm, least = given.whole("confirm_min_days", 0, 1000), given.whole("sd_min_days", 0, 1000)
    between = given.whole("max_not_evaluable_between", 0, 100)
    return Settings(
        default.confirmation_required if required is None else required,
        default.confirm_min_days if confirm is None else confirm,
        default.sd_min_days if least is None else least,
        default.max_not_evaluable_between if between is None else between,
        default.allow_sd_between_pr if stable is None else stable,
    )


def read_lesion(lesion: Fields) -> TargetLesion:
    """Name, place and kind of a lesion."""
    lesion.required("id", "site", "kind")
    kind = cast(Kind, lesion.choice("kind", ("node", "non-node"), "non-node"))
    return TargetLesion(lesion.text("id"), lesion.text("site"), kind)


def candidate(given: Fields, lesion: TargetLesion, size: Decimal) -> Candidate:
    """A lesion with how it was seen at baseline."""
    thickness = given.decimal("slice_mm", above=0, most=100)
    return Candidate(lesion, size, thickness, bool(given.boolean("chest_film")), given.text("not_measurable"))


def read_targets(case: Fields) -> tuple[tuple[TargetLesion, ...], list[tuple[Fields, TargetLesion]]]:
    """The target lesions, and how each was described."""
    shapes = []
    for index, entry in enumerate(case.entries("target")):
        given = Fields(entry, f"target[{index}]", case.refusals, LESION_KEYS)
        shapes.append((given, read_lesion(given)))
    lesions = tuple(lesion for _, lesion in shapes)
    refuse_twice(case, "target", [lesion.id for lesion in lesions])
    return lesions, shapes


def read_nontargets(case: Fields) -> tuple[str, ...]:
    """The names of the non-target lesions."""
    names = []
    for index, entry in enumerate(case.entries("nontarget")):
        given = Fields(entry, f"nontarget[{index}]", case.refusals, (*LESION_KEYS, "mm"))
        given.required("id")
        names.append(given.text("id"))
    refuse_twice(case, "nontarget", names)
    return tuple(names)


def read_scans(case: Fields, target: tuple[TargetLesion, ...], nontarget: tuple[str, ...]) -> tuple[Scan, ...]:
    """All visits in the order of their dates; of several baselines none is preferred: they are refused."""
    scans = []
    ids = {lesion.id for lesion in target}
    for index, entry in enumerate(case.entries("visits")):
        given = Fields(entry, f"visits[{index}]", case.refusals, VISIT_KEYS)
        given.required("date")
        on = given.day("date")
        sizes = given.mapping("target", read_seen)
        rated: dict[str, NonTargetState] = given.mapping("nontarget", read_state)
        for key, known, found in (("target", ids, sizes), ("nontarget", set(nontarget), rated)):
            for name in sorted(set(found) - known):
                given.refuse(f"{key}.{name}", "is no lesion of this patient")
        new = cast(NewLesion, given.choice("new_lesion", NEW_LESION, "none"))
        scan = Scan(
            on or date.min, sizes, rated, new, given.mapping("new_lesions", read_new),
            given.boolean("tumour_marker_above_uln"), bool(given.boolean("nontarget_further_increase")),
            bool(given.boolean("for_symptoms")), bool(given.boolean("baseline")),
        )  # fmt: skip
        scans.append(scan)
    days = [scan.date for scan in scans if scan.date != date.min]
    if len(set(days)) < len(days):
        case.refuse("visits", "has two visits of one date")
    if sum(scan.baseline for scan in scans) > 1:
        case.refuse("visits", "has more than one baseline")
    return tuple(sorted(scans, key=lambda scan: scan.date))


def read_seen(value: object, field: str, refusals: list[Refusal]) -> Seen | None:
    """A target lesion on one scan: {"mm"}, {"state"} or {"fragments"}, exactly one of them."""
    given = Fields(value, field, refusals, ("mm", "state", "fragments"))
    named = [key for key in ("mm", "state", "fragments") if given.has(key)]
    if len(named) != 1:
        if isinstance(value, Mapping):
            given.refuse("", "needs one of mm, state and fragments; one nobody measured has the state not_evaluated")
        return None
    if named == ["state"]:
        sizes: dict[str, Decimal | None] = {"too_small": TOO_SMALL_MM, "absent": Decimal(0), "not_evaluated": None}
        state = given.choice("state", tuple(sizes), "not_evaluated")
        return Seen(cast(TargetState, state), sizes[state])
    if named == ["mm"]:
        size = given.decimal("mm", least=0, most=MOST_MM)
        return None if size is None else Seen("measured", size)
    pieces = [
        read_decimal(one, f"{field}.fragments[{i}]", refusals, least=0, most=MOST_MM)
        for i, one in enumerate(given.entries("fragments"))
    ]
    if not pieces:
        given.refuse("fragments", "is empty")
    whole = [piece for piece in pieces if piece is not None]
    return Seen("measured", sum(whole, Decimal(0))) if pieces and len(whole) == len(pieces) else None


def read_state(value: object, field: str, refusals: list[Refusal]) -> NonTargetState | None:
    """A non-target lesion on one scan."""
    for state in NONTARGET_STATES:
        if value == state:
            return state
    refusals.append(Refusal(field, f"{field} must be one of {', '.join(NONTARGET_STATES)}."))
    return None


def read_new(value: object, field: str, refusals: list[Refusal]) -> NewSeen | None:
    """A new lesion: {"mm": "12"}, or {"state": "present" or "absent"}, with "grew" where it is not measured."""
    given = Fields(value, field, refusals, ("mm", "state", "grew", "site", "kind", "note"))
    size = given.decimal("mm", least=0, most=MOST_MM)
    state = given.choice("state", ("present", "absent"), "present")
    return NewSeen(size, state == "present" and size != 0, bool(given.boolean("grew")))


def check_baseline(
    shapes: list[tuple[Fields, TargetLesion]], baseline: Scan, start: date, refusals: list[Refusal]
) -> tuple[str, ...]:
    """Refuses every broken rule; answers what was let pass only because reports round to whole millimetres."""
    candidates, notes = [], []
    for given, lesion in shapes:
        what = baseline.target.get(lesion.id)
        if what is None or what.state != "measured" or what.mm is None:
            reason = f"{lesion.id} is not measured at baseline; a target lesion has to be."
            refusals.append(Refusal(f"target {lesion.id}", reason))
            continue
        candidates.append(candidate(given, lesion, what.mm))
        if what.mm < LEAST_MM[lesion.kind]:
            notes.append(
                f"{lesion.id} is {what.mm} mm at baseline, {LEAST_MM[lesion.kind]} mm only when rounded to whole "
                "millimetres as reports give it."
            )
    broken = broken_rules(candidates, start, baseline.date, whole_mm=True)
    refusals += [Refusal(one.field, one.reason) for one in broken]
    return tuple(notes)


def refuse_twice(case: Fields, key: str, names: list[str]) -> None:
    """Each lesion has a name of its own."""
    for name in sorted({name for name in names if names.count(name) > 1}):
        case.refuse(key, f'names "{name}" twice')
