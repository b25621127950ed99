"""The few things a patient looks for first: how many tablets, until when, what comes next, whom to call."""

from collections.abc import Iterable, Sequence

from regimen.practice import Fever
from treatment_calendar.course import CourseCycle, CourseDay, Moment
from treatment_calendar.paper.block import Block, Para, lay, place
from treatment_calendar.paper.fonts import width
from treatment_calendar.paper.frame import GAP
from treatment_calendar.paper.grid import tablets_text, without_tablets
from treatment_calendar.paper.request import CalendarRequest, Contacts
from treatment_calendar.paper.sheet import BLACK, LINE, Box, Rule, Sheet
from treatment_calendar.paper.text import NBSP, clean, keep
from treatment_calendar.paper.wording import Words

BOX_PAD = 6.0
WRITE_ROOM = 90.0  # points left to write a telephone number by hand


def fever_text(words: Words, fever: Fever) -> str:
    """The fever limit, in Fahrenheit too where the practice says so. 38.0 keeps its zero, as on a thermometer."""
    celsius = f"{fever.celsius}{NBSP}°C".replace(".", words.decimal)
    return (
        celsius if fever.fahrenheit is None else f"{celsius} ({fever.fahrenheit}{NBSP}°F)".replace(".", words.decimal)
    )


def phone_paras(contacts: Contacts, words: Words, base: float) -> list[Para]:
    """Day and night number; a number not given is a line to write it on (see `write_lines`)."""
    paras: list[Para] = []
    same = contacts.day_phone == contacts.night_phone
    numbers = [("summary.day_phone", contacts.day_phone)] if not same else []
    numbers.append(("summary.night_phone" if not same else "summary.any_phone", contacts.night_phone))
    for key, number in numbers:
        shown = clean(number, 60).text.strip()
        if shown:
            paras.append(Para(f"{words(key)} {keep(shown)}", base + 1, "bold"))
        else:
            paras.append(Para(f"{words(key)} {words('summary.write_here')} {'_' * 14}", base))
    return paras


def moment_text(words: Words, moment: Moment) -> str:
    """A date and half of the day, short."""
    half = words("times.morning" if moment.half == "am" else "times.evening")
    return words("summary.last_moment", date=words.date_text(moment.date, "short_"), half=half)


def _each_box(cycle: CourseCycle, words: Words, base: float) -> list[Para]:
    """How many tablets at each time, where that is the same all through the cycle."""
    drugs = sorted({take.drug for day in cycle.days for take in day.take})
    paras: list[Para] = []
    for drug in drugs:
        name = words.drug(drug)
        under = words("summary.drug_after_food", drug=name) if drug == "capecitabine" else name
        halves = {
            half: {
                tuple(tablets_text(words, getattr(take, half)))
                for day in cycle.days
                for take in day.take
                if take.drug == drug
            }
            - {()}
            for half in ("am", "pm")
        }
        steps = _steps(cycle, drug, words)
        if any(len(found) > 1 for found in halves.values()) and len(steps) == 2:
            (_, first), (moment, second) = steps
            paras.extend([Para(words("summary.each"), base), Para(first, base + 1, "bold")])
            said = words("summary.each_from", moment=moment_text(words, moment))
            paras.extend([Para(said, base, "bold"), Para(second, base + 1, "bold"), Para(under, base)])
            continue
        if any(len(found) > 1 for found in halves.values()):
            shown = [("summary.each", words("summary.differs"))]
        elif halves["am"] == halves["pm"]:
            shown = [("summary.each", words("number.plus").join(next(iter(halves["am"]), ())))]
        else:
            keys = {"am": "summary.each_morning", "pm": "summary.each_evening"}
            shown = [
                (keys[half], words("number.plus").join(next(iter(found)))) for half, found in halves.items() if found
            ]
        for key, text in shown:
            paras.extend([Para(words(key), base), Para(text, base + 1, "bold")])
        paras.append(Para(under, base))
    if not paras:
        paras = [Para(words("summary.each"), base), Para(words("grid.undecided"), base + 1, "bold")]
    return paras


def _steps(cycle: CourseCycle, drug: str, words: Words) -> list[tuple[Moment, str]]:
    """The numbers of tablets of a drug in the order in which they begin, each with its first half day."""
    steps: list[tuple[Moment, str]] = []
    for day in cycle.days:
        for take in (one for one in day.take if one.drug == drug):
            for half, tablets in (("am", take.am), ("pm", take.pm)):
                text = words("number.plus").join(tablets_text(words, tablets))
                if text and (not steps or steps[-1][1] != text):
                    steps.append((Moment(day.date, "am" if half == "am" else "pm"), text))
    return steps


