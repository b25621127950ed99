"""What to watch for, when to call, how to take the tablets: panels that flow into columns, nothing lost."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from regimen.definition import Drug, Regimen
from treatment_calendar.course import Course, CourseCycle
from treatment_calendar.paper.block import Para, lay, place, split
from treatment_calendar.paper.frame import GAP, Pager
from treatment_calendar.paper.home import for_need
from treatment_calendar.paper.request import CalendarRequest
from treatment_calendar.paper.sheet import BLACK, LINE, Box
from treatment_calendar.paper.summary import fever_text, phone_paras
from treatment_calendar.paper.text import clean
from treatment_calendar.paper.wording import Words

PANEL_PAD = 6.0
WIDER = (1.1, 1.2, 1.3, 0.9)  # widths of the last column tried, in parts of an even one


@dataclass(frozen=True, slots=True)
class Panel:
    """One box of advice; heavy: the one that must be seen first."""

    paras: tuple[Para, ...]
    heavy: bool = False


def drugs_of(course: Course, regimen: Regimen, cycle: CourseCycle | None = None) -> list[Drug]:
    """The regimen's drugs that stand on the dates of a cycle, or of the whole course, in the order of the day.

    A drug is found where it is given, taken or held; where tablets are planned but not decided, the oral ones count.
    """
    days = [day for each in ((cycle,) if cycle else course.cycles) for day in each.days]
    named = {given.drug for day in days for given in day.give}
    named |= {take.drug for day in days for take in day.take} | {drug for day in days for drug in day.held}
    undecided = any(day.swallow and not day.take for day in days)
    found: dict[str, Drug] = {}  # a regimen may hold one name twice, for one option each
    for drug in regimen.drugs:
        if drug.name in named or (undecided and drug.route == "po"):
            found.setdefault(drug.name, drug)
    return sorted(found.values(), key=lambda drug: drug.sequence)


def panels(request: CalendarRequest, cycle: CourseCycle, words: Words, base: float) -> list[Panel]:
    """The panels of one cycle, the most urgent first; only what concerns this patient's treatment."""
    drugs = drugs_of(request.course, request.regimen)
    roles = {drug.role for drug in drugs}
    oral = [drug.name for drug in drugs if drug.route == "po"]
    found = [_call(request, words, base, drugs)]
    if oral:
        found.append(_panel(words, base, "stop.title", words.items("stop.items"), closing="stop.closing", heavy=True))
        found.append(_take(words, base, oral))
    if any(day.cold_precautions for each in request.course.cycles for day in each.days):
        found.append(_panel(words, base, "cold.title", words.items("cold.items")))
    if any(day.held for day in cycle.days):
        found.append(_panel(words, base, "hold.title", words.items("hold.items")))
    medicines = list(words.items("medicines.items"))
    if "fluoropyrimidine" in roles:
        medicines += words.items("medicines.fluoropyrimidine")
    found.append(_panel(words, base, "medicines.title", medicines))
    at_hand = for_need(cycle, words, base)
    if at_hand:
        heavy = any(medicine.call_first for medicine in cycle.as_needed if medicine.where == "home")
        found.append(Panel((Para(words("medicines.home_title"), base + 2, "bold"), *at_hand), heavy))
    return found


def _panel(
    words: Words, base: float, title: str, items: Sequence[str], closing: str = "", heavy: bool = False
) -> Panel:
    paras = [Para(words(title), base + 2, "bold")]
    paras += [Para(item, base, mark="bullet", before=1) for item in items]
    if closing:
        paras.append(Para(words(closing), base, "bold", before=3))
    return Panel(tuple(paras), heavy)


def _call(request: CalendarRequest, words: Words, base: float, drugs: Sequence[Drug]) -> Panel:
    contacts = request.contacts
    roles = {drug.role for drug in drugs}
    tablets = any(drug.route == "po" for drug in drugs)
    inhibitors = words("number.list").join(words.drug(drug.name) for drug in drugs if drug.role == "inhibitor")
    paras = [Para(words("call.title"), base + 2, "bold")]
    if contacts.site_name.strip():
        paras.append(Para(clean(contacts.site_name, 120).text, base))
    paras += phone_paras(contacts, words, base + 2)
    if contacts.day_hours.strip():
        paras.append(Para(words("call.hours", hours=clean(contacts.day_hours, 120).text), base))
    items = [words("call.fever", fever=fever_text(words, request.profile.fever)), *words.items("call.items")]
    items += () if tablets else words.items("call.without_tablets")
    items += words.items("call.platinum") if "platinum" in roles else ()
    items += words.items("call.inhibitor") if "inhibitor" in roles else ()
    paras += [Para(item, base, mark="bullet", before=1) for item in items]
    paras += [Para(item, base, before=2) for item in words.items("call.later", drug=inhibitors)] if inhibitors else []
    paras.append(Para(words("call.closing_tablets" if tablets else "call.closing"), base, "bold", before=3))
    return Panel(tuple(paras), heavy=True)


