"""Invented courses that the tests of the pages print. No test depends on a shipped regimen's numbers here."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any, Literal

from regimen.definition import Dose, Drug, Phase, Regimen, Role, Route
from regimen.practice import Fever, Policy, Profile
from regimen.supportive import Supportive
from treatment_calendar.course import (
    BloodTest,
    Course,
    CourseCycle,
    CourseDay,
    Give,
    Half,
    Moment,
    Moved,
    SupportiveToday,
    Take,
)
from treatment_calendar.paper.request import CalendarRequest, Contacts

DAY1 = date(2026, 3, 2)
PLAN = {Decimal(500): 3, Decimal(150): 1}
First = Literal["morning", "evening"]


def drug(name: str, role: Role, route: Route, days: tuple[int, ...], sequence: int, cold: int = 0) -> Drug:
    dose = Dose(Decimal(100), "m2", (), None, (), "test")
    return Drug(
        name, role, route, days, 2 if route == "po" else 1, (), {}, sequence, dose, None, (), (), (), None, cold, False,
        "test",
    )  # fmt: skip


LOPERAMIDE = Supportive("loperamide", "loperamide", "2 mg", (), "home", (), "loperamide", "test")


def regimen(drugs: tuple[Drug, ...], days: int = 21, supportive: tuple[Supportive, ...] = (LOPERAMIDE,)) -> Regimen:
    return Regimen(
        id="ici-capox", version="1", title="ICI + CAPOX", short_title="ICI + CAPOX", indication="biliary tract cancer",
        status="draft", planned_cycles=8, most_cycles=None, phases=(Phase("all", "all", 1, None, days),), options=(),
        drugs=drugs, supportive=supportive, limit_sets=(), change_rules=(), checklist=(), examples=(), sources=(),
        asks=(), visit_days=(1,), to_verify=(), notes=(), text="id = 'ici-capox'", sha256="9f3c2a1b" * 8,
    )  # fmt: skip


ICI_CAPOX = regimen(
    (
        drug("pembrolizumab", "inhibitor", "iv", (1,), 1),
        drug("oxaliplatin", "platinum", "iv", (1,), 2, cold=5),
        drug("capecitabine", "fluoropyrimidine", "po", tuple(range(1, 15)), 3),
    )
)
GC = regimen(
    (drug("cisplatin", "platinum", "iv", (1, 8), 1), drug("gemcitabine", "antimetabolite", "iv", (1, 8), 2)),
    supportive=(),
)


def policy() -> Policy:
    return Policy(
        bsa_formula="mosteller", bsa_cap_m2=None, crcl_weight="auto", capecitabine_rounding="us_150",
        tablets_mg=(Decimal(150), Decimal(500)), tablet_packs={Decimal(150): 60, Decimal(500): 120},
        max_variance_oral_percent=Decimal(5), max_variance_iv_percent=Decimal(10), unequal_am_pm=False,
        unequal_most_mg=Decimal(500), first_dose="morning", dose_steps_mg={}, default_step_mg=Decimal(1), bands={},
        vials_mg={}, volumes_ml={}, diluents={}, weight_change_percent=Decimal(10), dose_change_percent=Decimal(5),
        near_crcl_ml_min=Decimal(1), weight_valid_days=7, lab_valid_days=3, creatinine_valid_days=7,
        height_change_cm=Decimal(3), share_vials=False,
    )  # fmt: skip


def profile(**changes: Any) -> Profile:
    made = Profile(
        id="eu", version="1", title="Europe", country="GB", region=None, policy=policy(), renal_rules="eu",
        limit_sets={},
        dpyd_duty="test_first", creatinine_unit="umol/L", blood_test_days_before=(3,),
        fever=Fever(Decimal("38.0"), None, "test"), ctcae="5.0", date_style="dmy", number_style="comma", paper="a4",
        language="en", to_verify=(), text="id = 'eu'", sha256="0123456789abcdef" * 4,
    )  # fmt: skip
    return replace(made, **changes)


def capox_day(cycle: int, start: date, number: int, plan: dict[Decimal, int], first: First, decided: bool) -> CourseDay:
    """One date of an invented cycle: tablets on 28 halves, blood on day 19, ondansetron at home on days 2 and 3."""
    from_half, to_half = (0, 28) if first == "morning" else (1, 29)
    halves: list[Half] = [
        half for at, half in (((number - 1) * 2, "am"), ((number - 1) * 2 + 1, "pm")) if from_half <= at < to_half
    ]
    give = ()
    if number == 1:
        give = (Give("pembrolizumab", Decimal(200), 30), Give("oxaliplatin", Decimal(210), 120))
        give = give if decided else (Give("pembrolizumab", None, None), Give("oxaliplatin", None, None))
    take = ()
    if halves and decided:
        take = (Take("capecitabine", plan if "am" in halves else {}, plan if "pm" in halves else {}),)
    supportive = ()
    if number in (2, 3):
        supportive = (SupportiveToday("ondansetron", "ondansetron", "8 mg", "home", ("morning", "evening")),)
    return CourseDay(
        start + timedelta(days=number - 1), cycle, number, number == 1, number == 19, number <= 5, give, (),
        tuple(halves), take, not halves, supportive,
    )  # fmt: skip


def capox_cycle(
    cycle: int, day1: date, decided: bool, plan: dict[Decimal, int] = PLAN, first: First = "morning", length: int = 21
) -> CourseCycle:
    days = tuple(capox_day(cycle, day1, number, plan, first, decided) for number in range(1, length + 1))
    start = Moment(day1, "am") if first == "morning" else Moment(day1, "pm")
    end = Moment(day1 + timedelta(days=13), "pm") if first == "morning" else Moment(day1 + timedelta(days=14), "am")
    supply = {strength: count * 28 for strength, count in plan.items()} if decided else {}
    last = day1 + timedelta(days=length - 1)
    tests = (BloodTest(day1 - timedelta(days=3), 1),)
    need = (SupportiveToday("loperamide", "loperamide", "2 mg", "home", ()),)
    return CourseCycle(
        cycle, "all", day1, last, length, days, start, end, 28, supply, decided, 28, tests, as_needed=need
    )


def capox_course(
    cycles: int = 8, plan: dict[Decimal, int] = PLAN, first: First = "morning", length: int = 21, day1: date = DAY1
) -> Course:
    made = []
    for number in range(1, cycles + 1):
        days = length if number == 1 else 21
        made.append(capox_cycle(number, day1, number == 1, plan, first, days))
        day1 += timedelta(days=days)
    return Course("ici-capox", tuple(made), (), ())


def gc_cycle(cycle: int, day1: date, decided: bool) -> CourseCycle:
    def day(number: int) -> CourseDay:
        given = number in (1, 8)
        give = (Give("cisplatin", Decimal(40), 60), Give("gemcitabine", Decimal(1600), 30)) if given else ()
        return CourseDay(
            day1 + timedelta(days=number - 1),
            cycle,
            number,
            given,
            number in (5, 19),
            False,
            give,
            (),
            (),
            (),
            True,
            (),
        )

    days = tuple(day(number) for number in range(1, 22))
    return CourseCycle(cycle, "all", day1, day1 + timedelta(days=20), 21, days, None, None, 0, {}, decided)


def gc_course(cycles: int = 8) -> Course:
    made = tuple(
        gc_cycle(number, DAY1 + timedelta(days=21 * (number - 1)), number == 1) for number in range(1, cycles + 1)
    )
    return Course("gc", made, (), ())


def with_hold(course: Course, name: str, days: range, oral: bool) -> Course:
    """The course with one drug held on some days of its first cycle."""
    first = course.cycles[0]
    changed = []
    for day in first.days:
        if day.cycle_day in days and (any(given.drug == name for given in day.give) or (oral and day.swallow)):
            give = tuple(given for given in day.give if given.drug != name)
            day = replace(day, give=give, held=(name,))
            if oral:
                day = replace(day, take=(), swallow=(), rest=True)
        changed.append(day)
    return replace(course, cycles=(replace(first, days=tuple(changed)), *course.cycles[1:]))


STOOL = "call first (inhibitor); then 4 mg, then 2 mg after each loose stool, at most 16 mg a day"
BRUSH = "soft brush, rinse after meals, no alcohol mouthwash"


def with_home(course: Course) -> Course:
    """The course with what goes with CAPOX: given here on day 1, at home twice on day 1 and once on days 2 and 3."""
    first = course.cycles[0]
    here = SupportiveToday("ondansetron-clinic", "ondansetron", "8 mg", "clinic", ("before infusion",))
    evening = SupportiveToday("ondansetron-home", "ondansetron", "8 mg", "home", ("evening",))
    steroid = SupportiveToday("dexamethasone", "dexamethasone", "8 mg", "home", ("morning",))
    own = {1: (here, evening, steroid), 2: (steroid,), 3: (steroid,)}
    days = tuple(replace(day, supportive=own.get(day.cycle_day, ())) for day in first.days)
    need = (
        SupportiveToday("mouth-care", "mouth care", BRUSH, "home", (), purpose="mouth"),
        SupportiveToday("saline", "saline", "500 mL", "clinic", (), purpose="hydration"),
        SupportiveToday("loperamide", "loperamide", STOOL, "home", (), purpose="diarrhoea", call_first=True),
        SupportiveToday("site-x", "domperidone", "10 mg", "home", (), texts={"en": "Domperidone: own words {of}"}),
    )
    return replace(course, cycles=(replace(first, days=days, as_needed=need), *course.cycles[1:]))


LESS = {Decimal(500): 2, Decimal(150): 1}


def with_restart(course: Course) -> Course:
    """Capecitabine held after the morning of day 9 and restarted with fewer tablets in the evening of day 12."""
    first = course.cycles[0]
    changed = []
    for day in first.days:
        left = [half for half in day.swallow if not (9, "pm") <= (day.cycle_day, half) <= (12, "am")]
        if left != list(day.swallow) or (day.cycle_day > 12 and day.swallow):
            plan = LESS if day.cycle_day >= 12 else PLAN
            take = (Take("capecitabine", plan if "am" in left else {}, plan if "pm" in left else {}),) if left else ()
            held = ("capecitabine",) if left != list(day.swallow) else ()
            day = replace(day, swallow=tuple(left), take=take, held=held, part_held=held if left else (), rest=not left)
        changed.append(day)
    return replace(course, cycles=(replace(first, days=tuple(changed), oral_doses=22), *course.cycles[1:]))


RESTARTED = (
    Moved(1, "new_tablets", None, date(2026, 3, 13)),
    *(
        Moved(1, f"tablets_{half}", None, date(2026, 3, 13) + timedelta(days=days))
        for days in range(3)
        for half in ("am", "pm")
        if (days, half) != (0, "am")
    ),
)
MOVED = (
    Moved(2, "day1", date(2026, 3, 23), date(2026, 3, 30)),
    Moved(2, "blood_test", date(2026, 3, 20), date(2026, 3, 27)),
    Moved(2, "give:oxaliplatin", date(2026, 3, 23), date(2026, 3, 30)),
    Moved(2, "last_tablets", date(2026, 4, 5), date(2026, 4, 12)),
    Moved(3, "visit", date(2026, 4, 13), None),
)


def request(**changes: Any) -> CalendarRequest:
    """Cycle 1 of 8 of an invented patient; any field may be given."""
    made = CalendarRequest(
        course=capox_course(),
        regimen=ICI_CAPOX,
        profile=profile(),
        order=None,
        patient_name="Patient Seven, DEMO",
        identifiers=("MRN 0042-118", "NHS 999 000 0000"),
        birth_date=date(1958, 3, 1),
        contacts=Contacts("Demo day unit", "020 7946 0000", "020 7946 0999", "Mon to Fri, 8:00 to 16:00"),
        printed_by="demo user",
        printed_at=datetime(2026, 2, 27, 14, 5, tzinfo=UTC),
        revision_id="7b0f3f7e-0000-4000-8000-000000000001",
        visit_times=((DAY1, "9:00"),),
    )
    return replace(made, **changes)
