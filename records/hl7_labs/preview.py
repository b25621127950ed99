"""What of a file would be stored, row by row, and why the rest would not; nothing here stores anything."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import NamedTuple
from uuid import UUID, uuid5

from records.bedside.lab_imports import difference, shares_number
from records.hl7_labs.codes import Unit, codes, moved, to_unit, unit_as_written
from records.hl7_labs.envelope import MessageRefused, messages_of
from records.hl7_labs.fields import limits_of, value_of
from records.hl7_labs.message import Oru, Reported, read_message
from records.values.core import LabResult, PatientEntry
from records.values.labs import ImportedLab, LabImportEntry, LabImportRecord, ResultStatus
from regimen.analytes import Analyte, analyte
from regimen.unit_words import unit_words

STATUS_WORDS: Mapping[str, str] = {
    "F": "final", "C": "correction", "P": "preliminary", "X": "not obtainable", "I": "still waited for",
    "R": "not verified", "S": "partial", "D": "deleted", "W": "posted to the wrong patient", "N": "not asked for",
    "O": "order only", "U": "changed to final without a new value", "B": "not obtained", "A": "amended",
}  # fmt: skip
LEAVE_OUT = ""
#: Nobody looks at more rows than these before ticking them.
MOST_ROWS = 300


@dataclass(frozen=True, slots=True)
class PreviewRow:
    """One result of a message of this patient.

    key       the id it would be stored by
    code      as reported, for a person's choice
    asks      no analyte is known for the code: a person chooses one, or leaves it out
    chosen    a person chose the analyte
    lab       what would be stored; None: nothing, because of `why_not`
    reported  value and unit as in the message
    notes     what to know before ticking it
    """

    key: UUID
    title: str
    code: str
    reported: str
    reported_unit: str
    taken: str
    status: str
    lab: ImportedLab | None
    why_not: str = ""
    asks: bool = False
    chosen: str = ""
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Preview:
    """A file as it would be stored.

    stop      why nothing of it can be stored, one sentence; "" where something may be
    said      what else to know: messages left out, one that was imported before
    who       the patient as the messages name them
    messages  those of this patient
    """

    rows: tuple[PreviewRow, ...]
    messages: tuple[Oru, ...]
    who: str = ""
    stop: str = ""
    said: tuple[str, ...] = ()


class Known(NamedTuple):
    """What is on record of the open patient. labs: those that count, oldest first; today: no result is later."""

    patient_id: UUID
    entry: PatientEntry
    labs: Sequence[LabResult]
    imports: Sequence[LabImportRecord]
    today: date


class Read(NamedTuple):
    """A file as read. refused: message number and why it is left out."""

    messages: tuple[Oru, ...]
    refused: tuple[tuple[int, str], ...]


def read_file(source: bytes | str) -> Read:
    """Every message of a file. raises MessageRefused where none can be read."""
    found, refused = [], []
    texts = messages_of(source)
    for number, text in enumerate(texts, 1):
        try:
            found.append(read_message(text))
        except MessageRefused as error:
            refused.append((number, str(error)))
    if not found:
        raise MessageRefused(refused[0][1])
    return Read(tuple(found), tuple(refused))


def preview(read: Read, known: Known, choices: Mapping[str, str]) -> Preview:
    """What would be stored for the patient.

    choices  code as reported -> analyte a person chose; LEAVE_OUT: the person leaves it out
    """
    said = [f"Message {number} is left out. {why}" for number, why in read.refused]
    own = [one for one in read.messages if shares_number(one.identity, known.entry)]
    others = len(read.messages) - len(own)
    if not own:
        stop = f"{difference(read.messages[0].identity, known.entry)} Nothing of it can be stored here."
        return Preview((), (), _who(read.messages[:1]), stop, tuple(said))
    for one in own:
        if (differs := difference(one.identity, known.entry)) != "":
            return Preview((), (), _who((one,)), f"{differs} Nothing of it can be stored here.", tuple(said))
    if others:
        said.append(f"{others} messages in the file are about other people and are left out." if others > 1 else
                    "One message in the file is about somebody else and is left out.")  # fmt: skip
    count = sum(len(one.results) for one in own)
    if count > MOST_ROWS:
        stop = f"It holds {count} results of this patient; at most {MOST_ROWS} are looked at at once; take fewer."
        return Preview((), (), _who(own[:1]), stop, tuple(said))
    said += _before(own, known)
    if any(not one.identity.sex for one in own):
        said.append("The message does not say the patient's sex; number and birth date agree.")
    rows: list[PreviewRow] = []
    planned: list[ImportedLab] = []
    for message in dict.fromkeys(own):
        for reported in message.results:
            row = _row(message, reported, known, choices)
            if row.lab is not None:
                row = _placed(row, row.lab, known, planned)
            if row.lab is not None:
                planned.append(row.lab)
            rows.append(row)
    return Preview(tuple(rows), tuple(dict.fromkeys(own)), _who(own[:1]), "", tuple(said))


def entry_of(found: Preview, keys: Iterable[UUID], choices: Mapping[str, str]) -> LabImportEntry:
    """What is stored of a preview: the rows a person left ticked, in the order in which the samples were taken."""
    wanted = set(keys)
    labs = [row.lab for row in found.rows if row.lab is not None and row.key in wanted]
    ticked = {lab.id for lab in labs}
    planned = {row.lab.id for row in found.rows if row.lab is not None}
    kept = [_without(lab, planned - ticked) for lab in labs]
    used = {row.code for row in found.rows if row.key in wanted and row.chosen}
    return LabImportEntry(
        tuple(one.id for one in found.messages),
        tuple(one.identity for one in found.messages),
        tuple(sorted(kept, key=lambda lab: (lab.on, lab.taken_at[:16], lab.behind is not None))),
        {code: name for code, name in choices.items() if name and code in used},
    )


def _without(lab: ImportedLab, gone: set[UUID]) -> ImportedLab:
    """The same value without links to rows that are not stored after all."""
    behind = None if lab.behind in gone else lab.behind
    return replace(lab, corrects=tuple(one for one in lab.corrects if one not in gone), behind=behind)


def _who(messages: Sequence[Oru]) -> str:
    if not messages:
        return ""
    one = messages[0]
    words = (one.name, f"born {one.identity.birth_date.isoformat()}", one.identity.sex, *one.identity.identifiers[:3])
    return " · ".join(word for word in words if word)


def _before(own: Sequence[Oru], known: Known) -> list[str]:
    """Messages that came before: the very same, or another one under the same control id."""
    said = []
    for one in dict.fromkeys(own):
        for earlier in known.imports:
            for old in earlier.messages:
                on = earlier.at.astimezone().strftime("%Y-%m-%d %H:%M")
                if old.sha256 == one.id.sha256:
                    said.append(f"This very message was imported on {on} by {earlier.by}.")
                elif one.id.control_id and (old.control_id, old.sender) == (one.id.control_id, one.id.sender):
                    said.append(
                        f"Another message with the same control id {one.id.control_id} was imported on {on} by "
                        f"{earlier.by}; look at each value."
                    )
    return list(dict.fromkeys(said))


def _row(message: Oru, reported: Reported, known: Known, choices: Mapping[str, str]) -> PreviewRow:
    """One result, as far as it can be told from the result itself."""
    key = uuid5(known.patient_id, f"{message.id.sha256}/{reported.place}")
    code, name, coded = _analyte(reported, choices)
    when = reported.taken.at.replace("T", " ") or reported.taken.on.isoformat() if reported.taken else ""
    status = STATUS_WORDS.get(reported.status, reported.status or "without status")
    title = analyte(name).title if name else reported.title or "without name"

    def left_out(why: str, *, asks: bool = False) -> PreviewRow:
        return PreviewRow(
            key, title, code, reported.value, reported.unit, when, status, None, why, asks, choices.get(code, "")
        )

    why = _unfit(reported, known)
    if why:
        return left_out(why)
    if not name:
        apart = next((codes().apart[one] for one, _text, system in reported.codes
                      if system == "LN" and one in codes().apart), "")  # fmt: skip
        if apart:
            return left_out(apart)
        if choices.get(code) == LEAVE_OUT and code in choices:
            return left_out("it was left out", asks=True)
        return left_out("its code is not known here; choose the test, or leave it out", asks=True)
    test = analyte(name)
    found = value_of(reported.kind, reported.parts, reported.value)
    if found.value is None:
        return left_out(found.why, asks=not coded)
    unit = _unit(test, reported.unit, _units_of(reported, test, coded=coded))
    if isinstance(unit, str):
        return left_out(unit, asks=not coded)
    return _understood(
        PreviewRow(key, title, code, reported.value, reported.unit, when, status, None, asks=not coded,
                   chosen="" if coded else name),
        reported, found.value, test, unit, known,
    )  # fmt: skip


def _analyte(reported: Reported, choices: Mapping[str, str]) -> tuple[str, str, bool]:
    """The code a person would choose by, the analyte, and whether LOINC named it."""
    for code, _text, system in reported.codes:
        if system == "LN" and code in codes().tests:
            return code, codes().tests[code].analyte, True
    code, _text, system = reported.codes[0] if reported.codes else ("", "", "")
    local = f"{code or reported.title}^{system}" if system else code or reported.title
    return local, choices.get(local, ""), False


def _unfit(reported: Reported, known: Known) -> str:
    """Why a result is not taken whatever it measures; "" where nothing speaks against it."""
    if reported.status not in ("F", "C"):
        words = STATUS_WORDS.get(reported.status, reported.status)
        return f"its status is {reported.status or 'missing'}{f', {words}' if words else ''}; only F and C are taken"
    if reported.repeated:
        return "it holds several values"
    if reported.wrong or reported.taken is None:
        return reported.wrong or "it does not say when the sample was taken"
    if reported.taken.on > known.today:
        return f"it is dated {reported.taken.on.isoformat()}, which is still to come"
    if reported.taken.on < known.entry.birth_date:
        return f"it is dated {reported.taken.on.isoformat()}, before the patient was born"
    return ""


def _units_of(reported: Reported, test: Analyte, *, coded: bool) -> tuple[str, ...]:
    """The units that fit: those of the code's property, or all of a test a person chose."""
    if not coded:
        return tuple(test.units)
    code = next(code for code, _text, system in reported.codes if system == "LN" and code in codes().tests)
    return codes().tests[code].units


