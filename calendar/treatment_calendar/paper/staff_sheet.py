"""The staff sheet of one cycle: basis, doses with their whole proof, preparation, sequence, alerts, signature lines."""

from collections.abc import Sequence

from treatment_calendar.paper import staff_doses, staff_restarts, staff_sections, staff_supportive
from treatment_calendar.paper.block import Para, lay, place
from treatment_calendar.paper.code import payload
from treatment_calendar.paper.frame import GAP, MARGIN, Footer, Look, Pager, finish, look
from treatment_calendar.paper.painter import paint
from treatment_calendar.paper.request import StaffSheetRequest
from treatment_calendar.paper.sheet import BLACK, LINE, Rule, Sheet
from treatment_calendar.paper.staff_words import SIZE, StaffWords, staff_words
from treatment_calendar.paper.text import clean

MOST_NAME, MOST_IDENTIFIER, MOST_PERSON, SHORT_HASH = 200, 60, 80, 7


def staff_sheet(request: StaffSheetRequest) -> bytes:
    """The PDF."""
    return paint(staff_sheets(request), staff_words(request)("title"), "en")


def staff_sheets(request: StaffSheetRequest) -> list[Sheet]:
    """The pages as things to draw."""
    words = staff_words(request)
    page_look = look(request.paper, SIZE, landscape=False)
    footer = _footer(request, words)
    pager = Pager(page_look, footer.height(page_look), lambda sheet: _head(sheet, request, page_look, words))
    pager.turn()
    for title, paras in sections(request, words):
        if title == words("order_of_day"):  # what goes before the infusions stands before them
            staff_supportive.given_here(pager, request, words)
        _section(pager, title, paras)
    staff_sections.signatures(pager, request, words)
    finish(pager.sheets, page_look, footer)
    return pager.sheets


def sections(request: StaffSheetRequest, words: StaffWords) -> list[tuple[str, list[Para]]]:
    """Title and contents of each part, alerts before doses so that nobody prepares past an open stop."""
    found = [
        ("", staff_sections.state(request, words)),
        (words("alerts"), staff_sections.alerts(request, words)),
        (words("basis"), staff_sections.basis(request, words)),
        (words("doses"), staff_doses.doses(request, words)),
        (words("restarts"), staff_restarts.restarts(request, words)),
        (words("order_of_day"), staff_sections.order_of_day(request, words)),
        (words("home"), staff_supportive.home(request, words)),
        (words("dates"), staff_sections.dates(request, words)),
        (words("holds"), staff_sections.holds(request, words)),
        (words("proof"), staff_doses.proofs(request, words)),
        (words("settings"), staff_sections.settings(request, words)),
        (words("hashes"), staff_sections.hashes(request, words)),
    ]
    return [(title, paras) for title, paras in found if paras]


def _section(pager: Pager, title: str, paras: Sequence[Para]) -> None:
    """A titled run of paragraphs; goes on over pages, its title never alone at the bottom."""
    room, left = pager.look.room, pager.look.left
    head = lay([Para(title, SIZE + 1.5, "bold", small=True)] if title else [], room)
    pager.need(head.height + lay(paras[:1], room).height + GAP)
    if title:
        pager.sheet.shapes.append(Rule(left, pager.y, left + room, pager.y, line=0.6, grey=LINE))
        pager.y = place(pager.sheet, head, left, pager.y + 2)
    for number, para in enumerate(paras):
        block = lay([para], room)
        heading = para.face == "bold" and not para.indent  # stays with what it is the heading of
        pager.need(block.height + (lay(paras[number + 1 : number + 3], room).height if heading else 0.0))
        pager.y = place(pager.sheet, block, left, pager.y + para.before)
    pager.y += GAP


def _head(sheet: Sheet, request: StaffSheetRequest, page_look: Look, words: StaffWords) -> float:
    case, room, left = request.case, page_look.room, page_look.left
    patient = case.patient
    total = max(request.planned_cycles or 0, *(cycle.cycle for cycle in request.course.cycles))
    name = clean(patient.name.strip() or "-", MOST_NAME)
    identifiers = [clean(text.strip(), MOST_IDENTIFIER) for text in patient.identifiers]
    age = case.day1.year - patient.birth_date.year
    age -= (case.day1.month, case.day1.day) < (patient.birth_date.month, patient.birth_date.day)
    born = words("born", date=words.date_text(patient.birth_date), age=age, sex=patient.sex)
    number = words("cycle_of", cycle=case.cycle, total=total)
    regimen = words("regimen", title=clean(request.regimen.title).text, version=request.regimen.version)
    day1 = words("day1", date=words.date_text(request.course.cycle(case.cycle).day1, "weekday_"))
    paras = [
        Para(f"{words('title')}  ·  {number}", SIZE + 4, "bold", small=True),
        Para(words.shortened(name), SIZE + 3, "bold", small=True),
        Para("  ·  ".join([born, *(words.shortened(shown) for shown in identifiers)]), SIZE, small=True),
        Para(f"{regimen}  ·  {day1}", SIZE, small=True),
    ]
    if name.replaced or any(shown.replaced for shown in identifiers):
        paras.append(Para(words("unprintable"), SIZE, "bold", small=True))
    y = place(sheet, lay(paras, room), left, MARGIN - 2) + 3
    sheet.shapes.append(Rule(left, y, left + room, y, line=2.0, grey=BLACK))
    return y + GAP


def _footer(request: StaffSheetRequest, words: StaffWords) -> Footer:
    patient_words = words.patient
    state = [] if request.signed else [patient_words("footer.not_signed")]
    state += [] if request.for_clinical_use else [patient_words("footer.not_for_clinical_use")]
    revision = (
        f"{words('sheet', cycle=request.case.cycle)}. {patient_words('footer.revision', revision=request.revision)}"
    )
    if request.replaces is not None:
        revision += ". " + patient_words("footer.replaces", replaces=request.replaces)
    at, regimen, profile = request.printed_at, request.regimen, request.profile
    moment = patient_words("date.at", date=words.date_text(at.date()), time=f"{at:%H:%M}")
    return Footer(
        state="  ·  ".join(state),
        revision=revision,
        lines=(
            patient_words("footer.printed", moment=moment, person=clean(request.printed_by, MOST_PERSON).text),
            patient_words("footer.regimen", id=regimen.id, version=regimen.version, hash=regimen.sha256[:SHORT_HASH]),
            patient_words("footer.profile", id=profile.id, hash=profile.sha256[:SHORT_HASH]),
            *([request.stamp] if request.stamp else []),
        ),
        code_line=patient_words("footer.check", code="").rstrip(),
        page=lambda page, pages: patient_words("footer.page", page=page, pages=pages),
        payload=lambda check: payload("CAPOX1S", request.revision_id, request.revision, check),
        facts=(regimen.sha256, profile.sha256, str(request.revision), str(request.replaces), *state),
    )