def _take(words: Words, base: float, oral: Sequence[str]) -> Panel:
    items: list[str] = []
    for drug in oral:
        key = f"take.{drug}" if words.has(f"take.{drug}") else "take.other"
        items += [text for text in words.items(key, drug=words.drug(drug)) if text not in items]
    return _panel(words, base, "take.title", [*items, *words.items("take.after")])


def flow(pager: Pager, found: Sequence[Panel], columns: int) -> None:
    """Set panels into columns, each into the first that has room for it; new pages as needed.

    Where all fit on one page the columns are kept about equally long. Where they do not fit in the order given, the
    light ones are tried from the highest to the lowest, then a last column that is wider than the others. A panel
    longer than a whole column goes on in the next one.
    """
    free = pager.look.room - GAP * (columns - 1)
    wide = free / columns
    measured = [(panel, _height(panel, wide)) for panel in found]
    widths = [wide] * columns
    waiting = measured
    limit = pager.bottom
    for order, bottom in _tries(measured, pager, columns):
        if not _pack(order, pager.y, bottom, widths)[1]:
            waiting, limit = order, bottom
            break
    else:
        for part in WIDER if columns > 1 else ():
            tried = [(free - wide * part) / (columns - 1)] * (columns - 1) + [wide * part]
            if not _pack(measured, pager.y, pager.bottom, tried)[1]:
                widths = tried
                break
    while waiting:
        placed, waiting = _pack(waiting, pager.y, limit, widths)
        for panel, column, y in placed:
            x = pager.look.left + sum(widths[:column]) + column * GAP
            _draw(pager, panel, x, y, widths[column])
        if waiting and not placed:
            panel = waiting.pop(0)[0]
            parts = split(panel.paras, wide - 2 * PANEL_PAD, pager.bottom - pager.y - 2 * PANEL_PAD)
            cut = [Panel(tuple(part), panel.heavy) for part in parts if part]
            waiting = [(part, _height(part, wide)) for part in cut] + waiting
        elif waiting:
            pager.turn()
    pager.y = pager.bottom


Measured = tuple[Panel, float]
Placed = tuple[Panel, int, float]


def _tries(natural: list[Measured], pager: Pager, columns: int) -> Iterator[tuple[list[Measured], float]]:
    """The ways to fill one page with columns of one width, the most even first."""
    by_height = sorted(natural, key=lambda pair: (not pair[0].heavy, -pair[1]))
    even = pager.y + sum(tall for _, tall in natural) / columns
    for order in (natural, by_height):
        for part in range(5):
            if even < pager.bottom:
                yield order, even + (pager.bottom - even) * part / 4


def _height(panel: Panel, wide: float) -> float:
    return lay(panel.paras, wide - 2 * PANEL_PAD).height + 2 * PANEL_PAD


def _pack(
    found: Sequence[Measured], top: float, bottom: float, widths: Sequence[float]
) -> tuple[list[Placed], list[Measured]]:
    """(panel, column, y) of those that fit on one page, and those that wait for the next."""
    ends = [top] * len(widths)
    even = len(set(widths)) == 1
    placed: list[Placed] = []
    waiting: list[Measured] = []
    for panel, tall in found:
        heights = [tall if even else _height(panel, wide) for wide in widths]
        column = next((number for number, end in enumerate(ends) if end + heights[number] <= bottom + 0.01), None)
        if column is None:
            waiting.append((panel, tall))
        else:
            placed.append((panel, column, ends[column]))
            ends[column] += heights[column] + GAP
    return placed, waiting


def _draw(pager: Pager, panel: Panel, x: float, y: float, wide: float) -> None:
    line, edge = (2.0, BLACK) if panel.heavy else (0.8, LINE)
    tall = _height(panel, wide)
    pager.sheet.shapes.append(Box(x, y, wide, tall, line=line, edge=edge, radius=6))
    place(pager.sheet, lay(panel.paras, wide - 2 * PANEL_PAD), x + PANEL_PAD, y + PANEL_PAD - 2)
