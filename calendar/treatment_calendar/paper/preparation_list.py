"""The pharmacy's preparation list of one day: each drug with its patients, vials and sums; who is to wait."""

from collections.abc import Sequence
from decimal import Decimal

from regimen.numbers import decimals, plain
from regimen.order import Vial
from treatment_calendar.paper.block import Para, lay, place
from treatment_calendar.paper.clinic_text import (
    MOST_NAME,
    MOST_SITE,
    SIZE,
    StaffText,
    anchor,
    dates,
    footer,
    head,
    moment,
    para,
    user,
)
from treatment_calendar.paper.frame import GAP, Footer, Look, Pager, finish, look
from treatment_calendar.paper.painter import paint
from treatment_calendar.paper.preparation_request import (
    InfusionRow,
    InfusionTable,
    PreparationRequest,
    TabletRow,
    TabletTable,
    WaitingRow,
)
from treatment_calendar.paper.sheet import BLACK, LINE, Rule, Sheet
from treatment_calendar.paper.table import table
from treatment_calendar.paper.text import clean

_words = StaffText("preparation")
#: Shares of the width: who, dose, vials, drawn up and into, left over.
PARTS = (32, 13, 22, 22, 11)
TABLET_PARTS = (45, 55)
WAITING_PARTS = (40, 60)
SIGN_ROOM = 22.0


def preparation_list(request: PreparationRequest) -> bytes:
    """The PDF."""
    return paint(preparation_sheets(request), title(), "en")


def title() -> str:
    """What the document is called; no patient in it."""
    return _words("title")


def preparation_sheets(request: PreparationRequest) -> list[Sheet]:
    """The pages as things to draw."""
    page_look = look(request.imprint.paper, SIZE, landscape=False)
    footer = _footer(request)
    pager = Pager(page_look, footer.height(page_look), lambda sheet: _head(sheet, request, page_look))
    pager.turn()
    if not request.infusions and not request.tablets:
        _paras(pager, [para(_words("nobody"), bold=True)])
    for infusions in request.infusions:
        _infusions(pager, infusions, request)
    for tablets in request.tablets:
        _tablets(pager, tablets)
    if request.infusions or request.tablets:
        _signed_by(pager)
    if request.waiting:
        _waiting(pager, request.waiting)
    anchor(pager, _words, request.imprint, whole=False)
    finish(pager.sheets, page_look, footer)
    return pager.sheets


def _paras(pager: Pager, paras: Sequence[Para], before: float = 0.0) -> None:
    """Paragraphs kept together."""
    block = lay(paras, pager.look.room)
    pager.need(block.height + before)
    pager.y = place(pager.sheet, block, pager.look.left, pager.y + before)


def _title(pager: Pager, words: str) -> None:
    """The heading of a table, never alone at the bottom of a page."""
    block = lay([para(words, bold=True, larger=3)], pager.look.room)
    pager.need(block.height + 8 * SIZE)
    pager.y = place(pager.sheet, block, pager.look.left, pager.y + 2 * GAP) + GAP


def _who(name: str, identifiers: str, below: str, mark: bool = True) -> list[Para]:
    shown = Para(user(name, MOST_NAME), SIZE + 1, "bold", "tick" if mark else "", small=True)
    return [shown, para(user(identifiers)), para(below)]


def _infusions(pager: Pager, one: InfusionTable, request: PreparationRequest) -> None:
    count = len(one.rows)
    _title(pager, _words("one" if count == 1 else "drug", drug=user(one.drug), count=count, total=plain(one.total_mg)))
    heads = tuple(_words(key) for key in ("who", "dose", "vials", "into", "left"))
    table(pager, heads, [_infusion(row) for row in one.rows], PARTS, SIZE)
    if one.waste_mg is None:
        paras = [para(_words("sum_bare", total=plain(one.total_mg)), bold=True)]
    else:
        paras = [para(_words("sum", vials=_vials(one.vials), left=plain(one.waste_mg)), bold=True)]
        if one.shared is not None and count > 1:
            vials, left, saved = one.shared
            words = _words("shared", vials=_vials(vials), left=plain(left), saved=plain(saved))
            paras.append(para(words, bold=True))
        elif not request.sharing and count > 1:
            paras.append(para(_words("not_shared")))
    _paras(pager, paras, before=GAP)
    if count == 1 and one.waste_mg is not None:
        return  # one patient's own vials are no sum
    _paras(pager, [para(_words("how"), bold=True)], before=2)
    for line in one.proof:
        _paras(pager, [para(line)])


