"""What all rows of one patient share: whose they are, and the entry of the trail each traces to. Pure."""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from uuid import UUID

from outcomes.exchange.cells import Cell, decimal_text, short_decimal
from records.course.cycle_case import order_in_force
from records.course.cycle_starts import CycleStart
from records.values.core import CourseRecord, OrderRecord, Workspace
from records.values.exchange import Traced
from regimen.order import CycleOrder, DrugDose, TabletPlan

Row = Mapping[str, Cell]


def traced_row(traced: Traced, row: UUID, more: Row) -> dict[str, Cell]:
    """A row with its patient, its id and its newest audit entry."""
    return {"patient": traced.space.patient.id, "row_id": row, "audit_entry": traced.entries.get(row)} | dict(more)


def courses_by_day(space: Workspace) -> tuple[CourseRecord, ...]:
    """The courses, the first one first."""
    return tuple(sorted(space.courses, key=lambda course: course.entry.day1))


def course_on(space: Workspace, on: date) -> CourseRecord | None:
    """The course a day belongs to: the last begun by then; before all, the first."""
    every = courses_by_day(space)
    begun = [course for course in every if course.entry.day1 <= on]
    return begun[-1] if begun else every[0] if every else None


def starts_of(space: Workspace, course: CourseRecord) -> tuple[CycleStart, ...]:
    """Cycles of a course that are signed or given here, or were given elsewhere; what is only planned is left out."""
    found = {
        past.cycle: CycleStart(past.cycle, past.day1, "elsewhere")
        for past in course.entry.earlier
        if past.day1 is not None
    }
    for cycle in {order.cycle for order in space.orders if order.course_id == course.id}:
        order = order_in_force(space.orders, course, cycle)
        if order is not None:
            state = "given" if order.state == "given" else "signed"
            found[cycle] = CycleStart(cycle, order.given_on or order.day1, state)  # type: ignore[arg-type]
    return tuple(found[cycle] for cycle in sorted(found))


def orders_given(space: Workspace) -> tuple[OrderRecord, ...]:
    """Every order recorded as given, by its day."""
    given = (order for order in space.orders if order.state == "given")
    return tuple(sorted(given, key=lambda order: order.given_on or order.day1))


def first_dose(space: Workspace) -> date | None:
    """The study's day 1: the first dose given here; until one is, day 1 of the first course; None without a course."""
    given = [one.entry.on for one in space.administrations if not one.withdrawn and one.entry.given_mg > 0]
    given += [order.given_on or order.day1 for order in orders_given(space)]
    if given:
        return min(given)
    every = courses_by_day(space)
    return every[0].entry.day1 if every else None


def pairs(values: Mapping[str, object]) -> str:
    """name=value; name=value, by name; decimals in their typed form."""
    return "; ".join(
        f"{name}={decimal_text(value) if isinstance(value, Decimal) else value}"
        for name, value in sorted(values.items())
    )


def days_text(days: Iterable[int]) -> str:
    """1-14, or 1, 8."""
    every = sorted(days)
    if len(every) > 2 and every[-1] - every[0] == len(every) - 1:
        return f"{every[0]}-{every[-1]}"
    return ", ".join(str(day) for day in every)


def counts_text(counts: Mapping[Decimal, int]) -> str:
    """500 mg x 3, 150 mg x 1."""
    ordered = sorted(counts.items(), reverse=True)
    return ", ".join(f"{short_decimal(size):f} mg x {count}" for size, count in ordered if count) or "none"


def chosen_plan(dose: DrugDose) -> TabletPlan | None:
    """The tablets somebody chose."""
    return dose.plans[dose.chosen] if dose.chosen is not None else None


def plan_text(plan: TabletPlan | None) -> str:
    """am 500 mg x 3; pm 500 mg x 3."""
    return "" if plan is None else f"am {counts_text(plan.am)}; pm {counts_text(plan.pm)}"


def crcl_of(order: CycleOrder) -> Decimal | None:
    """The clearance of an order, mL/min."""
    return None if order.renal is None else order.renal.crcl_ml_min
