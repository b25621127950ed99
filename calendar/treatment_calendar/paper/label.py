"""The dispensing label of tablets, one for each strength: whose, what, how many when, batch, whom to call, handling.

The page is the size of the label (A7, lengthwise). Words are set as large as they fit; what does not fit at the least
size goes on over a further label, so that nothing is ever left out.
"""

from datetime import timedelta
from itertools import pairwise
from typing import Final

from regimen.numbers import plain
from treatment_calendar.paper.block import Para, lay, place
from treatment_calendar.paper.painter import paint
from treatment_calendar.paper.request import Doses, LabelRequest
from treatment_calendar.paper.sheet import BLACK, Rule, Sheet
from treatment_calendar.paper.summary import moment_text, phone_paras
from treatment_calendar.paper.text import clean
from treatment_calendar.paper.wording import Words, words_of

WIDE, HIGH = 297.64, 209.76  # points: 105 x 74 mm
MARGIN: Final = 9.0
SIZES = (9.0, 8.5, 8.0, 7.5, 7.0)
GAP = 2.5
MOST_NAME, MOST_IDENTIFIER, MOST_TEXT, SHORT_HASH = 120, 60, 80, 7


def label(request: LabelRequest) -> bytes:
    """The PDF; its title names no patient."""
    words = words_of(request.language, request.profile.date_style, request.profile.number_style)
    return paint(label_sheets(request), words("label.title", drug=request.drug, strength=plain(request.strength_mg)),
                 request.language)  # fmt: skip


def label_sheets(request: LabelRequest) -> list[Sheet]:
    """One label, or more where the words need them."""
    words = words_of(request.language, request.profile.date_style, request.profile.number_style)
    room = HIGH - 2 * MARGIN
    for base in SIZES:
        parts = label_parts(request, words, base)
        if sum(lay(part, WIDE - 2 * MARGIN).height + GAP * 2 for part in parts) <= room:
            break
    sheets = [Sheet(WIDE, HIGH)]
    y = MARGIN
    for number, part in enumerate(parts):
        block = lay(part, WIDE - 2 * MARGIN)
        if y + block.height > HIGH - MARGIN and number:
            sheets.append(Sheet(WIDE, HIGH))
            y = place(sheets[-1], lay(parts[0], WIDE - 2 * MARGIN), MARGIN, MARGIN)  # whose it is stands on each
        if number:
            sheets[-1].shapes.append(Rule(MARGIN, y + GAP, WIDE - MARGIN, y + GAP, line=0.5, grey=BLACK))
            y += GAP * 2
        y = place(sheets[-1], block, MARGIN, y)
    return sheets


def label_parts(request: LabelRequest, words: Words, base: float) -> list[list[Para]]:
    """Whose; what and how; where it comes from; whom to call and how to handle it."""
    return [
        _whose(request, words, base),
        _what(request, words, base),
        _origin(request, words, base),
        [*_site(request, base), *phone_paras(request.contacts, words, base - 1), *_handling(words, base)],
    ]


def _whose(request: LabelRequest, words: Words, base: float) -> list[Para]:
    ids = [clean(text.strip(), MOST_IDENTIFIER).text for text in request.identifiers]
    state = [] if request.for_clinical_use else [Para(words("footer.not_for_clinical_use"), base, "bold")]
    return [
        *state,
        Para(clean(request.patient_name.strip() or "-", MOST_NAME).text, base + 2, "bold"),
        Para("  ·  ".join([words.date_text(request.birth_date), *ids]), base - 1),
    ]


def _what(request: LabelRequest, words: Words, base: float) -> list[Para]:
    drug, count = words.drug(request.drug), words("label.count", count=request.tablets)
    title = words("label.title", drug=drug, strength=words.number(request.strength_mg))
    paras = [Para(f"{title}  ·  {count}", base + 2, "bold")]
    whole = _whole(request.doses)
    if whole is not None:
        paras.append(Para(words("label.each", morning=whole[0], evening=whole[1]), base + 1, "bold"))
    else:
        paras += [Para(_run(one, words), base + 0.5, "bold") for one in request.doses]
    first, last = moment_text(words, request.first), moment_text(words, request.last)
    paras.append(Para(words("label.from_to", first=first, last=last), base))
    if whole is not None and _pauses(request.doses, *whole):
        paras.append(Para(words("label.pause"), base, "bold"))
    if request.beside:
        others = words("number.list").join(words.number(mg) for mg in request.beside)
        paras.append(Para(words("label.beside", strengths=others), base))
    key = f"take.{request.drug}" if words.has(f"take.{request.drug}") else "take.other"
    return paras + [Para(text, base - 0.5) for text in words.items(key, drug=drug)[:2]]


def _whole(doses: tuple[Doses, ...]) -> tuple[int, int] | None:
    """Morning and evening where they are the same on every date; a first or last half day takes nothing from that."""
    morning = {one.morning for one in doses if one.morning}
    evening = {one.evening for one in doses if one.evening}
    if len(morning) > 1 or len(evening) > 1:
        return None
    return next(iter(morning), 0), next(iter(evening), 0)


def _pauses(doses: tuple[Doses, ...], morning: int, evening: int) -> bool:
    """Whether a date or a half day between the first and the last dose has no tablets."""
    gap = any(after.first - before.last > timedelta(days=1) for before, after in pairwise(doses))
    half = any(one.morning < morning for one in doses[1:]) or any(one.evening < evening for one in doses[:-1])
    return gap or half


def _run(one: Doses, words: Words) -> str:
    doses = words("label.each", morning=one.morning, evening=one.evening)
    first, last = words.date_text(one.first, "short_"), words.date_text(one.last, "short_")
    return words("label.some_days", first=first, last=last, doses=doses)


def _origin(request: LabelRequest, words: Words, base: float) -> list[Para]:
    person = clean(request.dispensed_by, MOST_TEXT).text
    parts = [words("label.cycle", cycle=request.cycle)]
    parts += [words("label.batch", batch=clean(request.batch, MOST_TEXT).text)] if request.batch else []
    parts += [words("label.expiry", date=words.date_text(request.expiry))] if request.expiry else []
    parts.append(words("label.dispensed", date=words.date_text(request.dispensed_on), person=person))
    regimen = request.regimen
    file = words("footer.regimen", id=regimen.id, version=regimen.version, hash=regimen.sha256[:SHORT_HASH])
    return [Para("  ·  ".join(parts), base - 1), Para(file, base - 2)]


def _site(request: LabelRequest, base: float) -> list[Para]:
    name = clean(request.contacts.site_name.strip(), MOST_TEXT).text
    return [Para(name, base, "bold")] if name else []


def _handling(words: Words, base: float) -> list[Para]:
    return [
        Para(words("label.children"), base, "bold"),
        *(Para(text, base - 1) for text in words.items("label.handling")),
    ]