def _infusion(row: InfusionRow) -> list[list[Para]]:
    cycle = _words("cycle", cycle=row.cycle, day=row.cycle_day, code=row.check_code or "-")
    into = [] if row.drug_ml is None else [para(_words("drawn", ml=_ml(row.drug_ml)), bold=True)]
    if row.bag_ml is not None:
        into.append(para(_words("bag", diluent=user(row.diluent), ml=plain(row.bag_ml))))
    if row.minutes is not None:
        into.append(para(_words("minutes", minutes=row.minutes)))
    vials = [para(_words("vial", count=vial.count, size=plain(vial.size_mg)), bold=True) for vial in row.vials]
    left = _words("unknown") if row.waste_mg is None else _words("mg", mg=plain(row.waste_mg))
    return [
        _who(row.name, row.identifiers, cycle),
        [para(_words("mg", mg=plain(row.dose_mg)), bold=True, larger=2)],
        vials or [para(_words("unknown"))],
        into or [para(_words("unknown"))],
        [para(left)],
    ]


def _ml(amount: Decimal) -> str:
    """Volumes to draw up are read off a syringe: two decimals, exact ones shorter."""
    exact = plain(amount)
    return exact if len(exact.partition(".")[2]) <= 2 else decimals(amount, 2)


def _vials(vials: Sequence[Vial]) -> str:
    return " + ".join(_words("vial", count=vial.count, size=plain(vial.size_mg)) for vial in vials)


def _supply(supply: Sequence[tuple[Decimal, int]]) -> str:
    return " + ".join(_words("tablet", count=count, strength=plain(strength)) for strength, count in supply)


def _tablets(pager: Pager, one: TabletTable) -> None:
    _title(pager, _words("tablets", drug=user(one.drug), count=len(one.rows)))
    table(pager, (_words("who"), _words("supply")), [_tablet(row) for row in one.rows], TABLET_PARTS, SIZE)
    if len(one.rows) == 1:
        return
    _paras(pager, [para(_words("tablet_sum", supply=_supply(one.supply)), bold=True)], before=GAP)
    for line in one.proof:
        _paras(pager, [para(line)])


def _tablet(row: TabletRow) -> list[list[Para]]:
    cycle = _words("tablet_cycle", cycle=row.cycle, code=row.check_code or "-")
    return [_who(row.name, row.identifiers, cycle), [para(_supply(row.supply), bold=True, larger=1)]]


def _waiting(pager: Pager, rows: Sequence[WaitingRow]) -> None:
    """Apart and under a black bar: nobody takes these for part of the list above."""
    block = lay([Para(_words("waiting"), SIZE + 3, "bold", "tag", small=True, grey=BLACK)], pager.look.room)
    pager.need(block.height + 10 * SIZE)
    pager.y = place(pager.sheet, block, pager.look.left, pager.y + 3 * GAP) + GAP
    cells = [
        [
            _who(row.name, row.identifiers, _words("waiting_cycle", cycle=row.cycle, day=row.cycle_day), mark=False),
            [Para(user(text), SIZE, "bold", "bullet", small=True) for text in row.reasons],
        ]
        for row in rows
    ]
    table(pager, (_words("who"), _words("reasons")), cells, WAITING_PARTS, SIZE)


def _signed_by(pager: Pager) -> None:
    """Two lines to sign on."""
    pager.need(SIGN_ROOM + 3 * GAP)
    y = pager.y + SIGN_ROOM
    half = pager.look.room / 2
    for place_at, key in enumerate(("made", "checked")):
        x = pager.look.left + place_at * half
        block = lay([para(_words(key), bold=True)], half)
        place(pager.sheet, block, x, y - SIZE)
        start = x + 62
        pager.sheet.shapes.append(Rule(start, y + 2, x + half - 12, y + 2, line=0.8, grey=LINE))
    pager.y = y + 2 * GAP


def _head(sheet: Sheet, request: PreparationRequest, page_look: Look) -> float:
    day = dates(request.imprint.date_style).date_text(request.day, "weekday_")
    infusions = sum(len(one.rows) for one in request.infusions)
    paras = [para(f"{_words('title')}  ·  {day}", bold=True, larger=5)]
    if request.imprint.site_name.strip():
        paras.append(para(_words("site", name=user(request.imprint.site_name, MOST_SITE)), bold=True))
    said = _words("counts", patients=request.patients, infusions=infusions, waiting=len(request.waiting))
    paras.append(para(said, bold=True))
    paras.append(para(_words("as_of", moment=moment(request.imprint.date_style, request.imprint.read_at))))
    if request.imprint.not_for_use:
        paras.append(para(_words("not_for_use", why=user(" ".join(request.imprint.not_for_use))), bold=True))
    if any(clean(text, MOST_NAME).replaced for text in _names(request)):
        paras.append(para(_words("unprintable"), bold=True))
    return head(sheet, paras, page_look)


def _names(request: PreparationRequest) -> list[str]:
    rows: list[InfusionRow | TabletRow | WaitingRow] = [*request.waiting]
    for infusions in request.infusions:
        rows.extend(infusions.rows)
    for tablets in request.tablets:
        rows.extend(tablets.rows)
    return [text for row in rows for text in (row.name, row.identifiers)]


def _footer(request: PreparationRequest) -> Footer:
    state = _words("not_for_clinical_use") if request.imprint.not_for_use else ""
    date = dates(request.imprint.date_style).date_text(request.day)
    return footer(_words, request.imprint, request.day.isoformat(), date, state, "CAPOX1P")