def _unit(test: Analyte, written: str, allowed: tuple[str, ...]) -> Unit | str:
    """The unit of ours that is meant; else why not."""
    if not written:
        return Unit(test.unit, Decimal(1)) if allowed == ("ratio",) else "its unit is missing"
    found = unit_as_written(test.name, allowed, written)
    if found is not None:
        return found
    if unit_as_written(test.name, tuple(test.units), written) is not None:
        return f"its unit “{written}” contradicts its code, which is measured in {' or '.join(allowed)}"
    return f"its unit “{written}” is none that is converted exactly; {' or '.join(allowed)} can be read"


def _understood(
    row: PreviewRow, reported: Reported, value: Decimal, test: Analyte, unit: Unit, known: Known
) -> PreviewRow:
    """A number in a unit: in the unit the patient's values are kept in, where that only moves the point."""
    assert reported.taken is not None
    last = [lab for lab in known.labs if lab.analyte == test.name]
    used = last[-1].unit if last else unit.unit
    target = to_unit(test, unit, used) or unit
    kept = moved(value, target.factor)
    shown = kept * test.units[target.unit].factor
    if not test.hard.holds(shown):
        return replace(
            row, why_not=f"{kept:f} {unit_words(target.unit)} is outside what can be believed for {test.title}"
        )
    low, high, understood = limits_of(reported.limits)
    notes = []
    if not understood:
        notes.append(f"its limits “{reported.limits}” are not understood and are left out")
    if target.factor != 1:
        notes.append(f"{value:f} {reported.unit} = {kept:f} {unit_words(target.unit)}")
    if last and target.unit != used:
        notes.append(f"kept in {unit_words(target.unit)} as reported; earlier values are in {unit_words(used)}")
    if not test.soft.holds(shown):
        notes.append(f"unusual: is {kept:f} {unit_words(target.unit)} right?")
    status: ResultStatus = "C" if reported.status == "C" else "F"
    lab = ImportedLab(
        row.key, test.name, kept, target.unit, None if low is None else moved(low, target.factor),
        None if high is None else moved(high, target.factor), reported.taken.on, reported.taken.at, status,
    )  # fmt: skip
    return replace(row, lab=lab, notes=tuple(notes))


