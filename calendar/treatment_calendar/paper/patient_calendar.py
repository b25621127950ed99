"""The calendar the patient takes home: one cycle a page, then what to watch for, then the cycles to come as dates only.

Every page is read at 12 points or more (14 in the large print); what does not fit goes to a further page, never away.
"""

from collections.abc import Sequence
from datetime import date

from treatment_calendar.course import CourseCycle, CourseDay
from treatment_calendar.paper import advice, grid, summary
from treatment_calendar.paper.block import ASCENT, LEADING, Block, Para, lay, place
from treatment_calendar.paper.changed_dates import NEW_TABLETS, changed_rows
from treatment_calendar.paper.code import payload
from treatment_calendar.paper.fonts import width
from treatment_calendar.paper.frame import GAP, MARGIN, Footer, Look, Pager, finish, look
from treatment_calendar.paper.home import below as home_below
from treatment_calendar.paper.painter import paint
from treatment_calendar.paper.request import CalendarRequest
from treatment_calendar.paper.sheet import BLACK, Box, Sheet, Text
from treatment_calendar.paper.table import table
from treatment_calendar.paper.text import clean, keep, plain
from treatment_calendar.paper.wording import Words, words_of

NORMAL, LARGE = 12.0, 14.0
SHORT_HASH = 7
MOST_NAME, MOST_IDENTIFIER, MOST_PERSON = 200, 60, 80
LEAST_GAP = 2.0  # under the numbers to call, where a page is so full that they would otherwise be left out
COLUMNS = {NORMAL: 3, LARGE: 2}


def patient_calendar(request: CalendarRequest) -> bytes:
    """The PDF. Raises `Refused` where there is no wording for the language or no cycle to print."""
    sheets = calendar_sheets(request)
    return paint(sheets, calendar_title(request), request.language)


def calendar_title(request: CalendarRequest) -> str:
    """What the document is called; no patient in it."""
    return _words(request)("header.title")


def calendar_sheets(request: CalendarRequest) -> list[Sheet]:
    """The pages as things to draw."""
    words = _words(request)
    page_look = look(request.paper, LARGE if request.large_print else NORMAL, landscape=True)
    footer = calendar_footer(request, words)
    sheets: list[Sheet] = []
    for cycle in request.course.cycles:
        if cycle.cycle >= request.from_cycle and cycle.decided:
            sheets += _cycle_sheets(request, cycle, words, page_look, footer)
    if request.changed:
        sheets += _changed_sheets(request, words, page_look, footer)
    sheets += _planned_sheets(request, words, page_look, footer)
    finish(sheets, page_look, footer)
    return sheets


def _words(request: CalendarRequest) -> Words:
    return words_of(request.language, request.profile.date_style, request.profile.number_style)


def _total(request: CalendarRequest) -> int:
    laid_out = max((cycle.cycle for cycle in request.course.cycles), default=0)
    return max(request.planned_cycles or 0, laid_out)


def calendar_footer(request: CalendarRequest, words: Words) -> Footer:
    """Revision, hashes, who and when; the state in capitals until an order is signed for clinical use."""
    state = [] if request.signed else [words("footer.not_signed")]
    state += [] if request.for_clinical_use else [words("footer.not_for_clinical_use")]
    revision = words("footer.revision", revision=request.revision)
    if request.replaces is not None:
        revision += ". " + words("footer.replaces", replaces=request.replaces)
    at = request.printed_at
    moment = words("date.at", date=words.date_text(at.date()), time=f"{at:%H:%M}")
    regimen, profile = request.regimen, request.profile
    lines = (
        words("footer.printed", moment=moment, person=clean(request.printed_by, MOST_PERSON).text),
        words("footer.regimen", id=regimen.id, version=regimen.version, hash=regimen.sha256[:SHORT_HASH]),
        words("footer.profile", id=profile.id, hash=profile.sha256[:SHORT_HASH]),
        *([request.stamp] if request.stamp else []),
    )
    return Footer(
        state="  ·  ".join(state),
        revision=revision,
        lines=lines,
        code_line=words("footer.check", code="").rstrip(),
        page=lambda page, pages: words("footer.page", page=page, pages=pages),
        payload=lambda check: payload("CAPOX1", request.revision_id, request.revision, check),
        facts=(regimen.sha256, profile.sha256, str(request.revision), str(request.replaces), *state),
    )


