"""Small regimens made here, so that the dates are tested apart from the shipped files."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from regimen.definition import Choice, Clock, Dose, Drug, Infusion, Option, Phase, Regimen
from regimen.given import Basis, Case, Delay, Patient, Site
from regimen.library import load_profile
from regimen.order import BodySize, CycleOrder, DrugDose, InfusionPlan, TabletPlan
from regimen.practice import Profile
from regimen.supportive import Supportive
from treatment_calendar.course import Course
from treatment_calendar.layout import lay_out

PLAN_1650 = {Decimal(500): 3, Decimal(150): 1}


def drug(name: str, days: tuple[int, ...] = (1,), **changes: Any) -> Drug:
    """An infusion at a fixed dose; tablets with route="po"."""
    dose = Dose(Decimal(100), "fixed", (), None, (), "test")
    infusion = Infusion(30, 30, ("glucose 5 %",), (), (), (), "nominal", None, None, None, "note", "", "test")
    plain = Drug(
        name=name, role="platinum", route="iv", days=days, doses_per_day=1, phases=(), when={}, sequence=1, dose=dose,
        infusion=infusion, vials_mg=(), renal=(), cumulative=(), clock=None, cold_days=0, dpyd=False, source="test",
    )  # fmt: skip
    return replace(plain, **changes)


def regimen(*drugs: Drug, phases: tuple[Phase, ...] | None = None, **changes: Any) -> Regimen:
    """A regimen of 21-day cycles, eight planned."""
    plain = Regimen(
        id="small", version="1", title="small", short_title="small", indication="test", status="unsigned",
        planned_cycles=8, most_cycles=None,
        phases=phases or (Phase("treatment", "treatment", 1, None, 21, "test"),),
        options=(), drugs=drugs, supportive=(), limit_sets=(), change_rules=(), checklist=(), examples=(), sources=(),
        asks=(), visit_days=(1,), to_verify=(), notes=(), text="", sha256="0" * 64,
    )  # fmt: skip
    return replace(plain, **changes)


def clock(doses: int | None = None, cycles: int | None = None, months: int | None = None) -> Clock:
    return Clock(doses, cycles, months, "test")


CAPOX = regimen(
    drug("pembrolizumab", sequence=1, role="inhibitor"),
    drug("oxaliplatin", sequence=2, cold_days=5),
    drug("capecitabine", tuple(range(1, 15)), route="po", doses_per_day=2, sequence=3, role="fluoropyrimidine"),
    options=(Option("ici", "inhibitor", True, (Choice("pembrolizumab", "pembrolizumab"),)),),
    supportive=(
        Supportive("ondansetron", "ondansetron", "8 mg", (1,), "clinic", ("morning",), "ondansetron", "test"),
        Supportive("dexamethasone", "dexamethasone", "8 mg", (2, 3), "home", ("morning",), "dexamethasone", "test"),
        Supportive("loperamide", "loperamide", "2 mg", (), "home", (), "loperamide", "test"),
    ),
)
GC_DURVALUMAB = regimen(
    drug("durvalumab", sequence=1, role="inhibitor"),
    drug("gemcitabine", (1, 8), phases=("combination",), sequence=3),
    drug("cisplatin", (1, 8), phases=("combination",), sequence=2),
    phases=(
        Phase("combination", "with chemotherapy", 1, 8, 21, "test"),
        Phase("maintenance", "durvalumab alone", 9, None, 28, "test"),
    ),
    visit_days=(1, 8),
)


def tablet_plan(counts: dict[Decimal, int]) -> TabletPlan:
    mg = sum((strength * count for strength, count in counts.items()), Decimal(0))
    supply = {strength: 28 * count for strength, count in counts.items()}
    per_day = 2 * sum(counts.values())
    return TabletPlan(counts, counts, mg, mg, 2 * mg, Decimal(1), per_day, supply, {}, True, True)


def order_for(drugs: tuple[Drug, ...], cycle: int = 1, chosen: int | None = 0) -> CycleOrder:
    """An order of 100 mg of each infusion and 1650 mg of each tablet drug."""
    doses = []
    for one in drugs:
        po = one.route == "po"
        infusion = InfusionPlan("glucose 5 %", Decimal(500), Decimal(1), 120, "nominal", None, None, "ok", "")
        doses.append(
            DrugDose(
                drug=one.name,
                route=one.route,
                days=one.days,
                doses_per_day=one.doses_per_day,
                level=None,
                per="fixed",
                starting_percent=Decimal(100),
                percent=Decimal(100),
                exact_mg=Decimal(1630),
                dose_mg=Decimal("210"),
                variance_percent=Decimal(0),
                capped=False,
                infusion=None if po else infusion,
                vials=(),
                waste_mg=None,
                plans=(tablet_plan(PLAN_1650),) if po else (),
                chosen=chosen if po else None,
                tie=False,
                cold_days=one.cold_days,
                proof=(),
            )
        )
    size = BodySize("mosteller", Decimal("1.63"), Decimal("1.63"), False, None)
    return CycleOrder("small", "1", "0" * 64, "us", "0" * 64, cycle, (), size, None, tuple(doses), ())


@dataclass(frozen=True)
class Small:
    """What the tests lay courses out with."""

    capox: Regimen
    gc_durvalumab: Regimen
    profile: Profile
    case: Case

    def course(
        self,
        case: Case | None = None,
        cycles: int = 8,
        regimen: Regimen | None = None,
        first_dose: str = "morning",
        profile: Profile | None = None,
        **more: Any,
    ) -> Course:
        """The course with the order of the case's own cycle."""
        case, regimen, profile = case or self.case, regimen or self.capox, profile or self.profile
        order = more.pop("order", order_for(regimen.drugs_of(case.cycle, case.options), case.cycle))
        policy = replace(profile.policy, first_dose=first_dose)
        return lay_out(regimen, profile, policy, case, order, cycles, **more)

    def order(self, cycle: int) -> CycleOrder:
        """An order of the small CAPOX regimen."""
        return order_for(self.capox.drugs_of(cycle, {}), cycle)

    def starting(self, day1: date, **changes: Any) -> Case:
        """The case with another day 1."""
        return replace(self.case, day1=day1, **changes)

    def put_off(self, *delays: tuple[int, int, str]) -> Case:
        """The case with delays of (cycle, days, shift)."""
        return replace(self.case, delays=tuple(Delay(c, d, "neutropenia", s) for c, d, s in delays))  # type: ignore[arg-type]


@pytest.fixture(scope="session")
def small() -> Small:
    case = Case(
        regimen="small",
        patient=Patient("female", date(1958, 3, 1)),
        basis=Basis(Decimal(165), Decimal(58)),
        day1=date(2026, 3, 2),
        site=Site("GB"),
    )
    return Small(CAPOX, GC_DURVALUMAB, load_profile("us"), case)


@pytest.fixture(scope="session")
def make_drug() -> Callable[..., Drug]:
    return drug


@pytest.fixture(scope="session")
def make_regimen() -> Callable[..., Regimen]:
    return regimen


@pytest.fixture(scope="session")
def make_clock() -> Callable[..., Clock]:
    return clock