def _placed(row: PreviewRow, lab: ImportedLab, known: Known, planned: Sequence[ImportedLab]) -> PreviewRow:
    """A result beside what is on record and what comes before it in the file: corrected, repeated, or behind."""
    if any(lab.id in earlier.labs for earlier in known.imports):
        return replace(row, lab=None, why_not="it is stored already, from this very message")
    same: list[LabResult] = [one for one in known.labs if (one.analyte, one.on) == (lab.analyte, lab.on)]
    in_file = [one for one in planned if (one.analyte, one.on) == (lab.analyte, lab.on)]
    if lab.status == "C":
        old = [one for one in same if one.taken_at in ("", lab.taken_at)]
        earlier = [one for one in in_file if one.taken_at == lab.taken_at]
        earlier = [one for one in earlier if not any(one.id in other.corrects for other in earlier)]
        wrong: list[LabResult | ImportedLab] = [*old, *earlier]
        notes = [f"takes the place of {one.value:f} {unit_words(one.unit)}, which stays on record" for one in wrong]
        notes = notes or ["the value it corrects is not on record here"]
        corrects = tuple(one.id for one in wrong)
        same = [one for one in same if one.id not in corrects]
        row, lab = replace(row, notes=(*row.notes, *notes)), replace(lab, corrects=corrects)
    else:
        beside: list[LabResult | ImportedLab] = [*same, *in_file]
        corrected = [one for one in beside if one.status == "C" and one.taken_at == lab.taken_at]
        if corrected:
            return replace(row, lab=None, why_not=f"the laboratory corrected it to {corrected[-1].value:f} since")
        if any(_says_same(one, lab) for one in beside):
            return replace(row, lab=None, why_not="the same value of this day is on record already")
    later = [one for one in same if one.taken_at and lab.taken_at and one.taken_at[:16] > lab.taken_at[:16]]
    if later:
        newest = max(later, key=lambda one: one.taken_at)
        note = f"a later sample of this day, {newest.taken_at[11:16]}, goes on counting"
        return replace(row, lab=replace(lab, behind=newest.id), notes=(*row.notes, note))
    counting = [one for one in same if not _says_same(one, lab)]
    if counting and lab.status == "F":
        last = counting[-1]
        note = f"counts in the place of {last.value:f} {unit_words(last.unit)} of the same day, which stays on record"
        row = replace(row, notes=(*row.notes, note))
    return replace(row, lab=lab)


def _says_same(one: LabResult | ImportedLab, lab: ImportedLab) -> bool:
    """Whether a value of the same day says the same, and of no other moment."""
    same_moment = one.taken_at == lab.taken_at or not one.taken_at
    return same_moment and (one.value, one.unit, one.lln, one.uln) == (lab.value, lab.unit, lab.lln, lab.uln)