def _identity(request: CalendarRequest, words: Words) -> tuple[str, str, bool]:
    """Name, the rest of the identity, and whether some of it cannot be printed."""
    name = clean(request.patient_name.strip() or "-", MOST_NAME)
    parts = [words("header.born", date=words.date_text(request.birth_date))]
    odd = name.replaced > 0
    for identifier in request.identifiers:
        shown = clean(identifier.strip(), MOST_IDENTIFIER)
        odd = odd or shown.replaced > 0
        parts.append(keep(shown.text) + (f" {words('header.shortened')}" if shown.shortened else ""))
    text = name.text + (f" {words('header.shortened')}" if name.shortened else "")
    return text, "  ·  ".join(parts), odd


def draw_header(
    sheet: Sheet, request: CalendarRequest, page_look: Look, words: Words, cycle: CourseCycle | None
) -> float:
    """Whose sheet it is and which cycle; the y below."""
    base, room, left = page_look.base, page_look.room, page_look.left
    number, dates = "", ""
    if cycle is not None:
        number = words("header.cycle_of", cycle=cycle.cycle, total=_total(request))
        days = request.regimen.phase_of(cycle.cycle).cycle_days
        first, last = words.date_text(cycle.day1), words.date_text(cycle.last_day)
        dates = words("date.range_every", first=first, last=last, days=days)
    drugs = words("number.plus").join(
        words.drug(drug.name) for drug in advice.drugs_of(request.course, request.regimen)
    )
    name, rest, odd = _identity(request, words)
    y = _line(
        sheet,
        page_look,
        MARGIN - 3,
        Para(words("header.title"), base + 4, "bold"),
        Para(words("header.treatment", drugs=drugs), base),
        Para(number, base + 4, "bold", align="right"),
    )
    y = _line(sheet, page_look, y, Para(name, base + 1, "bold"), Para(rest, base), Para(dates, base, align="right"))
    if odd:
        y = place(sheet, lay([Para(words("header.unprintable"), base, "bold")], room), left, y)
    return summary.underline(sheet, left, y + 3, room)


def _line(sheet: Sheet, page_look: Look, y: float, one: Para, two: Para, right: Para) -> float:
    """Two texts on the left and one on the right of one line; below each other where they do not fit. The y below."""
    room, left = page_look.room, page_look.left
    ones, twos, rights = (width(para.text, para.face, para.size) for para in (one, two, right))
    if ones + twos + rights + 30 <= room:
        sheet.texts.append(Text(left + ones + 12, y + one.size * ASCENT, plain(two.text), two.face, two.size))
        if right.text:
            sheet.texts.append(
                Text(left + room - rights, y + one.size * ASCENT, plain(right.text), right.face, right.size)
            )
        return place(sheet, lay([one], room), left, y)
    if ones + rights + 16 <= room and right.text:
        place(sheet, lay([right], rights + 1), left + room - rights - 1, y)
        return place(sheet, lay([one, two], room), left, y)
    return place(sheet, lay([one, two, *([right] if right.text else [])], room), left, y)


def _band(sheet: Sheet, text: str, page_look: Look, y: float) -> float:
    """A black band across the page that nobody overlooks."""
    block: Block = lay([Para(text, page_look.base, "bold", grey=1.0)], page_look.room - 12)
    sheet.shapes.append(Box(page_look.left, y, page_look.room, block.height + 6, line=0, fill=BLACK))
    place(sheet, block, page_look.left + 6, y + 2.5)
    return y + block.height + 6 + GAP


def _pager(request: CalendarRequest, words: Words, page_look: Look, footer: Footer, cycle: CourseCycle | None) -> Pager:
    def head(sheet: Sheet) -> float:
        return draw_header(sheet, request, page_look, words, cycle)

    return Pager(page_look, footer.height(page_look), head)


