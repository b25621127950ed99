"""Whom the rows of a file are about: somebody on record, somebody new, or a reason why that cannot be told."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from uuid import UUID, uuid5

from records.folding import fold
from records.values.imports import Known, KnownPatient, ReadRow, SaidLab, SaidPatient, SaidSize

#: Ids of rows are made from what they say, so that the same row can be stored only once.
OURS = UUID("5a0f3c8e-6f0d-5a57-9b0a-2f6c1d0f9a41")


def number_key(number: str) -> str:
    """A number of a patient as it is compared: spaces around and letter case are not minded, nothing else is."""
    return number.strip().casefold()


def new_patient_id(who: SaidPatient) -> UUID:
    """The id of a patient made from a file."""
    numbers = sorted(number_key(number) for _kind, number in who.numbers)
    return uuid5(OURS, json.dumps([who.birth_date.isoformat(), *numbers]))


def size_id(patient_id: UUID, size: SaidSize) -> UUID:
    """The id of a height or weight from a file."""
    return uuid5(patient_id, json.dumps(["size", size.kind, size.on.isoformat(), format(size.value, "f")]))


def lab_id(patient_id: UUID, lab: SaidLab) -> UUID:
    """The id of a laboratory value from a file."""
    said = [lab.analyte, lab.on.isoformat(), lab.taken_at, format(lab.value, "f"), lab.unit]
    return uuid5(patient_id, json.dumps(["lab", *said]))


@dataclass(frozen=True, slots=True)
class Found:
    """Whom one row is about. known: on record; why: the reason where nobody can be told."""

    id: UUID | None = None
    known: KnownPatient | None = None
    why: str = ""


def identify(rows: Sequence[ReadRow], known: Known) -> tuple[Found, ...]:
    """One answer a row, in their order."""
    by_number: dict[str, list[KnownPatient]] = {}
    for one in known.patients:
        for number in one.numbers:
            by_number.setdefault(number, []).append(one)
    folded = cache(fold)  # a name is compared several times, and forgotten when all are
    names = {(folded(one.name), one.birth_date) for one in known.patients}
    clashes = _clashes(rows, folded)
    named = {
        row.place for row in rows if row.who and row.who.name and (folded(row.who.name), row.who.birth_date) in names
    }
    return tuple(_find(row, by_number, named, clashes, known.ids) for row in rows)


def _find(
    row: ReadRow, by_number: Mapping[str, list[KnownPatient]], named: set[int],
    clashes: Mapping[int, str], ids: frozenset[UUID],
) -> Found:  # fmt: skip
    who = row.who
    if who is None:
        return Found(why=row.wrong)
    shared = {one.id: one for _kind, number in who.numbers for one in by_number.get(number_key(number), ())}
    born = [one for one in shared.values() if one.birth_date == who.birth_date]
    if len(born) > 1:
        return Found(why="Its number and birth date fit more than one patient on record.")
    if born:
        if who.sex and who.sex != born[0].sex:
            return Found(why=f"The file says {who.sex}; the patient on record is {born[0].sex}.")
        return Found(born[0].id, born[0])
    shown = ", ".join(number for _kind, number in who.numbers)
    if shared:
        other = next(iter(shared.values())).birth_date.isoformat()
        return Found(why=f"The number {shown} is on record for somebody born {other}, the file says "
                         f"{who.birth_date.isoformat()}.")  # fmt: skip
    if row.place in clashes:
        return Found(why=clashes[row.place])
    made = new_patient_id(who)
    if made in ids:
        return Found(why=f"The patient was imported under the number {shown} before and has another one now.")
    if row.place in named:
        return Found(why="Somebody of this name and birth date is on record under other numbers; add the number there, "
                         "or enter this patient by hand.")  # fmt: skip
    return Found(made)


def _clashes(rows: Sequence[ReadRow], folded: Callable[[str], str]) -> dict[int, str]:
    """Place of a row -> why its patient cannot be told from another one in the same file."""
    by_number: dict[str, list[ReadRow]] = {}
    by_name: dict[tuple[str, date], list[ReadRow]] = {}
    for row in rows:
        if row.who is None:
            continue
        for _kind, number in row.who.numbers:
            by_number.setdefault(number_key(number), []).append(row)
        if row.who.name:
            by_name.setdefault((folded(row.who.name), row.who.birth_date), []).append(row)
    why: dict[int, str] = {}
    for same in by_name.values():
        if len({_numbers(row) for row in same}) > 1:
            for row in same:
                why[row.place] = f"Rows {_places(same)} give the same name and birth date different numbers."
    for number, same in by_number.items():
        if differs := _differs(same, folded):
            for row in same:
                why[row.place] = f"Rows {_places(same)} give the number {number} different {differs}."
    return why


def _differs(same: Sequence[ReadRow], folded: Callable[[str], str]) -> str:
    """In what the rows of one number contradict each other, "" in nothing."""
    told = [row.who for row in same if row.who is not None]
    if len(told) == 1:
        return ""
    if len({who.birth_date for who in told}) > 1:
        return "birth dates"
    if len({who.sex for who in told if who.sex}) > 1:
        return "sexes"
    if len({folded(who.name) for who in told if who.name}) > 1:
        return "names"
    if len({_numbers(row) for row in same}) > 1:
        return "other numbers"
    return ""


def _numbers(row: ReadRow) -> frozenset[str]:
    assert row.who is not None
    return frozenset(number_key(number) for _kind, number in row.who.numbers)


def _places(rows: Sequence[ReadRow]) -> str:
    """ "2 and 9", the first few."""
    places = [str(row.place) for row in rows[:4]]
    if len(rows) > 4:
        return ", ".join(places) + " and more"
    return " and ".join((", ".join(places[:-1]), places[-1])) if len(places) > 1 else places[0]
