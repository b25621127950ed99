"""Supportive care on the staff sheet: given here, with a place to sign, and apart from it what is taken at home."""

from collections.abc import Iterable

from regimen.supportive import LeftOut, OrderedItem
from treatment_calendar.course import CourseCycle, CourseDay, SupportiveToday
from treatment_calendar.paper.block import Para, lay, place
from treatment_calendar.paper.frame import GAP, Pager
from treatment_calendar.paper.request import StaffSheetRequest
from treatment_calendar.paper.sheet import LINE, Rule
from treatment_calendar.paper.staff_words import SIZE, StaffWords, para
from treatment_calendar.paper.table import table

SIGN_LINES = 2  # lines of a row, so that a name and a time can be written


def given_here(pager: Pager, request: StaffSheetRequest, words: StaffWords) -> None:
    """A row for each item and date at the clinic, with a place to sign; nothing where nothing is given."""
    cycle = request.course.cycle(request.case.cycle)
    rows = [
        [
            [para(words("given_on", date=words.date_text(day.date, "short_"), day=day.cycle_day), "bold")],
            [para(_item(medicine, words), "bold"), *_why(request, medicine, words)],
            [para(_times(medicine, words))],
            [para(" ")] * SIGN_LINES,
        ]
        for day in cycle.days
        for medicine in _at_clinic(day)
    ]
    rows += [
        [
            [para(words("as_needed"), "bold")],
            [para(_item(medicine, words), "bold"), *_why(request, medicine, words)],
            [para(" ")],
            [para(" ")] * SIGN_LINES,
        ]
        for medicine in cycle.as_needed
        if medicine.where == "clinic"
    ]
    if not rows:
        return
    notes = [Para(words("given_here"), SIZE + 1.5, "bold", small=True), *_listed(cycle, words)]
    block = lay(notes, pager.look.room)
    pager.need(block.height + SIZE * 6)
    left, right = pager.look.left, pager.look.left + pager.look.room
    pager.sheet.shapes.append(Rule(left, pager.y, right, pager.y, line=0.6, grey=LINE))
    pager.y = place(pager.sheet, block, left, pager.y + 2) + 2
    head = [words(f"given_{name}") for name in ("day", "what", "when", "sign")]
    table(pager, head, rows, (2.2, 4, 2.6, 3.4), SIZE)
    pager.y += GAP


def home(request: StaffSheetRequest, words: StaffWords) -> list[Para]:
    """What the patient takes at home, with its days; what is for need; what was left out, of either list."""
    cycle = request.course.cycle(request.case.cycle)
    days: dict[str, list[int]] = {}
    known: dict[str, SupportiveToday] = {}
    for day in cycle.days:
        for medicine in day.supportive:
            if medicine.where == "home":
                known.setdefault(medicine.id, medicine)
                days.setdefault(medicine.id, []).append(day.cycle_day)
    paras = []
    for ident, medicine in known.items():
        text = words("home_medicine", medicine=_item(medicine, words), times=_times(medicine, words))
        text = words("home_days", medicine=text, days=", ".join(str(day) for day in days[ident]))
        paras += [para(text, mark="bullet"), *_why(request, medicine, words, indent=True)]
    for medicine in cycle.as_needed:
        if medicine.where == "home":
            key = "home_care" if is_care(medicine) else "home_for_need"
            paras.append(para(words(key, medicine=_item(medicine, words)), mark="bullet"))
            if medicine.call_first:
                paras.append(para(words("call_first"), "bold", indent=12.0))
            paras += _why(request, medicine, words, indent=True)
    out = [para(_out(one, words), mark="bullet") for one in _left_out(request)]
    return [*_listed(cycle, words), *paras, *out] if paras or out else []


def is_care(medicine: SupportiveToday) -> bool:
    """Care of mouth, hands and feet: for every day, not "if needed"."""
    return medicine.purpose in ("mouth", "skin")


def _at_clinic(day: CourseDay) -> Iterable[SupportiveToday]:
    return (medicine for medicine in day.supportive if medicine.where == "clinic")


def _item(medicine: SupportiveToday, words: StaffWords) -> str:
    key = "item" if medicine.dose[:1].isdecimal() else "item_in_words"
    return words(key, name=words.user(medicine.name), dose=words.user(medicine.dose))


def _times(medicine: SupportiveToday, words: StaffWords) -> str:
    return ", ".join(words(f"time_{time.replace(' ', '_')}") for time in medicine.times)


def _listed(cycle: CourseCycle, words: StaffWords) -> list[Para]:
    return [] if cycle.supportive_ordered else [para(words("supportive_listed"), "bold")]


def _why(request: StaffSheetRequest, medicine: SupportiveToday, words: StaffWords, indent: bool = False) -> list[Para]:
    """The reason of an item that is not as it is listed."""
    one = _ordered(request, medicine.id)
    if one is None or not one.reason:
        return []
    key = "item_added" if one.origin == "patient" else "item_changed"
    return [para(words(key, reason=words.user(one.reason)), indent=12.0 if indent else 0.0)]


def _ordered(request: StaffSheetRequest, ident: str) -> OrderedItem | None:
    items = request.order.supportive.items if request.order.supportive is not None else ()
    return next((one for one in items if one.item.id == ident), None)


def _left_out(request: StaffSheetRequest) -> tuple[LeftOut, ...]:
    return request.order.supportive.left_out if request.order.supportive is not None else ()


def _out(one: LeftOut, words: StaffWords) -> str:
    where = words("where_clinic" if one.where == "clinic" else "where_home")
    return words("item_left_out", name=words.user(one.name), where=where, reason=words.user(one.reason))
