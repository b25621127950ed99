"""How the Trends page says a number, a day and a grade. Words for the eye and the same for a screen reader."""

from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from gui.widgets.dates import shown_date
from records.bedside.event_timeline import EventLane
from records.bedside.grade_bands import Band
from records.bedside.lab_trend import Extreme, LabPoint, LabSeries
from regimen.unit_words import in_words, unit_words


def number(value: Decimal) -> str:
    """A number as it was reported, never with an exponent."""
    return f"{value:f}"


def short(value: Decimal) -> str:
    """A limit without the noughts of its arithmetic."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def rounded(value: Decimal, places: int = 0) -> str:
    """For reading only; sums are kept exact."""
    return f"{value.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP):f}"


def percent(value: Decimal) -> str:
    """A percentage with at most one decimal."""
    return f"{short(Decimal(rounded(value, 1)))} %"


def value_words(point: LabPoint) -> str:
    """The value as reported: "< 0.1"."""
    sign = f"{point.comparator} " if point.comparator else ""
    return f"{sign}{number(point.value)}"


def grade_words(grades: tuple[int, ...]) -> str:
    """ "2", "1 or 2?" while a person has to confirm, "?" where none can be given."""
    if not grades:
        return "?"
    return str(grades[0]) if len(grades) == 1 else f"{' or '.join(str(grade) for grade in grades)}?"


def limits_words(lln: Decimal | None, uln: Decimal | None) -> str:
    """Limits of normal: "2.0–7.5", "≤ 40", "none reported"."""
    if lln is not None and uln is not None:
        return f"{number(lln)}–{number(uln)}"
    if uln is not None:
        return f"≤ {number(uln)}"
    return f"≥ {number(lln)}" if lln is not None else "none reported"


def cycle_words(cycle: int | None, cycle_day: int | None) -> str:
    """ "cycle 2 day 11", or that it was before the first."""
    if cycle is None or cycle_day is None:
        return "before cycle 1"
    return f"cycle {cycle} day {cycle_day}"


def day_words(point: LabPoint) -> str:
    """The date, and which value of that day it is."""
    more = f", {point.nth} of {point.of} that day" if point.of > 1 else ""
    corrected = ", corrected" if point.corrected else ""
    return f"{shown_date(point.on)}{f' {point.taken}' if point.taken else ''}{more}{corrected}"


def extreme_words(series: LabSeries, extreme: Extreme | None) -> str:
    """ "nadir of cycle 2, day 11"; one value alone is said to be one."""
    if extreme is None:
        return ""
    name = "nadir" if series.worse == "low" else "peak"
    also = f", again day {', '.join(str(day) for day in extreme.also)}" if extreme.also else ""
    alone = "; the only value after day 1" if extreme.count == 1 else f" of {extreme.count} values"
    return f"{name} of cycle {extreme.cycle}, day {extreme.cycle_day}{also}{alone}"


def point_words(series: LabSeries, place: int) -> str:
    """One point as the keyboard and the screen reader say it."""
    point = series.points[place]
    grade = f"grade {grade_words(point.grades)}" if point.grades else "no grade"
    term = f" ({point.term})" if point.term and point.grade else ""
    parts = [
        f"{series.title} {value_words(point)} {unit_words(point.unit)}",
        day_words(point),
        cycle_words(point.cycle, point.cycle_day),
        f"{grade}{term}",
        extreme_words(series, series.extreme_at(place)),
        baseline_words(point),
    ]
    return ", ".join(part for part in parts if part)


def baseline_words(point: LabPoint) -> str:
    """That others are compared with it; and where treatment had begun before it, elsewhere, that too."""
    if not point.is_baseline:
        return ""
    begun = point.cycle is not None and (point.cycle_day or 1) > 1
    return "the baseline used, though cycles had been given before it" if begun else "the baseline"


def band_words(band: Band) -> str:
    """One band: "grade 2: from 1 and below 1.5"."""
    grade = f"grade {grade_words(band.grades)}" if band.grades else "no grade"
    by = " × baseline" if band.by_baseline else ""
    return f"{grade}{by}: {range_words(band)}"


def range_words(band: Band) -> str:
    """The values of a band, with which end belongs to it."""
    low = "" if band.low is None else f"{'from' if band.low_in else 'above'} {short(band.low)}"
    high = "" if band.high is None else f"{'up to' if band.high_in else 'below'} {short(band.high)}"
    return " and ".join(part for part in (low, high) if part) or "every value"


def with_units(text: str) -> str:
    """A sentence of the rules with its units as they are written."""
    return in_words(text)


def short_mark(series: LabSeries, place: int) -> str:
    """What a value is marked as, in a cell: "nadir C2 d11", "baseline"."""
    extreme = series.extreme_at(place)
    if extreme is not None:
        return f"{'nadir' if series.worse == 'low' else 'peak'} C{extreme.cycle} d{extreme.cycle_day}"
    return "baseline" if series.points[place].is_baseline else ""


def event_date_words(text: str) -> str:
    """A date of which only a part may be known."""
    if len(text) == 10:
        return shown_date(date.fromisoformat(text), weekday=False)
    if len(text) == 7:
        return f"{date.fromisoformat(text + '-01'):%B} {text[:4]}, day not known"
    return f"{text}, day not known" if text else ""


def lane_marks(lane: EventLane) -> str:
    """What stands under the name of an event: "elsewhere · serious"."""
    parts = [
        "at another hospital" if lane.elsewhere else "",
        "serious" if lane.serious else "",
        f"baseline grade {lane.baseline_grade}" if lane.baseline_grade is not None else "",
    ]
    return " · ".join(part for part in parts if part)


def lane_words(lane: EventLane) -> str:
    """One adverse event as the keyboard and the screen reader say it."""
    grades = ", ".join(
        f"grade {segment.grade} from {shown_date(segment.first, weekday=False)}" for segment in lane.segments
    )
    parts = [
        lane.term, grades, end_words(lane), f"began in {cycle_words(lane.cycle, lane.cycle_day)}", lane_marks(lane),
    ]  # fmt: skip
    return ", ".join(part for part in parts if part)


def end_words(lane: EventLane) -> str:
    """When it was over, or that it goes on."""
    if lane.ongoing:
        return "goes on"
    return f"over on {event_date_words(lane.end)}" if lane.end else "over, nobody said when"
