"""A file beside what is on record, row by row: stored, there already, or refused with a reason. Pure.

A row is taken whole or not at all. Where a file says two things of one day, or another thing than the records, nobody
can know which is right: such rows are refused, and a person enters what holds.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from uuid import UUID

from records.folding import fold
from records.imports.identity import Found, identify
from records.values.imports import Known, KnownPatient, PreviewRow, ReadRow, SaidLab, SaidPatient, SaidSize, State
from regimen.analytes import analytes
from regimen.plausibility_limits import limits
from regimen.unit_words import unit_words

SIZE_WORDS = {"height_cm": ("Height", "cm"), "weight_kg": ("Weight", "kg")}
Place = tuple[UUID, str, date]


def compare(rows: Sequence[ReadRow], known: Known, today: date) -> tuple[PreviewRow, ...]:
    """One answer a row, in their order. known: of everybody the rows may be about; today: nothing is later."""
    found = identify(rows, known)
    said = _said(rows, found)
    made = [_row(row, who, known, said, today) for row, who in zip(rows, found, strict=True)]
    return _with_makers(made)


def _said(rows: Sequence[ReadRow], found: Sequence[Found]) -> Mapping[Place, set[object]]:
    """Everything the file says of one value of one day, so that contradictions are seen."""
    said: dict[Place, set[object]] = {}
    for row, who in zip(rows, found, strict=True):
        if who.id is None or row.wrong:
            continue
        for size in row.sizes:
            said.setdefault((who.id, size.kind, size.on), set()).add(size.value)
        for lab in row.labs:
            said.setdefault((who.id, lab.analyte, lab.on), set()).add(_comparable(lab.analyte, lab.value, lab.unit))
    return said


def _comparable(analyte: str, value: Decimal, unit: str) -> object:
    """The same result in another unit is the same, where the factor between them is exact."""
    known = analytes().by_name.get(analyte)
    told = None if known is None else known.units.get(unit)
    return (value * told.factor, "") if told is not None and told.exact else (value, unit)


def _row(row: ReadRow, who: Found, known: Known, said: Mapping[Place, set[object]], today: date) -> PreviewRow:
    """One row, before it is known who makes a new patient."""
    if row.wrong:
        return PreviewRow(row, "refused", why=row.wrong, notes=row.notes)
    if who.id is None or row.who is None:
        return PreviewRow(row, "refused", why=who.why, notes=row.notes)
    sizes, labs, wrong, notes = [], [], [], list(row.notes)
    for size in row.sizes:
        name, unit = SIZE_WORDS[size.kind]
        stored = known.sizes.get((who.id, size.kind, size.on))
        wrong.append(_size_wrong(size, row.who, today))
        if len(said[who.id, size.kind, size.on]) > 1:
            wrong.append(f"The file gives two different values of {name.lower()} on {size.on.isoformat()}.")
        elif stored is None:
            sizes.append(size)
        elif stored != size.value:
            wrong.append(f"{name} on {size.on.isoformat()} is on record as {stored:f} {unit}.")
    for lab in row.labs:
        title = analytes().by_name[lab.analyte].title
        kept = known.labs.get((who.id, lab.analyte, lab.on))
        wrong.append(_lab_wrong(lab, row.who, today))
        if len(said[who.id, lab.analyte, lab.on]) > 1:
            wrong.append(f"The file gives two different values of {title} on {lab.on.isoformat()}.")
        elif kept is None:
            labs.append(lab)
            notes += _lab_notes(lab)
        elif _comparable(lab.analyte, *kept) != _comparable(lab.analyte, lab.value, lab.unit):
            shown = f"{kept[0]:f} {unit_words(kept[1])}"
            wrong.append(f"{title} on {lab.on.isoformat()} is on record as {shown}.")
    if who.known is not None:
        notes += _differences(row.who, who.known)
    if reasons := [reason for reason in wrong if reason]:
        more = f" And {len(reasons) - 1} more." if len(reasons) > 1 else ""
        return PreviewRow(row, "refused", why=reasons[0] + more, notes=tuple(notes))
    new = who.known is None
    state: State = "store" if new or sizes or labs else "there"
    return PreviewRow(
        row,
        state,
        patient_id=who.id,
        new=new,
        sizes=tuple(dict.fromkeys(sizes)),
        labs=tuple(dict.fromkeys(labs)),
        notes=tuple(dict.fromkeys(notes)),
    )


def _size_wrong(size: SaidSize, who: SaidPatient, today: date) -> str:
    name, unit = SIZE_WORDS[size.kind]
    soft = limits().of[size.kind].soft
    if not soft.holds(size.value):
        return (
            f"{name} is {size.value:f} {unit}; outside {soft.low:f} to {soft.high:f} {unit} it is entered by hand, "
            "where it is asked for twice."
        )
    return _day_wrong(name, size.on, who, today)


def _lab_wrong(lab: SaidLab, who: SaidPatient, today: date) -> str:
    known = analytes().by_name[lab.analyte]
    if not known.hard.holds(lab.value * known.units[lab.unit].factor):
        return f"{lab.value:f} {unit_words(lab.unit)} is outside what can be believed for {known.title}."
    if lab.lln is not None and lab.uln is not None and lab.lln > lab.uln:
        return f"The lower limit of {known.title} is above its upper limit."
    return _day_wrong(known.title, lab.on, who, today)


def _day_wrong(name: str, on: date, who: SaidPatient, today: date) -> str:
    if on < who.birth_date:
        return f"{name} is dated {on.isoformat()}, before the patient was born."
    return f"{name} is dated {on.isoformat()}, which is still to come." if on > today else ""


def _lab_notes(lab: SaidLab) -> list[str]:
    known = analytes().by_name[lab.analyte]
    if known.soft.holds(lab.value * known.units[lab.unit].factor):
        return []
    return [f"Unusual: is {known.title} {lab.value:f} {unit_words(lab.unit)} right?"]


def _differences(who: SaidPatient, known: KnownPatient) -> list[str]:
    """What the file says of somebody on record and is not taken over."""
    notes = []
    if who.name and fold(who.name) != fold(known.name):
        notes.append(f"On record as {known.name}; the name stays.")
    more = (who.diagnosis_site, who.ecog is not None, who.allergies, who.allergies_asked, who.note)
    if any(more):
        notes.append("Site, ECOG, allergies and note of a patient on record are not changed by an import.")
    return notes


def _with_makers(made: Sequence[PreviewRow]) -> tuple[PreviewRow, ...]:
    """Of the rows about somebody new the first that can makes the patient; without one all are refused."""
    makers: dict[UUID, int] = {}
    for place, row in enumerate(made):
        who = row.read.who
        if row.new and row.patient_id is not None and who is not None and who.name and who.sex:
            makers.setdefault(row.patient_id, place)
    answer = []
    seen: set[tuple[UUID, object]] = set()
    for place, one in enumerate(made):
        row, patient_id = one, one.patient_id
        if row.state == "store" and patient_id is not None:
            if row.new and patient_id not in makers:
                row = PreviewRow(row.read, "refused", why=_nobody(row.read), notes=row.notes)
            else:
                row = _stored(replace(row, new=row.new and makers[patient_id] == place), seen)
        if row.state == "there" and not row.said:
            row = replace(row, said=f"{row.read.title}: on record")
        answer.append(row)
    return tuple(answer)


def _nobody(row: ReadRow) -> str:
    assert row.who is not None
    lacks = [word for word, there in (("name", row.who.name), ("sex", row.who.sex)) if not there]
    return (
        "Nobody with this number and birth date is on record, and to add a patient the "
        f"{' and the '.join(lacks) or 'row of the patient'} {'are' if len(lacks) > 1 else 'is'} missing."
    )


def _stored(row: PreviewRow, seen: set[tuple[UUID, object]]) -> PreviewRow:
    """What a row stores in words; what an earlier row of the file says already is not stored twice."""
    assert row.patient_id is not None and row.read.who is not None
    keys = {item: (row.patient_id, item) for item in (*row.sizes, *row.labs)}
    sizes = tuple(size for size in row.sizes if keys[size] not in seen)
    labs = tuple(lab for lab in row.labs if keys[lab] not in seen)
    seen.update(keys[item] for item in (*sizes, *labs))
    words = []
    who = row.read.who
    if row.new:
        words.append(f"new patient {who.name}, born {who.birth_date.isoformat()}, {who.sex}")
    words += [
        f"{SIZE_WORDS[one.kind][0]} {one.value:f} {SIZE_WORDS[one.kind][1]} on {one.on.isoformat()}" for one in sizes
    ]
    words += [
        f"{analytes().by_name[one.analyte].title} {one.value:f} {unit_words(one.unit)} on {one.on.isoformat()}"
        for one in labs
    ]
    if not words:
        return replace(row, state="there", sizes=(), labs=(), said=f"{row.read.title}: said in an earlier row")
    return replace(row, sizes=sizes, labs=labs, said="; ".join(words))