def _cycle_sheets(
    request: CalendarRequest, cycle: CourseCycle, words: Words, page_look: Look, footer: Footer
) -> list[Sheet]:
    """The page of dates and the pages of advice of one cycle."""
    pager = _pager(request, words, page_look, footer, cycle)
    pager.turn()
    if cycle.cycle in request.provisional:
        pager.y = _band(pager.sheet, words("planned.provisional"), page_look, pager.y)
    if request.changed:
        key = "changed.band_tablets" if any(m.event == NEW_TABLETS for m in request.changed) else "changed.band"
        key = key if request.replaces is None else f"{key}_replaces"
        pager.y = _band(pager.sheet, words(key, replaces=request.replaces), page_look, pager.y)
    drugs = advice.drugs_of(request.course, request.regimen)
    oral = [drug for drug in drugs if drug.route == "po"]
    strip = summary.Strip(summary.boxes(request, cycle, words, page_look.base, bool(oral)), page_look.room)
    made, strip_here, home = _fitting_grid(request, cycle, words, pager, strip, len(oral))
    overleaf = False  # the home medicines make room for the numbers to call
    if strip_here:
        pager.y = strip.draw(pager.sheet, page_look.left, pager.y) + GAP
    else:
        line = summary.call_line(request, words, page_look.base, page_look.room)
        below = home.height + GAP if home.lines else 0.0
        needed = made.height + line.height + 5 + LEAST_GAP
        overleaf = bool(home.lines) and needed <= pager.left_over < needed + below
        if needed + (0.0 if overleaf else below) > pager.left_over:  # other weeks go overleaf, one stays
            needed, below = _first_week(made, page_look) + line.height + 5 + LEAST_GAP, 0.0
        spare = pager.left_over - needed - (0.0 if overleaf else below)
        if spare >= 0:
            gap = min(GAP, LEAST_GAP + spare)
            pager.y = summary.draw_call_line(pager.sheet, line, page_look.left, pager.y) + gap
    _draw_grid(pager, made, words, home.height + GAP if home.lines and not overleaf else 0.0)
    if home.lines and not overleaf:
        pager.need(home.height)
        pager.y = place(pager.sheet, home, page_look.left, pager.y)
    pager.turn()
    if not strip_here:
        pager.y = strip.draw(pager.sheet, page_look.left, pager.y) + GAP
    if overleaf:
        pager.y = place(pager.sheet, home, page_look.left, pager.y) + GAP
    advice.flow(pager, advice.panels(request, cycle, words, page_look.base), COLUMNS[page_look.base])
    return pager.sheets


def _fitting_grid(
    request: CalendarRequest, cycle: CourseCycle, words: Words, pager: Pager, strip: summary.Strip, oral: int
) -> tuple[grid.Grid, bool, Block]:
    """The fullest form of the page that fits: home medicines in the cells or below, boxes above or on the next page."""
    page_look = pager.look
    nothing = lay([], page_look.room)
    times = dict(request.visit_times)
    closed = grid.closed_days(words, request.course.notes)
    made: list[tuple[grid.Grid, Block]] = []
    for below in (False, True):
        facts = grid.CellFacts(words, page_look.base, oral > 0, oral > 1, below, times, closed)
        home = home_below(cycle, words, page_look.base, page_look.room) if below else nothing
        made.append((grid.measure(cycle, facts, page_look.room), home))
    made.sort(key=lambda one: one[0].excess)  # a form in which every word is whole goes before the others
    for found, home in made:
        if strip.height + GAP + found.height + (home.height + GAP if home.lines else 0.0) <= pager.left_over:
            return found, True, home
    # The numbers to call stay above the dates; the medicines at home go overleaf for them.
    line = summary.call_line(request, words, page_look.base, page_look.room).height + 5 + LEAST_GAP
    for found, home in made:
        if line + found.height <= pager.left_over:
            return found, False, home
    # Not on one page: the boxes stay above if the first week fits below them, the other weeks go on overleaf.
    chosen, home = next((one for one in made if line + _first_week(one[0], page_look) <= pager.left_over), made[0])
    return chosen, strip.height + GAP + _first_week(chosen, page_look) <= pager.left_over, home


def _first_week(made: grid.Grid, page_look: Look) -> float:
    """Points the first week needs, with the words that the calendar goes on overleaf."""
    return made.bar + made.heights[0] + page_look.base * LEADING + 2


def _draw_grid(pager: Pager, made: grid.Grid, words: Words, below: float) -> None:
    """All weeks on this page where they fit; else as many as fit and the others on the next."""
    left = pager.look.left
    rows = range(len(made.heights))
    while rows:
        count = 0
        needed = made.bar
        notice = pager.look.base * LEADING + 2
        while count < len(rows) and needed + made.heights[rows[count]] <= pager.left_over - (
            notice if count < len(rows) - 1 else 0
        ):
            needed += made.heights[rows[count]]
            count += 1
        here, rows = rows[: max(count, 1)], rows[max(count, 1) :]
        free = pager.left_over - (notice if rows else below)
        pager.y = grid.draw(pager.sheet, made, left, pager.y, here, free) + GAP
        if rows:
            text = Text(left, pager.y + pager.look.base * 0.8, words("grid.continues"), "bold", pager.look.base)
            pager.sheet.texts.append(text)
            pager.turn()


