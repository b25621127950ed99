"""The scan being typed: from the fields to an entry and back, and what is still missing."""

from dataclasses import replace
from uuid import UUID

from gui.response.lesion_table import LesionTable
from gui.response.reading_rule import new_reading, new_text, target_reading, target_text, words_of
from records.values.responses import (
    LesionRecord,
    Marker,
    NewLesion,
    NewReading,
    NonTargetState,
    ScanEntry,
    TargetReading,
)


def collect(table: LesionTable, lesions: tuple[LesionRecord, ...], before: ScanEntry) -> ScanEntry:
    """What stands in the fields; texts that cannot be read are kept as they are.

    before  the rest of the scan: whether it is the baseline, the note, what was ticked
    """
    roles = {str(one.id): one for one in lesions}
    targets: dict[UUID, TargetReading] = {}
    rated: dict[UUID, NonTargetState] = {}
    new: dict[UUID, NewReading] = {}
    texts: dict[str, str] = {}
    said: dict[str, str] = {"new_lesion": "none" if before.baseline else "", "marker": ""}
    for key, field in table.fields.items():
        read = field.read()
        if read is None:
            if field.text():
                texts[field.objectName()] = field.text()
        elif key in said:
            said[key] = read.code
        elif roles[key].entry.role == "target":
            targets[roles[key].id] = target_reading(read)
        elif roles[key].entry.role == "nontarget":
            rated[roles[key].id] = read.code  # type: ignore[assignment]  # a code of the vocabulary
        else:
            new[roles[key].id] = new_reading(read)
    on = table.date.value() if table.date is not None else None
    if table.date is not None and on is None and table.date.text():
        texts["scan_date"] = table.date.text()
    method = table.method.value() if table.method is not None else None
    sure: NewLesion = said["new_lesion"]  # type: ignore[assignment]
    marker: Marker = said["marker"]  # type: ignore[assignment]
    return replace(
        before, on=on, method=method or "", targets=targets, nontargets=rated, new_lesions=new, new_lesion=sure,
        marker=marker, texts=texts,
    )  # fmt: skip


def put_in(table: LesionTable, entry: ScanEntry) -> None:
    """A kept scan back into the fields, to the letter."""
    if table.date is not None:
        if entry.on is not None:
            table.date.set_value(entry.on)
        table.date.set_text(entry.texts.get("scan_date", table.date.text()))
    if table.method is not None:
        table.method.choose(entry.method or None)
    for key, field in table.fields.items():
        lesion = table.lesion_of(field)
        text = ""
        if lesion is None:
            code = entry.new_lesion if key == "new_lesion" else entry.marker
            text = words_of(field.kind, code) if code else ""
        elif lesion in entry.targets:
            text = target_text(entry.targets[lesion])
        elif lesion in entry.nontargets:
            text = words_of("nontarget", entry.nontargets[lesion])
        elif lesion in entry.new_lesions:
            text = new_text(entry.new_lesions[lesion])
        field.set_text(entry.texts.get(field.objectName(), text))


def missing(table: LesionTable, lesions: tuple[LesionRecord, ...]) -> tuple[str, ...]:
    """What is still to be said, in the words of the table."""
    names = {str(one.id): one.entry.name for one in lesions}
    found = []
    if table.date is not None and table.date.value() is None:
        found.append("date")
    if table.method is not None and table.method.value() is None:
        found.append("how it was made")
    said = {"new_lesion": "new lesion", "marker": "tumour marker"}
    return (*found, *(names.get(key) or said[key] for key, field in table.fields.items() if field.read() is None))


def contradictions(entry: ScanEntry, lesions: tuple[LesionRecord, ...]) -> tuple[str, ...]:
    """What cannot be true together, each as a sentence."""
    names = {one.id: one.entry.name for one in lesions}
    seen = [names[key] for key, one in entry.new_lesions.items() if one.state != "absent"]
    if seen and entry.new_lesion == "none":
        return (f"{', '.join(seen)} is seen on this scan: say whether the new lesion is in doubt or beyond doubt.",)
    return ()
