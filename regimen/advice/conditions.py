"""The words of a rule's condition, each answered yes, no, or by the question a person has to answer first."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from regimen.advice.course import Course
from regimen.advice.questions import QUESTIONS
from regimen.analytes import analyte, unit_of
from regimen.day_check import in_unit
from regimen.definition import ChangeRule
from regimen.given import Event, Lab

# yes or no; a text is the question that has to be answered first
Answer = bool | str
RECOVERED = 1  # grade 0-1
DAYS_A_WEEK = 7
FACTOR_OUT = Decimal("0.01")  # more than any rounded factor of assets/analytes.toml (17.1 for 17.104) is out


@dataclass(frozen=True, slots=True)
class Occasion:
    """What one rule is held against.

    event       the event, None for a value or a delay
    recurrent   whether the same toxicity had been there before
    laid        whether a person laid the event to the drug
    name, lab   analyte and value, "" and None where the rule is not about a value
    findings    for a value: the events that say the same
    """

    course: Course
    rule: ChangeRule
    event: Event | None = None
    recurrent: bool = False
    name: str = ""
    lab: Lab | None = None
    findings: tuple[Event, ...] = ()
    laid: bool = False


def holds(occasion: Occasion) -> tuple[bool | None, tuple[str, ...]]:
    """Whether the whole condition holds: False as soon as one part does not, None with the questions while open."""
    answers = [
        WORDS[word](occasion, wanted)
        for word, wanted in occasion.rule.condition.items()
        if word not in ("analyte", "unit")
    ]
    if False in [answer for answer in answers if isinstance(answer, bool)]:
        return False, ()
    questions = tuple(dict.fromkeys(answer for answer in answers if isinstance(answer, str)))
    return (None, questions) if questions else (True, ())


# Laboratory values


def _title(name: str) -> str:
    return analyte(name).title


def _compared(compare: Callable[[Decimal, Decimal], bool], value: Decimal | str, wanted: str) -> Answer:
    return value if isinstance(value, str) else compare(value, Decimal(wanted))


def _above(value: Decimal, limit: Decimal) -> bool:
    return value > limit


def _up_to(value: Decimal, limit: Decimal) -> bool:
    return value <= limit


def _below(value: Decimal, limit: Decimal) -> bool:
    return value < limit


def _at_least(value: Decimal, limit: Decimal) -> bool:
    return value >= limit


def _value(occasion: Occasion, compare: Callable[[Decimal, Decimal], bool], wanted: str) -> Answer:
    """The value against a limit in the unit of the rule.

    Where only a rounded factor leads from one unit to the other, a value that lies clear of the limit by more than the
    factor can be out is compared; a nearer one is asked for in the rule's own unit.
    """
    if occasion.lab is None:
        return f"What is {_title(occasion.name)} today?"
    unit, limit = occasion.rule.condition["unit"], Decimal(wanted)
    found = analyte(occasion.name)
    exact = in_unit(found, occasion.lab.value, occasion.lab.unit, unit)
    if exact is not None:
        return compare(exact, limit)
    about = occasion.lab.value * unit_of(found, occasion.lab.unit).factor / unit_of(found, unit).factor
    low, high = compare(about * (1 - FACTOR_OUT), limit), compare(about * (1 + FACTOR_OUT), limit)
    return low if low == high else f"What is {_title(occasion.name)} in {unit}?"


def _times_uln(occasion: Occasion) -> Decimal | str:
    if occasion.lab is None:
        return f"What is {_title(occasion.name)} today, with its upper limit of normal?"
    if not occasion.lab.uln:
        return f"What is the upper limit of normal of {_title(occasion.name)}?"
    return occasion.lab.value / occasion.lab.uln


def _times_baseline(occasion: Occasion) -> Decimal | str:
    if occasion.lab is None:
        return f"What is {_title(occasion.name)} today?"
    if not occasion.lab.baseline:
        return f"What was {_title(occasion.name)} at baseline?"
    return occasion.lab.value / occasion.lab.baseline


def _baseline_times_uln(occasion: Occasion) -> Decimal | str:
    lab = occasion.lab
    if lab is None or lab.baseline is None:
        return f"What was {_title(occasion.name)} at baseline?"
    return lab.baseline / lab.uln if lab.uln else f"What is the upper limit of normal of {_title(occasion.name)}?"


def _rise_percent(occasion: Occasion) -> Decimal | str:
    times = _times_baseline(occasion)
    return times if isinstance(times, str) else (times - 1) * 100


def _bilirubin_up_to(occasion: Occasion, wanted: str) -> Answer:
    lab = occasion.course.labs.get("bilirubin")
    if lab is None or not lab.uln:
        return "What is bilirubin today, with its upper limit of normal?"
    return lab.value / lab.uln <= Decimal(wanted)


def _for_days(occasion: Occasion, wanted: str) -> Answer:
    """How long the value has been raised: the first day of the event that says the same."""
    lasted = [occasion.course.days_lasted(event) for event in occasion.findings]
    if any(days >= Decimal(wanted) for days in lasted):
        return True
    return f"Since when has {_title(occasion.name)} been raised like this?"


# Events and the course


def _said(name: str) -> Callable[[Occasion, str], Answer]:
    """A word only a person can answer."""

    def answer(occasion: Occasion, wanted: str) -> Answer:
        assert occasion.event is not None  # the reader lets these words stand with events alone
        said = occasion.event.answers.get(name)
        return _question(name, occasion) if said is None else said == wanted

    return answer


def _question(word: str, occasion: Occasion) -> str:
    assert occasion.event is not None
    return QUESTIONS[word].about(occasion.event.term).words


def _lasts_on(occasion: Occasion, *words: str) -> bool | None:
    """Whether the event was still there at the next day 1: as a person said, else by its dates; None while not known.

    words  the two ways of saying it, the one that counts more first
    """
    event, course = occasion.event, occasion.course
    assert event is not None
    for word in words:
        if word in event.answers:
            return event.answers[word] in ("persistent", "yes")
    cycle = course.cycle_of(event.date)
    next_day1 = course.day1_of(cycle + 1) if cycle < course.case.cycle else course.next_day1
    if event.resolved is not None:
        return event.resolved > next_day1
    return True if course.seen_on(event) >= next_day1 else None


def _pattern(occasion: Occasion, wanted: str) -> Answer:
    lasts = _lasts_on(occasion, "pattern", "lasts_to_next_cycle")
    return _question("lasts_to_next_cycle", occasion) if lasts is None else lasts == (wanted == "persistent")


def _to_next_cycle(occasion: Occasion, wanted: str) -> Answer:
    lasts = _lasts_on(occasion, "lasts_to_next_cycle", "pattern")
    return _question("lasts_to_next_cycle", occasion) if lasts is None else lasts == (wanted == "yes")


def _lasting_days(occasion: Occasion, wanted: str) -> Answer:
    assert occasion.event is not None
    return occasion.course.days_lasted(occasion.event) > Decimal(wanted)


def _weeks_without_recovery(occasion: Occasion, wanted: str) -> Answer:
    event = occasion.event
    assert event is not None
    return event.grade > RECOVERED and occasion.course.days_lasted(event) > Decimal(wanted) * DAYS_A_WEEK


def _weeks_since_start(occasion: Occasion, wanted: str) -> Answer:
    """Weeks since the event began, whether or not it is gone."""
    event = occasion.event
    assert event is not None
    return (occasion.course.seen_on(event) - event.date).days > Decimal(wanted) * DAYS_A_WEEK


def _gone(occasion: Occasion, wanted: str) -> Answer:
    assert occasion.event is not None
    return (occasion.course.stage(occasion.event) != "present") == (wanted == "yes")


def _laid(occasion: Occasion, wanted: str) -> Answer:
    return occasion.laid == (wanted == "yes")


def _steroid(occasion: Occasion, wanted: str) -> Answer:
    assert occasion.event is not None
    said = occasion.event.answers.get("steroid_mg_day")
    if said is None:
        return _question("steroid_mg_day", occasion)
    return Decimal(said) > Decimal(wanted)


def _recurrent(occasion: Occasion, wanted: str) -> Answer:
    return occasion.recurrent == (wanted == "yes")


def _liver(occasion: Occasion, wanted: str) -> Answer:
    said = occasion.course.case.liver_involvement
    return "Is there tumour in the liver?" if said is None else said == (wanted == "yes")


def _within_days_of_start(occasion: Occasion, wanted: str) -> Answer:
    assert occasion.event is not None
    return 0 <= (occasion.event.date - occasion.course.day1_of(1)).days <= Decimal(wanted)


def _delay_days(occasion: Occasion, wanted: str) -> Answer:
    return occasion.course.delay_days() > Decimal(wanted)


WORDS: Mapping[str, Callable[[Occasion, str], Answer]] = {
    "value_below": lambda occasion, wanted: _value(occasion, _below, wanted),
    "value_at_least": lambda occasion, wanted: _value(occasion, _at_least, wanted),
    "value_above": lambda occasion, wanted: _value(occasion, _above, wanted),
    "times_uln_above": lambda occasion, wanted: _compared(_above, _times_uln(occasion), wanted),
    "times_uln_up_to": lambda occasion, wanted: _compared(_up_to, _times_uln(occasion), wanted),
    "times_baseline_above": lambda occasion, wanted: _compared(_above, _times_baseline(occasion), wanted),
    "times_baseline_up_to": lambda occasion, wanted: _compared(_up_to, _times_baseline(occasion), wanted),
    "baseline_times_uln_above": lambda occasion, wanted: _compared(_above, _baseline_times_uln(occasion), wanted),
    "baseline_times_uln_up_to": lambda occasion, wanted: _compared(_up_to, _baseline_times_uln(occasion), wanted),
    "rise_percent_at_least": lambda occasion, wanted: _compared(_at_least, _rise_percent(occasion), wanted),
    "bilirubin_times_uln_up_to": _bilirubin_up_to,
    "for_days_at_least": _for_days,
    "pattern": _pattern,
    "lasts_to_next_cycle": _to_next_cycle,
    "lasting_days_above": _lasting_days,
    "functional_impairment": _said("functional_impairment"),
    "painful": _said("painful"),
    "needs_systemic_immunosuppression": _said("needs_systemic_immunosuppression"),
    "certainty": _said("certainty"),
    "recurrent": _recurrent,
    "laid_to_it": _laid,
    "gone": _gone,
    "liver_involvement": _liver,
    "within_days_of_start": _within_days_of_start,
    "delay_days_above": _delay_days,
    "weeks_without_recovery_above": _weeks_without_recovery,
    "weeks_since_start_above": _weeks_since_start,
    "steroid_mg_day_above": _steroid,
}