def _infusions_box(cycle: CourseCycle, words: Words, base: float) -> list[Para]:
    paras = [Para(words("summary.infusion_days"), base)]
    given = [day.date for day in cycle.days if day.give]
    paras.extend(Para(words.date_text(day, "short_"), base + 1, "bold") for day in given)
    return paras if given else [*paras, Para(words("date.none"), base + 1, "bold")]


def _last_box(cycle: CourseCycle, words: Words, base: float) -> list[Para]:
    paras = [Para(words("summary.last_tablets"), base)]
    if cycle.last_dose is None:
        return [*paras, Para(words("date.none"), base + 1, "bold")]
    free = sum(day.date > cycle.last_dose.date and without_tablets(day) for day in cycle.days)
    paras.append(Para(moment_text(words, cycle.last_dose), base + 1, "bold"))
    paras.append(Para(words("summary.rest_days", days=free) if free else words("summary.rest_unknown"), base))
    return paras


def _next_box(days: Iterable[CourseDay], cycle: CourseCycle, words: Words, base: float) -> list[Para]:
    """The first blood test and the first visit after day 1, in this cycle or the next ones."""
    later = [day for day in days if day.date > cycle.day1]
    blood = next((day.date for day in later if day.blood_test), cycle.next_blood_test)
    visit = next((day.date for day in later if day.visit or day.give), cycle.next_day1)
    missing = words("summary.not_planned")
    return [
        Para(words("summary.next"), base),
        Para(
            words("summary.blood_test_on", date=words.date_text(blood, "short_") if blood else missing),
            base + 1,
            "bold",
        ),
        Para(words("summary.visit_on", date=words.date_text(visit, "short_") if visit else missing), base + 1, "bold"),
    ]


def boxes(request: CalendarRequest, cycle: CourseCycle, words: Words, base: float, tablets: bool) -> list[list[Para]]:
    """The contents of the boxes above the grid."""
    days = [day for each in request.course.cycles for day in each.days]
    call = [
        Para(words("summary.call", fever=fever_text(words, request.profile.fever)), base, "bold"),
        *phone_paras(request.contacts, words, base),
    ]
    first = (
        [_each_box(cycle, words, base), _last_box(cycle, words, base)]
        if tablets
        else [_infusions_box(cycle, words, base)]
    )
    return [*first, _next_box(days, cycle, words, base), call]


class Strip:
    """Boxes side by side, as high as the highest; the last one (whom to call) has the heavy edge."""

    def __init__(self, contents: Sequence[Sequence[Para]], room: float) -> None:
        needed = [max(width(p.text, p.face, p.size) for p in paras) + 2 * BOX_PAD + 1 for paras in contents]
        free = room - GAP * (len(contents) - 1)
        share = free / len(contents)
        if sum(needed) <= free:
            extra = (free - sum(needed)) / len(contents)
            self.columns = [wide + extra for wide in needed]
        else:
            self.columns = [share] * len(contents)
        self.blocks: list[Block] = [
            lay(paras, column - 2 * BOX_PAD) for paras, column in zip(contents, self.columns, strict=True)
        ]
        self.height = max(block.height for block in self.blocks) + 2 * BOX_PAD - 3

    def draw(self, sheet: Sheet, x: float, y: float) -> float:
        """The y below the strip."""
        for number, (block, column) in enumerate(zip(self.blocks, self.columns, strict=True)):
            last = number == len(self.blocks) - 1
            sheet.shapes.append(
                Box(x, y, column, self.height, line=2.0 if last else 0.8, edge=BLACK if last else LINE, radius=5)
            )
            place(sheet, block, x + BOX_PAD, y + BOX_PAD - 2.5)
            x += column + GAP
        return y + self.height


def call_line(request: CalendarRequest, words: Words, base: float, room: float) -> Block:
    """Whom to call, in one line, for a page of dates without room for the boxes."""
    texts = [words("summary.call", fever=fever_text(words, request.profile.fever))]
    texts += [para.text for para in phone_paras(request.contacts, words, base)]
    return lay([Para("   ".join(keep(text) for text in texts), base, "bold", align="centre")], room - 2 * BOX_PAD)


def draw_call_line(sheet: Sheet, block: Block, x: float, y: float) -> float:
    """Draw it in a box with a heavy edge; the y below."""
    sheet.shapes.append(Box(x, y, block.room + 2 * BOX_PAD, block.height + 5, line=2.0, radius=4))
    place(sheet, block, x + BOX_PAD, y + 2)
    return y + block.height + 5


def underline(sheet: Sheet, x: float, y: float, room: float) -> float:
    """A heavy rule across the page; the y below it."""
    sheet.shapes.append(Rule(x, y, x + room, y, line=2.0, grey=BLACK))
    return y + GAP
