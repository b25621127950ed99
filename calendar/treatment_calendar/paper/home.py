"""What the patient takes at home, on its dates: in words, with a box to tick for each time it is taken."""

from dataclasses import dataclass
from datetime import date

from regimen.numbers import plain
from regimen.supportive import TIMES
from treatment_calendar.course import CourseCycle, CourseDay, SupportiveToday
from treatment_calendar.paper.block import Block, Para, lay, lay_side_by_side
from treatment_calendar.paper.text import clean, keep
from treatment_calendar.paper.wording import Words

BETWEEN = 10.0  # points between a medicine, its boxes and the next one
MOST_OWN = 200  # letters of a site's own words
MOST_KEPT = 12  # letters of a dose that stays on one line, as "8 mg"


def at_home(day: CourseDay) -> list[SupportiveToday]:
    """The medicines taken at home at set times on a date, earliest first; never what is given at the clinic."""
    taken = [medicine for medicine in day.supportive if medicine.where == "home" and medicine.times]
    return sorted(taken, key=lambda medicine: min(map(_in_the_day, medicine.times)))


def _in_the_day(time: str) -> int:
    """The place of a time in the day; a time a site wrote in its own words comes last."""
    return TIMES.index(time) if time in TIMES else len(TIMES)


def time_text(words: Words, time: str) -> str:
    """A time of day in the patient's language; one without words stands as it was entered."""
    return keep(words(f"times.{time}")) if words.has(f"times.{time}") else clean(time, 60).text


@dataclass(frozen=True, slots=True)
class Said:
    """A medicine in the patient's words. dose: "" where a site's own words hold it already."""

    name: str
    dose: str


def said(words: Words, medicine: SupportiveToday) -> Said:
    """Name and dose in the patient's language, or the words a site gave; a dose in figures stays on one line."""
    own = medicine.texts.get(words.language) or medicine.texts.get("en", "")
    if own:
        return Said(clean(own, MOST_OWN).text, "")
    dose = words.dose(clean(medicine.dose).text)
    return Said(words.drug(clean(medicine.name).text), keep(dose) if len(dose) <= MOST_KEPT else dose)


def _name_and_dose(words: Words, one: Said) -> str:
    return words("grid.at_home", name=one.name, dose=one.dose) if one.dose else one.name


def home_medicine(words: Words, medicine: SupportiveToday) -> str:
    """A medicine the patient takes at home, with its times."""
    one = said(words, medicine)
    times = words("number.list").join(time_text(words, time) for time in medicine.times)
    return words("grid.dose_at", dose=_name_and_dose(words, one), time=times)


def cell_paras(words: Words, medicine: SupportiveToday, base: float) -> list[Para]:
    """The medicine in the cell of its date: its name, and below it the dose with a box for each time."""
    one = said(words, medicine)
    times = [time_text(words, time) for time in medicine.times]
    taken = [words("grid.dose_at", dose=one.dose, time=time) if one.dose else time for time in times]
    return [Para(one.name, base, before=3), *(Para(text, base, mark="square") for text in taken)]


def for_need(cycle: CourseCycle, words: Words, base: float) -> list[Para]:
    """What to have at home beside the medicines of set dates: what needs a call first, for need, and daily care."""
    home = [medicine for medicine in cycle.as_needed if medicine.where == "home"]
    paras: list[Para] = []
    for medicine in sorted(home, key=lambda one: not one.call_first):
        one = said(words, medicine)
        if medicine.call_first:
            paras.append(Para(words("medicines.call_first", name=_short(words, medicine)), base, "bold", before=2))
        key = "grid.at_any_time" if medicine.purpose in ("mouth", "skin") else "grid.as_needed"
        text = words(key, name=one.name, dose=one.dose) if one.dose else one.name
        paras.append(Para(text, base, mark="bullet", before=1))
        paras += [Para(limit, base, "bold", indent=base * 0.8) for limit in _limits(words, medicine)]
    return paras


def _limits(words: Words, medicine: SupportiveToday) -> list[str]:
    """The daily limit and the most days, where the dose does not say them already, as after a person changed it."""
    found = []
    if medicine.most_per_day is not None and f"{plain(medicine.most_per_day)} {medicine.unit}" not in medicine.dose:
        amount = keep(f"{words.number(medicine.most_per_day)} {medicine.unit}")
        found.append(words("medicines.limit_day", amount=amount))
    if medicine.most_days is not None and f"{medicine.most_days} day" not in medicine.dose:
        found.append(words("medicines.limit_days", days=medicine.most_days))
    return found


def _short(words: Words, medicine: SupportiveToday) -> str:
    return words.drug(clean(medicine.name).text)


def below(cycle: CourseCycle, words: Words, base: float, room: float) -> Block:
    """All of a cycle below its dates, where the cells have no room: each date and time with its box."""
    dates: dict[str, tuple[SupportiveToday, list[date]]] = {}
    for day in cycle.days:
        for medicine in at_home(day):
            dates.setdefault(medicine.id, (medicine, []))[1].append(day.date)
    if not dates:
        return lay([], room)
    groups = [[Para(words("grid.home_title"), base, "bold")]]
    for medicine, days in dates.values():
        several = len(medicine.times) > 1
        text = _name_and_dose(words, said(words, medicine)) if several else home_medicine(words, medicine)
        groups.append([Para(keep(text), base, "bold")])
        for on in days:
            for time in medicine.times:
                shown = words.date_text(on, "cell_")
                shown = words("grid.home_at", date=shown, time=time_text(words, time)) if several else shown
                groups[-1].append(Para(keep(shown), base, mark="square"))
    return lay_side_by_side(groups, room, BETWEEN)
