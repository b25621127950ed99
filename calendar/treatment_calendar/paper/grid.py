"""One cycle as weeks of seven dates. Columns begin with the weekday of day 1, so that 21 days are three rows."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal

from treatment_calendar.course import CourseCycle, CourseDay, Half, Note
from treatment_calendar.paper import home
from treatment_calendar.paper.block import LEADING, Block, Para, lay, least_width, place
from treatment_calendar.paper.fonts import width
from treatment_calendar.paper.home import at_home
from treatment_calendar.paper.pictograms import Sign
from treatment_calendar.paper.sheet import BLACK, LINE, MUTED, Box, Hatch, Rule, Sheet, Text
from treatment_calendar.paper.text import NBSP, clean, keep, plain
from treatment_calendar.paper.wording import Words

WEEK = 7
PAD = 3.0
HALVES: tuple[Half, Half] = ("am", "pm")
HALF_WORD = {"am": "grid.morning", "pm": "grid.evening"}
MOST_STRETCH = 60.0  # points a row is made higher than it needs, so that there is room to write


@dataclass(frozen=True, slots=True)
class CellFacts:
    """What the cells of a cycle need to know beside their day.

    tablets     the course has tablets, so a day without them says so
    closed      dates on which the site is closed or the country has a holiday -> the words for the cell
    home_below  home medicines stand below the grid; the cell only points there
    """

    words: Words
    base: float
    tablets: bool
    several_oral: bool
    home_below: bool
    visit_times: Mapping[date, str]
    closed: Mapping[date, str]


@dataclass(frozen=True, slots=True)
class Grid:
    """A cycle measured for one width: column widths, one block a day, the least height of each row.

    beside  the day of the cycle stands beside the date, else below it
    excess  points by which the columns are too narrow for their words, which then go on in the next line; 0: none
    """

    days: tuple[CourseDay, ...]
    facts: CellFacts
    columns: tuple[float, ...]
    blocks: tuple[Block, ...]
    heads: float
    heights: tuple[float, ...]
    beside: bool
    excess: float

    @property
    def broken(self) -> bool:
        """A word goes on in the next line."""
        return self.excess > 0

    @property
    def height(self) -> float:
        """Least height of the whole grid with its weekday bar, points."""
        return self.bar + sum(self.heights)

    @property
    def bar(self) -> float:
        return self.facts.base * LEADING + 3


def closed_days(words: Words, notes: Iterable[Note]) -> dict[date, str]:
    """Date -> what its cell says, for public holidays and closing days."""
    found: dict[date, str] = {}
    for note in notes:
        if note.kind == "holiday":
            found[note.date] = words("grid.holiday", name=clean(note.params.get("name", note.text), 60).text)
        elif note.kind == "closed":
            found.setdefault(note.date, words("grid.closed"))
    return found


def tablets_text(words: Words, tablets: Mapping[Decimal, int]) -> list[str]:
    """One text a strength, highest first, as in `3 × 500 mg`, kept on one line."""
    return [
        keep(words("grid.tablets", count=tablets[strength], strength=words.number(strength)))
        for strength in sorted(tablets, reverse=True)
        if tablets[strength]
    ]


def cell(day: CourseDay, facts: CellFacts) -> list[Para]:
    """Everything a patient must know about one date, in the order of the day."""
    words, base = facts.words, facts.base
    paras: list[Para] = []
    time = clean(facts.visit_times.get(day.date, ""), 20).text

    def tag(key: str) -> None:
        text = words(f"{key}_at", time=time) if time and words.has(f"{key}_at") else words(key)
        paras.append(Para(keep(text), base, "bold", "tag", before=1))

    if day.give:
        tag("grid.infusions")
        paras.extend(Para(words.drug(given.drug), base) for given in day.give)
    elif day.visit:
        tag("grid.visit")
    if day.date in facts.closed:
        paras.append(Para(facts.closed[day.date], base))
    if day.blood_test:
        tag("grid.blood_test")
    whole = [drug for drug in day.held if drug not in day.part_held]
    paras.extend(Para(words("grid.held", drug=words.drug(drug)), base, "bold", before=2) for drug in whole)
    paras.extend(_tablets(day, facts))
    if day.cold_precautions:
        paras.append(Para(words("grid.cold"), base, "bold", before=2))
    if facts.home_below:
        paras.extend([Para(words("grid.home_below"), base, before=2)] if at_home(day) else [])
    else:
        paras.extend(para for medicine in at_home(day) for para in home.cell_paras(words, medicine, base))
    return paras


def without_tablets(day: CourseDay) -> bool:
    """Nothing is swallowed on the date."""
    return not day.swallow and not any(take.am or take.pm for take in day.take)


def _tablets(day: CourseDay, facts: CellFacts) -> list[Para]:
    words, base = facts.words, facts.base
    if without_tablets(day):
        return [Para(words("grid.no_tablets"), base, "bold", align="centre", before=3)] if facts.tablets else []
    paras: list[Para] = []
    for half in HALVES:
        taken = [(take.drug, take.am if half == "am" else take.pm) for take in day.take]
        taken = [(drug, tablets) for drug, tablets in taken if tablets]
        name = words(HALF_WORD[half])
        sign: Sign = "sun" if half == "am" else "moon"
        if not taken and half not in day.swallow:
            if day.part_held:
                paras.append(Para(words("grid.nothing_held", half=name), base, "bold", before=2))
            else:
                paras.append(Para(words("grid.nothing_then", half=name), base, before=2))
            continue
        if not taken:
            paras.append(Para(name, base, "bold", "tick", before=2, sign=sign))
            paras.append(Para(words("grid.undecided"), base, indent=_tick_indent(base)))
        for drug, tablets in taken:
            title = f"{name} {words.drug(drug)}" if facts.several_oral else name
            paras.append(Para(title, base, "bold", "tick", before=2, sign=sign))
            indent = _tick_indent(base)
            paras.extend(Para(text, base, indent=indent, sign="tablet") for text in tablets_text(words, tablets))
    return paras


def _tick_indent(base: float) -> float:
    return base * 0.9 + 5


def _head(day: CourseDay, facts: CellFacts) -> tuple[str, str]:
    return plain(facts.words.date_text(day.date, "cell_")), facts.words("grid.day", day=day.cycle_day)


def _head_width(day: CourseDay, facts: CellFacts, *, beside: bool = True) -> float:
    date_text, day_text = _head(day, facts)
    widths = (width(date_text, "bold", facts.base + 1), width(day_text, "regular", facts.base))
    return (sum(widths) + 5 if beside else max(widths)) + 2 * PAD


def measure(cycle: CourseCycle, facts: CellFacts, room: float) -> Grid:
    """Lay the cells out for `room` points; a column with a long word takes from the others what they can spare."""
    contents = [cell(day, facts) for day in cycle.days]
    least, loose, dates = [0.0] * WEEK, [0.0] * WEEK, [0.0] * WEEK
    needed = [
        max(
            max(_head_width(day, facts), least_width(_loose(paras)) + 2 * PAD + 0.5)
            for day, paras in zip(cycle.days[column::WEEK], contents[column::WEEK], strict=True)
        )
        for column in range(WEEK)
    ]
    beside = sum(needed) <= room
    for number, (day, paras) in enumerate(zip(cycle.days, contents, strict=True)):
        head = _head_width(day, facts, beside=beside)
        dates[number % WEEK] = max(dates[number % WEEK], head)
        for widest, own in ((least, paras), (loose, _loose(paras))):
            widest[number % WEEK] = max(widest[number % WEEK], head, least_width(own) + 2 * PAD + 0.5)
    columns = _columns(least if sum(least) <= room else loose, dates, room)
    blocks = tuple(lay(paras, columns[number % WEEK] - 2 * PAD) for number, paras in enumerate(contents))
    heads = (facts.base + 1) * LEADING + 2.5 + (0.0 if beside else facts.base * LEADING)
    rows = [blocks[start : start + WEEK] for start in range(0, len(blocks), WEEK)]
    heights = tuple(heads + max(block.height for block in row) + 2 * PAD for row in rows)
    return Grid(cycle.days, facts, columns, blocks, heads, heights, beside, max(0.0, sum(loose) - room))


def _loose(paras: Sequence[Para]) -> list[Para]:
    """The same, headings in two lines where they have two words: before a word breaks, its heading does."""
    return [replace(para, text=para.text.replace(NBSP, " ")) if para.mark == "tag" else para for para in paras]


def _columns(least: Sequence[float], dates: Sequence[float], room: float) -> tuple[float, ...]:
    """Equal columns where all fit; else the widest get what they need first. Words break only if nothing is left.

    dates  what the line of the date needs, which is one line whatever else must break
    """
    if sum(least) > room > sum(dates):
        spare = (room - sum(dates)) / (sum(least) - sum(dates))
        return tuple(date + (wide - date) * spare for date, wide in zip(dates, least, strict=True))
    if sum(least) > room:
        return tuple(wide * room / sum(least) for wide in least)
    columns = [0.0] * len(least)
    left, open_columns = room, set(range(len(least)))
    while open_columns:
        share = left / len(open_columns)
        wide = {number for number in open_columns if least[number] > share}
        for number in wide or open_columns:
            columns[number] = least[number] if wide else share
        left -= sum(columns[number] for number in wide)
        open_columns = open_columns - wide if wide else set()
    return tuple(columns)


def draw(sheet: Sheet, grid: Grid, x: float, y: float, rows: range, height: float) -> float:
    """Draw some rows below their weekday bar, stretched towards `height`; the y below them."""
    room = sum(grid.columns)
    top = y
    sheet.shapes.append(Box(x, y, room, grid.bar, line=0, fill=BLACK))
    words, base = grid.facts.words, grid.facts.base
    first = grid.days[0].date
    left = x
    for number, column in enumerate(grid.columns):
        name = words.weekday(first + timedelta(days=number))
        if width(name, "bold", base) > column - 4:
            name = words.items("date.short_weekdays")[(first + timedelta(days=number)).weekday()]
        middle = left + (column - width(name, "bold", base)) / 2
        sheet.texts.append(Text(middle, y + base + 0.5, name, "bold", base, 1.0))
        left += column
    y += grid.bar
    spare = max(0.0, height - grid.bar - sum(grid.heights[row] for row in rows)) / len(rows)
    for row in rows:
        tall = grid.heights[row] + min(spare, MOST_STRETCH)
        _draw_row(sheet, grid, row, x, y, tall)
        y += tall
    sheet.shapes.append(Box(x, top, room, y - top, line=1.4))
    return y


def _draw_row(sheet: Sheet, grid: Grid, row: int, x: float, y: float, tall: float) -> None:
    facts = grid.facts
    left = x
    for column in range(WEEK):
        number = row * WEEK + column
        wide = grid.columns[column]
        if number < len(grid.days):
            _draw_cell(sheet, grid, number, (left, y, wide, tall), facts)
        sheet.shapes.append(Box(left, y, wide, tall, line=0.8, edge=LINE))
        left += wide


def _draw_cell(
    sheet: Sheet, grid: Grid, number: int, place_at: tuple[float, float, float, float], facts: CellFacts
) -> None:
    left, y, wide, tall = place_at
    day = grid.days[number]
    inside = wide - 2 * PAD
    rest = facts.tablets and without_tablets(day)
    if rest:
        sheet.shapes.append(Hatch(left, y + grid.heads, wide, tall - grid.heads))
    date_text, day_text = _head(day, facts)
    base = facts.base
    baseline = y + PAD + base - 0.5
    sheet.texts.append(Text(left + PAD, baseline, date_text, "bold", base + 1))
    right = left + wide - PAD - width(day_text, "regular", base) if grid.beside else left + PAD
    below = 0.0 if grid.beside else base * LEADING
    sheet.texts.append(Text(right, baseline + below, day_text, "regular", base, MUTED))
    sheet.shapes.append(Rule(left + PAD, y + grid.heads, left + PAD + inside, y + grid.heads, line=0.5))
    place(sheet, grid.blocks[number], left + PAD, y + grid.heads + PAD)
