"""Grade 5 is death: nothing is given after it, whatever else the rules say."""

from regimen.advice.advised import Fired
from regimen.advice.because import of_uncounted
from regimen.advice.course import Course
from regimen.definition import Drug

DEATH = "death"
SOURCE = "CTCAE: grade 5 is death related to the adverse event"
GRADE = 5


def death_fired(drug: Drug, course: Course) -> list[Fired]:
    """A stop for every event of grade 5, whatever it was laid to."""
    return [
        Fired(
            rule=DEATH, system=DEATH, drug=drug.name, rule_action="stop", action="stop", until="", until_met=None,
            target=None, occurrence=None, event=event, stage="present", because=of_uncounted(event, course),
            questions=(), undecided=False, note="Grade 5 is death: nothing is given. Is the entry right?",
            source=SOURCE,
        )
        for event in (*course.case.events, *course.unread)
        if event.grade == GRADE
    ]  # fmt: skip
