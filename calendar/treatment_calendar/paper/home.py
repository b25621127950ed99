"""What the patient takes at home, on its dates: in words, with a box to tick for each time it is taken."""

from datetime import date

from treatment_calendar.course import CourseCycle, CourseDay, SupportiveToday
from treatment_calendar.paper.block import Block, Para, lay, lay_side_by_side
from treatment_calendar.paper.text import clean, keep
from treatment_calendar.paper.wording import Words

BETWEEN = 10.0  # points between a medicine, its boxes and the next one
MOST_KEPT = 12  # letters of a dose that stays on one line, as "8 mg"


def at_home(day: CourseDay) -> list[SupportiveToday]:
    """The medicines taken at home at set times on a date; never what is given at the clinic."""
    return [medicine for medicine in day.supportive if medicine.where == "home" and medicine.times]


def time_text(words: Words, time: str) -> str:
    """A time of day in the patient's language; one without words stands as it was entered."""
    return keep(words(f"times.{time}")) if words.has(f"times.{time}") else clean(time, 60).text


def name_and_dose(words: Words, medicine: SupportiveToday) -> dict[str, str]:
    """Both in the patient's language; a dose in figures is not broken over two lines."""
    dose = words.dose(clean(medicine.dose).text)
    return {"name": words.drug(clean(medicine.name).text), "dose": keep(dose) if len(dose) <= MOST_KEPT else dose}


def home_medicine(words: Words, medicine: SupportiveToday) -> str:
    """A medicine the patient takes at home, with its times."""
    times = words("number.list").join(time_text(words, time) for time in medicine.times)
    return words("grid.at_home_times", **name_and_dose(words, medicine), times=times)


def cell_paras(words: Words, medicine: SupportiveToday, base: float) -> list[Para]:
    """The medicine in the cell of its date: its name, and below it the dose with a box for each time."""
    said = name_and_dose(words, medicine)
    taken = [words("grid.dose_at", dose=said["dose"], time=time_text(words, time)) for time in medicine.times]
    return [Para(said["name"], base, before=3), *(Para(text, base, mark="square") for text in taken)]


def below(cycle: CourseCycle, words: Words, base: float, room: float) -> Block:
    """All of a cycle below its dates, where the cells have no room: each date and time with its box."""
    dates: dict[SupportiveToday, list[date]] = {}
    for day in cycle.days:
        for medicine in at_home(day):
            dates.setdefault(medicine, []).append(day.date)
    if not dates:
        return lay([], room)
    paras = [Para(words("grid.home_title"), base, "bold")]
    for medicine, days in dates.items():
        several = len(medicine.times) > 1
        text = words("grid.at_home", **name_and_dose(words, medicine)) if several else home_medicine(words, medicine)
        paras.append(Para(keep(text), base, "bold"))
        for day in days:
            for time in medicine.times:
                shown = words.date_text(day, "cell_")
                shown = words("grid.home_at", date=shown, time=time_text(words, time)) if several else shown
                paras.append(Para(keep(shown), base, mark="square"))
    return lay_side_by_side(paras, room, BETWEEN)