def _changed_sheets(request: CalendarRequest, words: Words, page_look: Look, footer: Footer) -> list[Sheet]:
    """Which dates changed, old beside new."""
    base = page_look.base
    pager = _pager(request, words, page_look, footer, None)
    pager.turn()
    key = "changed.intro" if request.replaces is None else "changed.intro_replaces"
    block = lay(
        [Para(words("changed.title"), base + 4, "bold"), Para(words(key, replaces=request.replaces), base, before=2)],
        page_look.room,
    )
    pager.y = place(pager.sheet, block, page_look.left, pager.y) + GAP
    head = [words(f"changed.{name}") for name in ("cycle", "what", "old", "new")]
    rows = [
        [
            [Para(str(row.cycle), base)],
            [Para(row.events, base)],
            [Para(row.old, base)],
            [Para(row.new, base, "bold")],
        ]
        for row in changed_rows(request.changed, words)
    ]
    table(pager, head, rows, (1, 3, 3, 3), base)
    return pager.sheets


def _planned_sheets(request: CalendarRequest, words: Words, page_look: Look, footer: Footer) -> list[Sheet]:
    """The cycles to come: dates, no tablets, and the words that nobody starts by this page."""
    base = page_look.base
    pager = _pager(request, words, page_look, footer, None)
    pager.turn()
    to_come = [cycle for cycle in request.course.cycles if cycle.cycle >= request.from_cycle and not cycle.decided]
    block = lay([Para(words("planned.title"), base + 4, "bold")], page_look.room)
    pager.y = place(pager.sheet, block, page_look.left, pager.y) + 2
    pager.y = _band(pager.sheet, words("planned.warning"), page_look, pager.y)
    text = words("planned.explain" if to_come else "planned.no_others")
    pager.y = place(pager.sheet, lay([Para(text, base)], page_look.room), page_look.left, pager.y) + GAP
    if to_come:
        tablets = any(day.swallow for cycle in to_come for day in cycle.days)
        head = ["cycle", "blood_test", "day1", "infusion_days", *(["tablets"] if tablets else [])]
        rows = [_planned_row(words, cycle, base, tablets) for cycle in to_come]
        table(pager, [words(f"planned.{name}") for name in head], rows, (1, 2, 3.2, 3.8, 3)[: len(head)], base)
    _teach_back(request, words, pager)
    return pager.sheets


def _teach_back(request: CalendarRequest, words: Words, pager: Pager) -> None:
    """What the patient says back in own words before going home, as MASCC's teaching tool for oral treatment asks."""
    base, left, inside = pager.look.base, pager.look.left + 8, pager.look.room - 16
    now = [cycle for cycle in request.course.cycles if cycle.cycle >= request.from_cycle and cycle.decided]
    if not now:
        return
    tablets = any(day.swallow for cycle in now for day in cycle.days)
    asked = [*(words.items("teach_back.tablets") if tablets else ()), *words.items("teach_back.all")]
    ticks = [Para(text, base, mark="square", before=2) for text in asked]
    half = (len(ticks) + 1) // 2
    title = lay([Para(words("teach_back.title"), base + 2, "bold"), Para(words("teach_back.how"), base)], inside)
    columns = [lay(part, inside / 2 - 4) for part in (ticks[:half], ticks[half:])]
    by = lay([Para(words("teach_back.by"), base)], inside)
    middle = max(column.height for column in columns)
    tall = title.height + middle + by.height + base + 6
    pager.need(tall + GAP)
    top = pager.y + GAP
    pager.sheet.shapes.append(Box(pager.look.left, top, pager.look.room, tall, radius=6))
    y = place(pager.sheet, title, left, top + 2) + 2
    for column, x in zip(columns, (left, left + inside / 2 + 4), strict=True):
        place(pager.sheet, column, x, y)
    place(pager.sheet, by, left, y + middle + base * 0.7)
    pager.y = top + tall


def _planned_row(words: Words, cycle: CourseCycle, base: float, tablets: bool) -> list[Sequence[Para]]:
    def dates(days: Sequence[date]) -> list[Para]:
        return [Para(words.date_text(day, "short_"), base) for day in days] or [Para(words("date.none"), base)]

    def infusions(day: CourseDay) -> Para:
        drugs = words("number.list").join(words.drug(given.drug) for given in day.give)
        return Para(words("planned.on", date=words.date_text(day.date, "short_"), drugs=drugs), base)

    visits = [infusions(day) for day in cycle.days if day.give]
    row: list[Sequence[Para]] = [
        [Para(str(cycle.cycle), base, "bold")],
        dates([test.date for test in cycle.blood_tests]),
        [Para(words.date_text(cycle.day1, "weekday_"), base, "bold")],
        visits or [Para(words("date.none"), base)],
    ]
    if tablets:
        first, last = cycle.first_dose, cycle.last_dose
        text = words("date.none")
        if first is not None and last is not None:
            text = words("date.range", first=summary.moment_text(words, first), last=summary.moment_text(words, last))
        row.append([Para(text, base)])
    return row
