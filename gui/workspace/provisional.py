"""Which treatment days still wait for the go-ahead of a person; until then their cycle is provisional everywhere."""

from datetime import date, timedelta

from gui.workspace.state import PatientState
from records.course.course_plan import files_of
from records.course.go_ahead import go_ahead_for
from records.course.versions import course_at
from records.values.visits import GoAhead


def treatment_days(state: PatientState, cycle: int) -> tuple[tuple[int, date, GoAhead | None], ...]:
    """Cycle day, date and go-ahead in force of day 1 and of every further day with an infusion."""
    course, day1 = state.course, state.day_ones.get(cycle)
    if course is None or day1 is None:
        return ()
    drugs = files_of(course_at(course, cycle), state.settings).regimen.drugs_of(cycle, course.entry.options)
    days = sorted({day for drug in drugs if drug.route == "iv" for day in drug.days} | {1})
    dated = [(day, day1 + timedelta(days=day - 1)) for day in days]
    return tuple((day, on, go_ahead_for(state.space.go_aheads, course.id, cycle, on, day)) for day, on in dated)


def waiting_days(state: PatientState, cycle: int) -> tuple[int, ...]:
    """Treatment days without a go-ahead; day 1 of a cycle that was given waits for nothing."""
    order = state.order(cycle)
    given = order is not None and order.state == "given"
    return tuple(
        day for day, _on, go_ahead in treatment_days(state, cycle) if go_ahead is None and not (given and day == 1)
    )


def is_provisional(state: PatientState, cycle: int) -> bool:
    """Whether day 1 of a cycle waits for its go-ahead."""
    return 1 in waiting_days(state, cycle)
