"""The grid on which the dose engine and the second path are held against each other.

Shared by the test, which walks a spanning part of it, and by bench/dose_grid.py, which walks all of it.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from itertools import product

from regimen.dosing import build_order
from regimen.given import Basis, Case, Creatinine, Dpyd, Patient
from regimen.library import ASSETS, load_profile, load_regimen
from regimen.policy import resolve_policy
from regimen.recheck import Difference, compare, recheck

HEIGHT_CM = Decimal(160)
KG_PER_SQUARED_M2 = Decimal("22.5")  # 3600 / 160: with Mosteller every BSA of the grid is met exactly
BODY_SURFACES = tuple(
    Decimal(half) / 200 for half in range(200, 521)
)  # 1.00 to 2.60 by 0.005: ties of look-up and of 150
CAPECITABINE = tuple(
    (level, percent)
    for level in (None, "850", "750", "500")
    for percent in ("100", "75", "50")
    if level is None or percent == "100"
)
OXALIPLATIN = tuple(
    (level, percent)
    for level in (None, "100", "85")
    for percent in ("100", "75", "50")
    if level is None or percent == "100"
)
STEPS_MG = ("1", "2.5", "5", "10")
TABLETS_MG = ((500,), (150, 500), (150,), (300, 500), (150, 300, 500), (300,))
ROUNDINGS = ("us_150", "eu_table", "nearest_plan")
STARTS = ("100", "75", "50")

PATIENT = Patient("female", date(1958, 3, 1))
TABLES = tuple((ASSETS / "tables" / f"eu_{level}.toml").read_text(encoding="utf-8") for level in (1000, 1250))


@dataclass(frozen=True, slots=True)
class Point:
    """One point of the grid. Levels None: the regimen's own."""

    bsa_m2: Decimal
    capecitabine: tuple[str | None, str]
    oxaliplatin: tuple[str | None, str]
    step_mg: str
    tablets_mg: tuple[int, ...]
    rounding: str
    start: str = "100"
    unequal: bool = False
    cap_m2: str | None = None


def whole_grid() -> Iterator[Point]:
    """Every combination of body surface, capecitabine dose, tablets and rounding.

    Oxaliplatin's levels, percents and steps do not meet the tablets anywhere, so they walk beside them: every
    combination of theirs with every body surface comes up.
    """
    beside = tuple(product(OXALIPLATIN, STEPS_MG))
    for surface in BODY_SURFACES:
        for index, (dose, tablets, rounding) in enumerate(product(CAPECITABINE, TABLETS_MG, ROUNDINGS)):
            oxaliplatin, step = beside[index % len(beside)]
            yield Point(surface, dose, oxaliplatin, step, tablets, rounding)


def spanning_grid(every: int) -> Iterator[Point]:
    """Every `every`-th point, in a stride that meets each body surface and each pair of settings."""
    for index, point in enumerate(whole_grid()):
        if index % every == 0:
            yield point


def special_points() -> Iterator[Point]:
    """Lowered starts, unequal mornings and evenings, and a switched-on cap, on every tenth body surface."""
    for surface, tablets, rounding in product(BODY_SURFACES[::20], TABLETS_MG, ROUNDINGS):
        plain = Point(surface, (None, "75"), (None, "100"), "5", tablets, rounding)
        yield from (replace(plain, start=start) for start in STARTS)
        yield replace(plain, unequal=True)
        yield replace(plain, cap_m2="2.0")


def case_of(point: Point) -> Case:
    """The case of one point: a woman of 160 cm whose weight gives exactly this body surface."""
    percents = {"capecitabine": point.capecitabine, "oxaliplatin": point.oxaliplatin}
    policy: dict[str, object] = {
        "capecitabine_rounding": point.rounding,
        "tablets_mg": tuple(Decimal(size) for size in point.tablets_mg),
        "dose_steps_mg": {"oxaliplatin": Decimal(point.step_mg)},
        "unequal_am_pm": point.unequal,
    }
    if point.cap_m2 is not None:
        policy["bsa_cap_m2"] = Decimal(point.cap_m2)
    return Case(
        regimen="ici-capox",
        patient=PATIENT,
        basis=Basis(
            HEIGHT_CM,
            KG_PER_SQUARED_M2 * point.bsa_m2 * point.bsa_m2,
            creatinine=Creatinine(Decimal(88), "umol/L"),
            dpyd=Dpyd(Decimal(2), status="done"),
        ),
        day1=date(2026, 3, 2),
        options={"ici": "pembrolizumab"},
        policy=policy,
        starting_percent={} if point.start == "100" else {"capecitabine": Decimal(point.start)},
        dose_percent={drug: Decimal(percent) for drug, (_, percent) in percents.items() if percent != "100"},
        dose_level={drug: Decimal(level) for drug, (level, _) in percents.items() if level is not None},
    )


def differences(case: Case, regimen_id: str = "ici-capox", practice: str = "us") -> tuple[Difference, ...]:
    """Where the engine and the second path differ for one case."""
    regimen, profile = load_regimen(regimen_id), load_profile(practice)
    policy, defaults_used = resolve_policy(profile, None, case.policy)
    order = build_order(regimen, profile, case, policy, defaults_used)
    return compare(order, recheck(regimen.text, profile.text, case, TABLES), case)
