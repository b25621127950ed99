"""The comparison on paper for the talk with the patient: plain words, bars with their numbers, no name, no advice.

It says in words what it leaves out, and from which file and version each regimen was counted.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from outcomes.burden.figures import busy_days, hours
from outcomes.burden.values import Burden, Column, Comparison, PageAsked, burden_data
from regimen.numbers import plain
from treatment_calendar.paper.block import LEADING, Para, lay, place
from treatment_calendar.paper.fonts import width
from treatment_calendar.paper.frame import MARGIN, STATE, Look, Pager, look
from treatment_calendar.paper.painter import paint
from treatment_calendar.paper.sheet import BLACK, MUTED, Box, Rule, Sheet, Text
from treatment_calendar.paper.text import clean

BASE, LARGE = 12.0, 16.0
SMALL = 8.5
BAR_ROOM = 0.36  # of the width for bars, beside name and number
NAME_ROOM = 0.32
BAR_GREY = 0.35
NOTE_LINES = 3
LINE_GAP = 24.0


@dataclass(frozen=True, slots=True)
class _Row:
    """One block: what is counted, its bars and a note."""

    title: str
    amounts: Sequence[Decimal]
    words: Sequence[str]
    note: str = ""


def talk_page(asked: PageAsked) -> bytes:
    """The page. At least one regimen must have been counted."""
    sheets = talk_sheets(asked)
    words = _words(asked)
    return paint(sheets, str(words["title"]), asked.language)


def talk_sheets(asked: PageAsked) -> list[Sheet]:
    """What stands on it, for tests as for the painter."""
    columns = asked.comparison.counted
    if not columns:
        raise ValueError("nothing was counted")
    words, size = _words(asked), LARGE if asked.large_print else BASE
    paper = look(asked.paper, size, landscape=False)
    pager = Pager(paper, _footer_height(), lambda sheet: _head(sheet, paper, asked))
    pager.turn()
    _lead(pager, asked, size)
    for row in _rows(asked.comparison, columns, words):
        _bars(pager, row, [_name(column) for column in columns], size)
    _limits(pager, words, size)
    _notes(pager, words, size)
    _files(pager, columns, words, size)
    for number, sheet in enumerate(pager.sheets, 1):
        _foot(sheet, paper, asked, number, len(pager.sheets))
    return pager.sheets


def _words(asked: PageAsked) -> Any:
    return burden_data()["page"][asked.language]


def _name(column: Column) -> str:
    return column.name


def _rows(comparison: Comparison, columns: Sequence[Column], words: Any) -> list[_Row]:
    burdens = [column.burden for column in columns if column.burden is not None]
    times, days = comparison.asked.times, comparison.asked.weeks * 7

    def row(title: str, amount: Callable[[Burden], int], said: Callable[[Burden], str], note: str = "") -> _Row:
        return _Row(words[title], [Decimal(amount(one)) for one in burdens], [said(one) for one in burdens], note)

    around = times.around_infusion
    chair = words["chair_note"].format(minutes=around) if around else words["chair_note_none"]
    found = [
        row("visits", lambda one: one.iv_visits, lambda one: words["visits_one"].format(n=one.iv_visits)),
        row("chair", lambda one: one.chair_minutes, lambda one: _chair(one, words), chair),
        row("tests", lambda one: one.blood_tests, lambda one: _tests(one, words)),
    ]
    if times.travel:
        note = words["travel_note"].format(minutes=times.travel)
        found.append(row("travel", lambda one: one.travel_minutes, lambda one: hours(one.travel_minutes), note))
    found.append(row("tablets", lambda one: one.tablet_count, lambda one: _tablets(one, words)))
    found.append(
        row(
            "free", lambda one: one.quiet_days, lambda one: words["free_days"].format(n=days - busy_days(one), all=days)
        )
    )
    return found


def _chair(one: Burden, words: Any) -> str:
    said = hours(one.chair_minutes)
    unknown = any(thing.startswith("infusion time") for thing in one.unknown)
    return str(words["at_least"].format(words=said)) if unknown else said


def _tests(one: Burden, words: Any) -> str:
    key = "tests_trips" if one.test_trips else "tests_none"
    return str(words[key].format(n=one.blood_tests, trips=one.test_trips))


def _tablets(one: Burden, words: Any) -> str:
    if not one.tablet_count:
        return str(words["tablets_none"])
    return str(words["tablets_some"].format(n=one.tablet_count, days=one.tablet_days, all=one.weeks * 7))


def _head(sheet: Sheet, paper: Look, asked: PageAsked) -> float:
    """The title on every page; the y below it."""
    block = lay([Para(str(_words(asked)["title"]), paper.base * 1.5, "bold")], paper.room)
    return place(sheet, block, paper.left, MARGIN) + 6


def _lead(pager: Pager, asked: PageAsked, size: float) -> None:
    words, given = _words(asked), asked.comparison.asked
    key = "size_patient" if given.size.whose == "patient" else "size_reference"
    height, weight = plain(given.size.height_cm), plain(given.size.weight_kg)
    paras = [
        Para(words["not_advice"], size, "bold"),
        Para(words["lead"].format(weeks=given.weeks), size, before=3),
        Para(words[key].format(height=height, weight=weight), size),
    ]
    _flow(pager, paras)


def _bars(pager: Pager, row: _Row, names: Sequence[str], size: float) -> None:
    """One block kept together: title, a bar for each regimen with its name before and its number behind."""
    room = pager.look.room
    behind = room * (1 - NAME_ROOM - BAR_ROOM) - 6
    cells = [
        (lay([Para(name, size * 0.92)], room * NAME_ROOM - 6), lay([Para(said, size * 0.92, "bold")], behind))
        for name, said in zip(names, row.words, strict=True)
    ]
    talls = [max(one.height for one in cell) + 3 for cell in cells]
    note = lay([Para(row.note, size * 0.85, grey=MUTED, small=size * 0.85 < BASE)], room) if row.note else None
    title = lay([Para(row.title, size * 1.08, "bold")], room)
    pager.need(10 + title.height + sum(talls) + (note.height if note else 0))
    pager.y += 8
    sheet, left = pager.sheet, pager.look.left
    sheet.shapes.append(Rule(left, pager.y, left + room, pager.y, 0.6))
    pager.y = place(sheet, title, left, pager.y + 2) + 1
    longest = max(row.amounts) or Decimal(1)
    for (name, said), amount, tall in zip(cells, row.amounts, talls, strict=True):
        place(sheet, name, left, pager.y)
        start, most = left + room * NAME_ROOM, room * BAR_ROOM
        wide = float(amount / longest) * most
        high = size * 0.72
        top = pager.y + size * 0.3
        sheet.shapes.append(Box(start, top, most, high, line=0.4, edge=0.7))
        if wide:
            sheet.shapes.append(Box(start, top, max(wide, 1.0), high, line=0, fill=BAR_GREY))
        place(sheet, said, start + most + 6, pager.y)
        pager.y += tall
    if note is not None:
        pager.y = place(sheet, note, left, pager.y)


def _limits(pager: Pager, words: Any, size: float) -> None:
    paras = [Para(words["not_advice"], size, "bold")]
    paras += [Para(text, size, mark="bullet", before=2) for text in words["not_said"]]
    pager.y += 8
    _flow(pager, paras)


def _notes(pager: Pager, words: Any, size: float) -> None:
    """Lines to write on."""
    pager.need(size * LEADING + NOTE_LINES * LINE_GAP + 10)
    pager.y += 8
    pager.y = place(pager.sheet, lay([Para(words["notes"], size, "bold")], pager.look.room), pager.look.left, pager.y)
    for _ in range(NOTE_LINES):
        pager.y += LINE_GAP
        pager.sheet.shapes.append(Rule(pager.look.left, pager.y, pager.look.left + pager.look.room, pager.y, 0.6))


def _files(pager: Pager, columns: Sequence[Column], words: Any, size: float) -> None:
    """Which file and version each regimen came from; staff words, small."""
    paras = [Para(words["files"], SMALL + 1, "bold", small=True)]
    for column in columns:
        text = words["file"].format(
            name=column.name, id=column.chosen.regimen, version=column.version, status=column.status,
            sha=column.sha256[:12],
        )  # fmt: skip
        more = [*column.levels]
        if column.to_verify:
            more.append(words["file_verify"].format(count=column.to_verify))
        paras.append(Para("; ".join((text, *more)), SMALL, grey=MUTED, small=True, before=1))
    pager.y += 10
    _flow(pager, paras)


def _flow(pager: Pager, paras: Sequence[Para]) -> None:
    """Paragraphs below each other, each whole on a page."""
    for para in paras:
        block = lay([para], pager.look.room)
        pager.need(block.height + para.before)
        pager.y = place(pager.sheet, block, pager.look.left, pager.y + para.before)


def _footer_height() -> float:
    return 2 * SMALL * LEADING + 10


def _foot(sheet: Sheet, paper: Look, asked: PageAsked, number: int, pages: int) -> None:
    """Not advice, who made it and when, page n of m, on every page."""
    words = _words(asked)
    top = paper.height - MARGIN - _footer_height()
    sheet.shapes.append(Rule(paper.left, top, paper.left + paper.room, top))
    y = top + 4 + STATE
    x = paper.left
    if not asked.for_clinical_use:
        label = str(words["not_for_use"])
        wide = width(label, "bold", STATE) + 10
        sheet.shapes.append(Box(x, top + 4, wide, STATE * LEADING + 2, line=0, fill=BLACK))
        sheet.texts.append(Text(x + 5, y + 0.3, label, "bold", STATE, 1.0, True))
        x += wide + 8
    sheet.texts.append(Text(x, y, str(words["not_advice"]), "bold", SMALL, small=True))
    made = words["made"].format(date=_day(asked.on), person=clean(asked.person).text, site=clean(asked.site).text)
    sheet.texts.append(Text(paper.left, y + SMALL * LEADING + 3, made.strip(" ,"), "regular", SMALL, MUTED, True))
    label = words["page"].format(n=number, m=pages)
    sheet.texts.append(Text(paper.left + paper.room - width(label, "bold", STATE), y, label, "bold", STATE, small=True))


def _day(day: date) -> str:
    return f"{day.day} {day:%b %Y}"
